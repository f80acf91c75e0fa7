"""Binary workbooks are read as the same list in an xlsx file is, with all that is told of it."""

import io
import struct
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis.strategies import binary as any_bytes
from hypothesis.strategies import integers

from skjema.errors import InputError
from skjema.formats.table import Row, Table, Unreadable
from skjema.records.readers import FileContent, read_content
from tests.records.test_programs import _is_same, _kind, expected
from tests.workbooks.binary import as_excel, book, cell, packed_number, record, row_head, styles_of, text
from tests.workbooks.pages import CONTENTS, Page

SHEETJS = Path(__file__).parent.parent / "workbooks" / "sheetjs.xlsb"
"""Written by SheetJS 0.18.5, of node's `xlsx`, on 2026-11-30: cells without columns, which Excel reads as well."""


def opened(content: bytes) -> FileContent:
    return read_content(content, "liste.xlsb", lambda row: len(row))


def rows_of(table: Table) -> list[Row]:
    return list(table.rows())


def read(content: bytes) -> list[tuple[int, dict[int, Any]]]:
    return [(row.number, row.cells) for row in rows_of(opened(content).tables[0])]


@pytest.mark.parametrize("content", CONTENTS)
def test_what_excel_wrote_is_read(content: str) -> None:
    cells_read, wanted = read(as_excel([Page("Ark", CONTENTS[content])])), expected(CONTENTS[content])
    assert cells_read == wanted
    kinds = [[type(cells[at]) for at in sorted(cells)] for _, cells in cells_read]
    assert kinds == [[_kind(cells[at]) for at in sorted(cells)] for _, cells in wanted]


@pytest.mark.parametrize("content", CONTENTS)
def test_calamine_reads_the_same(content: str) -> None:
    """That what is expected is what stands there is no opinion of ours."""
    written = as_excel([Page("Ark", CONTENTS[content])])
    theirs = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_index(0)
    cells = theirs.to_python(skip_empty_area=False)
    for number, row in expected(CONTENTS[content]):
        for column, value in row.items():
            assert _is_same(value, cells[number - 1][column - 1]), (number, column)


def test_a_file_of_sheetjs_is_read_whole() -> None:
    content = opened(SHEETJS.read_bytes())
    assert ([sheet.name for sheet in content.tables], [sheet.name for sheet in content.hidden]) == (
        ["Barn"],
        ["Skjult"],
    )
    first, second, third, last = rows_of(content.tables[0])
    assert list(first.cells.values()) == ["Barnets navn", "Født", "Telefon", "Beløp", "Ja/nei", "Postnr", "Feil"]
    assert second.cells == {
        1: "Čáhppes Ærlig & sønn", 2: datetime(2021, 3, 21), 3: "22334455", 4: 12.5, 5: True, 6: "0801",
        7: Unreadable("cell-error", "#N/A"),
    }  # fmt: skip
    assert (third.number, third.hidden, third.cells[1], third.cells[2]) == (
        3,
        True,
        'Kari _x0041_ "Berg"',
        datetime(2020, 2, 29),
    )
    assert (str(third.cells[6]), third.cells[7]) == ("0801", 0.1 + 0.2)
    assert last.cells == {1: "samlet"}
    told = [(problem.code, problem.params) for problem in content.tables[0].problems()]
    assert told == [("cells-merged", {"got": "A5:C5"}), ("columns-hidden", {"columns": ("C",)})]


def data(*rows: bytes) -> bytes:
    return record(145) + b"".join(rows) + record(146)


