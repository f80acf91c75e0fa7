"""The cell of each field: its label, its required mark, and its box, line or tick boxes."""

from collections.abc import Iterator

from skjema.definition.model import Field, Form
from skjema.fieldtypes.field_type import FULL_LINE
from skjema.layout.tree import Cell, Look, Tick
from skjema.wording import Language, Text, in_language

TWO = 2
"""Answers that fit any line: yes and no."""
_LINES_BY_HAND = 4
_LONGEST_ANSWERS = ((4, 21), (3, 30))
"""Columns of answers, and the most letters an answer may have there."""


class FormCells:
    """Gives the cell of each field.

    Args:
        blank: Whether all of it is to be filled in by hand.
    """

    def __init__(self, form: Form, language: Language, *, blank: bool) -> None:
        self._form = form
        self._language = language
        self._blank = blank
        self._flowing = form.is_flowing and not blank

    def _text(self, text: Text) -> str:
        return in_language(text, self._language)

    def cell(self, field: Field, look: Look | None = None, *, is_named: bool = False) -> Cell:
        """A field in its place.

        Args:
            is_named: Whether what it is called is said already.
        """
        look = look or self.look(field)
        ticks = tuple(self._ticks(field, look))
        widget, text = field.kind.widget_of(field), self._text(field.label)
        return Cell(
            field=field,
            label="" if is_named and not self.has_star(field) else text,
            name=text,
            look=look,
            star=self.has_star(field),
            long=widget == "longtext",
            has_ticks=widget == "ticks",
            width=field.width,
            height=self._height(field) if widget == "longtext" else 1,
            ticks=ticks,
            columns=_tick_columns(field, [tick.label for tick in ticks]),
            possible=self._possible(field) if look == "blank" else "",
        )

    def _height(self, field: Field) -> int:
        # texts that flow say nothing of how long they are: on a blank form they have room for some sentences
        is_unsaid = self._blank and self._form.is_flowing and field.lines == 1
        return max(field.lines, _LINES_BY_HAND if is_unsaid else 2)

    def _possible(self, field: Field) -> str:
        """The answers of a field that is written by hand and has no boxes to tick."""
        if not self._is_by_hand(field):
            return ""
        return "\u00a0\u00b7 ".join(self._text(answer.label) for answer in field.kind.answers(field))

    def _is_by_hand(self, field: Field) -> bool:
        return self._blank or field.recipient

    def _ticks(self, field: Field, look: Look) -> Iterator[Tick]:
        answers = field.kind.answers(field)
        if look == "ticks":
            yield from (Tick(answer.id, self._text(answer.label)) for answer in answers)
        elif look == "tick":
            yield Tick(answers[0].id, "")

    def look(self, field: Field) -> Look:
        if self._flowing and not field.recipient:
            return "value"
        has_room = field.width == FULL_LINE and self._is_by_hand(field) and field.kind.answers(field)
        return "ticks" if field.kind.widget_of(field) == "ticks" or has_room else "blank"

    def has_star(self, field: Field) -> bool:
        return field.required is True and not self._flowing


def _tick_columns(field: Field, labels: list[str]) -> int:
    """In how many equal columns boxes to tick stand; 0 for side by side, each as wide as it is."""
    if field.width < FULL_LINE or len(labels) <= TWO:
        return 0
    longest = max(map(len, labels))
    for columns, most in _LONGEST_ANSWERS:
        if longest <= most:
            return columns
    return 2
