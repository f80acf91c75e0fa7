"""Each box of a form as a screen reader and a program that fills it in know it."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from skjema.definition.model import Form
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from tests.drawing import field, form_of, from_json, lines
from tests.reading_back import pdf_fields

READ_ONLY, REQUIRED = 1, 2
THREE = (
    '[{ id = "a", label = { nb = "Avis" } }, { id = "b", label = { nb = "Bok" } }, { id = "c", label = { nb = "Cd" } }]'
)


def column(name: str, kind: str, more: str = "") -> str:
    return f'[[section.field.field]]\nid = "{name}"\ntype = "{kind}"\nlabel = {{ nb = "{name.capitalize()}" }}\n{more}'


def group(name: str, more: str, *columns: str) -> str:
    head = f'[[section.field]]\nid = "{name}"\ntype = "group"\nlabel = {{ nb = "{name.capitalize()}" }}\n{more}\n'
    return head + "".join(columns)


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    form: Form = form_of(
        tmp_path_factory.mktemp("skjema"),
        field("navn", required="true"),
        field("om", "longtext", required="\"navn == 'x'\""),
        field("tolk", "yes_no", required="true"),
        field("ting", "choices", choices=THREE),
        field("en", "choice", choices=THREE),
        group("barn", "max = 2\nblank = 2", column("fornavn", "text", "width = 6\nrequired = true\n"), column("gutt", "yes_no", "width = 6\n")),
        group("dager", 'row = [{ id = "m", label = { nb = "Mandag" } }]', column("tid", "time"), column("skole", "choice", f"choices = {THREE}\n")),
        field("sign", "signature", label='{ nb = "Underskrift" }', filled_by='"recipient"', required="true"),
    )  # fmt: skip
    return pdf_fields(blank_pdf(form, "nb"))


def test_a_box_says_what_it_is_for_its_row_and_whether_it_must_be_filled_in(boxes: dict[str, Any]) -> None:
    assert {name: str(box.get("/TU")) for name, box in boxes.items()} == {
        "navn": "Navn (må fylles ut)",
        "om": "Om",
        "tolk": "Tolk (må fylles ut)",
        "ting.a": "Ting: Avis",
        "ting.b": "Ting: Bok",
        "ting.c": "Ting: Cd",
        "en": "En",
        "barn.1.fornavn": "Barn 1: Fornavn (må fylles ut)",
        "barn.1.gutt.ja": "Barn 1: Gutt",
        "barn.2.fornavn": "Barn 2: Fornavn (må fylles ut)",
        "barn.2.gutt.ja": "Barn 2: Gutt",
        "dager.m.tid": "Mandag: Tid",
        "dager.m.skole": "Mandag: Skole",
        "sign.1.navn": "Underskrift",
        "sign.1.dato": "Underskrift: Dato (må fylles ut)",
        "sign.1.underskrift": "Underskrift (må fylles ut)",
    }


def test_what_must_be_filled_in_is_marked_so_but_for_the_name_under_a_line(boxes: dict[str, Any]) -> None:
    assert {name for name, box in boxes.items() if int(box.get("/Ff", 0)) & REQUIRED} == {
        "navn", "tolk", "barn.1.fornavn", "barn.2.fornavn", "sign.1.dato", "sign.1.underskrift",
    }  # fmt: skip


@pytest.mark.parametrize("is_flat", [False, True])
def test_a_text_too_long_for_a_cell_is_told_with_the_row_it_was_written_in(tmp_path: Path, is_flat: bool) -> None:
    barn = group(
        "barn", "max = 2", column("fornavn", "text", "width = 6\n"), column("kallenavn", "text", "width = 6\n")
    )
    form = form_of(tmp_path, field("navn"), barn)
    rows = [{"fornavn": "Kari"}, {"fornavn": "Per " * 40}]
    (record,) = from_json(form, tmp_path, {"navn": "A", "barn": rows})
    (told,) = lines(list(PdfRenderer(form, "nb", flat=is_flat).problems(record)))
    assert told.startswith("poster.json:$[0].barn[1].fornavn: «Barn 2: Fornavn» er omtrent ")
    assert told.endswith("[text-attached]")


def test_what_the_office_has_filled_in_is_locked_and_the_recipients_part_open(tmp_path: Path) -> None:
    signature = field("sign", "signature", filled_by='"recipient"', required="true", signer='"navn"')
    form = form_of(tmp_path, field("navn"), field("svar", "yes_no", filled_by='"recipient"'), signature)
    (record,) = from_json(form, tmp_path, {"navn": "Kari"})
    found = {name: int(box.get("/Ff", 0)) for name, box in pdf_fields(PdfRenderer(form, "nb").render(record)).items()}
    assert {name for name, flags in found.items() if flags & READ_ONLY} == {"navn", "sign.1.navn"}
    assert found.keys() == {"navn", "svar", "sign.1.navn", "sign.1.dato", "sign.1.underskrift"}


@pytest.mark.parametrize(
    ("columns", "is_first"),
    [
        ((("inne", "yes_no", ""), ("hva", "text", "")), True),
        ((("inne", "yes_no", ""), ("ute", "yes_no", ""), ("hva", "text", "")), True),
        ((("hva", "text", ""), ("inne", "yes_no", "")), False),
        ((("inne", "yes_no", 'filled_by = "recipient"\n'), ("hva", "yes_no", "")), False),
    ],
)
def test_a_tick_stands_before_its_row_where_the_offices_yes_or_no_is_the_first_column(
    tmp_path: Path, columns: tuple[tuple[str, str, str], ...], is_first: bool
) -> None:
    days = group(
        "dager",
        'row = [{ id = "m", label = { nb = "Mandag" } }]',
        *(column(name, kind, f"width = 4\n{more}") for name, kind, more in columns),
    )
    content = blank_pdf(form_of(tmp_path, field("navn"), days), "nb")
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    found = page.search("Mandag").get_next()
    assert found is not None
    label = page.get_charbox(found[0])[0]
    annotations: Any = PdfReader(io.BytesIO(content)).pages[0]["/Annots"]
    rects = [[float(edge) for edge in one.get_object()["/Rect"]] for one in annotations]
    boxes = [left for left, bottom, right, top in rects if abs((bottom + top) / 2 - page.get_charbox(found[0])[1]) < 15]
    assert len(boxes) >= len(columns)
    assert (min(boxes) < label) == is_first