def test_every_kind_of_cell_is_read() -> None:
    content = [
        cell(1, 1), cell(2, 2, struct.pack("<i", 12345 << 2 | 3)), cell(3, 2, struct.pack("<II", 0x3FF80000, 0)[:4]),
        cell(4, 3, b"\x2a"), cell(5, 4, b"\1"), cell(6, 6, text("egen")), cell(7, 62, b"\1" + text("rik") + bytes(8)),
        cell(8, 8, text("regnet") + bytes(12)), cell(9, 9, struct.pack("<d", 2.5) + bytes(12)), cell(10, 10, b"\0" + bytes(12)),
        cell(11, 11, b"\x07" + bytes(12)), cell(0, 13, packed_number(-4)), cell(0, 17, text("sist")),
    ]  # fmt: skip
    assert read(book([("Ark", 0, data(row_head(1), *content))])) == [
        (1, {2: 123.45, 3: 1.5, 4: Unreadable("cell-error", "#N/A"), 5: True, 6: "egen", 7: "rik", 8: "regnet", 9: 2.5,
             10: False, 11: Unreadable("cell-error", "#DIV/0!"), 12: -4, 13: "sist"}),
    ]  # fmt: skip


def test_what_the_looks_and_notes_say_is_told() -> None:
    styles = styles_of([0, 164], own=record(44, struct.pack("<H", 164) + text("0000")), fonts=(0, 8))
    struck = data(
        row_head(1), cell(1, 6, text("a")), row_head(2), cell(1, 6, text("b"), 2), cell(2, 2, packed_number(801), 1)
    )
    notes = record(630) + record(632, text("Berit")) + record(631) + record(633) + record(635, struct.pack("<5I", 0, 1, 1, 0, 0)) + record(634)  # fmt: skip
    (sheet,) = opened(book([("Ark", 0, struck)], styles=styles, notes=notes)).tables
    first, second = rows_of(sheet)
    assert (first.struck, second.struck, str(second.cells[2])) == ((), (1,), "0801")
    assert [(problem.code, problem.place and problem.place.row) for problem in sheet.problems()] == [("cell-note", 2)]


def test_days_are_counted_from_where_the_file_says() -> None:
    rows = data(row_head(1), cell(1, 2, packed_number(1), 1))
    assert read(book([("Ark", 0, rows)], days_from_1904=True)) == [(1, {1: datetime(1904, 1, 2)})]


def test_letters_that_xml_cannot_hold_come_through() -> None:
    assert read(book([("Ark", 0, data(row_head(1), cell(1, 6, text("a\x01b_x0041_"))))])) == [(1, {1: "a\x01b_x0041_"})]


RECORDS = data(row_head(1), cell(1, 6, text("Navn")), cell(2, 5, struct.pack("<d", 2.5)))


@pytest.mark.parametrize("end", range(1, len(RECORDS)))
def test_a_file_that_is_cut_off_is_damaged(end: int) -> None:
    with pytest.raises(InputError) as caught:
        read(book([("Ark", 0, RECORDS[:end])]))
    assert caught.value.problems[0].code == "file-damaged"


def test_a_record_longer_than_any_is_not_waited_for() -> None:
    with pytest.raises(InputError) as caught:
        read(book([("Ark", 0, b"\x01\xff\xff\xff\x7f" + bytes(100))]))
    assert caught.value.problems[0].code == "file-damaged"


def test_an_error_without_a_name_is_one_all_the_same() -> None:
    assert read(book([("Ark", 0, data(row_head(1), cell(1, 3, b"\x99")))])) == [
        (1, {1: Unreadable("cell-error", "#153")})
    ]


@given(at=integers(0, len(RECORDS) - 1), put=any_bytes(min_size=1, max_size=9))
@settings(max_examples=100, deadline=None)
def test_no_bytes_are_more_than_damage(at: int, put: bytes) -> None:
    try:
        read(book([("Ark", 0, RECORDS[:at] + put + RECORDS[at + len(put) :])]))
    except InputError as error:
        assert error.problems[0].code == "file-damaged"


def test_a_file_of_another_kind_under_the_ending_is_told() -> None:
    with pytest.raises(InputError) as caught:
        opened(b"Navn;Sted\n")
    assert caught.value.problems[0].code == "file-not-office"
