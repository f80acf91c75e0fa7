"""Which rows of a group's own sheet belong to which record."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from skjema.definition.model import Form
from tests.drawing import HEAD, checked, field, first, form_of, lines, put

GROUP = (
    '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
)


def joined(
    form: Form, folder: Path, main: list[list[Any]], group: list[list[Any]]
) -> tuple[list[list[str]], list[str]]:
    """What each record has got of the group's rows, and the codes of the problems."""
    book = Workbook()
    put(first(book), main)
    put(book.create_sheet("Mål"), group)
    book.save(folder / "a.xlsx")
    records, problems = checked(form, folder / "a.xlsx")
    return [[row["hva"] for row in one.values["maal"]] for one in records], [one.code for one in problems]


def two_keys(folder: Path) -> Form:
    return form_of(folder, field("navn"), field("sted"), GROUP, head=HEAD.replace('["navn"]', '["navn", "sted"]'))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["Totalt", 2], "totals-row"), (["Sum", None], "totals-row"), ([None, "Antall"], "totals-row"),
        (["Til sammen 2", None], "totals-row"), (["Totalt", "b"], "row-orphan"), ([12, "Sum"], "row-orphan"),
        (["Ola", None], "row-orphan"), (["* gjelder bare høsten", None], "row-remark"), (["Summer", 2], "row-orphan"), ([None, "Antall barn"], "row-keyless"),
    ],
)  # fmt: skip
def test_totals_on_a_groups_sheet_are_no_row_of_anybody(tmp_path: Path, row: list[Any], told: str) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), GROUP)
    assert joined(form, tmp_path, [["Navn", "Sted"], ["Kari", "x"]], [["Navn", "Hva"], ["Kari", "a"], row]) == (
        [["a"]],
        [told],
    )


def test_a_record_that_is_called_as_totals_are_has_its_rows(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), GROUP)
    main = [["Navn", "Sted"], ["Sum kunst", "x"], ["Kari", "y"]]
    assert joined(form, tmp_path, main, [["Navn", "Hva"], ["Sum kunst", 3]]) == ([["3"], []], [])


def test_a_key_is_the_same_whatever_its_case_and_spare_spaces_but_not_without_its_spaces(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), GROUP)
    main = [["Navn", "Sted"], ["Kari Nordmann", "x"], ["Per", "y"]]
    group = [["Navn", "Hva"], ["KARI  nordmann ", "a"], ["KariNordmann", "b"], ["per", "c"]]
    assert joined(form, tmp_path, main, group) == ([["a"], ["c"]], ["row-orphan"])


def test_alle_in_a_part_of_the_key_means_every_record_that_agrees_in_the_others(tmp_path: Path) -> None:
    main = [["Navn", "Sted", "x"], ["Kari", "Bodø"], ["Per", "alle"]]
    group: list[list[Any]] = [
        ["Navn", "Sted", "Hva"],
        ["Alle", None, "a"],
        ["all", "Bodø", "b"],
        ["Kari", "Bodø", "c"],
        ["Per", "alle", "d"],
    ]
    rows, problems = joined(two_keys(tmp_path), tmp_path, main, group)
    assert rows == [["a", "b", "c"], ["a", "d"]]
    assert problems == ["heading-unused"]


def test_alle_in_the_last_part_of_the_key_is_understood_as_well(tmp_path: Path) -> None:
    main = [["Navn", "Sted"], ["Kari", "Bodø"], ["Kari", "Ås"], ["Per", "Ås"]]
    group = [["Navn", "Sted", "Hva"], ["Kari", "alle", "a"], ["alle", "Ås", "b"], ["alle", "Oslo", "c"]]
    assert joined(two_keys(tmp_path), tmp_path, main, group) == ([["a"], ["a", "b"], ["b"]], ["row-orphan"])


def test_every_part_of_a_key_counts(tmp_path: Path) -> None:
    main = [["Navn", "Sted"], ["Kari", "Bodø"], ["Kari", "Ås"]]
    group = [["Navn", "Sted", "Hva"], ["Kari", "Ås", "a"], ["Kari", "Bodø", "b"], ["Kari", "Oslo", "c"]]
    assert joined(two_keys(tmp_path), tmp_path, main, group) == ([["b"], ["a"]], ["row-orphan"])


