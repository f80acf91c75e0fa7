"""Whoever listens to a command or doesn't: its files are whole, and its exit code says what became of them."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import own_process
from tests.drawing import SAMPLES, field, write_form
from tests.sample_files import THOROUGH

pytestmark = pytest.mark.unix

FORM = "samtykke-overgang"
CHILDREN, FAULTY = SAMPLES / FORM / "barn.xlsx", SAMPLES / FORM / "feil.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
COMMANDS: list[tuple[tuple[object, ...], int, tuple[str, ...]]] = [
    (("list",), 0, ()),
    (("show", FORM), 0, ()),
    (("schema",), 0, ()),
    (("--help",), 0, ()),
    (("sheet", FORM, "-o", "ark.xlsx"), 0, ("ark.xlsx",)),
    (("check", FORM, FAULTY, "--annotate", "rettet.xlsx"), 4, ("rettet.xlsx",)),
    (("fill", FORM, CHILDREN, "-o", "ut", "--format", "docx", *FIXED), 1, ("ut/run.json", f"ut/{FORM}-0012.docx")),
    (("fill", FORM, CHILDREN, "-o", "ut", "--workers", "2", *FIXED), 1, ("ut/run.json", f"ut/{FORM}-0012.pdf")),
    (("pack", FORM, CHILDREN, "-o", "alle.pdf", "--index", "liste.xlsx", *FIXED), 1, ("alle.pdf", "liste.xlsx")),
]
TRIED = COMMANDS if THOROUGH else [COMMANDS[0], COMMANDS[5], COMMANDS[7]]  # a result, problems, and files by processes
NAMES = [str(arguments[0]) for arguments, _, _ in TRIED]


def ended(arguments: tuple[object, ...], **streams: Any) -> tuple[int, bytes]:
    """How a command ends, and what it has said."""
    process = subprocess.run(own_process(*arguments), timeout=120, **{"stderr": subprocess.PIPE, **streams})
    said = process.stderr or b""
    assert (b"Traceback" in said, b"Exception ignored" in said) == (False, False), said.decode()
    return process.returncode, said


@pytest.mark.thorough
@pytest.mark.parametrize("closed", [(1,), (2,), (0, 1, 2)])
@pytest.mark.parametrize(("arguments", "code", "files"), TRIED, ids=NAMES)
def test_streams_that_are_closed_stop_nothing(
    folder: Path, arguments: tuple[object, ...], code: int, files: tuple[str, ...], closed: tuple[int, ...]
) -> None:
    """As programs without a window and services have them."""
    command = " ".join(f"{number}>&-" for number in closed)
    process = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {command}', "sh", *own_process(*arguments)], capture_output=True, timeout=120
    )
    assert (process.returncode, b"Traceback" in process.stderr) == (code, False)
    assert [name for name in files if not (folder / name).is_file()] == []
    if "ut/run.json" in files:
        assert json.loads((folder / "ut" / "run.json").read_bytes())["complete"] is True


@pytest.mark.thorough
@pytest.mark.parametrize("which", ["stdout", "stderr"])
@pytest.mark.parametrize(("arguments", "code", "files"), TRIED, ids=NAMES)
def test_a_reader_that_has_gone_stops_nothing(
    folder: Path, arguments: tuple[object, ...], code: int, files: tuple[str, ...], which: str
) -> None:
    """As `| head` does."""
    reader, writer = os.pipe()
    os.close(reader)
    other = "stderr" if which == "stdout" else "stdout"
    found, _ = ended(arguments, **{which: writer, other: subprocess.PIPE})
    os.close(writer)
    assert found == code
    assert [name for name in files if not (folder / name).is_file()] == []


@pytest.mark.thorough
@pytest.mark.parametrize(("arguments", "code", "files"), TRIED, ids=NAMES)
def test_a_result_that_a_full_disk_refuses_is_told(
    folder: Path, arguments: tuple[object, ...], code: int, files: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        found, said = ended(arguments, stdout=full)
        says_something = arguments[0] not in ("sheet", "lint")
        assert (found, b"utdata, kunne ikke skrives" in said) == (
            max(code, 6) if code < 2 and says_something else code,
            says_something,
        )
        assert (
            ended((*arguments, "--overwrite") if files else arguments, stderr=full, stdout=subprocess.PIPE)[0] == code
        )
    assert [name for name in files if not (folder / name).is_file()] == []


@pytest.mark.parametrize("page", ["cp850", "cp1252", "cp437"])
def test_letters_that_a_console_lacks_are_spelled_out(folder: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    """A Sámi place and a Ukrainian name, on the consoles of old Windows."""
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn") + field("postnr", "postnummer"))
    (folder / "liste.csv").write_text("navn;postnr\na;Čáhppesjohka\nb;Олександр\nc;Åsgård\n", "utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", page)
    process = subprocess.run(own_process("check", "prove", "liste.csv"), capture_output=True, timeout=60)
    assert (process.returncode, process.stderr.count(b"Poster sjekket: 3.")) == (4, 1)
    lines = process.stdout.decode(page).splitlines()
    assert len(lines) == 3
    assert "\\u010c" in lines[0]
    assert "Åsgård" in lines[2]
