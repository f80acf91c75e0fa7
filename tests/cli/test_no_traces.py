"""Nothing of a record is written anywhere but where the clerk wants it, not even for a moment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.convert.programs import Program
from tests.drawing import SAMPLES
from tests.render.word.documents import docx

FORM = "samtykke-overgang"
CHILDREN, FAULTY = SAMPLES / FORM / "barn.xlsx", SAMPLES / FORM / "feil.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
# Notes every file that is opened for writing, or folder that is made, and every name that tempfile gives.
WATCHED = """
import os, sys
seen = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append(os.path.abspath(os.fsdecode(path)))
    elif event in ("os.mkdir", "tempfile.mkstemp", "tempfile.mkdtemp"):
        seen.append(os.path.abspath(os.fsdecode(arguments[0])))
sys.addaudithook(watch)
from skjema.cli import main
try:
    main(sys.argv[1:])
finally:
    print("written:", *seen, sep="\\n", file=sys.__stdout__)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("sheet", FORM, "--example", "-o", "ut/ark.xlsx"),
        ("check", FORM, FAULTY, "--annotate", "ut/rettet.xlsx"),
        ("fill", FORM, CHILDREN, "-o", "ut", *FIXED),
        ("fill", FORM, CHILDREN, "-o", "ut/alt.zip", *FIXED),
        ("pack", FORM, CHILDREN, "-o", "ut/alle.pdf", "--index", "ut/liste.xlsx", "--cover", "--sort", "Barnehage", *FIXED),
        ("pack", FORM, CHILDREN, "-o", "ut/alle.docx", *FIXED),
        ("convert", "inn/a.docx", "-o", "ut"),
        ("build", FORM, "-o", "ut"),
    ],
    ids=lambda arguments: f"{arguments[0]} {arguments[-5] if arguments[0] == 'pack' else arguments[-1]}",
)  # fmt: skip
def test_files_are_opened_in_the_folder_asked_for_and_in_the_cache_alone(
    folder: Path, arguments: tuple[object, ...]
) -> None:
    (folder / "inn").mkdir()
    (folder / "inn" / "a.docx").write_bytes(docx("Kari"))
    program = Program(folder / "bin").path
    environment = {**os.environ, "SKJEMA_SOFFICE": str(program)}
    command = [sys.executable, "-c", WATCHED, *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment)
    _, _, written = run.stdout.partition("written:\n")
    assert run.returncode in (0, 1, 4), run.stderr
    allowed = (str(folder / "ut"), os.environ["SKJEMA_CACHE"], os.devnull)
    assert [path for path in written.splitlines() if not path.startswith(allowed)] == []
    assert str(folder / "ut") in written
