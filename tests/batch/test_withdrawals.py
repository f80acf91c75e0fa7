"""Answers that are taken back without the tick that says so: nobody counts them as given, and somebody is told."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.withdrawal import withdrawal_items
from skjema.formats.form_fields import FormFields
from skjema.records.returned import returned_record
from skjema.validation.check import RecordChecker
from skjema.validation.withdrawal import judged_withdrawal, may_be_withdrawn
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, SAMPLES, TEMPLATES, TODAY, field, form_of
from tests.returning import Answers, saved_whole

FORM = "samtykke-samarbeid"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-12-10")
SIGNED = "underskrift_tilbaketrekking.1.underskrift"
KEPT: Answers = {"stafettlogg_ok": "/ja"}
REPLIES: dict[str, Answers] = {
    "a-text": {"trekkes_hva": "Vi trekker samtykket for BUP"},
    "b-day": {"trekkes_fra": "10.12.2026"},
    "c-received": {"trekkes_mottatt_av": "Kari Lærer"},
    "d-ticked": {"trekkes": "/helt", "trekkes_hva": "Alt"},
    "e-part": {"trekkes": "/delvis", "trekkes_hva": "BUP"},
    "f-kept": {},
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list, the run `ut`, and the workbook of what has come back."""
    folder = tmp_path_factory.mktemp("trekk")
    row = json.loads((SAMPLES / FORM / "samtykker.json").read_text("utf-8"))[0]
    period = {"samtykke_fra": "2026-12-01", "samtykke_til": "2027-11-30"}
    rows = [{**row, **period, "barn_navn": f"Barn Nummer{at}"} for at in "ABCDEF"]
    (folder / "liste.json").write_text(json.dumps(rows), "utf-8")
    filled = skjema("fill", FORM, folder / "liste.json", *FIXED, "-o", folder / "ut", "--format", "pdf")
    assert filled.code < 2, filled.said
    (folder / "inn").mkdir()
    for number, (name, said) in enumerate(REPLIES.items(), start=1):
        sent = (folder / "ut" / f"{FORM}-{number:04}.pdf").read_bytes()
        (folder / "inn" / f"{name}.pdf").write_bytes(saved_whole(sent, {**KEPT, **said}))
    asked = ("--run", folder / "ut", "--list", folder / "liste.json", "-o", folder / "svar.xlsx")
    assert skjema("collect", folder / "inn", *asked, *FIXED).code == 1
    return folder


def status(office: Path, answers: Path) -> Result:
    return skjema("status", office / "liste.json", "--run", office / "ut", "--answers", answers, *FIXED, "--json")


def states(found: Result) -> dict[int, str]:
    return {one["nr"]: one["state"] for one in json.loads(found.out)["records"]}


def changed(office: Path, output: Path, cells: Mapping[str, object], number: int = 1) -> Path:
    """The workbook with other cells in the line of a number."""
    book = openpyxl.load_workbook(office / "svar.xlsx")
    sheet: Any = book["Svar"]
    ids = [cell.value for cell in sheet[2]]
    line = next(row for row in sheet.iter_rows(min_row=3) if row[0].value == number)
    for name, value in cells.items():
        line[ids.index(name)].value = value
    book.save(output)
    return output


def test_a_withdrawal_without_its_tick_is_to_be_looked_at(office: Path) -> None:
    found = status(office, office / "svar.xlsx")
    assert states(found) == {1: "open", 2: "open", 3: "open", 4: "withdrawn", 5: "partly", 6: "answered"}
    assert (found.code, "nr. 1, 2, 3. Se på svaret" in found.said) == (1, True)
    book = openpyxl.load_workbook(office / "svar.xlsx")
    told = [row[1] for row in book["Feil"].iter_rows(values_only=True) if row[4] == "returned-withdrawal"]
    assert told == ["a-text.pdf", "b-day.pdf", "c-received.pdf"]
    noted = {row[0]: row[2] for row in book["Svar"].iter_rows(min_row=3, values_only=True)}
    assert noted == {1: "må ses på", 2: "må ses på", 3: "må ses på", 4: None, 5: None, 6: None}


