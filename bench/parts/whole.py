"""The whole command: 1 200 consents to Word and PDF beside each of its parts alone, and 10 000 by two workers."""

import json
import sys
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from skjema import api

import docx_text
import ours
import pdf_values
import workbooks
from measure import HERE, WORK, Command, Contestant, Report, Result, Settings, race, spread
from section import Goal, Section, by_name, median_each, ratio

DOCUMENTS = 1200
"""Records, with a Word file and a PDF each."""
MANY = 10_000
"""Records that two workers share."""

_FOLDER = WORK / "whole"
_FINISHED = _FOLDER / "finished"
_BOOK = _FOLDER / "barn.xlsx"
_FILL = "skjema fill, Word and PDF"
_TARGETS = {"mappe": "into a folder", "alle.zip": "into a zip file"}
"""What is written to, and what it is called."""
_READ, _DOCX, _PDF, _WRITE = "read and check", "make Word files", "make PDF files", "write the files"


def measure(settings: Settings) -> list[Section]:
    """The command in one process and in two, and its parts."""
    _prepare()
    results = race("Whole command", _contestants(), settings)
    parts = _sum_of_parts(by_name(results))
    told = f"{parts:.2f} ms a record" if parts else "not measured"
    return [
        Section(
            f"Whole command: {DOCUMENTS:,} consents".replace(",", " "),
            f"The form `{ours.CONSENT}`. Sum of the parts: {told}.",
            DOCUMENTS,
            results,
            [_goal(by_name(results), parts)],
            "record",
        ),
        _shared(settings),
    ]


def _shared(settings: Settings) -> Section:
    """One worker beside two, into a folder and into a zip file."""
    book = _FOLDER / f"barn-{MANY}.xlsx"
    workbooks.write(book, workbooks.CONSENT_HEADINGS, workbooks.consent_rows(MANY))

    def command(target: str, workers: int) -> Command:
        return lambda out, count: ours.fill_command(
            ours.CONSENT, book, out / target, "--rows", f"1-{count}", "--workers", str(workers)
        )

    results = race(
        "Two workers",
        [
            Contestant(_many(target, workers), "ours", command(target, workers), MANY, _check_many, ok=ours.DONE)
            for target in _TARGETS
            for workers in (1, 2)
        ],
        settings,
    )
    timed = by_name(results)
    goals = [
        Goal(
            f"10 000 consents {_TARGETS[target]}: two workers take, of one's time",
            0.6,
            ratio(timed.get(_many(target, 2)), timed.get(_many(target, 1)), MANY),
            at_least=False,
        )
        for target in _TARGETS
    ]
    return Section("10 000 consents, one worker and two", f"The form `{ours.CONSENT}`.", MANY, results, goals, "record")


def _many(target: str, workers: int) -> str:
    return f"{_TARGETS[target]}, {workers} worker{'s' * (workers > 1)}"


def _check_many(out: Path, _: Report, count: int) -> str:
    """Two files a record, in the folder or in the zip file."""
    for target in _TARGETS:
        if (archive := out / target).is_file():
            with zipfile.ZipFile(archive) as made:
                names = made.namelist()
        elif (out / target).is_dir():
            names = [path.name for path in (out / target).iterdir()]
        else:
            continue
        found = sum(name.endswith((".docx", ".pdf")) for name in names)
        return "" if found == 2 * count else f"{found} files instead of {2 * count}"
    return "nothing was written"


def _prepare() -> None:
    """The workbook, what each part is given, and the finished files of the last one."""
    _FINISHED.mkdir(parents=True, exist_ok=True)
    workbooks.write(_BOOK, workbooks.CONSENT_HEADINGS, workbooks.consent_rows(DOCUMENTS))
    for kind in ("read", "docx", "pdf"):
        _give(kind, {"form": ours.CONSENT, "book": str(_BOOK), "kind": kind})
    _give("write", {"finished": str(_FINISHED)})
    docx, pdf = (api.renderer(ours.form(ours.CONSENT), kind).render for kind in ("docx", "pdf"))
    for at, record in enumerate(ours.checked(ours.CONSENT, _BOOK)):
        (_FINISHED / f"{at:05}.docx").write_bytes(docx(record))
        (_FINISHED / f"{at:05}.pdf").write_bytes(pdf(record))


