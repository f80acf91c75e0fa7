"""Norwegian numbers; every number here is synthetic or printed as an example by its publisher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.fieldtypes.identifiers import fodselsnummer, kontonummer, organisasjonsnummer

# Generated for the project with 80 added to the month, and a D-nummer.
SYNTHETIC = (
    "14832075036", "05811876099", "02891477689", "30851164096", "11821065552", "01888845530", "24929043215",
    "47869141034", "10915596784",
)  # fmt: skip
# Source: docs/sources.md, "fodselsnummer": Skatteetaten's own examples, two of each rule.
OLD_AND_NEW_RULE = ("02013299997", "30108299920", "02013299903", "30108299939")


@pytest.mark.parametrize("number", [*SYNTHETIC, *OLD_AND_NEW_RULE])
def test_numbers_that_can_be(number: str) -> None:
    assert fodselsnummer(number)


def with_check_digits(nine: str, remainder: int = 0) -> str | None:
    """`nine` with check digits, the first sum leaving `remainder`."""
    first = (remainder - sum(map(int.__mul__, (3, 7, 6, 1, 8, 9, 4, 5, 2), map(int, nine)))) % 11
    second = -sum(map(int.__mul__, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), map(int, nine + str(first % 10)))) % 11
    return None if 10 in (first, second) else f"{nine}{first}{second}"


def twenty_with_check_digits(birth_date: str) -> list[str]:
    """The numbers of twenty serial numbers, but for those that would need 10 as a check digit."""
    numbers = (with_check_digits(f"{birth_date}{serial}") for serial in range(500, 520))
    return [number for number in numbers if number]


@pytest.mark.parametrize("offset", [0, 40, 65, 80])
@pytest.mark.parametrize("day", [21, 61])
def test_hospital_test_and_d_numbers_are_known(offset: int, day: int) -> None:
    numbers = twenty_with_check_digits(f"{day}{3 + offset:02}19")
    assert all(map(fodselsnummer, numbers))


@given(st.integers(0, 999), st.integers(0, 10))
def test_from_2032_the_first_sum_may_leave_up_to_three(serial: int, remainder: int) -> None:
    number = with_check_digits(f"218319{serial:03}", remainder)
    if number:
        assert fodselsnummer(number) == (remainder <= 3)


@pytest.mark.parametrize(
    "number",
    ["", "1483207503", "148320750366", "1483207503x", "14832075037", "32832075038", "00000000000", "١٤٨٣٢٠٧٥٠٣٦"],
)
def test_numbers_that_cannot_be(number: str) -> None:
    assert not fodselsnummer(number)


@given(st.sampled_from(SYNTHETIC), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_found_but_where_the_new_rule_lets_it_pass(number: str, index: int, by: int) -> None:
    wrong = f"{number[:index]}{(int(number[index]) + by) % 10}{number[index + 1 :]}"
    second = sum(map(int.__mul__, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), map(int, wrong))) % 11
    if second:
        assert not fodselsnummer(wrong)


def test_organisation_and_account_numbers_go_by_their_check_digits() -> None:
    assert [organisasjonsnummer(one) for one in ("310000019", "311222333", "210000127", "310000018", "x")] == [
        True
    ] * 3 + [False] * 2
    assert [kontonummer(one) for one in ("18136445320", "18136445321", "x")] == [True, False, False]


@pytest.mark.parametrize(("year", "is_leap"), [(0, True), (4, True), (20, True), (21, False), (96, True), (99, False)])
def test_the_day_of_a_leap_year_is_one_in_years_that_four_divides(year: int, is_leap: bool) -> None:
    numbers = twenty_with_check_digits(f"2982{year:02}")
    assert set(map(fodselsnummer, numbers)) == {is_leap}


@pytest.mark.parametrize(
    ("born", "can_be"),
    [
        ("3112", True), ("3212", False), ("0112", True), ("0012", False), ("7112", True), ("7212", False), ("4112", True),
        ("0113", False), ("0100", False), ("0140", False), ("0141", True), ("0152", True), ("0153", False),
        ("0165", False), ("0166", True), ("0177", True), ("0178", False),
        ("0180", False), ("0181", True), ("0192", True), ("0193", False),
    ],
)  # fmt: skip
def test_day_and_month_are_of_the_calendar_with_forty_sixty_five_or_eighty_more(born: str, can_be: bool) -> None:
    numbers = twenty_with_check_digits(f"{born}19")
    assert set(map(fodselsnummer, numbers)) == {can_be}
