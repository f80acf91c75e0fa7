"""The tables of `skjema.toml` and of shared blocks that `form_reader` makes a `Form` of; `model` has the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skjema.definition.catalogue import Family
from skjema.definition.model import CalendarTable, Choice, Condition, Field, Group, Letter, Note, Rule, TakenFrom
from skjema.definition.profile import STRICT
from skjema.wording import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A shared block from `_blocks/<use>.toml`, put in where it stands."""

    __pydantic_config__ = STRICT

    use: str
    without: tuple[str, ...] = ()
    """Fields of the block that this form leaves out."""
    relevant: Condition = True
    """Whether the block concerns this record; holds for all of it."""
    texts: Mapping[str, Text] = field(default_factory=dict)
    """Other labels of the block's fields, or texts of its notes, by id; of a column, by `group.column`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUse:
    """A rule from `_regler.toml`, which applies here as well."""

    __pydantic_config__ = STRICT

    use: str
    relevant: str = "true"
    """An expression for the records that it concerns."""
    test: str | None = None
    """What must hold instead of the rule's own test, where this form asks for it by other names."""
    message: Text | None = None
    """What this form says instead of the rule's own message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingUse:
    """A setting from `_regler.toml`."""

    __pydantic_config__ = STRICT

    use: str


MORE = "with"
"""Key of further fields after those of a block; where the block is one group, further columns of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerList:
    """Answers that fields share: `choices = "<id>"` of a field takes them."""

    __pydantic_config__ = STRICT

    id: str
    answers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTable:
    """A part of the form under one heading."""

    __pydantic_config__ = STRICT

    id: str
    field: tuple[Field | Note | Group | Use, ...]
    """Fields, notes, groups and shared blocks in one list, in print order."""
    title: Text | None = None
    """The heading, numbered in order; a section without one has no number."""
    relevant: Condition = True
    """Whether the section concerns this record."""
    place: Literal["body", "head"] = "body"
    """In the body, or beside the municipality's name at the top of the first page."""
    starts_page: bool = False
    """Whether it begins a new page, so that what is to be answered stands on one side of the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A number or word that a municipality may set in kommune.toml, and that expressions may use."""

    __pydantic_config__ = STRICT

    id: str
    default: int | str | bool
    label: Text
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """Name and nature of the form."""

    __pydantic_config__ = STRICT

    id: str
    """Name of the form's folder; kebab-case."""
    version: str
    """Date of this version, `2026-11-21`; printed at the foot of every page."""
    layout: Literal["fixed", "flowing", "letter"]
    """fixed: set pages and a fillable PDF; flowing: text and tables that grow; letter: that, with an address above."""
    languages: tuple[Language, ...]
    title: Text
    records: Text
    """What the rows are, in the plural: title of the workbook's main sheet."""
    key: tuple[str, ...]
    """The fields that tell two rows apart and join group sheets; never printed in logs."""
    subtitle: Text | None = None
    """A line under the title, with `{{ name }}` for values."""
    family: Family | None = None
    """What kind of form it is, by which `skjema list` orders them."""
    purpose: Text | None = None
    """What it is for, in one line."""
    landscape: bool = False
    """Whether its pages are landscape, for tables with many columns."""
    letter: Letter | None = None
    """What a letter has beside its text."""
    address: Text | None = None
    """The lines of the recipient's address, for labels; a letter has it in [form.letter]."""
    calendar: CalendarTable | None = None
    """The group whose rows `fill --format ics` puts into a calendar file."""
    taken_from: TakenFrom | None = None
    """The form whose workbooks `sheet --from` makes this form's of."""
    word: Literal["made", "own"] = "made"
    """Whose paper its Word files are: made by skjema, and maybe restyled, or the office's own, which is filled in."""
    pdf: Literal["made", "own", "from-word"] = "made"
    """Whose paper its PDFs are: made by skjema, the office's own with fields, or made from the filled Word files."""
    for_each: str | None = None
    """A group of which each row has a document of its own, which calls the row's columns `rad.<column>`."""
    answer: str | None = None
    """The yes or no of the recipient's that decides what the answer is; of a column of a group, `group.column`."""
    expires: str | None = None
    """The date after which the answer doesn't hold any more."""
    withdrawn: str | None = None
    """The field of the recipient's that is filled in where the answer is taken back."""
    reminder: Text | None = None
    """What stands first on the form when somebody who hasn't answered gets it again."""
    code: bool = True
    """Whether the pages that the recipient answers on carry a code, by which `skjema scan` knows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """All of `skjema.toml`."""

    __pydantic_config__ = STRICT

    schema: Literal[1]
    """Version of this format."""
    form: FormTable
    section: tuple[SectionTable, ...]
    rule: tuple[Rule | RuleUse, ...] = ()
    setting: tuple[Setting | SettingUse, ...] = ()
    choices: tuple[AnswerList, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """All of a file in `_blocks/`: fields, notes and groups that several forms share, and lists of answers."""

    __pydantic_config__ = STRICT

    schema: Literal[1]
    field: tuple[Field | Note | Group, ...] = ()
    choices: tuple[AnswerList, ...] = ()
    rule: tuple[Rule | RuleUse, ...] = ()
    setting: tuple[Setting | SettingUse, ...] = ()
