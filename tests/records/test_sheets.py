"""Workbooks read as other readers read them, and what those leave out: hidden rows, formulas without a value."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from skjema.errors import FileError, InputError
from skjema.formats.office_package import Package
from skjema.formats.table import Percent, Row, Unreadable
from skjema.formats.xlsx.reader import Workbook
from tests.drawing import first, lines, sheet
from tests.workbooks.pages import Page
from tests.workbooks.program import MAIN as SPREADSHEET
from tests.workbooks.program import Program

MAIN = "xl/worksheets/sheet1.xml"


def rows(path: Path) -> list[Row]:
    package = Package.at(path)
    try:
        return list(Workbook(package).sheets[0].rows())
    finally:
        package.close()


def values(path: Path) -> list[list[object]]:
    return [list(row.cells.values()) for row in rows(path)]


def changed(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same archive with its members changed; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    copy = path.with_name("endret.xlsx")
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            new = change(name, content)
            if new is not None:
                archive.writestr(name, new)
    return copy


def with_sheet_xml(path: Path, old: bytes, new: bytes) -> Path:
    return changed(path, lambda name, content: content.replace(old, new) if name == MAIN else content)


def test_kinds_of_values(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "a.xlsx", [["tekst", 150, 1.5, True, datetime(2019, 3, 21), time(9, 30), date(2020, 2, 29)]]
    )
    book = openpyxl.load_workbook(path)
    first(book)["C1"].number_format = "0.0%"
    book.save(path)
    assert values(path) == [
        ["tekst", 150, Percent(1.5), True, datetime(2019, 3, 21), time(9, 30), datetime(2020, 2, 29)]
    ]
    assert isinstance(rows(path)[0].cells[3], Percent)


def test_an_error_a_formula_without_value_and_one_with(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["=1+1", "x", "=A1"]])
    path = with_sheet_xml(
        path, b'<c r="B1" t="inlineStr"><is><t>x</t></is></c>', b'<c r="B1" t="e"><f>NA()</f><v>#N/A</v></c>'
    )
    path = with_sheet_xml(path, b"<f>A1</f><v></v>", b"<f>A1</f><v>2</v>")
    cells = rows(path)[0].cells
    assert cells[1] == Unreadable("cell-not-calculated")
    assert cells[2] == Unreadable("cell-error", "#N/A")
    assert cells[3] == 2


def test_hidden_rows_and_merged_cells_are_told(tmp_path: Path) -> None:
    book = Book()
    main = first(book)
    for row in range(1, 6):
        main.append([f"a{row}", f"b{row}"])
    main.row_dimensions[3].hidden = True
    main.merge_cells("B4:B5")
    book.save(tmp_path / "a.xlsx")
    package = Package.at(tmp_path / "a.xlsx")
    read = Workbook(package).sheets[0]
    assert [row.number for row in read.rows() if row.hidden] == [3]
    assert lines(read.problems()) == [
        "a.xlsx:Sheet!B4: Cellene B4:B5 er slått sammen, så verdien står bare i den første. Opphev sammenslåingen og fyll ut "
        "hver celle. [cells-merged]"
    ]
    package.close()


def test_dates_counted_from_1904(tmp_path: Path) -> None:
    book = Book()
    book.epoch = CALENDAR_MAC_1904
    first(book)["A1"] = datetime(2019, 3, 21)
    book.save(tmp_path / "a.xlsx")
    assert values(tmp_path / "a.xlsx") == [[datetime(2019, 3, 21)]]


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd.mm.yyyy", True),
        ("[$-414]d. mmmm yyyy;@", True),
        ("h:mm", True),
        ('0" dager"', False),
        ("0_d", False),
        ("#,##0* ;-#,##0*d", False),
        ("0.00", False),
        ("@", False),
    ],
)
def test_number_formats_tell_dates_from_numbers(tmp_path: Path, code: str, is_date: bool) -> None:
    path = sheet(tmp_path / "a.xlsx", [[43545.5]])
    book = openpyxl.load_workbook(path)
    first(book)["A1"].number_format = code
    book.save(path)
    assert isinstance(rows(path)[0].cells[1], datetime) == is_date


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    book = Book()
    book.create_sheet("Skjult").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    package = Package.at(tmp_path / "a.xlsx")
    assert [one.name for one in Workbook(package).sheets] == ["Sheet"]
    package.close()


def test_strict_open_xml_is_read_like_any_other(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Kari", 1]])
    pairs = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )

    def strict(_: str, content: bytes) -> bytes:
        for old, new in pairs:
            content = content.replace(old, new)
        return content

    assert values(changed(path, strict)) == [["Kari", 1]]


def test_prefixed_names_and_cells_without_references_are_read(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["x", "y"]])
    xml = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr">'
        b"<x:is><x:r><x:t>Ka</x:t></x:r><x:r><x:t>ri</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row>"
        b"</x:sheetData></x:worksheet>"
    )
    copy = changed(path, lambda name, content: xml if name == MAIN else content)
    assert values(copy) == [["Kari", 7]]


def test_texts_of_another_namespace_are_not_shared(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{SPREADSHEET}"><extLst><ext xmlns="urn:x"><si><t>Ola</t></si></ext></extLst><si><t>Kari</t></si></sst>'
    content = Program().write([Page("Ark", [["x"]])])
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    copy = changed(path, lambda name, part: strings.encode() if name == "xl/sharedStrings.xml" else part)
    assert values(copy) == [["Kari"]]


def test_a_sheet_that_is_listed_and_not_there_is_damage(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["x"]])
    with pytest.raises(InputError) as caught:
        rows(changed(path, lambda name, content: None if name == MAIN else content))
    assert [problem.code for problem in caught.value.problems] == ["file-damaged"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021-03-21", datetime(2021, 3, 21)),
        ("2021-03-21T10:30:00.000Z", datetime(2021, 3, 21, 10, 30)),
        ("2021-03-21T23:00:00+01:00", datetime(2021, 3, 21, 23)),
        ("10:30:00", time(10, 30)),
        ("10:30:00Z", time(10, 30)),
        ("P1D", Unreadable("cell-date", "P1D")),
    ],
)
def test_dates_written_as_dates(tmp_path: Path, written: str, value: object) -> None:
    path = with_sheet_xml(
        sheet(tmp_path / "a.xlsx", [["x"]]),
        b'<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
        f'<c r="A1" t="d"><v>{written}</v></c>'.encode(),
    )
    assert values(path) == [[value]]


def test_escaped_characters_are_what_they_stand_for(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["a_x000D_b"]])
    assert values(path) == [["a\rb"]]


def test_what_is_no_workbook_is_one_clear_message(tmp_path: Path) -> None:
    contents = {
        "passord.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "gammel.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"),
        "tekst.xlsx": b"Navn;Sted\n",
        "kuttet.xlsx": sheet(tmp_path / "hel.xlsx", [["x"]]).read_bytes()[:900],
        "tom.xlsx": b"",
    }
    codes = {}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError) as caught:
            rows(tmp_path / name)
        codes[name] = caught.value.problems[0].code
    assert codes == {
        "passord.xlsx": "file-password",
        "gammel.xls": "file-old-format",
        "tekst.xlsx": "file-not-office",
        "kuttet.xlsx": "file-damaged",
        "tom.xlsx": "file-not-office",
    }
    with pytest.raises(FileError):
        rows(tmp_path)
    with pytest.raises(FileError):
        rows(tmp_path / "borte.xlsx")


def test_a_doctype_is_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = changed(
        sheet(tmp_path / "a.xlsx", [["x"]]), lambda name, content: bomb + content if name == MAIN else content
    )
    with pytest.raises(InputError) as caught:
        rows(path)
    assert caught.value.problems[0].code == "file-doctype"


@pytest.mark.thorough
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [["x"]])
    path = changed(path, lambda name, content: content + b" " * (200 << 20) if name == MAIN else content)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(InputError) as caught:
        rows(path)
    assert lines(caught.value.problems)[0].startswith("endret.xlsx: Filen pakker seg ut til 200 MB og blir ikke lest.")


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"</sheetData>", b""), (b'r="A1"', b'r="1A"'), (b"<v>1</v>", b"<v>en</v>"), (b'<row r="1"', b'<row r="x"')],
    ids=["unclosed", "reference", "number", "row"],
)
def test_damaged_xml_is_a_damaged_file(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = with_sheet_xml(sheet(tmp_path / "a.xlsx", [[1, "x"]]), old, new)
    with pytest.raises(InputError) as caught:
        rows(path)
    assert [problem.code for problem in caught.value.problems] == ["file-damaged"]


def test_damaged_bytes_are_a_damaged_file(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [[f"{at}", "x" * at] for at in range(1, 400)])
    with zipfile.ZipFile(path) as packed:
        member = packed.getinfo(MAIN)
    content = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    for at in range(start, start + member.compress_size // 2):
        content[at] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        rows(path)
    assert [problem.code for problem in caught.value.problems] == ["file-damaged"]


VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30).filter(
        # openpyxl takes the text of an error for the error
        lambda text: text.strip() and not text.startswith("=") and "_x" not in text and text not in ERROR_CODES
    ),
    st.integers(-(10**14), 10**14),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6)),
    st.booleans(),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
)


@given(st.lists(st.lists(VALUES, min_size=1, max_size=5), min_size=1, max_size=5))
def test_openpyxl_writes_and_skjema_and_calamine_read_the_same(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[list[Any]]
) -> None:
    path = sheet(tmp_path_factory.mktemp("xlsx") / "a.xlsx", drawn)
    ours = values(path)
    assert ours == drawn
    fast = (
        python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_index(0).to_python()
    )
    for our_row, their_row in zip(ours, fast, strict=True):
        for mine, theirs in zip(our_row, their_row, strict=False):
            if isinstance(mine, datetime):
                moment = theirs if isinstance(theirs, datetime) else datetime.combine(theirs, time())  # type: ignore[arg-type]
                assert abs(moment - mine) <= timedelta(seconds=1)
            else:
                assert mine == theirs
