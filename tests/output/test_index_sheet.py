"""The index of a pack as a sheet one prints and filters."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from skjema.render.workbook.pack_index import index_workbook
from tests.drawing import TODAY


def index(*rows: tuple[str | int, ...]) -> Worksheet:
    content = index_workbook("liste", ("Nr.", "Barn"), rows, TODAY)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_its_heading_stays_in_sight_on_screen_and_paper_and_its_rows_can_be_filtered() -> None:
    sheet = index((1, "Kari"), (2, "Per"))
    assert sheet.title == "liste"
    assert [[cell.value for cell in row] for row in sheet] == [["Nr.", "Barn"], [1, "Kari"], [2, "Per"]]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A2", "$1:$1", "A1:B3")
    assert [cell.font.bold for row in sheet for cell in row] == [True, True, False, False, False, False]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )


@pytest.mark.parametrize(("letters", "width"), [(3, 7), (4, 7), (5, 8), (56, 59), (57, 60), (58, 60), (200, 60)])
def test_a_column_is_three_letters_wider_than_its_longest_text_up_to_sixty(letters: int, width: int) -> None:
    sheet = index((1, "x" * letters))
    assert [sheet.column_dimensions[one].width for one in "AB"] == [6, width]
