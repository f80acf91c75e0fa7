"""How it stands with those a run's documents are about, by the list, the run and the workbook of replies."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from skjema.batch.sent import sent_list
from skjema.definition.model import Field, Form
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.formats.table import Value
from skjema.output.previous import Previous
from skjema.problems import Problem, Severity
from skjema.records.reply_lines import ReplyLine, read_reply_lines
from skjema.text_match import match_key
from skjema.validation.replies import Sent, key_fields, key_values, office_expiry
from skjema.validation.standing import Standing, State, standings

_NOT_HOLDING = (State.SILENT, State.OPEN, State.NO, State.WITHDRAWN)


class Status(NamedTuple):
    """How it stands with everyone.

    Attributes:
        strangers: Numbers of replies that are nobody's.
        problems: What of the replies can't be read, and whose rows are gone from the list.
        contents: The list's files as they were read.
        unsigned: Numbers of those whose replies lack a signature.
    """

    everyone: list[Standing]
    strangers: tuple[int, ...]
    problems: list[Problem]
    contents: Mapping[Path, bytes]
    unsigned: tuple[int, ...] = ()


def read_status(
    form: Form, listed: Sequence[Path], previous: Previous | None, replies: Path, today: date, soon: int
) -> Status:
    """How it stands with everyone; see `skjema.api.status`."""
    day = previous.day if previous and previous.day else today
    sent = sent_list(form, listed, previous, day)
    lines, problems = read_reply_lines(form, replies, today, sent.run)
    contradicting = _contradicting(form, lines, sent.everyone, today)
    problems += [Problem("answers-name", line.place) for line in contradicting]
    lines = [line for line in lines if line not in contradicting]
    known = {*sent.gone, *sent.unsure, *(one.number for one in sent.everyone)}
    strangers = tuple(sorted({line.number for line in lines} - known))
    everyone = standings(form, sent.everyone, lines, today, soon, sent.moved)
    problems += _told_of_days(form, everyone, sent.moved)
    unsigned = tuple(sorted({line.number for line in lines if not line.is_signed} & known))
    contents = sent.data.contents if sent.data else {}
    return Status(everyone, strangers, [*sent.problems, *problems], contents, unsigned)


def _told_of_days(form: Form, everyone: Sequence[Standing], moved: frozenset[int]) -> list[Problem]:
    """Whose last day isn't known, and for whom the list has another than the one that was signed, which counts."""
    if office_expiry(form) is None:
        return []
    lost = [one for one in everyone if one.state is State.OPEN and one.expires is None]
    unknown = [one.sent.number for one in lost if one.sent.number in moved]
    holding = [one for one in everyone if one.state not in _NOT_HOLDING]
    differing = [one.sent.number for one in holding if one.expires and one.expires != _in_list(form, one.sent)]
    told = (("answers-until", unknown, Severity.WARNING), ("answers-until-list", differing, Severity.NOTE))
    return [Problem(code, None, severity, {"numbers": (*numbers,)}) for code, numbers, severity in told if numbers]


def _in_list(form: Form, sent: Sent) -> Any:
    return sent.checked.values.get(form.expires) if sent.checked else None


def _contradicting(form: Form, lines: Sequence[ReplyLine], everyone: Sequence[Sent], today: date) -> list[ReplyLine]:
    """The lines whose names are others than those their numbers belong to; an empty cell says nothing.

    A column sorted by itself, a fill down or one digit that is wrong else gives a child what another has answered.
    """
    known = {}
    for sent in everyone:
        if sent.checked:
            known[sent.number] = dict(zip(key_fields(form), key_values(form, sent.checked), strict=True))
    return [
        line
        for line in lines
        if any(
            value is not None and not _says(field, line.about[field.id], value, today)
            for field, value in known.get(line.number, {}).items()
            if field.id in line.about
        )
    ]


def _says(field: Field, written: Value, value: Any, today: date) -> bool:
    """Whether what is written in a cell is a value, however it is written."""
    shown = {match_key(str(written))}
    with suppress(InvalidValue):
        shown.add(match_key(field.kind.show(value_of(field.kind.reader(field, today)(written)))))
    return match_key(field.kind.show(value)) in shown
