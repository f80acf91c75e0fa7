"""Rules of law with their sources and dates, by area: `_regler.toml`, which all forms beside it share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar

from skjema.definition.model import Rule
from skjema.definition.profile import STRICT
from skjema.definition.toml_file import TomlFile, nearest_names
from skjema.definition.toml_positions import Path
from skjema.definition.toml_tables import Setting
from skjema.definition.toml_texts import with_texts_replaced
from skjema.wording import Text

Area = Literal["alle", "barnevern", "barnehage", "forvaltning", "foreldreansvar", "helse", "opplaring", "personvern"]
_CALL = re.compile(r"\brule\(\s*'([^']*)'\s*\)")
"""`rule('eleven-bestemmer')` in an expression."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LawCondition:
    """A condition from law that expressions call by its id; it has one entry for each edition of the law."""

    __pydantic_config__ = STRICT

    id: str
    """Name in `rule('…')`; kebab-case."""
    rule: str
    """Number of the rule, such as `A4`."""
    area: Area
    """The field of law."""
    says: Text
    """What the condition asks, in a sentence."""
    test: str
    """The expression; it may call other conditions."""
    source: str
    """Where it was read, an entry of docs/sources.md."""
    valid_from: date | None = None
    """First day on which this edition applies."""
    valid_to: date | None = None
    """Last day on which this edition applies."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LawRule(Rule):
    """A rule that forms use by its id; it has one entry for each edition of the law."""

    __pydantic_config__ = STRICT

    rule: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LawSetting(Setting):
    """A setting that forms use by its id."""

    __pydantic_config__ = STRICT

    rule: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LawPrinciple:
    """A principle that the forms follow without a test, listed on the page of rules."""

    __pydantic_config__ = STRICT

    rule: str
    area: Area
    says: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RuleBook:
    """All of `_regler.toml`."""

    __pydantic_config__ = STRICT

    schema: Literal[1] = 1
    condition: tuple[LawCondition, ...] = ()
    rule: tuple[LawRule, ...] = ()
    setting: tuple[LawSetting, ...] = ()
    principle: tuple[LawPrinciple, ...] = ()

    def tests(self) -> dict[str, str]:
        """The expression of each condition, by id; where the law has changed, it depends on the day of the run."""
        editions: dict[str, list[LawCondition]] = {}
        for condition in self.condition:
            editions.setdefault(condition.id, []).append(condition)
        tests = {name: _by_date(listed) for name, listed in editions.items()}
        return {name: _with_called(text, tests, (name,)) for name, text in tests.items()}


def _by_date(versions: Sequence[LawCondition]) -> str:
    """One expression that applies the edition in force on the day of the run; false where none is."""
    text = "false"
    for one in sorted(versions, key=lambda one: one.valid_from or date.min):
        test = f"({one.test})"
        if one.valid_to:
            test = f"({test} if today <= date('{one.valid_to}') else false)"
        text = f"({test} if today >= date('{one.valid_from}') else {text})" if one.valid_from else test
    return text


def _with_called(text: str, tests: Mapping[str, str], above: tuple[str, ...] = ()) -> str:
    """An expression with the conditions that it calls put in; unknown ones and circular calls stay as they are."""

    def expression(call: re.Match[str]) -> str:
        name = call[1]
        return call[0] if name in above or name not in tests else _with_called(tests[name], tests, (*above, name))

    return _CALL.sub(expression, text)


_Entry = TypeVar("_Entry", LawCondition, LawRule, LawSetting)


def read_rules(files: Sequence[TomlFile]) -> RuleBook:
    """The rules of several files; entries come from the first file that has their id, faults are added to the files."""
    book = merged([file.read(RuleBook, file.data, ()) or RuleBook() for file in files])
    is_whole = not any(file.problems for file in files)
    for file in files:
        with_conditions(file, book, is_whole=is_whole)  # adds problems for calls of unknown conditions
    tests = book.tests()
    return replace(book, rule=tuple(replace(rule, test=_with_called(rule.test, tests)) for rule in book.rule))


def merged(books: Sequence[RuleBook]) -> RuleBook:
    """The entries of several books; those of an id come from the first book that has it."""
    return RuleBook(
        condition=_first_of([book.condition for book in books]),
        rule=_first_of([book.rule for book in books]),
        setting=_first_of([book.setting for book in books]),
    )


def _first_of(lists: Iterable[tuple[_Entry, ...]]) -> tuple[_Entry, ...]:
    whole: tuple[_Entry, ...] = ()
    for listed in lists:
        known = {entry.id for entry in whole}
        whole += tuple(entry for entry in listed if entry.id not in known)
    return whole


def with_conditions(file: TomlFile, book: RuleBook, *, is_whole: bool = True) -> Any:
    """The tables of a file with calls of conditions replaced by their expressions.

    Args:
        is_whole: Whether all files of the book were read without faults; else an unknown condition is not reported.
    """
    tests = book.tests()

    def expression(call: re.Match[str], path: Path) -> str:
        if call[1] not in tests and not is_whole:
            return "true"
        if call[1] not in tests:
            file.fault(path, "rule-unknown", got=call[1], hint=nearest_names(call[1], list(tests)))
            return "true"
        return tests[call[1]]

    def with_expressions(text: str, path: Path, _language: str) -> str:
        return _CALL.sub(lambda call: expression(call, path), text)

    return with_texts_replaced(file.data, with_expressions)
