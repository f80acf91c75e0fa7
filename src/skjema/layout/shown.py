"""A record's values by the names that boxes on paper have."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.fieldtypes.show import show
from skjema.layout.letterhead import references
from skjema.validation.checked import Checked, row_label
from skjema.wording import Language, Text
from skjema.wording.forms import word

BoxValue = str | bool


class Spot(NamedTuple):
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


def printed(form: Form, checked: Checked, in_text: Collection[str] = ()) -> Iterator[tuple[Spot, Any]]:
    """Every value that has its place on paper, in print order; of a signature field, the name at each line.

    Args:
        in_text: Fields whose values count too, since sentences show them.
    """
    for item in form.items:
        if item.id in checked.hidden:
            continue
        if isinstance(item, Group):
            for at, row in enumerate(checked.values[item.id], start=1):
                yield from ((spot, row[spot.field.id]) for spot in _cells(item, at, row["nr"]))
        elif not isinstance(item, Field) or not (item.printed or item.id in in_text):
            continue
        elif item.is_signature:
            yield from zip(_lines(item, len(checked.signers[item.id])), checked.signers[item.id], strict=True)
        else:
            yield _spot(item), checked.values[item.id]


# The same for every record that has as many rows and lines.


@lru_cache(maxsize=4096)
def _spot(field: Field) -> Spot:
    return Spot(field.id, field, Slot(field.id))


@lru_cache(maxsize=4096)
def _lines(field: Field, count: int) -> list[Spot]:
    return [Spot(f"{field.id}.{at}.navn", field, Slot(field.id)) for at in range(1, count + 1)]


@lru_cache(maxsize=4096)
def _cells(group: Group, at: int, number: int) -> list[Spot]:
    """The cells of a row that are printed.

    Args:
        at: The row's place on paper; `number` is its place where it was written.
    """
    name, row = group.row_name(at), group.row_name(number)
    return [
        Spot(Slot(one.id, group.id, name).name, one, Slot(one.id, group.id, row), group)
        for one in group.field
        if one.printed
    ]


def texts(form: Form, checked: Checked, language: Language) -> dict[str, str]:
    """Text of every value, by box name, for pages set with their values; what is missing says so."""
    return {
        spot.name: missing_text(spot.label, language)
        if spot.slot in checked.missing
        else show(spot.field, value, language)
        for spot, value in printed(form, checked)
    }


def missing_text(label: Text, language: Language) -> str:
    """What a draft of a flowing form says in the place of a value that must be filled in."""
    return word("draft-to-fill", language, label=label)


def box_values(form: Form, checked: Checked, language: Language) -> tuple[dict[str, BoxValue], str]:
    """What goes into each box: a text, the id of an answer, or whether a box is ticked; and all letters to be drawn."""
    found: dict[str, BoxValue] = {}
    letters: list[str] = []
    in_head = references(form)
    for (name, field, _, _), value in printed(form, checked):
        if value is None:
            continue
        text = show(field, value, language)
        found |= field.kind.box_values(name, value, text)
        is_line_in_head = field in in_head and field.kind.has_answer_columns  # where there is no room to tick
        if is_line_in_head:
            found[name] = text
        if is_line_in_head or field.kind.widget != "ticks":
            letters.append(text)
    return found, "".join(letters)
