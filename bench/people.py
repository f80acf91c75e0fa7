"""Made-up people and places, the same in every run: names with æ, ø, å and Sami letters, firms with an ampersand."""

from datetime import date, timedelta
from random import Random

FIRST = (
    "Kari", "Ola", "Máret", "Bjørn", "Åse", "Sæbjørg", "Áilu", "Łukasz", "Ingrid", "Øystein", "Čáhppes", "Mari", "Per",
    "Đuŋŋá", "Ærlig", "Nils Ánte", "Oleksandra", "Jon", "Håkon", "Gøran",
)  # fmt: skip
LAST = (
    "Hansen", "Øvergård", "Sæther", "Bø", "Ærlig-Nilsen", "Magga", "Gáŋgaviika", "Wiśniewski", "Åsheim", "Lønnestad",
    "Dahl", "Brekke", "Måsø", "Ødegård", "Thi Nhung", "Nygård",
)  # fmt: skip
PLACES = ("Solbakken", "Øvre Ås", "Nordby & Sør", "Guovdageaidnu", "Sæterhaugen", "Kårvåg", "Bjørkelund")
STREETS = ("Torggata", "Åsveien", "Skolevegen", "Strandgata", "Øvre Bakklandet", "Kirkeveien")
GROUPS = ("Blåbær", "Tyttebær", "Revehiet", "Måltrosten", "Njálla")
DUTIES = ("Mor", "Far", "Medmor", "Verge")
WORK = ("pedagogisk leder", "spesialpedagog", "styrer", "rådgiver", "helsesykepleier")
MEASURES = (
    "Språkgruppe med tre barn", "Lek & lesing i liten gruppe", "Veiledning av de ansatte", "Samtaler med foreldrene",
    "Kartlegging av ordforråd", "Bruk av bilder og tegn", "Tospråklig støtte på nordsamisk", "Motorisk trening",
    "Ro & hvile etter måltid", "Observasjon i frilek", "Møte i ansvarsgruppen", "Overføringssamtale med skolen",
)  # fmt: skip
AIMS = (
    "Barnet bruker to ord sammen", "Barnet tar kontakt med andre barn", "Alle vet hva de skal gjøre",
    "Barnet følger en beskjed i to ledd", "Færre avbrudd i måltidet", "Barnet blir trygg på nye voksne",
)  # fmt: skip


class People:
    """Draws made-up values; the same `seed` draws the same."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.pick = self._random.choice
        self.number = self._random.randint

    def person(self) -> str:
        return f"{self.pick(FIRST)} {self.pick(LAST)}"

    def flag(self) -> bool:
        return self._random.random() < 0.5

    def day(self, first: date, days: int) -> date:
        """A day from `first` on, within `days`."""
        return first + timedelta(self.number(0, days))

    def phone(self) -> str:
        return f"22 {self.number(10, 99)} {self.number(10, 99)} {self.number(10, 99)}"

    def address(self) -> str:
        return f"{self.pick(STREETS)} {self.number(1, 99)}"

    def kindergarten(self) -> str:
        return f"{self.pick(PLACES)} barnehage"

    def school(self) -> str:
        return f"{self.pick(PLACES)} skole"


def norwegian(day: date) -> str:
    """A day as it stands on paper."""
    return f"{day:%d.%m.%Y}"
