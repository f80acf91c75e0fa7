"""Whom a run's documents are about: the rows of the list, or what the run's own report says."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.batch.identity import known_rows
from skjema.definition.model import Form
from skjema.output.previous import Previous
from skjema.problems import Problem, Severity
from skjema.records.input import Input
from skjema.validation.check import RecordChecker
from skjema.validation.replies import Sent

_SHOWN = 5
"""Places of rows that a message names."""


class SentList(NamedTuple):
    """Those a run's documents are about, and how they are known.

    Attributes:
        everyone: In the order of the list.
        by_token: By the token of their documents; nothing without a run.
        by_key: Those with the same values of the form's key, by a digest of it; nothing without a list.
        data: The list as it was read; None without one.
        gone: Numbers of the run's documents whose rows the list doesn't have any more, or has with another key.
        unsure: Numbers of those of which several rows may be whom they are about.
        unsent: Where rows stand that no documents were made of.
    """

    everyone: list[Sent]
    by_token: dict[str, Sent]
    by_key: dict[bytes, list[Sent]]
    data: Input | None = None
    gone: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    unsent: tuple[str, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        """Whom the list lacks, or doesn't tell apart, of those documents were sent about, and who was sent none."""
        told = []
        for code, numbers in (("sent-gone", self.gone), ("sent-unsure", self.unsure)):
            told += [Problem(code, None, Severity.WARNING, {"numbers": numbers})] if numbers else []
        if self.unsent:
            rows = (*self.unsent[:_SHOWN], *(["…"] if len(self.unsent) > _SHOWN else []))
            told.append(Problem("sent-not", None, Severity.NOTE, {"count": len(self.unsent), "rows": rows}))
        return told


def sent_list(form: Form, files: Sequence[Path], previous: Previous | None, today: date) -> SentList:
    """Whom documents were sent about.

    Args:
        files: The office's own list; empty without one.
        previous: The run that made the documents; None if it isn't known.
        today: The day that rows are judged by: that of the run.

    Raises:
        FileError, InputError: The list can't be read, or holds no records of the form.
    """
    if not files:
        return _of_report(previous)
    data = Input(form, files, "use")
    checker = RecordChecker(form, today, frozenset(data.missing_columns))
    rows = [(record, checker.check(record)) for record in data]
    documents = previous.documents() if previous else {}
    known = known_rows(form, previous, [(checked.key, record) for record, checked in rows]) if previous else None
    found = SentList([], {}, {}, data)
    unsent: list[str] = []
    for at, (record, checked) in enumerate(rows):
        token = known.tokens[at] if known else ""
        if known and token in known.unsure:
            continue
        if previous and (token not in documents or previous.outcomes[documents[token]].status == "failed"):
            # a row that has come since, or whose documents couldn't be made
            unsent += [record.places.place().text("nb")] if token not in documents else []
            continue
        record.document = documents.get(token, record.number)
        record.token = token
        sent = Sent(record.document, record.places.place().text("nb"), checked, record.token)
        found.everyone.append(sent)
        if previous:
            found.by_token[token] = sent
        if checked.key:
            found.by_key.setdefault(checked.key, []).append(sent)
    if previous is None:
        return found
    assert known is not None
    lost = {token: one for token, one in documents.items() if token not in found.by_token}
    lost = {token: one for token, one in lost.items() if previous.outcomes[one].status != "failed"}
    return found._replace(
        gone=tuple(sorted(one for token, one in lost.items() if token not in known.unsure)),
        unsure=tuple(sorted(one for token, one in lost.items() if token in known.unsure)),
        unsent=tuple(unsent),
    )


def _of_report(previous: Previous | None) -> SentList:
    outcomes = previous.outcomes.values() if previous else ()
    by_token = {one.key: Sent(one.number, one.place) for one in outcomes if one.status != "failed" and one.key}
    return SentList([*by_token.values()], by_token, {})
