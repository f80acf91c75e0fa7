"""Workbooks as offices send them: a heading row, then a row for each child."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from people import AIMS, DUTIES, GROUPS, LAST, PLACES, People

Row = Sequence[Any]

LIST_HEADINGS = (
    "Saksnummer", "Barnets navn", "Fødselsdato", "Adresse", "Postnummer", "Poststed", "Barnehage", "Avdeling", "Skole",
    "Skolestart", "Navn, foresatt 1", "Rolle, foresatt 1", "Telefon, foresatt 1", "E-post, foresatt 1",
    "Foreldreansvar, foresatt 1", "Navn, foresatt 2", "Rolle, foresatt 2", "Telefon, foresatt 2", "E-post, foresatt 2",
    "Foreldreansvar, foresatt 2", "Tolk", "Språk", "Timer i uken", "Mottatt", "Merknad",
)  # fmt: skip
"""Of the form `liste`."""

_PARENT = "Forelder eller foresatt"
CONSENT_HEADINGS = (
    "Saksnummer", "Barnets navn", "Fødselsdato", "Barnehage", "Avdeling", "Skole", "Starter på skolen i",
    f"{_PARENT} 1: Navn", f"{_PARENT} 1: Rolle", f"{_PARENT} 1: Foreldreansvar",
    f"{_PARENT} 2: Navn", f"{_PARENT} 2: Rolle", f"{_PARENT} 2: Foreldreansvar", "Leveres innen", "Leveres til",
)  # fmt: skip
"""Of the form `samtykke-overgang`."""


def write(path: Path, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """A workbook of one sheet."""
    with Workbook(str(path), {"default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet("Barn")
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, row)


def list_rows(count: int) -> Iterator[Row]:
    """Rows of `liste`, all sound."""
    people = People(1884)
    for at, (name, born) in enumerate(_children(people, count), start=1):
        interpreter = people.flag()
        first, second = people.person(), people.person()
        while second == first:
            second = people.person()
        yield (
            f"2026/{at:05}", name, born, people.address(), f"{people.number(1000, 9990)}", people.pick(PLACES),
            people.kindergarten(), people.pick(GROUPS), people.school(), 2027, first, *_parent(people), second,
            *_parent(people), "Ja" if interpreter else "Nei", "nordsamisk" if interpreter else None,
            people.number(10, 80) / 2, people.day(date(2026, 9, 1), 60), people.pick(AIMS),
        )  # fmt: skip


def _parent(people: People) -> Row:
    return people.pick(DUTIES), people.phone(), f"foresatt{people.number(1, 9999)}@eksempel.no", "Ja"


def consent_rows(count: int) -> Iterator[Row]:
    """Rows of `samtykke-overgang`, all sound; half of the children have two parents."""
    people = People(1889)
    for at, child in enumerate(_children(people, count), start=1):
        second = (people.person(), "Far", "Ja") if people.flag() else (None, None, None)
        yield (
            f"2026/{at:05}", *child, people.kindergarten(), people.pick(GROUPS), people.school(), 2027,
            people.person(), "Mor", "Ja", *second, date(2027, 1, 15), "Solbakken barnehage, styrer",
        )  # fmt: skip


def _children(people: People, count: int) -> Iterator[tuple[str, date]]:
    """Names and days of birth, none of them twice."""
    seen: set[tuple[str, date]] = set()
    while len(seen) < count:
        child = f"{people.person()}-{people.pick(LAST)}", people.day(date(2021, 1, 1), 364)
        if child not in seen:
            seen.add(child)
            yield child
