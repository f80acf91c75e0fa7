"""The postal address of a record's document, line by line, for a label on its envelope."""

from collections.abc import Iterable
from typing import NamedTuple

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form
from skjema.definition.placeholders import filled_lines, placeholder_names
from skjema.layout.variants import value_in_sentence
from skjema.records.record import named_slot
from skjema.text_match import match_key
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, in_language

_FEWEST = 3
"""Lines of an address with values in them: who, in which street or at which workplace, and the town."""


class PostalAddress(NamedTuple):
    """Where a document is sent.

    Attributes:
        lines: From top to bottom; none where the record's address is incomplete or withheld.
        is_withheld: Whether it may stand on no paper, as where somebody's address is protected.
        home: What it has in common with the addresses of others who are the same, or live at the same place.
    """

    lines: tuple[str, ...] = ()
    is_withheld: bool = False
    home: frozenset[object] = frozenset()


def postal_address(form: Form, checked: CheckedRecord, language: Language) -> PostalAddress:
    """The postal address of a record; None for a form without one."""
    if form.address is None:
        return PostalAddress()
    names = sorted(placeholder_names(form.address))
    if any(_is_withheld(form, name, checked) for name in names):
        return PostalAddress(is_withheld=True, home=_home(form, checked, names))
    values = {name: value_in_sentence(form, checked, name, language) for name in names}
    lines = in_language(form.address, language).strip().splitlines()
    named = [placeholder_names({"": line}) for line in lines]
    written = sum(any(values[name] for name in names) for names in named)
    is_whole = written >= _FEWEST and all(values[name] for name in named[-1])
    return PostalAddress(
        tuple(filled_lines(lines, values, language)) if is_whole else (), home=_home(form, checked, names)
    )


def _home(form: Form, checked: CheckedRecord, names: Iterable[str]) -> frozenset[object]:
    """Whom a record concerns, and where they live; as it is written, since what is withheld has no value any more."""
    record = checked.record
    places = [name for name in names if (field := _field(form, name)) and field.kind.plausibility != "name"]
    written = (record.cells.get(named_slot(form, record, name), "") for name in places)
    # postcodes may have lost their first zero
    place = tuple(match_key(str(one)).lstrip("0") for one in written)
    return frozenset(([place] if any(place) else []) + ([checked.key] if checked.key else []))


def address_fields(form: Form) -> dict[str, Field]:
    """The fields whose values stand in an address, by the name it uses."""
    names = sorted(placeholder_names(form.address or {}))
    found = ((name, _field(form, name)) for name in names)
    return {name: field for name, field in found if field is not None}


def _field(form: Form, name: str) -> Field | None:
    """The field that an address calls by a name; None for a setting."""
    owner, _, column = name.rpartition(".")
    return form.addressed.column(column) if owner == ROW and form.addressed else form.fields.get(name)


def _is_withheld(form: Form, name: str, checked: CheckedRecord) -> bool:
    """Whether a field's own condition keeps its value off the paper of this record."""
    slot = named_slot(form, checked.record, name)
    return slot in checked.dropped_cells if slot.group else name in checked.dropped