@pytest.mark.parametrize(
    ("cells", "state"),
    [({"@trukket": "10.12.2026"}, "withdrawn"), ({"@trukket": "nei"}, "answered"), ({"trekkes": "Helt"}, "withdrawn"),
     ({"trekkes": "Delvis"}, "partly"), ({"@trukket": "Må  ses på"}, "open"), ({"@trukket": None}, "open"),
     ({"@trukket": None, "trekkes_hva": None}, "answered"), ({"@trukket": None, "trekkes": "alt"}, "open")],
)  # fmt: skip
def test_what_a_clerk_has_found_out_of_a_withdrawal_decides(
    office: Path, tmp_path: Path, cells: dict[str, object], state: str
) -> None:
    found = status(office, changed(office, tmp_path / "svar.xlsx", cells))
    assert states(found)[1] == state
    assert ("nr. 1, 2, 3." in found.said) == (state == "open")
    assert found.said.count("[answers-unread]") == ("alt" in cells.values())


@pytest.mark.parametrize(
    ("cells", "state"),
    [({SIGNED: "Ja"}, "open"), ({SIGNED: "nei"}, "answered"), ({"trekkes_hva": "BUP"}, "open"),
     ({"@trukket": "må ses på"}, "open"), ({"stafettlogg_ok": "nei"}, "answered")],
)  # fmt: skip
def test_a_withdrawal_that_a_clerk_types_from_paper_is_seen_too(
    office: Path, tmp_path: Path, cells: dict[str, object], state: str
) -> None:
    """Also where its line alone is signed, which a scan notes."""
    found = status(office, changed(office, tmp_path / "svar.xlsx", cells, 6))
    assert states(found)[6] == state


@pytest.mark.parametrize(
    ("where", "names", "may_be", "is_told"),
    [("signed", [SIGNED], True, True), ("handwritten", ["trekkes_hva"], True, True), ("doubtful", ["trekkes"], True, False),
     ("unread", ["trekkes"], True, False), ("unclear", ["trekkes"], True, False), ("doubtful", ["trekkes_hva"], False, False),
     ("signed", ["underskrift_foresatt.1.underskrift"], False, False)],
)  # fmt: skip
def test_paper_on_which_a_withdrawal_is_written_is_to_be_looked_at(
    where: str, names: list[str], may_be: bool, is_told: bool
) -> None:
    """What nobody is sure of is told by itself; told once is enough."""
    form = load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml")
    noted: dict[str, Any] = {where: frozenset(names)}
    fields = FormFields(marks=(), values={}, **noted)
    checked = RecordChecker(form, TODAY, answered=True).check(returned_record(form, 1, "a.pdf", fields))
    told = [one.code for one in judged_withdrawal(form, "a.pdf", fields, checked)]
    assert (may_be_withdrawn(form, fields, checked), told) == (may_be, ["returned-withdrawal"] if is_told else [])


# -- which part of a form takes an answer back


def _recipients(name: str, kind: str = "text", **more: str) -> str:
    return field(name, kind, filled_by='"recipient"', **more)


TAKEN_BACK, HOW, LINE = _recipients("trekkes"), _recipients("hva"), _recipients("tilbake", "signature")
NEXT, LINE_OF_ANSWER = '[[section]]\nid = "svar"\n', _recipients("underskrift", "signature")
MUST = _recipients("tilbake", "signature", required="true")


@pytest.mark.parametrize(
    ("fields", "part"),
    [((_recipients("svar"), TAKEN_BACK, HOW), set()), ((TAKEN_BACK, HOW), {"hva"}), ((TAKEN_BACK, HOW, LINE, NEXT, LINE_OF_ANSWER), {"hva", "tilbake"}),
     ((TAKEN_BACK, HOW, LINE), {"hva"}),
     ((TAKEN_BACK, HOW, MUST, NEXT, LINE_OF_ANSWER), {"hva"})],
)  # fmt: skip
def test_lines_that_everybody_fills_in_take_nothing_back(
    tmp_path: Path, fields: tuple[str, ...], part: set[str]
) -> None:
    form = form_of(tmp_path, field("navn", "name"), *fields, head=f'{HEAD}withdrawn = "trekkes"\n')
    assert withdrawal_items(form) == part


def test_a_form_that_takes_nothing_back_has_no_such_part(tmp_path: Path) -> None:
    assert not withdrawal_items(form_of(tmp_path, field("navn", "name"), TAKEN_BACK, HOW))
