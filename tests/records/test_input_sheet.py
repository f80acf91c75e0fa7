"""The input workbook in full, for a form with a field of every type: what is asked, how wide, and what Excel checks."""

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.running import skjema
from tests.drawing import field, write_form

TWO = '[{ id = "a", label = { nb = "Avis" } }, { id = "b", label = { nb = "Bok" } }]'
TYPES = (
    "text", "longtext", "email", "date", "time", "integer", "decimal", "yes_no", "fodselsnummer", "organisasjonsnummer",
    "kontonummer", "postnummer", "kommunenummer", "phone",
)  # fmt: skip
FIELDS = (
    field("navn", "name", required="true", help='{ nb = "Fullt navn." }'),
    *(field(f"x{kind}", kind, label=f'{{ nb = "{kind.capitalize()[:6]}" }}') for kind in TYPES),
    field("valg", "choice", choices=TWO, required="\"navn == 'x'\""),
    field("flere", "choices", choices=TWO, required="true"),
    field("langt", label='{ nb = "En overskrift som er så lang at kolonnen blir bredere av den" }'),
    field("vei", profile="true", required="true"),
    field("svar", filled_by='"recipient"'),
)
GROUPS = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\nmin = 1\nmax = 2\n'
    '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn" }\nrequired = true\n'
    '[[section.field]]\nid = "dager"\ntype = "group"\nlabel = { nb = "Dag" }\nrow = [{ id = "m", label = { nb = "Mandag" } }]\n'
    '[[section.field.field]]\nid = "inn"\ntype = "yes_no"\nlabel = { nb = "Inne" }\n'
    '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nrequired = true\n'
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("ark")
    write_form(folder, '[[section]]\nid = "del"\ntitle = { nb = "Del" }\n' + "".join(FIELDS) + GROUPS)
    outcome = skjema("sheet", "prove", "-o", folder / "a.xlsx", "--templates", folder / "templates")
    assert outcome.code == 0, outcome.said
    return load_workbook(folder / "a.xlsx")


def columns(sheet: Any) -> list[tuple[Any, ...]]:
    """Heading, width, number format, whether it is bold, and the kind of check of each column."""
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    return [
        (
            cell.value,
            sheet.column_dimensions[cell.column_letter].width,
            sheet.column_dimensions[cell.column_letter].number_format,
            cell.font.bold,
            rules[f"{cell.column_letter}3"].type,
        )
        for cell in sheet[2]
    ]


def test_the_main_sheet(book: Any) -> None:
    assert columns(book["Rader"]) == [
        ("Navn *", 28.0, "@", True, None),
        ("Text", 24.0, "@", False, None),
        ("Longte", 44.0, "@", False, None),
        ("Email", 28.0, "@", False, None),
        ("Date", 13.0, "dd.mm.yyyy", False, "date"),
        ("Time", 9.0, "@", False, None),
        ("Intege", 11.0, "0", False, None),
        ("Decima", 11.0, "General", False, None),
        ("Yes_no", 11.0, "@", False, "list"),
        ("Fodsel", 15.0, "@", False, None),
        ("Organi", 14.0, "@", False, None),
        ("Konton", 15.0, "@", False, None),
        ("Postnu", 11.0, "@", False, None),
        ("Kommun", 11.0, "@", False, None),
        ("Phone", 16.0, "@", False, None),
        ("Valg (*)", 18.0, "@", False, "list"),
        ("Flere: Avis (*)", 13.0, "@", False, "list"),
        ("Flere: Bok (*)", 13.0, "@", False, "list"),
        ("En overskrift som er så lang at kolonnen blir bredere av den", 26.0, "@", False, None),
        ("Foresatt 1: Navn *", 28.0, "@", True, None),
        ("Foresatt 2: Navn", 28.0, "@", False, None),
        ("Mandag: Inne", 11.0, "@", False, "list"),
    ]


def test_a_group_of_any_number_of_rows_has_a_sheet_with_the_key(book: Any) -> None:
    assert columns(book["Mål"]) == [("Navn *", 28.0, "@", True, None), ("Hva *", 24.0, "@", True, None)]


