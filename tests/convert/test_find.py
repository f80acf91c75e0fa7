"""Which program converts: the one named, or one that is found."""

import os
import shutil
from pathlib import Path

import pytest

from skjema.convert import find
from skjema.convert.find import find_converter
from skjema.convert.libreoffice import LibreOffice
from skjema.convert.word import Word
from skjema.errors import ConverterError, ExitCode
from tests.convert.programs import Program, release
from tests.drawing import lines


def messages(*arguments: object) -> list[str]:
    with pytest.raises(ConverterError) as caught:
        find_converter(*arguments)  # type: ignore[arg-type]
    assert caught.value.exit_code is ExitCode.CONVERTER
    return lines(caught.value.problems)


def test_the_program_named_comes_before_the_variable_and_that_before_the_path(tmp_path: Path) -> None:
    named, asked, there = (Program(tmp_path / name).path for name in ("named", "asked", "there"))
    environment = {"SKJEMA_SOFFICE": str(asked), "PATH": str(there.parent)}
    assert find_converter(str(named), environment) == LibreOffice(named)
    assert find_converter(None, environment) == LibreOffice(asked)
    assert find_converter(None, {"PATH": str(there.parent)}) == LibreOffice(there)
    assert find_converter("soffice", environment) == LibreOffice(there)


def test_a_program_that_lies_beside_the_documents_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program(tmp_path / "documents").path
    monkeypatch.chdir(program.parent)
    for path in ("", ".", f".{os.pathsep}{tmp_path / 'bin'}"):
        assert "[converter-none]" in messages(None, {"PATH": path})[0]
        assert "[converter-named]" in messages("soffice", {"PATH": path})[0]
    # as Windows does, which looks in the working folder before it looks along the PATH
    monkeypatch.setattr(shutil, "which", lambda name, path="": str(program) if name == "soffice" else None)
    assert "[converter-none]" in messages(None, {"PATH": str(tmp_path / "bin")})[0]
    assert find_converter(None, {"PATH": str(program.parent)}) == LibreOffice(program)


def test_libreoffice_on_the_path_may_go_by_its_own_name(tmp_path: Path) -> None:
    program = Program(tmp_path / "bin").path
    own = program.rename(program.with_name("libreoffice"))
    assert find_converter(None, {"PATH": str(own.parent)}) == LibreOffice(own)


@pytest.mark.parametrize("variable", ["ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"])
def test_libreoffice_on_windows_is_found_where_it_usually_is(tmp_path: Path, variable: str) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_converter(None, {variable: str(tmp_path)}, "win32") == LibreOffice(program)


def test_word_is_used_where_there_is_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "has_word", lambda: True)
    assert find_converter(None, {}, "win32") == Word()
    program = Program(tmp_path).path
    assert find_converter(None, {"PATH": str(tmp_path)}, "win32") == LibreOffice(program)


def test_where_there_is_none_one_message_says_what_to_do() -> None:
    for platform in ("linux", "win32"):
        assert messages(None, {}, platform) == [
            "Fant verken LibreOffice eller Word, som trengs for å lage PDF av Word-dokumenter. Installer LibreOffice (gratis,"
            " libreoffice.org) eller be IT om det. Er det installert, oppgir du programmet soffice med --soffice eller"
            " SKJEMA_SOFFICE. [converter-none]"
        ]


def test_a_program_named_that_is_not_there_is_told_and_no_other_taken(tmp_path: Path) -> None:
    path = {"PATH": str(Program(tmp_path).path.parent)}
    expected = "/borte/soffice finnes ikke eller kan ikke startes. Oppgi programmet soffice i LibreOffice, med hele stien. [converter-named]"
    assert messages("/borte/soffice", path) == [expected]
    assert messages(None, {"SKJEMA_SOFFICE": "/borte/soffice", **path}) == [expected]


@pytest.mark.parametrize(
    ("text", "version"),
    [("LibreOffice 25.2", (25, 2)), ("LibreOffice 7.4", (7, 4)), ("LibreOfficeDev 26.8", (26, 8)), ("Noe annet", (0, 0))],
)  # fmt: skip
def test_the_release_is_read_from_beside_the_program_a_link_leads_to(
    tmp_path: Path, text: str, version: tuple[int, int]
) -> None:
    program = Program(tmp_path / "lib").path
    release(program, text)
    link = tmp_path / "soffice"
    link.symlink_to(program)
    assert find_converter(str(link), {}) == LibreOffice(link, version)
