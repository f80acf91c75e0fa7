"""What the numbers of a cell mean by the number formats that every workbook knows, and formulas in rows of any shape."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.drawing import checked, field, first, form_of, lines, sheet

# ECMA-376 part 1, 18.8.30: of the formats without a code of their own, those that show a day, a time or a share.
DATES = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
SHOWN = {
    2: "43545,00", 3: "43\u00a0545", 4: "43\u00a0545,00", 9: "4354500 %", 10: "4354500,00 %", 37: "43\u00a0545",
    38: "43\u00a0545", 39: "43\u00a0545,00", 40: "43\u00a0545,00",
}  # fmt: skip


def rewritten(path: Path, member: str, pattern: bytes, new: bytes) -> Path:
    """The same workbook with some of a member's XML written otherwise."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    changed, count = re.subn(pattern, new, members[member])
    assert count
    copy = path.with_name("endret.xlsx")
    with zipfile.ZipFile(copy, "w") as archive:
        for name, content in (members | {member: changed}).items():
            archive.writestr(name, content)
    return copy


def shown(folder: Path, number: int) -> Any:
    """What the text of a cell becomes that holds 43545 and has the built-in format of this number."""
    book = Workbook()
    for row in (["Navn", "Sted"], ["Kari", 43545]):
        first(book).append(row)
    first(book)["B2"].number_format = '"x"0'
    book.save(folder / "a.xlsx")
    path = rewritten(folder / "a.xlsx", "xl/styles.xml", rb'(<xf numFmtId=")164"', rb'\g<1>%d"' % number)
    form = form_of(folder, field("navn"), field("sted"), field("x"))
    (record,), problems = checked(form, path)
    return [problem.code for problem in problems] or record.values["sted"]


@pytest.mark.parametrize("number", range(60))
def test_the_built_in_formats_tell_dates_shares_and_numbers_apart(tmp_path: Path, number: int) -> None:
    expected = (
        ["text-changed"] if number in DATES else ["number-format"] if number in {11, 48} else SHOWN.get(number, "43545")
    )
    assert shown(tmp_path, number) == expected


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (7, "00", "07"), (123, '"2026/"00000', "2026/00123"), (1234.5, "#,##0.00", "1\u00a0234,50"), (150, "0000", "0150"),
        (0.5, "# ?/?", "1/2"), (1.25, "# ??/??", "1 1/4"), (0.4, "# ?/4", "1/2"), (0.054, "0.0 %", "5,4 %"),
        (1500, '"kr" #,##0', "kr 1\u00a0500"), (1500, "#,##0 [$kr-414]", "1\u00a0500 kr"), (-5, "0.0;(0.0)", "(5,0)"),
        (41234567, "000 00 000", "412 34 567"), (41234567, "### ## ###", "412 34 567"), (0, '0;-0;"ingen"', "ingen"),
        (7, '0" barn"', "7 barn"), (5, "[Red]0;0", "5"), (26000123, "0000\\/0000", "2600/0123"), (1.5, "0.##", "1,5"),
        (2, "0.##", "2"), (-7, "000", "-007"), (12345678901, "000000\\ 00000", "123456 78901"), (0.5, "0", "1"),
        (12.3, "0.00E+00", ["number-format"]), (5, "[>3]0;00", ["number-format"]), (2.5, "0.0?0;x;y;z;q", ["number-format"]),
    ],
)  # fmt: skip
def test_a_text_field_gets_what_the_sheet_shows_or_an_error(
    tmp_path: Path, number: float, code: str, text: object
) -> None:
    book = Workbook()
    for row in (["Navn", "Sted"], ["Kari", number]):
        first(book).append(row)
    first(book)["B2"].number_format = code
    book.save(tmp_path / "a.xlsx")
    (record,), problems = checked(form_of(tmp_path, field("navn"), field("sted")), tmp_path / "a.xlsx")
    assert ([problem.code for problem in problems] or record.values["sted"]) == text


SLOW = (rb"(<row [^>]*)>", rb"\1 foo='a&amp;b'>")
"""A row written as hardly any program does, which is read in another way."""


@pytest.mark.parametrize("is_slow", [False, True], ids=["as usual", "otherwise"])
def test_a_formula_that_nobody_has_calculated_is_told_however_its_row_is_written(tmp_path: Path, is_slow: bool) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), field("dato", "date"))
    rows: list[list[Any]] = [
        ["Navn", "Sted", "Dato"],
        ["Kari", "=A2", datetime(2026, 2, 1)],
        ["Per", "Bodø", datetime(2026, 2, 2)],
    ]
    path = sheet(tmp_path / "a.xlsx", rows)
    if is_slow:
        path = rewritten(path, "xl/worksheets/sheet1.xml", *SLOW)
    records, problems = checked(form, path)
    assert [record.values["sted"] for record in records] == [None, "Bodø"]
    assert [record.values["dato"] for record in records] == [date(2026, 2, 1), date(2026, 2, 2)]
    assert lines(problems) == [
        f"{path.name}:Ark!B2: «Sted» er en formel som ikke er beregnet. Åpne filen i Excel og lagre den. [cell-not-calculated]"
    ]
