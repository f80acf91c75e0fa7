"""`run.json`: what a run made of each record, without a single one of its values."""

import contextlib
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any, Literal, NamedTuple, Self, cast

from skjema import __version__
from skjema.definition.model import Form
from skjema.errors import FileError
from skjema.output.file_names import hashed_name, reported_name
from skjema.output.folder import Folder
from skjema.output.whole_file import write_error
from skjema.problems import Place, Problem
from skjema.records.paper_layout import PaperLayout
from skjema.wording import Language

MANIFEST = "run.json"
JOURNAL = "run.part"
"""What has been done so far, a line for each record; gone when a run comes to its end."""
KEY = "run.key"
"""What the hashes of records are made with; without it they tell nothing. It stays with the documents."""
FORM = "form"
"""In the report, and in the journal's first line: which form the documents are of."""
EDITION = "edition"
"""In the report: the kind of report it is."""
_EDITION = 2
SCANNED = "skannet"
"""Folder beside the report, with the papers that have come back through a scanner."""
VOID = "void"
"""In the journal, numbers of records whose earlier outcomes are no longer so."""
PAPER = "paper"
"""In the report and in the journal: what the places on some papers are called, which `records.paper_layout` has."""
_OUTCOME, _PAPER = b'{"nr"', b'{"paper"'
"""How the line of an outcome begins, and that of a paper."""
_KEY_LENGTH = 16
_ESCAPED = "backslashreplace"
"""How letters are written that a name on disk has and UTF-8 hasn't; JSON reads them as they were."""

_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What is raised for JSON that isn't as we write it."""

Status = Literal["written", "warning", "failed"]
STATUSES: tuple[Status, ...] = ("written", "warning", "failed")


