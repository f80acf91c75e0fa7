"""Workbooks of earlier editions and earlier years: they are read as they were meant, and carried over with nothing lost."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from skjema.api import carried_sheet
from skjema.definition.example import example_common, example_records
from skjema.definition.model import Form
from skjema.errors import DefinitionError, UsageError
from skjema.render.workbook.input_sheet import input_workbook
from tests.cli.running import skjema
from tests.drawing import HEAD, TODAY, checked, field, form_of
from tests.workbooks.pages import pages_of
from tests.workbooks.programs import WAYS

NEW = HEAD.replace("2026-11-22", "2027-01-01")
GROUP = '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
COLUMNS = (
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    '[[section.field.field]]\nid = "frist"\ntype = "date"\nlabel = { nb = "Frist" }\nroll = "next"\n'
)
OLD_FIELDS = (field("navn"), field("sted"), field("fylke"), GROUP + COLUMNS)


def titled(name: str, label: str, **keys: str) -> str:
    return field(name, label=f'{{ nb = "{label}" }}', **keys)


def old_book(folder: Path, record: dict[str, Any], *fields: str) -> Path:
    """The workbook that an office has of the edition before, filled in."""
    form = form_of(folder / "gammel", *(fields or OLD_FIELDS))
    path = folder / "gammel.xlsx"
    path.write_bytes(input_workbook(form, "nb", [record]))
    return path


def rows(content: bytes, title: str, folder: Path) -> list[list[Any]]:
    (folder / "ny.xlsx").write_bytes(content)
    book = load_workbook(folder / "ny.xlsx")
    return [list(row) for row in book[title].iter_rows(values_only=True)] if title in book.sheetnames else []


def test_labels_that_changed_places_mean_what_they_meant_when_they_were_filled_in(tmp_path: Path) -> None:
    old = field("navn"), titled("hvor", "Sted"), titled("region", "Fylke")
    path = old_book(tmp_path, {"navn": "Kari Nes", "hvor": "Bodø", "region": "Nordland"}, *old)
    form = form_of(tmp_path, field("navn"), titled("hvor", "Fylke"), titled("region", "Sted"), head=NEW)
    records, problems = checked(form, path)
    assert (records[0].values["hvor"], records[0].values["region"]) == ("Bodø", "Nordland")
    assert [one.code for one in problems] == ["workbook-older"]


@pytest.mark.parametrize("way", WAYS)
def test_an_id_that_changed_is_known_by_what_it_was_whoever_saved_the_workbook(way: str, tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Kari Nes", "sted": "Bodø", "maal": [{"hva": "Lese"}]})
    path.write_bytes(WAYS[way](pages_of(path)))
    group = GROUP.replace('"maal"', '"mal"').replace("label", 'was = ["maal"]\nlabel')
    columns = COLUMNS.replace('"hva"', '"tiltak"').replace('nb = "Hva"', 'nb = "Tiltak"')
    columns = columns.replace('id = "tiltak"\n', 'id = "tiltak"\nwas = ["hva"]\n')
    form = form_of(
        tmp_path, field("navn"), titled("kommune", "Kommune", was='["sted"]'), field("fylke"), group + columns, head=NEW
    )
    records, problems = checked(form, path)
    assert records[0].values["kommune"] == "Bodø"
    assert [row["tiltak"] for row in records[0].values["mal"]] == ["Lese"]
    assert [one.code for one in problems if one.severity != "note"] == []


def test_an_id_may_not_be_what_another_was(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, field("navn"), field("sted"), field("by", was='["sted"]'))
    assert {one.code for one in told.value.problems} == {"name-shared"}


def test_a_workbook_of_a_newer_edition_is_warned_of(tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Kari Nes"})
    form = form_of(tmp_path, *OLD_FIELDS, head=HEAD.replace("2026-11-22", "2026-01-01"))
    assert [(one.code, one.severity) for one in checked(form, path)[1]] == [("workbook-newer", "warning")]


def test_the_same_edition_says_nothing(tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Kari Nes"})
    assert checked(form_of(tmp_path, *OLD_FIELDS), path)[1] == []


def test_carried_over_every_value_has_its_place_or_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    with Workbook(path) as book:  # as XlsxWriter makes it: a column too many, a row of nobody, a sheet of notes
        main, goals, notes = (book.add_worksheet(title) for title in ("Rader", "Mål", "Notater"))
        for at, row in enumerate(
            [["Navn", "Sted", "Merknad"], ["Kari Nes", "Bodø", "ring mor"], ["Per Dahl", "'0150"]]
        ):
            main.write_row(at, 0, row)
        for at, row in enumerate([["Navn", "Hva"], ["Kari Nes", "Lese"], ["Ola Vik", "Borte"]]):
            goals.write_row(at, 0, row)
        notes.write(0, 0, "husk møtet")
    content = carried_sheet(form_of(tmp_path, *OLD_FIELDS, head=NEW), path, today=TODAY).content
    assert [row[:2] for row in rows(content, "Rader", tmp_path)[2:]] == [["Kari Nes", "Bodø"], ["Per Dahl", "'0150"]]
    assert [row[:2] for row in rows(content, "Mål", tmp_path)[2:]] == [["Kari Nes", "Lese"]]
    assert rows(content, "Uten plass", tmp_path)[1:] == [
        ["Rader", 2, "Merknad", "ring mor"], ["Mål", 3, "Navn", "Ola Vik"], ["Mål", 3, "Hva", "Borte"], ["Notater", 1, None, "husk møtet"],
    ]  # fmt: skip


def test_every_form_carries_its_example_over_unchanged(tried: Form, tmp_path: Path) -> None:
    path = tmp_path / "gammel.xlsx"
    path.write_bytes(input_workbook(tried, "nb", example_records(tried), example_common(tried)))
    (tmp_path / "ny.xlsx").write_bytes(carried_sheet(tried, path, today=TODAY).content)
    before, after = (checked(tried, one)[0] for one in (path, tmp_path / "ny.xlsx"))
    assert [one.values for one in before] == [one.values for one in after]
    assert rows((tmp_path / "ny.xlsx").read_bytes(), "Uten plass", tmp_path) == []


YEARLY = (
    field("navn"), field("ar", "integer", roll='"next"'), field("vedtatt", "date", roll='"clear"'),
    field("tekst", "longtext"), field("visjon", "longtext"), GROUP + COLUMNS,
)  # fmt: skip


def test_next_year_moves_clears_keeps_and_says_so(tmp_path: Path) -> None:
    record = {
        "navn": "Skolen", "ar": 2027, "vedtatt": "2026-11-19", "tekst": "I 2027 skal vi lese mer.", "visjon": "Alle med.",
        "maal": [{"hva": "Lese", "frist": "2028-02-29"}],
    }  # fmt: skip
    path = old_book(tmp_path, record, *YEARLY)
    content = carried_sheet(form_of(tmp_path, *YEARLY), path, year=2029, today=TODAY).content
    assert rows(content, "Rader", tmp_path)[2] == ["Skolen", 2029, None, "I 2027 skal vi lese mer.", "Alle med."]
    assert rows(content, "Mål", tmp_path)[2] == ["Skolen", "Lese", datetime(2030, 2, 28)]
    assert rows(content, "Fra i fjor", tmp_path)[1:] == [
        ["Rader", 3, "Ar", "Flyttet, var 2027"], ["Rader", 3, "Vedtatt", "Tømt, var 19.11.2026"], ["Rader", 3, "Tekst", "Nevner 2027"],
        ["Rader", 3, "Visjon", "Fra i fjor, se om det fortsatt stemmer"], ["Mål", 3, "Frist", "Flyttet, var 29.02.2028"],
    ]  # fmt: skip


def test_without_a_year_nothing_is_moved(tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Skolen", "ar": 2027}, *YEARLY)
    content = carried_sheet(form_of(tmp_path, *YEARLY), path, today=TODAY).content
    assert rows(content, "Rader", tmp_path)[2][:2] == ["Skolen", 2027]
    assert rows(content, "Fra i fjor", tmp_path) == []


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert skjema("sheet", "virksomhetsplan", "--example").code == 0
    assert (
        skjema("sheet", "virksomhetsplan", "--from", "virksomhetsplan.xlsx", "--year", "2028", "-o", "ny.xlsx").code
        == 0
    )
    assert "Fra i fjor" in load_workbook("ny.xlsx").sheetnames
    assert skjema("sheet", "virksomhetsplan", "--year", "2028", "-o", "x.xlsx").code == 2
    assert skjema("sheet", "virksomhetsplan", "--from", "ny.xlsx", "--single", "-o", "x.xlsx").code == 2
    assert skjema("sheet", "virksomhetsplan", "--from", "borte.xlsx", "-o", "x.xlsx").code != 0


def test_a_value_that_is_called_as_a_heading_was_stays_what_it_is(tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Kari Nes", "hvem": "Kommunen", "sted": "PPT"}, field("navn"), titled("hvem", "PPT"), field("sted"))  # fmt: skip
    form = form_of(tmp_path, field("navn"), titled("hvem", "Tjeneste"), field("sted"), head=NEW)
    values = checked(form, path)[0][0].values
    assert (values["hvem"], values["sted"]) == ("Kommunen", "PPT")


@pytest.mark.parametrize("title", ["Utgave", "Uten plass", "Fra i fjor"])
def test_a_sheet_of_the_clerks_own_that_is_called_as_ours_is_read(title: str, tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        own = book.add_worksheet(title)
        for at, row in enumerate([["Navn", "Sted"], ["Kari Nes", "Bodø"]]):
            own.write_row(at, 0, row)
    assert [one.values["sted"] for one in checked(form_of(tmp_path, *OLD_FIELDS), tmp_path / "a.xlsx")[0]] == ["Bodø"]


COMMON = field("navn"), field("dag", "date", profile="true"), field("ar", "integer", profile="true", roll='"next"')


def test_what_is_the_same_in_every_row_is_carried_over_and_moved(tmp_path: Path) -> None:
    old = form_of(tmp_path / "gammel", *COMMON)
    book = load_workbook(io.BytesIO(input_workbook(old, "nb", [], {"dag": "2027-02-02", "ar": 2027})))
    common = book["Felles"]
    common.append(["Rådmann", "Ola Vik"])
    book.save(tmp_path / "gammel.xlsx")
    content = carried_sheet(
        form_of(tmp_path, *COMMON, head=NEW), tmp_path / "gammel.xlsx", year=2028, today=TODAY
    ).content
    assert [row[1] for row in rows(content, "Felles", tmp_path)[1:]] == [datetime(2027, 2, 2), 2028]
    assert rows(content, "Uten plass", tmp_path)[1:] == [["Felles", 4, "Rådmann", "Ola Vik"]]
    assert [row[2] for row in rows(content, "Fra i fjor", tmp_path)[1:]] == ["Dag", "Ar"]


def test_what_had_no_place_once_is_not_forgotten_the_next_time(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        main, hidden = book.add_worksheet("Rader"), book.add_worksheet("Mål")
        for at, row in enumerate(
            [["Møte 3", "hos Per"], ["Navn", "Sted", "Merknad"], ["Kari Nes", "Bodø", "ring mor"]]
        ):
            main.write_row(at, 0, row)
        hidden.write_row(0, 0, ["Navn", "Hva"])
        hidden.write_row(1, 0, ["Kari Nes", "Lese"])
        hidden.hide()
    form, path, found = form_of(tmp_path, *OLD_FIELDS), tmp_path / "a.xlsx", []
    for _ in range(2):
        content = carried_sheet(form, path, today=TODAY).content
        found.append(rows(content, "Uten plass", tmp_path)[1:])
        path = tmp_path / "b.xlsx"
        path.write_bytes(content)
    assert {row[3] for row in found[0]} >= {"Møte 3", "hos Per", "ring mor", "Lese"}
    assert found[1] == found[0]


@pytest.mark.parametrize("year", [20266, -8000, 26, 0, "2026/2027"])
def test_a_year_that_is_none_moves_nothing_and_is_listed(year: int | str, tmp_path: Path) -> None:
    fields = field("navn"), field("ar", "integer", roll='"next"'), field("frist", "date", roll='"next"')
    form = form_of(tmp_path, *fields)
    book = load_workbook(io.BytesIO(input_workbook(form, "nb", [{"navn": "Skolen", "frist": "2026-03-01"}])))
    book["Rader"]["B3"] = year
    book.save(tmp_path / "a.xlsx")
    content = carried_sheet(form, tmp_path / "a.xlsx", year=2027, today=TODAY).content
    assert rows(content, "Rader", tmp_path)[2] == ["Skolen", year, datetime(2027, 3, 1)]
    assert ["Rader", 3, "Ar"] in [row[:3] for row in rows(content, "Fra i fjor", tmp_path)[1:]]


def test_records_of_two_years_stay_a_year_apart(tmp_path: Path) -> None:
    fields = field("navn"), field("ar", "integer", roll='"next"')
    path = old_book(tmp_path, {"navn": "Skolen", "ar": 2026}, *fields)
    book = load_workbook(path)
    book["Rader"].append(["Skolen", 2027])
    book.save(path)
    content = carried_sheet(form_of(tmp_path, *fields), path, year=2028, today=TODAY).content
    assert [row[1] for row in rows(content, "Rader", tmp_path)[2:]] == [2027, 2028]


def test_a_row_that_two_records_of_one_key_have_is_carried_once(tmp_path: Path) -> None:
    path = old_book(tmp_path, {"navn": "Kari Nes", "maal": [{"hva": "Lese"}]})
    book = load_workbook(path)
    book["Rader"].append(["Kari Nes", "Bodø"])
    book.save(path)
    form = form_of(tmp_path, *OLD_FIELDS)
    content = carried_sheet(form, path, today=TODAY).content
    assert [row[1] for row in rows(content, "Mål", tmp_path)[2:] if row[0]] == ["Lese"]


def test_a_workbook_is_written_as_what_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert skjema("sheet", "virksomhetsplan", "-o", "plan.csv").code == 2
    assert not (tmp_path / "plan.csv").exists()


def test_without_a_year_the_dates_that_move_say_which_it_was(tmp_path: Path) -> None:
    fields = field("navn"), field("fra", "date", roll='"next"'), field("til", "date", roll='"next"')
    form = form_of(tmp_path, *fields)
    path = old_book(tmp_path, {"navn": "Kari Nes", "fra": "2026-11-01", "til": "2027-10-31"}, *fields)
    content = carried_sheet(form, path, year=2029, today=TODAY).content
    assert rows(content, "Rader", tmp_path)[2][1:] == [datetime(2028, 11, 1), datetime(2029, 10, 31)]
    with pytest.raises(UsageError) as told:
        carried_sheet(form, path, year=2027, today=TODAY)
    assert told.value.problems[0].text("nb") == (
        "Arbeidsboken er for 2027, og --year 2027 er ikke senere. Velg et senere år, eller ta bort --year. [year-not-later]"
    )


def test_what_was_the_same_in_every_row_of_none_and_has_no_line_any_more_is_listed(tmp_path: Path) -> None:
    old = form_of(tmp_path / "gammel", *COMMON)
    (tmp_path / "gammel.xlsx").write_bytes(input_workbook(old, "nb", [], {"dag": "2027-02-02", "ar": 2027}))
    form = form_of(tmp_path, field("navn"), field("dag", "date"), field("ar", "integer", profile="true"), head=NEW)
    content = carried_sheet(form, tmp_path / "gammel.xlsx", today=TODAY).content
    assert [row[0] for row in rows(content, "Felles", tmp_path)[1:]] == ["Ar"]
    assert [row[2] for row in rows(content, "Uten plass", tmp_path)[1:]] == ["Dag"]


@pytest.mark.thorough
def test_the_sheet_of_a_group_may_be_called_otherwise(tried: Form, tmp_path: Path) -> None:
    path, example = tmp_path / "a.xlsx", example_records(tried)
    path.write_bytes(input_workbook(tried, "nb", example, example_common(tried)))
    sound = [record.values for record in checked(tried, path)[0]]
    for title in load_workbook(path).sheetnames[1:]:
        book = load_workbook(path)
        if book[title].sheet_state != "visible" or title in ("Felles", "Veiledning"):
            continue
        book[title].title = "Vårt eget ark"
        book.save(tmp_path / "b.xlsx")
        records, problems = checked(tried, tmp_path / "b.xlsx")
        assert [record.values for record in records] == sound, title
        told = [(one.code, one.place and one.place.sheet) for one in problems if one.code != "bare-en-forelder"]
        assert told == [("sheet-renamed", "Vårt eget ark")]


def test_a_renamed_sheet_is_carried_over_whole(tmp_path: Path) -> None:
    book = load_workbook(old_book(tmp_path, {"navn": "Kari", "sted": "Bodø", "maal": [{"hva": "Lese"}]}))
    book["Mål"].title = "Målene"
    book.save(tmp_path / "gammel.xlsx")
    new = form_of(tmp_path / "ny", *OLD_FIELDS, head=NEW)
    made = carried_sheet(new, tmp_path / "gammel.xlsx", today=TODAY).content
    assert rows(made, "Mål", tmp_path)[2][:2] == ["Kari", "Lese"]
    assert rows(made, "Uten plass", tmp_path) == []


def test_the_rows_of_a_table_without_title_that_two_tables_may_be_are_carried(tmp_path: Path) -> None:
    delmaal = GROUP.replace('"maal"', '"delmaal"').replace("Mål", "Delmål")
    form = form_of(tmp_path, field("navn"), GROUP + COLUMNS, delmaal + COLUMNS)
    path = tmp_path / "uten-tittel.xlsx"
    path.write_bytes(input_workbook(form, "nb", [{"navn": "Kari Nes", "maal": [{"hva": "Lese"}]}], single=True))
    book = load_workbook(path)
    page: Any = book.worksheets[0]
    title = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == "Mål")
    page.cell(title, 1).value = None
    book.save(path)
    assert [one.code for one in checked(form, path)[1]] == ["table-untitled"]
    content = carried_sheet(form, path, today=TODAY).content
    assert "Lese" in str(rows(content, "Uten plass", tmp_path))


def test_next_years_workbook_has_this_years_figure_beside_the_empty_one(tmp_path: Path) -> None:
    number = field("fravaer", "decimal", roll='"clear"'), field("i_fjor", "decimal", last_year='"fravaer"')
    year = field("ar", "integer", roll='"next"', required="true")
    form = form_of(tmp_path, field("navn"), year, *number)
    path = tmp_path / "a.xlsx"
    path.write_bytes(input_workbook(form, "nb", [{"navn": "Fjell", "ar": 2026, "fravaer": "6,2", "i_fjor": "7,1"}]))
    content = carried_sheet(form, path, year=2027, today=TODAY).content
    (tmp_path / "b.xlsx").write_bytes(content)
    (record,), problems = checked(form, tmp_path / "b.xlsx")
    assert (str(record.values["i_fjor"]), record.values["fravaer"], record.values["ar"]) == ("6.2", None, 2027)
    assert [one.code for one in problems] == []
    again = carried_sheet(form, path, today=TODAY).content  # a new edition of the same year keeps both
    (tmp_path / "c.xlsx").write_bytes(again)
    (same,), _ = checked(form, tmp_path / "c.xlsx")
    assert [str(same.values[name]) for name in ("fravaer", "i_fjor")] == ["6.2", "7.1"]
