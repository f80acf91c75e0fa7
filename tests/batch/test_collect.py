"""Documents that come back become answers beside the list, and nothing is guessed."""

import io
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from skjema import api
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.docx.form_fields import read_fields as read_word
from skjema.formats.pdf.form_fields import read_fields as read_pdf
from skjema.problems import Severity
from skjema.records.record import Record
from skjema.records.reply_ids import FILE, NUMBER
from skjema.records.returned import ReturnedPlaces, rows_of_their_own
from tests.cli.running import Result, skjema
from tests.drawing import SAMPLES, TEMPLATES, field, form_of
from tests.reading_back import W, whose
from tests.returning import (
    WAYS,
    Answers,
    breaks_moved,
    names_lost,
    saved_as_revision,
    saved_whole,
    typed_in_word,
    with_part,
    with_state,
)

FORM = "samtykke-foto"
LIST = SAMPLES / FORM / "barn.xlsx"
KOMMUNE = ("--kommune", SAMPLES / "kommune.toml")
SAID: Answers = {
    "bruk.vegg.svar": "/ja",
    "bruk.nettside.svar": "/nei",
    "unntak": "Ikke når Åse er \u00abkledd ut\u00bb.\nSpør (alltid) først; 100 % sikkert?",
    "underskrift_foresatt.1.dato": "1.12.2026",
}
TYPED: Answers = {
    "bruk.vegg.svar.ja": True,
    "bruk.nettside.svar.nei": True,
    "unntak": SAID["unntak"],
    "underskrift_foresatt.1.dato": "1.12.2026",
}
READ = {
    "bruk.vegg.svar": "Ja",
    "bruk.nettside.svar": "Nei",
    "unntak": SAID["unntak"],
    "underskrift_foresatt.1.dato": "2026-12-01",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sendt") / "ut"
    assert skjema("fill", FORM, LIST, *KOMMUNE, "-o", folder, "--date", "2026-11-22").code == 0
    return folder


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(TEMPLATES / FORM, SAMPLES / "kommune.toml").with_common_values("nb")


@pytest.fixture
def back(tmp_path: Path) -> Path:
    folder = tmp_path / "svar"
    folder.mkdir()
    return folder


def sent(run: Path, number: int = 1, ending: str = "pdf") -> bytes:
    return (run / f"{FORM}-{number:04}.{ending}").read_bytes()


def collect(back: Path, run: Path | None, *more: object, listed: Path | None = LIST) -> Result:
    asked = (*(("--run", run) if run else ()), *(("--list", listed) if listed else ()))
    return skjema("collect", back, *asked, *KOMMUNE, "-o", back.parent / "svar.xlsx", "--date", "2026-12-20", *more)


def sheet(back: Path, title: str) -> list[list[Any]]:
    book = openpyxl.load_workbook(back.parent / "svar.xlsx")
    return [[cell.value for cell in row] for row in book[title].iter_rows()]


def answers(back: Path, title: str = "Svar") -> list[dict[str, str]]:
    """The answers by the ids of their columns, those that hold something."""
    _, ids, *rows = sheet(back, title)
    read = [dict(zip(ids, row, strict=True)) for row in rows]
    return [{name: re.sub(" 00:00:00$", "", str(one)) for name, one in row.items() if one is not None} for row in read]


def told(back: Path, title: str) -> list[tuple[Any, str]]:
    """File and code of each line of a sheet."""
    _, *rows = sheet(back, title)
    at = 1 if title == "Feil" else 0
    return [(row[at], row[-1]) for row in rows]


# -- however it is saved


@pytest.mark.parametrize("way", WAYS)
def test_what_was_typed_is_read_however_the_viewer_saved_it(run: Path, back: Path, way: str) -> None:
    (back / "Re_ skjema.pdf").write_bytes(WAYS[way](sent(run, 2), SAID))
    assert collect(back, run).code == 1
    (answer,) = answers(back)
    assert {name: answer[name] for name in READ} == READ
    assert (answer[NUMBER], answer[FILE], answer["@barn_navn"]) == ("2", "Re_ skjema.pdf", "Zuzanna Wiśniewska")
    assert {code for _, code in told(back, "Feil")} == {"signature-empty"}
    assert told(back, "Passer ikke") == []


@pytest.mark.thorough
@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=6)
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=8).map("a".__add__))
def test_any_text_comes_back_as_it_was_typed(run: Path, form: Form, way: str, text: str) -> None:
    filled = WAYS[way](sent(run, 3), {"barn_synspunkt": text, "bruk.portal.svar": "/ja"})
    read = read_pdf(filled, "svar.pdf")
    assert read.values["barn_synspunkt"] == text
    assert read.values["bruk.portal.svar"] == "ja"
    assert not read.unclear


