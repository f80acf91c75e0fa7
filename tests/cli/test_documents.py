"""A form with a document for each row of a group: they are numbered, named, kept and told apart as any record is."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from skjema.definition.model import Form
from skjema.records.input import Input
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, SAMPLES, checked, field, first, form_of, lines, put, write_form
from tests.reading_back import docx_text, pdf_text

HEADED = HEAD + 'for_each = "deltakere"\n'
GROUP = (
    '[[section.field]]\nid = "deltakere"\ntype = "group"\nlabel = { nb = "Deltaker" }\n'
    '[[section.field.field]]\nid = "hvem"\ntype = "name"\nlabel = { nb = "Hvem" }\nrequired = true\n'
    '[[section.field.field]]\nid = "by"\ntype = "text"\nlabel = { nb = "By" }\n'
)
NOTE = (
    '[[section.field]]\nid = "til"\ntype = "note"\ntext = { nb = "Til {{ rad.hvem }} i {{ rad.by }}: {{ navn }}." }\n'
)
RULE = (
    '[[rule]]\nid = "by-mangler"\ntest = "rad.by != \'\'"\nmessage = { nb = "Byen mangler." }\nseverity = "warning"\n'
)
MAIN: list[list[Any]] = [["Navn"], ["Møte A"], ["Møte B"]]
PEOPLE: list[list[Any]] = [
    ["Navn", "Hvem", "By"],
    ["Møte A", "Kari Nes", "Bodø"],
    ["Møte B", "Per Dahl", "Ås"],
    ["Møte A", "Máret Ŋaba", "Alta"],
    ["alle", "Ola Vik", "Oslo"],
]
EVERYONE = ["Kari Nes", "Máret Ŋaba", "Ola Vik", "Per Dahl", "Ola Vik"]


def book(path: Path, people: list[list[Any]]) -> Path:
    made = Workbook()
    put(first(made), MAIN)
    put(made.create_sheet("Deltaker"), people)
    made.save(path)
    return path


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, field("navn"), GROUP, NOTE, head=HEADED)


@pytest.fixture
def own(folder: Path) -> Path:
    """The working folder with such a form and its data."""
    write_form(folder, '[[section]]\nid = "del"\n' + field("navn") + GROUP + NOTE, HEADED)
    return book(folder / "a.xlsx", PEOPLE)


def fill(*more: str) -> Result:
    return skjema("fill", "prove", "a.xlsx", "-o", "ut", "--date", "2026-11-22", *more)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def test_each_row_is_a_record_of_its_own_in_the_order_of_the_data(form: Form, tmp_path: Path) -> None:
    data = Input(form, (book(tmp_path / "a.xlsx", PEOPLE),))
    assert [one.number for one in data] == [1, 2, 3, 4, 5]
    assert data.count == 5
    records, problems = checked(form, tmp_path / "a.xlsx")
    assert [one.values["rad"]["hvem"] for one in records] == EVERYONE
    assert problems == []


def test_a_record_with_nobody_to_write_to_is_told(form: Form, tmp_path: Path) -> None:
    records, problems = checked(form, book(tmp_path / "a.xlsx", PEOPLE[:2]))
    assert [one.values["rad"]["hvem"] for one in records] == ["Kari Nes", None]
    assert [one.code for one in problems] == ["group-too-few"]


def test_json_has_its_rows_nested(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"navn": "A", "deltakere": [{"hvem": "Kari Nes"}, {}, {"hvem": "Per Dahl"}]}]), "utf-8")
    records, _ = checked(form, path)
    assert [(one.record.addressed, one.values["rad"]["hvem"]) for one in records] == [
        ("1", "Kari Nes"),
        ("3", "Per Dahl"),
    ]


def test_columns_of_the_main_sheet_are_rows_too(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GROUP.replace("label", "max = 3\nlabel", 1), NOTE, head=HEADED)
    path = tmp_path / "a.csv"
    path.write_text("Navn;Deltaker 1: Hvem;Deltaker 2: Hvem;Deltaker 3: Hvem\nA;Kari Nes;;Per Dahl\n", "utf-8")
    assert [one.values["rad"]["hvem"] for one in checked(form, path)[0]] == ["Kari Nes", "Per Dahl"]


def test_a_rule_may_ask_of_the_row_and_what_rows_share_is_told_once(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("frist", "date", required="true"), GROUP, NOTE, head=HEADED, more=RULE
    )
    path = tmp_path / "a.json"
    rows = [{"hvem": "Kari Nes", "by": "Bodø"}, {"hvem": "Per Dahl"}]
    path.write_text(json.dumps([{"navn": "A", "deltakere": rows}]), "utf-8")
    told = lines(checked(form, path)[1])
    assert sum("by-mangler" in one for one in told) == 1


def test_documents_are_numbered_and_each_says_whom_it_is_for(own: Path) -> None:
    assert fill("--format", "pdf", "--format", "docx").code == 0
    assert names(Path("ut")) == [f"prove-{number:04}.pdf" for number in range(1, 6)]
    for number, who in enumerate(EVERYONE, start=1):
        for text in (
            pdf_text(Path(f"ut/prove-{number:04}.pdf").read_bytes()),
            docx_text(Path(f"ut/prove-{number:04}.docx").read_bytes()),
        ):
            assert f"Til {who} i" in text


def test_a_fault_of_the_meeting_is_told_once_and_stops_all_its_documents(own: Path) -> None:
    book(own, [*PEOPLE, ["Møte A", None, "Moss"]])
    found = fill("--partial")
    assert found.out.count("required-empty") + found.said.count("[required-empty]") == 1
    assert len(names(Path("ut"))) == 2


def test_rows_counts_documents(own: Path) -> None:
    assert fill("--rows", "2,4").code == 0
    assert names(Path("ut")) == ["prove-0002.pdf", "prove-0004.pdf"]


def test_names_of_files_may_say_who(own: Path) -> None:
    assert fill("--name", "{rad.by}-{nr}").code == 0
    assert names(Path("ut"))[0] == "Alta-0002.pdf"


def test_whoever_comes_later_gets_a_number_of_their_own(own: Path) -> None:
    assert fill().code == 0
    before = {path.name: path.read_bytes() for path in Path("ut").glob("*.pdf")}
    book(own, [PEOPLE[0], ["Møte A", "Ny Person", "Rana"], *PEOPLE[1:]])
    found = skjema("fill", "prove", "a.xlsx", "-o", "nye", "--date", "2026-11-22", "--changed", "ut")
    assert found.code == 0
    assert "prove-0006.pdf" in names(Path("nye"))
    assert {path.name: path.read_bytes() for path in Path("ut").glob("*.pdf")} == before
    text = pdf_text(Path("nye/prove-0006.pdf").read_bytes())
    assert "Til Ny Person i Rana" in text


def test_a_pack_has_a_form_for_each_and_its_index_says_whom(own: Path) -> None:
    found = skjema("pack", "prove", "a.xlsx", "-o", "alle.pdf", "--index", "liste.xlsx", "--date", "2026-11-22")
    assert found.code == 0
    assert "Skjemaer: 5" in found.said
    rows = [[cell.value for cell in row] for row in first(load_workbook("liste.xlsx")).iter_rows()]
    assert rows[0][:3] == ["Nr.", "Navn", "Deltaker"]
    assert [row[2] for row in rows[1:]] == EVERYONE


def test_two_who_are_called_the_same_are_two_and_nothing_of_the_meeting_is_to_be_deleted(
    form: Form, tmp_path: Path
) -> None:
    people = [PEOPLE[0], ["Møte A", "Kari Nes", "Bodø"], ["Møte A", "Kari Nes", "Alta"], ["Møte B", "Per Dahl", "Ås"]]
    records, problems = checked(form, book(tmp_path / "a.xlsx", people))
    assert len({one.key for one in records}) == 3
    assert [one.code for one in problems if one.code.startswith("record-")] == []
    alike = [PEOPLE[0], ["Møte A", "Kari Nes", "Bodø"], ["Møte A", "Kari Nes", "Bodø"], ["Møte B", "Per Dahl", "Ås"]]
    _, problems = checked(form, book(tmp_path / "a.xlsx", alike))
    assert "record-twice" not in [one.code for one in problems]
    assert "group-row-twice" in [one.code for one in problems]


def test_what_hangs_on_an_empty_value_of_the_row_is_told(tmp_path: Path) -> None:
    asked = field("oslo", relevant="\"rad.by < 'M'\"")
    form = form_of(tmp_path, field("navn"), GROUP, asked, NOTE, head=HEADED)
    people = [PEOPLE[0], ["Møte A", "Kari Nes", None], ["Møte B", "Per Dahl", "Ås"]]
    _, problems = checked(form, book(tmp_path / "a.xlsx", people))
    assert [one.code for one in problems if one.code == "relevance-undecided"] == ["relevance-undecided"]


def test_the_index_names_the_meeting_though_no_box_of_the_letter_does(tmp_path: Path) -> None:
    samples = SAMPLES / "moteinnkalling"
    made, told = tmp_path / "brev.pdf", tmp_path / "liste.xlsx"
    asked = ("-o", made, "--index", told, "--cover", "--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
    assert skjema("pack", "moteinnkalling", samples / "moter.json", *asked).code in (0, 1)
    rows = [[cell.value for cell in row] for row in first(load_workbook(told)).iter_rows()]
    assert rows[0][1] == "Møte nr."
    assert all(row[1] for row in rows[1:])
