"""A record's values as they are shown, by the names that boxes on paper have."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.fieldtypes.show import chosen_answers, show
from skjema.layout.letterhead import references
from skjema.layout.sentences import missing_text
from skjema.layout.year_wheel import months
from skjema.validation.checked import CheckedRecord, row_label
from skjema.wording import Language, Text

BoxValue = str | bool


class PaperPlace(NamedTuple):
    """The place of one value on paper.

    Attributes:
        name: Of its box, such as `foresatte.1.navn`.
        slot: Where the value was written.
    """

    name: str
    field: Field
    slot: Slot
    group: Group | None = None

    @property
    def label(self) -> Text:
        """What the field is called; in a group, its row too."""
        group = self.group
        return row_label(group, group.row_number(self.slot.row), self.field) if group else self.field.label


class ShownRecord:
    """A record's values as text, each shown once for all that print it: boxes, sentences, heads of pages.

    Args:
        in_text: Fields whose values count too where they have no place of their own, since sentences show them.

    Attributes:
        language: That the values are shown in.
    """

    def __init__(self, form: Form, checked: CheckedRecord, language: Language, in_text: tuple[str, ...] = ()) -> None:
        self.checked = checked
        self._form = form
        self.language = language
        self._in_text = in_text
        self._values: list[tuple[PaperPlace, Any, str]] = []

    @property
    def is_own_paper(self) -> bool:
        """Whether it is printed on a paper that somebody else has made."""
        return self._form.pdf == "own"

    @property
    def values(self) -> list[tuple[PaperPlace, Any, str]]:
        """Every value and its text, in print order; of a signature field, the name at each line."""
        if not self._values:
            language, places = self.language, _places(self._form, self.checked, self._in_text)
            self._values = [(place, value, show(place.field, value, language)) for place, value in places]
        return self._values

    def text(self, field: Field) -> str:
        """The text of a field outside of groups; empty where it doesn't stand on paper."""
        if not field.printed or field.id in self.checked.hidden:
            return ""
        # only what has been shown already is looked up: to show all for one field's sake would take longer
        listed = (text for place, _, text in self._values if place.field is field)
        return next(listed, None) or show(field, self.checked.values[field.id], self.language)

    def label(self, paper: PaperPlace) -> Text:
        """What a field is called; in a group, its row too, by the number that is printed."""
        if paper.group is None or paper.group.row:
            return paper.label
        row = int(paper.name.split(".")[1])
        number = str(row)
        if paper.group.parent:
            under = [one["under"] for one in self.checked.values[paper.group.id]]
            outer = [one["nr"] for one in self.checked.values[paper.group.parent]].index(under[row - 1])
            number = f"{outer + 1}.{under[:row].count(under[row - 1])}"
        own = paper.field.label
        return {code: f"{label} {number}: {own[code]}" for code, label in paper.group.label.items() if code in own}

    def addressee(self) -> str:
        """Whom a document for one row of a group is for: what its first column says; empty for other forms."""
        if self._form.addressed is None:
            return ""
        first = self._form.addressed.name_field
        return show(first, self.checked.values[ROW][first.id], self.language)

    def texts(self) -> dict[str, str]:
        """Text of every value, by box name, for pages set with their values; what is missing says so."""
        missing, texts = self.checked.missing, {}
        for place, value, text in self.values:
            if place.field.printed:
                is_missing = place.slot in missing or (value is None and _is_of_rows_to_write(place, missing))
                texts[place.name] = missing_text(place.label, self.language, place.field) if is_missing else text
        for name, wheel in self._form.year_wheels:
            listed = months(self._form, wheel, self.checked.values, self.language)
            for number, month in enumerate(listed, start=1):
                texts |= {f"{name}.{number}": month.numbers, f"{name}.{number}.rows": month.rows}
        return texts

    def boxes(self) -> tuple[dict[str, BoxValue], str]:
        """What goes into each box: a text, an answer's id, or whether it is ticked; and all letters to be drawn."""
        return self._boxes(self.values)

    def all_boxes(self) -> tuple[dict[str, BoxValue], str]:
        """The same for a paper of somebody else's: every value as text, and each answer as a box to tick."""
        boxes: dict[str, BoxValue] = {}
        for (name, field, _, _), value, text in self.values:
            if value is not None and field.printed:
                boxes[name] = text
                boxes |= {f"{name}.{answer}": True for answer in chosen_answers(field, value)}
        return boxes, "".join(text for text in boxes.values() if isinstance(text, str))

    def recipient_boxes(self) -> tuple[dict[str, BoxValue], str]:
        """The same of what the recipient fills in, where the record has values for it already."""
        return self._boxes([one for one in self.values if one[0].field.recipient and not one[0].field.is_signature])

    def _boxes(self, values: list[tuple[PaperPlace, Any, str]]) -> tuple[dict[str, BoxValue], str]:
        boxes: dict[str, BoxValue] = {}
        letters: list[str] = []
        in_head = references(self._form)
        for (name, field, _, _), value, text in values:
            if value is None or not field.printed:
                continue
            kind = field.kind
            boxes |= kind.box_values(name, value, text)
            is_line_in_head = kind.has_answer_columns and field in in_head  # where there is no room to tick
            if is_line_in_head:
                boxes[name] = text
            if is_line_in_head or kind.widget != "ticks":
                letters.append(text)
        return boxes, "".join(letters)


