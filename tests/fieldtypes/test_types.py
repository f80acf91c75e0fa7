"""What is written becomes a value, a value with a remark, or a fault that says what to do."""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.model import Choice, Field
from skjema.fieldtypes import TYPES
from skjema.fieldtypes.answers import answer_reader
from skjema.fieldtypes.cell_text import SHEET_ERROR
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.fieldtypes.types.email import _PLAIN_EMAIL
from skjema.formats.table import Percent, ShownNumber
from skjema.wording.problems import PROBLEMS
from tests.drawing import field_of

TODAY = date(2026, 11, 22)
MIDNIGHT = datetime(2019, 3, 21)
CHOICES = (
    Choice(id="ja", label={"nb": "Ja"}),
    Choice(id="begge", label={"nb": "Begge, sammen", "nn": "Begge, i lag"}),
    Choice(id="nei", label={"nb": "Nei"}),
)


def read(kind: Any, written: Any) -> Any:
    choices = CHOICES if kind in ("choice", "choices") else ()
    return TYPES[kind].reader(Field(id="x", type=kind, label={"nb": "X"}, choices=choices), TODAY)(written)


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("text", "  Åse  ", "Åse"),
        ("text", "A\u030ase", "Åse"),
        ("text", 7, "7"),
        ("text", 1.5, "1,5"),
        ("text", Percent(0.054), "5,4 %"),
        ("text", "{{ 7*7 }} & <b> #import", "{{ 7*7 }} & <b> #import"),
        ("longtext", "to\r\nlinjer\x0btre", "to\nlinjer\ntre"),
        ("name", "Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("date", MIDNIGHT, date(2019, 3, 21)),
        ("date", "21.03.2019", date(2019, 3, 21)),
        ("date", "21.3.2019", date(2019, 3, 21)),
        ("date", "21/3-2019", date(2019, 3, 21)),
        ("date", "2019-03-21", date(2019, 3, 21)),
        ("date", "2019-03-21T00:00:00", date(2019, 3, 21)),
        ("date", "21. mars 2019", date(2019, 3, 21)),
        ("date", "29.02.2020", date(2020, 2, 29)),
        ("time", "kl. 9.30", time(9, 30)),
        ("time", "09:30", time(9, 30)),
        ("time", time(9, 30, 59), time(9, 30)),
        ("integer", 12, 12),
        ("integer", "1 234", 1234),
        ("integer", "-3", -3),
        ("decimal", "4,5", Decimal("4.5")),
        ("decimal", "5,4 %", Decimal("5.4")),
        ("decimal", Percent(0.054), Decimal("5.4")),
        ("decimal", 0.1 + 0.2, Decimal("0.3")),
        ("decimal", 123456789012.25, Decimal("123456789012.25")),
        ("integer", 123456789012345.0, 123456789012345),
        ("text", 12345678901.25, "12345678901,25"),
        ("decimal", 10**30, Decimal(10**30)),
        ("decimal", 1e15, InvalidValue),
        ("yes_no", "x", True),
        ("yes_no", "JA", True),
        ("yes_no", "J", True),
        ("yes_no", 1, True),
        ("yes_no", True, True),
        ("yes_no", "[x]", True),
        ("yes_no", "✅", True),
        ("yes_no", "nei", False),
        ("yes_no", "[ ]", False),
        ("yes_no", "✗", InvalidValue),
        ("yes_no", 0, False),
        ("choice", "JA", "ja"),
        ("choice", "begge, i lag", "begge"),
        ("choices", "Ja; Nei", ("ja", "nei")),
        ("choices", "Begge, sammen", ("begge",)),
        ("choices", "nei, ja", ("ja", "nei")),
        ("choices", "Begge, sammen\nnei", ("begge", "nei")),
        ("fodselsnummer", "148320 75036", "14832075036"),
        ("fodselsnummer", 14832075036, "14832075036"),
        ("fodselsnummer", "14.03.1920 00000", InvalidValue),
        ("organisasjonsnummer", "310 000 019", "310000019"),
        ("kontonummer", "1813.64.45320", "18136445320"),
        ("postnummer", "0150", "0150"),
        ("kommunenummer", "1841", "1841"),
        ("phone", "+47 22 33 44 55", "22334455"),
        ("phone", "0047 22334455", "22334455"),
        ("phone", "+48 123 456 789", "+48123456789"),
        ("phone", "02800", "02800"),
        ("email", " Post@Kommune.no ", "Post@kommune.no"),
    ],
)
def test_each_way_of_writing_a_value_is_read(kind: str, written: object, value: object) -> None:
    if value is InvalidValue:
        with pytest.raises(InvalidValue):
            read(kind, written)
    else:
        assert read(kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "value", "code"),
    [
        ("text", "to\nlinjer", "to linjer", "line-joined"),
        ("text", "to  mellomrom", "to mellomrom", "spaces-joined"),
        ("name", "Olsen, Mari", "Mari Olsen", "name-turned"),
        ("date", "21.03.19", date(2019, 3, 21), "year-completed"),
        ("date", "21.03.87", date(1987, 3, 21), "year-completed"),
        ("date", "21.03.36", date(2036, 3, 21), "year-completed"),
        ("date", "210319", date(2019, 3, 21), "date-unpacked"),
        ("date", "21/3-19", date(2019, 3, 21), "year-completed"),
        ("date", "21-03-87", date(1987, 3, 21), "year-completed"),
        ("date", "21-03-21", date(2021, 3, 21), "year-completed"),
        ("date", "19-03-31", None, "date-ambiguous"),
        ("date", "20190321", date(2019, 3, 21), "date-unpacked"),
        ("date", "20101120", date(2010, 11, 20), "date-unpacked"),
        ("integer", "2027/2028", 2027, "year-of-two"),
        ("integer", "2027/28", 2027, "year-of-two"),
        ("integer", "2027/29", None, "integer-form"),
        ("phone", "4775001122", "75001122", "phone-plus"),
        ("date", "10319", date(2019, 3, 1), "date-unpacked"),
        ("date", 43545, date(2019, 3, 21), "date-unpacked"),
        ("date", "21032019", date(2019, 3, 21), "date-unpacked"),
        ("postnummer", 150, "0150", "leading-zero"),
        ("postnummer", "150", "0150", "leading-zero"),
        ("kommunenummer", 301, "0301", "leading-zero"),
        ("kommunenummer", 3024, "3024", "municipality-old"),
        ("kommunenummer", "219", "0219", "municipality-old"),
        ("fodselsnummer", 5811876099, "05811876099", "leading-zero"),
        ("kontonummer", "1813644532", None, "digits-length"),
    ],
)
def test_a_repair_is_reported_by_its_code(kind: str, written: object, value: object, code: str) -> None:
    if value is None:
        with pytest.raises(InvalidValue) as caught:
            read(kind, written)
        assert caught.value.code == code
    else:
        found = read(kind, written)
        assert isinstance(found, Repaired)
        assert (found.value, found.code) == (value, code)


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        ("text", MIDNIGHT, "text-changed"),
        ("text", True, "text-changed"),
        ("text", "a\x07b", "character-refused"),
        ("text", "a\ud800b", "character-refused"),
        ("text", "a\ufffeb", "character-refused"),
        ("text", "a\u202eb", "character-refused"),
        ("longtext", "a\x00b", "character-refused"),
        ("text", 1.23e18, "digits-lost"),
        ("name", "123", "name-form"),
        ("name", "-", "name-form"),
        ("date", "03/21/2019", "date-form"),
        ("date", "31.02.2019", "date-none"),
        ("date", "0001-01-01T00:00:00", "date-unlikely"),
        ("date", "1753-01-01", "date-unlikely"),
        ("date", "01.01.1900", "date-unlikely"),
        ("date", date(1900, 1, 1), "date-unlikely"),
        ("date", "31.12.9999", "date-unlikely"),
        ("date", "12.05.0206", "date-unlikely"),
        ("date", 50419, "date-ambiguous"),
        ("date", "i morgen", "date-form"),
        ("date", True, "date-form"),
        ("date", 1.5, "date-form"),
        ("time", "25.00", "time-form"),
        ("integer", "1,5", "integer-form"),
        ("integer", "tolv", "integer-form"),
        ("integer", float("inf"), "integer-form"),
        ("decimal", "1.2.3", "number-form"),
        ("yes_no", "kanskje", "yes-no-form"),
        ("choice", "kanskje", "choice-unknown"),
        ("choices", "ja, kanskje", "answers-unknown"),
        ("fodselsnummer", "14832075037", "fodselsnummer-checksum"),
        ("fodselsnummer", "1483207503", "digits-length"),
        ("fodselsnummer", "1,48E+10", "digits-scientific"),
        ("fodselsnummer", "1483207503x", "digits-form"),
        ("fodselsnummer", "١٤٨٣٢٠٧٥٠٣٦", "digits-form"),
        ("organisasjonsnummer", "310000018", "organisasjonsnummer-checksum"),
        ("kontonummer", "18136445321", "kontonummer-checksum"),
        ("kontonummer", "1234567", "digits-length"),
        ("postnummer", "15", "digits-length"),
        ("postnummer", "0000", "digits-length"),
        ("phone", "22 33 44 55 / 91 11 22 33", "phone-form"),
        ("phone", "1234", "phone-form"),
        ("phone", "0091112233", "phone-form"),
        ("phone", "9.1112233E7", "digits-scientific"),
        ("fodselsnummer", "1.88884553E9", "digits-scientific"),
        ("email", "post@kommune.no; rektor@kommune.no", "email-form"),
        ("signature", "Kari", "signature-written"),
    ],
)
def test_what_is_no_value_is_a_fault_with_a_wording(kind: str, written: object, code: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read(kind, written)
    assert caught.value.code == code
    assert code in PROBLEMS


ANYTHING = st.one_of(
    st.text(max_size=40),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.builds(Percent, st.floats()),
)


@pytest.mark.parametrize("kind", sorted(TYPES))
@given(written=ANYTHING)
def test_whatever_is_written_is_a_value_or_a_fault_with_a_wording(kind: str, written: Any) -> None:
    try:
        found = read(kind, written)
    except InvalidValue as unfit:
        assert unfit.code in PROBLEMS
    else:
        assert not isinstance(found, Repaired) or found.code in PROBLEMS


@given(st.dates(date(1900, 1, 2), date(2099, 12, 31)))
def test_every_way_to_write_a_date_gives_that_date(day: date) -> None:
    for written in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat(), f"{day:%d %m %Y}"):
        assert read("date", written) == day


LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufffd\u00c3"),
    min_size=1,
)


@given(LETTERS.filter(lambda text: text.strip() and not re.fullmatch(SHEET_ERROR, text.strip())))
def test_text_is_only_trimmed_and_composed(text: str) -> None:
    assert read("longtext", text) == unicodedata.normalize("NFC", text).strip()


@given(st.from_regex(_PLAIN_EMAIL, fullmatch=True))
def test_an_address_taken_as_plain_is_one_that_the_library_takes_unchanged(address: str) -> None:
    assert validate_email(address, check_deliverability=False, test_environment=True).normalized == address


@pytest.mark.parametrize("written", ["21-03-2019", "21-3-2019", "2019.03.21", "2019/03/21", "2019-3-21"])
def test_a_date_with_any_of_the_usual_signs_is_read(written: str) -> None:
    assert read("date", written) == date(2019, 3, 21)


@pytest.mark.parametrize("written", ["2019.03/21", "21-03/2019", "03/21/2019", "2019-21-03"])
def test_one_with_others_is_not(written: str) -> None:
    with pytest.raises(InvalidValue):
        read("date", written)


@pytest.mark.parametrize(("words", "value"), [("J x 1 Sann Y true", "ja"), ("N 0 Usann no false", "nei")])
def test_a_choice_between_yes_and_no_is_read_as_yes_and_no_are(words: str, value: str) -> None:
    answers = tuple(Choice(id=one, label={"nb": one.title()}) for one in ("ja", "nei", "ukjent"))
    reader = answer_reader(field_of("choice", choices=answers))
    assert {reader(word) for word in words.split()} == {value}


