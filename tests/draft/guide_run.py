"""What the guide to PDFs of others does: two papers, from the file that came to a hundred filled in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from tests.draft.truth import PAPERS

NAMES = ("Nora", "Áile", "Łukasz", "Ŋálbmi", "Bjørn", "Zoë", "Яна", "Máret", "Ådne", "Nguyễn")
LAST = ("Prøve", "Eksempel", "Testesen", "Sámi-Hætta", "Øverås", "Żak", "Tóth", "Ås", "Æsøy", "Demo")
GUIDE = Path(__file__).parent.parent.parent / "docs" / "andres-pdf.md"


def commands() -> list[str]:
    """The commands of the guide, in order."""
    lines = GUIDE.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("skjema ")]


def put_papers(folder: Path) -> None:
    """The two files that the guide begins with, as they came."""
    for came, called in (("barnehage", "soknad"), ("sfo", "sfo")):
        (folder / f"{called}.pdf").write_bytes((PAPERS / f"{came}.pdf").read_bytes())


def rows(columns: Mapping[str, str], number: int) -> dict[str, str]:
    """A row by headings, with invented names."""
    first, last = NAMES[number % 10], LAST[number // 10]
    return {key: value.format(first=first, last=last, number=number) for key, value in columns.items()}


KINDERGARTEN: Mapping[str, str] = {
    "Barnets navn": "{first} {last}", "Statsborgerskap": "norsk", "Morsmål": "norsk, samisk", "Kjønn": "Jente",
    "Søsken som har plass 1: Navn": "Ola {last}", "Søsken som har plass 1: Født": "04.05.2023",
    "Søsken som har plass 1: Barnehage": "Åsen barnehage", "Førstevalg": "Åsen barnehage", "Oppstart": "15.08.2027",
    "Vi søker om redusert betaling": "Ja", "Andre opplysninger": "Barn nummer {number} på listen.",
    "Foresatt 1: Navn": "Kari {last}", "Foresatt 1: Mobil": "22222222", "Foresatt 1: E-post": "kari@example.no",
}  # fmt: skip
SFO: Mapping[str, str] = {
    "Etternavn": "{last}", "Fornavn": "{first}", "Trinn": "2B", "Adresse": "Storgata {number}", "Postnr": "0155",
    "Poststed": "Oslo", "Foresatte 1: Foresatts navn": "Kari {last}", "Foresatte 1: Mobil": "22222222",
    "Ønsket fra dato": "15.08.2027", "Type plass": "Halv plass", "Søsken på SFO": "Nei",
    "Særlige behov": "Trenger rolige omgivelser ved måltider, og følges til bussen.",
}  # fmt: skip


def fill_workbook(path: Path, columns: Mapping[str, str]) -> None:
    """A hundred rows below the headings of a workbook that skjema has made, as a clerk types them."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    listed = enumerate(sheet.iter_rows(), start=1)
    at, headings = next((at, row) for at, row in listed if columns.keys() <= set(map(_heading, row)))
    places = {_heading(cell): number for number, cell in enumerate(headings, start=1)}
    for number in range(100):
        for heading, value in rows(columns, number).items():
            sheet[f"{get_column_letter(places[heading])}{at + 1 + number}"] = value
    book.save(path)


def _heading(cell: Any) -> str:
    return str(cell.value or "").rstrip(" *()")
