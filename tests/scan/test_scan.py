"""Answers on paper: read where they are sure, shown where they aren't, and never given to somebody else."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from PIL import Image
from PIL.Image import Image as Picture
from pypdf import PdfReader

from skjema import api
from skjema.batch import returned_files
from skjema.definition.model import Form
from skjema.records.paper_layout import PaperBox, PaperLayout
from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES, TODAY
from tests.returning import saved_whole
from tests.scan.pen import (
    DOTS,
    beside,
    cross,
    cross_out,
    cross_over_tick,
    cross_over_word,
    dot,
    highlighted,
    holes,
    large_cross,
    large_signature,
    large_tick,
    long_tick,
    note,
    note_at_edge,
    printed,
    ring,
    scanned,
    stacked,
    strike,
    struck_large_cross,
    struck_tick,
    thick_dot,
    through,
    tick,
    word_beside,
    write,
)

FORM = "samtykke-overgang"
LIST = SAMPLES / FORM / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
SEEN = {"scan-missing", "scan-double", "scan-half", "scan-two-sheets", "scan-no-code"}


class Sent:
    """A pack of four consents, two pages each, as it was printed, and where its boxes are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        skjema("pack", FORM, LIST, "-o", folder / "p.pdf", "--run", folder / "sendt", "--rows", "1-4", *FIXED)
        self.pages = printed((folder / "p.pdf").read_bytes())
        report = json.loads((folder / "sendt" / "run.json").read_bytes())
        layouts = {one["paper"]: PaperLayout.of(one["layout"]) for one in report["papers"]}
        self.boxes = [
            {(box.name, box.answer): box for box in layouts[one["papers"][0]].boxes} for one in report["outcomes"]
        ]

    def sheets(self, record: int) -> list[Picture]:
        """The two pages of a record, counted from 1, to be written on."""
        return [page.copy() for page in self.pages[2 * record - 2 : 2 * record]]

    def on(self, record: int, page: Picture, pen: Callable[[Picture, Any], None], name: str, answer: str = "") -> None:
        box: PaperBox = self.boxes[record - 1][name, answer]
        pen(page, (box.left, box.top, box.right, box.bottom))


def scan(*stack: Path, more: tuple[object, ...] = ()) -> Result:
    return skjema("scan", *stack, "--run", "sendt", "--list", LIST, "-o", "svar.xlsx", "--overwrite", *FIXED, *more)


def rows(sheet: str) -> Iterator[dict[str, Any]]:
    """The lines of a sheet by what stands above them; of the answers, by their ids."""
    found = [[cell.value for cell in row] for row in openpyxl.load_workbook("svar.xlsx")[sheet].iter_rows()]
    heads, *lines = found[1:] if sheet in ("Svar", "Flere svar") else found
    for line in lines:
        yield {str(head): value for head, value in zip(heads, line, strict=True) if value is not None}


def faults() -> list[tuple[Any, Any]]:
    return [(row["Nr."], row["Kode"]) for row in rows("Feil")]


def test_ticks_are_read_and_handwriting_is_shown(sent: Sent) -> None:
    stack = []
    for record, turned in ((3, False), (1, True)):
        front, back = sent.sheets(record)
        sent.on(record, back, cross, "samtykke", "ja" if record == 1 else "nei")
        sent.on(record, back, tick, "omfang.sprak.kan_gis", "nei")
        sent.on(record, back, write, "underskrift_foresatt.1.underskrift")
        sent.on(record, back, write, "tolk_sprak")
        stack += [scanned(front, record, 3), scanned(back, record, -3, turned=turned)]
    done = scan(stacked(stack, Path("bunke.pdf")))
    assert done.code == 1
    assert "snudd: 1" in done.said
    answers = {row["@svar"]: row for row in rows("Svar")}
    assert {number: row["samtykke"] for number, row in answers.items()} == {1: "Ja", 3: "Nei"}
    assert all(row["omfang.sprak.kan_gis"] == "Nei" and "overgangssamtale" not in row for row in answers.values())
    assert all(row["underskrift_foresatt.1.underskrift"] == "Ja" for row in answers.values())
    assert all("tolk_sprak" not in row for row in answers.values()), "nobody reads handwriting"
    assert faults().count((1, "scan-written")) == 1
    assert not [one for one in faults() if one[1] in ("required-empty", "scan-look")]
    pictures = openpyxl.load_workbook("svar.xlsx")["Bilder"]
    assert len(pictures._images) == 4  # type: ignore[attr-defined]
    assert {row["Felt"] for row in rows("Bilder")} == {
        "Trenger dere tolk? Skriv språket", "Underskrift, forelder eller foresatt",
    }  # fmt: skip
    assert pictures["E2"].hyperlink.location.startswith("'Svar'!")


