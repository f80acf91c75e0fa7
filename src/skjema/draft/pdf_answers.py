"""The answers of a PDF's lists, and of boxes that stand for «Ja» and «Nei» though they are fields of their own."""

from collections.abc import Iterable, Mapping, Sequence

from skjema.draft.box_answers import are_yes_no
from skjema.draft.pdf_box_lines import BoxLines
from skjema.formats.pdf.acroform import EDIT, FormField
from skjema.text_match import match_key


def answers_of(one: FormField) -> list[tuple[str, str]]:
    """The answers of a list that say something, each once: how the form calls it, and how it is shown."""
    return list(dict.fromkeys((option.export, option.shown) for option in one.options if match_key(option.shown)))


def is_open_list(one: FormField) -> bool:
    """Whether a list takes answers that are not in it."""
    return one.kind == "combo" and bool(one.flags & EDIT) and bool(answers_of(one))


def yes_no_pairs(fields: Iterable[FormField], boxes: BoxLines) -> Mapping[str, Sequence[FormField]]:
    """Two boxes with fields of their own that answer one question with «Ja» and «Nei», by the name of the first."""
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
