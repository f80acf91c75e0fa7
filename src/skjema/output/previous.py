"""What earlier runs made in a folder, read from `run.json` and its journal."""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, Self

from skjema.errors import FileError
from skjema.output.file_names import hashed_name
from skjema.output.folder import Folder
from skjema.problems import Place, Problem

MANIFEST = "run.json"
JOURNAL = "run.part"
"""What has been done so far, a line for each record; gone when a run comes to its end."""
KEY = "run.key"
"""What the hashes of records are made with; without it they tell nothing. It stays with the documents."""
FORM = "form"
"""In the report, and in the journal's first line: which form the documents are of."""
EDITION = "edition"
"""In the report: the kind of report it is."""
REPORT_EDITION = 2
SCANNED = "skannet"
"""Folder beside the report, with the papers that have come back through a scanner."""
VOID = "void"
"""In the journal, numbers of records whose earlier outcomes are no longer so."""
PAPER = "paper"
"""In the report and in the journal: what the places on some papers are called, which `records.paper_layout` has."""
_KEY_LENGTH = 16

_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What is raised for JSON that isn't as we write it."""

Status = Literal["written", "warning", "failed"]
STATUSES: tuple[Status, ...] = ("written", "warning", "failed")


class Outcome(NamedTuple):
    """The outcome of one record.

    Attributes:
        place: Where it stands, as text; the file and row, neither a value nor the title of a sheet.
        status: Written, written with warnings, or not written.
        codes: Codes of its problems.
        row: A keyed hash of what is written there and how it is printed.
        key: A keyed hash of whom it concerns, by which a later run knows it wherever it then stands.
        fields: A few digits of a keyed hash of each of its fields and groups, in the order of the form.
        papers: What the places on its papers are called, of all that were printed.
    """

    number: int
    place: str
    status: Status
    files: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    row: str = ""
    key: str = ""
    fields: str = ""
    papers: tuple[str, ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        number, *rest = self
        return {"nr": number, **dict(zip(self._fields[1:], rest, strict=True))}

    def with_files(self, named: Callable[[str], str]) -> Self:
        """The same with its files named otherwise."""
        return self._replace(files=tuple(map(named, self.files)))

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From what `data` gave."""
        lists = {name: tuple(data[name]) for name in ("files", "codes")}
        lists["papers"] = tuple(data.get("papers", ()))  # which reports that were written before scans lack
        return cls(data["nr"], **{name: data[name] for name in cls._fields[1:] if name not in lists} | lists)


@dataclass(slots=True, eq=False, repr=False)
class Previous:
    """What earlier runs made in the same folder, so that a run can be resumed.

    Attributes:
        form: Id of the form they made; empty where they were cut off before they said so.
        key: What its hashes are made with.
        outcomes: The last outcome of each record, by its number.
        files: Every file it made that is still there, by its own name.
        day: The day of the last run that came to its end; None where there is none.
        papers: The places on its papers as JSON has them, by what they are called.
        folder: Where they lie.
    """

    form: str
    key: bytes
    outcomes: dict[int, Outcome]
    files: frozenset[str]
    day: date | None = None
    papers: Mapping[str, Any] = field(default_factory=dict)
    folder: Folder | None = None

    @classmethod
    def of(cls, folder: Folder) -> Self | None:
        """The earlier run in `folder`; None where there has been none.

        Raises:
            FileError: What the run has left of itself is damaged, or of another edition.
        """
        there = frozenset(folder.names())
        if KEY not in there or not there & {MANIFEST, JOURNAL}:
            return None
        key = folder.read(KEY)
        if len(key) != _KEY_LENGTH:
            raise FileError(Problem("report-damaged", Place(KEY)))
        said = _read_report(folder.read(MANIFEST)) if MANIFEST in there else _Report("", {}, set(), None, {})
        form, outcomes, left, day, papers = said
        if JOURNAL in there:
            form = _read_journal(folder.read(JOURNAL), said) or form
        named = {hashed_name(name, key): name for name in there}
        outcomes = {number: one.with_files(lambda file: named.get(file, file)) for number, one in outcomes.items()}
        own_files = {named.get(file, file) for file in left}
        for outcome in outcomes.values():
            own_files.update(outcome.files)
        return cls(form, key, outcomes, there & own_files, day, papers, folder)

    @classmethod
    def overwritten(cls, folder: Folder) -> Self:
        """What a run that overwrites must know of earlier ones: which record each of their files belongs to.

        Raises:
            FileError: They are of an edition that doesn't say whose.
        """
        try:
            earlier = cls.of(folder)
        except FileError as error:
            if error.problems[0].code == "report-of-other-edition":
                raise
            earlier = None
        return earlier or cls("", new_key(), {}, frozenset())

    def documents(self) -> dict[str, int]:
        """Number of the documents of each record, by the hash of its key."""
        return {one.key: one.number for one in self.outcomes.values() if one.key}

    def kept(self, wanted: Outcome) -> Outcome | None:
        """The record's earlier outcome, if its files exist and would come out the same."""
        earlier = self.outcomes.get(wanted.number)
        is_same = earlier and earlier.status != "failed" and earlier.row == wanted.row
        if earlier is None or not is_same or not self.files.issuperset(earlier.files):
            return None
        return earlier._replace(place=wanted.place)

    def document(self, number: int, ending: str) -> bytes | None:
        """A record's document as it lies in the folder; None where there is none with this ending."""
        made = self.outcomes[number].files if number in self.outcomes else ()
        name = next((one for one in made if one.endswith(ending) and one in self.files), "")
        return self.folder.read(name) if name and self.folder else None

    @property
    def owners(self) -> dict[str, int]:
        """Number of the record that each file was made of."""
        return {file: one.number for one in self.outcomes.values() for file in one.files}


def new_key() -> bytes:
    """A key that nobody can guess."""
    return os.urandom(_KEY_LENGTH)


class _Report(NamedTuple):
    """What a report says: its form, its outcomes by number, files of yet earlier runs, its day, and its papers."""

    form: str
    outcomes: dict[int, Outcome]
    left: set[str]
    day: date | None
    papers: dict[str, Any]


def _read_report(content: bytes) -> _Report:
    """What a report says; FileError where it is damaged."""
    try:
        report = json.loads(content)
        if report["skjema"] and report.get(EDITION) != REPORT_EDITION:
            raise FileError(Problem("report-of-other-edition", Place(MANIFEST)))
        outcomes = {one.number: one for one in map(Outcome.of, report["outcomes"])}
        papers = {one[PAPER]: one["layout"] for one in report.get("papers", ())}
        return _Report(report[FORM], outcomes, set(report["left"]), date.fromisoformat(report["date"]), papers)
    except _NOT_OURS:
        raise FileError(Problem("report-damaged", Place(MANIFEST))) from None


def _read_journal(content: bytes, said: _Report) -> str:
    """Update a report from a journal; returns the id of the form it names, if any."""
    form, outcomes, left = "", said.outcomes, said.left
    for line in content.splitlines():
        with contextlib.suppress(*_NOT_OURS):  # a line that was cut off
            entry = json.loads(line)
            if FORM in entry:
                form = entry[FORM]
            elif PAPER in entry:
                said.papers[entry[PAPER]] = entry["layout"]
            elif VOID in entry:
                for number in entry[VOID]:
                    left.update(outcomes.pop(number).files if number in outcomes else ())
            else:
                outcome = Outcome.of(entry)
                outcomes[outcome.number] = outcome
    return form