WITH_A_SIGN = Field(
    id="x", type="choice", label={"nb": "X"},
    choices=(Choice(id="ja", label={"nb": "Ja"}, words=("✓", "Begge")), Choice(id="nei", label={"nb": "Nei"}), Choice(id="ukjent", label={"nb": "Ukjent"}, words=("+",))),
)  # fmt: skip


@pytest.mark.parametrize("written", ["-", "–", "?", "…", "*", "_", ".", "Ja?", "nei ?", "(ja)", "(Nei)", "??"])
def test_a_sign_or_a_doubt_is_no_answer(written: str) -> None:
    """Though one of the answers may be written as a sign."""
    for field in (WITH_A_SIGN, Field(id="x", type="choices", label={"nb": "X"}, choices=WITH_A_SIGN.choices)):
        with pytest.raises(InvalidValue) as told:
            TYPES[field.type].reader(field, TODAY)(written)
        assert told.value.code == ("choice-unknown" if field.type == "choice" else "answers-unknown")


@pytest.mark.parametrize(
    ("written", "answer"),
    [("✓", "ja"), ("☒", "ja"), ("✔", "ja"), ("☐", "nei"), ("+", "ukjent"), ("ja!", "ja"), ("NEI.", "nei")],
)
def test_signs_that_are_answers_are_read(written: str, answer: str) -> None:
    assert answer_reader(WITH_A_SIGN)(written) == answer


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("postnummer", "1500.0", "1500"), ("postnummer", "150.0", "0150"), ("kommunenummer", "301.0", "0301"),
        ("phone", "22334455.0", "22334455"), ("kontonummer", "12345678903.0", "12345678903"),
        ("organisasjonsnummer", "974760673.0", "974760673"),
    ],
)  # fmt: skip
def test_digits_that_a_program_took_for_a_number_are_those_digits(kind: str, written: str, value: str) -> None:
    """As pandas writes a column that isn't filled everywhere: 150.0 is postcode 0150, and not 1500."""
    found = read(kind, written)
    assert (found.value if isinstance(found, Repaired) else found) == value


