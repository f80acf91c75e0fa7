"""A group of a form: rows of the same fields, with what lists call its rows and what drafts suggest for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skjema.definition.field import Condition, Field
from skjema.definition.profile import STRICT, FixedRow
from skjema.wording import Text

LINK, NUMBERED = "til_", "_nr"
"""Prefix of the id of a column that links to a row of another group, and suffix of one that numbers a group's rows."""

MAX_COLUMN_ROWS = 4
"""A group of at most this many rows has numbered columns in the main sheet."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Member:
    """A row that lists call by a role, such as `Mor`, and the values that this role implies."""

    __pydantic_config__ = STRICT

    words: tuple[str, ...]
    """What headings call the row: with `Mor`, `Mors navn` and `Mors telefon` are recognised as well."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """Values by field id that the word implies, used where the list has none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Suggestion:
    """A row that a draft gets where a record has no rows of the group."""

    __pydantic_config__ = STRICT

    values: Mapping[str, str | Text]
    """Values by column id, as a clerk would write them; texts may be given in several languages."""
    relevant: Condition = True
    """Whether the row is suggested for this record."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Group:
    """Rows of the same fields: parents, services, goals."""

    __pydantic_config__ = STRICT

    id: str
    type: Literal["group"]
    label: Text
    """What one row is called, in the singular."""
    field: tuple[Field, ...]
    help: Text | None = None
    relevant: Condition = True
    """Whether the group concerns this record."""
    min: int | str = 0
    """Least number of rows, or an expression for it: `2 if alvorlig else 0`."""
    max: int | None = None
    """Greatest number of rows."""
    blank: int = 1
    """Number of rows on the blank form."""
    row: tuple[FixedRow, ...] = ()
    """Fixed rows, in print order; kommune.toml may replace them."""
    was: tuple[str, ...] = ()
    """Ids of the group in earlier editions."""
    label_width: int = 7
    """Relative width of the column of labels of fixed rows, compared with the widths of the fields."""
    heading: Text | None = None
    """A heading above the rows on paper; with one, the first column has its own label rather than the group's."""
    numbered: bool = False
    """Whether the rows are numbered on paper."""
    printed: bool = True
    """Whether the group stands on paper; otherwise it is only asked for, for use in texts and rules."""
    empty: Text | None = None
    """What stands on paper where the group has no rows; if not given, a sentence that says there are none."""
    parent: str = ""
    """Id of the group around this one; set by `form_reader` from the position in the file, and no key of it."""
    member: tuple[Member, ...] = ()
    """Rows that lists call by a role rather than a number."""
    suggest: tuple[Suggestion, ...] = ()
    """Rows that a draft gets where the record has none, in print order."""

    @property
    def is_answered(self) -> bool:
        """Whether the recipient fills in every column of the group."""
        return all(field.recipient for field in self.field)

    @property
    def is_printed(self) -> bool:
        """Whether any column stands on paper."""
        return any(field.printed for field in self.field)

    @property
    def always_min(self) -> int:
        """Least number of rows in every record; 0 where it depends on the record."""
        return self.min if isinstance(self.min, int) else 0

    def column(self, name: str) -> Field:
        """The field with this id."""
        return next(field for field in self.field if field.id == name)

    def row_name(self, number: int) -> str:
        """Address of a row, counted from 1: the id of a fixed row, else its number."""
        return self.row[number - 1].id if number <= len(self.row) else str(number)

    def row_number(self, name: str) -> int:
        """The number, counted from 1, of the row with the address `name`."""
        return [row.id for row in self.row].index(name) + 1 if self.row else int(name)

    def row_label(self, number: int) -> Text:
        """Label of a row, counted from 1: that of a fixed row, else the group's label and the number."""
        if self.row:
            return self.row[number - 1].label
        return {code: f"{text} {number}" for code, text in self.label.items()}

    @property
    def in_main_sheet(self) -> bool:
        """Whether the rows are columns of the main sheet rather than rows of a sheet of their own."""
        is_few = self.max is not None and self.max <= MAX_COLUMN_ROWS
        return not self.parent and (bool(self.row) or is_few)

    @property
    def link(self) -> str:
        """Id of the first column, which says to which row of the parent a row belongs; empty without a parent."""
        return f"{LINK}{self.parent}" if self.parent else ""

    @property
    def name_field(self) -> Field:
        """The column that says what a row is: the first one, after the link to a parent."""
        return self.field[1 if self.parent else 0]

    @property
    def number_field(self) -> Field | None:
        """The printed column with the rows' own numbers; None without one."""
        numbers = (field for field in self.field if field.id.endswith(NUMBERED) and field.type == "integer")
        return next((field for field in numbers if field.printed), None)

    @property
    def named_by(self) -> Field:
        """The column by which rows of an inner group refer to a row: its number column, else its name column."""
        return next((field for field in self.field if field.id.endswith(NUMBERED)), self.name_field)