def test_a_paper_that_is_scanned_again_with_all_its_sheets_stands_alone(sent: Sent) -> None:
    front, back = sent.sheets(1)
    sent.on(1, back, cross, "samtykke", "ja")
    scan(stacked([scanned(back, 1)], Path("halv.pdf")))
    assert (1, "scan-missing") in faults()
    scan(stacked([scanned(front, 2), scanned(back, 3)], Path("hel.pdf")))
    assert "scan-missing" not in [code for _, code in faults()]
    assert [(row["@svar"], row["samtykke"]) for row in rows("Svar")] == [(1, "Ja")]
    assert [row["Kode"] for row in rows("Passer ikke")] == ["scan-replaced"]


def test_half_a_paper_that_says_otherwise_is_an_answer_of_its_own(sent: Sent) -> None:
    """Two guardians may have got a copy each: the no of the one isn't replaced by the yes of the other."""
    front, back = sent.sheets(1)
    other = back.copy()
    sent.on(1, back, cross, "samtykke", "ja")
    sent.on(1, other, cross, "samtykke", "nei")
    scan(stacked([scanned(other, 1)], Path("halv.pdf")))
    scan(stacked([scanned(front, 2), scanned(back, 3)], Path("hel.pdf")))
    assert sorted(row["samtykke"] for row in rows("Flere svar") if "samtykke" in row) == ["Ja", "Nei"]


def test_a_sheet_that_is_signed_and_answers_nothing_is_told(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, write, "underskrift_foresatt.1.underskrift")
    scan(stacked([scanned(front, 4), scanned(back, 5)], Path("bunke.pdf")))
    told = [code for _, code in faults() if code in ("required-empty", "returned-undecided")]
    assert told == ["required-empty"], "what must be answered is told once"


def test_a_program_reads_a_stack_too(sent: Sent, overgang: Form) -> None:
    front, back = sent.sheets(3)
    sent.on(3, back, cross, "samtykke", "ja")
    counts = api.scan(overgang, [stacked([front, back], Path("bunke.pdf"))], Path("sendt"))
    assert (counts.pages, counts.papers, counts.unknown) == (2, 1, 0)
    collection = api.collect(overgang, [Path("sendt/skannet")], listed=[LIST], run=Path("sendt"), today=TODAY)
    assert [(reply.sent.number, reply.checked.values["samtykke"]) for reply in collection.replies] == [(3, True)]


@pytest.mark.parametrize(
    "pen", [cross_out, dot, thick_dot, ring, struck_tick, cross_over_tick, struck_large_cross, cross_over_word]
)
def test_what_is_not_clear_is_left_to_somebody(sent: Sent, pen: Callable[[Picture, Any], None]) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, pen, "samtykke", "ja")
    sent.on(2, back, cross, "omfang.sprak.kan_gis", "ja")
    sent.on(2, back, tick, "omfang.sprak.kan_gis", "nei")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert row["samtykke"] == "må ses på", "what decides isn't left empty, as if nothing were answered"
    assert "omfang.sprak.kan_gis" not in row, "two answers are none"
    assert faults().count((2, "scan-look")) == 2
    assert {one["Nr."] for one in rows("Bilder")} == {2}