def test_word_is_read_by_its_controls(run: Path, back: Path) -> None:
    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), TYPED))
    collect(back, run)
    (answer,) = answers(back)
    assert {name: answer[name] for name in READ} == READ
    assert answer[NUMBER] == "2"
    assert {code for _, code in told(back, "Feil")} == {"signature-empty"}


def test_controls_without_names_are_known_by_their_order(run: Path, back: Path) -> None:
    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), TYPED, changed=names_lost))
    collect(back, run)
    (answer,) = answers(back)
    assert {name: answer[name] for name in READ} == READ


def test_controls_without_names_are_told_where_one_is_gone_too(run: Path, back: Path) -> None:
    def changed(body: Any) -> None:
        names_lost(body)
        control = next(body.iter(f"{W}sdt"))
        control.getparent().remove(control)

    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), TYPED, changed=changed))
    collect(back, run)
    assert told(back, "Passer ikke") == [("svar.docx", "returned-names-lost")]


def test_what_stands_beside_the_controls_is_told(run: Path, back: Path) -> None:
    def changed(body: Any) -> None:
        next(body.iter(f"{W}t")).text += " Vi vil snakke med dere først"

    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 1, "docx"), TYPED, changed=changed))
    collect(back, run)
    assert ("svar.docx", "returned-beside") in told(back, "Feil")


def test_a_text_whose_lines_a_program_has_joined_is_told(run: Path, back: Path) -> None:
    (back / "a.docx").write_bytes(typed_in_word(sent(run, 1, "docx"), TYPED))
    (back / "b.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), TYPED, changed=breaks_moved))
    collect(back, run)
    assert [file for file, code in told(back, "Feil") if code == "returned-beside"] == ["b.docx"]


def names_lost_but_of(body: Any, *kept: int) -> None:
    """As a program that loses the names of controls, but of some by their place."""
    controls = [*body.iter(f"{W}sdt")]
    tags = [(at, one.find(f"{W}sdtPr/{W}tag")) for at, one in enumerate(controls)]
    for at, tag in tags:
        if at not in kept:
            tag.getparent().remove(tag)


def test_names_that_are_left_bear_out_the_order_of_the_others(run: Path, back: Path) -> None:
    content = typed_in_word(sent(run, 2, "docx"), TYPED, changed=lambda body: names_lost_but_of(body, 0, 5))
    (back / "svar.docx").write_bytes(content)
    assert collect(back, run).code == 1
    (read,) = answers(back)
    assert {name: read.get(name) for name in READ} == READ


def test_a_name_that_is_left_in_another_place_leaves_none_to_be_guessed(run: Path, back: Path) -> None:
    def two_exchanged(body: Any) -> None:
        boxes = [one for one in body.iter(f"{W}sdt") if ".svar." in one.find(f"{W}sdtPr/{W}tag").get(f"{W}val")]
        tags = [one.find(f"{W}sdtPr/{W}tag") for one in boxes[:2]]
        first, second = (tag.get(f"{W}val") for tag in tags)
        tags[0].set(f"{W}val", second)
        tags[1].set(f"{W}val", first)
        names_lost_but_of(body, *(at for at, one in enumerate(body.iter(f"{W}sdt")) if one in boxes[:2]))

    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), TYPED, changed=two_exchanged))
    assert collect(back, run).code == 1
    assert told(back, "Passer ikke") == [("svar.docx", "returned-names-lost")]


