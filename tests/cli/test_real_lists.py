"""Lists as offices have them: nothing goes to paper otherwise than it was meant, and nobody goes missing unsaid."""

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES, field, sheet, write_form
from tests.reading_back import docx_text

FORM = '[[section]]\nid = "del"\n' + field("navn", "name", required="true") + field("sted") + field("dato", "date")


@pytest.fixture(autouse=True)
def _form(folder: Path) -> None:
    write_form(folder, FORM + field("tlf", "phone"))


def check(folder: Path, *rows: list[object]) -> Result:
    return skjema("check", "prove", sheet(folder / "a.xlsx", [["Navn", "Sted", "Dato", "Tlf"], *rows]))


def test_what_looks_wrong_is_told_at_its_cell(folder: Path) -> None:
    found = check(folder, ["NULL", "NULL"], ["KARI NORDMANN", "Bodø"])
    assert found.code == 4
    assert "a.xlsx:Ark!A2: «Navn» er 'NULL', som ser ut som et ord for ingenting." in found.out
    assert "ADVARSEL a.xlsx:Ark!B2: «Sted» er 'NULL'" in found.out
    assert "ADVARSEL a.xlsx:Ark!A3: «Navn» er 'KARI NORDMANN', med bare store" in found.out


def test_marks_that_nobody_sees_are_taken_out_of_every_type(folder: Path) -> None:
    found = check(folder, ["\u200bKari\u00ad", "\u2060Bodø", "\u200e21.03.2019\u202c", "\u202a+47 22 33 44 55\u202c"])
    assert found.code == 0
    assert found.out.count("[invisible-removed]") == 4


def test_a_cell_of_marks_that_nobody_sees_is_empty(folder: Path) -> None:
    assert "«Navn» må fylles ut" in check(folder, ["\u200b", "Bodø"]).out


@pytest.mark.parametrize("day", ["2021-03-20T23:00:00Z", "20.03.2021 23:00", "20.03.2021 kl. 23.00"])
def test_a_day_with_a_time_of_day_is_told(folder: Path, day: str) -> None:
    found = check(folder, ["Kari", "Bodø", day])
    assert found.code == 1
    assert "med klokkeslettet 23.00, og er lest som 20.03.2021" in found.out


@pytest.mark.parametrize(
    ("written", "is_number"),
    [
        ("+47 2233445", False), ("+47 (0) 22 33 44 55", True), ("+47 223344556", False), ("0047 22334455", True),
        ("+47 12334455", False), ("+46 (0)70 123 45 67", True), ("+4722334455", True), ("0047 2233445", False),
    ],
)  # fmt: skip
def test_the_code_of_norway_is_followed_by_a_whole_number(folder: Path, written: str, is_number: bool) -> None:
    assert check(folder, ["Kari", "Bodø", None, written]).code == (0 if is_number else 4)


# -- one cause, one message; nothing unread unsaid

CHILD = "Barnehage;Navn;Født;Skole;Skolestart;Mor;Foreldreansvar;Frist;Leveres til"
ROW = "Granlia barnehage;{};21.03.2021;Solbakken;2027;Mari Berg;Ja;15.01.2027;Granlia"
CONSENT = ("samtykke-overgang", "--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")


def consent(folder: Path, *lines: str, name: str = "liste.csv") -> Result:
    (folder / name).write_text("\n".join(lines), "utf-8")
    return skjema("check", CONSENT[0], name, *CONSENT[1:])


def test_a_column_that_a_group_lacks_is_one_message(folder: Path) -> None:
    rows = [ROW.format(f"Barn {letter}").replace(";Ja;", ";") for letter in "ABCDEF"]
    found = consent(folder, CHILD.replace(";Foreldreansvar;", ";"), *rows)
    assert found.lines == [
        "liste.csv: linje 2: «Forelder eller foresatt: Foreldreansvar» må fylles ut, og det er ingen kolonne for det. Legg til"
        " kolonnen. Det samme er det flere steder (5): rad 3–7. [column-absent]"
    ]


def test_what_the_form_never_prints_keeps_nothing_from_being_printed(folder: Path) -> None:
    found = consent(folder, f"{CHILD};Personnummer", f"{ROW.format('Kari Berg')};1,98822E+10")
    assert ("Feil: 0" in found.said, "MERK" in found.out, "[digits-scientific]" in found.out) == (True, True, True)