def _give(name: str, content: Any) -> None:
    (_FOLDER / f"{name}.json").write_text(json.dumps(content), "utf-8")


def _contestants() -> list[Contestant]:
    names = [row[1] for row in workbooks.consent_rows(DOCUMENTS)]
    check = partial(_check_fill, names)
    two = f"{_FILL}, --workers 2"
    alone = "in memory; without reading and start"
    return [
        Contestant(_FILL, "ours", _fill(), DOCUMENTS, check, ok=ours.DONE),
        Contestant(
            two, "ours", _fill("--workers", "2"), DOCUMENTS, check, "memory of the largest process", ok=ours.DONE
        ),
        Contestant(_READ, "floor", _script("whole_part.py", "read"), DOCUMENTS, _check_part, "the whole process"),
        Contestant(_DOCX, "floor", _script("whole_part.py", "docx"), DOCUMENTS, _check_part, alone),
        Contestant(_PDF, "floor", _script("whole_part.py", "pdf"), DOCUMENTS, _check_part, alone),
        Contestant(
            _WRITE,
            "floor",
            _script("write_floor.py", "write"),
            2 * DOCUMENTS,
            _check_written,
            "Word and PDF; without start",
        ),
    ]


def _fill(*more: str) -> Command:
    def command(out: Path, count: int) -> Sequence[str | Path]:
        rows = () if count == DOCUMENTS else ("--rows", f"1-{count}")
        return ours.fill_command(ours.CONSENT, _BOOK, out, *rows, *more)

    return command


def _script(name: str, given: str) -> Command:
    return lambda out, count: (sys.executable, HERE / "contestants" / name, _FOLDER / f"{given}.json", out, str(count))


def _check_fill(names: Sequence[str], out: Path, _: Report, count: int) -> str:
    """Each child's name in its own files, and the same text and values as when they are made one by one."""
    docx, pdf = sorted(out.glob("*.docx")), sorted(out.glob("*.pdf"))
    if (len(docx), len(pdf)) != (count, count):
        return f"{len(docx)} Word files and {len(pdf)} PDF files instead of {count} of each"
    for at in spread(count):
        text, values = docx_text.paragraphs(docx[at]), pdf_values.fields(pdf[at])
        if text != docx_text.paragraphs(_FINISHED / f"{at:05}.docx") or names[at] not in "\n".join(text["body"]):
            return f"{docx[at].name} has another text"
        shown = "".join(pdf_values.pages(pdf[at]))
        if values != pdf_values.fields(_FINISHED / f"{at:05}.pdf") or pdf_values.letters(names[at]) not in shown:
            return f"{pdf[at].name} has other values"
    return ""


def _check_part(_: Path, report: Report, __: int) -> str:
    seen = report.said.get("seen")
    return "" if seen == DOCUMENTS else f"{seen} records instead of {DOCUMENTS}"


def _check_written(out: Path, _: Report, count: int) -> str:
    made, sources = sorted(out.iterdir()), sorted(_FINISHED.iterdir())
    if len(made) != count:
        return f"{len(made)} files instead of {count}"
    wrong = [made[at].name for at in spread(count) if made[at].read_bytes() != sources[at].read_bytes()]
    return f"{wrong[0]} has another content" if wrong else ""


def _sum_of_parts(timed: Mapping[str, Result]) -> float | None:
    """Milliseconds a record: reading as a process of its own, the others without start; two files are written."""
    parts = [timed.get(name) for name in (_READ, _DOCX, _PDF, _WRITE)]
    if None in parts:
        return None
    read, *others = (one for one in parts if one)
    return median_each(read, DOCUMENTS) + sum((one.loop or 0) * one.documents / DOCUMENTS for one in others)


def _goal(timed: Mapping[str, Result], parts: float | None) -> Goal:
    fill = timed.get(_FILL)
    measured = median_each(fill, DOCUMENTS) / parts if fill and parts else None
    work = "1 200 consents, workbook to Word and PDF: skjema takes, of its parts alone"
    return Goal(work, 2, measured, at_least=False)
