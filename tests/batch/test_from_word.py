"""An office's own Word file, and PDFs made of it: in a run, in a pack, and from the API."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from skjema import api
from skjema.batch.plan import Plan
from skjema.convert import conversion
from tests.cli.running import skjema
from tests.drawing import HEAD, TODAY, field, sheet, write_form
from tests.reading_back import docx_text
from tests.render.word.documents import docx

BODY = '[[section]]\nid = "del"\n' + field("navn", "name") + field("sted")
OWN = HEAD.replace('layout = "fixed"', 'layout = "fixed"\nword = "own"')
FROM_WORD = OWN.replace('word = "own"', 'word = "own"\npdf = "from-word"')
NAMES = ["Kari Berg", "Ola Ås", "Nora Ødegård"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], *([name, "Bodø"] for name in NAMES)])
    return tmp_path


def write(folder: Path, head: str, *paragraphs: str) -> None:
    form_folder = write_form(folder, BODY, head)
    if paragraphs:
        (form_folder / "prove.nb.docx").write_bytes(docx(*paragraphs))


def words_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


LETTER = ("Kjære {{ navn }}", "Hilsen {{ sted }}")


def test_pdfs_are_made_of_the_filled_word_files_in_one_go(folder: Path) -> None:
    write(folder, FROM_WORD, *LETTER)
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut")
    assert found.code == 1, found.said  # for what python-docx puts into every file
    assert sorted(path.name for path in (folder / "ut").iterdir()) == [
        *(f"prove-000{number}.{kind}" for number in (1, 2, 3) for kind in ("docx", "pdf")), "run.json", "run.key",
    ]  # fmt: skip
    for number, name in enumerate(NAMES, start=1):
        assert docx_text((folder / f"ut/prove-000{number}.docx").read_bytes()).startswith(f"Kjære {name}")
        (page,) = words_of((folder / f"ut/prove-000{number}.pdf").read_bytes())
        assert page.split("\n")[:2] == [f"Kjære {name}", "Hilsen Bodø"]


@pytest.mark.thorough
def test_pdfs_alone_and_in_an_archive_and_by_several_processes(folder: Path) -> None:
    write(folder, FROM_WORD, *LETTER)
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut.zip", "--format", "pdf", "--workers", "2")
    assert found.code == 1, found.said
    with zipfile.ZipFile(folder / "ut.zip") as archive:
        assert [name for name in archive.namelist() if name != "run.json"] == [
            f"prove-000{one}.pdf" for one in (1, 2, 3)
        ]
        assert [words_of(archive.read(f"prove-000{one}.pdf"))[0].split("\n")[0] for one in (1, 2, 3)] == [
            f"Kjære {name}" for name in NAMES
        ]


def test_word_files_alone_need_no_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, FROM_WORD, *LETTER)
    monkeypatch.setenv("SKJEMA_SOFFICE", str(folder / "finnes-ikke"))
    assert skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx").code == 1
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut2")
    assert found.said.endswith("[converter-named]\n")
    assert not (folder / "ut2").exists()


@pytest.mark.thorough
@pytest.mark.parametrize("duplex", [(), ("--duplex",)])
def test_a_pack_has_the_pages_of_the_word_files(folder: Path, duplex: tuple[str, ...]) -> None:
    write(folder, FROM_WORD, *LETTER)
    found = skjema("pack", "prove", "a.xlsx", "-o", "alle.pdf", "--sort", "navn", *duplex)
    assert found.code == 1, found.said
    texts = [text.split("\n")[0] for text in words_of((folder / "alle.pdf").read_bytes())]
    assert [text for text in texts if text] == ["Kjære Kari Berg", "Kjære Nora Ødegård", "Kjære Ola Ås"]
    assert len(texts) == (6 if duplex else 3)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "command", [("fill", "-o", "ut/alle.zip"), ("fill", "-o", "ut"), ("pack", "-o", "ut/alle.pdf")], ids=" ".join
)
def test_word_files_on_their_way_lie_beside_what_is_made_of_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Not in the system's folder for temporary files, where nobody looks for names that a killed run has left."""
    write(folder, FROM_WORD, *LETTER)
    lay, convert = set[Path](), conversion.convert_documents

    def looking(documents: Any, converter: Any) -> Any:
        lay.update(document.source.parent.parent for document in documents)
        return convert(documents, converter)

    monkeypatch.setattr("skjema.batch.word_to_pdf.convert_documents", looking)
    first, *more = command
    assert skjema(first, "prove", "a.xlsx", *more).code == 1
    assert {path.resolve() for path in lay} == {folder / "ut"}


