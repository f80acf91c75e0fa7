"""The records that documents were sent about, from the office's list or from the run's report."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.batch.identity import RecordHashes, changed_items, known_rows
from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.open_input import read_file
from skjema.hashing import blake2b
from skjema.output.previous import Previous
from skjema.problems import Place, Problem, Severity
from skjema.records.answers_workbook import is_of_answers
from skjema.records.input import Input
from skjema.records.input_files import names_in_messages
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.validation.replies import Sent, office_expiry

_SHOWN = 5
"""Places of rows that a message names."""


class SentList(NamedTuple):
    """The records that documents were sent about, by number, token and key.

    Attributes:
        everyone: In the order of the list.
        by_token: By the token of their documents; nothing without a run.
        by_key: Those with the same values of the form's key, by a digest of it; nothing without a list.
        data: The list as it was read; None without one.
        gone: Numbers of the run's documents whose rows the list doesn't have any more, or has with another key.
        unsure: Numbers of documents that more than one row of the list may belong to.
        unsent: Where rows stand that no documents were made of.
        run: What tells the run from others; empty without one.
        moved: Numbers of documents whose last day isn't the one in the list any more.
        previous: The run that made the documents; None if it isn't known.
    """

    everyone: list[Sent]
    by_token: dict[str, Sent]
    by_key: dict[bytes, list[Sent]]
    data: Input | None = None
    gone: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    unsent: tuple[str, ...] = ()
    run: str = ""
    moved: frozenset[int] = frozenset()
    previous: Previous | None = None

    @property
    def problems(self) -> list[Problem]:
        """Records that are gone from the list, that it can't tell apart, or that no document was made of."""
        told = []
        gone = "sent-gone" if self.everyone or self.unsure else "sent-none"
        for code, numbers in ((gone, self.gone), ("sent-unsure", self.unsure)):
            told += [Problem(code, None, Severity.WARNING, {"numbers": numbers})] if numbers else []
        if self.unsent:
            rows = (*self.unsent[:_SHOWN], *(["…"] if len(self.unsent) > _SHOWN else []))
            told.append(Problem("sent-not", None, Severity.NOTE, {"count": len(self.unsent), "rows": rows}))
        return told


def sent_list(form: Form, files: Sequence[Path], previous: Previous | None, today: date) -> SentList:
    """The records that documents were sent about.

    Args:
        files: The office's own list; empty without one.
        previous: The run that made the documents; None if it isn't known.
        today: The day that rows are judged by: that of the run.

    Raises:
        FileError, InputError: The list can't be read, or holds no records of the form.
    """
    run = run_name(previous)
    if not files:
        return _of_report(previous)._replace(run=run, previous=previous)
    data = Input(form, files, "use", read_lists(files))
    checker = RecordChecker(form, today, frozenset(data.missing_columns))
    rows = [checker.check(record) for record in data]
    if previous is None:
        return _listed(data, [(checked, checked.record.number, "") for checked in rows])
    return _of_run(form, data, rows, previous)._replace(run=run, previous=previous)


def read_lists(files: Sequence[Path]) -> dict[Path, bytes]:
    """The office's own lists as they are.

    Raises:
        FileError, InputError: One can't be read, or is a workbook of replies: a copy of a list, whose answers would be
            taken for what was sent.
    """
    names = names_in_messages(files)
    contents = {path: read_file(path, names[path]) for path in files}
    if answers := [path for path, content in contents.items() if is_of_answers(content)]:
        raise InputError(*(Problem("list-answers", Place(names[path])) for path in answers))
    return contents


def run_name(previous: Previous | None) -> str:
    """An identifier of a run that says nothing else about it."""
    return blake2b(previous.key, digest_size=6).hexdigest() if previous else ""


def _listed(data: Input, rows: Iterable[tuple[CheckedRecord, int, str]]) -> SentList:
    """Rows with the number of their documents, and the token that these carry."""
    found = SentList([], {}, {}, data)
    for checked, number, token in rows:
        checked.record.document, checked.record.token = number, token
        sent = Sent(number, checked.record.places.place().text("nb"), checked, token)
        found.everyone.append(sent)
        if token:
            found.by_token[token] = sent
        if checked.key:
            found.by_key.setdefault(checked.key, []).append(sent)
    return found


def _of_run(form: Form, data: Input, rows: Sequence[CheckedRecord], previous: Previous) -> SentList:
    """The rows that a run has made documents of."""
    documents = previous.documents()
    known = known_rows(form, previous, [(checked.key, checked.record) for checked in rows])
    made = {token for token, number in documents.items() if previous.outcomes[number].status != "failed"}
    pairs = [*zip(rows, known.tokens, strict=True)]
    sure = made - known.unsure
    found = _listed(data, [(checked, documents[token], token) for checked, token in pairs if token in sure])
    return found._replace(
        gone=tuple(sorted(documents[token] for token in sure - found.by_token.keys())),
        unsure=tuple(sorted(documents[token] for token in made & known.unsure)),
        moved=_moved(form, found.everyone, previous),
        unsent=tuple(one.record.places.place().text("nb") for one, token in pairs if token not in documents),
    )


def _moved(form: Form, everyone: Sequence[Sent], previous: Previous) -> frozenset[int]:
    """Numbers of the records whose expiry date has changed since their documents were made."""
    if office_expiry(form) is None:
        return frozenset()
    hashes = RecordHashes(form, previous.key)
    now = {one.number: hashes.of(one.checked.record)[1] for one in everyone if one.checked}
    earlier = {number: previous.outcomes[number].fields for number in now}
    changed = (number for number in now if form.expires in changed_items(form, earlier[number], now[number]))
    return frozenset(number for number in changed if earlier[number])


def _of_report(previous: Previous | None) -> SentList:
    outcomes = previous.outcomes.values() if previous else ()
    by_token = {one.key: Sent(one.number, one.place) for one in outcomes if one.status != "failed" and one.key}
    return SentList([*by_token.values()], by_token, {})
