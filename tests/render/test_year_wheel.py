"""The year as a figure: what falls in each month, the same in Word and PDF, and what is wrong in a definition."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from skjema import api
from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.layout.variants import blank_variant
from skjema.layout.year_wheel import RIM, SIZE, months, name_spots, number_spots, spokes
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import docx_text, pdf_text

FLOWING = HEAD.replace('layout = "fixed"', 'layout = "flowing"')
GROUP = """[[section.field]]
id = "tiltak"
type = "group"
label = { nb = "Tiltak" }
[[section.field.field]]
id = "hva"
type = "text"
label = { nb = "Hva" }
[[section.field.field]]
id = "frist"
type = "date"
label = { nb = "Frist" }
[[section.field.field]]
id = "hvem"
type = "name"
label = { nb = "Hvem" }
"""
NOTE = '[[section.field]]\nid = "hjul"\ntype = "note"\ntext = {{ nb = "Året" }}\nyear_wheel = {{ {0} }}\n'
WHEEL = NOTE.format('of = "tiltak", date = "frist", who = "hvem"')
ROWS: list[dict[str, Any]] = [
    {"hva": "Lese sammen", "frist": "2027-03-01", "hvem": "Kari Berg"},
    {"hva": "Foreldremøte", "frist": "2027-12-31"},
    {"hva": "Turdag", "frist": "2027-03-31"},
    {"hva": "Uten frist"},
]


def form_with_wheel(folder: Path, head: str = FLOWING) -> Form:
    return form_of(folder, field("navn"), GROUP, WHEEL, head=head)


def test_what_falls_in_a_month_is_called_by_its_number_and_listed_by_name(tmp_path: Path) -> None:
    form = form_with_wheel(tmp_path)
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "tiltak": ROWS})
    (_, wheel), *_ = form.year_wheels
    listed = months(form, wheel, checked.values, "nb")
    assert listed[2] == ("1, 3", "1. Lese sammen (Kari Berg)\n3. Turdag")
    assert listed[11] == ("2", "2. Foreldremøte")
    assert {one for place, one in enumerate(listed) if place not in (2, 11)} == {("", "")}


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ([1, 2, 3, 4, 5], "1, 2, 3, 4, 5"),
        ([1, 2, 3, 4, 5, 6], "1\u20136"),
        ([1, 3, 4, 6, 7, 8, 9], "1, 3, 4, 6\u20139"),
        (list(range(1, 40, 2)), "1, 3, 5, 7, 9, 11, 13 \u2026"),
    ],
)
def test_many_in_a_month_have_room_and_the_list_has_them_all(rows: list[int], numbers: str, tmp_path: Path) -> None:
    form = form_with_wheel(tmp_path)
    listed = [{"hva": f"Nr. {at}", "frist": f"2027-{8 if at in rows else 5:02}-01"} for at in range(1, 40)]
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "tiltak": listed})
    (_, wheel), *_ = form.year_wheels
    august = months(form, wheel, checked.values, "nb")[7]
    assert august.numbers == numbers
    assert len(august.rows.splitlines()) == len(rows)


def test_word_and_pdf_say_the_same_of_every_month(tmp_path: Path) -> None:
    form = form_with_wheel(tmp_path)
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "tiltak": ROWS})
    word, paper = api.render(form, checked, "docx"), api.render(form, checked, "pdf")
    for text in (docx_text(word), pdf_text(paper)):
        words = " ".join(text.replace("|", " ").split())
        assert "Januar – Februar – Mars 1. Lese sammen (Kari Berg) 3. Turdag April –" in words
        assert re.search(r"Desember 2\. Foreldremøte", words)
        assert "1, 3" in words
        assert "jan." in words


def test_the_figure_says_what_it_is_to_who_cannot_see_it(tmp_path: Path) -> None:
    form = form_with_wheel(tmp_path)
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "tiltak": ROWS})
    (tmp_path / "a.docx").write_bytes(api.render(form, checked, "docx"))
    assert 'descr="Årshjul: tolv måneder' in ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    tree = PdfReader(BytesIO(api.render(form, checked, "pdf"))).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    assert any(alt.startswith("Årshjul: tolv måneder") for alt in _alt_texts(tree))


def _alt_texts(part: Any) -> Iterator[str]:
    """What a structure tree says in place of pictures."""
    part = part.get_object()
    if isinstance(part, dict):
        yield str(part.get("/Alt", ""))
        part = part.get("/K", [])
    for inner in part if isinstance(part, list) else [part]:
        if hasattr(inner, "get_object") and not isinstance(inner, int):
            yield from _alt_texts(inner)


def test_a_blank_form_has_the_circle_to_write_in(tmp_path: Path) -> None:
    form = form_with_wheel(tmp_path)
    page = Page(form, blank_variant(form, "nb"), "nb", blank=True)
    text = pdf_text(typeset(page.data))
    assert "Desember" in text
    assert "nov." in text


def test_the_year_begins_at_the_top_and_goes_clockwise() -> None:
    first, *_ = spokes()
    assert first[1] == (SIZE / 2, SIZE / 2 - RIM)
    january, july = name_spots()[0], name_spots()[6]
    assert january.x > SIZE / 2 > july.x
    assert january.y < SIZE / 2 < july.y
    for spot in (*name_spots(), *number_spots()):
        assert 0 < spot.x < SIZE
        assert 0 < spot.y < SIZE


@pytest.mark.parametrize(
    ("keys", "got"),
    [
        ('of = "tiltk", date = "frist"', "tiltk"),
        ('of = "tiltak", date = "hva"', "hva"),
        ('of = "tiltak", date = "frist", who = "hvm"', "hvm"),
    ],
)
def test_a_wheel_of_what_is_not_there_is_a_fault_of_the_definition(tmp_path: Path, keys: str, got: str) -> None:
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), GROUP, NOTE.format(keys), head=FLOWING)
    assert [(one.code, one.params["got"]) for one in told.value.problems] == [("name-unknown", got)]


def test_what_falls_in_another_year_stands_on_the_wheel_of_none(tmp_path: Path) -> None:
    """A deadline in January after the year is no deadline of its January."""
    wheel = NOTE.format('of = "tiltak", date = "frist", year = "ar"')
    form = form_of(tmp_path, field("navn"), field("ar", "integer"), GROUP, wheel, head=FLOWING)
    rows = [*ROWS, {"hva": "Evaluere", "frist": "2028-01-15"}, {"hva": "Planlegge", "frist": "2026-12-01"}]
    for year, january in ((2027, ""), (None, "5")):
        (checked,) = from_json(form, tmp_path, {"navn": "A", "ar": year, "tiltak": rows})
        shown = months(form, form.year_wheels[0][1], checked.values, "nb")
        assert (shown[0].numbers, shown[2].numbers) == (january, "1, 3")


def test_the_year_of_a_wheel_is_a_field_of_the_form(tmp_path: Path) -> None:
    wheel = NOTE.format('of = "tiltak", date = "frist", year = "arr"')
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), field("ar", "integer"), GROUP, wheel, head=FLOWING)
    assert "name-unknown" in [one.code for one in told.value.problems]
