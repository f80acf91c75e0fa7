"""How far each type of value goes: what is just within, and what is just without."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.drawing import checked, field, form_of, from_json, lines, sheet


def read(folder: Path, kind: str, written: Any) -> Any:
    """The value that a field of this type has for what is written, or the code of what is wrong with it."""
    (record,) = from_json(form_of(folder, field("navn"), field("x", kind)), folder, {"navn": "Kari", "x": written})
    errors = [problem.code for problem in record.problems if problem.severity == "error"]
    return errors or record.values["x"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("20000000", "20000000"), ("99999999", "99999999"), ("19999999", ["phone-form"]), ("2000000", ["phone-form"]),
        ("200000000", ["phone-form"]), ("01234", "01234"), ("0123", ["phone-form"]), ("012345", ["phone-form"]),
        ("+1234567", "+1234567"), ("+123456", ["phone-form"]), ("+123456789012345", "+123456789012345"),
        ("+1234567890123456", ["phone-form"]), ("+0123456789", ["phone-form"]), ("+4722334455", "22334455"),
        ("004722334455", "22334455"), ("0046701234567", "+46701234567"), ("+472233445", ["phone-form"]),
        ("Tlf: 22 33 44 55", "22334455"), ("tlf 22.33.44.55", "22334455"), ("(22) 33-44/55", "22334455"),
        ("4722334455", "22334455"), ("4712334455", ["phone-form"]), ("472233445", ["phone-form"]),
    ],
)  # fmt: skip
def test_telephone_numbers(tmp_path: Path, written: str, value: object) -> None:
    assert read(tmp_path, "phone", written) == value


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("postnummer", "0001", "0001"), ("postnummer", "001", "0001"), ("postnummer", "01", ["digits-length"]),
        ("postnummer", "12345", ["digits-length"]), ("postnummer", "000", ["digits-length"]),
        ("postnummer", "9991", "9991"), ("kommunenummer", 301, "0301"), ("kommunenummer", 30, ["digits-length"]),
        ("organisasjonsnummer", "31000001", ["digits-length"]), ("organisasjonsnummer", "3100000190", ["digits-length"]),
        ("kontonummer", "1813 64 45320", "18136445320"), ("kontonummer", "1813/64–45320", "18136445320"),
        ("kontonummer", "1813;64;45320", ["digits-form"]), ("postnummer", "1e3", ["digits-scientific"]),
        ("postnummer", "1,5E+3", ["digits-scientific"]), ("postnummer", "1e", ["digits-form"]),
        ("fodselsnummer", "14.83.2020 75036", "14832075036"), ("fodselsnummer", "14.83.20 75036", "14832075036"),
        ("fodselsnummer", "5.81.18 76099", "05811876099"), ("fodselsnummer", "14.83.2020 750366", ["digits-length"]),
    ],
)  # fmt: skip
def test_numbers_that_are_names(tmp_path: Path, kind: str, written: object, value: object) -> None:
    assert read(tmp_path, kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("integer", 999_999_999_999_999.0, 999_999_999_999_999), ("integer", 1e15, ["digits-lost"]),
        ("integer", -1e15, ["digits-lost"]), ("integer", "1e3", ["integer-form"]), ("integer", "1,0", 1),
        ("integer", "-0", 0), ("integer", "12 %", 12), ("integer", "\u22125", -5), ("integer", "1,2,3", ["integer-form"]),
        ("integer", "1 000 000", 1_000_000), ("integer", ",5", ["integer-form"]), ("integer", "5,", ["integer-form"]),
    ],
)  # fmt: skip
def test_numbers_that_count(tmp_path: Path, kind: str, written: object, value: object) -> None:
    assert read(tmp_path, kind, written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("SÃO PAULO", "SÃO PAULO"), ("BÃNH MÌ", "BÃNH MÌ"), ("BjÃ¸rn", ["letters-misread"]), ("Ã…se", ["letters-misread"]),
        ("Ã†gir", ["letters-misread"]), ("#N/A", ["cell-error"]), (" #N/A", ["cell-error"]), ("#N/A ", ["cell-error"]),
        ("#1", "#1"), ("a\tb", "a b"), ("a\u2028b", "a b"), ("a\u202ab", "ab"), ("a\u202fb", "a\u202fb"), ("a\u2065b", ["character-refused"]),
        ("a\u2066b", "ab"), ("a\u2069b", "ab"), ("a\u202eb", ["character-refused"]),
        ("a\u200db", "ab"), ("क\u200dष", "क\u200dष"), ("a\u00adb", "ab"), ("a\u2060b", "ab"), ("a\ue000b", ["character-refused"]),
    ],
)  # fmt: skip
def test_letters(tmp_path: Path, written: str, value: object) -> None:
    assert read(tmp_path, "text", written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Olsen, Mari", "Mari Olsen"), ("Olsen , Mari ", "Mari Olsen"), ("Olsen,", "Olsen,"), (",Mari", ",Mari"),
        ("Olsen, Mari, jr.", "Olsen, Mari, jr."), ("12", ["name-form"]), ("M", "M"), ("O'Brien 2", "O'Brien 2"),
    ],
)  # fmt: skip
def test_names(tmp_path: Path, written: str, value: object) -> None:
    assert read(tmp_path, "name", written) == value


@pytest.mark.parametrize(
    "written",
    [
        "#NULL!", "#DIV/0!", "#VERDI!", "#VALUE!", "#REF!", "#NAVN?", "#NAMN?", "#NAME?", "#NUM!", "#I/T", "#N/A", "#SPILL!",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["text", "integer", "kontonummer"])
def test_what_a_spreadsheet_writes_for_an_error_is_no_value_of_any_type(
    tmp_path: Path, kind: str, written: str
) -> None:
    assert read(tmp_path, kind, written) == ["cell-error"]


@pytest.mark.parametrize(
    "written",
    ["ja", "ja.", "Ja;", "1.0", 1.0, "j", "x", "1", "sann", "true", "yes", "y", "✓", "✔", "☒", "☑", " JA ", 1, True],
)
def test_what_says_yes(tmp_path: Path, written: object) -> None:
    assert read(tmp_path, "yes_no", written) is True


@pytest.mark.parametrize(
    "written", ["nei", "nei.", "n", "0", "0.0", 0.0, "usann", "false", "no", "☐", " Nei ", 0, False]
)
def test_what_says_no(tmp_path: Path, written: object) -> None:
    assert read(tmp_path, "yes_no", written) is False


@pytest.mark.parametrize("written", ["ja nei", "2", "2.0", "ja?", "xx", "o", 2, 0.5])
def test_what_says_neither_yes_nor_no(tmp_path: Path, written: object) -> None:
    assert read(tmp_path, "yes_no", written) == ["yes-no-form"]


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "\uf0d8"])
def test_the_bullets_of_a_list_in_word_are_bullets(tmp_path: Path, bullet: str) -> None:
    form = form_of(tmp_path, field("navn"), field("x", "longtext"))
    written = f"{bullet}\tlese\n{bullet}\tskrive"
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "x": written})
    assert record.values["x"] == "•\tlese\n•\tskrive"
    assert lines(record.problems) == [
        "poster.json:$[0].x: «X» hadde kulepunkter fra Word, og de er lest som vanlige kulepunkter. [bullets-read]"
    ]
    assert record.problems[0].severity == "note"


@pytest.mark.parametrize(
    ("typed", "got"),
    [(datetime(2026, 5, 1), "'01.05.2026'"), (datetime(2026, 5, 1, 9, 30), "'01.05.2026 09:30'")],
)
def test_a_date_in_the_place_of_a_text_is_told_as_the_sheet_shows_it(tmp_path: Path, typed: datetime, got: str) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Navn", "X"], ["Kari", typed]])
    _, problems = checked(form_of(tmp_path, field("navn"), field("x")), path)
    assert [(one.code, one.params["got"]) for one in problems] == [("text-changed", got)]
