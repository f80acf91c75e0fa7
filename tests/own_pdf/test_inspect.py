"""`skjema lint` of a PDF finds all that is wrong with it at once, and marks the places in a copy."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, TextStringObject

from skjema.render.pdf.inspect_pdf import inspect_pdf
from tests.cli.running import skjema
from tests.own_pdf.raw_pdf import raw_pdf, stream, text

SAID = "/TU(Navn)/F 4"
NAVN = text("navn", more=SAID)
LINK = b"<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/A<</S/%s>>>>"


def remarked() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(raw_pdf(NAVN)))
    remark = FreeText(text="Husk datoen", rect=(50, 50, 200, 100))
    remark[NameObject("/T")] = TextStringObject("Kari Prøve")
    writer.add_annotation(0, remark)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def told_by(pdf: bytes, info: str) -> bytes:
    """The same with an information dictionary."""
    return pdf.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info<<%s>>" % info.encode())


FAULTS: dict[str, tuple[bytes, list[tuple[str, object]]]] = {
    "nothing": (raw_pdf(NAVN), []),
    "two fields on one name": (raw_pdf(NAVN, text("navn", 1, more=SAID)), [("pdf-name-shared", ("navn",))]),
    "one field in two places": (
        raw_pdf("/FT/Tx/T(navn)/TU(Navn)/Kids[11 0 R 12 0 R]", "/Parent 10 0 R/F 4/Rect[50 700 250 720]",
                "/Parent 10 0 R/F 4/Rect[50 600 250 620]", tops=[10]), [],
    ),
    "off the page": (raw_pdf(text("navn", size="600 20", more=SAID)), [("pdf-off-page", ("navn",))]),
    "on no page": (raw_pdf(NAVN, text("x", 1, more="/TU(x)/F 2")), [("pdf-unseen", ("x",))]),
    "no tooltip": (raw_pdf(text("navn")), [("pdf-no-tooltip", ("navn",))]),
    "a calculation": (
        raw_pdf(text("navn", more=SAID + "/AA<</C<</S/JavaScript/JS(1)>>>>")), [("pdf-calculated", ("navn",))],
    ),
    "a script of a field": (
        raw_pdf(text("navn", more=SAID + "/AA<</K<</S/JavaScript/JS(1)>>>>")), [("pdf-script", ("navn",))],
    ),
    "a script at the opening": (raw_pdf(NAVN, root="/OpenAction<</S/JavaScript/JS(1)>>"), [("pdf-script", ("JavaScript",))]),
    "a program that is started after a link": (
        raw_pdf(NAVN, root="/OpenAction<</S/GoTo/D[3 0 R]/Next[<</S/Launch/F(x.exe)>>]>>"), [("pdf-action", ("Launch",))],
    ),
    "actions that go in a circle": (
        raw_pdf(NAVN, root="/OpenAction 20 0 R", more={20: b"<</S/SubmitForm/F(http://x.no)/Next 20 0 R>>"}),
        [("pdf-action", ("SubmitForm",))],
    ),
    "a button that sends": (
        raw_pdf(NAVN, "/FT/Btn/Ff 65536/T(send)/Rect[50 100 90 120]/F 4/A<</S/SubmitForm/F(http://x.no)>>"),
        [("pdf-action", ("send",))],
    ),
    "a link that starts a program": (
        raw_pdf(NAVN, annotations=[10, 20], more={20: LINK % b"Launch"}), [("pdf-action", ("Launch",))],
    ),
    "a link to a page of the web": (raw_pdf(NAVN, annotations=[10, 20], more={20: LINK % b"URI"}), []),
    "files within": (raw_pdf(NAVN, root="/Names<</EmbeddedFiles<<>>>>"), [("pdf-action", ("EmbeddedFiles",))]),
    "XFA": (raw_pdf(NAVN, form="/XFA 20 0 R", more={20: stream(b"<xdp/>")}), [("pdf-xfa", None)]),
    "XFA alone": (raw_pdf(form="/XFA 20 0 R", more={20: stream(b"<xdp/>")}), [("pdf-xfa-only", None)]),
    "a font that the file lacks": (
        raw_pdf(NAVN, page="/Resources<</Font<</F1 5 0 R>>>>"), [("pdf-font-missing", ("Helvetica",))],
    ),
    "who made it": (told_by(raw_pdf(NAVN), "/Author(Kari)/Company()/Title(Skjema)"), [("pdf-personal", ("Author",))]),
    "who made it, in XMP": (
        raw_pdf(NAVN, root="/Metadata 20 0 R", more={20: stream(b"<dc:creator><rdf:li>Kari</rdf:li></dc:creator>")}),
        [("pdf-personal", ("XMP dc:creator",))],
    ),
    "a remark": (remarked(), [("pdf-comments", None)]),
    "filled in": (raw_pdf(text("navn", more=SAID + "/V(Ola)")), [("pdf-prefilled", ("navn",))]),
    "no PDF": (b"hei", [("pdf-unreadable", None)]),
    "several at once": (
        raw_pdf(text("navn", size="600 20", more="/F 4/V(Ola)")),
        [("pdf-off-page", ("navn",)), ("pdf-prefilled", ("navn",)), ("pdf-no-tooltip", ("navn",))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_every_fault_is_found_with_its_place(case: str) -> None:
    pdf, wanted = FAULTS[case]
    found = [one.problem for one in inspect_pdf("x.pdf", pdf)]
    assert [(one.code, one.params.get("names")) for one in found] == wanted
    assert not any("Ola" in one.text("nb") or "Kari" in one.text("nb") for one in found), "a value in a message"


def test_a_copy_has_a_remark_at_each_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("etat.pdf").write_bytes(told_by(raw_pdf(text("navn"), text("navn", 1)), "/Author(Kari)"))
    told = skjema("lint", "etat.pdf", "--annotate")
    assert (told.code, [line.rpartition("[")[2] for line in told.lines]) == (
        1, ["pdf-personal]", "pdf-name-shared]", "pdf-no-tooltip]"],
    )  # fmt: skip
    reader = PdfReader("etat-merknader.pdf", strict=True)
    remarks = [one.get_object() for one in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    marked = [one for one in remarks if one["/Subtype"] != "/Widget"]
    assert [(one["/Subtype"], [float(edge) for edge in one["/Rect"]], one["/Contents"].count("[pdf-")) for one in marked] == [
        ("/Text", [10, 812, 30, 832], 1), ("/Square", [48.5, 778.5, 251.5, 801.5], 2),
        ("/Square", [48.5, 738.5, 251.5, 761.5], 2),
    ]  # fmt: skip
    assert all("/N" in one["/AP"] for one in marked)
    assert (reader.get_fields() or {}).keys() == {"navn"}


def test_notes_alone_are_no_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("etat.pdf").write_bytes(raw_pdf(text("navn")))
    told = skjema("lint", "etat.pdf")
    assert (told.code, len(told.lines)) == (0, 1)
    assert not Path("etat-merknader.pdf").exists()
