"""Rows of tables that are filled in by hand have room for a pen, in Word and on the PDF: eight millimetres."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from skjema.formats.fonts import latin_font
from skjema.layout.variants import blank_variant
from skjema.render.pdf.compile_pages import compile_pages
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.word.static_parts import build_template
from tests.drawing import HEAD, form_of
from tests.reading_back import W

PEN, ROUNDED = 8.0, 0.01
MILLIMETRE = 72 / 25.4


def table_of(rows: int, kind: str, who: str) -> str:
    columns = "".join(
        f'[[section.field.field]]\nid = "{name}"\ntype = "{kind}"\nlabel = {{ nb = "{name}" }}\nfilled_by = "{who}"\nwidth = 6\n'
        for name in ("hva", "hvem")
    )
    return f'[[section.field]]\nid = "avtaler"\ntype = "group"\nlabel = {{ nb = "Avtale" }}\nblank = {rows}\n{columns}'


@pytest.mark.parametrize("rows", [2, 6, 7, 14])
@pytest.mark.parametrize(
    ("layout", "kind", "who", "least"),
    [
        ("fixed", "text", "office", PEN),
        ("fixed", "text", "recipient", PEN),
        ("fixed", "longtext", "recipient", 12.0),
        ("flowing", "text", "recipient", PEN),
        ("flowing", "longtext", "recipient", 12.0),
    ],
)
def test_a_row_to_write_in_is_as_high_as_a_pen_needs(
    tmp_path: Path, rows: int, layout: str, kind: str, who: str, least: float
) -> None:
    form = form_of(tmp_path, table_of(rows, kind, who), head=HEAD.replace('"fixed"', f'"{layout}"'), more=NAME)
    assert min(word_rows(build_template(form, "nb"))) >= least - ROUNDED
    blank = compile_pages(FillablePdf, form, blank_variant(form, "nb"), "nb", latin_font()).fill({})
    assert min(pdf_rows(blank)) >= least - ROUNDED


NAME = '[[section]]\nid = "hvem_del"\n[[section.field]]\nid = "navn"\ntype = "text"\nlabel = { nb = "Navn" }\n'


def word_rows(content: bytes) -> list[float]:
    """Heights of the rows that hold a value of the table, in millimetres."""
    found = []
    for row in Document(io.BytesIO(content)).element.body.iter(f"{W}tr"):
        if "rad.hva" in "".join(one.text or "" for one in row.iter(f"{W}t")):
            height = row.find(f"{W}trPr/{W}trHeight")
            found.append(0.0 if height is None else int(height.get(qn("w:val"))) / 20 / MILLIMETRE)
    return found


def pdf_rows(content: bytes) -> list[float]:
    """How far it is from each row's box to the next one's on its page, in millimetres."""
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        widgets = [one.get_object() for one in page.get("/Annots", ())]
        bottoms = sorted(float(one["/Rect"][1]) for one in widgets if str(one.get("/T")) == "hva")
        found += [(upper - lower) / MILLIMETRE for lower, upper in pairwise(bottoms)]
    return found
