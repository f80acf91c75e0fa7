"""What LibreOffice and Word are asked to do."""

import json
import stat
import sys
from pathlib import Path
from threading import Event
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from skjema.convert import word
from skjema.convert.converter import ConverterHungError
from skjema.convert.libreoffice import LibreOffice
from skjema.convert.word import Word, has_word
from skjema.errors import ConverterError
from tests.convert.programs import Program
from tests.render.word.documents import docx

POWERSHELL = """#!{python}
import os, sys
from pathlib import Path
assert sys.argv[1:4] == ["-NoProfile", "-NonInteractive", "-Command"], sys.argv
for line in Path(os.environ["SKJEMA_JOBS"]).read_text("utf-8-sig").splitlines():
    source, pdf = line.split("\\t")
    if "nektes" not in source:
        Path(pdf).write_bytes(b"%PDF-1.7 " + str(len(Path(source).read_bytes())).encode() + b" %%EOF")
"""


def made(converter: LibreOffice | Word, folder: Path, *names: str) -> list[str]:
    (folder / "ut").mkdir()
    files = [folder / name for name in names]
    for file in files:
        file.write_bytes(docx("Hei"))
    return [pdf.name for pdf in converter.convert(files, folder / "ut", Event())]


def options(version: tuple[int, int]) -> dict[str, str]:
    kind, _, written = LibreOffice(Path("soffice"), version).export.partition(":writer_pdf_Export:")
    assert kind == "pdf"
    return {name: option["value"] for name, option in json.loads(written).items()}


def test_libreoffice_gets_a_profile_of_its_own_beside_the_pdfs_on_their_way(tmp_path: Path, program: Program) -> None:
    assert made(LibreOffice(program.path), tmp_path, "a.docx", "b.docx") == ["a.pdf", "b.pdf"]
    (call,) = program.calls
    profile = Path(unquote(urlsplit(call["profile"]).path))
    assert call["profile"] == profile.as_uri()
    assert profile.parent == tmp_path / "ut", "the folder of PDFs on their way, which goes with all it holds"
    assert call["arguments"][1:-1] == ["--headless", "--norestore", "--convert-to"]


def test_libreoffice_is_told_to_stay_off_the_net_and_to_run_no_macros(tmp_path: Path, program: Program) -> None:
    made(LibreOffice(program.path), tmp_path, "a.docx")
    settings = etree.fromstring(program.calls[0]["settings"].encode())
    name = "{http://openoffice.org/2001/registry}name"
    found = {one.get(name): one.findtext("value") for one in settings.iter("prop")}
    assert found["ooInetProxyType"] == "1"
    assert (found["ooInetHTTPProxyName"], found["ooInetHTTPSProxyName"]) == ("127.0.0.1", "127.0.0.1")
    assert found["ooInetNoProxy"] == ""
    assert found["DisableMacrosExecution"] == "true"


def test_libreoffice_is_asked_for_pdf_a_and_for_pdf_ua_where_it_can_do_both() -> None:
    assert options((25, 2)) == {
        "SelectPdfVersion": "2",
        "PDFUACompliance": "true",
        "UseTaggedPDF": "true",
        "ExportFormFields": "false",
    }
    for version in ((24, 8), (7, 4), (0, 0)):
        assert options(version) == options((25, 2)) | {"PDFUACompliance": "false"}


def test_a_libreoffice_from_which_nothing_comes_is_hung(tmp_path: Path, program: Program) -> None:
    with pytest.raises(ConverterHungError):
        made(LibreOffice(program.path, patience=0.5), tmp_path, "henger.docx")
    assert not program.has_children()


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("ikke et program", "utf-8")
    with pytest.raises(ConverterError):
        made(LibreOffice(program), tmp_path, "a.docx")


def test_word_is_given_a_list_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = tmp_path / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    shell.parent.mkdir(parents=True)
    shell.write_text(POWERSHELL.format(python=sys.executable), "utf-8")
    shell.chmod(shell.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert sorted(made(Word(), tmp_path, "Åse 100 %.docx", "nektes.docx", "b.docx")) == ["b.pdf", "Åse 100 %.pdf"]


def test_the_script_for_word_has_no_sign_that_the_command_line_would_take() -> None:
    assert '"' not in word._SCRIPT
    assert word._SCRIPT.isascii()
    assert word._SCRIPT.count("{") == word._SCRIPT.count("}")


def test_there_is_no_word_but_on_windows() -> None:
    assert not has_word()