@pytest.mark.parametrize("offset", ["", "Z", "+00:00", "+01:00", "+02:00", "+0100"])
def test_midnight_with_norways_own_offset_is_the_day(offset: str) -> None:
    assert read("date", f"2021-03-21T00:00:00{offset}") == date(2021, 3, 21)


@pytest.mark.parametrize("written", ["2021-03-21T00:00:00+05:00", "2021-03-21T23:00:00Z", "2021-03-21T00:00:00-01:00"])
def test_another_hour_or_offset_is_told(written: str) -> None:
    assert read("date", written).code == "date-with-time"


def test_a_number_that_is_no_whole_one_is_told_as_it_is_and_not_as_its_format_shows_it() -> None:
    with pytest.raises(InvalidValue) as caught:
        read("integer", ShownNumber.of(12.5, "13"))
    assert (caught.value.code, caught.value.params) == ("integer-form", {"got": "'12,5'"})


@pytest.mark.parametrize(
    ("kind", "written", "ways"),
    [
        ("integer", "12.000", ("12000", "12")), ("integer", "-1.000", ("-1000", "-1")), ("decimal", "7.000", ("7000", "7,000")),
        ("decimal", "1.234", ("1234", "1,234")), ("decimal", "12.500 %", ("12500", "12,500")),
        ("decimal", "\u2212100.250", ("-100250", "-100,250")),
    ],
)  # fmt: skip
def test_a_point_that_may_part_thousands_or_decimals_is_asked_about(
    kind: str, written: str, ways: tuple[str, str]
) -> None:
    with pytest.raises(InvalidValue) as caught:
        read(kind, written)
    assert caught.value.code == "number-thousands"
    assert (caught.value.params["value"], caught.value.params["fraction"]) == ways
    assert [read(kind, way) for way in ways] == [Decimal(way.replace(",", ".")) for way in ways]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("integer", "12.0", 12), ("decimal", "12.50", Decimal("12.50")), ("decimal", "0.125", Decimal("0.125")),
        ("integer", "1.234.567", 1234567), ("decimal", "1.234,50", Decimal("1234.50")), ("integer", 12.0, 12),
        ("decimal", "1.234.567,5", Decimal("1234567.5")), ("decimal", 1.234, Decimal("1.234")),
        ("decimal", "1234.567", Decimal("1234.567")), ("decimal", "1.2345", Decimal("1.2345")),
    ],
)  # fmt: skip
def test_a_point_that_can_part_but_one_thing_parts_that(kind: str, written: object, value: object) -> None:
    assert read(kind, written) == value


@pytest.mark.parametrize("written", ["1.234,5", "1.200", "1.234.567,5"])
def test_a_text_that_is_no_whole_number_is_told_as_it_is_written(written: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read("integer", written)
    assert caught.value.code == "integer-form"
    assert caught.value.params in ({}, {"got": repr(written)})


@pytest.mark.parametrize("written", ["1.23.456", "1,234.5", "1.234.56", "1.2.3", "1,2,3", "1..234"])
def test_points_where_none_can_be_are_no_number(written: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read("decimal", written)
    assert caught.value.code == "number-form"
