"""How matters stand with each that a document was sent about: silent, yes, no, and what else a reply may be."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.records.reply_lines import ReplyLine
from skjema.validation.replies import Sent, office_expiry


class State(StrEnum):
    """How it stands, in the order in which one sees to it."""

    SILENT = "silent"
    OPEN = "open"
    """Something has come back, and somebody must look at what decides."""
    CONFLICTING = "conflicting"
    PARTLY = "partly"
    NO = "no"
    YES = "yes"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRING = "expiring"
    EXPIRED = "expired"


_HOLDING = (State.YES, State.PARTLY, State.ANSWERED)
"""Those that hold until a day."""


class Standing(NamedTuple):
    """How it stands with one.

    Attributes:
        replies: How many replies there are.
        expires: The last day of the reply, where it has one.
    """

    sent: Sent
    state: State
    replies: int
    expires: date | None


def standings(
    form: Form, everyone: Iterable[Sent], lines: Iterable[ReplyLine], today: date, soon: int,
    moved: frozenset[int] = frozenset(),
) -> list[Standing]:  # fmt: skip
    """How it stands with everyone, in their order.

    Args:
        soon: Days before its last in which a reply is one that expires.
        moved: Numbers of documents whose last day isn't the one in the list any more: of a reply that doesn't say its
            own, nobody knows it.
    """
    found: dict[int, list[ReplyLine]] = {}
    for line in lines:
        found.setdefault(line.number, []).append(line)
    return [
        _standing(form, sent, found.get(sent.number, []), today, soon, is_moved=sent.number in moved)
        for sent in everyone
    ]


def _standing(
    form: Form, sent: Sent, lines: Sequence[ReplyLine], today: date, soon: int, *, is_moved: bool
) -> Standing:  # fmt: skip
    state = _state(form, lines)
    is_taken_back = any(line.is_withdrawn or line.may_be_withdrawn for line in lines)
    if office_expiry(form):
        lines = [line for line in lines if not any(_renews(other, line) for other in lines)]
        state = _state(form, lines) if not is_taken_back else state
    last = min((line.expires for line in lines if line.expires), default=None)
    in_list = sent.checked.values.get(form.expires) if form.expires and sent.checked else None
    if is_moved and state in _HOLDING and not all(line.expires for line in lines):
        return Standing(sent, State.OPEN, len(lines), None)
    last = last or in_list
    if last is not None and state in _HOLDING and last <= today + timedelta(soon):
        state = State.EXPIRED if last < today else State.EXPIRING
    return Standing(sent, state, len(lines), last)


def _renews(newer: ReplyLine, older: ReplyLine) -> bool:
    """Whether a reply is of a later period, and signed on each line that the earlier one is signed on."""
    is_later = newer.expires is not None and older.expires is not None and newer.expires > older.expires
    return is_later and newer.signed >= older.signed


def _state(form: Form, lines: Sequence[ReplyLine]) -> State:
    if not lines:
        return State.SILENT
    if any(line.is_withdrawn for line in lines):
        return State.WITHDRAWN
    if any(line.may_be_withdrawn for line in lines):
        return State.OPEN
    if any(line.is_partly_withdrawn for line in lines):
        return State.PARTLY
    if not form.answer:
        return State.ANSWERED if len({line.values for line in lines}) == 1 else State.CONFLICTING
    deciding = [line for line in lines if not line.is_open]  # two sheets of one paper may come one by one
    if not deciding:
        return State.OPEN
    if len({line.decided for line in deciding if not line.has_looks}) > 1:
        return State.CONFLICTING
    if any(line.has_looks for line in lines):
        return State.OPEN
    decided = set(deciding[0].decided)
    return State.YES if decided == {True} else State.NO if decided == {False} else State.PARTLY
