"""OpenDocument spreadsheets: values as they are, and what the values alone don't tell."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.ods_tables import OdsTable, ods_tables
from skjema.formats.table import Unreadable
from tests.cli.running import skjema
from tests.drawing import checked, field, form_of, lines
from tests.sample_files import json_sample, sample_workbook
from tests.test_sample_workbooks import PAIRS, known_report, report
from tests.test_samples import values
from tests.workbooks.ods import by_hand, by_odfpy
from tests.workbooks.pages import CONTENTS, Page, pages_of

HEADING = "<table:table-row>" + "".join(
    f'<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{name}</text:p></table:table-cell>'
    for name in ("Navn", "Sted")
)
HEADING += "</table:table-row>"
NAME = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value=""'
    ' calcext:value-type="error"><text:p>#I/T</text:p></table:table-cell>'
)


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn", required="true"), field("sted"))


def table(content: bytes) -> OdsTable:
    (found,), _ = ods_tables(content, "a.ods")
    return found


def problems(form: Form, folder: Path, rows: str) -> list[str]:
    (folder / "a.ods").write_bytes(by_hand(HEADING + rows))
    found = checked(form, folder / "a.ods")[1]
    return lines([problem for problem in found if problem.code != "looks-unseen"])


@pytest.mark.parametrize("name", sorted(CONTENTS.keys() - {"spaces and lines"}))  # odfpy folds spaces, as HTML does
def test_values_are_read_as_they_were_written(name: str) -> None:
    rows = [(at, _filled(row)) for at, row in enumerate(CONTENTS[name], start=1)]
    assert [(row.number, row.cells) for row in table(by_odfpy([Page("Ark", CONTENTS[name])])).rows()] == rows


def _filled(row: list[Any]) -> dict[int, Any]:
    return {at: value for at, value in enumerate(row, start=1) if value is not None}


@pytest.mark.parametrize(("name", "book"), PAIRS, ids=[book.stem for _, book in PAIRS])
def test_a_sample_saved_as_ods_gives_the_same_report(name: str, book: Path, tmp_path: Path) -> None:
    path = tmp_path / f"{book.stem}.ods"
    path.write_bytes(by_odfpy(pages_of(book)))
    code, out, said = report(name, path)
    notes = [line for line in out.splitlines(keepends=True) if "[looks-unseen]" in line]
    assert notes, "what can't be seen in such a file is said"
    for note in notes:
        out = out.replace(note, "")
    known_code, known_out, known_said = known_report(name, book)
    assert (code, out.replace(".ods:", ".xlsx:")) == (known_code, known_out)
    assert said.partition("merknader")[0] == known_said.partition("merknader")[0]


@pytest.mark.parametrize("name", ["samtykke-samarbeid", "virksomhetsplan"])
def test_a_sample_saved_as_ods_holds_the_same(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.ods").write_bytes(by_odfpy(pages_of(sample_workbook(name))))
    assert values(name, [tmp_path / "a.ods"]) == values(name, [json_sample(name)])


def test_an_error_cell_is_no_empty_cell(form: Form, tmp_path: Path) -> None:
    assert problems(form, tmp_path, f"<table:table-row>{NAME.format('Kari')}{ERROR}</table:table-row>") == [
        "a.ods:Ark!B2: «Sted» er '#I/T', en feil i regnearket. Rett formelen eller skriv verdien. [cell-error]"
    ]


def sted(form: Form, folder: Path, cell: str) -> tuple[Any, list[str]]:
    """What a cell below `Sted` is read as, and the codes of what is told."""
    rows = f"<table:table-row>{NAME.format('Kari')}{cell}</table:table-row>"
    (folder / "a.ods").write_bytes(by_hand(HEADING + rows))
    records, found = checked(form, folder / "a.ods")
    return records[0].values["sted"], [problem.code for problem in found if problem.code != "looks-unseen"]


SHAPE = "<drawing:custom-shape><text:p>ring mor</text:p></drawing:custom-shape>"


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (f'office:value-type="string">{SHAPE}<text:p>Bodø</text:p>', "Bodø", []),
        (f'office:value-type="string"><text:p>Bodø{SHAPE}</text:p>', "Bodø", []),
        (f">{SHAPE}", None, []),
        ('office:value-type="string"><office:annotation><text:p>Sjekk</text:p></office:annotation><text:p>Bodø</text:p>', "Bodø", []),
        ('office:value-type="string"><text:p><text:ruby><text:ruby-base>Bodø</text:ruby-base><text:ruby-text>X</text:ruby-text></text:ruby></text:p>', "Bodø", []),
        ('office:value-type="string"><text:p>Blå<text:tab/>rom</text:p>', "Blå rom", ["line-joined"]),
        ('office:value-type="string"><text:p>Blå<text:line-break/>rom</text:p>', "Blå rom", ["line-joined"]),
        ('office:value-type="string"><text:p>Blå<text:s text:c="1"/>rom</text:p>', "Blå rom", []),
        ('office:value-type="float" office:value="123"><text:p>2027/00123</text:p>', "2027/00123", []),
        ('office:value-type="float" office:value="7"><text:p>0007</text:p>', "0007", []),
        ('office:value-type="float" office:value="7"><text:p>7</text:p>', "7", []),
        ('office:value-type="float" office:value="1.5"><text:p>1,50</text:p>', "1,50", []),
        ('office:value-type="percentage" office:value="0.054"><text:p>5,4 %</text:p>', "5,4 %", []),
        ('table:formula="of:=A1">', None, ["cell-not-calculated"]),
        ('table:formula="of:=A1" office:value-type="string"><text:p>Kari</text:p>', "Kari", []),
    ],
)  # fmt: skip
def test_a_cell_is_what_it_shows(cell: str, value: str | None, codes: list[str], form: Form, tmp_path: Path) -> None:
    """Not what lies over it or is noted at it, and with the format of its number."""
    assert sted(form, tmp_path, f"<table:table-cell {cell}</table:table-cell>") == (value, codes)


def test_rows_that_are_hidden_are_asked_about(form: Form, tmp_path: Path) -> None:
    for kind in ("collapse", "filter"):
        rows = f'<table:table-row table:visibility="{kind}">{NAME.format("Kari")}</table:table-row>'
        assert "[rows-hidden]" in problems(form, tmp_path, rows)[-1]


def test_merged_cells_are_told(form: Form, tmp_path: Path) -> None:
    merged = NAME.replace("<table:table-cell ", '<table:table-cell table:number-rows-spanned="2" ')
    rows = f"<table:table-row>{merged.format('Kari')}</table:table-row><table:table-row><table:covered-table-cell/></table:table-row>"
    assert "A2:A3" in next(one for one in problems(form, tmp_path, rows) if "cells-merged" in one)


def test_rows_that_are_repeated_count_as_many(form: Form, tmp_path: Path) -> None:
    gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rows = f"{gap}<table:table-row>{NAME.format('')}{ERROR}</table:table-row>"
    assert "a.ods:Ark!B5" in problems(form, tmp_path, rows)[-1]


def test_a_cell_repeated_over_the_whole_sheet_is_refused() -> None:
    row = f'<table:table-row table:number-rows-repeated="1048576">{NAME.format("x")}</table:table-row>'
    with pytest.raises(InputError) as caught:
        ods_tables(by_hand(row), "a.ods")
    assert [one.code for one in caught.value.problems] == ["file-swells"]


def test_a_length_of_time_is_no_value() -> None:
    cell = '<table:table-cell office:value-type="time" office:time-value="PT30H00M00S"><text:p>30:00</text:p></table:table-cell>'
    (row,) = table(by_hand(f"<table:table-row>{cell}</table:table-row>")).rows()
    assert isinstance(row.cells[1], Unreadable)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (by_hand(HEADING, manifest='<manifest:encryption-data manifest:checksum="x"/>'), "file-password"),
        (by_hand(HEADING, kind="application/vnd.oasis.opendocument.text"), "file-not-workbook"),
        (by_hand("<table:table-row>"), "file-damaged"),
        (b"PK\3\4 cut", "file-damaged"),
        (b"Navn;Sted", "file-not-office"),
    ],
    ids=["password", "a text document", "broken", "cut", "a text file"],
)
def test_what_is_no_spreadsheet_is_told(content: bytes, code: str, form: Form, tmp_path: Path) -> None:
    (tmp_path / "a.ods").write_bytes(content)
    with pytest.raises(InputError) as caught:
        checked(form, tmp_path / "a.ods")
    assert [one.code for one in caught.value.problems] == [code]


def test_a_form_is_filled_from_one(form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ods").write_bytes(by_odfpy([Page("Rader", [["Navn", "Sted"], ["Máret Ŋaba", "Kárášjohka"]])]))
    done = skjema("fill", "prove", "a.ods", "-o", "ut")
    assert (done.code, done.lines) == (0, ["ut"])
    assert len(list((tmp_path / "ut").glob("prove-0001.*"))) == 2
