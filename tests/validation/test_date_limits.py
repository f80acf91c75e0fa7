"""How far a number or a year in two digits is taken for a date."""

from datetime import date
from pathlib import Path

import pytest

from tests.drawing import checked, field, form_of, lines, sheet


def read(folder: Path, written: object) -> tuple[object, list[str]]:
    """The date that a cell gives on 22 November 2026, and what is messages of it."""
    form = form_of(folder, field("navn"), field("dato", "date"))
    (record,), problems = checked(form, sheet(folder / "a.xlsx", [["Navn", "Dato"], ["Kari", written]]))
    return record.values["dato"], [line.removeprefix("a.xlsx:Ark!B2: ") for line in lines(problems)]


@pytest.mark.parametrize(
    ("written", "year"),
    [("01.02.26", 2026), ("01.02.27", 2027), ("01.02.36", 2036), ("01.02.37", 1937), ("01.02.00", 2000)],
)
def test_a_year_in_two_digits_is_at_most_ten_years_ahead(tmp_path: Path, written: str, year: int) -> None:
    value, messages = read(tmp_path, written)
    assert value == date(year, 2, 1)
    assert [line.rpartition(" ")[2] for line in messages] == ["[year-completed]"]
    assert f"01.02.{year}" in messages[0]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (18264, date(1950, 1, 1)),
        (20000, date(1954, 10, 3)),
        (29950, date(1981, 12, 30)),
        (65745, date(2079, 12, 31)),
    ],
)
def test_the_number_behind_a_date_cell_is_a_date_of_1950_to_2079(tmp_path: Path, written: int, day: date) -> None:
    value, messages = read(tmp_path, written)
    assert value == day
    assert [line.rpartition(" ")[2] for line in messages] == ["[date-unpacked]"]
    assert f"{day:%d.%m.%Y}" in messages[0]


@pytest.mark.parametrize("written", [18263, 65746, 99999, 1234])
def test_a_number_of_other_years_is_no_date(tmp_path: Path, written: int) -> None:
    value, messages = read(tmp_path, written)
    assert value is None
    assert [line.rpartition(" ")[2] for line in messages] == ["[date-form]"]


def test_a_number_that_could_be_two_dates_is_none(tmp_path: Path) -> None:
    value, messages = read(tmp_path, 30119)  # 03.01.19, or a cell of the year 1982
    assert value is None
    assert [line.rpartition(" ")[2] for line in messages] == ["[date-ambiguous]"]


@pytest.mark.parametrize("written", ["31.12.2026", "1.1.2026", "29/2-2024", "31. desember 2026", "1 jan 2026"])
def test_a_date_in_full_is_taken_without_a_word(tmp_path: Path, written: str) -> None:
    value, messages = read(tmp_path, written)
    assert isinstance(value, date)
    assert messages == []


@pytest.mark.parametrize(("written", "is_time"), [("23.59", True), ("24.00", False), ("00.00", True), ("9.60", False)])
def test_a_time_is_within_one_day(tmp_path: Path, written: str, is_time: bool) -> None:
    form = form_of(tmp_path, field("navn"), field("kl", "time"))
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Kl"], ["Kari", written]]))
    assert (record.values["kl"] is not None, [problem.code for problem in problems]) == (
        is_time,
        [] if is_time else ["time-form"],
    )
