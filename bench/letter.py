"""The Word document that every contestant makes: what stands in it, its data, and the text that must come out.

Two pages, 25 fields, a loop of 15 rows, 5 conditions, header, footer and a logo.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

from people import AIMS, GROUPS, MEASURES, PLACES, WORK, People, norwegian

Record = dict[str, Any]
"""Texts by name, `rader` (a list of such), and yes or no for each condition."""

ROWS = 15


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a name in braces is a field."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A paragraph of fixed text that is there when the condition holds."""

    condition: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A table of labels and values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """A table with a heading row, then a row for each of the record's `rader`."""

    headings: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture."""


Block = Words | When | Facts | Loop | Logo

HEADER = (Words("{kommune}, {enhet}\tSak {saksnummer}"),)
FOOTER = (Words("{enhet_adresse} · tlf {enhet_tlf} · {enhet_epost}"),)
BODY: tuple[Block, ...] = (
    Logo(),
    Words("{foresatt_navn}"),
    Words("{foresatt_adresse}"),
    Words("{foresatt_poststed}"),
    Words("Dato: {vedtaksdato}"),
    Words("Vedtak om spesialpedagogisk hjelp", "Heading1"),
    Facts((
        ("Barnets navn", "{barn_navn}"),
        ("Fødselsdato", "{barn_fodt}"),
        ("Barnehage", "{barnehage}"),
        ("Avdeling", "{avdeling}"),
        ("Skole fra høsten", "{skole}"),
        ("Kontaktperson", "{kontakt}"),
        ("Telefon", "{kontakt_tlf}"),
    )),
    Words("Saken", "Heading2"),
    Words(
        "Vi viser til søknaden som kom {soknad_mottatt}, og til den sakkyndige vurderingen av {vurdering_dato} fra "
        "{vurdering_fra}. Foreldrene har fått se vurderingen og si sin mening om den før vedtaket ble gjort."
    ),
    When("uttalelse", "Foreldrene har uttalt seg skriftlig. Det de skriver om barnet, er tatt med i vurderingen."),
    When("avvik", "Vedtaket avviker fra den sakkyndige vurderingen. Grunnen er at barnet bytter barnehage i perioden."),
    Words("Vedtaket", "Heading2"),
    Words(
        "Barnet får spesialpedagogisk hjelp fra {fra} til {til}, i alt {timer} timer i uken. Hjelpen gis i barnehagen, "
        "for det meste i en liten gruppe sammen med andre barn."
    ),
    When("skyss", "Barnet har rett til fri skyss når hjelpen gis et annet sted enn i barnehagen."),
    Words("Tiltak", "Heading2"),
    Loop(
        ("Nr.", "Tiltak", "Mål", "Ansvarlig", "Frist"),
        ("{nr}", "{tiltak}", "{mal}", "{ansvarlig}", "{frist}"),
    ),
    Words("Barnets syn", "Heading2"),
    Words(
        "Barnet har rett til å si hva det mener om det som gjelder det selv. Personalet har snakket med barnet mens de "
        "lekte, og sett hva det søker mot og trekker seg fra. Det barnet har gitt uttrykk for, er lagt vekt på."
    ),
    When("tolk", "Familien har rett til tolk i alle møter om vedtaket. Barnehagen bestiller og betaler tolken."),
    Words("Klage", "Heading2"),
    Words(
        "Dere kan klage på vedtaket innen tre uker etter at dere fikk dette brevet. Skriv hva dere er uenige i, og "
        "hvorfor. Klagen sendes til kommunen. Er vi ikke enige i klagen, sender vi den videre til statsforvalteren, "
        "som avgjør saken. Dere kan be om å få se sakens dokumenter, og om at vedtaket ikke settes i verk før klagen "
        "er avgjort."
    ),
    When("kopi", "Kopi av brevet går til PPT og til skolen barnet skal begynne på."),
    Words("Med hilsen"),
    Words("{saksbehandler}"),
    Words("{stilling}"),
)  # fmt: skip


def records(count: int) -> Iterator[Record]:
    """Made-up data for `count` letters."""
    people = People(1814)
    for at in range(1, count + 1):
        made = people.day(date(2026, 9, 1), 80)
        place = people.pick(PLACES)
        yield {
            "kommune": "Nord-Østre Å kommune",
            "enhet": "Oppvekst & kultur",
            "saksnummer": f"2026/{at:05}",
            "enhet_adresse": "Torggata 21, 0150 Eksempelby",
            "enhet_tlf": "22 22 22 22",
            "enhet_epost": "postmottak@eksempel.kommune.no",
            "foresatt_navn": people.person(),
            "foresatt_adresse": people.address(),
            "foresatt_poststed": f"{people.number(1000, 9990):04} {place}",
            "vedtaksdato": norwegian(made),
            "barn_navn": people.person(),
            "barn_fodt": norwegian(people.day(date(2021, 1, 1), 364)),
            "barnehage": people.kindergarten(),
            "avdeling": people.pick(GROUPS),
            "skole": people.school(),
            "kontakt": people.person(),
            "kontakt_tlf": people.phone(),
            "soknad_mottatt": norwegian(people.day(date(2026, 5, 1), 60)),
            "vurdering_dato": norwegian(people.day(date(2026, 7, 1), 60)),
            "vurdering_fra": f"PPT {place}",
            "fra": norwegian(made),
            "til": "31.07.2027",
            "timer": str(people.number(2, 12)),
            "saksbehandler": people.person(),
            "stilling": people.pick(WORK),
            "rader": [_row(people, nr) for nr in range(1, ROWS + 1)],
            **{block.condition: people.flag() for block in BODY if isinstance(block, When)},
        }


def _row(people: People, number: int) -> Record:
    return {
        "nr": str(number),
        "tiltak": people.pick(MEASURES),
        "mal": people.pick(AIMS),
        "ansvarlig": people.person(),
        "frist": norwegian(people.day(date(2026, 12, 1), 200)),
    }


def segments(text: str) -> Iterator[tuple[str, str]]:
    """Fixed text and the name of the field after it, "" where there is none."""
    for literal, name, _, _ in Formatter().parse(text):
        yield literal, name or ""


def field_names() -> list[str]:
    """The names of all fields outside the loop."""
    texts = [block.text for block in (*HEADER, *BODY, *FOOTER) if isinstance(block, Words)]
    texts += [value for block in BODY if isinstance(block, Facts) for _, value in block.rows]
    return [name for text in texts for _, name in segments(text) if name]


def visible(record: Record) -> dict[str, list[str]]:
    """What must be read in header, body and footer: each paragraph that isn't empty."""
    return {
        "header": list(_shown(HEADER, record)),
        "body": list(_shown(BODY, record)),
        "footer": list(_shown(FOOTER, record)),
    }


def _shown(blocks: tuple[Block, ...], record: Record) -> Iterator[str]:
    for block in blocks:
        match block:
            case Words(text):
                yield text.format_map(record)
            case When(condition, text):
                if record[condition]:
                    yield text
            case Facts(rows):
                for label, value in rows:
                    yield from (label, value.format_map(record))
            case Loop(headings, cells):
                yield from headings
                for row in record["rader"]:
                    yield from (cell.format_map(row) for cell in cells)
