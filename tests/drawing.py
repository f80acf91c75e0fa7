"""Definitions and sheets drawn as text in the tests that use them."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Field, Form
from skjema.problems import Problem, Severity
from skjema.records.input import Input
from skjema.records.record_rows import HiddenRows
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.validation.repeats import Repeats
from skjema.wording import LANGUAGES

TODAY = date(2026, 11, 22)
TEMPLATES = Path(__file__).parent.parent / "templates"
SAMPLES = Path(__file__).parent.parent / "samples"

HEAD = """
schema = 1
[form]
id = "prove"
version = "2026-11-22"
layout = "fixed"
languages = ["nb"]
title = { nb = "Prøve" }
records = { nb = "Rader" }
key = ["navn"]
"""
"""The top of a definition; nine lines."""


def write_form(folder: Path, body: str, head: str = HEAD) -> Path:
    """The folder of a form `prove` whose definition is `head` and `body`."""
    form_folder = folder / "templates" / "prove"
    form_folder.mkdir(parents=True, exist_ok=True)
    (form_folder / "skjema.toml").write_text(head + body, encoding="utf-8")
    return form_folder


def field(name: str, kind: str = "text", **keys: str) -> str:
    """A field of the section before it; values of `keys` are written as they are."""
    lines = [f'id = "{name}"', f'type = "{kind}"']
    keys.setdefault("label", f'{{ nb = "{name.capitalize()}" }}')
    return "\n".join(["[[section.field]]", *lines, *(f"{key} = {value}" for key, value in keys.items())]) + "\n"


def field_of(kind: str, **keys: Any) -> Field:
    """A field on its own, without a form."""
    return Field(id="a", type=kind, label={"nb": "A"}, **keys)


def form_of(folder: Path, *fields: str, head: str = HEAD, more: str = "", kommune: str | None = None) -> Form:
    """A form of one section with these fields."""
    form_folder = write_form(folder, '[[section]]\nid = "del"\n' + "".join(fields) + more, head)
    profile = None
    if kommune is not None:
        profile = folder / "kommune.toml"
        profile.write_text(kommune, encoding="utf-8")
    return load_form(form_folder, profile)


def png_part(kind: bytes, content: bytes) -> bytes:
    """One part of a PNG file."""
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def png(size: int = 1, filler: bytes = b"\1", pixels: int = 9) -> bytes:
    """A black square as a PNG file, with so many bytes in it that mean nothing; of more than 99 lines, the first alone."""
    side = pixels.to_bytes(4)
    lines = zlib.compress(bytes(1 + 3 * pixels) * min(pixels, 99))
    head = png_part(b"IHDR", side + side + bytes((8, 2, 0, 0, 0)))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + png_part(b"fiLl", filler * size)
        + png_part(b"IDAT", lines)
        + png_part(b"IEND", b"")
    )


def rows_of(drawn: str) -> list[list[str]]:
    """Cells of a table drawn with bars, one line a row."""
    lines = [line.strip() for line in drawn.strip().splitlines()]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def sheet(path: Path, drawn: str | Sequence[Sequence[Any]], title: str = "Ark") -> Path:
    """A workbook with one sheet; a cell drawn empty holds nothing."""
    book = Workbook()
    main = first(book)
    main.title = title
    put(main, drawn)
    book.save(path)
    return path


def first(book: Workbook) -> Worksheet:
    """The first sheet of a workbook."""
    worksheet = book.worksheets[0]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def put(target: Worksheet, drawn: str | Sequence[Sequence[Any]]) -> None:
    """Write rows into a sheet, from its first cell on; a cell drawn empty holds nothing."""
    for row, cells in enumerate(rows_of(drawn) if isinstance(drawn, str) else drawn, start=1):
        for column, value in enumerate(cells, start=1):
            if value not in ("", None):
                target.cell(row, column).value = value


def is_sound(record: CheckedRecord) -> bool:
    """Whether a record may be printed as it is."""
    return not any(problem.severity is Severity.ERROR for problem in record.problems)


def checked(form: Form, *files: Path, hidden: HiddenRows = "ask") -> tuple[list[CheckedRecord], list[Problem]]:
    """Every record checked, and every problem: of the files, of the records, and what showed late."""
    data = Input(form, files, hidden)
    checker = RecordChecker(form, TODAY, frozenset(data.missing_columns))
    records = [checker.check(record) for record in data]
    repeats = Repeats(form)
    problems = list(data.problems)
    for record in records:
        repeats.note(record.record.number, record.key)
    for number, problem in repeats.problems(one.record for one in records):
        records[number - 1].problems.append(problem)
    for record in records:
        problems += record.problems
    problems += data.late_problems
    assert all(one.text(language) for one in problems for language in LANGUAGES)  # each has a wording
    return records, problems


def from_json(form: Form, folder: Path, *records: dict[str, Any]) -> list[CheckedRecord]:
    """These records checked; None leaves a value out."""
    path = folder / "poster.json"
    written = [{key: value for key, value in record.items() if value is not None} for record in records]
    path.write_text(json.dumps(written), "utf-8")
    return checked(form, path)[0]


def example(form: Form, folder: Path, **changes: Any) -> CheckedRecord:
    """The form's first example with some values changed; None leaves one out."""
    return from_json(form, folder, {**example_records(form)[0], **changes})[0]


def lines(problems: Sequence[Problem]) -> list[str]:
    """What a clerk reads."""
    return [problem.text("nb") for problem in problems]
