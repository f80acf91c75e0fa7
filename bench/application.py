"""The PDF form that every contestant fills in: made-up data, and the value of each of its 40 fields."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from people import DUTIES, PLACES, People, norwegian

Values = dict[str, str | bool]
"""By the name of the field in the PDF: its text, or whether it is ticked."""

FORM = "benk"
NEEDS = ("tolk", "norsk", "samisk", "spesped", "medisin", "allergi")
_LANGUAGES = ("norsk", "nordsamisk", "polsk", "ukrainsk", "norsk og sørsamisk", "litauisk")
_REASONS = (
    "Barnet har gått i åpen barnehage & trives best i en liten gruppe.\nVi håper på plass nær hjemmet.",
    "Begge foreldrene begynner i arbeid over sommeren, og barnet har ingen andre å være hos.",
    "Familien flytter til kommunen i august. Søsken går allerede i barnehagen.",
)
_MORE = (
    "Ring helst etter klokken 15.",
    "Barnet heter Áilu til daglig, og snakker mest nordsamisk med bestemor (áhkku).",
    "Vi tar gjerne imot et tilbud i en annen barnehage mens vi venter.",
)


def records(count: int) -> Iterator[dict[str, Any]]:
    """Applications as they stand in a JSON file, ticks as a list of ids."""
    people = People(1905)
    for at in range(count):
        record: dict[str, Any] = {
            "barn_navn": people.person(),
            "barn_fodselsdato": people.day(date(2022, 1, 1), 900).isoformat(),
            "barn_adresse": people.address(),
            "barn_postnr": f"{people.number(1000, 9990)}",
            "barn_poststed": people.pick(PLACES),
            "barn_sprak": people.pick(_LANGUAGES),
            "barn_statsborgerskap": "norsk",
            "barn_sosken": people.number(0, 4),
            "barn_fastlege": people.person(),
        }
        for parent in ("f1", "f2"):
            record |= _parent(people, parent)
        yield record | {
            "barnehage_1": people.kindergarten(),
            "barnehage_2": people.kindergarten(),
            "onsket_fra": people.day(date(2027, 8, 1), 90).isoformat(),
            "timer_uke": people.number(20, 45),
            "nav_barnehage": "ingen",
            "behov": [need for need in NEEDS if people.flag()] or ["norsk"],
            "saksbehandler": people.person(),
            "mottatt": people.day(date(2026, 9, 1), 60).isoformat(),
            "begrunnelse": people.pick(_REASONS),
            "opplysninger": f"Søknad {at + 1}. {people.pick(_MORE)}",
        }


def _parent(people: People, parent: str) -> dict[str, Any]:
    return {
        f"{parent}_navn": people.person(),
        f"{parent}_rolle": people.pick(DUTIES),
        f"{parent}_adresse": people.address(),
        f"{parent}_postnr": f"{people.number(1000, 9990)}",
        f"{parent}_poststed": people.pick(PLACES),
        f"{parent}_tlf": people.phone(),
        f"{parent}_epost": f"foresatt{people.number(1, 9999)}@eksempel.no",
        f"{parent}_arbeid": f"{people.pick(PLACES)} bakeri & konditori",
    }


def values(record: dict[str, Any]) -> Values:
    """What must stand in each field."""
    made: Values = {f"behov.{need}": need in record["behov"] for need in NEEDS}
    for name, value in record.items():
        if name in ("barn_fodselsdato", "onsket_fra", "mottatt"):
            made[name] = norwegian(date.fromisoformat(value))
        elif name != "behov":
            made[name] = str(value)
    return made
