"""`skjema convert`: what is said, what is made, and how each run ends."""

import shutil
from pathlib import Path

import pytest

from skjema.wording import Language
from tests.cli import running
from tests.cli.running import skjema
from tests.convert.programs import Program
from tests.convert.test_documents import linked
from tests.drawing import SAMPLES
from tests.render.word.documents import docx


@pytest.fixture(autouse=True)
def program(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Program:
    """LibreOffice's stand-in, found as a clerk's own program is."""
    made = Program(tmp_path_factory.mktemp("program"))
    monkeypatch.setenv("SKJEMA_SOFFICE", str(made.path))
    return made


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(docx("Hei"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_documents_become_pdf_beside_themselves(folder: Path) -> None:
    put(folder, "a.docx", "brev/b.docx")
    found = skjema("convert", "a.docx", "brev")
    assert (found.code, found.said) == (0, "PDF-er laget: 2.\n")
    assert found.lines == [str(folder), str(folder / "brev")]
    assert (names(folder), names(folder / "brev")) == (["a.docx", "a.pdf", "brev"], ["b.docx", "b.pdf"])


def test_documents_become_pdf_in_a_folder_of_their_own(folder: Path, program: Program) -> None:
    put(folder, "a.docx", "b.docx")
    found = skjema("convert", ".", "-o", "ut/pdf", "--workers", "2")
    assert (found.code, found.lines) == (0, [str(folder / "ut" / "pdf")])
    assert names(folder / "ut" / "pdf") == ["a.pdf", "b.pdf"]
    assert len(program.calls) == 2


def test_some_that_give_no_pdf_are_named_and_the_others_made(folder: Path) -> None:
    put(folder, "a.docx", "b-krasjer.docx", "c.docm")
    found = skjema("convert", ".")
    assert found.code == 3
    assert [line.rpartition(" ")[2] for line in found.said.splitlines()] == [
        "[document-refused]",
        "[document-macros]",
        "2.",
    ]
    assert found.said.endswith("\nPDF-er laget: 1, ikke laget: 2.\n")
    assert found.lines == [str(folder)]
    assert names(folder) == ["a.docx", "a.pdf", "b-krasjer.docx", "c.docm"]


def test_when_nothing_became_pdf_the_exit_code_says_so(folder: Path) -> None:
    put(folder, "nektes.docx")
    found = skjema("convert", "nektes.docx")
    assert (found.code, found.out) == (7, "")
    assert found.said.endswith("\nPDF-er laget: 0, ikke laget: 1.\n")


def test_when_no_document_is_fit_it_is_the_data_that_are_wrong(folder: Path) -> None:
    put(folder, "a.docm")
    found = skjema("convert", "a.docm")
    assert (found.code, found.out) == (4, "")
    assert found.said == (
        "a.docm: Dokumentet har makroer og blir ikke brukt. Åpne det i Word og lagre det som .docx. [document-macros]\n"
    )


def test_something_to_look_at_is_a_warning(folder: Path) -> None:
    (folder / "a.docx").write_bytes(linked("http://kommune.no/logo.png"))
    found = skjema("convert", "a.docx")
    assert found.code == 1
    assert found.said.startswith("ADVARSEL a.docx: Bilder som bare finnes på nettet, mangler i PDF-en: 1.")
    assert names(folder) == ["a.docx", "a.pdf"]


def test_a_workbook_that_is_called_a_document_is_told(folder: Path, program: Program) -> None:
    shutil.copy(SAMPLES / "samtykke-overgang" / "barn.xlsx", folder / "barn.docx")
    found = skjema("convert", "barn.docx")
    assert (found.code, "[document-kind]" in found.said) == (4, True)


def test_a_pdf_that_exists_stops_the_run_before_it_starts(folder: Path, program: Program) -> None:
    put(folder, "a.docx", "b.docx")
    (folder / "a.pdf").write_bytes(b"fra i fjor")
    found = skjema("convert", ".")
    assert (found.code, found.out) == (6, "")
    assert found.said == (
        f"{folder.name}: PDF-er som finnes fra før: 1. Ingenting er laget. Nevn bare dokumentene som mangler PDF, velg en"
        " annen mappe med -o, eller bruk --overwrite. [pdfs-exist]\n"
    )
    assert names(folder) == ["a.docx", "a.pdf", "b.docx"]
    assert skjema("convert", ".", "--overwrite").code == 0
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_no_program_is_one_message_and_an_exit_code_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "a.docx")
    assert skjema("convert", "a.docx", "--soffice", "/borte/soffice").code == 7
    monkeypatch.delenv("SKJEMA_SOFFICE")
    monkeypatch.setenv("PATH", str(folder))
    found = skjema("convert", "a.docx")
    assert (found.code, found.out, found.said.count("\n")) == (7, "", 1)
    assert found.said.endswith("[converter-none]\n")


def test_what_is_not_there_is_told() -> None:
    assert skjema("convert", "borte.docx").code == 6
    assert skjema("convert", ".").code == 4
    assert skjema("convert").code == 2


@pytest.mark.parametrize(("language", "line"), [("nb", "1 av 2"), ("nn", "1 av 2"), ("en", "1 of 2")])
def test_a_terminal_shows_how_far_it_has_come_in_the_clerks_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, language: Language, line: str
) -> None:
    put(folder, "a.docx", "b.docx")
    monkeypatch.setattr(running._Console, "isatty", lambda _: True)
    monkeypatch.setattr("skjema.cli.progress._PAUSE", 0.0)
    found = skjema("convert", ".", "--lang", language)
    assert found.said.split("\r")[1].strip() == line
