"""What a command loads before it does its work: most of the time of a small job."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drawing import SAMPLES

ENGINES = {"jinja2", "docxtpl", "docx", "lxml", "openpyxl", "typst", "pypdf", "fontTools", "jsonschema", "asyncio"}
SERVANTS = {"zipfile", "concurrent", "multiprocessing", "ssl", "tempfile", "csv", "decimal", "xml"}
TABLES = {f"skjema.records.{name}" for name in ("recognise", "headings", "form_tables", "single_sheet", "edition")}
"""What reads tables alone."""

RUN = """
import sys
from skjema.cli import main
try:
    main(sys.argv[1:])
except SystemExit as stop:
    assert stop.code in (None, 0, 1), stop.code
ours = {name for name in sys.modules if name.startswith("skjema.")}
print("loaded:", *ours | {name.partition(".")[0] for name in sys.modules})
"""


def loaded(*arguments: object) -> set[str]:
    """The packages a command has loaded when it ends, and the modules of skjema."""
    run = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return set(run.stdout.splitlines()[-1].removeprefix("loaded: ").split())


@pytest.mark.parametrize("command", ["--help", "list"])
def test_help_and_list_load_nothing_that_works(command: str) -> None:
    assert sorted(loaded(command) & (ENGINES | SERVANTS)) == []


def test_one_word_file_from_json_loads_no_engine(folder: Path) -> None:
    rows = json.loads((SAMPLES / "samtykke-overgang" / "barn.json").read_text("utf-8"))
    (folder / "one.json").write_text(json.dumps(rows[0]), "utf-8")
    kommune = SAMPLES / "kommune.toml"
    for name in ("first", "second"):  # the first time, the template is built and kept
        found = loaded(
            "fill", "samtykke-overgang", "one.json", "--format", "docx", "-o", name, "--kommune", kommune,
            "--date", "2026-11-22"
        )  # fmt: skip
    assert (folder / "second" / "samtykke-overgang-0001.docx").is_file()
    assert sorted(found & (ENGINES | SERVANTS)) == []
    assert sorted(found & TABLES) == []


def test_a_check_loads_nothing_that_writes_or_draws(folder: Path) -> None:
    data = SAMPLES / "samtykke-overgang" / "barn.xlsx"
    fixed = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
    for _ in range(2):  # the first time, pages are set and kept, to see whether texts fit
        found = loaded("check", "samtykke-overgang", data, *fixed)
    assert sorted(found & ((ENGINES - {"fontTools"}) | {"numpy", "PIL"})) == []
