"""Groups in groups: their rows are found by number or name, counted for each outer row, and told where they fit none."""

import json
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.word.check_names import template_problems
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.check import RecordChecker
from tests.drawing import HEAD, TODAY, checked, field, form_of, lines
from tests.reading_back import docx_text, pdf_fields, pdf_text

FLOWING = HEAD.replace('layout = "fixed"', 'layout = "flowing"')


def column(name: str, kind: str = "text", deep: str = ".field", **keys: str) -> str:
    return field(name, kind, **keys).replace("[[section.field]]", f"[[section.field{deep}]]")


def group(name: str, deep: str = "", **keys: str) -> str:
    keys = {"label": f'{{ nb = "{name.capitalize()}" }}', **keys}
    return f'[[section.field{deep}]]\nid = "{name}"\ntype = "group"\n' + "".join(
        f"{k} = {v}\n" for k, v in keys.items()
    )


INNER = group("tiltak", ".field", min="1", max="3", numbered="true") + column(
    "hva", deep=".field.field", required="true"
)
GOALS = group("mal", min="1") + column("tittel", required="true")
NUMBERED = group("mal", min="1") + column("mal_nr", required="true") + column("tittel", required="true")
JSON = {
    "navn": "Kari Nes",
    "mal": [
        {"tittel": "Lese", "tiltak": [{"hva": "Lesekurs"}, {"hva": "Lydbok"}]},
        {"tittel": "Sove", "tiltak": [{"hva": "Faste tider"}]},
    ],
}


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn"), GOALS, INNER, head=FLOWING)


def book(path: Path, goals: list[list[Any]], measures: list[list[Any]]) -> Path:
    """A workbook as XlsxWriter makes it."""
    with Workbook(path) as made:
        for title, rows in (("Rader", [["Navn"], ["Kari Nes"]]), ("Mal", goals), ("Tiltak", measures)):
            sheet = made.add_worksheet(title)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


def under(form: Form, path: Path) -> tuple[list[tuple[str, int | None]], list[str]]:
    """What each inner row says, and the number of the outer row it was found to stand in; and what is told."""
    records, problems = checked(form, path)
    return [(row["hva"], row["under"]) for row in records[0].values["tiltak"]], lines(problems)


def in_json(folder: Path, **changes: Any) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps([JSON | changes]), "utf-8")
    return path


WANTED = [("Lesekurs", 1), ("Lydbok", 1), ("Faste tider", 2)]


def test_json_has_them_nested(form: Form, tmp_path: Path) -> None:
    assert under(form, in_json(tmp_path)) == (WANTED, [])


@pytest.mark.parametrize("names", [("Lese", "Sove"), ("LESE ", "sove"), (1, 2), ("1", "2"), (1.0, 2.0)])
def test_a_sheet_of_its_own_says_the_row_by_name_or_by_number(
    names: tuple[Any, Any], form: Form, tmp_path: Path
) -> None:
    goals = [["Navn", "Tittel"], ["Kari Nes", "Lese"], ["Kari Nes", "Sove"]]
    read, sleep = names
    measures = [
        ["Navn", "Mal", "Hva"],
        *(["Kari Nes", *row] for row in ((read, "Lesekurs"), (sleep, "Faste tider"), (read, "Lydbok"))),
    ]
    assert under(form, book(tmp_path / "a.xlsx", goals, measures)) == (WANTED, [])


def test_numbers_of_the_clerks_own_go_before_places(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), NUMBERED, INNER, head=FLOWING)
    goals: list[list[Any]] = [["Navn", "Mal_nr", "Tittel"], ["Kari Nes", 2, "Lese"], ["Kari Nes", 1, "Sove"]]
    measures: list[list[Any]] = [
        ["Navn", "Mal", "Hva"],
        ["Kari Nes", 2, "Lesekurs"],
        ["Kari Nes", 1, "Faste tider"],
        ["Kari Nes", 3, "Tur"],
    ]
    found, told = under(form, book(tmp_path / "a.xlsx", goals, measures))
    assert found == [("Lesekurs", 1), ("Faste tider", 2), ("Tur", None)]
    assert told == [
        "a.xlsx:Tiltak!B4: «Tiltak 3: Mal» sier '3', men det finnes ingen slik rad blant «Mal». Det finnes: 2, 1."
        " [inner-row-of-none]",
    ]


