"""What a clerk has typed in the workbook of replies is there after the next collecting."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.batch.test_collect import SAID, answers, back, collect, run, sent
from tests.returning import saved_whole

__all__ = ["back", "run"]  # fixtures
IDS = 2


def typed(back: Path, *cells: tuple[int, str, object]) -> None:
    """Type in the sheet of replies: row, id of the column, value."""
    path = back.parent / "svar.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Svar"]
    for row, name, value in cells:
        sheet.cell(row, _column(sheet, name)).value = value  # type: ignore[assignment]
    book.save(path)


def _column(sheet: Worksheet, name: str) -> int:
    return next(cell.column for cell in sheet[IDS] if cell.value == name)


def _collected(run: Path, back: Path, *, number: int = 1) -> None:
    (back / "a.pdf").write_bytes(saved_whole(sent(run, number), SAID))
    assert collect(back, run).code == 1


def test_what_is_typed_in_the_line_of_a_file_is_kept(run: Path, back: Path) -> None:
    _collected(run, back)
    changed = {"bruk.portal.svar": "Nei", "unntak": "Ringt 3.12.", "underskrift_foresatt.1.underskrift": "Ja"}
    typed(back, *((3, name, value) for name, value in changed.items()), (3, "@trukket", datetime(2026, 12, 4)))
    (back / "b.pdf").write_bytes(saved_whole(sent(run, 2), SAID))
    found = collect(back, run, "--overwrite")
    first, second = answers(back)
    assert changed.items() <= first.items()
    assert (first["@trukket"], first["@fil"], second["@fil"]) == ("2026-12-04", "a.pdf", "b.pdf")
    assert "Alt i arket med svar der står i den nye." in found.said


def test_it_is_kept_time_after_time_and_wherever_the_file_lies(run: Path, back: Path) -> None:
    _collected(run, back)
    typed(back, (3, "unntak", "Ringt"))
    for name in ("b.pdf", "c.pdf"):
        next(back.glob("*.pdf")).rename(back / name)
        collect(back, run, "--overwrite")
    assert [(one["unntak"], one["@fil"]) for one in answers(back)] == [("Ringt", "c.pdf")]


def test_a_cell_that_was_emptied_stays_empty(run: Path, back: Path) -> None:
    _collected(run, back)
    typed(back, (3, "unntak", None))
    collect(back, run, "--overwrite")
    assert "unntak" not in answers(back)[0]


def test_a_line_of_a_paper_that_was_typed_altogether_is_kept(run: Path, back: Path) -> None:
    _collected(run, back)
    typed(back, (4, "@svar", 2), (4, "bruk.vegg.svar", "Nei"))
    found = collect(back, run, "--overwrite")
    assert [(one["@svar"], one["bruk.vegg.svar"]) for one in answers(back)] == [("1", "Ja"), ("2", "Nei")]
    assert "Alt i arket med svar der står i den nye." in found.said


def _another_answer(run: Path) -> bytes:
    return saved_whole(sent(run), {**SAID, "unntak": "Noe helt annet"})


def _the_same_saved_again(run: Path) -> bytes:
    return saved_whole(sent(run), SAID) + b"\n"


@pytest.mark.parametrize("content", [_another_answer, _the_same_saved_again])
def test_where_the_file_is_another_nothing_is_guessed(run: Path, back: Path, content: Callable[[Path], bytes]) -> None:
    """A clerk may have typed from what isn't there any more, such as handwriting."""
    _collected(run, back)
    typed(back, (3, "bruk.portal.svar", "Nei"))
    (back / "a.pdf").write_bytes(content(run))
    found = collect(back, run, "--overwrite")
    assert "bruk.portal.svar" not in answers(back)[0]
    assert "eller står annerledes nå: 3. Før over det som skal gjelde." in found.said


def test_without_a_run_a_number_is_nobodys_and_its_line_is_named(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(saved_whole(sent(run), SAID))
    collect(back, None)
    typed(back, (4, "@svar", 2), (4, "bruk.vegg.svar", "Nei"))
    found = collect(back, None, "--overwrite")
    assert len(answers(back)) == 1
    assert "eller står annerledes nå: 4." in found.said


def test_lines_of_a_workbook_of_other_documents_are_not_taken_over(run: Path, back: Path) -> None:
    _collected(run, back)
    typed(back, (4, "@svar", 2), (4, "bruk.vegg.svar", "Nei"))
    book = openpyxl.load_workbook(back.parent / "svar.xlsx")
    book.properties.keywords = "skjema-svar samtykke-foto 0123456789ab"
    book.save(back.parent / "svar.xlsx")
    collect(back, run, "--overwrite")
    assert len(answers(back)) == 1
