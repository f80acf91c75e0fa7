"""Whom a run's documents are about: the rows of the list, or what the run's own report says."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.batch.identity import Tokens
from skjema.definition.model import Form
from skjema.output.previous import Previous
from skjema.problems import Problem, Severity
from skjema.records.input import Input
from skjema.validation.check import RecordChecker
from skjema.validation.replies import Sent


class SentList(NamedTuple):
    """Those a run's documents are about, and how they are known.

    Attributes:
        everyone: In the order of the list.
        by_token: By the token of their documents; nothing without a run.
        by_key: Those with the same values of the form's key, by a digest of it; nothing without a list.
        data: The list as it was read; None without one.
        gone: Numbers of the run's documents whose rows the list doesn't have any more, or has with another key.
    """

    everyone: list[Sent]
    by_token: dict[str, Sent]
    by_key: dict[bytes, list[Sent]]
    data: Input | None = None
    gone: tuple[int, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        """That some of whom documents were sent about aren't in the list."""
        return [Problem("sent-gone", None, Severity.WARNING, {"numbers": self.gone})] if self.gone else []


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
    tokens, documents = Tokens(previous.key if previous else b""), previous.documents() if previous else {}
    found = SentList([], {}, {}, data)
    for record in data:
        checked = checker.check(record)
        token = tokens.token(checked.key)
        if previous and (token not in documents or previous.outcomes[documents[token]].status == "failed"):
            continue  # a row that has come since, or whose documents couldn't be made
        record.document = documents.get(token, record.number)
        record.token = token if previous else ""
        sent = Sent(record.document, record.places.place().text("nb"), checked, record.token)
        found.everyone.append(sent)
        if previous:
            found.by_token[token] = sent
        if checked.key:
            found.by_key.setdefault(checked.key, []).append(sent)
    if previous is None:
        return found
    lost = (one for token, one in documents.items() if token not in found.by_token)
    return found._replace(gone=tuple(sorted(one for one in lost if previous.outcomes[one].status != "failed")))


def _of_report(previous: Previous | None) -> SentList:
    outcomes = previous.outcomes.values() if previous else ()
    by_token = {one.key: Sent(one.number, one.place) for one in outcomes if one.status != "failed" and one.key}
    return SentList([*by_token.values()], by_token, {})
