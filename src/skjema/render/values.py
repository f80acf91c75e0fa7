"""A record's values by the names that boxes on paper have."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from skjema.definition.model import Field, Form, Group
from skjema.records.columns import Path
from skjema.render.display import chosen, display
from skjema.validation.check import Checked, row_label
from skjema.wording import Language, Text
from skjema.wording.forms import word

BoxValue = str | bool


class Printed(NamedTuple):
    """One value that concerns the record.

    Attributes:
        name: Of its box, such as `foresatte.1.navn`.
        path: Where it was written.
    """

    name: str
    field: Field
    value: Any
    path: Path
    group: Group | None = None

    @property
    def label(self) -> Text:
        """What the field is called; in a group, its row too."""
        return row_label(self.group, int(self.path[1]), self.field) if self.group else self.field.label


def printed(form: Form, checked: Checked, in_text: Collection[str] = ()) -> Iterator[Printed]:
    """Every value that has its place on paper, in print order; of a signature field, the name at each line.

    Args:
        in_text: Fields whose values count too, since sentences show them.
    """
    for item in form.items:
        if item.id in checked.hidden:
            continue
        if isinstance(item, Group):
            for at, row in enumerate(checked.values[item.id], start=1):
                for name, one, path in _cells(item, at, row["nr"]):
                    yield Printed(name, one, row[one.id], path, item)
        elif not isinstance(item, Field) or not (item.printed or item.id in in_text):
            continue
        elif item.type == "signature":
            for at, name in enumerate(checked.signers[item.id], start=1):
                yield Printed(f"{item.id}.{at}.navn", item, name, item.id)
        else:
            yield Printed(item.id, item, checked.values[item.id], item.id)


@lru_cache(maxsize=4096)
def _cells(group: Group, at: int, number: int) -> list[tuple[str, Field, Path]]:
    """Name, field and path of each cell of a row.

    Args:
        at: The row's place on paper; `number` is its place where it was written.
    """
    return [(f"{group.id}.{row_name(group, at)}.{one.id}", one, (group.id, number, one.id)) for one in group.field]


def row_name(group: Group, at: int) -> str:
    """What the row at `at`, from 1, is called in the name of a box."""
    return group.row[at - 1].id if group.row else str(at)


def texts(form: Form, checked: Checked, language: Language) -> dict[str, str]:
    """Text of every value, by box name, for pages set with their values; what is missing says so."""
    return {
        one.name: missing_text(one.label, language)
        if one.path in checked.missing
        else display(one.field, one.value, language)
        for one in printed(form, checked)
    }


def missing_text(label: Text, language: Language) -> str:
    """What a draft of a flowing form says in the place of a value that must be filled in."""
    return word("draft-to-fill", language, label=label)


def box_values(form: Form, checked: Checked, language: Language) -> tuple[dict[str, BoxValue], str]:
    """What goes into each box: a text, the id of an answer, or whether a box is ticked; and all letters to be drawn."""
    found: dict[str, BoxValue] = {}
    letters: list[str] = []
    for name, field, value, _, _ in printed(form, checked):
        match field.type:
            case "choices":
                found |= {f"{name}.{answer}": True for answer in chosen(field, value)}
            case "yes_no":
                found[name] = next(iter(chosen(field, value)), "")
                found[f"{name}.ja"] = value is True
            case "choice":
                found[name] = value or ""
                letters.append(display(field, value, language))
            case _:
                found[name] = text = display(field, value, language)
                letters.append(text)
    return found, "".join(letters)
