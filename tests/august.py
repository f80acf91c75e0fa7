"""The clerk's August: the lists that `samples/august/august.sh` works on, made by `python -m tests.august`.

Last year's plans of 35 units, next year's meetings, and sixty people to invite. All of them are invented.
"""

from pathlib import Path
from typing import Any

from skjema.definition.example import example_common
from skjema.definition.form_cache import load_form
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import SAMPLES, TEMPLATES

FOLDER = SAMPLES / "august"
_PLACES = (
    "Solbakken",
    "Vika",
    "Fjordgløtt",
    "Ørneset",
    "Åsen",
    "Lillevik",
    "Bjørkelia",
    "Skogstua",
    "Njunis",
    "Guovža",
)
_UNITS = (
    *((f"{place} barnehage", "barnehage") for place in _PLACES),
    *((f"{place} skole", "skole") for place in _PLACES),
    *((f"{place} helsestasjon", "helse") for place in _PLACES[:5]),
    ("PPT for kysten", "ppt"), ("PPT for innlandet", "ppt"), ("Barnevernstjenesten", "barnevern"), ("Familiens hus", "helse"),
    ("Nav Eksempel", "nav"), ("Kulturskolen", "annet"), ("Biblioteket", "annet"), ("Ungdomsklubben", "annet"),
    ("Flyktningtjenesten", "annet"), ("Hjemmetjenesten", "helse"),
)  # fmt: skip
_LEADERS = ("Ellen Berg", "Máhtte Ŋuorra", "Łucja Wójcik", "Nguyễn Thị Hạnh", "Jon Øvergård", "Anne-Grete Åsen Dahl")
_WORKS = (
    ("2026-03-13", "Kartlegging av språk"),
    ("2026-06-12", "Foreldremøte om overganger"),
    ("2026-11-20", "Evaluering"),
)


def plans() -> list[dict[str, Any]]:
    """Last year's plan of each unit, with what a new year keeps, moves on, and leaves out."""
    return [_plan(number, name, kind) for number, (name, kind) in enumerate(_UNITS)]


def _plan(number: int, name: str, kind: str) -> dict[str, Any]:
    return {
        "enhet_navn": name,
        "plan_niva": "enhet",
        "enhetstype": kind,
        "ar": 2026,
        "leder_navn": _LEADERS[number % len(_LEADERS)],
        "om_enheten": f"{name} gir tjenester til barn og familier i hele kommunen.",
        "antall_ansatte": 6 + number,
        "periode_fra": 2024,
        "periode_til": 2028,
        "overordnet_mal": "Den som trenger hjelp, skal få den tidlig.",
        "satsingsomrader": [{"omrade": "Tidlig innsats"}],
        "visjon": "Sammen om en god oppvekst.",
        "sykefravaer_prosent": round(4 + number * 0.13, 1),
        "tiltak": [
            {"tiltak": what, "til_mal": "1", "frist": day, "ansvarlig": "Lederen"}
            for day, what in _WORKS[: 1 + number % len(_WORKS)]
        ],
        "mal": [{"mal_nr": "1", "mal": "Hjelp i tide", "fokusomrade": "tidlig_innsats"}],
    }


def meetings() -> list[dict[str, Any]]:
    """The meeting plan of one school: ten meetings of its team, as the municipality asks for."""
    days = ("2026-08-27", "2026-09-24", "2026-10-15", "2026-11-19", "2026-12-10", "2027-01-21", "2027-02-18", "2027-03-18",
            "2027-04-22", "2027-05-20")  # fmt: skip
    row = {"kl_fra": "08:30", "kl_til": "10:00", "arena": "kompetanseteam_skole", "sted": "Møterom 2"}
    return [
        {
            "plan_nr": "MP-2027",
            "gjelder": "Solbakken skole",
            "plan_fra": "2026-08-01",
            "plan_til": "2027-07-31",
            "ansvarlig": "Berit Dahl, rektor",
            "arenaer": [
                {
                    "arena": "kompetanseteam_skole",
                    "deltakere": "Skolens ledelse, PPT og helsesykepleier",
                    "innkaller": "Rektor",
                }
            ],
            "moter": [{"dato": day, **row} for day in days],
        }
    ]


def invitations() -> list[dict[str, Any]]:
    """Ten meetings of six people each, with addresses; one of them is protected."""
    day = {row["dato"]: number for number, row in enumerate(meetings()[0]["moter"], start=1)}
    return [_invitation(number, when) for when, number in day.items()]


def _invitation(number: int, day: str) -> dict[str, Any]:
    return {
        "mote_nr": f"M-2027-{number:02}",
        "brev_dato": "2026-08-17",
        "arena": "kompetanseteam_skole",
        "mote_dato": day,
        "kl_fra": "08:30",
        "kl_til": "10:00",
        "sted": "Møterom 2",
        "formal": "Vi går gjennom saker som skolen har meldt, og avtaler hvem som gjør hva.",
        "gjelder": "Faste møter i kompetanseteamet",
        "enkeltsak": False,
        "tolk": False,
        "svarfrist": "2026-08-24",
        "innkaller_navn": "Berit Dahl",
        "innkaller_rolle": "Rektor",
        "innkaller_tlf": "40000001",
        "saker": [{"sak": "Nye saker", "ansvarlig": "Rektor", "tid": "45 min"}],
        "deltakere": [_guest(number, place) for place in range(6)],
    }


def _guest(number: int, place: int) -> dict[str, Any]:
    guest = {
        "navn": _LEADERS[place],
        "rolle": "Medlem av teamet",
        "adresse": f"{_PLACES[place]}veien {number}",
        "postnr": "0150",
        "poststed": "Eksempelby",
    }
    return guest | ({"adressesperre": "fortrolig"} if (number, place) == (1, 1) else {})


LISTS = {
    "planer-2026.xlsx": ("virksomhetsplan", plans),
    "moteplan.xlsx": ("moteplan", meetings),
    "innkallinger.xlsx": ("moteinnkalling", invitations),
}
"""Each list with the form it is for."""


def workbook(name: str) -> bytes:
    """One of `LISTS`, as a clerk would have it."""
    form_id, records = LISTS[name]
    form = load_form(TEMPLATES / form_id)
    return input_workbook(form, "nb", records(), example_common(form))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in LISTS:
        Path(FOLDER, one).write_bytes(workbook(one))
