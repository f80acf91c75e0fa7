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
    """A year drawn as a circle of twelve months, with the numbers of the rows of a group that fall in each."""

    __pydantic_config__ = STRICT

    of: str
    """Id of the group."""
    date: str
    """Its column that says when."""
    who: str | None = None
    """Its column that says who, for the list of the months below."""
    year: str | None = None
    """The field whose year it shows; what falls in another stands on the wheel of none. Without, every year counts."""


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
class TakenFrom:
    """Another form whose workbooks hold the first of what this one needs: `sheet --from` takes it from there."""

    __pydantic_config__ = STRICT

    form: str
    """Id of the other form."""
    values: Mapping[str, str]
    """Name in the other form by name in this one, `group.column` for columns; of a column of dates, the latest."""
    relevant: Condition = True
    """Which of its records are taken, by what they have in this form; one of which nobody can tell is."""
    message: Text | None = None
    """What is said when some aren't."""


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
        address: The lines of the recipient's address, for labels; None for forms that nobody is sent.
        answer: The yes or no that decides what an answer is, `group.column` for one in each row; empty without.
        expires: The date after which an answer doesn't hold any more; empty without.
        withdrawn: The field that is filled in where an answer is taken back; empty without.
        reminder: What stands first on a reminder; None for what every form says.
        code: Whether pages that the recipient answers on carry a code.
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
        taken_from: The form whose workbooks hold the first of what it needs; None for most.
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
