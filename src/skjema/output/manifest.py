"""`run.json`: what a run made of each record, without a single one of its values."""

import contextlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any, Literal, NamedTuple, Self

from skjema import __version__
from skjema.definition.model import Form
from skjema.output.folder import Folder
from skjema.output.write import write_error
from skjema.wording import Language

MANIFEST = "run.json"
JOURNAL = "run.part"
"""What has been done so far, a line for each record; gone when a run comes to its end."""
KEY = "run.key"
"""What the hashes of records are made with; without it they tell nothing. It stays with the documents."""

Status = Literal["written", "warning", "failed"]
STATUSES: tuple[Status, ...] = ("written", "warning", "failed")


class Outcome(NamedTuple):
    """What became of one record.

    Attributes:
        place: Where it stands, as text; the file, sheet and row, never a value.
        status: Written, written with warnings, or not written.
        codes: Codes of its problems.
        row: A keyed hash of what is written there and how it is printed.
    """

    number: int
    place: str
    status: Status
    files: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    row: str = ""

    @property
    def line(self) -> bytes:
        """As JSON on one line."""
        number, *rest = self
        data = {"nr": number, **dict(zip(self._fields[1:], rest, strict=True))}
        return json.dumps(data, ensure_ascii=False).encode()

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From what `line` wrote."""
        return cls(data["nr"], data["place"], data["status"], tuple(data["files"]), tuple(data["codes"]), data["row"])


@dataclass(slots=True)
class Previous:
    """What an earlier run into the same folder made, so that it can be taken up again.

    Attributes:
        key: What its hashes are made with.
    """

    key: bytes
    _outcomes: dict[int, Outcome]
    _there: frozenset[str]

    @classmethod
    def of(cls, folder: Folder) -> Self | None:
        """What `folder` says of it; None where no run has been."""
        there = frozenset(folder.names())
        if KEY not in there or not there & {MANIFEST, JOURNAL}:
            return None
        found: list[dict[str, Any]] = json.loads(folder.read(MANIFEST))["outcomes"] if MANIFEST in there else []
        if JOURNAL in there:
            found += _whole_lines(folder.read(JOURNAL))
        outcomes = (Outcome.of(one) for one in found)
        return cls(folder.read(KEY), {one.number: one for one in outcomes}, there)

    def kept(self, wanted: Outcome) -> Outcome | None:
        """The earlier outcome of the record, if its files are there and would be the same."""
        earlier = self._outcomes.get(wanted.number)
        is_same = earlier and earlier.status != "failed" and earlier.row == wanted.row
        if earlier is None or not is_same or not self._there.issuperset(earlier.files):
            return None
        return earlier._replace(place=wanted.place)

    @property
    def files(self) -> set[str]:
        """Every file it made that is still there."""
        return {file for one in self._outcomes.values() for file in one.files if file in self._there}


def _whole_lines(journal: bytes) -> Iterator[dict[str, Any]]:
    """Every line but those that were cut off."""
    for line in journal.splitlines():
        with contextlib.suppress(json.JSONDecodeError, UnicodeDecodeError):
            yield json.loads(line)


@dataclass(slots=True)
class Manifest:
    """The report of a run: noted record by record, whole when the run ends."""

    form: Form
    language: Language
    run_date: date
    folder: Folder
    key: bytes = field(default_factory=lambda: os.urandom(16))
    files: set[str] | None = None
    """Names of the files made, where they are to be compared with an earlier run's."""
    _journal: IO[bytes] | None = None
    _begun: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    _files: int = 0

    def add(self, outcome: Outcome) -> None:
        """Note what became of a record, in a way that outlives this process."""
        if self._journal is None:
            self.folder.write(KEY, self.key, overwrite=True)
            self._journal = self.folder.journal(JOURNAL)
            if self._journal.seek(0, os.SEEK_END):
                self._note(self._journal, b"\n")  # a run that was killed may have left half a line
            self._begun = self._journal.tell()
        self._note(self._journal, outcome.line + b"\n")
        self._counts[outcome.status] += 1
        self._files += len(outcome.files)
        if self.files is not None:
            self.files.update(outcome.files)

    def _note(self, journal: IO[bytes], line: bytes) -> None:
        try:
            while line:
                line = line[journal.write(line) :]
        except OSError as error:
            raise write_error(self.folder.name, error) from None

    def end(self, *, complete: bool) -> None:
        """Write it, as the last file of a run; nothing where nothing was noted."""
        if self._journal is not None:
            self.folder.write(MANIFEST, self._content(self._journal, complete=complete), overwrite=True)
            self._journal.close()
            self.folder.remove(JOURNAL)

    def _content(self, journal: IO[bytes], *, complete: bool) -> Iterator[bytes]:
        head = {
            "skjema": __version__,
            "form": self.form.id,
            "version": self.form.version,
            "language": self.language,
            "date": self.run_date.isoformat(),
            "complete": complete,
            "records": self._counts.total(),
            "files": self._files,
            "counts": {status: self._counts[status] for status in STATUSES},
        }
        yield json.dumps(head, ensure_ascii=False, indent=1).encode().removesuffix(b"\n}") + b',\n "outcomes": ['
        journal.seek(self._begun)
        between = b"\n  "
        for line in journal:
            yield between + line.rstrip(b"\n")
            between = b",\n  "
        yield b"\n ]\n}\n"
