"""The tables of `skjema.toml` and blocks that exist only in files; `form_reader` makes parts of a `Form` of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skjema.definition.catalogue import Family
from skjema.definition.model import CalendarTable, Choice, Condition, Field, Group, Letter, Note, Rule, TakenFrom
from skjema.definition.profile import STRICT
from skjema.wording import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A shared block, `_blocks/<use>.toml`, put in at this position."""

    __pydantic_config__ = STRICT

    use: str
    without: tuple[str, ...] = ()
    """Fields of the block that this form leaves out."""
    relevant: Condition = True
    """Whether the whole block concerns this record."""
    texts: Mapping[str, Text] = field(default_factory=dict)
    """Labels or texts that replace those of the block, by id; `group.column` for a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUse:
    """A rule from `_regler.toml` that this form uses."""

    __pydantic_config__ = STRICT

    use: str
    relevant: str = "true"
    """An expression for the records that the rule concerns."""
    test: str | None = None
    """An expression to use instead of the rule's own, where this form's fields have other names."""
    message: Text | None = None
    """A message to use instead of the rule's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingUse:
    """A setting from `_regler.toml`."""

    __pydantic_config__ = STRICT

    use: str


MORE = "with"
"""Key for fields to add after those of a block; columns, where the block is a single group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerList:
    """Answers that several fields share: a field with `choices = "<id>"` has them."""

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
    """Whether the section starts a new page, so that what is to be answered stands on one side of the sheet."""


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
    """The head of a form: its name, languages, layout and other properties of the whole."""

    __pydantic_config__ = STRICT

    id: str
    """Name of the form's folder; kebab-case."""
    version: str
    """Date of this version, `2026-11-21`; printed at the foot of every page."""
    layout: Literal["fixed", "flowing", "letter"]
    """fixed: set pages and a fillable PDF; flowing: text and tables that grow; letter: flowing, with an address."""
    languages: tuple[Language, ...]
    title: Text
    records: Text
    """What records are called, in the plural; also the title of the workbook's main sheet."""
    key: tuple[str, ...]
    """The fields that tell two rows apart and join group sheets; never printed in logs."""
    subtitle: Text | None = None
    """A line under the title, with `{{ name }}` for values."""
    family: Family | None = None
    """Kind of form, by which `skjema list` sorts."""
    purpose: Text | None = None
    """What the form is for, in one line."""
    landscape: bool = False
    """Whether its pages are landscape, for tables with many columns."""
    letter: Letter | None = None
    """The parts of a letter beside its body."""
    address: Text | None = None
    """The lines of the recipient's address, for labels; a letter has it in [form.letter]."""
    calendar: CalendarTable | None = None
    """The group whose rows `fill --format ics` puts into a calendar file."""
    taken_from: TakenFrom | None = None
    """The other form whose workbooks `sheet --from` takes values from."""
    word: Literal["made", "own"] = "made"
    """Who made the layout of its Word files: skjema (perhaps restyled), or the office, whose own file is filled in."""
    pdf: Literal["made", "own", "from-word"] = "made"
    """Who made the layout of its PDFs: skjema, the office (a PDF with fields), or `from-word`: converted Word files."""
    for_each: str | None = None
    """A group whose rows each get a document of their own, in which `rad.<column>` is a column of that row."""
    answer: str | None = None
    """The recipient's yes/no field that decides what the answer is; `group.column` for a column of a group."""
    expires: str | None = None
    """The field with the date until which the answer holds."""
    withdrawn: str | None = None
    """The recipient's field that is filled in where the answer is withdrawn."""
    reminder: Text | None = None
    """The text at the top of the form when it is sent again as a reminder."""
    code: bool = True
    """Whether pages that the recipient answers on carry a code, by which `skjema scan` recognises them."""


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
