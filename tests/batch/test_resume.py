"""A run that is cut off is taken up again: what is there stays, what is missing, changed or failed is made."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from skjema.output.folder import LocalFolder
from skjema.output.manifest import Manifest
from skjema.output.previous import JOURNAL, KEY, MANIFEST, Outcome
from tests.cli.running import Result, interrupt, own_process, skjema, started, wait_until
from tests.drawing import SAMPLES
from tests.reading_back import docx_text
from tests.render.word.documents import with_part
from tests.sample_files import copies_of

CHILDREN = SAMPLES / "samtykke-overgang" / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
FORM = "samtykke-overgang"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SKJEMA_LANG", raising=False)
    copy = tmp_path / "barn.xlsx"
    copy.write_bytes(CHILDREN.read_bytes())
    return copy


def fill(data: Path, *more: object) -> Result:
    return skjema("fill", FORM, data, "-o", "ut", "--format", "docx", *FIXED, *more)


def made_at(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.docx")}


def move(data: Path, row: int, school: str) -> None:
    """Give a child another school."""
    book = load_workbook(data)
    sheet = book["Barn"]
    column = next(
        cell.column for line in sheet.iter_rows(max_row=3) for cell in line if str(cell.value).startswith("Skole ")
    )
    assert column is not None
    sheet.cell(row, column).value = school
    book.save(data)


def rename(data: Path, row: int, name: str) -> None:
    book = load_workbook(data)
    book["Barn"].cell(row, 2).value = name
    book.save(data)


def test_a_run_that_is_done_is_left_as_it_is(data: Path) -> None:
    fill(data)
    before = made_at(Path("ut"))
    found = fill(data, "--resume")
    assert found.code == 1
    assert "Uendret fra før: 12." in found.said
    assert made_at(Path("ut")) == before


def test_what_is_missing_or_changed_is_made_again_and_nothing_else(data: Path) -> None:
    fill(data)
    before = made_at(Path("ut"))
    Path("ut", f"{FORM}-0004.docx").unlink()
    move(data, 8, "Ny skole")
    found = fill(data, "--resume")
    assert "Nye: 0. Endret: 1. Uendret: 11. Ikke lenger i listen: 0.\n  Nr. 0006: Skole\n" in found.said
    assert "Uendret fra før: 10." in found.said
    assert "Filer skrevet i ut: 2. Poster: 12." in found.said, "the files of this run alone"
    after = made_at(Path("ut"))
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {f"{FORM}-0004.docx", f"{FORM}-0006.docx"}
    assert "Ny skole" in docx_text(Path("ut", f"{FORM}-0006.docx").read_bytes())


@pytest.mark.parametrize("option", [("--lang", "nn"), ("--date", "2026-11-23"), ("--draft",)], ids=lambda one: one[0])
def test_another_way_of_printing_makes_all_anew(data: Path, option: tuple[str, ...]) -> None:
    fill(data)
    before = made_at(Path("ut"))
    fill(data, "--resume", *option)
    after = made_at(Path("ut"))
    assert len(after) == 12
    assert not before.items() & after.items()


def test_the_same_template_from_elsewhere_makes_nothing_anew(data: Path) -> None:
    fill(data)
    skjema("build", FORM, "-o", "templates/samtykke-overgang", "--lang", "nb")
    assert "Uendret fra før: 12." in fill(data, "--resume").said


def test_a_template_changed_in_word_makes_all_anew(data: Path) -> None:
    skjema("build", FORM, "-o", "templates/samtykke-overgang", "--lang", "nb")
    fill(data)
    before, template = made_at(Path("ut")), Path("templates", FORM, f"{FORM}.nb.docx")
    template.write_bytes(
        with_part(
            template.read_bytes(), "word/styles.xml", lambda xml: xml.replace('w:sz w:val="34"', 'w:sz w:val="36"')
        )
    )
    fill(data, "--resume")
    assert not before.items() & made_at(Path("ut")).items()


def test_formats_are_the_same_in_any_order_and_number(data: Path) -> None:
    skjema("fill", FORM, data, "-o", "ut", "--format", "pdf", "--format", "docx", "--format", "pdf", *FIXED)
    assert len(list(Path("ut").glob(f"{FORM}-*"))) == 24
    assert "Uendret fra før: 12." in skjema("fill", FORM, data, "-o", "ut", *FIXED, "--resume").said


def test_half_a_line_of_the_journal_spoils_no_later_run(data: Path) -> None:
    fill(data)
    Path("ut", MANIFEST).unlink()
    Path("ut", JOURNAL).write_bytes(b'{"nr": 1, "pla')
    for stopped in range(2):  # each of them killed before it came to its end
        fill(data, "--resume", "--rows", f"{stopped + 1}")
        report = Path("ut", MANIFEST)
        outcomes = json.loads(report.read_bytes())["outcomes"]
        report.unlink()
        Path("ut", JOURNAL).write_bytes(b'{"nr": 1, "pla' + json.dumps(outcomes[0]).encode() + b'\n{"nr": 7')
    assert fill(data, "--resume").code == 1
    assert len(made_at(Path("ut"))) == 12


def test_files_whose_row_is_gone_are_told(data: Path) -> None:
    fill(data)
    book = load_workbook(data)
    book["Barn"].delete_rows(14)
    book.save(data)
    found = fill(data, "--resume")
    assert "Filer fra en tidligere kjøring som ingen rad lager lenger: 1 (" in found.said
    assert Path("ut", f"{FORM}-0012.docx").exists()


@pytest.mark.parametrize("how", ["--resume", "--overwrite"])
def test_another_forms_run_is_neither_taken_up_nor_written_over(data: Path, how: str) -> None:
    skjema("fill", "virksomhetsplan", SAMPLES / "virksomhetsplan" / "enheter.xlsx", "-o", "ut", *FIXED)
    found = fill(data, how)
    assert (found.code, "[run-other-form]" in found.said) == (2, True)
    assert not made_at(Path("ut")).keys() - {f"virksomhetsplan-000{at}.docx" for at in (1, 2, 3)}


def test_a_file_that_no_run_has_made_is_left_alone(data: Path) -> None:
    fill(data, "--rows", "1-3")
    own = Path("ut", f"{FORM}-0004.docx")
    own.write_bytes(b"mitt eget")
    found = fill(data, "--resume")
    assert (found.code, "samtykke-overgang-0004.docx: Filen finnes fra" in found.said) == (3, True)
    assert own.read_bytes() == b"mitt eget"
    assert len(made_at(Path("ut"))) == 12


def test_a_file_that_was_written_and_not_noted_is_taken_for_done(data: Path) -> None:
    fill(data)
    report = json.loads(Path("ut", MANIFEST).read_bytes())
    Path("ut", MANIFEST).unlink()
    noted = [json.dumps(one) for one in report["outcomes"][:5]]
    Path("ut", JOURNAL).write_text("\n".join(noted) + "\n", "utf-8")
    assert fill(data, "--resume").code == 1
    assert json.loads(Path("ut", MANIFEST).read_bytes())["counts"]["failed"] == 0


def test_a_row_that_the_sheet_shows_otherwise_is_made_again(data: Path) -> None:
    def shown(number_format: str) -> None:
        book = load_workbook(data)
        book["Barn"]["H3"].value, book["Barn"]["H3"].number_format = 0.5, number_format  # the kindergarten's name
        book.save(data)

    shown("General")
    fill(data)
    shown("0%")
    fill(data, "--resume")
    assert "50 %" in docx_text(Path("ut", f"{FORM}-0001.docx").read_bytes())


def test_two_runs_do_not_share_a_folder(data: Path) -> None:
    Path("ut").mkdir()
    with LocalFolder(Path("ut")).journal(JOURNAL):
        found = fill(data)
    assert (found.code, "[folder-in-use]" in found.said) == (6, True)
    assert made_at(Path("ut")) == {}


def test_names_on_disk_may_have_letters_that_are_none(data: Path) -> None:
    strange = data.with_name(os.fsdecode(b"b\xe6rn.json"))
    strange.write_bytes((SAMPLES / FORM / "barn.json").read_bytes())
    found = skjema("fill", FORM, strange, "-o", "ut", *FIXED)
    assert (found.code, len(made_at(Path("ut")))) == (1, 12)
    assert json.loads(Path("ut", MANIFEST).read_bytes())["records"] == 12
    assert "Uendret fra før: 12." in skjema("fill", FORM, strange, "-o", "ut", *FIXED, "--resume").said


def test_a_folder_that_a_run_is_at_work_in_is_not_taken_up(data: Path) -> None:
    fill(data, "--rows", "1-2")
    with LocalFolder(Path("ut")).journal(JOURNAL):
        found = fill(data, "--resume")
    assert (found.code, "[folder-in-use]" in found.said) == (6, True)


def test_what_a_run_leaves_of_the_one_it_overwrites_is_told(data: Path) -> None:
    fill(data)
    book = load_workbook(data)
    book["Barn"].delete_rows(14)
    book.save(data)
    found = fill(data, "--overwrite", "--rows", "1-3")
    assert "Nr. 0012 er ikke lenger i listen." in found.said
    assert "Filer fra en tidligere kjøring som ingen rad lager lenger: 1 (" in found.said
    assert json.loads(Path("ut", MANIFEST).read_bytes())["left"] == [f"{FORM}-0012.docx"]


def test_resume_finds_the_latest_folder_by_itself(data: Path) -> None:
    for _ in range(2):
        skjema("fill", FORM, data, "--format", "docx", *FIXED)
    found = skjema("fill", FORM, data, "--format", "docx", *FIXED, "--resume")
    assert found.out.strip() == f"{FORM}-2026-11-22-2"
    assert "Uendret fra før: 12." in found.said


def test_there_must_be_something_to_resume(data: Path) -> None:
    found = fill(data, "--resume")
    assert found.code == 2
    assert "[nothing-to-resume]" in found.said
    assert not Path("ut").exists()


def test_a_run_stopped_by_ctrl_c_is_completed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        interrupt(patched, after=5)
        assert fill(data).code == 130
    before = made_at(Path("ut"))
    assert len(before) == 5
    assert '"complete": false' in Path("ut", MANIFEST).read_text("utf-8")
    found = fill(data, "--resume")
    assert "Uendret fra før: 5." in found.said
    after = made_at(Path("ut"))
    assert len(after) == 12
    assert before.items() <= after.items()
    assert '"complete": true' in Path("ut", MANIFEST).read_text("utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_process_that_is_killed_leaves_whole_files_and_resume_makes_the_rest(data: Path, workers: str) -> None:
    many = [f"{copy}" for copy in copies_of(data, 8)]  # 96 records
    command = "fill", FORM, *many, "-o", "ut", "--format", "docx", *FIXED
    journal = Path("ut", JOURNAL)
    with started(
        own_process(*command, "--workers", workers), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        wait_until(lambda: journal.exists() and journal.read_bytes().count(b"\n") > 9, process)
        process.kill()
        process.communicate(timeout=60)  # which ends when no worker holds the pipe any more
    before = made_at(Path("ut"))
    assert before
    for name in before:
        docx_text(Path("ut", name).read_bytes())  # whole
    found = skjema(*command, "--resume")
    assert found.code == 1
    assert sorted(path.name for path in Path("ut").iterdir()) == [
        "run.json", "run.key", *(f"{FORM}-{number:04}.docx" for number in range(1, 97)),
    ]  # fmt: skip
    after = made_at(Path("ut"))
    assert sum(after[name] == before.get(name) for name in after) >= len(before) - 1, (
        "all but one that wasn't noted yet"
    )


def contents(folder: Path) -> dict[str, str]:
    return {path.name: docx_text(path.read_bytes()) for path in folder.glob("*.docx")}


def test_a_file_that_another_row_took_over_before_a_kill_is_made_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two case numbers are swapped, the run is killed between the two files, and the swap is undone."""
    named = ("--name", "{saksnummer}", "--rows", "1-2")
    fill(data, *named)
    before, book = contents(Path("ut")), load_workbook(data)
    sheet = book["Barn"]
    at = next(cell.column for row in sheet.iter_rows(max_row=3) for cell in row if cell.value == "Saksnummer")
    first = next(row for row in range(1, 5) if sheet.cell(row, at).value == "Saksnummer") + 1
    one, other = sheet.cell(first, at), sheet.cell(first + 1, at)
    one.value, other.value = other.value, one.value
    book.save("byttet.xlsx")

    def killed(self: Manifest, outcome: Outcome) -> None:
        raise MemoryError  # the file is written, and nothing more is noted of it

    with monkeypatch.context() as patched:
        patched.setattr(Manifest, "add", killed)
        patched.setattr(Manifest, "end", lambda self, complete: self._journal.close())
        fill(Path("byttet.xlsx"), *named, "--resume")
    assert contents(Path("ut")) != before
    fill(data, *named, "--resume")
    assert contents(Path("ut")) == before


