"""Dates, times and years as offices spell them: read where they mean one thing, and refused where they mean two."""

import datetime as dt

import pytest

from skjema.definition.functions import school_year
from skjema.fieldtypes.dates import read_date, read_time
from skjema.fieldtypes.identifying import is_identifying
from skjema.fieldtypes.naming import may_name
from skjema.fieldtypes.reading_results import InvalidValue, value_of

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("tirsdag 9. mars 2027", "2027-03-09"), ("tirsdag 09.03.2027", "2027-03-09"), ("Tir. 09.03.27", "2027-03-09"),
        ("tys. 9.3.2027", "2027-03-09"), ("9/3 2027", "2027-03-09"), ("15/12 2026", "2026-12-15"),
        ("01. 03. 2019", "2019-03-01"), ("13. 3. 2021", "2021-03-13"), ("13/03/2021", "2021-03-13"),
        ("13-mar-2021", "2021-03-13"), ("13. mars 21", "2021-03-13"), ("1.mar.19", "2019-03-01"),
        ("13.mars-21", "2021-03-13"), ("13.3.2021 0:00", "2021-03-13"),
        ("13.03.2021 kl. 00:00", "2021-03-13"), ("3/3/2021 12:00:00 AM", "2021-03-03"), ("Laurdag 13.03.2027", "2027-03-13"),
    ],
)  # fmt: skip
def test_a_date_that_means_one_day_is_read(written: str, read: str) -> None:
    assert value_of(read_date(written, TODAY)).isoformat() == read


def test_every_month_has_its_name() -> None:
    names = [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ]
    for number, name in enumerate(names, start=1):
        for written in (f"3. {name} 2026", f"3. {name[:3]} 2026", f"3-{name[:3]}-26"):
            assert value_of(read_date(written, TODAY)) == dt.date(2026, number, 3)


@pytest.mark.parametrize(
    ("written", "code"),
    [("01/03/2019", "date-ambiguous"), ("1/3/19", "date-ambiguous"), ("onsdag 9.3.2027", "date-weekday"),
     ("32/13/2021", "date-form"), ("03/21/2019", "date-form")],
)  # fmt: skip
def test_a_date_that_may_mean_two_days_is_refused(written: str, code: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_date(written, TODAY)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("written", "read"),
    [("kl. 9", "09.00"), ("kl 9", "09.00"), ("kl. 0900", "09.00"), ("0900", "09.00"), ("9", "09.00"), (12, "12.00"),
     ("klokka 9", "09.00"), ("09.00.", "09.00"), ("9,00", "09.00"), ("1430", "14.30"), ("14.30", "14.30")],
)  # fmt: skip
def test_a_time_is_read_as_it_is_spoken(written: str | int, read: str) -> None:
    assert f"{value_of(read_time(written)):%H.%M}" == read


@pytest.mark.parametrize("written", ["24", "kl. 25", "9.60", "9960", "ni", "", True, 9.5])
def test_what_is_no_time_is_refused(written: str | float) -> None:
    with pytest.raises(InvalidValue):
        read_time(written)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2026/2027", True), ("2026/27", True), ("26/27", True), ("2026\u20132027", True), ("2026 / 2027", True),
     ("Skoleåret 2026/2027", True), ("99/00", True), ("2026/2028", False), ("26/2027", False), ("27/26", False),
     ("hest hest", False)],
)  # fmt: skip
def test_a_school_year_is_two_that_follow(text: str, is_one: bool) -> None:
    assert school_year(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Skår: 85 92 88 79 82 84.", False), ("85 92 88 79", False), ("T-skår 45 50 55 60", False),
     ("Ordkjede 23 25 27 29 poeng", False), ("20 25 30 35 prosent", False), ("Budsjett 45 000 000", False),
     ("ring 45 50 55 60", True), ("400 00 001", True), ("22 22 22 01", True)],
)  # fmt: skip
def test_scores_are_no_telephone_numbers(text: str, is_one: bool) -> None:
    assert is_identifying(text) == is_one


@pytest.mark.parametrize("text", ["Team Nord og Team Sør", "Oppvekst Nord", "Lions Quest og Mitt Valg", "Sone Øst"])
def test_teams_and_programmes_are_no_people(text: str) -> None:
    assert not may_name(text)
    assert may_name(f"{text} og Kari Nordmann")
