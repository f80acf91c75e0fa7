"""What documents say of themselves: which form, edition and language they are, and whose."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from skjema.definition.model import Form
from skjema.records.mark import FIELD, NO_TOKEN, Mark
from skjema.render.pdf.pdf_renderer import blank_pdf
from skjema.render.word.template import WordTemplate
from tests.cli.running import skjema
from tests.drawing import SAMPLES
from tests.reading_back import docx_part, whose
from tests.render.word.documents import docx

FORM = "samtykke-foto"
DATA = (SAMPLES / FORM / "barn.json", "--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("merke") / "ut"
    assert skjema("fill", FORM, *DATA, "-o", folder).code == 0
    return folder


def tokens(folder: Path) -> dict[int, str]:
    return {one["nr"]: one["key"] for one in json.loads((folder / "run.json").read_text())["outcomes"]}


def test_each_document_carries_the_token_that_the_report_has_of_its_row(run: Path) -> None:
    for number, token in tokens(run).items():
        for ending in ("docx", "pdf"):
            assert whose((run / f"{FORM}-{number:04}.{ending}").read_bytes()) == token


def test_it_stands_in_each_place_that_some_program_keeps(run: Path) -> None:
    (token, *_) = tokens(run).values()
    mark = f"{FORM} 2026-11-30 nb {token}"
    reader = PdfReader(run / f"{FORM}-0001.pdf")
    assert (reader.get_fields() or {})[FIELD]["/V"] == mark
    assert reader.metadata is not None
    assert reader.metadata.get("/Keywords") == mark
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.pdf_keywords == mark
    word = (run / f"{FORM}-0001.docx").read_bytes()
    for part in ("docProps/custom.xml", "docProps/core.xml"):
        assert mark in docx_part(word, part).itertext()


def test_the_field_stands_on_no_page(run: Path) -> None:
    for page in PdfReader(run / f"{FORM}-0001.pdf").pages:
        assert all(one.get_object().get("/T") != FIELD for one in page.get("/Annots", ()))


@pytest.mark.parametrize("more", [("--flat",), ("--lang", "nn")])
def test_a_flat_form_and_one_in_another_language_carry_it_too(tmp_path: Path, more: tuple[str, ...]) -> None:
    assert skjema("fill", FORM, *DATA, "-o", tmp_path / "ut", "--format", "pdf", *more).code == 0
    assert whose((tmp_path / "ut" / f"{FORM}-0002.pdf").read_bytes()) == tokens(tmp_path / "ut")[2]


@pytest.mark.parametrize("form_id", ["iop", "moteinnkalling"])
def test_so_do_forms_that_grow_and_letters(tmp_path: Path, form_id: str) -> None:
    (data,) = (SAMPLES / form_id).glob("*.json")
    skjema("fill", form_id, data, *DATA[1:], "-o", tmp_path / "ut", "--partial")
    found = tokens(tmp_path / "ut")
    documents = [path for path in (tmp_path / "ut").iterdir() if path.suffix in (".pdf", ".docx")]
    assert len(documents) == 2 * len(found)
    assert all(whose(path.read_bytes()) == found[int(path.stem[-4:])] for path in documents)


def test_a_blank_form_is_nobodys(samarbeid: Form) -> None:
    assert whose(blank_pdf(samarbeid, "nb")) == ""


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_pack_is_nobodys_and_one_file(tmp_path: Path, ending: str) -> None:
    skjema("pack", FORM, *DATA, "-o", tmp_path / f"alle.{ending}")
    content = (tmp_path / f"alle.{ending}").read_bytes()
    assert whose(content) == ""
    if ending == "docx":
        assert b"{{" not in etree_bytes(content, "docProps/custom.xml") + etree_bytes(content, "docProps/core.xml")


def etree_bytes(content: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(part)


def test_a_template_without_properties_gets_them() -> None:
    made = WordTemplate("mal.docx", docx("Hei"), marked=True)
    content = made.render({"skjema_merke": f"prove 2026-11-22 nb {'0a' * 12}"})
    assert whose(content) == "0a" * 12
    Document(io.BytesIO(content))  # another program opens it


def test_a_mark_is_read_among_other_words_and_nothing_else_is_one() -> None:
    mark = Mark("iop", "2026-11-30", "nn", "ab" * 12)
    assert Mark.read(f"Vår nøkkel, {mark}; arkiv") == mark
    assert Mark.read(f"iop 2026-11-30 nn {NO_TOKEN}") == Mark("iop", "2026-11-30", "nn")
    for text in ("", "iop 2026-11-30", "iop 2026-11-30 nb abc", "iop i går nb " + "ab" * 12):
        assert Mark.read(text) is None


def test_a_copy_that_another_program_has_saved_still_says_it(run: Path) -> None:
    content = (run / f"{FORM}-0001.pdf").read_bytes()
    for incremental in (False, True):
        writer = (
            PdfWriter(io.BytesIO(content), incremental=True)
            if incremental
            else PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
        )
        saved = io.BytesIO()
        writer.update_page_form_field_values(writer.pages[1], {"unntak": "Ingen"}, auto_regenerate=False)
        writer.write(saved)
        assert whose(saved.getvalue()) == whose(content)
    word = Document(str(run / f"{FORM}-0001.docx"))
    word.add_paragraph("Hilsen mor")
    saved = io.BytesIO()
    word.save(saved)
    assert whose(saved.getvalue()) == whose((run / f"{FORM}-0001.docx").read_bytes())
