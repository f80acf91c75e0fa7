"""How far the numbers of a workbook's cells go, as days, as moments and as digits."""

import pickle
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from skjema.errors import InputError
from skjema.formats.table import PartlyShown
from skjema.problems import Severity
from tests.drawing import checked, field, first, form_of, lines, sheet


def read(folder: Path, kind: str, number: object, code: str = "General") -> Any:
    """The value of a field whose cell holds a number and has this number format, or the codes of what is wrong."""
    book = Workbook()
    for row in (["Navn", "X"], ["Kari", number]):
        first(book).append(row)
    first(book)["B2"].number_format = code
    book.save(folder / "a.xlsx")
    (record,), problems = checked(form_of(folder, field("navn"), field("x", kind)), folder / "a.xlsx")
    return [problem.code for problem in problems] or record.values["x"]


@pytest.mark.parametrize(
    ("serial", "value"),
    [
        (1, ["date-unlikely"]), (2, date(1900, 1, 2)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1)),
        (43545, date(2019, 3, 21)), (43545.99999, ["date-with-time"]), (43545.999999, date(2019, 3, 22)),
        (91312, date(2149, 12, 31)), (2958465, ["date-unlikely"]),
        (2958466, ["cell-date"]), (-1, ["cell-date"]),
    ],
)  # fmt: skip
def test_a_day_is_counted_as_excel_counts_it(tmp_path: Path, serial: float, value: object) -> None:
    assert read(tmp_path, "date", serial, "dd.mm.yyyy") == value


@pytest.mark.parametrize(
    ("day", "code", "told"),
    [
        (date(2026, 3, 1), "mmm\\-yy", "date-without-day"), (date(2016, 3, 1), "[$-414]mmmm yyyy;@", "date-without-day"),
        (date(2016, 3, 12), "mmmm yyyy", ""), (date(2026, 3, 12), "d\\.mmm", "date-without-year"), (date(2026, 3, 12), "d-mmm", "date-without-year"),
        (date(2026, 3, 1), "mmm-yy", "date-without-day"), (date(2025, 3, 12), "[$-414]d. mmm;@", "date-without-year"), (date(2016, 3, 12), "d-mmm", ""),
        (date(2026, 3, 12), "dd.mm.yyyy", ""), (date(2026, 3, 1), '"mai" dd/mm/yy', ""), (date(2026, 3, 1), "yyyy-mm-dd hh:mm", ""),
    ],
)  # fmt: skip
def test_what_a_sheet_does_not_show_of_a_day_is_told(tmp_path: Path, day: date, code: str, told: str) -> None:
    """Of `mars 2026` Excel makes the first of March, and of `12/3` a day of the year in which it was typed."""
    assert read(tmp_path, "date", day, code) == ([told] if told else day)


def test_what_is_not_shown_of_a_day_is_known_in_every_process() -> None:
    """Rows are sent to the processes that fill in the papers, and a date pickles none of its own attributes."""
    day = PartlyShown.of(datetime(2026, 3, 1), "day")
    sent = pickle.loads(pickle.dumps(day))
    assert (sent, sent.lacks) == (day, "day")


def test_a_year_to_come_that_is_not_shown_is_a_note(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Navn", "X", "Y"], ["Kari", date(2026, 12, 15), date(2026, 3, 12)]):
        first(book).append(row)
    first(book)["B2"].number_format = first(book)["C2"].number_format = "d-mmm"
    book.save(tmp_path / "a.xlsx")
    form = form_of(tmp_path, field("navn"), field("x", "date"), field("y", "date"))
    assert [one.severity for one in checked(form, tmp_path / "a.xlsx")[1]] == [Severity.NOTE, Severity.WARNING]


@pytest.mark.parametrize(
    ("serial", "value"),
    [(0, time(0, 0)), (0.5, time(12, 0)), (0.999, time(23, 58)), (0.39583333, time(9, 30)), (1.5, ["time-form"])],
)
def test_less_than_a_day_is_a_time(tmp_path: Path, serial: float, value: object) -> None:
    assert read(tmp_path, "time", serial, "hh:mm") == value


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (999_999_999_999_999, 999_999_999_999_999), (1_000_000_000_000_000, ["digits-lost"]), (7.0, 7),
        (-999_999_999_999_999, -999_999_999_999_999), (-1_000_000_000_000_000, ["digits-lost"]), (7.5, ["integer-form"]),
    ],
)  # fmt: skip
def test_a_number_has_at_most_fifteen_digits_that_excel_keeps(tmp_path: Path, number: float, value: object) -> None:
    assert read(tmp_path, "integer", number) == value


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0%", "5 %"),
        ("0.0%", "5,4 %"),
        ("0.0", "0,1"),
        ('0.0"%"', "0,1%"),
        ("[Red]0.0%;-0.0", "5,4 %"),
        ("\\%0", "%0"),
    ],
)
def test_a_share_is_shown_as_the_sheet_shows_it(tmp_path: Path, code: str, shown: str) -> None:
    assert read(tmp_path, "text", 0.054, code) == shown


def test_a_file_without_headings_names_the_first_five_that_must_be_filled_in(tmp_path: Path) -> None:
    fields = (field(name, required="true") for name in ("navn", "alder", "sted", "by", "land", "jord"))
    form = form_of(tmp_path, field("valgfri"), *fields)
    with pytest.raises(InputError) as caught:
        checked(form, sheet(tmp_path / "a.xlsx", [["Hei", "du"], ["x", "y"]]))
    assert lines(caught.value.problems) == [
        "a.xlsx: Fant ingen overskrifter som hører til skjemaet. Øverst skal det stå blant annet: Navn, Alder, Sted, By, Land. "
        "Lag en tom arbeidsbok med «skjema sheet». [heading-missing]"
    ]


def test_a_hidden_row_is_asked_about_used_or_skipped_and_counted_each_time(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"))
    book = Workbook()
    for row in (["Navn", "Sted"], ["Kari", "x"], ["Per", "y"], ["Ola", "z"]):
        first(book).append(row)
    for number in (2, 4):
        first(book).row_dimensions[number].hidden = True
    book.save(tmp_path / "a.xlsx")
    reported = {}
    for hidden in ("ask", "use", "skip"):
        records, problems = checked(form, tmp_path / "a.xlsx", hidden=hidden)
        reported[hidden] = (
            len(records),
            [(problem.code, str(problem.severity), problem.params["count"]) for problem in problems],
        )
    assert reported == {
        "ask": (3, [("rows-hidden", "error", 2)]),
        "use": (3, [("rows-hidden-used", "note", 2)]),
        "skip": (1, [("rows-hidden-skipped", "note", 2)]),
    }
