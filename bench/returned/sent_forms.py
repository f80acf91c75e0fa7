"""The forms of the trial: whom they are about, what somebody may answer, and how the workbook of answers has it."""

from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from skjema import api
from skjema.definition.model import Form

from people import People
from returned.programs import Answers

CHILDREN = 100
"""Documents of each form that are sent, however many of them are answered."""
WORDS = (
    "Ikke når Åse er «kledd ut».\nSpør (alltid) først; 100 % sikkert?",
    "Máret ja Áilu eai oro govas",
    "Łukasz: tylko w grupie",
    "Nguyễn Thị Ánh",
    "Helst ikke nærbilder \\ portrett",
    "Ring oss: 22 22 22 22 (etter kl. 16)",
    '<ja> & "nei"',
)


class SentForm:
    """A form that is sent, with buttons of which one is chosen, or boxes to tick.

    Attributes:
        open: Its places for the recipient, by the beginnings of their ids in the workbook.
    """

    name: str
    open: tuple[str, ...]

    def __init__(self, root: Path) -> None:
        self._form: Form = api.load_form(self.name, kommune=root / "samples" / "kommune.toml")

    def children(self, seed: int) -> list[dict[str, Any]]:
        people = People(seed)
        return [self.child(people, number) for number in range(1, CHILDREN + 1)]

    def child(self, people: People, number: int) -> dict[str, Any]:
        day = {"barn_fodselsdato": f"20{17 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"}
        return {"barn_navn": f"{people.person()} {number}"} | day

    def said_by(self, random: Random) -> Answers:
        """What somebody answers: some of the questions, or all."""
        raise NotImplementedError

    def expected(self, typed: Answers) -> dict[str, str]:
        """The answers as the workbook has them, by the ids of its columns."""
        found: dict[str, str] = {}
        for name, text in typed.items():
            field, _, answer = name.partition(".")
            choices = (
                {one.id: one.label["nb"] for one in self._form.fields[field].choices}
                if field in self._form.fields
                else {}
            )
            if choices:
                label = choices[answer or text[1:]]
                found[field] = f"{found[field]}\n{label}" if field in found else label
            elif text[0] == "/":
                found[name] = {"/ja": "Ja", "/nei": "Nei"}[text]
            else:
                found[name] = _as_day(text) if text.count(".") == 2 and text[:1].isdecimal() else text
        return found


def _as_day(text: str) -> str:
    return f"{datetime.strptime(text, '%d.%m.%Y')}"  # noqa: DTZ007 - a day, which has no zone


class Pictures(SentForm):
    """Two buttons for each use of pictures, long texts and a day."""

    name = "samtykke-foto"
    open = ("bruk.", "unntak", "barn_synspunkt", "underskrift_foresatt.1.dato")

    def child(self, people: People, number: int) -> dict[str, Any]:
        parents = [{"navn": people.person(), "rolle": "mor", "foreldreansvar": "ja"}] * (1 + number % 2)
        more = {
            "barn_barnehage_skole": f"{people.pick(('Solbakken', 'Åsheim', 'Nordby'))} barnehage",
            "skolear": "2026/2027",
        }
        back = {"kontoer": "Ingen", "frist_retur": "2026-12-11", "retur_til": "Barnehagen"}
        return super().child(people, number) | more | {"foresatte": parents} | back

    def said_by(self, random: Random) -> Answers:
        uses = ("vegg", "portal", "nettside", "sosiale_medier", "lokalavis")
        typed = {f"bruk.{use}.svar": random.choice(("/ja", "/nei")) for use in uses if random.random() < 0.9}
        typed |= {name: random.choice(WORDS) for name in ("unntak", "barn_synspunkt") if random.random() < 0.7}
        return typed | {"underskrift_foresatt.1.dato": f"{random.randint(1, 28)}.11.2026"}


class Withdrawals(SentForm):
    """A choice of two, boxes to tick, days, a long text and a name."""

    name = "samtykke-tilbaketrekking"
    open = ("omfang", "gjelder_fra", "tjenester", "trekkes_hva", "underskrift_trekkes.1.dato", "mottatt_av")

    def child(self, people: People, number: int) -> dict[str, Any]:
        consent = {"samtykke_til": "Samarbeid med PPT", "samtykke_dato": f"2026-08-{1 + number % 28:02}"}
        by = {"trekkes_av": people.person(), "trekkes_av_rolle": "forelder", "trekkes_form": "skriftlig"}
        return super().child(people, number) | consent | by

    def said_by(self, random: Random) -> Answers:
        typed = {"omfang": random.choice(("/delvis", "/helt")), "gjelder_fra": f"{random.randint(1, 28)}.12.2026"}
        services = [one.id for one in self._form.fields["tjenester"].choices]
        ticked = [one for one in services if random.random() < 0.3]
        typed |= {f"tjenester.{one}": "/Ja" for one in ticked}
        typed |= {"trekkes_hva": random.choice(WORDS)} if random.random() < 0.7 else {}
        return typed | {"mottatt_av": random.choice(("Kari Ødegård", "Máret Ŋaba"))}


FORMS = (Pictures, Withdrawals)
