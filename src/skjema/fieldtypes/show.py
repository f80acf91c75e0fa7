"""Shows and sorts the values of any field, and tells which answers they tick; handles empty values too."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from skjema.fieldtypes.field_type import FieldType, SortKey, TypedField
from skjema.wording import Language
from skjema.wording.forms import paper_word

_EMPTY: SortKey = (1, 0, "")


class FieldWithKind(TypedField, Hashable, Protocol):
    """A field that knows its type."""

    @property
    def kind(self) -> FieldType: ...


def show(field: FieldWithKind, value: Any, language: Language) -> str:
    """The printed text of a value; empty for None."""
    return "" if value is None else _shower(field, language)(value)


def show_in_sentence(value: Any, language: Language) -> str:
    """The printed text of a value that has no field: a setting, or the day of the run."""
    if isinstance(value, bool):
        return paper_word("yes" if value else "no", language)
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


@lru_cache(maxsize=4096)
def _shower(field: FieldWithKind, language: Language) -> Callable[[Any], str]:
    return field.kind.shower(field, language)


def chosen_answers(field: FieldWithKind, value: Any) -> frozenset[str]:
    """Ids of the answers that are ticked for a value; none for None."""
    return frozenset() if value is None else field.kind.chosen(value)


def sort_key(field: FieldWithKind, value: Any, language: Language) -> SortKey:
    """The key that sorts a value among others of its field; None comes last."""
    return _EMPTY if value is None else field.kind.sort_key(field, value, language)
