"""Binds each answer of a field to a state of a button or an option of a list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from skjema.fieldtypes.answers import NO, YES
from skjema.fieldtypes.field_type import Answer
from skjema.formats.pdf.acroform import FormField
from skjema.formats.pdf.values import text_of
from skjema.text_match import match_key

_YES = frozenset(map(match_key, ("ja", "yes", "y", "j", "true", "sann", "on", "1")))
_NO = frozenset(map(match_key, ("nei", "no", "n", "false", "usann", "0", "ikke", "ikkje")))


class AnswersFound(NamedTuple):
    """What the answers of a field stand for in a PDF.

    Attributes:
        options: State of a button, or place of a list's option, by the answer's id.
        known: What there is to choose from, as people may write it in the definition.
    """

    options: Mapping[str, str | int]
    unmatched: Sequence[Answer]
    known: Sequence[str]


def bind_answers(field: FormField, answers: Sequence[Answer], *, is_truth: bool) -> AnswersFound:
    """The states or options of a field, by the definition's word for each, or by its names.

    Args:
        is_truth: Whether the answers are yes and no: then a single box is ticked for yes, and left for no.
    """
    options = list(button_names(field) if field.kind in ("tick", "radio") else _options(field))
    found: dict[str, str | int] = {}
    if is_truth and field.kind in ("tick", "radio") and len(options) == 1:
        return AnswersFound({YES: options[0][0]}, (), ())
    for answer in answers:
        option = _option_of(answer, options, is_truth=is_truth)
        if option is not None:
            found[answer.id] = option
    unmatched = [answer for answer in answers if answer.id not in found]
    return AnswersFound(found, unmatched, [names[0] for _, names in options])


_Named = tuple[str | int, Sequence[str]]
"""A state or option, and all that it is called."""


def button_names(field: FormField) -> Iterator[_Named]:
    """The states of a tick box or radio button, each with all that it is called."""
    exports = field.options
    for place, state in enumerate(field.states):
        places = [one for one in field.places if state in one.states]
        names = [state]
        if state.isdecimal() and int(state) < len(exports):
            names += [*exports[int(state)]]
        elif len(exports) == len(field.states):
            names += [*exports[place]]
        names += [text_of(one.entry.get("/TU")) for one in places if "/TU" in one.entry and not one.is_own_holder]
        yield state, names


def _options(field: FormField) -> Iterator[_Named]:
    for place, option in enumerate(field.options):
        yield place, (option.shown, option.export)


def _option_of(answer: Answer, options: Sequence[_Named], *, is_truth: bool) -> str | int | None:
    """The option of an answer: as the definition says, by name or position, or by its label."""
    named = getattr(answer, "pdf", None)
    if named is not None:
        exact = [option for option, names in options if named in names]
        if not exact and named.isdecimal() and 0 < int(named) <= len(options):
            return options[int(named) - 1][0]
        return exact[0] if exact else None
    keys = {match_key(answer.id), *map(match_key, answer.label.values())}
    if is_truth:
        keys |= _YES if answer.id == YES else _NO if answer.id == NO else frozenset()
    for option, names in options:
        # states that are numbers of answers with names, 0 and 1 among them, say neither yes nor no
        is_numbered = is_truth and len(names) > 1 and names[0].isdecimal()
        if keys & set(map(match_key, names[1:] if is_numbered else names)) - {""}:
            return option
    return None