def test_a_file_given_twice_is_one_reply_and_told(run: Path, back: Path) -> None:
    content = saved_whole(sent(run), SAID)
    for name in ("svar.pdf", "svar (1).pdf"):
        (back / name).write_bytes(content)
    asked = ("--run", run, "--list", LIST, *KOMMUNE, "-o", back.parent / "svar.xlsx", "--date", "2026-12-20")
    given_twice = skjema("collect", back, back / "svar.pdf", *asked)
    assert "Svar lest: 1. Skjemaer med svar: 1" in given_twice.said
    assert told(back, "Passer ikke") == [("svar.pdf", "returned-again"), ("svar.pdf", "returned-again")]
    assert "svar.pdf: Filen er den samme som svar (1).pdf, byte for byte, og er lest én gang." in given_twice.said


def test_the_key_of_another_run_is_told_as_that(run: Path, back: Path, tmp_path: Path) -> None:
    shutil.copytree(run, tmp_path / "flyttet")
    (tmp_path / "flyttet" / "run.key").write_bytes(b"0123456789abcdef")
    (back / "svar.pdf").write_bytes(saved_whole(sent(run), SAID))
    found = collect(back, tmp_path / "flyttet")
    assert (found.code, "[sent-none]" in found.said, "[sent-gone]" in found.said) == (1, True, False)
    assert told(back, "Passer ikke") == [("svar.pdf", "returned-other-run")]


def test_a_name_typed_where_one_signs_is_a_signature(run: Path, back: Path) -> None:
    def changed(body: Any) -> None:
        for row in body.iter(f"{W}tr"):
            if [one.get(f"{W}val") for one in row.iter(f"{W}tag")] == ["underskrift_foresatt.1.dato"]:
                cell = row.findall(f"{W}tc")[-1]
                Document().add_paragraph()
                cell.find(f"{W}p").append(next(body.iter(f"{W}r")).__copy__())

    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 1, "docx"), TYPED, changed=changed))
    collect(back, run)
    assert answers(back)[0]["underskrift_foresatt.1.underskrift"] == "Ja"
    signed = [row for row in sheet(back, "Feil") if row[-1] == "signature-empty"]
    assert len(signed) == 1, "the other parent's alone"


# -- what is told of an answer


def test_an_answer_that_says_two_things_is_left_out_and_told(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(with_state(saved_whole(sent(run), SAID), "bruk.vegg.svar", "/nei"))
    both = {**TYPED, "bruk.vegg.svar.nei": True}
    (back / "b.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), both))
    collect(back, run)
    assert [answer["bruk.vegg.svar"] for answer in answers(back)] == ["må ses på"] * 2
    found = told(back, "Feil")
    assert [file for file, code in found if code == "returned-unclear"] == ["a.pdf", "b.docx"]


def test_a_changed_value_of_the_office_is_told(run: Path, back: Path) -> None:
    changed = {**SAID, "kontoer": "Alle kontoer"}
    (back / "a.pdf").write_bytes(saved_as_revision(sent(run), changed))
    collect(back, run)
    lines = [row[3] for row in sheet(back, "Feil") if row[-1] == "returned-differs"]
    assert lines == [
        "«Sosiale medier det gjelder» er 'Alle kontoer' i filen, og skal være «Fjordgløtt barnehage på Facebook»."
        " Se hva som er endret."
    ]


def test_what_is_written_over_the_page_is_told(run: Path, back: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(saved_whole(sent(run), SAID))))
    writer.add_annotation(0, FreeText(text="Ring meg", rect=(50, 700, 200, 720)))
    with (back / "a.pdf").open("wb") as file:
        writer.write(file)
    collect(back, run)
    assert ("a.pdf", "returned-beside") in told(back, "Feil")


def test_what_is_drawn_on_a_line_to_sign_is_a_signature(run: Path, back: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(saved_whole(sent(run), SAID))))
    for number, page in enumerate(writer.pages):
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            if widget.get("/T") == "underskrift":
                left, bottom, *_ = map(float, widget["/Rect"])
                writer.add_annotation(
                    number, FreeText(text="Kari", rect=(left + 5, bottom + 5, left + 40, bottom + 15))
                )
    with (back / "a.pdf").open("wb") as file:
        writer.write(file)
    collect(back, run)
    (answer,) = answers(back)
    assert answer["underskrift_foresatt.1.underskrift"] == answer["underskrift_foresatt.2.underskrift"] == "Ja"
    assert told(back, "Feil") == []


