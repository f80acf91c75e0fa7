"""How matters stand with each that a document was sent about: silent, yes, no, and what else a reply may be."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.records.reply_lines import ReplyLine
from skjema.validation.replies import Sent


class State(StrEnum):
    """How it stands, in the order in which one sees to it."""

    SILENT = "silent"
    OPEN = "open"
    """Something has come back, and nothing that decides is known of it."""
    CONFLICTING = "conflicting"
    PARTLY = "partly"
    NO = "no"
    YES = "yes"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRING = "expiring"
    EXPIRED = "expired"


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
    form: Form, everyone: Iterable[Sent], lines: Iterable[ReplyLine], today: date, soon: int
) -> list[Standing]:
    """How it stands with everyone, in their order.

    Args:
        soon: Days before its last in which a reply is one that expires.
    """
    found: dict[int, list[ReplyLine]] = {}
    for line in lines:
        found.setdefault(line.number, []).append(line)
    return [_standing(form, sent, found.get(sent.number, []), today, soon) for sent in everyone]


def _standing(form: Form, sent: Sent, lines: Sequence[ReplyLine], today: date, soon: int) -> Standing:
    last = min((line.expires for line in lines if line.expires), default=None)
    if last is None and form.expires and sent.checked:
        last = sent.checked.values.get(form.expires)
    state = _state(form, lines)
    if last is not None and state in (State.YES, State.PARTLY, State.ANSWERED) and last <= today + timedelta(soon):
        state = State.EXPIRED if last < today else State.EXPIRING
    return Standing(sent, state, len(lines), last)


def _state(form: Form, lines: Sequence[ReplyLine]) -> State:
    if not lines:
        return State.SILENT
    if any(line.is_withdrawn for line in lines):
        return State.WITHDRAWN
    if any(line.is_partly_withdrawn for line in lines):
        return State.PARTLY
    if not form.answer:
        return State.ANSWERED if len({line.values for line in lines}) == 1 else State.CONFLICTING
    deciding = [line for line in lines if not line.is_open]  # two sheets of one paper may come one by one
    if not deciding:
        return State.OPEN
    if len({line.decided for line in deciding}) > 1:
        return State.CONFLICTING
    decided = set(deciding[0].decided)
    return State.YES if decided == {True} else State.NO if decided == {False} else State.PARTLY
