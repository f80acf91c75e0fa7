"""What somebody else's PDF claims to be is kept where it still holds, and its loss is told where it doesn't."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from skjema.draft.fillable_copy import fillable_copy
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.structure import elements_of, parent_tree
from skjema.render.pdf.own_paper import lint_own_paper
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.draft.truth import PAPERS
from tests.drawing import field, from_json
from tests.own_pdf.raw_pdf import raw_pdf, stream, text
from tests.own_pdf.test_zoo import form_with

LONG = " ".join(f"ord{number}" for number in range(300))


def claiming(said: str, *, intent: bool = True) -> bytes:
    root = "/Metadata 20 0 R" + "/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 21 0 R>>]" * intent
    return raw_pdf(text("navn"), root=root, more={20: stream(said.encode()), 21: stream(b"", "/N 3")})


KEPT: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "PDF/A-2": (claiming("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"), ()),
    "PDF/A-1": (claiming("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"), ("PDF/A-1b",)),
    "PDF/A-1 in keys": (claiming("<d pdfaid:part='1' pdfaid:conformance=\"A\" x='y'/>"), ("PDF/A-1a",)),
    "no colours of its own": (claiming("<pdfaid:part>3</pdfaid:part>", intent=False), ("PDF/A-3",)),
    "PDF/UA": (claiming("<pdfuaid:part>1</pdfuaid:part>"), ()),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_claim_that_is_lost_is_told_and_gone(tmp_path: Path, name: str) -> None:
    pdf, lost = KEPT[name]
    form = form_with(tmp_path, pdf, field("navn"))
    found = [one.params["names"] for one in lint_own_paper(form, "nb") if one.code == "pdf-claim-lost"]
    assert found == ([lost] if lost else [])
    made = PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Kari"})[0])
    said = PdfReader(io.BytesIO(made)).root_object["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert (b"part" in said) is not bool(lost)
    assert b"x='y'" in said or b"keys" not in name.encode()


@pytest.mark.parametrize("flat", [False, True])
def test_the_sheets_behind_a_tagged_form_are_tagged_as_well(tmp_path: Path, flat: bool) -> None:
    chromiums = fillable_copy("x.pdf", (PAPERS / "samtykke.pdf").read_bytes()).pdf
    om = field("om", "longtext", lines="3", pdf='"har_dere_noe_a_tilfoye"')
    form = form_with(tmp_path, chromiums, field("navn"), om)
    made = PdfRenderer(form, "nb", flat=flat).render(from_json(form, tmp_path, {"navn": "Kari", "om": LONG})[0])
    document = Document(made)
    sheet, tree = document.pages[-1], parent_tree(document)
    here = tree[int(str(sheet["/StructParents"]))][0]
    assert isinstance(here, ArrayObject)
    elements = [one.get_object() for one in here]
    assert {str(one["/S"]) for one in elements} == {"/H1", "/P"}
    part = elements[0]["/P"]
    while part["/S"] != "/Part":
        part = part["/P"]
    top = part["/P"]
    assert (part["/Lang"], top["/S"], part in [one.get_object() for one in elements_of(top)]) == (
        "nb-NO",
        "/Document",
        True,
    )
    numbers = list(tree)
    assert len(numbers) == len(set(numbers))