def _is_of_rows_to_write(place: PaperPlace, missing: Collection[Slot]) -> bool:
    """Whether a value must be in each row of a group that lacks all its rows."""
    return place.group is not None and place.field.required is True and Slot(group=place.group.id) in missing


def _places(form: Form, checked: CheckedRecord, in_text: tuple[str, ...]) -> Iterator[tuple[PaperPlace, Any]]:
    """Every value that has its place on paper, in print order; of a signature field, the name at each line."""
    hidden, values = checked.hidden, checked.values
    for item, place in _items_with_values(form, in_text):
        if item.id in hidden:
            continue
        if place is not None:
            yield place, values[item.id]
        elif isinstance(item, Group):
            for line, row in enumerate(values[item.id], start=1):
                for cell in _cell_places(item, line, row["nr"]):
                    yield cell, row[cell.field.id]
        else:
            yield from zip(_line_places(item, len(checked.signers[item.id])), checked.signers[item.id], strict=True)


# Made once: the places are the same for every record that has as many rows and lines.


@lru_cache(maxsize=64)
def _items_with_values(form: Form, in_text: tuple[str, ...]) -> list[tuple[Field | Group, PaperPlace | None]]:
    """What of a form holds values on paper, with its place; groups and lines to sign on have one for each row."""
    items: list[tuple[Field | Group, PaperPlace | None]] = []
    for item in form.items:
        if isinstance(item, Group):
            items.append((item, None))
        elif isinstance(item, Field) and (item.printed or item.id in in_text):
            items.append((item, None if item.is_signature else PaperPlace(item.id, item, Slot(item.id))))
    return items


@lru_cache(maxsize=4096)
def _line_places(field: Field, count: int) -> list[PaperPlace]:
    return [PaperPlace(f"{field.id}.{line}.navn", field, Slot(field.id)) for line in range(1, count + 1)]


@lru_cache(maxsize=4096)
def _cell_places(group: Group, line: int, number: int) -> list[PaperPlace]:
    """The cells of a row that are printed.

    Args:
        line: The row's place on paper; `number` is its place where it was written. Empty rows aren't printed.
    """
    on_paper, as_written = group.row_name(line), group.row_name(number)
    places = []
    for field in group.field:
        if field.printed:
            box, slot = Slot(field.id, group.id, on_paper).name, Slot(field.id, group.id, as_written)
            places.append(PaperPlace(box, field, slot, group))
    return places
