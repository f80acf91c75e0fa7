"""Expressions: Jinja's syntax, a closed set of meanings, and a third answer where something is empty."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.expressions import ExpressionFault, parse_expression
from skjema.definition.functions import Undecided, age, months

SCOPE: dict[str, Any] = {
    "alder": 15,
    "navn": "Kari",
    "tom": None,
    "ja": True,
    "svar": ("skole", "helse"),
    "today": date(2026, 11, 22),
    "fodt": date(2011, 11, 23),
    "rader": [{"navn": "A", "ansvar": "ja"}, {"navn": None, "ansvar": "nei"}],
}


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("alder >= 15", True),
        ("10 < alder < 15", False),
        ("'skole' in svar and 'nav' not in svar", True),
        ("not ja or alder == 15", True),
        ("alder + 1 - 2 * 3", 10),
        ("-alder", -15),
        ("'x' if ja else 'y'", "x"),
        ("age(fodt, today)", 14),
        ("year(today)", 2026),
        ("months(fodt, today)", 180),
        ("count(rader.ansvar, 'ja', 'ukjent')", 1),
        ("count(rader.navn)", 1),
        ("rader.navn[0]", "A"),
        ("rader.navn[7]", None),
        ("length(navn)", 4),
        ("length(tom)", 0),
        ("tom == none", True),
        ("tom in svar", False),
        ("alder in [14, 15]", True),
        ("alder == 15\n  and navn != none", True),
        ("true and not false", True),
    ],
)
def test_an_expression_has_the_value_that_its_operators_give(source: str, value: object) -> None:
    assert parse_expression(source)(SCOPE) == value


EMPTY: list[Any] = [None, (), []]
FILLED: list[Any] = ["x", 0, 1, Decimal(0), Decimal("0.5"), date(2026, 1, 1), time(0, 0), ("a",), [{"a": None}]]


@pytest.mark.parametrize("value", [*EMPTY, *FILLED], ids=repr)
@pytest.mark.parametrize(
    "source",
    [
        "x == ''", "'' == x", "x == none", "not x", "not (x != '')", "x in ['', 'y']", "'tom' == ('full' if x else 'tom')",
        "(x and 'full') != 'full'", "(x or 'tom') == 'tom'",
    ],
)  # fmt: skip
def test_empty_is_empty_however_it_is_asked_and_whatever_the_type(source: str, value: Any) -> None:
    assert parse_expression(source).holds({"x": value}, if_undecided=False) is (value in EMPTY and value != 0)


@pytest.mark.parametrize(("value", "holds"), [(True, False), (False, True), (None, True)])
def test_no_is_not_empty_and_neither_is_yes(value: bool | None, holds: bool) -> None:
    assert parse_expression("not x")({"x": value}) is holds
    assert parse_expression("x == ''")({"x": value}) is (value is None)


@pytest.mark.parametrize(
    "source",
    [
        "a",
        "a or tom",
        "ja and a",
        "a and ja",
        "a if ja else tom",
        "not not a",
        "not (tom or not a)",
        "g.n[0]",
        "g.n[0] and ja",
    ],
)
def test_nought_is_filled_wherever_it_stands(source: str) -> None:
    scope = {"a": 0, "ja": True, "tom": None, "g": [{"n": 0}]}
    assert parse_expression(source).holds(scope, if_undecided=False) is True


def test_an_empty_value_is_in_no_text() -> None:
    assert (
        parse_expression("tom in tekst or '' in tekst").holds({"tom": None, "tekst": "Oslo by"}, if_undecided=True)
        is False
    )


@pytest.mark.parametrize(
    "source",
    ["tom or count(x)", "ja and count(x)", "count(x) if ja else tom", "not (ja and not count(x))", "tom or a - 1"],
)
def test_nought_that_is_worked_out_is_no_value_wherever_it_stands(source: str) -> None:
    scope: dict[str, Any] = {"tom": None, "ja": True, "x": [], "a": 1}
    assert parse_expression(source).holds(scope, if_undecided=True) is False


def test_a_deep_expression_takes_no_longer_than_it_is_long() -> None:
    source = "a"
    for _ in range(30):
        source = f"(({source} or b) == c)"
    assert parse_expression(source)({"a": 1, "b": 2, "c": 3}) is False


def test_a_number_that_is_worked_out_is_true_as_in_python() -> None:
    assert parse_expression("not count(x)")({"x": []}) is True
    assert parse_expression("a - 1 or b")({"a": 1, "b": "x"}) == "x"


def test_the_empty_text_is_no_answer_that_must_be_known() -> None:
    assert parse_expression("rolle == '' or rolle == 'mor'").literals == {("rolle", "mor")}


@pytest.mark.parametrize(
    "source", ["tom > 3", "tom + 1", "age(tom, today)", "months(fodt, tom)", "-tom", "alder < tom"]
)
def test_an_empty_value_decides_nothing(source: str) -> None:
    with pytest.raises(Undecided):
        parse_expression(source)(SCOPE)
    assert parse_expression(source).holds(SCOPE, if_undecided=True)
    assert not parse_expression(source).holds(SCOPE, if_undecided=False)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("navn.__class__.__mro__", "expression-unsupported"),
        ("navn|upper", "expression-unsupported"),
        ("alder // 2", "expression-unsupported"),
        ("~alder", "expression-unsupported"),
        ("b'x' == navn", "expression-unsupported"),
        ("...", "expression-unsupported"),
        ("(x := 1)", "expression-unsupported"),
        ("[one for one in rader]", "expression-unsupported"),
        ("lambda: 1", "expression-unsupported"),
        ("f'{navn}'", "expression-unsupported"),
        ("rader[0:1]", "expression-unsupported"),
        ("count(*rader)", "expression-function"),
        ("navn ~ 'x'", "expression-syntax"),
        ("navn == '\\d'", "expression-syntax"),
        ("(" * 300 + "1" + ")" * 300, "expression-syntax"),
        ("1\x00", "expression-syntax"),
        ("navn is defined", "expression-unsupported"),
        ("eval('1')", "expression-function"),
        ("navn()", "expression-function"),
        ("age(fodt)", "expression-arguments"),
        ("age(fodt, on=today)", "expression-function"),
        ("alder >", "expression-syntax"),
        ("", "expression-syntax"),
        ("1 }} {{ 2", "expression-syntax"),
        ("{% if x %}", "expression-syntax"),
    ],
)
def test_nothing_else_is_an_expression(source: str, code: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse_expression(source)
    assert caught.value.code == code


def test_names_and_literals_are_known_before_anything_is_evaluated() -> None:
    expression = parse_expression("samtykke_form == 'skriftlig' and count(rader.ansvar, 'ja') and alder in [1, 2]")
    assert list(expression.names) == ["samtykke_form", "rader.ansvar", "alder"]
    assert expression.literals == {("samtykke_form", "skriftlig")}


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, DAYS)
def test_age_grows_on_birthdays_only(born: date, on: date) -> None:
    before, after = age(born, on), age(born, on + timedelta(days=1))
    assert after - before in (0, 1)
    assert (after > before) == ((on + timedelta(days=1)).strftime("%m%d") == born.strftime("%m%d")) or born.strftime(
        "%m%d"
    ) == "0229"


@given(DAYS, st.integers(0, 600))
def test_months_counts_begun_months(first: date, count: int) -> None:
    years, month = divmod(first.month - 1 + count, 12)
    last = date(first.year + years, month + 1, min(first.day, 28))
    assert months(first, last) == count
    if first.day < 28:
        assert months(first, last + timedelta(days=1)) == count + 1


@pytest.mark.parametrize(
    ("day", "is_workday"),
    [
        ("2027-02-02", True), ("2027-02-06", False), ("2027-02-07", False),  # Tuesday, Saturday, Sunday
        ("2027-03-25", False), ("2027-03-26", False), ("2027-03-29", False), ("2027-03-24", True),  # round Easter
        ("2027-05-17", False), ("2028-05-01", False), ("2027-05-06", False), ("2027-12-24", True), ("2029-12-25", False),
        ("2038-04-22", False),  # Maundy Thursday, late in April
    ],
)  # fmt: skip
def test_a_workday_is_no_weekend_and_no_public_holiday(day: str, is_workday: bool) -> None:
    assert parse_expression("workday(dag)")({"dag": date.fromisoformat(day)}) is is_workday
    with pytest.raises(Undecided):
        parse_expression("workday(dag)")({"dag": None})


def test_a_year_of_consent_is_twelve_months() -> None:
    assert months(date(2026, 11, 21), date(2027, 11, 20)) == 12
    assert months(date(2026, 11, 21), date(2027, 11, 21)) == 12
    assert months(date(2026, 11, 21), date(2027, 11, 22)) == 13