class Outcome(NamedTuple):
    """What became of one record.

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
    """What earlier runs into the same folder made, so that one can be taken up again.

    Attributes:
        form: Id of the form they made; empty where they were cut off before they said so.
        key: What its hashes are made with.
        outcomes: The last outcome of each record, by its number.
        files: Every file it made that is still there, by its own name.
        day: The day of the last run that came to its end; None where there is none.
        papers: The places on its papers as JSON has them, by what they are called.
    """

    form: str
    key: bytes
    outcomes: dict[int, Outcome]
    files: frozenset[str]
    day: date | None = None
    papers: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Folder) -> Self | None:
        """What `folder` says of it; None where no run has been.

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
        return cls(form, key, outcomes, there & own_files, day, papers)

    @classmethod
    def overwritten(cls, folder: Folder) -> Self:
        """What a run that makes all anew should know of earlier ones: whose files they have left there.

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
        """Number of the documents of each record, by the hash of whom it concerns."""
        return {one.key: one.number for one in self.outcomes.values() if one.key}

    def kept(self, wanted: Outcome) -> Outcome | None:
        """The earlier outcome of the record, if its files are there and would be the same."""
        earlier = self.outcomes.get(wanted.number)
        is_same = earlier and earlier.status != "failed" and earlier.row == wanted.row
        if earlier is None or not is_same or not self.files.issuperset(earlier.files):
            return None
        return earlier._replace(place=wanted.place)

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
        if report["skjema"] and report.get(EDITION) != _EDITION:
            raise FileError(Problem("report-of-other-edition", Place(MANIFEST)))
        outcomes = {one.number: one for one in map(Outcome.of, report["outcomes"])}
        papers = {one[PAPER]: one["layout"] for one in report.get("papers", ())}
        return _Report(report[FORM], outcomes, set(report["left"]), date.fromisoformat(report["date"]), papers)
    except _NOT_OURS:
        raise FileError(Problem("report-damaged", Place(MANIFEST))) from None


def _read_journal(content: bytes, said: _Report) -> str:
    """Bring a report up to what a journal says, and give the form that it names, if any."""
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


class Manifest:
    """The report of a run: a journal that is written record by record, and a file when the run ends.

    Args:
        previous: What earlier runs into the folder made.
    """

    def __init__(self, form: Form, language: Language, run_date: date, folder: Folder, previous: Previous) -> None:
        self._form, self._language, self._date, self._folder = form, language, run_date, folder
        self._previous = previous
        self._owners = self._previous.owners
        self._journal: IO[bytes] | None = None
        self._begun = 0
        self._counts: Counter[str] = Counter()
        self._numbers: set[int] = set()
        self._void: set[int] = set()
        self._files: set[str] = set()
        self._papers: set[str] = set()
        self._count = 0

    @property
    def key(self) -> bytes:
        """What the hashes of records are made with."""
        return self._previous.key

    def begin(self, *, alone: bool) -> None:
        """Take the folder, before the first file is written there.

        Args:
            alone: Whether no other run may have been there.

        Raises:
            FileError: Another run is at work in it, or has left something there.
        """
        journal = self._folder.journal(JOURNAL)
        self._begun = journal.seek(0, os.SEEK_END)
        there = self._folder.names() if alone else ()
        if MANIFEST in there or (alone and self._begun):
            journal.close()
            if not self._begun:
                self._folder.remove(JOURNAL)
            raise FileError(Problem("files-exist", Place(self._folder.name), params={"count": len(there)}))
        self._journal = journal
        self._folder.remove_leftovers()
        if self._folder.can_be_resumed:
            self._folder.write(KEY, self.key, overwrite=True)
        if self._begun:  # a run that was killed may have left half a line
            journal.write(b"\n")
        self._note({FORM: self._form.id})

    def invalidate_earlier(self, number: int, files: Iterable[str]) -> None:
        """Note, before a record's files are written, that what is known of earlier ones by those names ends.

        Should the run be killed in between, nobody takes them for what they were.
        """
        if self._previous.outcomes:
            gone = {owner for file in files if (owner := self._owners.get(file)) is not None} | {number}
            if gone := gone & self._previous.outcomes.keys() - self._numbers:
                self._void |= gone
                self._note({VOID: sorted(gone)})

    def note_paper(self, layout: PaperLayout) -> None:
        """Note the places on some papers, before an outcome that tells of them."""
        if layout.token not in self._papers:
            self._papers.add(layout.token)
            self._note({PAPER: layout.token, "layout": layout.data})

    def add(self, outcome: Outcome) -> None:
        """Note what became of a record, in a way that outlives this process."""
        for called in outcome.papers:
            if called not in self._papers:  # of an earlier run
                self.note_paper(PaperLayout.of(self._previous.papers[called]))
        self._note(self._as_reported(outcome))
        self._counts[outcome.status] += 1
        self._count += len(outcome.files)
        if self._previous.outcomes or self._previous.files:
            self._numbers.add(outcome.number)
            self._files.update(outcome.files)

    def _as_reported(self, outcome: Outcome) -> dict[str, Any]:
        return outcome.with_files(lambda file: self._reported(file, outcome.number)).data

    def _reported(self, file: str, number: int | None = None) -> str:
        return reported_name(file, self._form.id, self.key, number)

    def _note(self, data: dict[str, Any]) -> None:
        assert self._journal is not None
        line = json.dumps(data, ensure_ascii=False).encode(errors=_ESCAPED) + b"\n"
        try:
            while line:
                line = line[self._journal.write(line) :]
        except OSError as error:
            raise write_error(self._folder.name, error) from None

    def keep_untaken(self, is_gone: Callable[[Outcome], bool]) -> None:
        """Take over what is known of records that this run had nothing to do with.

        Also of those that are gone, so that nobody else is ever given their number.
        """
        if self._journal is None:  # the folder was never taken
            return
        noted = self._numbers | self._void
        for number, outcome in self._previous.outcomes.items():
            if number in noted:
                continue
            if is_gone(outcome):
                self._note(self._as_reported(outcome))
            else:
                self.add(outcome)

    @property
    def left(self) -> frozenset[str]:
        """Files of earlier runs that are still there and that no outcome tells of."""
        return self._previous.files - self._files

    def end(self, *, complete: bool) -> None:
        """Write it, as the last file of a run; nothing where none was begun."""
        if self._journal is not None:
            with self._journal as journal:
                self._folder.write(MANIFEST, self._content(journal, complete=complete), overwrite=True)
            self._folder.remove(JOURNAL)

    def _content(self, journal: IO[bytes], *, complete: bool) -> Iterator[bytes]:
        head = {
            EDITION: _EDITION,
            "skjema": __version__,
            "form": self._form.id,
            "version": self._form.version,
            "language": self._language,
            "date": self._date.isoformat(),
            "complete": complete,
            "records": self._counts.total(),
            "files": self._count,
            "counts": {status: self._counts[status] for status in STATUSES},
            "left": sorted(map(self._reported, self.left)),
        }
        yield json.dumps(head, ensure_ascii=False, indent=1).encode(errors=_ESCAPED).removesuffix(b"\n}")
        for name, beginning in (("papers", _PAPER), ("outcomes", _OUTCOME)):
            journal.seek(self._begun)
            lines = io.BufferedReader(cast(io.RawIOBase, journal))  # the journal itself reads byte by byte
            yield from _list(name, (line.rstrip(b"\n") for line in lines if line.startswith(beginning)))
            lines.detach()
        yield b"\n}\n"


def _list(name: str, entries: Iterable[bytes]) -> Iterator[bytes]:
    """A further value of a JSON object, a list: entry by entry, so that memory doesn't grow with records."""
    yield f',\n "{name}": ['.encode()
    between = b"\n  "
    for entry in entries:
        yield between + entry
        between = b",\n  "
    yield b"\n ]"
