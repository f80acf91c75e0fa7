"""What the benchmarks call skjema by: its command lines, its API with the samples' settings, and no more."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from skjema import api

TODAY = "2026-11-22"
"""The day of every run."""
DONE = frozenset({0, 1})
"""Exit codes of a command that has done all of its work; 1 says that something should be looked at."""

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent
TEMPLATES = _HERE / "templates"
FONT = _ROOT / "src" / "skjema" / "fonts" / "NotoSans-Latin.ttf"
"""The font of values, as a file with all its tables."""
PROGRAM = Path(sys.executable).with_name("skjema")
CONSENT = "samtykke-overgang"

KOMMUNE = _ROOT / "samples" / "kommune.toml"

_SETTINGS = ("--templates", TEMPLATES, "--kommune", KOMMUNE, "--date", TODAY)

# -- commands

Part = str | Path


def fill_command(form: str, data: Path, out: Path, *more: str) -> list[Part]:
    """`skjema fill`, Word and PDF."""
    return [PROGRAM, "fill", form, data, "-o", out, *_SETTINGS, *more]


def check_command(form: str, data: Path) -> list[Part]:
    return [PROGRAM, "check", form, data, *_SETTINGS]


def pack_command(form: str, data: Path, out: Path) -> list[Part]:
    """`skjema pack`: one PDF."""
    return [PROGRAM, "pack", form, data, "-o", out, *_SETTINGS]


# -- the API


def form(name: str) -> Any:
    """A form, with the settings of the samples' municipality."""
    return api.load_form(name, templates=TEMPLATES, kommune=KOMMUNE)


def checked(name: str, data: Path) -> Iterator[Any]:
    """The checked records of a file, as renderers take them."""
    return api.checked_records(form(name), [data], today=date.fromisoformat(TODAY))