def test_a_day_that_is_none_stands_as_it_was_written(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(saved_whole(sent(run), {**SAID, "underskrift_foresatt.1.dato": "i går"}))
    collect(back, run)
    assert answers(back)[0]["underskrift_foresatt.1.dato"] == "i går"


def test_the_recipients_stage_is_judged_by_the_same_definition(tmp_path: Path) -> None:
    from tests.drawing import field, form_of

    ours = form_of(
        tmp_path, field("navn", "name", required="true"),
        field("telefon", "phone", filled_by='"recipient"', required="true"),
        field("antall", "integer", filled_by='"recipient"', constraint='"antall < 5"', message='{ nb = "For mange." }'),
        more='[[rule]]\nid = "ring"\ntest = "antall != 3 or telefon != \'\'"\nmessage = { nb = "Tre er for få." }\n',
    )  # fmt: skip
    record = api.make_record(ours, {"navn": "Kari Eksempel"})
    blank = api.render(ours, api.check_record(ours, record), "pdf")
    for number, said in enumerate(({"antall": "7"}, {"antall": "to"}, {"telefon": "22 22 22 22", "antall": "2"})):
        (tmp_path / f"{number}.pdf").write_bytes(saved_whole(blank, said))
    found = api.collect(ours, [tmp_path / f"{number}.pdf" for number in range(3)])
    codes = [sorted(problem.code for problem in answer.problems) for answer in found.replies]
    assert codes == [["constraint", "required-empty"], ["integer-form", "required-empty"], []]
    assert all(one.severity is Severity.ERROR for answer in found.replies for one in answer.problems)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_what_was_sent_with_values_and_is_untouched_is_no_answer(tmp_path: Path, kind: Literal["pdf", "docx"]) -> None:
    ours = form_of(
        tmp_path, field("navn", "name"), field("telefon", "phone", filled_by='"recipient"'),
        field("svar", "yes_no", filled_by='"recipient"'),
    )  # fmt: skip
    listed = tmp_path / "liste.json"
    listed.write_text('[{"navn": "Kari Eksempel", "telefon": "22222222", "svar": "ja"}]', encoding="utf-8")
    api.fill(ours, [listed], tmp_path / "ut", formats=[kind])
    (made,) = (tmp_path / "ut").glob(f"*.{kind}")
    found = api.collect(ours, [made], listed=[listed], run=tmp_path / "ut")
    assert ([one.code for one in found.odd], len(found.silent)) == (["returned-blank"], 1)
    if kind == "pdf":  # to take out what stands there says something
        made.write_bytes(saved_whole(made.read_bytes(), {"telefon": ""}))
        (reply,) = api.collect(ours, [made], listed=[listed], run=tmp_path / "ut").replies
        assert (reply.checked.values["telefon"], reply.checked.values["svar"]) == (None, True)


# -- files that fit nobody, and who hasn't answered


def _encrypted(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _printed(content: bytes) -> bytes:
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(content)).pages:
        page.pop("/Annots", None)
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _of_edition(content: bytes) -> bytes:
    return content.replace(b"samtykke-foto 2026-11-30", b"samtykke-foto 2020-01-01")


def _foreign(content: bytes) -> bytes:
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.metadata = {}
    for one in writer.root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
        one.get_object()[NameObject("/T")] = TextStringObject("felt" + str(one.idnum))
        one.get_object().pop("/V", None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


ODD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "blank.pdf": (lambda content: content, "returned-blank"),
    "kuttet.pdf": (lambda content: content[: len(content) // 3], "pdf-damaged"),
    "tull.pdf": (lambda _: b"Hei", "pdf-damaged"),
    "passord.pdf": (_encrypted, "returned-password"),
    "utskrift.pdf": (_printed, "pdf-no-fields"),
    "utgave.pdf": (_of_edition, "returned-other-edition"),
    "fremmed.pdf": (_foreign, "returned-foreign"),
    "bilde.HEIC": (lambda _: b"\0\0", "returned-heic"),
    "tom.docx": (lambda _: b"PK\3\4", "file-damaged"),
}


def test_each_file_that_fits_nobody_is_told_by_name_and_reason(run: Path, back: Path) -> None:
    for name, (made, _) in ODD.items():
        (back / name).write_bytes(made(sent(run, 3)))
    found = collect(back, run)
    expected = sorted((name, code) for name, (_, code) in ODD.items())
    assert sorted(told(back, "Passer ikke")) == expected
    assert sorted(re.findall(r"^(\S+): .*\[([\w-]+)\]$", found.said, re.MULTILINE)) == expected
    assert answers(back) == []
    assert len(sheet(back, "Ikke svart")) == 4


def test_another_form_and_another_run_are_told(run: Path, back: Path, tmp_path: Path) -> None:
    shutil.copy(TEMPLATES / "samtykke-overgang" / "samtykke-overgang.nb.pdf", back / "overgang.pdf")
    assert skjema("fill", FORM, LIST, *KOMMUNE, "-o", tmp_path / "ny", "--date", "2026-11-22").code == 0
    (back / "ny.pdf").write_bytes(saved_whole(sent(tmp_path / "ny"), SAID))
    collect(back, run)
    assert told(back, "Passer ikke") == [("ny.pdf", "returned-other-run"), ("overgang.pdf", "returned-other-form")]


def test_two_answers_to_one_are_both_shown_and_none_is_chosen(run: Path, back: Path) -> None:
    (back / "far.pdf").write_bytes(saved_whole(sent(run), {"bruk.vegg.svar": "/nei"}))
    (back / "mor.pdf").write_bytes(saved_whole(sent(run), SAID))
    found = collect(back, run)
    assert "Flere svar på samme: 1." in found.said
    assert [(one[FILE], one["bruk.vegg.svar"]) for one in answers(back, "Flere svar")] == [
        ("far.pdf", "Nei"), ("mor.pdf", "Ja"),
    ]  # fmt: skip
    _, headings, first, *_ = sheet(back, "Barn")
    at = headings.index("Svar (rettes i arket «Svar», ikke her)")
    assert first[at:] == ["flere svar (2)", *[None] * (len(first) - at - 1)]


def test_the_copy_of_the_list_has_the_answers_beside_each_row_and_the_list_is_left_alone(run: Path, back: Path) -> None:
    before = LIST.read_bytes()
    (back / "svar.pdf").write_bytes(saved_whole(sent(run, 2), SAID))
    collect(back, run)
    ours, headings, *rows = sheet(back, "Barn")
    assert ours
    at = headings.index("Svar (rettes i arket «Svar», ikke her)")
    assert [row[at] for row in rows] == ["ikke svart", "svar.pdf", "ikke svart"]
    assert rows[1][headings.index("Henge på veggen i barnehagen eller på skolen, og brukes der: Svar")] == "Ja"
    original = openpyxl.load_workbook(LIST)["Barn"]
    assert [row[: original.max_column] for row in rows] == [
        [cell.value for cell in row] for row in original.iter_rows(min_row=3, max_row=5)
    ]
    assert LIST.read_bytes() == before
    assert [path.name for path in back.iterdir()] == ["svar.pdf"]


def test_without_a_run_the_row_is_found_by_what_stands_in_the_file(run: Path, back: Path) -> None:
    (back / "svar.pdf").write_bytes(saved_whole(sent(run, 3), SAID))
    (back / "nytt-navn.pdf").write_bytes(saved_whole(sent(run, 2), {**SAID, "barn_navn": "Nora Eksempel"}))
    collect(back, None)
    assert [(one[NUMBER], one["@barn_navn"]) for one in answers(back)] == [("3", "Trần Quốc Bảo")]
    assert told(back, "Passer ikke") == [("nytt-navn.pdf", "returned-nobody")]


def test_two_rows_that_can_not_be_told_apart_get_no_answer_without_a_run(tmp_path: Path, back: Path) -> None:
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text(encoding="utf-8"))[:1] * 2
    twins = tmp_path / "barn.json"
    twins.write_text(json.dumps(rows), encoding="utf-8")
    assert skjema("fill", FORM, twins, *KOMMUNE, "-o", tmp_path / "ut", "--date", "2026-11-22").code == 1
    (back / "svar.pdf").write_bytes(saved_whole(sent(tmp_path / "ut", 2), SAID))
    collect(back, None, listed=twins)
    assert told(back, "Passer ikke") == [("svar.pdf", "returned-several")]
    collect(back, tmp_path / "ut", "--overwrite", listed=twins)
    assert [one[NUMBER] for one in answers(back)] == ["2"], "the run knows which of them"


def test_rows_that_have_changed_places_keep_their_answers(run: Path, back: Path, tmp_path: Path) -> None:
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text(encoding="utf-8"))
    (tmp_path / "barn.json").write_text(json.dumps(rows[::-1]), encoding="utf-8")
    (back / "svar.pdf").write_bytes(saved_whole(sent(run, 3), SAID))
    collect(back, run, listed=tmp_path / "barn.json")
    assert [(one[NUMBER], one["@barn_navn"]) for one in answers(back)] == [("3", "Trần Quốc Bảo")]


def test_without_a_list_the_answers_stand_in_a_workbook_of_their_own(run: Path, back: Path) -> None:
    (back / "svar.pdf").write_bytes(saved_whole(sent(run, 2), SAID))
    (back / "svar.docx").write_bytes(typed_in_word(sent(run, 3, "docx"), TYPED))
    collect(back, run, listed=None)
    assert {one[NUMBER]: one[FILE] for one in answers(back)} == {"2": "svar.pdf", "3": "svar.docx"}
    assert [row[0] for row in sheet(back, "Ikke svart")[1:]] == [1]


def test_without_list_and_run_each_document_is_somebodys(run: Path, back: Path) -> None:
    for name, number in (("a.pdf", 2), ("b.pdf", 2), ("c.pdf", 3)):
        (back / name).write_bytes(saved_whole(sent(run, number), {**SAID, "unntak": name}))
    collect(back, None, listed=None)
    assert [(one[NUMBER], one["@barn_navn"]) for one in answers(back)] == [
        ("1", "Zuzanna Wiśniewska"), ("1", "Zuzanna Wiśniewska"), ("2", "Trần Quốc Bảo"),
    ]  # fmt: skip


def test_a_file_that_lost_its_mark_is_known_by_its_fields(run: Path, back: Path) -> None:
    content = saved_whole(sent(run, 2), SAID)
    token = whose(content).encode()
    (back / "svar.pdf").write_bytes(content.replace(b" nb " + token, b" nb " + b"-" * 24))
    collect(back, run)
    assert [one[NUMBER] for one in answers(back)] == ["2"]


# -- nothing of an answer anywhere else


def test_no_value_of_an_answer_stands_anywhere_but_in_the_workbook(
    run: Path, back: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SKJEMA_CACHE", str(tmp_path / "kept"))
    canary = "Kanarifugl"
    wrong = {**SAID, "unntak": canary, "underskrift_foresatt.1.dato": canary, "kontoer": canary}
    (back / "a.pdf").write_bytes(saved_whole(sent(run), wrong))
    (back / "b.docx").write_bytes(typed_in_word(sent(run, 2, "docx"), {"unntak": canary}))
    found = collect(back, run)
    assert "Svar lest: 2" in found.said
    assert any(canary in str(cell) for row in sheet(back, "Svar") for cell in row)
    assert canary not in found.said + found.out + "".join(capfd.readouterr())
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != back]
    holding = [path.name for path in kept if canary.encode() in path.read_bytes()]
    assert holding == []
    assert all(canary.encode() not in path.read_bytes() for path in run.glob("run.*"))


def test_readers_take_strange_files_for_what_they_are(run: Path) -> None:
    fields = read_word(with_part(sent(run, 1, "docx"), "docProps/custom.xml", lambda xml: xml), "a.docx")
    assert fields.values["bruk.vegg.svar.ja"] is False
    placeholder = typed_in_word(sent(run, 1, "docx"), {"unntak": "Klikk her for å skrive"}, changed=_shows_placeholder)
    assert read_word(placeholder, "a.docx").values["unntak"] == ""


def _shows_placeholder(body: Any) -> None:
    from lxml import etree

    for control in body.iter(f"{W}sdt"):
        for run in control.iter(f"{W}r"):
            style = etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle")
            style.set(f"{W}val", "Plassholdertekst")


def test_of_a_form_with_a_document_for_each_row_the_reply_is_that_rows(tmp_path: Path, back: Path) -> None:
    (listed,) = (SAMPLES / "moteinnkalling").glob("*.json")
    fixed = (*KOMMUNE, "--date", "2026-11-22")
    skjema("fill", "moteinnkalling", listed, *fixed, "-o", tmp_path / "ut", "--format", "pdf")
    for number in (2, 3):
        content = (tmp_path / "ut" / f"moteinnkalling-{number:04}.pdf").read_bytes()
        (back / f"{number}.pdf").write_bytes(saved_whole(content, {"svar_melding": f"Hilsen {number}"}))
    collect(back, tmp_path / "ut", listed=listed)
    found = answers(back)
    assert [(one[NUMBER], one["svar_melding"]) for one in found] == [("2", "Hilsen 2"), ("3", "Hilsen 3")]
    assert len({one["@navn"] for one in found}) == 2, "each is somebody else's"


def test_a_line_that_the_office_left_empty_is_a_row_of_its_own(tmp_path: Path) -> None:
    """The list has rows 1 and 3, which stand on lines 1 and 2; the third line of the paper is nobody's yet."""
    column = field("hvem").replace("section.field", "section.field.field")
    form = form_of(
        tmp_path,
        field("navn"),
        f'[[section.field]]\nid = "folk"\ntype = "group"\nlabel = {{ nb = "Person" }}\n{column}',
    )
    row, returned = (Record(1, ReturnedPlaces("a.pdf"), rows={"folk": 3}) for _ in range(2))
    returned.cells.update({Slot("hvem", "folk", line): "x" for line in ("1", "2", "3", "4")})
    found = rows_of_their_own(form, row, returned, {("folk", "1"): "1", ("folk", "2"): "3"})
    assert found == {("folk", "3"): "4", ("folk", "4"): "5"}


def test_a_form_that_asks_the_recipient_nothing_is_told_of(tmp_path: Path) -> None:
    ours = form_of(tmp_path, field("navn", "name"))
    listed = tmp_path / "liste.json"
    listed.write_text('[{"navn": "Kari"}]', "utf-8")
    api.fill(ours, [listed], tmp_path / "ut", formats=["pdf"], today=date(2026, 11, 22))
    found = api.collect(ours, [tmp_path / "ut"], listed=[listed], run=tmp_path / "ut", today=date(2026, 12, 1))
    assert [one.code for one in found.odd] == ["returned-nothing-asked"]