def test_the_api_makes_one(folder: Path) -> None:
    write(folder, FROM_WORD, *LETTER)
    form = api.load_form("prove", templates=folder / "templates")
    checked = api.check_record(form, api.make_record(form, {"navn": "Kari", "sted": "Bodø"}))
    assert words_of(api.render(form, checked, "pdf"))[0].split("\n")[0] == "Kjære Kari"


# whose paper it is


def test_a_word_file_that_should_be_there_is_missed(folder: Path) -> None:
    write(folder, OWN)
    for found in (skjema("fill", "prove", "a.xlsx", "-o", "ut"), skjema("lint", "prove")):
        assert "prove.nb.docx" in found.out + found.said
        assert "[template-own-missing]" in found.out + found.said
    assert not (folder / "ut").exists()


@pytest.mark.parametrize(("head", "is_told"), [(HEAD, True), (OWN, False)])
def test_a_word_file_that_no_definition_claims_is_told_of(folder: Path, head: str, is_told: bool) -> None:
    write(folder, head, *LETTER)
    for found in (skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx"), skjema("lint", "prove")):
        assert ("[template-unclaimed]" in found.out + found.said) is is_told
        assert (found.out + found.said).count("[template-unclaimed]") <= 1


def test_a_template_of_our_own_that_was_restyled_is_claimed(folder: Path) -> None:
    write(folder, HEAD)
    assert skjema("build", "prove").code == 0
    built = folder / "templates/prove/prove.nb.docx"
    assert "[template-unclaimed]" not in skjema("lint", "prove").out
    with zipfile.ZipFile(built) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Arial", b"Calibri")
    with zipfile.ZipFile(built, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    said = skjema("lint", "prove").out
    assert ("[template-unclaimed]" in said, "[template-restyled]" in said) == (False, True)


def test_whose_paper_it_is_is_told(folder: Path) -> None:
    write(folder, FROM_WORD, *LETTER)
    for command in (("list",), ("show", "prove"), ("lint", "prove")):
        found = skjema(*command)
        assert "egen Word-fil, PDF av Word-filen" in found.out + found.said
    assert '"word": "own"' in skjema("list", "--json").out
    assert '"pdf": "from-word"' in skjema("show", "prove", "--json").out


def test_build_leaves_the_offices_own_papers_alone(folder: Path) -> None:
    write(folder, FROM_WORD, *LETTER)
    before = (folder / "templates/prove/prove.nb.docx").read_bytes()
    assert skjema("build", "prove", "--overwrite").code == 0
    assert [path.name for path in (folder / "templates/prove").iterdir() if path.suffix == ".pdf"] == []
    assert (folder / "templates/prove/prove.nb.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("formats", "rendered"), [(("docx", "pdf", "ics"), ("docx", "ics")), (("pdf",), ("docx",)), ((), ("docx",))]
)
def test_what_is_rendered_is_the_word_file_in_the_place_of_the_pdf(
    folder: Path, formats: tuple[str, ...], rendered: tuple[str, ...]
) -> None:
    write(folder, FROM_WORD, *LETTER)
    form = api.load_form("prove", templates=folder / "templates")
    assert Plan(form, "nb", TODAY, formats).rendered == rendered
