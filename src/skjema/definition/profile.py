"""A municipality's profile, kommune.toml: values that are the same on all its forms, and its own rows and answers.

Unlike other parts of a form, the profile has a `repr`: resumed runs and cached PDF pages use it to tell whether the
profile has changed.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from skjema.wording import Language, MessageLanguage, Text, in_language

STRICT = {"strict": True, "extra": "forbid", "use_attribute_docstrings": True}
"""How pydantic reads a class: no conversion between types, no unknown keys."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnAnswer:
    """An answer that the municipality has put in place of those of a shared list."""

    __pydantic_config__ = STRICT

    id: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FixedRow:
    """A row that is printed with its own label, whether it is filled in or not."""

    __pydantic_config__ = STRICT

    id: str
    label: Text
    area: str = ""
    """Value of `row_area` in the group's expressions, so that they also work for a municipality's own rows."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """All of `kommune.toml`: what is the same for every record of one municipality."""

    __pydantic_config__ = STRICT

    schema: Literal[1] = 1
    language: MessageLanguage = "nb"
    """The language of messages and forms where no other is asked for."""
    logo: str | None = None
    """Name of a PNG file beside kommune.toml, printed at the top of the first page."""
    values: dict[str, str | int | bool | date | Text] = field(default_factory=dict)
    """Values by field id, for every row that gives none; texts may be given in several languages."""
    settings: dict[str, int | str | bool] = field(default_factory=dict)
    """Values of settings, by id."""
    rows: dict[str, tuple[FixedRow, ...]] = field(default_factory=dict)
    """The municipality's own fixed rows, by id of the group."""
    choices: dict[str, tuple[OwnAnswer, ...]] = field(default_factory=dict)
    """The municipality's own answers, by name of the shared list that they replace."""

    def answers(self, listed: str) -> "tuple[OwnAnswer | FixedRow, ...]":
        """The municipality's own answers for a shared list, else its fixed rows of a group of that name; or none."""
        return (self.choices.get(listed) or self.rows.get(listed) or ()) if listed else ()

    def values_in(self, language: Language) -> dict[str, str | int | bool | date]:
        """The values that aren't blank, with each text in the given language if it has it, else in another one."""
        spoken: dict[str, str | int | bool | date] = {}
        for name, given in self.values.items():
            if given == {}:
                continue
            value = in_language(given, language) if isinstance(given, dict) else given
            if str(value).strip():
                spoken[name] = value
        return spoken