def test_files_of_rows_that_are_not_taken_are_not_written_over(data: Path) -> None:
    fill(data, "--name", "{barnehage_navn}", "--rows", "1")
    before = contents(Path("ut"))
    found = fill(data, "--name", "{barnehage_navn}", "--rows", "2-12", "--resume", "--partial")
    assert "[names-collide]" in found.said
    assert contents(Path("ut")) == before


def test_what_is_known_of_rows_that_are_not_taken_stays_known(data: Path) -> None:
    fill(data, "--rows", "1-4")
    found = fill(data, "--rows", "5-8", "--resume")
    assert "Filer fra før" not in found.said
    found = fill(data, "--resume")
    assert "Uendret fra før: 8." in found.said


def test_files_that_no_run_answers_for_are_told_every_time(data: Path) -> None:
    fill(data)
    book = load_workbook(data)
    book["Barn"].delete_rows(14)
    book.save(data)
    for _ in range(2):
        assert "Filer fra en tidligere kjøring som ingen rad lager lenger: 1 (" in fill(data, "--resume").said
    assert json.loads(Path("ut", MANIFEST).read_bytes())["left"] == [f"{FORM}-0012.docx"]
    Path("ut", f"{FORM}-0012.docx").unlink()
    assert "Filer fra før" not in fill(data, "--resume").said


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\x00" * 40, b'{"outcomes": [{"nr": 1}], "left": []}'])
def test_a_damaged_report_is_named(data: Path, content: bytes) -> None:
    fill(data, "--rows", "1")
    Path("ut", MANIFEST).write_bytes(content)
    found = fill(data, "--resume")
    assert (found.code, "run.json: Filen er skadet" in found.said) == (6, True)


