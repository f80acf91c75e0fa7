"""A municipality's profile, kommune.toml: what is the same for all its forms and rows, and the fixed rows it has.

Unlike the rest of a form the profile has a `repr`, by which a resumed run and a kept PDF page know whether it has
changed.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from skjema.wording import Language, MessageLanguage, Text, in_language

STRICT = {"strict": True, "extra": "forbid", "use_attribute_docstrings": True}
"""How pydantic reads a class: no value turned into another kind, no key that the class doesn't have."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnAnswer:
    """An answer of the municipality's own, in place of those of a shared list."""

    __pydantic_config__ = STRICT

    id: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FixedRow:
    """A row that is printed with its own label, whether it is filled or not."""

    __pydantic_config__ = STRICT

    id: str
    label: Text
    area: str = ""
    """What its group's expressions know it by, as `row_area`, where a municipality may have rows of its own."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """All of `kommune.toml`: what is the same for every row of one municipality."""

    __pydantic_config__ = STRICT

    schema: Literal[1] = 1
    language: MessageLanguage = "nb"
    """The language of messages and forms where no other is asked for."""
    logo: str | None = None
    """A PNG file beside kommune.toml, printed at the top of the first page."""
    values: dict[str, str | int | bool | date | Text] = field(default_factory=dict)
    """Field id and the value it has in every row that gives none; a text may be given in several languages."""
    settings: dict[str, int | str | bool] = field(default_factory=dict)
    """Values for a form's settings."""
    rows: dict[str, tuple[FixedRow, ...]] = field(default_factory=dict)
    """Group id and the municipality's own fixed rows."""
    choices: dict[str, tuple[OwnAnswer, ...]] = field(default_factory=dict)
    """Name of a shared list of answers, and the municipality's own answers in its place."""

    def answers(self, listed: str) -> "tuple[OwnAnswer | FixedRow, ...]":
        """The municipality's own answers in the place of a shared list; without any, its fixed rows of that name."""
        return (self.choices.get(listed) or self.rows.get(listed) or ()) if listed else ()

    def values_in(self, language: Language) -> dict[str, str | int | bool | date]:
        """The values that aren't blank, each text in the language or else in another that it has."""
        spoken: dict[str, str | int | bool | date] = {}
        for name, given in self.values.items():
            if given == {}:
                continue
            value = in_language(given, language) if isinstance(given, dict) else given
            if str(value).strip():
                spoken[name] = value
        return spoken