def test_two_outer_rows_that_are_alike_are_told_once(form: Form, tmp_path: Path) -> None:
    goals = [["Navn", "Tittel"], ["Kari Nes", "Lese"], ["Kari Nes", "lese"]]
    measures = [["Navn", "Mal", "Hva"], ["Kari Nes", "Lese", "Lesekurs"], ["Kari Nes", "Lese", "Lydbok"]]
    _, told = under(form, book(tmp_path / "a.xlsx", goals, measures))
    assert told == [
        "a.xlsx:Mal!B3: «Mal 2: Tittel» er 'lese', som i Mal 1. Gi dem ulike navn eller numre, så radene som hører til, finner"
        " sin. [outer-rows-alike]",
    ]


def test_an_empty_place_is_told_and_a_draft_has_the_row_all_the_same(form: Form, tmp_path: Path) -> None:
    goals = [["Navn", "Tittel"], ["Kari Nes", "Lese"]]
    path = book(tmp_path / "a.xlsx", goals, [["Navn", "Mal", "Hva"], ["Kari Nes", None, "Lesekurs"]])
    assert any("required-empty" in one for one in under(form, path)[1])
    from skjema.records.input import Input

    draft = RecordChecker(form, TODAY, draft=True).check(next(iter(Input(form, (path,)))))
    assert "Lesekurs" in pdf_text(PdfRenderer(form, "nb", draft=True).render(draft))
    assert "Lesekurs" in docx_text(WordRenderer(form, "nb", draft=True).render(draft))


def test_each_outer_row_has_its_limits(form: Form, tmp_path: Path) -> None:
    goals = [{"tittel": "Lese"}, {"tittel": "Sove", "tiltak": [{"hva": f"Tiltak {number}"} for number in range(4)]}]
    _, told = under(form, in_json(tmp_path, mal=goals))
    assert [one.partition(": ")[2].partition(" er ")[0] for one in told] == [
        "Antall rader i «Mal 1: Tiltak»", "Antall rader i «Mal 2: Tiltak»",
    ]  # fmt: skip


def test_on_paper_they_stand_in_their_row_and_are_numbered_within_it(form: Form, tmp_path: Path) -> None:
    record = checked(form, in_json(tmp_path))[0][0]
    for text in (pdf_text(PdfRenderer(form, "nb").render(record)), docx_text(WordRenderer(form, "nb").render(record))):
        places = [
            text.index(words)
            for words in ("Mal 1", "Lese", "1.1", "Lesekurs", "1.2", "Lydbok", "Mal 2", "2.1", "Faste")
        ]
        assert places == sorted(places)


def test_a_blank_form_has_room_for_them_in_each_row(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        field("navn"),
        GOALS.replace("min", "blank = 2\nmin"),
        INNER.replace("min", "blank = 3\nmin"),
        head=FLOWING,
    )
    assert {f"tiltak.{number}.hva" for number in range(1, 7)} < set(pdf_fields(blank_pdf(form, "nb")))


def test_a_built_template_names_them_rightly(form: Form) -> None:
    assert [one.code for one in template_problems(form, "nb")] == []


def test_what_a_group_in_a_group_may_not_be(tmp_path: Path) -> None:
    deeper = group("delmal", ".field.field") + column("x", deep=".field.field.field")
    fixed = GOALS.replace("min = 1", 'row = [{ id = "a", label = { nb = "A" } }]')
    for body in (INNER + deeper, INNER.replace("min = 1\nmax = 3", 'row = [{ id = "a", label = { nb = "A" } }]')):
        with pytest.raises(DefinitionError) as told:
            form_of(tmp_path, field("navn"), GOALS, body, head=FLOWING)
        assert {one.code for one in told.value.problems} == {"group-nested"}
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), fixed, INNER, head=FLOWING)
    assert "group-nested" in {one.code for one in told.value.problems}
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), GOALS.replace("min = 1", 'parent = "x"'), head=FLOWING)
    assert {one.code for one in told.value.problems} == {"key-unknown"}


