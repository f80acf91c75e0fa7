"""The programs that fill in a PDF and save it, each by its own means, and how they are called and told apart."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from returned.boxes import boxes
from returned.chromium import Chromium
from returned.firefox import Firefox

_HERE = Path(__file__).parent
_DEBIAN_PYTHON = "/usr/bin/python3"
"""The Python that Debian's Poppler is for."""
Answers = dict[str, str]
"""By the name of a box: a text, or the state of a box to tick with a slash before it."""
Fill = Callable[[Path, Answers], bytes]


def _with_program(command: list[str], source: Path, answers: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "filled.pdf")
        subprocess.run([*command, str(source), str(target), answers], check=True, capture_output=True)
        return target.read_bytes()


def _listed(source: Path, answers: Answers) -> str:
    found = boxes(source.read_bytes(), answers)
    return json.dumps([[box.page, *box.rect, box.state, box.text] for box in found])


def _poppler(source: Path, answers: Answers) -> bytes:
    return _with_program([_DEBIAN_PYTHON, str(_HERE / "poppler_save.py")], source, _listed(source, answers))


def _mupdf(source: Path, answers: Answers) -> bytes:
    return _with_program(["mutool", "run", str(_HERE / "mupdf_save.js")], source, _listed(source, answers))


def _pdflib(source: Path, answers: Answers) -> bytes:
    return _with_program(["node", str(_HERE / "pdflib_save.mjs")], source, json.dumps(answers))


def _pypdf(source: Path, answers: Answers) -> bytes:
    from tests.returning import saved_as_revision, saved_whole

    way = (saved_whole, saved_as_revision)[source.stat().st_ino % 2]
    return way(source.read_bytes(), answers)


@contextmanager
def opened(name: str) -> Iterator[tuple[Fill, str]]:
    """What fills in files with a program, and which version of it that is."""
    with ExitStack() as stack:
        if name in ("firefox", "chromium"):
            browser = stack.enter_context((Firefox if name == "firefox" else Chromium)())
            yield lambda source, answers: browser.fill(source, boxes(source.read_bytes(), answers)), browser.version
        else:
            yield _FILL[name], _version(name)


_FILL: dict[str, Fill] = {"poppler": _poppler, "mupdf": _mupdf, "pypdf": _pypdf, "pdf-lib": _pdflib}
NAMES = ("firefox", "chromium", *_FILL)


def _version(name: str) -> str:
    if name == "pypdf":
        import pypdf

        return pypdf.__version__
    if name == "pdf-lib":
        return str(json.loads((_HERE.parent / "node_modules/pdf-lib/package.json").read_text("utf-8"))["version"])
    version = "from gi.repository import Poppler; print(Poppler.get_version())"
    code = f"import gi; gi.require_version('Poppler', '0.18'); {version}"
    command = ["mutool", "-v"] if name == "mupdf" else [_DEBIAN_PYTHON, "-c", code]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return (said.stdout or said.stderr).split()[-1]


def missing(name: str) -> str:
    """What has to be installed for a program, or ""."""
    wanted = {
        "firefox": ("firefox-esr",), "chromium": ("chromium",), "mupdf": ("mutool",), "pdf-lib": ("node",),
        "poppler": (_DEBIAN_PYTHON,),
    }.get(name, ())  # fmt: skip
    return ", ".join(one for one in wanted if not shutil.which(one))


def saved_by_libreoffice(files: list[Path], target: Path) -> None:
    """Word files opened by LibreOffice and saved again, under their names."""
    with tempfile.TemporaryDirectory() as home:
        profile = f"-env:UserInstallation=file://{home}"
        command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(target), *map(str, files)]
        subprocess.run(
            command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        )
