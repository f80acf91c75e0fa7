"""CONTRIBUTING.md, followed line by line in a copy of the repository: a stranger's first type, problem and form."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.unix  # whose commands the page names
_FOLDERS = ("src", "tests", "templates", "samples", "docs", "bench")
_FILES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile", "LICENSE", "pyproject.toml")
_FENCE = "```"
_NEW_FILE = re.compile(r"`(?P<path>[\w./-]+/[\w.-]+)`.*:")
_INTO_FILE = re.compile(r"In `(?P<path>[^`]+)`, (?P<side>above|below) `(?P<line>[^`]+)`:")
_OWN_PROGRAM = ".venv/bin/"


class Step(NamedTuple):
    """One block of the page: its text, and the line before it, which says what to do with it."""

    before: str
    kind: str
    text: str


def steps(heading: str) -> list[Step]:
    """The blocks of one part of the page."""
    found = [step for part, step in _blocks() if part == heading]
    assert found, f"CONTRIBUTING.md has no blocks below «{heading}»"
    return found


def _blocks() -> Iterator[tuple[str, Step]]:
    """Each block of the page, after the heading it stands below."""
    heading, before, kind = "", "", ""
    block: list[str] = []
    for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        if kind and line == _FENCE:
            yield heading, Step(before, kind, "".join(f"{one}\n" for one in block))
            before, kind, block = "", "", []
        elif kind:
            block.append(line)
        elif line.startswith(_FENCE):
            kind = line.removeprefix(_FENCE)
        elif line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line:
            before = line


PARTS = ("Add a field type, and a problem", "Add a form", "Add an input format")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, where all has been added that the page adds."""
    folder = tmp_path_factory.mktemp("copy")
    made = shutil.ignore_patterns("__pycache__", "node_modules", ".venv", "work")
    for name in _FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=made)
    for name in _FILES:
        shutil.copy(ROOT / name, folder / name)
    for part in PARTS:
        for step in steps(part):
            follow(step, folder)
    return folder


def follow(step: Step, folder: Path) -> None:
    """Do what a block says."""
    if step.kind == "sh":
        for line in step.text.splitlines():
            said = call(line, folder)
            assert said.returncode == 0, f"{line}\n{said.stdout}{said.stderr}"
    elif place := _INTO_FILE.fullmatch(step.before):
        between = "\n\n" if step.kind == "python" and place["side"] == "above" else ""  # as between functions
        put_into(folder / place["path"], place["side"], place["line"], step.text + between)
    else:
        named = _NEW_FILE.match(step.before)
        assert named, f"what is to be done with the block after «{step.before}»?"
        (folder / named["path"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / named["path"]).write_text(step.text, "utf-8")


def put_into(path: Path, side: str, line: str, text: str) -> None:
    """Put a block above or below the one line of a file that reads so."""
    before, found, after = path.read_text("utf-8").partition(f"\n{line}\n")
    assert found, f"{path.name} has no line «{line}»"
    path.write_text(f"{before}\n{text}{line}\n{after}" if side == "above" else f"{before}{found}{text}{after}", "utf-8")


def call(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one line of a block with the copy's own code."""
    program, *arguments = shlex.split(line)
    name = program.removeprefix(_OWN_PROGRAM)
    command = [program, *arguments] if name == program else [sys.executable, *_module(name), *arguments]
    outside = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}  # such as --cov of CI
    surroundings = outside | {"PYTHONPATH": str(folder / "src"), "SKJEMA_CACHE": str(folder / "cache")}
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def _module(program: str) -> list[str]:
    return [] if program == "python" else ["-m", program]


@pytest.mark.thorough
def test_a_field_type_a_problem_and_a_form_are_added(copy: Path) -> None:
    assert '"school_year"' in call(".venv/bin/skjema schema", copy).stdout
    data = copy / "feil.csv"
    data.write_text("Elevens navn;Skoleår\nNora Eksempel;2026/2029\n", "utf-8")
    said = call(".venv/bin/skjema check utlan-nettbrett feil.csv --kommune samples/kommune.toml", copy).stdout
    assert "feil.csv: linje 2, kolonne 2: «Skoleår» er '2026/2029', som ikke er et skoleår." in said
    filled = "fill utlan-nettbrett samples/utlan-nettbrett/elever.xlsx --kommune samples/kommune.toml -o ut"
    assert call(f".venv/bin/skjema {filled}", copy).returncode in (0, 1)
    assert len(list((copy / "ut").glob("utlan-nettbrett-*"))) == 4


@pytest.mark.thorough
def test_an_input_format_is_added(copy: Path) -> None:
    children = copy / "barn.md"
    children.write_text(
        "Barna:\n\n| Barnets navn | Fødselsdato |\n|---|---|\n| Nora Eksempel | 31.02.2021 |\n", "utf-8"
    )
    said = call(".venv/bin/skjema check samtykke-overgang barn.md", copy).stdout
    assert "barn.md: linje 5, kolonne 2: «Fødselsdato» er '31.02.2021', en dag som ikke finnes." in said


def test_what_the_page_adds_is_written_as_the_rest_is(copy: Path) -> None:
    for line in (".venv/bin/ruff check src tests", ".venv/bin/ruff format --check src tests"):
        found = call(line, copy)
        assert found.returncode == 0, found.stdout


def test_the_tests_that_the_page_names_are_there() -> None:
    lines = [line for step in steps("Set up") for line in step.text.splitlines() if "pytest" in line]
    assert lines
    for line in lines:
        assert all((ROOT / word).exists() for word in line.split() if word.startswith("tests/")), line
