"""How it stands with each that a document was sent about, and the reminders that come of it."""

import io
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from skjema import api
from skjema.batch.sent import sent_list
from skjema.batch.target import run_in
from skjema.definition.form_cache import load_form
from skjema.definition.reminder import with_reminder
from skjema.errors import DefinitionError
from skjema.validation.standing import State
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, SAMPLES, TEMPLATES, TODAY, field, form_of
from tests.reading_back import pdf_text
from tests.returning import Answers, saved_whole, typed_in_word, with_part, with_state

FORM = "samtykke-foto"
USES = ("vegg", "portal", "nettside", "sosiale_medier", "lokalavis")
KOMMUNE = ("--kommune", SAMPLES / "kommune.toml")


def said(*answers: str) -> Answers:
    return {f"bruk.{use}.svar": f"/{answer}" for use, answer in zip(USES, answers, strict=False)}


ANSWERS: dict[int, list[Answers]] = {
    1: [],
    2: [said("ja", "ja", "ja", "ja", "ja")],
    3: [said("nei", "nei", "nei", "nei", "nei")],
    4: [said("ja", "nei", "ja", "ja", "ja")],
    5: [said("ja")],
    6: [said("ja", "ja", "ja", "ja", "ja"), said("nei", "nei", "nei", "nei", "nei")],
    7: [said("ja", "ja", "ja", "ja", "ja")] * 2,
}
STATES = {1: "silent", 2: "yes", 3: "no", 4: "partly", 5: "partly", 6: "conflicting", 7: "yes"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list of seven, the run `ut`, what has come back, and the workbook made of that."""
    folder = tmp_path_factory.mktemp("kontor")
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text(encoding="utf-8"))
    children = [{**rows[at % 3], "barn_navn": f"Barn Nummer{chr(65 + at)}"} for at in range(7)]
    (folder / "barn.json").write_text(json.dumps(children), encoding="utf-8")
    skjema("fill", FORM, folder / "barn.json", *KOMMUNE, "-o", folder / "ut", "--date", "2026-11-22", "--format", "pdf")
    (folder / "inn").mkdir()
    for number, several in ANSWERS.items():
        sent = (folder / "ut" / f"{FORM}-{number:04}.pdf").read_bytes()
        for at, answer in enumerate(several):
            (folder / "inn" / f"{number}-{at}.pdf").write_bytes(saved_whole(sent, answer))
    asked = ("--run", folder / "ut", "--list", folder / "barn.json", "-o", folder / "svar.xlsx")
    assert skjema("collect", folder / "inn", *asked, *KOMMUNE).code == 1
    return folder


def status(office: Path, *more: object, answers: Path | None = None) -> Result:
    asked = ("--run", office / "ut", "--answers", answers or office / "svar.xlsx", "--date", "2026-12-01")
    return skjema("status", office / "barn.json", *asked, *KOMMUNE, *more)


def remind(office: Path, output: Path, *more: object) -> Result:
    asked = ("--run", office / "ut", "--answers", office / "svar.xlsx", "--date", "2026-12-01", "-o", output)
    return skjema("remind", office / "barn.json", *asked, *KOMMUNE, *more)


def states(found: Result) -> dict[int, str]:
    return {one["nr"]: one["state"] for one in json.loads(found.out)["records"]}


def test_each_stands_as_its_answers_say(office: Path) -> None:
    found = status(office, "--json")
    assert (found.code, states(found)) == (0, STATES)
    counts = json.loads(found.out)["counts"]
    assert counts == {state: [*STATES.values()].count(state) for state in State}


def test_the_table_tells_number_state_and_place_and_never_who(office: Path) -> None:
    found = status(office)
    assert found.lines[0] == "0001  ikke svart      barn.json:$[0]"
    unsigned, *counts = found.said.splitlines()
    assert "Svar uten underskrift: nr. 2, 3, 4, 5, 6, 7." in unsigned
    assert counts == ["ikke svart: 1", "motstridende: 1", "delvis: 2", "nei: 1", "ja: 2"]
    assert "Nummer" not in found.out + found.said


def test_the_sheet_says_who_and_stands_first(office: Path, tmp_path: Path) -> None:
    assert status(office, "-o", tmp_path / "status.xlsx").code == 0
    again = ("-o", tmp_path / "igjen.xlsx")
    status(office, *again, answers=tmp_path / "status.xlsx")
    for name in ("status.xlsx", "igjen.xlsx"):
        book = openpyxl.load_workbook(tmp_path / name)
        assert book.sheetnames[:2] == ["Status", "Svar"]
        rows = [[cell.value for cell in row] for row in book["Status"].iter_rows(min_row=2)]
        assert rows[0][:4] == [1, "ikke svart", None, "Barn NummerA"]
        assert len(rows) == 7


def test_nothing_in_its_workbook_says_how_it_stood_before(office: Path, tmp_path: Path) -> None:
    """Neither sheets nor the columns beside the list, which the answers that a clerk types don't reach."""
    book = openpyxl.load_workbook(office / "svar.xlsx")
    sheet = book.create_sheet("Barn")
    sheet.append(["Barnets navn", "Svar (rettes i arket «Svar», ikke her)", "Vegg"])
    sheet.append(["Barn NummerA", "ikke svart", None])
    book.save(tmp_path / "svar.xlsx")
    assert status(office, "-o", tmp_path / "status.xlsx", answers=tmp_path / "svar.xlsx").code == 0
    made = openpyxl.load_workbook(tmp_path / "status.xlsx")
    assert made.sheetnames == ["Status", "Svar", "Feil", "Passer ikke", "Barn"]
    assert [*made["Barn"].values] == [("Barnets navn",), ("Barn NummerA",)]


def changed(office: Path, tmp_path: Path, change: Any) -> Path:
    book = openpyxl.load_workbook(office / "svar.xlsx")
    change(book["Svar"])
    book.save(tmp_path / "endret.xlsx")
    return tmp_path / "endret.xlsx"


def test_a_clerk_types_answers_on_paper_and_chooses_between_two(office: Path, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        for row in list(sheet.iter_rows(min_row=3)):
            if row[1].value == "6-1.pdf":
                sheet.delete_rows(row[0].row)
        typed = {"@svar": 1} | {f"bruk.{use}.svar": "nei" for use in USES}
        sheet.append([typed.get(name) for name in ids])

    found = status(office, "--json", answers=changed(office, tmp_path, change))
    assert states(found) == {**STATES, 1: "no", 6: "yes"}


def test_a_day_in_the_column_of_withdrawals_takes_an_answer_back(office: Path, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["C3"] = date(2026, 12, 1)

    assert states(status(office, "--json", answers=changed(office, tmp_path, change)))[2] == "withdrawn"


@pytest.mark.parametrize("written", ["nei", "Nei", False])
def test_a_no_in_the_column_of_withdrawals_takes_nothing_back(office: Path, tmp_path: Path, written: object) -> None:
    def change(sheet: Any) -> None:
        sheet["C3"] = written

    assert states(status(office, "--json", answers=changed(office, tmp_path, change)))[2] == STATES[2]


def test_what_can_not_be_read_is_told_and_decides_nothing(office: Path, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        sheet.cell(3, ids.index("bruk.vegg.svar") + 1).value = "kanskje"
        sheet.append([99, *[None] * (len(ids) - 1)])
        sheet.append(["to", *[None] * (len(ids) - 1)])

    found = status(office, "--json", answers=changed(office, tmp_path, change))
    assert found.code == 1
    assert states(found) == {**STATES, 2: "open"}
    assert [line.rpartition("[")[2] for line in found.said.splitlines() if "[" in line] == [
        "answers-unread]", "answers-number]", "answers-unsigned]",
    ]  # fmt: skip
    assert "ingen i listen har: 99." in found.said
    assert "kanskje" not in found.said


@pytest.mark.parametrize("number", [2, 3, 4, 5, 6])
def test_nothing_is_decided_while_an_answer_is_to_be_looked_at(office: Path, tmp_path: Path, number: int) -> None:
    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        row = max(row[0].row for row in sheet.iter_rows(min_row=3) if row[0].value == number)
        sheet.cell(row, ids.index("bruk.lokalavis.svar") + 1).value = "må ses på"

    found = status(office, "--json", answers=changed(office, tmp_path, change))
    assert states(found) == {**STATES, number: "open"}
    assert found.said.count("[answers-look]") == 1


def test_an_answer_in_doubt_is_looked_at_by_whoever_reads_the_status(office: Path, tmp_path: Path) -> None:
    """From two boxes of a PDF that are both ticked to the state, and back to an answer once it is typed."""
    sent = (office / "ut" / f"{FORM}-0002.pdf").read_bytes()
    inbox, out = tmp_path / "inn", tmp_path / "svar.xlsx"
    inbox.mkdir()
    content = with_state(saved_whole(sent, said("ja", "ja", "ja", "ja", "ja")), "bruk.vegg.svar", "/nei")
    (inbox / "a.pdf").write_bytes(content)
    asked = ("--run", office / "ut", "--list", office / "barn.json", "-o", out)
    skjema("collect", inbox, *asked, *KOMMUNE)
    assert states(status(office, "--json", answers=out))[2] == "open"
    book = openpyxl.load_workbook(out)
    (cell,) = [cell for row in book["Svar"].iter_rows() for cell in row if cell.value == "må ses på"]
    cell.value = "ja"
    book.save(out)
    assert states(status(office, "--json", answers=out))[2] == "yes"


def test_whose_rows_are_gone_from_the_list_is_told(office: Path, tmp_path: Path) -> None:
    children = json.loads((office / "barn.json").read_text(encoding="utf-8"))
    left = tmp_path / "barn.json"
    left.write_text(json.dumps([*children[:4], children[5] | {"barn_navn": "En Annen"}, children[6]]), encoding="utf-8")
    run, answers = ("--run", office / "ut", *KOMMUNE), ("--answers", office / "svar.xlsx", "--date", "2026-12-01")
    done = [
        skjema("status", left, *run, *answers),
        skjema("remind", left, *run, *answers, "-o", tmp_path / "purring.pdf"),
        skjema("collect", office / "inn", *run, "--list", left, "-o", tmp_path / "svar.xlsx"),
        skjema("archive", office / "ut", *KOMMUNE, "--list", left, "-o", tmp_path / "arkiv.zip"),
    ]
    told = [[line for line in one.said.splitlines() if "[sent-gone]" in line] for one in done]
    assert [len(lines) for lines in told] == [1, 1, 1, 1]
    assert all("ikke regnet med: nr. 5, 6." in line and "Nummer" not in line for (line,) in told)
    assert [one.code for one in done] == [1, 0, 1, 1]
    assert "Svar med numre" not in done[0].said


def test_a_workbook_without_answers_is_refused(office: Path, tmp_path: Path) -> None:
    found = status(office, answers=SAMPLES / FORM / "barn.xlsx")
    assert (found.code, "[answers-none]" in found.said) == (4, True)


# -- answers that expire, and forms that nobody says yes or no to


def test_an_answer_expires_on_the_day_that_the_form_names(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn", "name", required="true"), field("til", "date"), field("merknad", filled_by='"recipient"'),
        field("trekkes", filled_by='"recipient"'), head=f'{HEAD}expires = "til"\nwithdrawn = "trekkes"\n',
    )  # fmt: skip
    (tmp_path / "inn").mkdir()
    rows = [
        {"navn": f"Kari {name}", "til": day}
        for name, day in zip("ABCD", ("", "1.1.2027", "1.12.2026", "1.1.2028"), strict=True)
    ]
    listed = tmp_path / "liste.json"
    listed.write_text(json.dumps(rows), encoding="utf-8")
    today = date(2026, 12, 15)
    for number, checked in enumerate(api.checked_records(form, [listed], today=today)):
        answer = {"merknad": "Ja", **({"trekkes": "Nei takk"} if number == 0 else {})}
        (tmp_path / "inn" / f"{number}.pdf").write_bytes(saved_whole(api.render(form, checked, "pdf"), answer))
    from skjema.render.workbook.replies import replies_workbook

    collection = api.collect(form, [tmp_path / "inn"], listed=[listed], today=today)
    (tmp_path / "svar.xlsx").write_bytes(replies_workbook(collection, "nb", None, today))
    found = api.status(form, [listed], tmp_path / "svar.xlsx", today=today, soon=30)
    assert [one.state for one in found.everyone] == ["withdrawn", "expiring", "expired", "answered"]
    assert [one.expires for one in found.everyone][1:] == [date(2027, 1, 1), date(2026, 12, 1), date(2028, 1, 1)]


@pytest.mark.parametrize(
    "line", ['answer = "navn"', 'answer = "finnes_ikke"', 'expires = "navn"', 'withdrawn = "navn"'], ids=str
)
def test_a_definition_that_names_what_can_not_decide_is_at_fault(tmp_path: Path, line: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        form_of(
            tmp_path, field("navn", "name"), field("svar", "yes_no", filled_by='"recipient"'), field("til", "date"),
            head=f"{HEAD}{line}\n",
        )  # fmt: skip
    assert [problem.code for problem in caught.value.problems] == ["name-unfit"]


def test_an_answer_in_rows_that_the_recipient_writes_can_not_decide(tmp_path: Path) -> None:
    rows = '[[section.field]]\nid = "barn"\ntype = "group"\nlabel.nb = "Barn"\n[[section.field.field]]\nid = "svar"\n'
    kind = 'type = "yes_no"\nlabel.nb = "Svar"\nfilled_by = "recipient"\n'
    with pytest.raises(DefinitionError) as caught:
        form_of(tmp_path, field("navn", "name"), head=f'{HEAD}answer = "barn.svar"\n', more=rows + kind)
    assert [problem.code for problem in caught.value.problems] == ["name-unfit"]


# -- reminders


def test_those_who_have_not_answered_get_the_form_again_with_a_reminder(office: Path, tmp_path: Path) -> None:
    found = remind(
        office, tmp_path / "purring.pdf", "--index", tmp_path / "liste.xlsx", "--phones", tmp_path / "ring.xlsx"
    )
    assert found.code == 0, found.said
    text = pdf_text((tmp_path / "purring.pdf").read_bytes())
    assert text.count("Påminnelse: Vi kan ikke se at vi har fått svar") == 1
    assert "Barn NummerA" in text
    assert all(f"Barn Nummer{letter}" not in text for letter in "BCDEFG")
    for name in ("liste.xlsx", "ring.xlsx"):
        sheet: Any = openpyxl.load_workbook(tmp_path / name).active
        assert [cell.value for cell in sheet[2]][:2] == [1, "Barn NummerA"]
    assert sheet["D2"].value == "Elle Márjá Ŋihka, Ole Ánte Šuorra"


def test_a_reminder_has_the_number_of_the_first_form_wherever_the_row_stands_now(office: Path, tmp_path: Path) -> None:
    rows = json.loads((office / "barn.json").read_text(encoding="utf-8"))
    (tmp_path / "barn.json").write_text(json.dumps(rows[::-1]), encoding="utf-8")
    asked = ("--run", office / "ut", "--answers", office / "svar.xlsx", "--date", "2026-12-01", *KOMMUNE)
    found = skjema("remind", tmp_path / "barn.json", *asked, "-o", tmp_path / "p.pdf", "--index", tmp_path / "l.xlsx")
    assert found.code == 0, found.said
    sheet: Any = openpyxl.load_workbook(tmp_path / "l.xlsx").active
    assert [cell.value for cell in sheet[2]][:2] == [1, "Barn NummerA"]


def test_where_all_have_answered_nothing_is_made(office: Path, tmp_path: Path) -> None:
    found = remind(office, tmp_path / "purring.pdf", "--expiring", "60")
    assert (found.code, found.said) == (0, "Ingen å minne på: ingenting er laget.\n")
    assert not list(tmp_path.iterdir())


def test_a_list_that_is_saved_meanwhile_changes_nobodys_reminder(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    listed = tmp_path / "barn.json"
    listed.write_bytes((office / "barn.json").read_bytes())

    def saved_first(*given: object) -> object:
        others = [{**row, "barn_navn": "Noen Andre"} for row in json.loads(listed.read_text(encoding="utf-8"))]
        listed.write_text(json.dumps(others), encoding="utf-8")
        return with_reminder(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("skjema.cli.remind_command.with_reminder", saved_first)
    asked = (
        "--run",
        office / "ut",
        "--answers",
        office / "svar.xlsx",
        "--date",
        "2026-12-01",
        "-o",
        tmp_path / "p.pdf",
    )
    skjema("remind", listed, *asked, *KOMMUNE)
    text = pdf_text((tmp_path / "p.pdf").read_bytes())
    assert ("Barn NummerA" in text, "Noen Andre" in text) == (True, False)


def test_a_form_has_its_own_words_of_reminder(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", "name"), head=f'{HEAD}reminder = {{ nb = "Hei igjen!" }}\n')
    assert "Hei igjen!" in pdf_text(api.blank_pdf(with_reminder(form, "nb")))
    assert "Hei igjen!" not in pdf_text(api.blank_pdf(form))


def test_a_reminder_is_the_same_form_otherwise() -> None:
    form = load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml")
    again = with_reminder(form, "nn")
    assert (again.id, again.fields, again.items[1:]) == (form.id, form.fields, form.items)
    assert again.digest != form.digest
    assert io.BytesIO(api.blank_pdf(again, language="nn")).read(4) == b"%PDF"


def test_what_a_clerk_has_typed_is_kept_when_more_replies_are_collected(office: Path, tmp_path: Path) -> None:
    typed = (office / "svar.xlsx").read_bytes()
    (tmp_path / "svar.xlsx").write_bytes(typed)
    asked = ("--run", office / "ut", "--list", office / "barn.json", "-o", tmp_path / "svar.xlsx", "--overwrite")
    found = skjema("collect", office / "inn", *asked, *KOMMUNE)
    assert (tmp_path / "svar-forrige.xlsx").read_bytes() == typed
    assert "svar-forrige.xlsx" in found.said
    again = skjema("collect", office / "inn", *asked, *KOMMUNE)
    assert (tmp_path / "svar-forrige.xlsx").read_bytes() == typed
    assert "svar-forrige-2.xlsx" in again.said
    before = (tmp_path / "svar.xlsx").read_bytes()
    assert skjema("collect", office / "innn", *asked, *KOMMUNE).code == 6
    assert (tmp_path / "svar.xlsx").read_bytes() == before, "a folder that is spelled wrong empties nothing"


@pytest.mark.parametrize("what", ["nothing", "lines", "no workbook"])
def test_rows_that_a_clerk_has_typed_are_kept_when_more_replies_are_collected(
    office: Path, tmp_path: Path, what: str
) -> None:
    """A line of her own, a withdrawal and an answer corrected; a file that has another name by now is none."""

    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        sheet.cell(5, 2).value = "mappe/5-0.pdf"
        if what == "lines":
            sheet.cell(3, ids.index("@trukket") + 1).value = "3.12.2026"
            sheet.cell(7, ids.index("bruk.vegg.svar") + 1).value = None
            sheet.append(["1", "", *[None] * (len(ids) - 4), "nei"])

    office_file = changed(office, tmp_path, change) if what != "no workbook" else office / "barn.json"
    shutil.copy(office_file, tmp_path / "svar.xlsx")
    asked = ("--run", office / "ut", "--list", office / "barn.json", "-o", tmp_path / "svar.xlsx", "--overwrite")
    found = skjema("collect", office / "inn", *asked, *KOMMUNE)
    said = {"nothing": "Alt i arket med svar der", "lines": "Alt i arket med svar der", "no workbook": "må føres over"}
    assert said[what] in found.said


@pytest.mark.parametrize("change", ["lines above", "sorted"])
def test_the_ids_are_found_wherever_they_stand(office: Path, tmp_path: Path, change: str) -> None:
    def moved(sheet: Any) -> None:
        if change == "lines above":
            sheet.insert_rows(1, 2)
            sheet["A1"] = "Samtykker til bilder 2026"
        else:
            ids = [cell.value for cell in sheet[2]]
            sheet.delete_rows(2)
            sheet.append(ids)

    assert states(status(office, "--json", answers=changed(office, tmp_path, moved))) == STATES


def test_without_the_ids_nobody_is_said_to_be_silent(office: Path, tmp_path: Path) -> None:
    found = status(office, answers=changed(office, tmp_path, lambda sheet: sheet.delete_rows(2)))
    assert (found.code, "[answers-none]" in found.said) == (4, True)


def test_a_line_without_a_number_is_told(office: Path, tmp_path: Path) -> None:
    def typed(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        sheet.cell(sheet.max_row + 1, ids.index("bruk.vegg.svar") + 1, "Ja")

    found = status(office, answers=changed(office, tmp_path, typed))
    assert (found.code, "[answers-number]" in found.out + found.said) == (1, True)


@pytest.mark.parametrize(
    ("written", "state", "told"),
    [("01.12.2026", "withdrawn", False), ("02.12.2026", "yes", False), ("?", "withdrawn", True),
     ("ikke trukket", "withdrawn", True), ("31.02.2026", "withdrawn", True)],
)  # fmt: skip
def test_a_withdrawal_is_a_day_that_has_come(
    office: Path, tmp_path: Path, written: str, state: str, told: bool
) -> None:
    def take_back(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        line = next(row for row in sheet.iter_rows(min_row=3) if row[ids.index("@svar")].value == 2)
        line[ids.index("@trukket")].value = written

    found = status(office, "--json", answers=changed(office, tmp_path, take_back))
    assert (states(found)[2], "[answers-withdrawn]" in found.said) == (
        state, told,
    )  # fmt: skip


def test_rows_that_nothing_was_sent_to_are_told(office: Path, tmp_path: Path) -> None:
    rows = json.loads((office / "barn.json").read_text("utf-8"))
    (tmp_path / "barn.json").write_text(json.dumps([*rows, rows[0] | {"barn_navn": "Ny Elev"}]), "utf-8")
    asked = ("--run", office / "ut", "--answers", office / "svar.xlsx", "--date", "2026-12-01")
    found = skjema("status", tmp_path / "barn.json", *asked, *KOMMUNE)
    assert "laget noe av: 1 (barn.json:$[7])" in found.said
    assert (found.code, "Ny Elev" in found.said) == (0, False)


TWINS = ("Fjordgløtt", "Solsiden", "Granlia")


@pytest.mark.parametrize(
    ("order", "edited", "expected"),
    [((2, 0, 1), (), {0: "yes", 1: "no", 2: "silent"}), ((2, 1, 0), (1,), {0: "yes", 1: "no", 2: "silent"}),
     ((1, 0, 2), (0, 1), {2: "silent"})],
)  # fmt: skip
def test_children_with_the_same_key_keep_their_own_answers(
    tmp_path: Path, order: tuple[int, ...], edited: tuple[int, ...], expected: dict[int, str]
) -> None:
    """However the list is sorted since: by what stands in the rows, and where that isn't sure, not at all."""
    row = json.loads((SAMPLES / FORM / "barn.json").read_text("utf-8"))[0]
    rows = [row | {"barn_barnehage_skole": school} for school in TWINS]
    listed = tmp_path / "barn.json"
    listed.write_text(json.dumps(rows), "utf-8")
    skjema("fill", FORM, listed, *KOMMUNE, "-o", tmp_path / "ut", "--date", "2026-11-22", "--format", "pdf")
    (tmp_path / "inn").mkdir()
    for number, answer in ((1, "ja"), (2, "nei")):
        sent = (tmp_path / "ut" / f"{FORM}-{number:04}.pdf").read_bytes()
        (tmp_path / "inn" / f"{number}.pdf").write_bytes(saved_whole(sent, said(*[answer] * 5)))
    now = [row | ({"saksnummer": "2026/999"} if at in edited else {}) for at, row in enumerate(rows)]
    listed.write_text(json.dumps([now[at] for at in order]), "utf-8")
    asked = ("--run", tmp_path / "ut", "--list", listed, "-o", tmp_path / "svar.xlsx")
    collected = skjema("collect", tmp_path / "inn", *asked, *KOMMUNE)
    assert ("[sent-unsure]" in collected.said) == (len(edited) > 1)
    found = json.loads(status_of(tmp_path, listed).out)["records"]
    assert {order[int(one["place"].partition("[")[2][:-1])]: one["state"] for one in found} == expected


def status_of(folder: Path, listed: Path) -> Result:
    asked = ("--run", folder / "ut", "--answers", folder / "svar.xlsx", "--date", "2026-12-01", "--json")
    return skjema("status", listed, *asked, *KOMMUNE)


def test_a_reply_that_is_signed_and_decides_nothing_is_told(office: Path, tmp_path: Path) -> None:
    sent = (office / "ut" / f"{FORM}-0001.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(saved_whole(sent, {"underskrift_foresatt.1.dato": "01.12.2026"}))
    form = load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml")
    found = api.collect(form, [tmp_path / "a.pdf"], listed=[office / "barn.json"], run=office / "ut", today=TODAY)
    (reply,) = found.replies
    assert [one.code for one in reply.problems].count("returned-undecided") == 1


@pytest.mark.parametrize(("line", "is_unsigned"), [(1, False), (2, False), (0, True)])
def test_one_line_that_is_signed_is_a_signature(office: Path, tmp_path: Path, line: int, is_unsigned: bool) -> None:
    """A child may have one parent: the second line of others is not lacking."""

    def sign(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        for row in sheet.iter_rows(min_row=3):
            for number in (1, 2):
                if (name := f"underskrift_foresatt.{number}.underskrift") in ids:
                    row[ids.index(name)].value = "Ja" if number == line else "Nei"

    found = status(office, answers=changed(office, tmp_path, sign))
    assert ("[answers-unsigned]" in found.said) == is_unsigned


def test_the_signature_of_one_of_two_guardians_is_not_all(office: Path, tmp_path: Path) -> None:
    """Each may sign on a paper of their own; a line beside a name that isn't there lacks nothing."""

    def sign(sheet: Any) -> None:
        ids, rows = columns_of(sheet), {row[0].value: row[0].row for row in sheet.iter_rows(min_row=3)}
        first, second = (ids[f"underskrift_foresatt.{line}.underskrift"] for line in (1, 2))
        sheet.cell(rows[2], first).value = "Ja"
        for name, column in ids.items():
            if name.endswith(".underskrift"):
                sheet.cell(rows[3], column).value = "Ja"
        sheet.cell(rows[4], first).value = "Ja"
        copied = sheet.max_row + 1  # the other's paper
        sheet.cell(copied, ids["@svar"]).value = 4
        sheet.cell(copied, second).value = "Ja"

    answers = changed(office, tmp_path, sign)
    signed = {one["nr"]: one["signed"] for one in json.loads(status(office, "--json", answers=answers).out)["records"]}
    assert (signed[2], signed[3], signed[4]) == (False, True, True)
    said = status(office, answers=answers).said
    assert "nr. 2" in next(line for line in said.splitlines() if "[answers-half-signed]" in line)


def test_a_row_without_its_key_that_is_changed_is_nobody_for_sure(tmp_path: Path) -> None:
    """Another child may stand in the one place that is left."""
    form = form_of(tmp_path, field("navn", "name"), field("sted"), field("svar", "yes_no", filled_by='"recipient"'))
    listed = tmp_path / "liste.json"
    listed.write_text(json.dumps([{"sted": "Bø"}, {"sted": "Vik"}]), "utf-8")
    api.fill(form, [listed], tmp_path / "ut", formats=["pdf"], today=TODAY)
    for places, gone, unsure in ((["Vik", "Bø"], (), ()), (["Vik", "Lom"], (), (1,)), (["Vik"], (1,), ())):
        listed.write_text(json.dumps([{"sted": place} for place in places]), "utf-8")
        found = sent_list(form, [listed], run_in(tmp_path / "ut", form.id), TODAY)
        assert (found.gone, found.unsure) == (gone, unsure)


def test_the_answers_of_another_run_are_refused(office: Path, tmp_path: Path) -> None:
    """Their numbers are the same, and the children behind them are others."""
    asked = (*KOMMUNE, "--date", "2026-11-22", "--format", "pdf")
    skjema("fill", FORM, office / "barn.json", *asked, "-o", tmp_path / "annen", "--rows", "1-3")
    told = skjema(
        "status", office / "barn.json", "--run", tmp_path / "annen", "--answers", office / "svar.xlsx", *KOMMUNE
    )
    assert told.code == 4
    assert "[answers-other-run]" in told.said
    run = ("--run", tmp_path / "annen", "--answers", office / "svar.xlsx", "-o", tmp_path / "p.pdf")
    assert "[answers-other-run]" in skjema("remind", office / "barn.json", *KOMMUNE, *run).said
    assert not (tmp_path / "p.pdf").exists()


def columns_of(sheet: Any) -> dict[str, int]:
    """Columns of the answers by their ids."""
    return {str(cell.value): cell.column for cell in sheet[2]}


def test_what_has_come_back_and_is_not_read_yet_is_neither_an_answer_nor_silence(office: Path, tmp_path: Path) -> None:
    def empty(sheet: Any) -> None:
        columns = columns_of(sheet)
        lines = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=3)}
        for use in USES:
            sheet.cell(lines[2], columns[f"bruk.{use}.svar"]).value = None
        more = sheet.max_row + 1  # the second sheet of a paper whose first came before, say
        sheet.cell(more, columns["@svar"]).value = 3
        sheet.cell(more, columns["@fil"]).value = "skannet.pdf"

    found = states(status(office, "--json", answers=changed(office, tmp_path, empty)))
    assert (found[2], found[3], found[1]) == ("open", "no", "silent")


def test_programs_are_told_who_has_signed(office: Path, tmp_path: Path) -> None:
    def sign(sheet: Any) -> None:
        for line in (1, 2):
            sheet.cell(3, columns_of(sheet)[f"underskrift_foresatt.{line}.underskrift"]).value = "Ja"

    told = json.loads(status(office, "--json", answers=changed(office, tmp_path, sign)).out)["records"]
    assert [one["signed"] for one in told] == [None, True, *[False] * 5]


def test_a_number_that_is_none_is_nobodys(office: Path, tmp_path: Path) -> None:
    def half(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=3):
            if row[0].value == 2:
                row[0].value = 2.5

    told = status(office, "--json", answers=changed(office, tmp_path, half))
    assert "[answers-number]" in told.said
    assert states(told)[2] == "silent"


@pytest.mark.parametrize(("choice", "state"), [("Helt", "withdrawn"), ("Delvis", "partly"), (None, "answered")])
def test_a_choice_withdraws_wholly_or_in_part(tmp_path: Path, choice: str | None, state: str) -> None:
    form, folder = "samtykke-samarbeid", tmp_path / "ut"
    listed = SAMPLES / form / "samtykker.json"
    asked = (*KOMMUNE, "--date", "2026-11-22")
    skjema("fill", form, listed, *asked, "-o", folder, "--rows", "1", "--format", "pdf")
    sent = (folder / f"{form}-0001.pdf").read_bytes()
    (tmp_path / "inn.pdf").write_bytes(saved_whole(sent, {"stafettlogg_ok": "/ja"}))
    run = ("--run", folder, *asked)
    skjema("collect", tmp_path / "inn.pdf", "--list", listed, "-o", tmp_path / "svar.xlsx", *run)

    def choose(sheet: Any) -> None:
        columns = columns_of(sheet)
        sheet.cell(3, columns["trekkes"]).value = choice

    answers = changed(tmp_path, tmp_path, choose)
    told = skjema("status", listed, "--answers", answers, "--json", *run)
    assert states(told)[1] == state
    assert "[answers-withdrawn]" not in told.said


def test_nothing_is_written_over_the_list_or_the_answers(office: Path, tmp_path: Path) -> None:
    listed, answers = tmp_path / "barn.json", tmp_path / "svar.xlsx"
    listed.write_bytes((office / "barn.json").read_bytes())
    answers.write_bytes((office / "svar.xlsx").read_bytes())
    before = listed.read_bytes(), answers.read_bytes()
    asked = (listed, "--run", office / "ut", "--answers", answers, *KOMMUNE, "--overwrite")
    for more in (("status", "-o", listed), ("remind", "-o", tmp_path / "p.pdf", "--phones", answers)):
        command, *options = more
        told = skjema(command, *asked, *options)
        assert (told.code, "nevnt to ganger" in told.said) == (2, True)
    assert (listed.read_bytes(), answers.read_bytes()) == before


def test_the_keywords_of_the_list_are_kept_in_its_copy(office: Path, tmp_path: Path) -> None:
    """Also where the list is itself such a copy, of another run."""
    book = openpyxl.Workbook()
    rows = json.loads((office / "barn.json").read_text(encoding="utf-8"))
    book.worksheets[0].append(["Barnets navn", "Fødselsdato"])
    for row in rows:
        book.worksheets[0].append([row["barn_navn"], row["barn_fodselsdato"]])
    book.properties.keywords = "oppvekst skjema-svar samtykke-foto 0123456789ab"
    book.save(tmp_path / "liste.xlsx")
    asked = ("--run", office / "ut", "--list", tmp_path / "liste.xlsx", "-o", tmp_path / "svar.xlsx", *KOMMUNE)
    skjema("collect", office / "inn", *asked)
    keywords = str(openpyxl.load_workbook(tmp_path / "svar.xlsx").properties.keywords).split()
    assert keywords[:3] == ["oppvekst", "skjema-svar", FORM]
    assert keywords[3:] != ["0123456789ab"]


def test_a_list_cut_out_of_a_workbook_of_answers_is_a_list(office: Path, tmp_path: Path) -> None:
    """Without the sheets and columns of answers, whatever its keywords say."""
    test_the_keywords_of_the_list_are_kept_in_its_copy(office, tmp_path)
    found = skjema(
        "status", tmp_path / "liste.xlsx", "--run", office / "ut", "--answers", office / "svar.xlsx", *KOMMUNE
    )
    assert found.code == 0, found.said


# -- numbers that are not those of the run


@pytest.mark.parametrize("listed", [True, False])
def test_answers_collected_without_the_run_are_refused(office: Path, tmp_path: Path, listed: bool) -> None:
    """Their numbers are rows of whatever list was given, or the order of files: those of other children."""
    more = ("--list", office / "barn.json") if listed else ()
    skjema("collect", office / "inn", "-o", tmp_path / "svar.xlsx", *more, *KOMMUNE)
    found = status(office, answers=tmp_path / "svar.xlsx")
    assert (found.code, found.out) == (4, "")
    assert "[answers-no-run]" in found.said
    assert "--run" in found.said


def _numbers_sorted(sheet: Any) -> None:
    numbers = [row[0].value for row in sheet.iter_rows(min_row=3)]
    for row, number in zip(sheet.iter_rows(min_row=3), sorted(numbers, reverse=True), strict=True):
        row[0].value = number


def _mistyped(sheet: Any) -> None:
    sheet["A3"] = 1


def _filled_down(sheet: Any) -> None:
    for row in range(4, 10):
        sheet.cell(row, 1).value = 2


@pytest.mark.parametrize("change", [_numbers_sorted, _mistyped, _filled_down])
def test_a_number_that_contradicts_the_name_counts_for_nobody(office: Path, tmp_path: Path, change: Any) -> None:
    found = status(office, "--json", answers=changed(office, tmp_path, change))
    records = states(found)
    book = openpyxl.load_workbook(tmp_path / "endret.xlsx")
    ids = [cell.value for cell in book["Svar"][2]]
    rightly: set[Any] = set()
    row: Any
    for row in book["Svar"].iter_rows(min_row=3, values_only=True):
        if row[ids.index("@barn_navn")] == f"Barn Nummer{chr(64 + int(str(row[0])))}":
            rightly.add(row[0])
    assert {number for number, state in records.items() if state != "silent"} == rightly
    assert (found.code, "[answers-name]" in found.said, "Nummer" in found.said.replace("Nummeret", "")) == (
        1,
        True,
        False,
    )


@pytest.mark.parametrize("name", ["barn  nummerb", None, " Barn Nummerb "])
def test_a_name_that_is_written_another_way_contradicts_nothing(office: Path, tmp_path: Path, name: str | None) -> None:
    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        sheet.cell(3, ids.index("@barn_navn") + 1).value = name
        sheet.cell(3, ids.index("@barn_fodselsdato") + 1).number_format = "General"

    found = status(office, "--json", answers=changed(office, tmp_path, change))
    assert (states(found), found.code) == (STATES, 0)


# -- the workbook of answers given as the list


def _without_keywords(content: bytes) -> bytes:
    return with_part(content, "docProps/core.xml", lambda part: re.sub(rb"skjema-svar \S+ \S+", b"", part))


@pytest.mark.parametrize("command", ["collect", "status", "remind", "archive", "scan"])
@pytest.mark.parametrize("kind", ["svar", "status", "without keywords"])
def test_a_workbook_of_answers_is_no_list(office: Path, tmp_path: Path, command: str, kind: str) -> None:
    """Its columns of answers would be taken for what was sent, and the answers for nothing new."""
    listed = tmp_path / "liste.xlsx"
    answers = (office / "svar.xlsx").read_bytes()
    listed.write_bytes(_without_keywords(answers) if kind == "without keywords" else answers)
    if kind == "status":
        status(office, "-o", tmp_path / "status.xlsx")
        listed = tmp_path / "status.xlsx"
    out = ("-o", tmp_path / "ut.xlsx")
    run, given = ("--run", office / "ut"), ("--answers", office / "svar.xlsx")
    pages = office / "inn" / "2-0.pdf"
    asked: dict[str, tuple[object, ...]] = {
        "collect": (office / "inn", *run, "--list", listed, *out),
        "scan": (pages, *run, "--list", listed, "--split", tmp_path / "sk", *out),
        "status": (listed, *run, *given, *out),
        "remind": (listed, *run, *given, "-o", tmp_path / "ut.pdf"),
        "archive": (office / "ut", "--list", listed, "-o", tmp_path / "ut.zip"),
    }
    found = skjema(command, *asked[command], *KOMMUNE)
    assert (found.code, "[list-answers]" in found.said) == (4, True)
    assert {one.name for one in tmp_path.iterdir()} <= {"liste.xlsx", "status.xlsx"}


# -- the last day is the one that was signed


CONSENT = "samtykke-samarbeid"
SIGNED_TO, LATER = "2027-11-30", "2028-11-30"


@pytest.fixture(scope="module")
def consents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two consents to the end of November 2027, both signed and collected; `ny.json` has a later day."""
    folder = tmp_path_factory.mktemp("samtykker")
    rows = json.loads((SAMPLES / CONSENT / "samtykker.json").read_text(encoding="utf-8"))
    rows = [
        {**rows[0], "barn_navn": f"Barn {x}", "samtykke_fra": "2026-12-01", "samtykke_til": SIGNED_TO} for x in "AB"
    ]
    (folder / "liste.json").write_text(json.dumps(rows), "utf-8")
    (folder / "ny.json").write_text(json.dumps([{**row, "samtykke_til": LATER} for row in rows]), "utf-8")
    asked = ("--date", "2026-12-01", "--format", "pdf", "--format", "docx", *KOMMUNE)
    assert skjema("fill", CONSENT, folder / "liste.json", *asked, "-o", folder / "ut").code < 2
    (folder / "inn").mkdir()
    pdf, word = (folder / "ut" / f"{CONSENT}-{name}" for name in ("0001.pdf", "0002.docx"))
    (folder / "inn" / "a.pdf").write_bytes(saved_whole(pdf.read_bytes(), {"stafettlogg_ok": "/ja"}))
    (folder / "inn" / "b.docx").write_bytes(typed_in_word(word.read_bytes(), {"stafettlogg_ok.ja": True}))
    collect_consents(folder, "liste.json", folder / "svar.xlsx")
    return folder


def collect_consents(folder: Path, listed: str, output: Path) -> None:
    asked = ("--run", folder / "ut", "--list", folder / listed, "-o", output, "--date", "2026-12-10", *KOMMUNE)
    assert skjema("collect", folder / "inn", *asked).code == 1


def of_consents(
    folder: Path, command: str, listed: str, day: str, *more: object, answers: Path | None = None
) -> Result:
    asked = ("--run", folder / "ut", "--answers", answers or folder / "svar.xlsx", "--date", day, *KOMMUNE, *more)
    return skjema(command, folder / listed, *asked)


@pytest.mark.parametrize("collected", ["liste.json", "ny.json"])
@pytest.mark.parametrize(
    ("day", "state"), [("2026-12-15", "answered"), ("2027-11-01", "expiring"), ("2027-12-15", "expired")]
)
def test_what_was_signed_holds_to_the_day_that_was_signed(
    consents: Path, tmp_path: Path, collected: str, day: str, state: str
) -> None:  # fmt: skip
    """Whatever the list says by now, and whichever list the answers were collected by."""
    collect_consents(consents, collected, tmp_path / "svar.xlsx")
    for listed, is_told in (("liste.json", False), ("ny.json", True)):
        found = of_consents(consents, "status", listed, day, "--json", answers=tmp_path / "svar.xlsx")
        is_known = listed == "liste.json" or collected == "liste.json"  # of a Word file nobody reads what was printed
        assert states(found) == {1: state, 2: state if is_known else "open"}
        assert {one["expires"] for one in json.loads(found.out)["records"]} <= {SIGNED_TO, None}
        assert ("[answers-until-list]" in found.said) == is_told
        assert ("[answers-until]" in found.said, found.code) == (not is_known, int(not is_known))


@pytest.mark.parametrize("day", ["2027-11-01", "2027-12-15"])
def test_a_renewal_is_not_printed_with_the_old_period(consents: Path, tmp_path: Path, day: str) -> None:
    found = of_consents(consents, "remind", "liste.json", day, "--expiring", "60", "-o", tmp_path / "f.pdf")
    assert (found.code, "[remind-same-period]" in found.said) == (4, True)
    assert not (tmp_path / "f.pdf").exists()


def test_a_renewal_has_the_period_of_the_list(consents: Path, tmp_path: Path) -> None:
    shutil.copytree(consents, tmp_path / "k")
    output = tmp_path / "f.pdf"
    found = of_consents(tmp_path / "k", "remind", "ny.json", "2027-11-01", "--expiring", "60", "-o", output)
    assert found.code < 2, found.said
    text = pdf_text(output.read_bytes())
    assert ("30.11.2028" in text, "30.11.2027" in text) == (True, False)


def _with_days(office: Path, tmp_path: Path, *days: str | None) -> Path:
    """The workbook of answers with a line for number 1 of each day; none for None."""

    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        row = [cell.value for cell in sheet[3]]
        sheet.delete_rows(3, 2)
        for at, day in enumerate(days):
            row[ids.index("samtykke_til")] = day
            row[ids.index("@fil")] = f"{at}.pdf"
            sheet.append(row)

    return changed(office, tmp_path, change)


@pytest.mark.parametrize(
    ("days", "listed", "state", "code"),
    [((None,), "liste.json", "expired", ""), ((None,), "ny.json", "open", "[answers-until]"),
     ((SIGNED_TO, None), "ny.json", "open", "[answers-until]"), ((SIGNED_TO, LATER), "ny.json", "answered", ""),
     ((LATER,), "ny.json", "answered", "")],
)  # fmt: skip
def test_a_paper_whose_last_day_nobody_knows_is_to_be_looked_at(
    consents: Path, tmp_path: Path, days: tuple[str | None, ...], listed: str, state: str, code: str
) -> None:  # fmt: skip
    """Where the list has another day than when it was printed; a new form in place of the old one is a renewal."""
    answers = _with_days(consents, tmp_path, *days)
    found = of_consents(consents, "status", listed, "2027-12-15", "--json", answers=answers)
    assert states(found)[1] == state
    assert [part for part in ("[answers-until]", "[answers-until-list]") if part in found.said] == (
        [code] if code else []
    )


# -- two copies of one paper


def _two_copies(folder: Path, tmp_path: Path, mothers: dict[str, Any], fathers: dict[str, Any]) -> Path:
    """The workbook of answers with a copy each of both parents, of number 1."""

    def change(sheet: Any) -> None:
        ids = [cell.value for cell in sheet[2]]
        row = [cell.value for cell in sheet[3]]
        for at, name in enumerate(ids):
            if name.startswith(("underskrift", "trekkes", "stafettlogg")):
                row[at] = None
        sheet.delete_rows(3, 2)
        for copy in (mothers, fathers):
            sheet.append([copy.get(name, value) for name, value in zip(ids, row, strict=True)])

    return changed(folder, tmp_path, change)


def _signed(line: int, day: str, **more: Any) -> dict[str, Any]:
    return {f"underskrift_foresatt.{line}.dato": day, f"underskrift_foresatt.{line}.underskrift": "Ja", **more}


@pytest.mark.parametrize(
    ("mothers", "fathers", "state"),
    [({}, {}, "answered"), ({"stafettlogg_ok": "Ja"}, {"stafettlogg_ok": "Ja"}, "answered"),
     ({"stafettlogg_ok": "Ja"}, {"stafettlogg_ok": "Nei"}, "conflicting"),
     ({"trekkes_hva": "BUP", "@trukket": "nei"}, {}, "answered"), ({"trekkes": "Delvis"}, {}, "partly")],
)  # fmt: skip
def test_parents_who_sign_a_copy_each_contradict_each_other_by_answers_alone(
    consents: Path, tmp_path: Path, mothers: dict[str, Any], fathers: dict[str, Any], state: str
) -> None:
    both = _two_copies(consents, tmp_path, _signed(1, "02.12.2026", **mothers), _signed(2, "05.12.2026", **fathers))
    found = of_consents(consents, "status", "liste.json", "2026-12-15", "--json", answers=both)
    assert states(found)[1] == state
    (told,) = [one for one in json.loads(found.out)["records"] if one["nr"] == 1]
    assert (told["answers"], told["signed"]) == (2, True)
