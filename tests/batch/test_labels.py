"""Address labels: each in its place on the sheet, in the order of the pack, and none for whom nobody may find."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from skjema.errors import DefinitionError
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, SAMPLES, field, form_of, write_form
from tests.sample_files import KOMMUNE

ADDRESS = 'address = { nb = "{{ navn }}\\n{{ gate }}\\n{{ postnr }} {{ poststed }}" }\n'
FIELDS = "".join(
    (
        field("navn", "name", required="true"),
        field("sperret", "yes_no"),
        *(field(name, kind, relevant='"not sperret"', printed="false") for name, kind in (("gate", "text"), ("postnr", "postnummer"), ("poststed", "text"))),
    )
)  # fmt: skip
SHEETS = {
    "3x8": (3, 8, 70.0, 37.0, 0.0, 0.0, 70.0),
    "2x7": (2, 7, 99.1, 38.1, 4.65, 15.15, 101.6),
}
"""Columns and rows, width and height, left and top of the first, and how far it is to the next: millimetres."""
WHITE = 3.0
"""Millimetres along each edge of a label that printers may leave without ink."""
PLACE = {"gate": "Storgata 1", "postnr": "0150", "poststed": "Eksempelby"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SKJEMA_LANG", raising=False)
    return tmp_path


def labelled(rows: Sequence[dict[str, Any]], *more: object) -> Result:
    """The run that packs some records of a small form, with labels."""
    write_form(Path.cwd(), '[[section]]\nid = "del"\n' + FIELDS, HEAD + ADDRESS)
    Path("rader.json").write_text(json.dumps([PLACE | row for row in rows]), "utf-8")
    return skjema("pack", "prove", "rader.json", "-o", "ut.pdf", "--labels", "etiketter.pdf", *more)


Ink = tuple[int, float, float, float, float, str]
"""Page, then left, top, right and bottom in millimetres, and the text of a line."""


def lines_of(file: str = "etiketter.pdf") -> Iterator[Ink]:
    """The lines on the sheets, from top to bottom."""
    scale = 25.4 / 72
    for number, page in enumerate(pypdfium2.PdfDocument(file)):
        assert tuple(round(side * scale, 1) for side in page.get_size()) == (210.0, 297.0)
        text = page.get_textpage()
        for left, bottom, right, top in (text.get_rect(at) for at in range(text.count_rects())):
            words = text.get_text_bounded(left, bottom, right, top)
            yield number, left * scale, 297 - top * scale, right * scale, 297 - bottom * scale, words


def label_of(line: Ink, sheet: str) -> tuple[int, int]:
    """Page and place, counted from 1, of the label that a line stands on, which has it whole within its white edges."""
    columns, rows, width, height, left, top, across = SHEETS[sheet]
    page, from_left, from_top, to_right, to_bottom, _ = line
    for place in range(columns * rows):
        x, y = left + place % columns * across, top + place // columns * height
        if (
            x + WHITE <= from_left
            and to_right <= x + width - WHITE
            and y + WHITE <= from_top
            and to_bottom <= y + height - WHITE
        ):
            return page, place + 1
    raise AssertionError(line)


def texts_by_label(sheet: str) -> dict[tuple[int, int], str]:
    placed = sorted((label_of(line, sheet), line[2], line[5]) for line in lines_of())
    return {
        place: " ".join(words for *_, words in members) for place, members in groupby(placed, key=lambda one: one[0])
    }


def letters(text: str) -> str:
    """The letters of a text, sorted: a line that takes two fonts comes back in pieces."""
    return "".join(sorted(text.replace("\x02", "-").replace(" ", "")))  # pdfium's mark of a hyphen that ends a line


NAMES = (
    "Čáhppes Đuŋŋá Ærlig",
    "Łukasz Żółć",
    "Nguyễn Thị Ánh",
    "Олександр Ґонта",
    "Bjørnstjerne Åsgard-Sæterdalsbråten",
)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_label_of_every_sheet_has_one_address_within_its_edges(sheet: str) -> None:
    count = SHEETS[sheet][0] * SHEETS[sheet][1]
    rows = [{"navn": f"{NAMES[at % 5]} {chr(65 + at)}", "gate": f"Vei {at}"} for at in range(count)]
    assert f"Etiketter: {count}," in labelled(rows, "--label-sheet", sheet).said
    assert {place: letters(text) for place, text in texts_by_label(sheet).items()} == {
        (0, at + 1): letters(f"{row['navn']}{row['gate']}0150Eksempelby") for at, row in enumerate(rows)
    }


@pytest.mark.parametrize("sheet", SHEETS)
def test_text_begins_six_millimetres_inside_its_label(sheet: str) -> None:
    labelled([{"navn": "Nils Nord"}, {"navn": "Nina Nord"}], "--label-sheet", sheet)
    left, across = SHEETS[sheet][4], SHEETS[sheet][6]
    names = [line for line in lines_of() if "Nord" in line[5]]
    # an N has a little white at its left
    assert [line[1] - 6 - left for line in names] == pytest.approx([0.3, across + 0.3], abs=0.15)


def test_labels_go_on_from_the_first_that_is_free_in_the_order_of_the_pack() -> None:
    rows = [{"navn": name} for name in ("Åse Aas", "Berit Berg", "Anne Aas")]
    labelled(rows, "--sort", "navn", "--first-label", "24")
    assert {place: text.split()[0] for place, text in texts_by_label("3x8").items()} == {
        (0, 24): "Anne",
        (1, 1): "Berit",
        (1, 2): "Åse",
    }


LONG = "c/o Aleksanteri Vuolit-Guttorm, bofellesskapet for unge, bygg 4, inngang F, tredje etasje til høyre, Prestegårdsskoleveien 1234"


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_long_address_stays_on_its_label_whole(sheet: str) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft Nguyễn"
    labelled([{"navn": name, "gate": LONG}, {"navn": "Kari Nord"}], "--label-sheet", sheet)
    assert {label_of(line, sheet) for line in lines_of()} == {(0, 1), (0, 2)}
    text = pypdfium2.PdfDocument("etiketter.pdf")[0].get_textpage().get_text_bounded()
    assert "".join(text.split()).startswith(f"{name}{LONG}0150Eksempelby".replace(" ", ""))


def test_nobody_of_a_household_with_a_protected_address_gets_a_label() -> None:
    rows: list[dict[str, Any]] = [
        {"navn": "Hilde Hemmelig", "sperret": True},
        {"navn": "Søster Hemmelig", "gate": "storgata  1."},  # at the same place
        {"navn": "Hilde Hemmelig", "gate": "Annenveien 2"},  # the same child
        {"navn": "Kari Nord", "gate": "Storgata 2"},
    ]
    told = labelled(rows)
    assert told.said.count("[label-household]") == 2
    assert list(texts_by_label("3x8").values()) == ["Kari Nord Storgata 2 0150 Eksempelby"]
    # also where the one it is withheld for isn't among those to take
    labelled(rows, "--rows", "2-4", "--overwrite")
    assert list(texts_by_label("3x8").values()) == ["Kari Nord Storgata 2 0150 Eksempelby"]


def test_who_gets_no_label_is_told_with_the_reason_and_stands_on_none() -> None:
    rows: list[dict[str, Any]] = [
        {"navn": "Kari Nord"},
        {"navn": "Hilde Hemmelig", "sperret": True, "gate": "Gjemveien 1"},
        {"navn": "Per Uten", "postnr": None},
        {"navn": "Pål Uten", "gate": None},
        {"navn": "Lise Lang", "gate": "x" * 900},
    ]
    told = labelled(rows)
    assert told.code == 1
    assert [line for line in told.said.splitlines() if "etikett" in line] == [
        "ADVARSEL rader.json:$[1]: Skjema 2 får ingen etikett: adressen er sperret og skal ikke stå på papir. Lever det på en"
        " annen måte. [label-withheld]",
        *(
            f"ADVARSEL rader.json:$[{number - 1}]: Skjema {number} får ingen etikett: adressen mangler eller er ikke hel. Skriv"
            " navn, adresse, postnummer og poststed i listen. [label-no-address]"
            for number in (3, 4)
        ),
        "ADVARSEL rader.json:$[4]: Skjema 5 får ingen etikett: adressen har ikke plass. Gjør den kortere, eller bruk større"
        " etiketter. [label-too-long]",
        "etiketter.pdf er skrevet. Etiketter: 1, uten etikett: 4. Skriv ut i faktisk størrelse (100 %).",
    ]
    assert texts_by_label("3x8") == {(0, 1): "Kari Nord Storgata 1 0150 Eksempelby"}


def test_without_any_address_no_sheet_is_written_and_the_pack_is() -> None:
    told = labelled([{"navn": "Per Uten", "postnr": None}])
    assert "Ingen etiketter er skrevet" in told.said
    assert not Path("etiketter.pdf").exists()
    assert Path("ut.pdf").exists()


def test_letters_that_no_font_has_stop_the_run_before_anything_is_written() -> None:
    told = labelled([{"navn": "Kari Nord", "gate": "上海路 1"}])
    assert told.code == 4
    assert "rader.json:$[0].gate" in told.said
    assert "[letter-not-in-font]" in told.said
    assert not Path("ut.pdf").exists()


@pytest.mark.parametrize("marked", ["barn", "foresatte"])
def test_a_protected_family_gets_no_label_whoever_of_it_is_protected(marked: str) -> None:
    (child, other, *_) = json.loads((SAMPLES / "samtykke-overgang" / "barn.json").read_text("utf-8"))
    if marked == "barn":
        child["barn_adressesperre"] = "Kode 6"
    else:
        child["foresatte"][-1]["adressesperre"] = "Fortrolig"
    Path("barn.json").write_text(json.dumps([child, other]), "utf-8")
    run = ("pack", "samtykke-overgang", "barn.json", "-o", "ut.docx", "--kommune", KOMMUNE, "--date", "2026-11-22")
    told = skjema(*run, "--labels", "etiketter.pdf")
    assert "[label-withheld]" in told.said
    assert [text.split()[2:4] for text in texts_by_label("3x8").values()] == [other["barn_navn"].split()[:2]]


def test_the_labels_of_a_letter_have_what_its_window_shows() -> None:
    sample = SAMPLES / "moteinnkalling" / "moter.xlsx"
    run = (
        "pack",
        "moteinnkalling",
        sample,
        "-o",
        "ut.pdf",
        "--kommune",
        KOMMUNE,
        "--date",
        "2026-11-22",
        "--rows",
        "1",
    )
    told = skjema(*run, "--labels", "etiketter.pdf")
    texts = list(texts_by_label("3x8").values())
    window = pypdfium2.PdfDocument("ut.pdf")[0].get_textpage().get_text_bounded(60, 640, 310, 715).split()
    assert " ".join(window) == texts[0], told.said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--labels", "etiketter.docx"), "Etikettene er en PDF"),
        (("--label-sheet", "2x7"), "hører til den"),
        (("--first-label", "2"), "hører til den"),
        (("--labels", "e.pdf", "--label-sheet", "2x7", "--first-label", "15"), "har 14"),
        (("--labels", "ut.pdf"), "nevnt to ganger"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...], words: str) -> None:
    told = skjema("pack", "samtykke-overgang", "rader.json", "-o", "ut.pdf", *options)
    assert told.code == 2
    assert words in " ".join(told.said.split())


def test_a_form_that_is_sent_to_nobody_has_no_labels() -> None:
    write_form(Path.cwd(), '[[section]]\nid = "del"\n' + FIELDS)
    Path("rader.json").write_text(json.dumps([{"navn": "Kari Nord"}]), "utf-8")
    told = skjema("pack", "prove", "rader.json", "-o", "ut.pdf", "--labels", "etiketter.pdf")
    assert told.code == 2
    assert "[address-missing]" in told.said


def test_a_name_that_an_address_gets_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as told:
        form_of(tmp_path, FIELDS, head=HEAD + ADDRESS.replace("gate", "gata"))
    assert [one.code for one in told.value.problems] == ["name-unknown"]
