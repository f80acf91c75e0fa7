"""The answers of a PDF's lists and boxes, and of pairs of boxes that mean «Ja» and «Nei»."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from skjema.draft.box_answers import are_yes_no
from skjema.draft.guess import GuessedAnswer
from skjema.draft.pdf_box_lines import BoxLines
from skjema.fieldtypes.answers import NO, YES, YES_NO
from skjema.formats.pdf.acroform import EDIT, FormField, Place
from skjema.formats.pdf.values import text_of
from skjema.render.pdf.bind_answers import bind_answers
from skjema.text_match import match_key


def answers_of(one: FormField) -> list[tuple[str, str]]:
    """The answers of a list that have a text, each once: value in the file, and displayed text."""
    return list(dict.fromkeys((option.export, option.shown) for option in one.options if match_key(option.shown)))


def is_open_list(one: FormField) -> bool:
    """Whether a list accepts other answers than its own."""
    return one.kind == "combo" and bool(one.flags & EDIT) and bool(answers_of(one))


def button_answers(one: FormField, beside: Callable[[Place], str]) -> Iterator[GuessedAnswer]:
    """The answer for each state of a field with boxes, labelled by the paper or else by the file.

    Args:
        beside: Returns the words beside a box.
    """
    exports = one.options
    for number, state in enumerate(one.states):
        place = next(place for place in one.places if state in place.states)
        own = text_of(place.entry.get("/TU")) if not place.is_own_holder else ""
        at = int(state) if state.isdecimal() else number if len(exports) == len(one.states) else len(exports)
        export = exports[at].shown if at < len(exports) else ""
        yield GuessedAnswer("", own or beside(place) or export or state or str(number + 1), state)


def is_yes_no(one: FormField, answers: Sequence[GuessedAnswer]) -> bool:
    """Whether two states mean yes and no, by their labels on paper or else by their names in the file."""
    found = bind_answers(one, YES_NO, is_truth=True)
    if len(answers) != len(YES_NO) or found.unmatched:
        return False
    said = {answer.source: _first_word(answer.label) for answer in answers if answer.label != answer.source}
    meant = [_MEANING.get(said.get(str(found.options[answer.id]), ""), "") for answer in YES_NO]
    agrees = all(one in ("", answer.id) for one, answer in zip(meant, YES_NO, strict=True))
    return agrees and (any(meant) or len(said) < len(YES_NO))


_MEANING = {"ja": YES, "yes": YES, "nei": NO, "no": NO}


def _first_word(text: str) -> str:
    words = re.findall(r"\w+", text)
    return match_key(words[0]) if words else ""


def means_several(one: FormField, beside: Callable[[Place], str]) -> bool:
    """Whether boxes that are ticked together have different labels.

    Args:
        beside: Returns the words beside a box.
    """
    said: dict[tuple[str, ...], set[str]] = {}
    for place in one.places if one.kind in ("tick", "radio") and len(one.places) > 1 else ():
        if place.is_shown and (words := match_key(beside(place))):
            said.setdefault(place.states, set()).add(words)
    return any(len(words) > 1 for words in said.values())


def yes_no_pairs(fields: Iterable[FormField], boxes: BoxLines) -> Mapping[str, Sequence[FormField]]:
    """Pairs of fields with one box each that answer one question with «Ja» and «Nei», by the name of the first."""
    pairs: dict[str, Sequence[FormField]] = {}
    waiting: tuple[FormField, str] | None = None
    for one in fields:
        place = next((place for place in one.places if place.is_shown), None)
        is_box = one.kind == "tick" and len(one.places) == 1 and place is not None
        question = boxes.question(place) if is_box and place is not None else ""
        answer = boxes.answer(place) if question and place is not None else ""
        if waiting is not None and question and place is not None:
            first, asked = waiting
            if asked == question and are_yes_no([boxes.answer(first.places[0]), answer]) and boxes.is_sure(one):
                pairs[first.name] = (first, one)
                waiting = None
                continue
        waiting = (one, question) if question else None
    return pairs
