"""What a form is made of: fields, notes, groups, rules, sections, and the form itself, as frozen dataclasses.

`toml_file` reads these classes through pydantic in strict mode, and `json_schema` describes them; classes that exist
only in files are in `toml_tables`. Nothing else imports pydantic, and `eq=False` and `repr=False` avoid generating
unused methods: both keep start-up short. Keywords are English, as in XLSForm; texts are Norwegian.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Literal, Self

from skjema.definition.field import Choice, Condition, Field, Width
from skjema.definition.group import LINK, MAX_COLUMN_ROWS, NUMBERED, Group, Member, Suggestion
from skjema.definition.outdated import Outdated
from skjema.definition.profile import STRICT, Profile
from skjema.wording import Language, Text

__all__ = [
    "LINK", "MAX_COLUMN_ROWS", "NUMBERED", "CalendarTable", "Choice", "Condition", "Field", "Form", "Group", "Item",
    "Letter", "Member", "Note", "Rule", "Section", "Suggestion", "TakenFrom", "Width", "YearWheel",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class YearWheel:
    """A year drawn as a circle of twelve months, each with the numbers of the group's rows that fall in it."""

    __pydantic_config__ = STRICT

    of: str
    """Id of the group."""
    date: str
    """Id of the column with the date."""
    who: str | None = None
    """Id of the column that says who, for the list of months below the circle."""
    year: str | None = None
    """Id of the field with the year to show; rows of other years are left out. Without it, all rows count."""


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
    """A drawing of the year below the text, with a list of its months."""


Item = Field | Note | Group
"""What a section holds once blocks are put in, in print order."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Letter:
    """The parts of a letter beside its body; `{{ name }}` inserts a value, and lines left empty are dropped."""

    __pydantic_config__ = STRICT

    address: Text
    """The lines of the recipient's address, which show in the envelope window."""
    closing: Text
    """What stands below the body: a greeting, and the lines of the sender."""
    date: str = "today"
    """Id of the field with the letter's date; `today` is the day of the run."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CalendarTable:
    """The group whose rows become entries of a calendar file."""

    __pydantic_config__ = STRICT

    of: str
    """Id of the group."""
    date: str
    """Id of the column with the day."""
    what: str
    """Id of the column with the entry's title, which must not name a child."""
    start: str | None = None
    """Id of the column with the start time; without a time, the entry lasts all day."""
    end: str | None = None
    """Id of the column with the end time."""
    place: str | None = None
    """Id of the column with the place."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TakenFrom:
    """Another form whose workbooks `sheet --from` takes values for this form from."""

    __pydantic_config__ = STRICT

    form: str
    """Id of the other form."""
    values: Mapping[str, str]
    """Names in the other form by names in this form, `group.column` for columns; of a date column, the latest date."""
    relevant: Condition = True
    """Which records of the other form are taken, by their values in this form; an undecided one is taken."""
    message: Text | None = None
    """What is reported when some records aren't taken."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Rule:
    """A check across fields, with the source it rests on and the dates it is in force."""

    __pydantic_config__ = STRICT

    id: str
    """Code of the problem that the rule reports; kebab-case."""
    test: str
    """An expression that must hold; not applied while a value that it needs is empty."""
    message: Text
    severity: Literal["error", "warning"] = "error"
    source: str | None = None
    """Where the rule was read, usually an entry of docs/sources.md."""
    valid_from: date | None = None
    """First day on which the rule applies."""
    valid_to: date | None = None
    """Last day on which the rule applies."""

    def is_in_force(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Section:
    """A section with its blocks put in."""

    id: str
    items: tuple[Item, ...]
    title: Text | None
    relevant: Condition
    place: Literal["body", "head"]
    starts_page: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Form:
    """A whole form as every later stage sees it: blocks put in, the municipality's profile applied.

    Attributes:
        is_landscape: Whether its pages are landscape, for tables with many columns.
        for_each: Id of the group whose rows each get a document of their own; empty for one document per record.
        letter: The parts of a letter beside its body; None for other forms.
        address: The lines of the recipient's address, for labels; None for forms that are sent to nobody.
        answer: The yes/no field that decides what an answer is, `group.column` for one per row; empty without.
        expires: The field with the date until which an answer holds; empty without.
        withdrawn: The field that is filled in where an answer is withdrawn; empty without.
        reminder: The text at the top of a reminder; None for the common text.
        code: Whether pages that the recipient answers on carry a code.
        sections: In print order.
        settings: Values by name, the municipality's own where it has set one.
        profile: The municipality's profile.
        profile_name: The file name of the profile, also where the file doesn't exist yet and messages ask for it.
        common: The profile's values for every row, without blank ones, in its own language unless
            `with_common_values` chose another.
        folder: Folder of the definition.
        template_folders: Folders to look for its Word templates in, in order of preference.
        family: Kind of form, by which lists are sorted; empty where the definition doesn't say.
        purpose: What the form is for, in one line.
        calendar: The group whose rows become entries of a calendar; None without.
        taken_from: The other form whose workbooks give values for this one; None without.
        spoken: The language of `common`, and of the rows that a draft suggests.
        outdated: Outdated words to look for in texts.
        word: Who made the layout of its Word files: `made` by skjema, or the office's `own`.
        pdf: Who made the layout of its PDFs: `made` by skjema, the office's `own`, or `from-word`, of Word files.
        own_pdfs: Name and content of the form's own PDF in each language that has one.
        digest: A hash of the definition and its blocks, without the municipality's profile.
        items: Every field, note and group in print order; columns are inside their group.
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
    address: Text | None = None
    calendar: CalendarTable | None = None
    taken_from: TakenFrom | None = None
    spoken: Language = "nb"
    answer: str = ""
    expires: str = ""
    withdrawn: str = ""
    reminder: Text | None = None
    code: bool = True
    outdated: tuple[Outdated, ...] = ()
    word: str = "made"
    pdf: str = "made"
    own_pdfs: Mapping[Language, tuple[str, bytes]] = field(default_factory=dict)
    items: tuple[Item, ...] = field(init=False, repr=False)
    fields: dict[str, Field] = field(init=False, repr=False)
    groups: dict[str, Group] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # set through `object`, since the class is frozen; computed once, since they are needed for every value
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
        """The groups directly within a group, in print order."""
        return [inner for inner in self.groups.values() if inner.parent == group.id]

    @property
    def is_flowing(self) -> bool:
        """Whether the number of pages grows with the contents."""
        return self.layout != "fixed"

    @property
    def year_wheels(self) -> list[tuple[str, YearWheel]]:
        """The year wheels, each with the id of the note that it stands in."""
        return [(item.id, item.year_wheel) for item in self.items if isinstance(item, Note) and item.year_wheel]

    @property
    def has_flowing_pdf(self) -> bool:
        """Whether the number of pages of its PDFs grows with the contents, unlike that of the office's own PDF."""
        return self.is_flowing and self.pdf == "made"

    @property
    def addressed(self) -> Group | None:
        """The group that `for_each` names; None without."""
        return self.groups.get(self.for_each)

    def with_common_values(self, language: Language) -> Self:
        """The form with the profile's values in a language; blank values and those of key fields are left out."""
        # a value that is the same in every row can't tell rows apart
        values = self.profile.values_in(language)
        common = {name: value for name, value in values.items() if name not in self.key}
        return replace(self, common=common, spoken=language)