def test_a_sheet_that_is_looked_up_in_is_no_list_of_children(folder: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for line in (CHILD, ROW.format("Kari Berg")):
        page.append([int(cell) if cell == "2027" else cell for cell in line.split(";")])
    other = book.create_sheet("Barnehager")
    for row in (["Kode", "Barnehage", "Skole"], [1, "Granlia barnehage", "Solbakken"]):
        other.append(row)
    for state in ("visible", "hidden"):
        other.sheet_state = state
        book.save(folder / "a.xlsx")
        found = skjema("check", CONSENT[0], "a.xlsx", *CONSENT[1:])
        assert "Poster sjekket: 1. Feil: 0" in found.said, found.out


def test_one_place_written_in_two_ways_is_told(folder: Path) -> None:
    rows = [ROW.format(f"Barn {letter}") for letter in "ABCDEFGHI"]
    found = consent(folder, CHILD, *rows, ROW.format("Barn J").replace("Granlia barnehage", "Granlia bhg"))
    assert "«Barnehage» er skrevet på flere måter som ligner: 'Granlia barnehage' (9), 'Granlia bhg' (1)." in found.out
    apart = consent(folder, CHILD, *rows, ROW.format("Barn J").replace("Granlia barnehage", "Vika barnehage"))
    assert "er skrevet på flere måter" not in apart.out


@pytest.mark.parametrize(
    ("ticks", "told"), [("xxX", True), ("x1☒", True), ("101", True), ("111", False), ("xx", False), ("xxA", False)]
)
def test_a_column_of_ticks_in_the_place_of_a_text_is_told(folder: Path, ticks: str, told: bool) -> None:
    """`Skole` may be one of the services to tick, and no school is called x."""
    rows: list[list[object]] = [[f"Kari {letter} Lie", tick] for letter, tick in zip("ABC", ticks, strict=False)]
    found = check(folder, *rows)
    assert ("«Sted» har bare kryss i alle rader" in found.out) is told


def test_rows_of_a_group_that_say_the_same_are_told(folder: Path) -> None:
    head = CHILD.replace("Mor;Foreldreansvar", "Mor;Mors foreldreansvar;Far;Fars foreldreansvar")
    row = ROW.format("Kari Berg").replace("Mari Berg;Ja", "Mari Berg;Ja;MARI BERG;Ja")
    assert "[group-row-twice]" in consent(folder, head, row).out


def test_a_name_in_kommune_toml_that_no_form_has_is_told(folder: Path) -> None:
    text = (SAMPLES / "kommune.toml").read_text("utf-8").replace("[values]", '[values]\ntelefon = "22222222"', 1)
    (folder / "kommune.toml").write_text(text.replace('logo = "', '# logo = "'), "utf-8")
    (folder / "liste.csv").write_text(f"{CHILD}\n{ROW.format('Kari Berg')}", "utf-8")
    for command in (("check", "samtykke-overgang", "liste.csv", "--date", "2026-11-22"), ("lint", "samtykke-overgang")):
        found = skjema(*command)
        assert (found.code, "«telefon» er ikke navnet på noe i noen av skjemaene" in found.out) == (1, True)


@pytest.mark.parametrize(
    "name", ["samtykke-overgang.docx", "samtykke-overgang.nb (1).docx", "samtykke-overgang.nb.dotx"]
)
def test_a_file_that_no_form_uses_is_told(folder: Path, name: str) -> None:
    own = folder / "templates" / "samtykke-overgang"
    own.mkdir(parents=True)
    (own / name).write_bytes(b"x")
    (folder / "liste.csv").write_text(f"{CHILD}\n{ROW.format('Kari Berg')}", "utf-8")
    found = skjema("fill", CONSENT[0], "liste.csv", "-o", "ut", "--format", "docx", *CONSENT[1:])
    assert (found.code, f"{name}: Filen er ikke brukt" in found.said) == (1, True)
    assert f"{name}: Filen er ikke brukt" in skjema("lint", "samtykke-overgang").out


NESTED = """{"meta": {"antall": 1}, "data": [{
  "barn": {"navn": {"fornavn": "Kari", "etternavn": "Berg"}, "fodselsdato": "2021-03-21"},
  "barnehage": {"navn": "Granlia barnehage", "avdeling": {"navn": "Blå"}}, "skole": {"navn": "Solbakken"},
  "skolestart": {"ar": 2027}, "frist_retur": "2027-01-15", "retur_til": "Granlia",
  "foresatte": [{"navn": {"fornavn": "Mari", "etternavn": "Berg"}, "rolle": "MOR", "foreldreansvar": true}]}]}"""


def test_a_list_within_an_object_and_objects_within_a_record_are_read(folder: Path) -> None:
    found = consent(folder, NESTED, name="api.json")
    assert "Feil: 0" in found.said, found.out
    assert "Postene er lest fra $.data: 1." in found.out
    assert skjema("fill", CONSENT[0], "api.json", "-o", "ut", "--format", "docx", *CONSENT[1:]).code == 1  # one parent
    text = docx_text((folder / "ut" / "samtykke-overgang-0001.docx").read_bytes())
    assert all(one in text for one in ("Kari Berg", "21.03.2021", "Blå", "Mari Berg", "Mor"))


def test_of_several_lists_within_an_object_none_is_taken(folder: Path) -> None:
    found = consent(folder, '{"a": [{"barn_navn": "Kari"}], "b": [{"barn_navn": "Per"}]}', name="api.json")
    assert (found.code, "Filen har flere lister: a, b." in found.said) == (4, True)


@pytest.mark.parametrize(
    "name", ["\u1ecc\u0300y\u1ecd\u0301", "M\u0327ajel\u0327", "C\u0306evat", "G\u0303uarani", "K\u0332hadija"]
)
def test_a_mark_without_a_letter_of_its_own_is_printed_in_word_and_refused_for_pdf(folder: Path, name: str) -> None:
    data = sheet(folder / "a.xlsx", [["Navn", "Sted"], [f"Kari {name}", "Bodø"]])
    refused = skjema("fill", "prove", data, "-o", "ut", "--format", "pdf")
    assert (refused.code, "[letter-not-in-font]" in refused.said) == (4, True)
    assert skjema("fill", "prove", data, "-o", "ut", "--format", "docx").code == 0
    assert unicodedata.normalize("NFC", name) in docx_text((folder / "ut" / "prove-0001.docx").read_bytes())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Navn;Født;Tlf\nBjørn Sæther;21.03.2021;\n".encode("cp850"), "letters-misread"),
        ("Fødested;Navn;Sted\n;Kari Åsen;Å\n".encode("cp850"), "csv-code-page"),
        ("Navn;Sted;Fødselsår\nKari;Bergen;1\n".encode().decode("cp1252").encode(), "heading-misread"),
        ("Navn;Sted;Fødselsår\nKari;Bergen;1\n".encode("mac_roman"), "heading-misread"),
    ],
)
def test_a_file_in_another_encoding_is_told_as_such(folder: Path, written: bytes, code: str) -> None:
    (folder / "a.csv").write_bytes(written)
    found = skjema("check", "prove", "a.csv")
    assert (found.code, f"[{code}]" in found.out + found.said) == (4, True), found.out + found.said