@pytest.mark.parametrize("pen", [ring, through])
def test_what_runs_through_other_boxes_answers_none_of_them(sent: Sent, pen: Callable[[Picture, Any], None]) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    sent.on(2, back, pen, "omfang.sosialt.kan_gis", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert row["samtykke"] == "Ja"
    assert not {f"omfang.{name}.kan_gis" for name in ("sprak", "sosialt", "spesialpedagogisk")} & row.keys()
    assert faults().count((2, "scan-look")) >= 2


@pytest.mark.parametrize("pen", [long_tick, cross, large_cross, large_tick])
def test_a_tick_may_be_larger_than_its_box(sent: Sent, pen: Callable[[Picture, Any], None]) -> None:
    front, back = sent.sheets(2)
    for name in ("samtykke", "omfang.sprak.kan_gis", "omfang.sosialt.kan_gis"):
        sent.on(2, back, pen, name, "nei")
    sent.on(2, back, large_signature, "underskrift_foresatt.1.underskrift")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert {row[name] for name in ("samtykke", "omfang.sprak.kan_gis", "omfang.sosialt.kan_gis")} == {"Nei"}
    assert row["underskrift_foresatt.1.underskrift"] == "Ja"
    assert not [one for one in faults() if one[1] in ("scan-look", "scan-stray")]


@pytest.mark.parametrize("pen", [beside, word_beside])
def test_what_stands_beside_a_box_may_be_its_answer(sent: Sent, pen: Callable[[Picture, Any], None]) -> None:
    """Also where the rows above and below are ticked, and their ticks have tails of their own."""
    front, back = sent.sheets(2)
    sent.on(2, back, pen, "omfang.sosialt.kan_gis", "ja")
    for name in ("omfang.sprak.kan_gis", "omfang.spesialpedagogisk.kan_gis"):
        sent.on(2, back, tick, name, "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert "omfang.sosialt.kan_gis" not in row
    assert {(2, "scan-stray"), (2, "scan-look")} <= {*faults()}


def test_a_paper_with_a_mark_beside_its_boxes_alone_is_not_as_it_was_sent(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, beside, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    assert (2, "scan-stray") in faults()


def test_an_empty_paper_is_told_by_what_paper_may_hide(sent: Sent) -> None:
    scan(stacked([scanned(page, 1) for page in sent.sheets(2)], Path("bunke.pdf")))
    assert [row["Kode"] for row in rows("Passer ikke")] == ["scan-blank"]


def test_a_highlighter_ticks_too(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, highlighted, "samtykke", "ja")
    scan(stacked([front, back], Path("bunke.pdf")))  # in colours, as modern copiers scan
    (row,) = rows("Svar")
    assert row.get("samtykke") == "Ja" or (2, "scan-look") in faults()


def test_a_page_that_is_struck_out_answers_nothing(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    sent.on(2, back, write, "underskrift_foresatt.1.underskrift")
    sent.on(2, back, strike, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert row["samtykke"] == "må ses på"
    assert "underskrift_foresatt.1.underskrift" not in row
    assert (2, "scan-stray") in faults()
    assert "Utenfor rutene" in {one["Felt"] for one in rows("Bilder")}


def test_a_note_at_the_foot_is_told_and_the_answers_stand(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    sent.on(2, front, note, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert row["samtykke"] == "Ja"
    assert faults().count((2, "scan-stray")) == 1


def test_sheets_that_are_not_as_they_should_be_are_told_and_not_read(sent: Sent) -> None:
    stack: list[Picture] = []
    for record in (1, 2, 3, 4):
        front, back = sent.sheets(record)
        sent.on(record, back, cross, "samtykke", "ja")
        stack += [scanned(front, record), scanned(back, record)]
    one_front, _, two_front, two_back, three_front, three_back, four_front, four_back = stack
    width, height = four_back.size
    both = four_front.copy()
    both.paste(four_back, (0, -height // 2))
    foreign = Image.new("L", (width, height), 240)
    foreign.paste(20, (200, 300, 700, 900))
    blank = scanned(Image.new("RGB", (width, height), "white"), 9)
    torn = three_back.crop((0, height // 3, width, height))
    sheets = [one_front, two_front, two_back, two_back, blank, three_front, torn, both, foreign]
    done = scan(stacked(sheets, Path("bunke.pdf")))
    assert "tomme baksider: 1" in done.said
    assert not [row for row in rows("Svar") if "samtykke" in row]
    assert [one for one in faults() if one[1] in SEEN] == [(1, "scan-missing"), (2, "scan-double"), (3, "scan-half")]
    assert {row["Kode"] for row in rows("Passer ikke")} == {"scan-two-sheets", "scan-no-code"}
    assert [row["Nr."] for row in rows("Ikke svart")] == [4]


def test_papers_of_nobody_here_are_nobodys(sent: Sent, tmp_path: Path) -> None:
    skjema("pack", FORM, LIST, "-o", "a.pdf", "--run", "annen", "--rows", "1", *FIXED)
    skjema("pack", FORM, LIST, "-o", "b.pdf", "--rows", "1", *FIXED)
    pages = [scanned(page, 1) for name in ("a.pdf", "b.pdf") for page in printed(Path(name).read_bytes())]
    scan(stacked(pages, Path("bunke.tif")))
    assert [row["Kode"] for row in rows("Passer ikke")] == ["scan-other-run"] * 2 + ["scan-not-named"] * 2
    assert not [*rows("Svar")]


def test_two_whole_copies_are_two_answers(sent: Sent) -> None:
    stack = []
    for answer in ("ja", "nei"):
        front, back = sent.sheets(2)
        sent.on(2, back, cross, "samtykke", answer)
        stack += [scanned(front, 1), scanned(back, 2)]
    scan(stacked(stack, Path("bunke.pdf")))
    assert sorted(row["samtykke"] for row in rows("Flere svar")) == ["Ja", "Nei"]
    mixed = [stack[0], stack[2], stack[1], stack[3]]
    shutil.rmtree("sendt/skannet")
    scan(stacked(mixed, Path("bunke.pdf")))
    assert faults()[-1:] == [(2, "scan-double")]
    assert not [row for row in rows("Svar") if "samtykke" in row], "nobody knows which sheets belong together"


def test_each_record_gets_its_sheets_in_a_file_of_its_own(sent: Sent) -> None:
    pages = [scanned(page, 1, turned=True) for page in reversed(sent.sheets(3))]
    first = scan(stacked(pages, Path("bunke.pdf")))
    held = Path("sendt", "skannet", f"{FORM}-0003.pdf")
    assert [page.rotation for page in PdfReader(held).pages] == [180, 180]
    upright = pypdfium2.PdfDocument(held)[0].get_textpage  # its pages are pictures
    assert upright().get_text_bounded() == ""
    assert first.code == scan(Path("bunke.pdf")).code
    assert [path.name for path in Path("sendt", "skannet").iterdir()] == [held.name], "the same sheets are there once"


def test_paper_and_mail_come_into_one_workbook(sent: Sent, tmp_path: Path) -> None:
    skjema("fill", FORM, LIST, "-o", "sendt", "--format", "pdf", "--rows", "1-4", "--resume", *FIXED)
    Path("innboks").mkdir()
    mailed = saved_whole(Path("sendt", f"{FORM}-0001.pdf").read_bytes(), {"samtykke": "/nei"})
    Path("innboks", "svar.pdf").write_bytes(mailed)
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    read = ("collect", "innboks", "sendt/skannet", "--run", "sendt", "--list", LIST, "-o", "svar.xlsx", "--overwrite")
    skjema(*read, *FIXED)
    assert {row["@svar"]: row["samtykke"] for row in rows("Svar")} == {1: "Nei", 2: "Ja"}
    told = skjema("status", LIST, "--run", "sendt", "--answers", "svar.xlsx", "--json", *FIXED)
    states = {one["nr"]: one["state"] for one in json.loads(told.out)["records"]}
    assert (states[1], states[2], states[3]) == ("no", "yes", "silent")


def test_no_answer_shows_and_erase_removes_all(sent: Sent, tmp_path: Path) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, write, "tolk_sprak")
    sent.on(2, back, cross, "samtykke", "ja")
    done = scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")), more=("-o", "sendt/svar.xlsx"))
    report = Path("sendt", "run.json").read_text("utf-8")
    assert '"ja"]' not in report.replace('["samtykke", "ja", "radio"', "")
    assert "Ja" not in done.said.split()
    assert skjema("erase", "sendt", "--yes", "--receipt", "kvittering.json", "--date", "2026-12-01").code == 0
    assert not Path("sendt").exists()


@pytest.mark.parametrize("name", ["bunke.pdf", "bunke.png", "bunke.docx"])
def test_what_is_no_scan_is_told(sent: Sent, name: str) -> None:
    Path(name).write_bytes(b"noe annet")
    done = scan(Path(name))
    assert (done.code, "bunke" in done.said) == (2 if name.endswith("docx") else 6, True)
    assert DOTS == 150


def test_without_what_reads_scans_it_is_told_how_to_get_it(sent: Sent, monkeypatch: pytest.MonkeyPatch) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, write, "tolk_sprak")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    monkeypatch.setattr(returned_files, "find_spec", lambda name: None)
    done = scan(Path("bunke.pdf"))
    assert (done.code, "skjema[scan]" in done.said) == (2, True)
    done = skjema("collect", "sendt/skannet", "--run", "sendt", "--list", LIST, "-o", "to.xlsx", *FIXED)
    assert "[scan-extra]" in done.said


@pytest.mark.parametrize(("pen", "is_told"), [(holes, False), (note_at_edge, True)])
def test_holes_are_no_marks_and_a_note_at_the_edge_is_one(
    sent: Sent, pen: Callable[[Picture, Any], None], is_told: bool
) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    sent.on(2, front, pen, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    assert ((2, "scan-stray") in faults()) == is_told
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]


def test_part_of_another_sheet_that_lies_over_one_is_not_read_as_its_own(sent: Sent) -> None:
    """The code of the one and the corners of the other: four millimetres off, a scanner's stretch would be too large."""
    front, back = sent.sheets(1)
    sent.on(1, back, cross, "samtykke", "ja")
    _, other = sent.sheets(2)
    sent.on(2, other, cross, "samtykke", "nei")
    width, height = back.size
    back.paste("white", (0, height // 2 - 24, width, height))
    back.paste(other.crop((0, height // 2, width, height)), (0, height // 2 - 24))
    scan(stacked([scanned(front, 1), scanned(back, 2, 0)], Path("bunke.pdf")))
    assert not [row for row in rows("Svar") if "samtykke" in row]
    assert (2, "scan-half") in faults()


def test_papers_of_a_run_that_noted_nothing_printed_are_told_of(sent: Sent) -> None:
    report = json.loads(Path("sendt/run.json").read_bytes())
    for one in report["papers"]:
        one["layout"]["printed"] = ["skadd"]  # of the second page nothing stands there at all
    Path("sendt/run.json").write_text(json.dumps(report), "utf-8")
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    scan(stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf")))
    assert (2, "scan-not-compared") in faults()
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]