def test_what_excel_checks(book: Any) -> None:
    rules = {str(rule.sqref): rule for rule in book["Rader"].data_validations.dataValidation}
    checks = {
        place: (rule.formula1, rule.operator, rule.showErrorMessage, rule.allow_blank)
        for place, rule in rules.items()
        if rule.type
    }
    assert checks == {
        "E3:E10000": ("1", "greaterThan", True, True),
        "I3:I10000": ("'Lister'!$A$1:$A$2", None, False, True),
        "P3:P10000": ("'Lister'!$B$1:$B$2", None, True, True),
        "Q3:Q10000": ("'Lister'!$C$1:$C$1", None, False, True),
        "R3:R10000": ("'Lister'!$C$1:$C$1", None, False, True),
        "V3:V10000": ("'Lister'!$C$1:$C$1", None, False, True),
    }
    assert rules["A3:A10000"].prompt == "Fullt navn. Fornavn først."
    assert [[cell.value for cell in row] for row in book["Lister"]] == [["Ja", "Avis", "x"], ["Nei", "Bok", None]]


def test_each_sheet_is_printed_lying_with_its_heading_in_sight(book: Any) -> None:
    printing = {}
    for sheet in book:
        setup = sheet.page_setup
        printing[sheet.title] = (
            sheet.freeze_panes,
            sheet.print_title_rows,
            setup.orientation,
            setup.fitToHeight,
            sheet.sheet_state,
        )
    assert printing == {
        "Rader": ("B3", "$2:$2", "landscape", 0, "visible"),
        "Mål": ("B3", "$2:$2", "landscape", 0, "visible"),
        "Felles": ("A2", None, "landscape", 0, "visible"),
        "Veiledning": (None, None, "landscape", 0, "visible"),
        "Utgave": (None, None, None, None, "hidden"),
        "Lister": (None, None, None, None, "hidden"),
    }
    assert [cell.value for cell in book["Rader"][1] if cell.value] == ["Del"]
    assert book["Rader"].row_dimensions[2].height == 46


def test_the_common_sheet_and_the_guide(book: Any) -> None:
    assert [[cell.value for cell in row] for row in book["Felles"]] == [
        ["Felt", "Verdi", "Hva du skriver"],
        ["Vei *", None, None],
    ]
    assert [book["Felles"].column_dimensions[letter].width for letter in "ABC"] == [30, 48, 60]
    assert [[cell.value for cell in row if cell.value] for row in book["Veiledning"]] == [
        ["Prøve"],
        [
            "1. Fyll ut arket «Rader»: én rad for hvert skjema. Kolonner med * må fylles ut, de med (*) i noen "
            "tilfeller."
        ],
        ["2. Fyll ut arket «Felles»: det som er likt for alle, for eksempel kommunens navn."],
        ["3. Fyll ut arkene Mål: én rad for hver. Skriv Navn likt som i arket «Rader»."],
        ["4. Lagre og lukk arbeidsboken, og sjekk den med: skjema check prove FILEN"],
        [],
        ["Ark", "Kolonne", "Må fylles ut", "Hva du skriver"],
        ["Rader", "Navn", "Ja", "Fullt navn. Fornavn først."],
        ["Rader", "Text"],
        ["Rader", "Longte"],
        ["Rader", "Email", "Én e-postadresse."],
        ["Rader", "Date", "Dag, måned og år: 21.03.2019."],
        ["Rader", "Time", "Klokkeslett: 09.30."],
        ["Rader", "Intege", "Helt tall."],
        ["Rader", "Decima", "Tall, med komma foran desimaler."],
        ["Rader", "Yes_no", "Ja eller nei."],
        ["Rader", "Fodsel", "11 sifre."],
        ["Rader", "Organi", "9 sifre."],
        ["Rader", "Konton", "11 sifre."],
        ["Rader", "Postnu", "4 sifre, også nuller foran."],
        ["Rader", "Kommun", "4 sifre, også nuller foran."],
        ["Rader", "Phone", "8 sifre, eller + og landkode."],
        ["Rader", "Valg", "I noen tilfeller", "Velg fra listen. «Avis», «Bok»."],
        ["Rader", "Flere: Avis", "Minst ett kryss", "x for ja, tom for nei."],
        ["Rader", "Flere: Bok", "Minst ett kryss", "x for ja, tom for nei."],
        ["Rader", "En overskrift som er så lang at kolonnen blir bredere av den"],
        ["Rader", "Foresatt 1: Navn", "Ja", "Fornavn først."],
        ["Rader", "Foresatt 2: Navn", "I noen tilfeller", "Fornavn først."],
        ["Rader", "Mandag: Inne", "Ja eller nei."],
        ["Mål", "Navn", "Ja", "Fullt navn. Fornavn først."],
        ["Mål", "Hva", "Ja"],
    ]
    assert [book["Veiledning"].column_dimensions[letter].width for letter in "ABCD"] == [20, 44, 16, 110]
