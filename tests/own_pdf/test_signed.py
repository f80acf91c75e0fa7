"""Signed forms: filled in behind what was signed where the signature allows it, else refused."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from skjema.errors import TemplateError
from skjema.render.pdf.own_paper import lint_own_paper
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.drawing import field, from_json
from tests.own_pdf.raw_pdf import raw_pdf, stream, text
from tests.own_pdf.test_zoo import form_with
from tests.own_pdf.zoo import LETTERS, packed_objects
from tests.reading_back import pdf_text, pdf_values


def signed(*, level: int = 0, lock: str = "", form: str = "") -> bytes:
    """A form that carries a signature, which certifies it where it has a level."""
    rules = f"/Reference[<</TransformMethod/DocMDP/TransformParams<</P {level}/V/1.2>>>>]" if level else ""
    return raw_pdf(
        text("navn"), text("merknad", 1), "/FT/Btn/T(gjelder)/Kids[13 0 R]",
        "/Parent 12 0 R/Rect[50 600 70 620]/F 4/AP<</N<</Ja 21 0 R>>>>",
        f"/FT/Sig/T(signatur)/Rect[50 50 250 90]/F 4/V 20 0 R{lock}", tops=[10, 11, 12, 14], form=f"/SigFlags 3{form}",
        more={
            20: f"<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 10 20 30]/Contents<00>{rules}>>".encode(),
            21: stream(b"0 0 20 20 re f", "/Subtype/Form/BBox[0 0 20 20]"), 30: stream(b"<xdp/>"),
        },
    )  # fmt: skip


FIELDS = (field("navn"), field("merknad"), field("gjelder", "yes_no"))
VALUES = {"navn": LETTERS, "gjelder": "ja"}


def filled(folder: Path, pdf: bytes, *, flat: bool = False, **more: str) -> bytes:
    form = form_with(folder, pdf, *FIELDS)
    return PdfRenderer(form, "nb", flat=flat).render(from_json(form, folder, VALUES | more)[0])


@pytest.mark.parametrize("level", [0, 2, 3])
@pytest.mark.parametrize("is_packed", [False, True], ids=["table", "streams"])
def test_what_was_signed_stays_to_the_byte(tmp_path: Path, level: int, is_packed: bool) -> None:
    pdf = packed_objects(PdfReader(io.BytesIO(signed(level=level)))) if is_packed else signed(level=level)
    result = filled(tmp_path, pdf)
    assert result.startswith(pdf)
    reader = PdfReader(io.BytesIO(result), strict=True)
    assert b"/Prev " + pdf.split(b"startxref")[-1].split()[0] in result[len(pdf) :]
    values = pdf_values(result)
    assert (values["navn"], values["gjelder"]) == (LETTERS, "Ja")
    assert LETTERS in pdf_text(result)
    signature = reader.get_object(20)
    assert isinstance(signature, DictionaryObject)
    assert "/ByteRange" in signature


def test_only_what_is_filled_in_changes(tmp_path: Path) -> None:
    pdf = signed()
    added = filled(tmp_path, pdf)[len(pdf) :]
    changed = {int(line.split()[0]) for line in added.splitlines() if line.endswith(b" 0 obj")}
    assert changed & set(range(1, 31)) == {10, 11, 12, 13}


LOCK = "/Lock<</Action/{action}/Fields[({name})]>>"


@pytest.mark.parametrize(
    ("pdf", "codes"),
    [
        pytest.param(signed(level=1), ["pdf-signed"], id="nothing may change"),
        pytest.param(signed()[: signed().rindex(b"xref\n0 1")], ["pdf-signed"], id="broken besides"),
        pytest.param(signed(form="/XFA 30 0 R"), ["pdf-signed"], id="XFA beside it"),
        pytest.param(signed(lock="/Lock<</Action/All>>"), ["pdf-signed-locked"], id="all is locked"),
        pytest.param(
            signed(lock=LOCK.format(action="Include", name="navn")), ["pdf-signed-locked"], id="one is locked"
        ),
        pytest.param(signed(lock=LOCK.format(action="Exclude", name="navn")), ["pdf-signed-locked"], id="others are"),
    ],
)
def test_what_a_signature_forbids_is_refused(tmp_path: Path, pdf: bytes, codes: list[str]) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(tmp_path, pdf)
    assert [one.code for one in caught.value.problems] == codes
    if pdf.endswith(b"%%EOF\n"):  # that it is broken shows where it is filled in
        form = form_with(tmp_path, pdf, *FIELDS)
        assert [one.code for one in lint_own_paper(form, "nb") if one.code.startswith("pdf-signed")] == codes


def test_a_lock_on_other_fields_is_none(tmp_path: Path) -> None:
    assert filled(tmp_path, signed(lock=LOCK.format(action="Include", name="annet")))


@pytest.mark.parametrize("more", [{"flat": True}, {"merknad": "svært lang " * 30}], ids=["flat", "with a sheet behind"])
def test_what_would_take_a_signature_away_is_refused(tmp_path: Path, more: dict[str, object]) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(tmp_path, signed(), **more)  # type: ignore[arg-type]
    assert [one.code for one in caught.value.problems] == ["pdf-signed-flat"]