def test_a_date_in_a_key_is_the_same_as_a_cell_of_dates_and_as_text(tmp_path: Path) -> None:
    head = HEAD.replace('["navn"]', '["navn", "fodt"]')
    form = form_of(tmp_path, field("navn"), field("fodt", "date"), GROUP, head=head)
    main: list[list[Any]] = [["Navn", "Fodt"], ["Kari", datetime(2021, 3, 4)], ["Kari", datetime(2021, 3, 5)]]
    group: list[list[Any]] = [["Navn", "Fodt", "Hva"], ["Kari", datetime(2021, 3, 5), "a"], ["Kari", "2021-03-04", "b"]]
    assert joined(form, tmp_path, main, group) == ([["b"], ["a"]], [])


@pytest.mark.parametrize(("key", "told"), [("#REF!", "cell-error"), (datetime(2026, 2, 1), "row-orphan")])
def test_a_key_that_a_sheet_has_spoilt_is_told_as_it_shows(tmp_path: Path, key: object, told: str) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["1-2", "Bodø"]])
    put(book.create_sheet("Mål"), [["Navn", "Hva"], [key, "a"]])
    book.save(tmp_path / "a.xlsx")
    (problem,) = checked(form_of(tmp_path, field("navn"), field("sted"), GROUP), tmp_path / "a.xlsx")[1]
    shown = key if isinstance(key, str) else "01.02.2026"
    assert (problem.code, problem.params["got"]) == (told, f"'{shown}'")


def test_a_row_that_belongs_to_no_record_is_told_with_all_of_its_key(tmp_path: Path) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["Kari", "Bodø"]])
    put(book.create_sheet("Mål"), [["Navn", "Sted", "Hva"], ["Kari", "Bodø", "a"], ["Kari", "Oslo", "b"]])
    book.save(tmp_path / "a.xlsx")
    _, problems = checked(two_keys(tmp_path), tmp_path / "a.xlsx")
    assert lines(problems) == [
        "a.xlsx:Mål, rad 3: «Navn, Sted» er 'Kari, Oslo', som ingen rad i arket «Sheet» har. Skriv det likt begge steder. "
        "[row-orphan]"
    ]


def test_rows_whose_key_is_merged_with_the_one_above_are_that_ones_and_told_once(tmp_path: Path) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["Kari", "x"], ["Per", "y"]])
    page = book.create_sheet("Mål")
    put(page, [["Navn", "Hva"], ["Kari", "a"], [None, "b"], [None, "c"], ["Per", "d"], [None, "e"]])
    page.merge_cells("A2:A4")
    book.save(tmp_path / "a.xlsx")
    form = form_of(tmp_path, field("navn"), field("sted"), GROUP)
    records, problems = checked(form, tmp_path / "a.xlsx")
    assert [[row["hva"] for row in one.values["maal"]] for one in records] == [["a", "b", "c"], ["d"]]
    assert sorted(one.code for one in problems) == ["cells-merged", "row-keyless"]
    assert lines([one for one in problems if one.code == "row-keyless"]) == [
        "a.xlsx:Mål, rad 6: «Navn» mangler i raden, så det er ikke kjent hvilken rad i arket «Sheet» den hører til. Skriv"
        " det i hver rad, også der det er som i raden over. [row-keyless]"
    ]


def test_of_a_key_in_several_columns_all_must_be_merged(tmp_path: Path) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["Kari", "Bodø"]])
    page = book.create_sheet("Mål")
    put(page, [["Navn", "Sted", "Hva"], ["Kari", "Bodø", "a"], [None, None, "b"], [None, None, "c"]])
    page.merge_cells("A2:A4")
    page.merge_cells("B2:B3")
    book.save(tmp_path / "a.xlsx")
    (record,), problems = checked(two_keys(tmp_path), tmp_path / "a.xlsx")
    assert [row["hva"] for row in record.values["maal"]] == ["a", "b"]
    assert sorted(one.code for one in problems) == ["cells-merged", "cells-merged", "row-keyless"]


@pytest.mark.parametrize(
    ("own", "repeated"),
    [
        ("A-2026-01", "A\u20132026\u201301"), ("A-1", "a\u20111\u200b"), ("Ny\u00adbo skole", "Nybo skole"),
        (datetime(2016, 3, 12), "12.03.2016"), ("12.3.2016", datetime(2016, 3, 12)), (7, "7"), (7.0, "7"),
    ],
)  # fmt: skip
def test_a_key_that_looks_the_same_is_the_same(tmp_path: Path, own: object, repeated: object) -> None:
    kind = "date" if "2016" in str(own) else "text"
    form = form_of(tmp_path, field("navn", kind), GROUP)
    rows, told = joined(form, tmp_path, [["Navn", "Sted"], [own, "x"]], [["Navn", "Hva"], [repeated, "a"]])
    assert rows == [["a"]]
    assert "row-orphan" not in told
