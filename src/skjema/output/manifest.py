"""`run.json`: the outcome of each record of a run, without any of its values."""

import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import IO, TYPE_CHECKING, Any, cast

from skjema import __version__
from skjema.definition.model import Form
from skjema.errors import FileError
from skjema.output.file_names import reported_name
from skjema.output.folder import Folder
from skjema.output.previous import (
    EDITION,
    FORM,
    JOURNAL,
    KEY,
    MANIFEST,
    PAPER,
    REPORT_EDITION,
    STATUSES,
    VOID,
    Outcome,
    Previous,
)
from skjema.output.whole_file import write_error
from skjema.problems import Place, Problem
from skjema.wording import Language

if TYPE_CHECKING:
    from skjema.records.paper_layout import PaperLayout

_OUTCOME, _PAPER = b'{"nr"', b'{"paper"'
"""How the line of an outcome begins, and that of a paper."""
_ESCAPED = "backslashreplace"
"""How letters are written that a name on disk has and UTF-8 hasn't; JSON reads them as they were."""


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
        """The key of the record hashes."""
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
        """Note, before a record's files are written, that earlier files of the same names are no longer valid.

        Should the run be killed in between, nobody takes them for what they were.
        """
        if self._previous.outcomes:
            gone = {owner for file in files if (owner := self._owners.get(file)) is not None} | {number}
            if gone := gone & self._previous.outcomes.keys() - self._numbers:
                self._void |= gone
                self._note({VOID: sorted(gone)})

    def note_paper(self, layout: "PaperLayout") -> None:
        """Note the layout of papers, before the first outcome that refers to it."""
        if layout.token not in self._papers:
            self._note_paper(layout.token, layout.data)

    def _note_paper(self, token: str, data: dict[str, Any]) -> None:
        self._papers.add(token)
        self._note({PAPER: token, "layout": data})

    def add(self, outcome: Outcome) -> None:
        """Append a record's outcome to the journal, so that it survives a kill."""
        for called in outcome.papers:
            if called not in self._papers:  # of an earlier run
                self._note_paper(called, self._previous.papers[called])
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
        """Take over the outcomes of records that are not part of this run.

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
        """Files of earlier runs that still exist and belong to no outcome."""
        return self._previous.files - self._files

    def end(self, *, complete: bool) -> None:
        """Write the report as the run's last file; does nothing where no run was begun."""
        if self._journal is not None:
            with self._journal as journal:
                self._folder.write(MANIFEST, self._content(journal, complete=complete), overwrite=True)
            self._folder.remove(JOURNAL)

    def _content(self, journal: IO[bytes], *, complete: bool) -> Iterator[bytes]:
        head = {
            EDITION: REPORT_EDITION,
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