@pytest.mark.parametrize("secret", ["mal_nr", "tittel"])
def test_what_a_secret_row_is_called_is_not_told(secret: str, tmp_path: Path) -> None:
    columns = [column(name, **({"sensitive": "true"} if name == secret else {})) for name in ("mal_nr", "tittel")]
    form = form_of(tmp_path, field("navn"), group("mal") + "".join(columns), INNER, head=FLOWING)
    goals: list[list[Any]] = [["Navn", "Mal nr", "Tittel"], ["Kari Nes", 1, "Lese"]]
    _, told = under(form, book(tmp_path / "a.xlsx", goals, [["Navn", "Mal", "Hva"], ["Kari Nes", "HIV", "Kurs"]]))
    assert "inner-row-of-none" in "".join(told)
    assert "HIV" not in "".join(told)


@pytest.mark.parametrize("number", ["9" * 5000, "0", "²"])
def test_numbers_of_no_row(number: str, form: Form, tmp_path: Path) -> None:
    goals = [["Navn", "Tittel"], ["Kari Nes", "Lese"]]
    found, told = under(form, book(tmp_path / "a.xlsx", goals, [["Navn", "Mal", "Hva"], ["Kari Nes", number, "Kurs"]]))
    assert found == [("Kurs", None)]
    assert "inner-row-of-none" in "".join(told)


def test_a_row_of_an_outer_group_without_rows(form: Form, tmp_path: Path) -> None:
    _, told = under(form, book(tmp_path / "a.xlsx", [["Navn", "Tittel"]], [["Navn", "Mal", "Hva"], ["Kari Nes", "Lese", "Kurs"]]))  # fmt: skip
    assert any("inner-row-alone" in one and "«Mal» har ingen rader" in one for one in told)


def test_a_column_that_shares_a_line_may_have_a_condition(tmp_path: Path) -> None:
    wide = column("a", width="6") + column("b", width="6", relevant="\"a == 'x'\"") + column("c", width="12")
    form = form_of(tmp_path, field("navn"), group("mal") + wide, head=FLOWING)
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"navn": "Kari Nes", "mal": [{"a": "x", "b": "Bue"}, {"a": "y"}]}]), "utf-8")
    record = checked(form, path)[0][0]
    assert "Bue" in docx_text(WordRenderer(form, "nb").render(record))
    assert "Bue" in pdf_text(PdfRenderer(form, "nb").render(record))


@pytest.mark.parametrize("layout", ["fixed", "flowing"])
@pytest.mark.parametrize("where", ["group", "columns"])
def test_a_group_that_is_not_printed_is_asked_for_and_stands_nowhere(where: str, layout: str, tmp_path: Path) -> None:
    unprinted = {"printed": "false"}
    keys, of_columns = (unprinted, {}) if where == "group" else ({}, unprinted)
    fields = group("mal", max="3", **keys) + column("tittel", **of_columns)
    form = form_of(tmp_path, field("navn"), fields, head=HEAD.replace('"fixed"', f'"{layout}"'))
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"navn": "Kari Nes", "mal": [{"tittel": "Lese"}]}]), "utf-8")
    record = checked(form, path)[0][0]
    assert record.values["mal"][0]["tittel"] == "Lese"
    for text in (docx_text(WordRenderer(form, "nb").render(record)), pdf_text(PdfRenderer(form, "nb").render(record))):
        assert "Kari Nes" in text
        assert "Lese" not in text
    assert "Mal" not in pdf_text(blank_pdf(form, "nb"))


def test_on_paper_rows_are_called_by_their_own_numbers(tmp_path: Path) -> None:
    numbered = group("mal", min="1") + column("mal_nr", "integer") + column("tittel", width="12")
    form = form_of(tmp_path, field("navn"), numbered, INNER, head=FLOWING)
    goals = [
        {"mal_nr": 5, "tittel": "Lese", "tiltak": [{"hva": "Kurs"}]},
        {"tittel": "Sove", "tiltak": [{"hva": "Tur"}]},
    ]
    (tmp_path / "a.json").write_text(json.dumps([{"navn": "Kari Nes", "mal": goals}]), "utf-8")
    record = checked(form, tmp_path / "a.json")[0][0]
    for text in (docx_text(WordRenderer(form, "nb").render(record)), pdf_text(PdfRenderer(form, "nb").render(record))):
        assert [number in text for number in ("Mal 5", "5.1", "Mal 2", "2.1", "Mal 1", "1.1")] == [True] * 4 + [
            False
        ] * 2
