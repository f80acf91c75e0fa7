"""What a form is made of: fields, notes, groups, rules, sections, and the form itself, as frozen dataclasses.

`toml_file` reads them through pydantic in strict mode and `json_schema` describes them, both from these classes;
`toml_tables` has the classes for what stands in files alone. Nothing else imports pydantic, which keeps start-up short.
So do `eq=False` and `repr=False`: dataclasses need not make methods that nobody asks for.
Keywords are English, as in XLSForm; texts are Norwegian.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from skjema.definition.outdated import Outdated
from skjema.definition.profile import STRICT, FixedRow, Profile
from skjema.fieldtypes import TYPES
from skjema.wording import Language, Text

# At run time pydantic is to refuse a type that doesn't exist and name those that do; mypy can't read such a Literal.
if TYPE_CHECKING:
    from skjema.fieldtypes.field_type import FieldType

    TypeName = str
else:
    TypeName = Literal[tuple(TYPES)]

Width = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

Condition = bool | str
"""True, false, or an expression over the record's own names."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Choice:
    """One answer of a `choice` or `choices` field."""

    __pydantic_config__ = STRICT

    id: str
    """The value in JSON and in expressions."""
    label: Text
    """The value as people read and write it."""
    words: tuple[str, ...] = ()
    """Other words by which lists and registers say it."""
    pdf: str | None = None
    """What a PDF of somebody else's calls it: a state or option of the field, or a field to tick for it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Field:
    """One value of a record: a column in the workbook, a box on paper."""

    __pydantic_config__ = STRICT

    id: str
    """Name in JSON, in expressions, in the Word template and in the PDF form."""
    type: TypeName
    """How the value is read, checked and printed."""
    label: Text
    """Heading in the workbook and label on paper."""
    help: Text | None = None
    """What to write, shown where the value is typed."""
    required: Condition = False
    """Whether it must be filled, at the stage where its part is filled in."""
    relevant: Condition = True
    """Whether it concerns this record; what doesn't is not printed."""
    constraint: str | None = None
    """An expression that must hold for a filled value."""
    message: Text | None = None
    """What to say when the constraint doesn't hold."""
    filled_by: Literal["office", "recipient"] = "office"
    """Who fills it in: the office before printing, or the recipient afterwards."""
    width: Width = 12
    """Twelfths of a line; fields flow into lines."""
    lines: int = 1
    """Height of a long text on a fixed form, in lines."""
    choices: tuple[Choice, ...] = ()
    """The answers of a `choice` or `choices` field, in print order."""
    shares: str = ""
    """Name of the shared list that they are from; set by where it is read, and never written."""
    sensitive: bool = False
    """Never quote the value in a message."""
    default: str | None = None
    """An expression that gives the value where the row has none."""
    profile: bool = False
    """The same in every row: from kommune.toml, or from the workbook's sheet for such values."""
    printed: bool = True
    """Whether it stands on paper; one that doesn't is read and checked all the same."""
    headers: tuple[str | tuple[str, ...], ...] = ()
    """Other column headings that registers use; a list is joined with spaces."""
    was: tuple[str, ...] = ()
    """Ids that it had in earlier editions, whose workbooks are still to be read."""
    roll: Literal["keep", "clear", "next"] = "keep"
    """What next year's workbook makes of its value: keep it, leave it out, or move a date or year on."""
    last_year: str | None = None
    """Id of a field of the record whose value of this year stands here in next year's workbook."""
    for_each: str | None = None
    """Signatures: one line for each row of this group."""
    signer: str | None = None
    """Signatures: an expression that gives the name printed under the line."""
    pdf: str | tuple[str, ...] | None = None
    """Its name in a PDF of somebody else's, or several; of a column with `{n}` for the row, or one for each row."""

    @property
    def recipient(self) -> bool:
        """Whether it is filled in by who gets the form, after it is printed."""
        return self.filled_by == "recipient"

    @property
    def kind(self) -> "FieldType":
        """Its type: how its values are read, shown, ordered and laid out."""
        return TYPES[self.type]

    @property
    def is_signature(self) -> bool:
        """Whether it is a line to sign on, which nobody types."""
        return self.kind.widget == "signature"

    @property
    def is_secret(self) -> bool:
        """Whether no message may quote its value."""
        return self.sensitive or self.kind.is_secret


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class YearWheel:
    """A year drawn as a circle of twelve months, with the numbers of the rows of a group that fall in each."""

    __pydantic_config__ = STRICT

    of: str
    """Id of the group."""
    date: str
    """Its column that says when."""
    who: str | None = None
    """Its column that says who, for the list of the months below."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Note:
    """Printed text. `{{ name }}` puts in a value, `**words**` are bold, `- ` begins a list item."""

    __pydantic_config__ = STRICT

    id: str
    type: Literal["note"]
    text: Text
    relevant: Condition = True
    """Whether it is printed for this record."""
    year_wheel: YearWheel | None = None
    """A figure of the year below the text, and a list of its months."""


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


LINK, NUMBERED = "til_", "_nr"
"""How ids begin of columns that point at rows of another group, and how those end that number a group's own."""

MAX_COLUMN_ROWS = 4
"""A group of at most this many rows lies in the main sheet as numbered columns."""


