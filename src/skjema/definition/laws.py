"""Laws by name, and outdated words: `_lover.toml`, which all forms beside it share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from skjema.definition.outdated import Outdated
from skjema.definition.profile import STRICT
from skjema.definition.toml_file import TomlFile
from skjema.definition.toml_positions import Path
from skjema.definition.toml_texts import with_texts_replaced
from skjema.wording import Text, in_language
from skjema.wording.running_text import NORWEGIAN_MONTHS

_CALL = re.compile(r"\{\{\s*([Ll])ov\(\s*'([^']*)'\s*(?:,\s*'([^']*)'\s*)?\)\s*\}\}")
"""`{{ lov('barnevernsloven', '§ 13-2') }}`, or without the section; `Lov` makes the first letter a capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law or regulation."""

    __pydantic_config__ = STRICT

    id: str
    name: Text
    """The law's name in running text."""
    number: str | None = None
    """Lovdata's id, such as `LOV-2021-06-18-97`."""
    from_: date | None = None
    """First day in force; given for recent laws."""
    to: date | None = None
    """First day on which the law is repealed."""
    successor: str | tuple[str, ...] = ()
    """Id or ids of the laws that replaced it."""
    words: tuple[str, ...] = ()
    """Names of a repealed law in lists and texts."""
    source: str | None = None

    @property
    def successors(self) -> tuple[str, ...]:
        return (self.successor,) if isinstance(self.successor, str) else self.successor


@dataclass(frozen=True, slots=True, kw_only=True)
class Repealed:
    """Sections that have been repealed from a law that is still in force."""

    __pydantic_config__ = STRICT

    laws: tuple[str, ...]
    """Names of the law in lists and texts."""
    parts: tuple[str, ...]
    """The repealed sections and chapters: `§ 25 a`, `kapittel 9 A`."""
    instead: Text
    from_: date
    """First day on which they are repealed."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that the law no longer uses."""

    __pydantic_config__ = STRICT

    words: tuple[str, ...]
    instead: Text
    from_: date
    """First day on which the law uses another word."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """All of `_lover.toml`."""

    __pydantic_config__ = STRICT

    schema: Literal[1] = 1
    law: tuple[Law, ...] = ()
    repealed: tuple[Repealed, ...] = ()
    term: tuple[Term, ...] = ()

    def outdated(self) -> Iterator[Outdated]:
        """All outdated words: repealed laws and sections, and terms that have changed, with what to write instead."""
        laws = {law.id: law for law in self.law}
        for law in self.law:
            later = [laws[name] for name in law.successors if name in laws]
            if law.to and later and law.words:
                name = _names(later)
                words = tuple(dict.fromkeys((*law.words, *_dated_words(law.number or ""))))
                yield Outdated("law-repealed", words, name, law.to)
        for one in self.repealed:
            words = tuple(f"{law} {part}" for law in one.laws for part in one.parts)
            yield Outdated("law-repealed", words, one.instead, one.from_)
        for term in self.term:
            yield Outdated("word-outdated", term.words, term.instead, term.from_)


def _names(laws: Sequence[Law]) -> Text:
    """Names of laws with their numbers, joined by commas, in each language of the first law."""
    numbers = [f" ({law.number})" if law.number else "" for law in laws]
    named = list(zip(laws, numbers, strict=True))
    return {code: ", ".join(f"{in_language(law.name, code)}{number}" for law, number in named) for code in laws[0].name}


def _dated_words(number: str) -> Iterator[str]:
    """Ways of citing a law by date and number, such as `lov av 17. juli 1992 nr. 100`, and Lovdata's short form."""
    found = re.fullmatch(r"(LOV|FOR)-(\d{4})-(\d\d)-(\d\d)-(\d+)", number)
    if found is None:
        return
    kind, year, month, day, serial = found.groups()
    called = "lov" if kind == "LOV" else "forskrift"
    yield f"{year}-{month}-{day}-{serial}"
    in_words = f"{int(day)}. {NORWEGIAN_MONTHS[int(month) - 1]} {year}"
    days = (in_words, f"{int(day)}.{int(month)}.{year}", f"{day}.{month}.{year}")
    for written in dict.fromkeys(days):
        yield from (f"{called} {written} nr. {serial}", f"{called} av {written} nr. {serial}")


def read_laws(file: TomlFile) -> LawBook:
    """The laws of a file; faults are added to the file."""
    return file.read(LawBook, _renamed(file.data), ()) or LawBook()


def _renamed(data: dict[str, Any]) -> dict[str, Any]:
    """The tables with their key `from` renamed to `from_`, since `from` is a keyword in Python."""

    def of(table: Any) -> Any:
        if not isinstance(table, dict):  # TomlFile.read reports it
            return table
        return {"from_" if name == "from" else name: value for name, value in table.items()}

    return {key: list(map(of, value)) if isinstance(value, list) else value for key, value in data.items()}


def with_laws(file: TomlFile, laws: Mapping[str, Law], version: str) -> Any:
    """The tables of a file with references to laws replaced by their names.

    Args:
        version: Version (date) of the form; a reference to a law repealed by then is a fault.
    """

    def named(call: re.Match[str], path: Path, language: str) -> str:
        law = laws.get(call[2])
        if law is None:
            near = get_close_matches(call[2], laws, n=1) or sorted(laws)
            file.fault(path, "law-unknown", got=call[2], hint=tuple(near))
            return ""
        if law.to and law.to.isoformat() <= version:
            later = [laws[name] for name in law.successors if name in laws]
            file.fault(path, "law-left", got=law.name, hint=_names(later) if later else "-")
        section = f" {call[3]}" if call[3] else ""
        name = in_language(law.name, language)
        return (name[:1].upper() + name[1:] if call[1] == "L" else name) + section

    def with_names(text: str, path: Path, language: str) -> str:
        return _CALL.sub(lambda call: named(call, path, language), text)

    return with_texts_replaced(file.data, with_names)
