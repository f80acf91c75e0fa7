"""One TOML file of a definition: reads its tables into dataclasses, and collects faults with their lines."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path as File
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from skjema.definition.toml_positions import Lines, Path
from skjema.errors import DefinitionError
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem
from skjema.wording.problems_definition import KINDS

T = TypeVar("T")

_KIND = re.compile(r"str|int|bool|date|.*\[.*")
"""Parts of an error's path that pydantic adds for the type it tried: `str`, `dict[...]`, and `[key]` for a key."""

_TRUTH = re.compile(r"(?i)[^=]+=\s*(?:ja|nei|true|false|yes|no)\s*(?:#.*)?")
_CURLY = re.compile("[“”„‘’«»]")
"""Typographic quotation marks, as Word writes them; TOML knows only straight ones."""

_SET_BY_READER = ("parent", "shares")
"""Attributes that are set while a form is read, and are no keys of a file."""


class TomlFile:
    """A TOML file that has been read; its faults are collected in `problems`.

    Raises:
        FileError: The file can't be opened.
        DefinitionError: The file is not TOML.
    """

    def __init__(self, file: File) -> None:
        self.path = file
        self.problems: list[Problem] = []
        self.name = "/".join(filter(None, (file.parent.name, file.name)))
        self.content = read_file(file, self.name)
        try:
            text = self.content.decode("utf-8-sig")
            self.data: dict[str, Any] = tomllib.loads(text)
        except UnicodeDecodeError:
            raise DefinitionError(Problem("toml-not-utf8", Place(self.name))) from None
        # also for numbers of thousands of digits (ValueError) and thousands of brackets (RecursionError)
        except (ValueError, RecursionError) as error:
            raise DefinitionError(self._syntax_problem(str(error), text)) from None
        self._text = text

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def place(self, path: Path) -> Place:
        """The line of a key, or else of the nearest table around it."""
        return Place(self.name, row=self._lines.line_of(path))

    def fault(self, path: Path, code: str, **params: object) -> None:
        """Add a problem on the line of a key."""
        self.problems.append(Problem(code, self.place(path), params=params))

    def read(self, kind: type[T], table: object, path: Path) -> T | None:
        """`table` as an object of the class `kind`; None, with a problem for each fault, where it doesn't fit."""
        try:
            # as JSON, for which strict mode takes a list for a tuple and a text for a date, as TOML's values need
            value: T = _adapter(kind).validate_json(json.dumps(table, default=str), strict=True)  # type: ignore[arg-type]
        except ValidationError as error:
            for inner, detail in _faults(error, table).items():
                self._schema_fault(kind, path, inner, detail)
            return None
        return value

    def tables(self, holder: dict[str, Any], key: str, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The tables of the list `holder[key]`, each with its path."""
        tables = holder.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.fault((*path, key), "key-type", got=key, reason="[[...]]")
            return
        for index, table in enumerate(tables):
            yield (*path, key, index), table

    def missing_keys(self, keys: tuple[str, ...], table: dict[str, Any], path: Path) -> None:
        """Add a problem for each of `keys` that `table` doesn't have."""
        for key in keys:
            if key not in table:
                self.fault(path, "key-missing", got=key)

    def unknown_keys(self, kind: type, table: dict[str, Any], path: Path) -> None:
        """Add a problem for each key of `table` that `kind` doesn't have."""
        names = [field.name for field in fields(kind)]
        for key in table.keys() - names:
            self.fault((*path, key), "key-unknown", got=key, hint=nearest_names(key, names))

    def _schema_fault(self, kind: type, path: Path, inner: Path, detail: Any) -> None:
        """Add a problem for one fault that pydantic found, at the path `inner` within the table at `path`.

        Args:
            detail: One of `ValidationError.errors()`: its `type` says what is wrong, `ctx` and `msg` more of it.
        """
        key = str(inner[-1]) if inner else ""
        match detail["type"]:
            case "unexpected_keyword_argument" | "extra_forbidden":
                hint = nearest_names(key, [field.name for field in fields(kind) if field.name not in _SET_BY_READER])
                self.fault((*path, *inner), "key-unknown", got=key, hint=hint)
            case "missing" | "missing_argument":
                self.fault((*path, *inner[:-1]), "key-missing", got=key)
            case "literal_error":
                self.fault((*path, *inner), "key-value", got=key, known=detail["ctx"]["expected"].replace(" or ", ", "))
            case _:
                self.fault((*path, *inner), "key-type", got=key, reason=KINDS.get(detail["type"], detail["msg"]))

    def _syntax_problem(self, message: str, text: str) -> Problem:
        # tomllib before Python 3.14 gives the line in its message only: "... (at line 3, column 7)"
        reason, _, place = message.partition(" (at line ")
        row, lines = int(place.split(",")[0]) if place else 0, text.rstrip().splitlines()
        line = lines[min(row, len(lines)) - 1] if row and lines else ""
        is_twice = reason.startswith(("Cannot overwrite", "Cannot declare"))
        got = line.strip() if line.lstrip().startswith("[") else line.partition("=")[0].strip()
        if is_twice and got:
            return Problem("key-twice", Place(self.name, row=row), params={"got": got})
        return Problem(_syntax_code(line), Place(self.name, row=row))


def _syntax_code(line: str) -> str:
    """The problem code for a line that is no TOML, by mistakes that people often make."""
    if _TRUTH.fullmatch(line):
        return "toml-truth"
    return "toml-quotes" if _CURLY.search(line.partition('"')[0]) else "toml-syntax"


def _faults(error: ValidationError, table: object) -> dict[Path, Any]:
    """The faults by path; for a value that may be of several types, the fault for the type that it fits best."""
    details: dict[Path, Any] = {}
    for detail in error.errors(include_url=False, include_input=False):
        details.setdefault(tuple(_toml_path(detail["loc"], table)), detail)
    # of two faults, one inside the other, the outer is from a type that was not meant
    return {path: detail for path, detail in details.items() if not _holds_another(path, details)}


def _holds_another(path: Path, paths: Iterable[Path]) -> bool:
    """Whether another path continues from `path`."""
    return any(len(other) > len(path) and other[: len(path)] == path for other in paths)


def _toml_path(path: Path, table: Any) -> Iterator[str | int]:
    """The path of a fault without the parts that pydantic adds for the type it tried."""
    for part in path:
        is_key = part in table if isinstance(table, dict) else isinstance(table, list) and isinstance(part, int)
        if is_key:
            table = table[part]
        if is_key or not _KIND.fullmatch(str(part)):
            yield part


def nearest_names(got: str, known: list[str]) -> str:
    """The nearest name of `known` in quotes, or all of them where none is near; `-` where there are none."""
    close = get_close_matches(got, known, n=1)
    return f"«{close[0]}»" if close else ", ".join(sorted(known)) or "-"


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """pydantic's adapter for a class, made once."""
    return TypeAdapter(kind)