Item = Field | Note | Group
"""What a section holds, in print order, once blocks are put in."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Letter:
    """What a letter has beside its text; `{{ name }}` puts in a value, and a line that is empty then is left out."""

    __pydantic_config__ = STRICT

    address: Text
    """The lines of the recipient's address, which the window of an envelope shows."""
    closing: Text
    """What stands below the text: a greeting, and the lines of who signs."""
    date: str = "today"
    """The field whose date the letter has; the day of the run without one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CalendarTable:
    """The group whose rows are entries of a calendar, for files that calendars read."""

    __pydantic_config__ = STRICT

    of: str
    """Id of the group."""
    date: str
    """Its column of the day."""
    what: str
    """Its column of what the entry is called; no name of a child."""
    start: str | None = None
    """Its column of when it begins; without, it takes the whole day."""
    end: str | None = None
    """Its column of when it ends."""
    place: str | None = None
    """Its column of where it is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Rule:
    """A check across fields, with the source it rests on and the dates it is in force."""

    __pydantic_config__ = STRICT

    id: str
    """Code of the problem it reports; kebab-case."""
    test: str
    """An expression that must hold; it isn't applied while a value it needs is empty."""
    message: Text
    severity: Literal["error", "warning"] = "error"
    source: str | None = None
    """Where the rule was read, usually an entry of docs/sources.md."""
    valid_from: date | None = None
    """First day it applies."""
    valid_to: date | None = None
    """Last day it applied; after that it is never reported."""

    def is_in_force(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Section:
    """A section once its blocks are put in."""

    id: str
    items: tuple[Item, ...]
    title: Text | None
    relevant: Condition
    place: Literal["body", "head"]
    starts_page: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Form:
    """A whole form as every later stage sees it: blocks put in, the municipality's settings applied.

    Attributes:
        is_landscape: Whether its pages are landscape, for tables with many columns.
        for_each: Id of the group of which each row has a document of its own; empty for one document each record.
        letter: What a letter has beside its text; None for other forms.
        answer: The yes or no that decides what an answer is, `group.column` for one in each row; empty without.
        expires: The date after which an answer doesn't hold any more; empty without.
        withdrawn: The field that is filled in where an answer is taken back; empty without.
        reminder: What stands first on a reminder; None for what every form says.
        sections: In print order.
        settings: Name to value, the municipality's own where it has one.
        profile: What the municipality has set.
        profile_name: The name of the profile's file, also of one that isn't there yet but may be asked for.
        common: The profile's values for every row, in its own language unless `with_common_values` chose another;
            none is blank.
        folder: Where the definition lies.
        template_folders: Where its Word templates are looked for, the first first.
        family: What kind of form it is, by which lists are ordered; empty where nobody has said.
        purpose: What it is for, in one line.
        calendar: The group whose rows are entries of a calendar; None for forms that go into none.
        spoken: The language of `common`, and of what a draft suggests.
        outdated: Words in texts that are out of date.
        word: Whose paper its Word files are: `made` by skjema, or the office's `own`.
        pdf: Whose paper its PDFs are: `made` by skjema, the office's `own`, or `from-word`, of the filled Word files.
        own_pdfs: Name and content of the form's own PDF in each language that has one.
        digest: A hash of the definition and its blocks, without the municipality's profile.
        items: Every field, note and group in print order; the fields of groups are inside their group.
        fields: Fields of the record itself, by id, in print order.
        groups: Groups by id, in print order.
    """

    id: str
    version: str
    layout: Literal["fixed", "flowing", "letter"]
    is_landscape: bool
    languages: tuple[Language, ...]
    title: Text
    subtitle: Text | None
    records: Text
    key: tuple[str, ...]
    for_each: str
    letter: Letter | None
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...]
    settings: Mapping[str, int | str | bool]
    profile: Profile
    profile_name: str
    common: Mapping[str, str | int | bool | date]
    logo: bytes | None
    folder: Path
    template_folders: tuple[Path, ...]
    digest: str
    family: str = ""
    purpose: Text | None = None
    calendar: CalendarTable | None = None
    spoken: Language = "nb"
    answer: str = ""
    expires: str = ""
    withdrawn: str = ""
    reminder: Text | None = None
    outdated: tuple[Outdated, ...] = ()
    word: str = "made"
    pdf: str = "made"
    own_pdfs: Mapping[Language, tuple[str, bytes]] = field(default_factory=dict)
    items: tuple[Item, ...] = field(init=False, repr=False)
    fields: dict[str, Field] = field(init=False, repr=False)
    groups: dict[str, Group] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # By way of `object`, since the class is frozen: worked out once here, they are asked for for every value.
        items = tuple(chain.from_iterable(section.items for section in self.sections))
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "fields", {item.id: item for item in items if isinstance(item, Field)})
        object.__setattr__(self, "groups", {item.id: item for item in items if isinstance(item, Group)})

    @property
    def all_fields(self) -> list[Field]:
        """Every field of the form: those of the record itself, then the columns of each group."""
        fields = list(self.fields.values())
        for group in self.groups.values():
            fields.extend(group.field)
        return fields

    def inner_groups(self, group: Group) -> list[Group]:
        """The groups that stand in a group, in print order."""
        return [inner for inner in self.groups.values() if inner.parent == group.id]

    @property
    def is_flowing(self) -> bool:
        """Whether its pages grow with what stands in them."""
        return self.layout != "fixed"

    @property
    def year_wheels(self) -> list[tuple[str, YearWheel]]:
        """The figures of the year, each with the id of the note that it stands in."""
        return [(item.id, item.year_wheel) for item in self.items if isinstance(item, Note) and item.year_wheel]

    @property
    def has_flowing_pdf(self) -> bool:
        """Whether the pages of its PDFs grow with what stands in them: those of a PDF of its own don't."""
        return self.is_flowing and self.pdf == "made"

    @property
    def addressed(self) -> Group | None:
        """The group of `for_each`, where the form has one."""
        return self.groups.get(self.for_each)

    def with_common_values(self, language: Language) -> Self:
        """The form with the municipality's values in a language, without blank ones and those of the key's fields."""
        # What is the same for every row can't tell two rows apart.
        values = self.profile.values_in(language)
        common = {name: value for name, value in values.items() if name not in self.key}
        return replace(self, common=common, spoken=language)
