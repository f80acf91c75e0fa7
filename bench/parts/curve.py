"""Cost curve: what a record costs, and how much memory is held, from 100 records to 10 000 or 50 000."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx_text
import ours
import pdf_values
import workbooks
from measure import SAMPLE, WORK, Contestant, Report, Result, Settings, race, spread
from parts.pack import looked_at
from parts.pdf import in_order
from section import Goal, Section, by_name

SIZES, LARGE, HUGE = (100, 1000), 10_000, 50_000
"""Records of the batches run in every round, of the one run once, and of the one run once if it is asked for."""
BASE = 1000
"""Records of the batch that memory is held against."""

_FOLDER = WORK / "curve"
_FILE = "alle.pdf"


@dataclass(frozen=True, slots=True)
class Kind:
    """A command whose cost is looked at.

    Attributes:
        makes: What it makes of a workbook.
    """

    name: str
    makes: str
    is_pack: bool

    def command(self, out: Path, count: int) -> Sequence[str | Path]:
        if self.is_pack:
            return ours.pack_command(ours.CONSENT, _book(count), out / _FILE)
        return ours.fill_command(ours.CONSENT, _book(count), out)


KINDS = (
    Kind("`skjema fill`, Word and PDF", "two files a record", is_pack=False),
    Kind("`skjema pack`", "one PDF", is_pack=True),
)


def measure(settings: Settings) -> list[Section]:
    """Each command over batches of growing size."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    once = (LARGE, HUGE) if settings.curve else (LARGE,)
    for count in (SAMPLE, *SIZES, *once):
        workbooks.write(_book(count), workbooks.CONSENT_HEADINGS, workbooks.consent_rows(count))
    return [_measured(kind, once, settings) for kind in KINDS]


def _book(count: int) -> Path:
    return _FOLDER / f"barn-{count}.xlsx"


def _measured(kind: Kind, once: Sequence[int], settings: Settings) -> Section:
    title = f"Cost of a record: {kind.name}"
    results = race(title, [_contestant(kind, count) for count in SIZES], settings)
    results += race(title, [_contestant(kind, count) for count in once], settings, 1)
    text = f"The form `{ours.CONSENT}` from a workbook; {kind.makes}, whole command."
    return Section(title, text, BASE, results, [_goal(kind, results)], "record")


def _contestant(kind: Kind, count: int) -> Contestant:
    names = [row[1] for row in workbooks.consent_rows(count)]
    check = partial(_check_pack if kind.is_pack else _check_files, names)
    return Contestant(_named(count), "ours", kind.command, count, check, ok=ours.DONE)


def _named(count: int) -> str:
    return f"{count:,} records".replace(",", " ")


def _check_files(names: Sequence[str], out: Path, _: Report, count: int) -> str:
    docx, pdf = (sorted(out.glob(f"*.{kind}"), key=in_order) for kind in ("docx", "pdf"))
    if (len(docx), len(pdf)) != (count, count):
        return f"{len(docx)} Word files and {len(pdf)} PDF files instead of {count} of each"
    for at in spread(count):
        if names[at] not in "\n".join(docx_text.paragraphs(docx[at])["body"]):
            return f"{docx[at].name} is not of record {at + 1}"
        if pdf_values.letters(names[at]) not in "".join(pdf_values.pages(pdf[at])):
            return f"{pdf[at].name} is not of record {at + 1}"
    return ""


def _check_pack(names: Sequence[str], out: Path, _: Report, count: int) -> str:
    pages, shown = looked_at(out / _FILE, count)
    if not pages or pages % count:
        return f"{pages} pages for {count} records"
    wrong = [at for at, letters in shown.items() if pdf_values.letters(names[at]) not in letters]
    return f"record {wrong[0] + 1} is not on its pages" if wrong else ""


def _goal(kind: Kind, results: Sequence[Result]) -> Goal:
    timed = by_name(results)
    large, base = timed.get(_named(LARGE)), timed.get(_named(BASE))
    measured = large.memory / base.memory if large and base else None
    return Goal(f"{kind.name}: memory at 10 000 records, of that at 1 000", 1.2, measured, at_least=False)
