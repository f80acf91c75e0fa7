"""The forms that come with skjema and their samples, found by their names: no list to forget.

A form is a folder of `templates/` with a `skjema.toml`. In `samples/<form>/` lie the same records as JSON, as a workbook
and, where the form has it, as CSV (one file, or a folder `csv/` with one for each sheet); the first of them is in
`enkeltsak.xlsx`, a sheet for one case. A workbook `feil.xlsx` is full of faults. `expected/` says what the papers must say.

The workbooks that `skjema sheet` makes are written again by `python -m tests.sample_files`.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from skjema.definition.example import example_common, example_records
from skjema.definition.form_cache import load_form
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import SAMPLES, TEMPLATES

KOMMUNE = SAMPLES / "kommune.toml"
_COPIES = TemporaryDirectory()
FORMS = sorted(path.parent.name for path in TEMPLATES.glob("*/skjema.toml"))


@cache
def copies_of(data: Path, count: int) -> tuple[Path, ...]:
    """Workbooks with the rows of one that are not one and the same file, which would be read once."""
    book = load_workbook(data)
    found = tuple(Path(_COPIES.name, f"{number}-{data.name}") for number in range(count))
    for path in found:
        book.properties.title = path.name
        book.save(path)
    return found


_KINDS = (
    '^layout = "letter"', '^layout = "flowing"', "^landscape = true", "year_wheel = ", "^for_each = ",
    r'\[\[section\.field\.field\]\]\n +id = .*\n +type = "group"',
)  # fmt: skip
"""What makes the pages of a form another kind: rows in rows are the last."""


def _each_kind() -> list[str]:
    """The first form of each kind."""
    found: dict[tuple[bool, ...], str] = {}
    for name in FORMS:
        definition = (TEMPLATES / name / "skjema.toml").read_text("utf-8")
        found.setdefault(tuple(bool(re.search(kind, definition, re.M)) for kind in _KINDS), name)
    return list(found.values())


THOROUGH = "SKJEMA_THOROUGH" in os.environ
TRIED = FORMS if THOROUGH else _each_kind()
"""The forms that long tests go through: in CI, which sets SKJEMA_THOROUGH, every form."""
FAULTY, SINGLE = "feil.xlsx", "enkeltsak.xlsx"


def json_sample(form: str) -> Path:
    """The records of a form's samples as JSON."""
    return _only(form, "*.json")


def sample_workbook(form: str) -> Path:
    """The same records in a workbook, as a clerk would type them."""
    return _only(form, "*.xlsx")


def csv_sample(form: str) -> list[Path]:
    """The same records as CSV, one file for each sheet; none where the form has no such sample."""
    return sorted([*(SAMPLES / form).glob("*.csv"), *(SAMPLES / form / "csv").glob("*.csv")])


def faulty_workbooks(form: str) -> list[Path]:
    """The workbook full of faults, where the form has one."""
    return sorted((SAMPLES / form).glob(FAULTY))


def sample_inputs(form: str) -> list[list[Path]]:
    """Every input that gives the same papers; each is one file, or one for each sheet."""
    every = [[json_sample(form)], [sample_workbook(form)], csv_sample(form)]
    return [files for files in every if files]


def _only(form: str, pattern: str) -> Path:
    found = [path for path in (SAMPLES / form).glob(pattern) if path.name not in (FAULTY, SINGLE)]
    assert len(found) == 1, f"samples/{form}/ should hold one {pattern} besides {FAULTY} and {SINGLE}"
    return found[0]


def made_workbooks(form: str) -> Iterator[tuple[Path, bytes]]:
    """The workbooks of a form's examples, as `skjema sheet` makes them."""
    loaded = load_form(TEMPLATES / form)
    for path in (sample_workbook(form), SAMPLES / form / SINGLE):
        example, common = example_records(loaded), example_common(loaded)
        yield path, input_workbook(loaded, "nb", example, common, single=path.name == SINGLE)


if __name__ == "__main__":
    for name in FORMS:
        for file, content in made_workbooks(name):
            file.write_bytes(content)