def test_a_damaged_key_is_named(data: Path) -> None:
    fill(data, "--rows", "1")
    for content in (b"", b"x" * 100):
        Path("ut", KEY).write_bytes(content)
        found = fill(data, "--resume")
        assert (found.code, "run.key: Filen er skadet" in found.said) == (6, True)


@pytest.mark.parametrize("line", [b"", b"\x00\x00", b"[]", b"7", b'{"void": [99]}', b'{"nr": 1, "pl'])
def test_lines_of_the_journal_that_say_nothing_are_passed_over(data: Path, line: bytes) -> None:
    fill(data, "--rows", "1-2")
    Path("ut", JOURNAL).write_bytes(line + b"\n")
    assert "Uendret fra før: 2." in fill(data, "--resume", "--rows", "1-2").said


def test_a_report_that_is_sent_on_tells_of_nobody(data: Path) -> None:
    book = load_workbook(data)
    book["Barn"].title = "Kari Nordmann"
    book.save(data)
    fill(data, "--name", "{barn_navn}")
    report = Path("ut", MANIFEST).read_text("utf-8")
    for row in json.loads((SAMPLES / FORM / "barn.json").read_text("utf-8")):
        assert row["barn_navn"] not in report
    assert "Kari" not in report
    assert json.loads(report)["outcomes"][0]["place"] == "barn.xlsx: rad 3"
    assert "Uendret fra f\u00f8r: 12." in fill(data, "--name", "{barn_navn}", "--resume").said
