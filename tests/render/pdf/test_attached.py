"""Texts too long for their boxes: they begin there and go on on a sheet behind the form, and not a word is lost."""

import io
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from skjema.definition.model import Form
from skjema.problems import Severity
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.checked import CheckedRecord
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import docx_text, page_count, pdf_fields, pdf_text, pdf_values

WORDS = [f"ord{number}" for number in range(400)]
STORY = " ".join(WORDS[:200]) + "\n\n" + " ".join(WORDS[200:])
FIELDS = (
    field("navn"),
    field("sted", width="3"),
    field("bakgrunn", "longtext", lines="4"),
    field("tiltak", "longtext", lines="3"),
    field("svar", "yes_no", filled_by='"recipient"'),
)


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, *FIELDS)


def record(form: Form, folder: Path, **more: Any) -> CheckedRecord:
    return from_json(form, folder, {"navn": "Máret Ŋaba", "bakgrunn": STORY, **more})[0]


def pages(pdf: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        document.init_forms()
        return [page.get_textpage().get_text_range() for page in document]


def packed(form: Form, *records: CheckedRecord) -> bytes:
    out = io.BytesIO()
    pack = PdfPack(out, form, "nb")
    pack.finish([pack.add(one) for one in records], [], duplex=False)
    return out.getvalue()


@pytest.mark.parametrize("flat", [False, True])
def test_every_word_is_on_the_form_or_on_the_sheet_once_and_in_order(form: Form, tmp_path: Path, flat: bool) -> None:
    pdf = PdfRenderer(form, "nb", flat=flat).render(record(form, tmp_path))
    first, second = pdf_text(pdf).split("Vedlegg 1: Bakgrunn")
    assert "(fortsetter på vedlegg 1)" in first
    assert re.findall(r"ord\d+", first + second) == WORDS
    assert len(re.findall(r"ord\d+", second)) > 200


def test_the_sheet_is_counted_and_says_whom_it_concerns(form: Form, tmp_path: Path) -> None:
    short = PdfRenderer(form, "nb").render(record(form, tmp_path, bakgrunn="Kort"))
    assert "Side 1 av 1" in pdf_text(short)
    for flat in (False, True):
        first, sheet = pages(PdfRenderer(form, "nb", flat=flat).render(record(form, tmp_path)))
        assert "Side 1 av 2" in first
        assert "Side 2 av 2" in sheet
        assert "Máret Ŋaba" in sheet


def test_what_stands_in_a_locked_box_is_what_is_seen(form: Form, tmp_path: Path) -> None:
    value = pdf_values(PdfRenderer(form, "nb").render(record(form, tmp_path)))["bakgrunn"]
    assert value.endswith("\n(fortsetter på vedlegg 1)")
    assert value.startswith("ord0 ord1 ")


def test_texts_are_numbered_and_a_short_one_stands_there_whole(form: Form, tmp_path: Path) -> None:
    one = record(form, tmp_path, sted="Øvre Eksempeldal oppvekstsenter, avdeling Nord", tiltak="Lest høyt. " * 60)
    found = pdf_text(PdfRenderer(form, "nb", flat=True).render(one))
    assert "… se vedlegg 1" in found
    assert "(fortsetter på vedlegg 2)" in found
    assert "(fortsetter på vedlegg 3)" in found
    order = [found.index(title) for title in ("Vedlegg 1: Sted", "Vedlegg 2: Bakgrunn", "Vedlegg 3: Tiltak")]
    assert order == sorted(order)
    assert found.replace("\r\n", " ").count("Øvre Eksempeldal oppvekstsenter, avdeling Nord") == 1


def test_it_is_told_with_its_place_and_printed(form: Form, tmp_path: Path) -> None:
    (told,) = PdfRenderer(form, "nb").problems(record(form, tmp_path))
    assert (told.code, told.severity) == ("text-attached", Severity.WARNING)
    assert told.place is not None
    assert told.place.path == "$[0].bakgrunn"


def test_in_a_pack_the_same_pages_stand_and_other_records_have_none(form: Form, tmp_path: Path) -> None:
    long, short = record(form, tmp_path), record(form, tmp_path, bakgrunn="Kort")
    pack = packed(form, short, long, short, long)
    assert page_count(pack) == 6
    texts = pages(pack)
    assert [("Vedlegg 1" in text, "Side 2 av 2" in text) for text in texts] == [
        (False, False), (False, False), (True, True), (False, False), (False, False), (True, True)
    ]  # fmt: skip
    assert re.findall(r"ord\d+", texts[1] + texts[2]) == WORDS
    assert "Side 1 av 1" in texts[0]


def test_a_letter_of_the_ending_that_no_value_has_is_in_the_packs_font(form: Form, tmp_path: Path) -> None:
    one = from_json(form, tmp_path, {"navn": "Олександр", "bakgrunn": "я " * 900})[0]
    assert "(fortsetter på vedlegg 1)" in pages(packed(form, one))[0]


def test_the_sheet_is_tagged(form: Form, tmp_path: Path) -> None:
    for flat in (False, True):
        reader = PdfReader(io.BytesIO(PdfRenderer(form, "nb", flat=flat).render(record(form, tmp_path))))
        assert "/StructParents" in reader.pages[1]
        assert b"/MCID 2" in reader.pages[1].get_contents().get_data().replace(b"<<", b" ")  # type: ignore[union-attr]


def test_nynorsk_says_it_in_nynorsk(tmp_path: Path) -> None:
    fields, head = (text.replace("nb = ", "nn = ").replace('"nb"', '"nn"') for text in ("".join(FIELDS), HEAD))
    form = form_of(tmp_path, fields, head=head)
    assert "(held fram på vedlegg 1)" in pdf_text(PdfRenderer(form, "nn").render(record(form, tmp_path)))


def test_word_needs_no_sheet_since_its_boxes_grow(form: Form, tmp_path: Path) -> None:
    (form.folder / "prove.nb.docx").write_bytes(build_template(form, "nb"))
    made = docx_text(WordRenderer(form, "nb").render(record(form, tmp_path)))
    assert re.findall(r"ord\d+", made) == WORDS
    assert "edlegg" not in made


def test_an_answer_of_the_recipients_that_is_known_and_long_goes_on_as_well(tmp_path: Path) -> None:
    flowing = HEAD.replace('"fixed"', '"flowing"')
    form = form_of(tmp_path, field("navn"), field("svar", "longtext", filled_by='"recipient"'), head=flowing)
    one = from_json(form, tmp_path, {"navn": "Kari", "svar": STORY})[0]
    for flat in (False, True):
        pdf = PdfRenderer(form, "nb", flat=flat).render(one)
        assert re.findall(r"ord\d+", pdf_text(pdf)) == WORDS
        assert "Vedlegg 1: Svar" in pdf_text(pdf)
        assert ("svar" in pdf_fields(pdf)) is not flat
    assert re.findall(r"ord\d+", " ".join(pages(packed(form, one)))) == WORDS


def test_rows_in_rows_are_called_as_on_the_form_and_numbered_down_the_page(tmp_path: Path) -> None:
    long = 'type = "longtext"\nlines = 2\n'
    goals = (
        '[[section.field]]\nid = "plan"\ntype = "group"\nlabel = { nb = "Plan" }\n'
        f'[[section.field.field]]\nid = "om"\n{long}label = {{ nb = "Om planen" }}\n'
        '[[section.field.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
        f'[[section.field.field.field]]\nid = "tekst"\n{long}label = {{ nb = "Måltekst" }}\n'
    )
    form = form_of(tmp_path, field("navn"), goals)
    plans = [{"om": STORY, "maal": [{"tekst": STORY}, {"tekst": STORY}]}, {"om": STORY, "maal": [{"tekst": STORY}]}]
    found = pdf_text(
        PdfRenderer(form, "nb", flat=True).render(from_json(form, tmp_path, {"navn": "A", "plan": plans})[0])
    )
    titles = re.findall(r"Vedlegg \d: .*", found)
    assert [title.strip() for title in titles] == [
        "Vedlegg 1: Plan 1: Om planen", "Vedlegg 2: Mål 1.1: Måltekst", "Vedlegg 3: Mål 1.2: Måltekst",
        "Vedlegg 4: Plan 2: Om planen", "Vedlegg 5: Mål 2.1: Måltekst",
    ]  # fmt: skip
    assert re.findall(r"fortsetter på vedlegg (\d)", found) == ["1", "2", "3", "4", "5"]


def test_a_box_too_small_to_say_where_it_goes_on_is_an_error_as_before(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("kort", width="1"), field("resten", width="11"))
    (told,) = PdfRenderer(form, "nb").problems(from_json(form, tmp_path, {"navn": "Kari", "kort": "lang tekst her"})[0])
    assert (told.code, told.severity) == ("text-too-long", Severity.ERROR)
