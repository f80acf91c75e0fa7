"""A group of a form: rows of the same fields, and what lists and drafts know of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skjema.definition.field import Condition, Field
from skjema.definition.profile import STRICT, FixedRow
from skjema.wording import Text

LINK, NUMBERED = "til_", "_nr"
"""How ids begin of columns that point at rows of another group, and how those end that number a group's own."""

MAX_COLUMN_ROWS = 4
"""A group of at most this many rows lies in the main sheet as numbered columns."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Member:
    """Whom lists call by what they are, such as `Mor`: a row of the group, and what the word says of it."""

    __pydantic_config__ = STRICT

    words: tuple[str, ...]
    """What a heading calls the row: `Mor`; `Mors navn` and `Mors telefon` are then known as well."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """Values by field id that the row has where the list has none: what the word says."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Suggestion:
    """A row that a draft has where a record has none of the group."""

    __pydantic_config__ = STRICT

    values: Mapping[str, str | Text]
    """Values by column id, as a clerk would write them; a text may be given in several languages."""
    relevant: Condition = True
    """Whether it is suggested for this record."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Group:
    """Rows of the same fields: parents, services, goals."""

    __pydantic_config__ = STRICT

    id: str
    type: Literal["group"]
    label: Text
    """What one row is, in the singular."""
    field: tuple[Field, ...]
    help: Text | None = None
    relevant: Condition = True
    """Whether the group concerns this record."""
    min: int | str = 0
    """Fewest rows, or an expression that gives how many: `2 if alvorlig else 0`."""
    max: int | None = None
    """Most rows."""
    blank: int = 1
    """Rows on the blank form."""
    row: tuple[FixedRow, ...] = ()
    """Fixed rows, in print order; kommune.toml may give its own."""
    was: tuple[str, ...] = ()
    """Ids that it had in earlier editions."""
    label_width: int = 7
    """Share of the table that the labels of fixed rows have, beside the widths of its fields."""
    heading: Text | None = None
    """What stands over its rows on paper; the first column then has its own label rather than the group's."""
    numbered: bool = False
    """Whether its rows are numbered on paper."""
    printed: bool = True
    """Whether it stands on the form; otherwise it is only asked for, and texts and rules may use it."""
    empty: Text | None = None
    """What stands on paper where it has no rows; without, that there is none."""
    parent: str = ""
    """Id of the group that it stands in; set by where it stands in the file, and never written."""
    member: tuple[Member, ...] = ()
    """Rows that lists call by what they are rather than by number."""
    suggest: tuple[Suggestion, ...] = ()
    """Rows that a draft has where the record has none, in print order."""

    @property
    def is_answered(self) -> bool:
        """Whether the recipient alone fills in its rows."""
        return all(field.recipient for field in self.field)

    @property
    def is_printed(self) -> bool:
        """Whether any of its columns stands on the form."""
        return any(field.printed for field in self.field)

    @property
    def always_min(self) -> int:
        """Fewest rows of any record."""
        return self.min if isinstance(self.min, int) else 0

    def column(self, name: str) -> Field:
        """The field with this id."""
        return next(field for field in self.field if field.id == name)

    def row_name(self, number: int) -> str:
        """What addresses call a row, counted from 1: the id of a fixed row, else its number."""
        return self.row[number - 1].id if number <= len(self.row) else str(number)

    def row_number(self, name: str) -> int:
        """The row that an address calls `name`, counted from 1."""
        return [row.id for row in self.row].index(name) + 1 if self.row else int(name)

    def row_label(self, number: int) -> Text:
        """What people call a row, counted from 1: the label of a fixed row, else the group's with a number."""
        if self.row:
            return self.row[number - 1].label
        return {code: f"{text} {number}" for code, text in self.label.items()}

    @property
    def in_main_sheet(self) -> bool:
        """Whether its rows are columns of the record's own row rather than a table of their own."""
        is_few = self.max is not None and self.max <= MAX_COLUMN_ROWS
        return not self.parent and (bool(self.row) or is_few)

    @property
    def link(self) -> str:
        """Id of its first column, which says to which row of its parent a row belongs; empty without a parent."""
        return f"{LINK}{self.parent}" if self.parent else ""

    @property
    def name_field(self) -> Field:
        """The column that says what a row is: the first, but for one that says where it belongs."""
        return self.field[1 if self.parent else 0]

    @property
    def number_field(self) -> Field | None:
        """The column of its rows' own numbers, by which a growing form calls them on paper."""
        numbers = (field for field in self.field if field.id.endswith(NUMBERED) and field.type == "integer")
        return next((field for field in numbers if field.printed), None)

    @property
    def named_by(self) -> Field:
        """The column that names its rows to those of an inner group: its numbers where it has some."""
        return next((field for field in self.field if field.id.endswith(NUMBERED)), self.name_field)
