"""Reading a workbook and checking every value in it, beside those that only read."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import ours
import workbooks
from measure import HERE, WORK, Command, Contestant, Report, Result, Settings, race
from section import Goal, Section, by_name, ratio

DOCUMENTS = 10_000
"""Rows, below the one with headings."""
FORM = "liste"

_FOLDER = WORK / "reading"
_BOOK = _FOLDER / f"{FORM}.xlsx"
_SKJEMA, _CALAMINE = "skjema: read and check", "floor: python-calamine"


def measure(settings: Settings) -> list[Section]:
    """One large sheet, read and checked."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    workbooks.write(_BOOK, workbooks.LIST_HEADINGS, workbooks.list_rows(DOCUMENTS))
    (_FOLDER / f"{FORM}.json").write_text(json.dumps({"book": str(_BOOK), "form": FORM}), "utf-8")
    results = race("Reading", _contestants(), settings)
    return [
        Section(
            "Reading and checking a workbook",
            "One sheet of 10 000 rows × 25 columns: names, dates, telephone numbers, e-mail addresses, choices. The "
            "others read it into lists; skjema judges every value and reports where it stood. Whole process.",
            DOCUMENTS,
            results,
            _goals(results),
            "row",
        )
    ]


def _contestants() -> list[Contestant]:
    note = "also measures the texts on paper"
    return [
        Contestant(_SKJEMA, "ours", _script("read_ours.py"), DOCUMENTS, _check_records),
        Contestant("skjema check, the command", "ours", _check, DOCUMENTS, _check_said, note, ok=ours.DONE),
        Contestant("openpyxl, read-only", "peer", _script("read_openpyxl.py"), DOCUMENTS, _check_rows),
        Contestant(_CALAMINE, "floor", _script("read_calamine.py"), DOCUMENTS, _check_rows),
    ]


def _script(name: str) -> Command:
    return lambda out, count: (sys.executable, HERE / "contestants" / name, _FOLDER / f"{FORM}.json", out, str(count))


def _check(_: Path, __: int) -> Sequence[str | Path]:
    return ours.check_command(FORM, _BOOK)


def _check_records(_: Path, report: Report, __: int) -> str:
    seen, problems = report.said.get("seen"), report.said.get("problems")
    return "" if (seen, problems) == (DOCUMENTS, 0) else f"{seen} records, {problems} problems"


def _check_said(out: Path, _: Report, __: int) -> str:
    said = "".join((out.parent / name).read_text("utf-8") for name in ("stdout", "stderr"))
    return "" if str(DOCUMENTS) in "".join(said.split()) else f"does not tell of {DOCUMENTS} records"


def _check_rows(_: Path, report: Report, __: int) -> str:
    seen = report.said.get("seen")
    return "" if seen == DOCUMENTS + 1 else f"{seen} rows instead of {DOCUMENTS + 1}"


def _goals(results: Sequence[Result]) -> list[Goal]:
    timed = by_name(results)
    measured = ratio(timed.get(_SKJEMA), timed.get(_CALAMINE), DOCUMENTS)
    work = "Checking 10 000 rows: skjema takes, of reading with python-calamine"
    return [Goal(work, 6, measured, at_least=False)]