def test_what_dos_writes_at_the_end_of_a_text_is_no_row(folder: Path) -> None:
    (folder / "a.csv").write_bytes(b"Navn;Sted\r\nKari;Bergen\r\n\x1a")
    found = skjema("check", "prove", "a.csv")
    assert (found.code, found.said) == (0, "Poster sjekket: 1. Feil: 0, advarsler: 0, merknader: 0.\n")


@pytest.mark.parametrize("total", ["Sum;;;;;;;;", ";Sum;;;;;;;", ";Antall barn;40;;;;;;"])
def test_a_line_of_totals_is_no_child_wherever_its_words_stand(folder: Path, total: str) -> None:
    found = consent(folder, CHILD, ROW.format("Kari Berg"), total)
    assert (found.code, "Poster sjekket: 1." in found.said, "[totals-row]" in found.out) == (1, True, True), found.out


def test_a_list_without_most_columns_is_told_on_one_line(folder: Path) -> None:
    asked = "".join(field(f"felt{letter}", required="true") for letter in "abcd")
    write_form(folder, FORM + asked)
    found = skjema("check", "prove", sheet(folder / "a.xlsx", [["Navn", "Sted"], ["Kari Nes", "Bodø"]]))
    (line,) = [one for one in found.out.splitlines() if "column-missing" in one]
    assert "a.xlsx:Ark, rad 1: Kolonner som mangler, og må fylles ut i hver rad: «Felta», «Feltb»" in line


def test_keys_that_are_not_used_are_all_named(folder: Path) -> None:
    (folder / "a.json").write_text('[{"navn": "Kari Nes", "mor": {"navn": "Mari Nes"}, "far": "Ola", "rom": 1, "sal": 2}]', "utf-8")  # fmt: skip
    found = skjema("check", "prove", "a.json")
    line = "a.json: Nøkler som ikke hører til skjemaet, og ikke er brukt: «mor.navn», «far», «rom», «sal». [key-unused]"
    assert line in found.out
