"""Finds a program on this machine that converts to PDF."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from skjema.convert.converter import Converter
from skjema.convert.libreoffice import LibreOffice, version_of
from skjema.convert.word import Word, has_word
from skjema.errors import ConverterError
from skjema.problems import Problem

VARIABLE = "SKJEMA_SOFFICE"
"""The environment variable with LibreOffice's path, used where the command line gives none."""
_NAMES = ("soffice", "libreoffice")


def find_converter(
    named: str | None = None, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Converter:
    """The LibreOffice that is named or found; else Word.

    Looked for in this order: `named`, the variable SKJEMA_SOFFICE, the PATH, and the usual folders.

    Raises:
        ConverterError: The named program doesn't exist, or no program is found.
    """
    path = environment.get("PATH", "")
    if name := named or environment.get(VARIABLE):
        program = shutil.which(name) if Path(name).parent.name else _on_path(name, path)
        if program is None:
            raise ConverterError(Problem("converter-named", params={"got": name}))
        return _libreoffice(program)
    for program in (*(_on_path(name, path) for name in _NAMES), *_usual_places(environment, platform)):
        if program and Path(program).is_file():
            return _libreoffice(program)
    if has_word():
        return Word()
    raise ConverterError(Problem("converter-none", params={"variable": VARIABLE}))


def has_converter() -> bool:
    """Whether Word files can be converted to PDF on this machine."""
    try:
        find_converter()
    except ConverterError:
        return False
    return True


def _on_path(name: str, path: str) -> str | None:
    """The path of a program on the PATH; never in the working folder, where Windows looks first."""
    for folder in path.split(os.pathsep):
        program = shutil.which(name, path=folder) if Path(folder).is_absolute() else None
        if program and Path(program).parent == Path(folder):
            return program
    return None


def _libreoffice(program: str) -> LibreOffice:
    path = Path(program).absolute()
    return LibreOffice(path, version_of(path))


def _usual_places(environment: Mapping[str, str], platform: str) -> Iterator[str]:
    if platform == "win32":
        for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
            if variable in environment:
                yield str(Path(environment[variable], "LibreOffice", "program", "soffice.com"))
    elif platform == "darwin":
        yield "/Applications/LibreOffice.app/Contents/MacOS/soffice"
