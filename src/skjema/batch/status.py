"""The standing of everyone whom a run's documents are about, from the list, the run and the workbook of replies."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from skjema.batch.sent import sent_list
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.reading_results import InvalidValue, value_of
from skjema.formats.table import Value
from skjema.output.previous import Previous
from skjema.problems import Problem, Severity
from skjema.records.reply_lines import ReplyLine, read_reply_lines
from skjema.records.returned import SIGNED
from skjema.text_match import match_key
from skjema.validation.checked import CheckedRecord
from skjema.validation.replies import Sent, key_fields, key_values, office_expiry
from skjema.validation.standing import Standing, State, standings

_NOT_HOLDING = (State.SILENT, State.OPEN, State.NO, State.WITHDRAWN)


class Status(NamedTuple):
    """The standing of everyone.

    Attributes:
        strangers: Numbers of replies that belong to no record.
        problems: Replies that can't be read, and records whose rows are gone from the list.
        contents: The list's files as they were read.
        unsigned: Numbers of records whose replies lack a signature.
        half_signed: Numbers of records whose replies are signed, but not on every required line.
    """

    everyone: list[Standing]
    strangers: tuple[int, ...]
    problems: list[Problem]
    contents: Mapping[Path, bytes]
    unsigned: tuple[int, ...] = ()
    half_signed: tuple[int, ...] = ()


def read_status(
    form: Form, listed: Sequence[Path], previous: Previous | None, replies: Path, today: date, soon: int
) -> Status:
    """The standing of everyone; see `skjema.api.status`."""
    day = previous.day if previous and previous.day else today
    sent = sent_list(form, listed, previous, day)
    lines, problems = read_reply_lines(form, replies, today, sent.run)
    contradicting = _contradicting(form, lines, sent.everyone, today)
    problems += [Problem("answers-name", line.place) for line in contradicting]
    lines = [line for line in lines if line not in contradicting]
    known = {*sent.gone, *sent.unsure, *(one.number for one in sent.everyone)}
    strangers = tuple(sorted({line.number for line in lines} - known))
    everyone = standings(form, sent.everyone, lines, today, soon, sent.moved)
    doubtful = {line.number for line in lines if line.may_be_withdrawn}
    if numbers := [one.sent.number for one in everyone if one.state is State.OPEN and one.sent.number in doubtful]:
        problems.append(Problem("answers-withdrawal", None, Severity.WARNING, {"numbers": (*numbers,)}))
    problems += _told_of_days(form, everyone, sent.moved)
    unsigned = tuple(sorted({line.number for line in lines if not line.is_signed} & known))
    half_signed = tuple(sorted({*_half_signed(form, sent.everyone, lines)} - {*unsigned}))
    contents = sent.data.contents if sent.data else {}
    return Status(everyone, strangers, [*sent.problems, *problems], contents, unsigned, half_signed)


def _half_signed(form: Form, everyone: Sequence[Sent], lines: Sequence[ReplyLine]) -> Iterator[int]:
    """Numbers of records with some signatures there and some missing; two people may sign on a paper each."""
    signed: dict[int, set[str]] = {}
    for line in lines:
        signed.setdefault(line.number, set()).update(line.signed)
    for sent in everyone:
        there = signed.get(sent.number)
        if there and sent.checked and not there.issuperset(_lines_to_sign(form, sent.checked)):
            yield sent.number


def _lines_to_sign(form: Form, checked: CheckedRecord) -> Iterator[str]:
    """Names of the lines that must be signed on a record's paper."""
    for one in form.fields.values():
        if one.is_signature and one.required is not False:
            for at, signer in enumerate(checked.signers.get(one.id, ()), start=1):
                if signer or one.for_each is None:  # other lines are optional, to be signed by hand
                    yield Slot(SIGNED, one.id, str(at)).name


def _told_of_days(form: Form, everyone: Sequence[Standing], moved: frozenset[int]) -> list[Problem]:
    """Problems for records without a known last day, and for those whose list has another day than the signed paper."""
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
    """The lines whose names contradict the record with their number; empty cells contradict nothing.

    Otherwise a column sorted alone, a fill-down or a wrong digit would give a child somebody else's answer.
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
    """Whether a cell says a value, in whatever way it is written."""
    shown = {match_key(str(written))}
    with suppress(InvalidValue):
        shown.add(match_key(field.kind.show(value_of(field.kind.reader(field, today)(written)))))
    return match_key(field.kind.show(value)) in shown
