"""A PDF form of others that skjema has filled in says what it is, and gives its answers back by skjema's own names."""

import io
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from skjema import api
from skjema.batch.archive import make_package
from skjema.batch.target import earlier_run
from skjema.definition.model import Form
from skjema.formats.pdf.form_fields import keywords, read_fields
from skjema.output.folder import LocalFolder
from skjema.records.mark import FIELD, Mark
from skjema.records.returned import mark_of, returned_record
from skjema.render.pdf.own_paper import lint_own_paper
from skjema.render.pdf.own_returned import OwnNames
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.validation.check import RecordChecker
from skjema.validation.replies import Collection
from tests.cli.running import skjema
from tests.drawing import TODAY, field, sheet
from tests.own_pdf.raw_pdf import look, raw_pdf, text
from tests.own_pdf.test_signed import signed
from tests.own_pdf.test_zoo import form_with, record
from tests.own_pdf.zoo import TICKED, ZOO, button, choice
from tests.reading_back import pdf_text
from tests.returning import WAYS, Answers, saved_whole

OTHERWISE: dict[str, dict[str, Any]] = {
    "a box left": {"gjelder": None},  # one that stands for yes alone doesn't say no
    "text of several lines on one": {"om": "en to"},
}


@pytest.mark.parametrize("name", ZOO)
def test_what_was_filled_in_is_read_again(tmp_path: Path, name: str) -> None:
    specimen = ZOO[name]
    form = form_with(tmp_path, specimen.pdf, *specimen.fields)
    checked = record(form, tmp_path, specimen)
    fields = read_fields(PdfRenderer(form, "nb").render(checked), "x.pdf")
    assert mark_of(fields) == Mark("prove", "2026-11-22", "nb")
    read = OwnNames(form, "nb").read(fields)
    assert (*read.unclear, *read.signed) == ()
    assert not read.beside
    again = RecordChecker(form, TODAY).check(returned_record(form, 1, "x.pdf", read)).values
    wanted = {one: checked.values[one] for one in form.fields} | OTHERWISE.get(name, {})
    assert {one: again[one] for one in form.fields} == wanted


@pytest.mark.parametrize("name", ZOO)
def test_what_is_flat_says_what_it_is(tmp_path: Path, name: str) -> None:
    specimen = ZOO[name]
    form = form_with(tmp_path, specimen.pdf, *specimen.fields)
    checked = record(form, tmp_path, specimen)
    checked.record.token = "0123456789abcdef01234567"
    said = keywords(PdfRenderer(form, "nb", flat=True).render(checked))
    assert Mark.read(said) == Mark("prove", "2026-11-22", "nb", checked.record.token)


@pytest.mark.parametrize("known", ["helse, barn", "språk, ДІТИ", f"før {Mark('annet', '2020-01-01', 'nb')} etter"])
def test_keywords_stay_and_a_former_mark_goes(tmp_path: Path, known: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(raw_pdf(text("navn"), text(FIELD, 1, more="/V(annet)/F 4"))))
    writer.add_metadata({"/Keywords": known, "/Author": "Bydelen"})
    out = io.BytesIO()
    writer.write(out)
    form = form_with(tmp_path, out.getvalue(), field("navn"))
    checked = record(form, tmp_path, ZOO["a line to write on"])
    checked.record.token = "0123456789abcdef01234567"
    assert "pdf-field-unfilled" not in [one.code for one in lint_own_paper(form, "nb")]
    for flat in (False, True):
        reader = PdfReader(io.BytesIO(PdfRenderer(form, "nb", flat=flat).render(checked)), strict=True)
        told = reader.metadata
        assert told is not None
        assert str(told["/Author"]) == "Bydelen"
        own = Mark.of(form, "nb", checked.record.token)
        assert str(told["/Keywords"]) == f"{Mark.without(known)} {own}"
        fields = [one for one in reader.get_fields() or {} if one == FIELD]
        assert fields == ([] if flat else [FIELD])


# -- from sending to collecting

RECIPIENT = '"recipient"'
FIELDS = (
    field("navn"), field("fri", filled_by=RECIPIENT), field("gjelder", "yes_no", filled_by=RECIPIENT),
    choice("vei", filled_by=RECIPIENT), choice("by", answers="Oslo,Bergen", filled_by=RECIPIENT),
    choice("mat", "choices", answers="Fisk,Ris", filled_by=RECIPIENT),
    field("underskrift", "signature", filled_by=RECIPIENT),
)  # fmt: skip
STATES = "/AP<</N<</{} 40 0 R/Off 41 0 R>>>>/AS/Off"
OTHERS = raw_pdf(
    text("Barn.Navn"), text("fri", 1), button("gjelder", STATES.format("On"), 2),
    "/FT/Btn/Ff 32768/T(vei)/Opt[(Tog)(Bil)]/Kids[14 0 R 15 0 R]",
    f"/Parent 13 0 R/F 4/Rect[50 600 70 620]{STATES.format('0')}",
    f"/Parent 13 0 R/F 4/Rect[90 600 110 620]{STATES.format('1')}",
    "/FT/Ch/Ff 131072/T(by)/Rect[50 560 150 580]/F 4/Opt[[(1)(Oslo)][(2)(Bergen)]]",
    button("mat fisk", STATES.format("On"), 7), button("mat ris", STATES.format("On"), 8),
    text("underskrift", 9), text("notat", 10),
    tops=[10, 11, 12, 13, 16, 17, 18, 19, 20], more={40: TICKED, 41: look()},
)  # fmt: skip
SAID: Answers = {
    "fri": "Ja, men først på tirsdag", "gjelder": "/On", "vei": "/1", "by": "2", "mat ris": "/On",
    "underskrift": "Kari Prøve",
}  # fmt: skip
READ = {"navn": "Ola Eksempel", "fri": SAID["fri"], "gjelder": True, "vei": "bil", "by": "bergen", "mat": ("ris",)}


def sent(folder: Path, pdf: bytes, *fields: str) -> tuple[Form, Path, bytes]:
    """A form, the list it was sent by, and what was sent."""
    form = form_with(folder, pdf, *fields)
    listed = sheet(folder / "barn.xlsx", [["Navn"], ["Ola Eksempel"], ["Kari Prøve"]])
    api.fill(form, [listed], folder / "ut", formats=["pdf"], today=TODAY)
    return form, listed, (folder / "ut" / "prove-0001.pdf").read_bytes()


def collected(folder: Path, form: Form, listed: Path, content: bytes, name: str = "Re_ svar.pdf") -> Collection:
    (folder / "svar").mkdir()
    (folder / "svar" / name).write_bytes(content)
    return api.collect(form, [folder / "svar"], listed=[listed], run=folder / "ut", today=TODAY)


@pytest.mark.parametrize("way", WAYS)
def test_what_was_typed_comes_back_however_it_was_saved(tmp_path: Path, way: str) -> None:
    form, listed, content = sent(tmp_path, OTHERS, *FIELDS)
    found = collected(tmp_path, form, listed, WAYS[way](content, SAID))
    assert found.odd == []
    (reply,) = found.replies
    assert {one: reply.checked.values[one] for one in READ} == READ
    assert (reply.sent.number, [one.code for one in reply.problems]) == (1, [])
    assert reply.fields.signed == {"underskrift.1.underskrift"}
    assert [one.number for one in found.silent] == [2]


def told(folder: Path, said: Answers, pdf: bytes = OTHERS) -> list[str]:
    """What is told of a copy with something typed into it."""
    form, listed, content = sent(folder, pdf, *FIELDS)
    found = collected(folder, form, listed, saved_whole(content, said))
    return [one.code for one in (*found.odd, *(one for reply in found.replies for one in reply.problems))]


def test_a_copy_that_nobody_has_written_in_is_blank(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == ["returned-blank"]


def test_what_was_changed_of_the_office_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"fri": "Ja", "Barn.Navn": "En annen"}) == ["returned-differs"]


def test_what_stands_in_a_field_of_no_value_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"fri": "Ja", "notat": "Ring meg"}) == ["returned-beside"]


def test_what_is_written_on_the_page_is_told(tmp_path: Path) -> None:
    form, listed, content = sent(tmp_path, OTHERS, *FIELDS)
    writer = PdfWriter(clone_from=io.BytesIO(saved_whole(content, {"fri": "Ja"})))
    writer.add_annotation(0, FreeText(text="Ring meg", rect=(300, 20, 400, 40)))
    out = io.BytesIO()
    writer.write(out)
    (reply,) = collected(tmp_path, form, listed, out.getvalue()).replies
    assert [one.code for one in reply.problems] == ["returned-beside"]


def test_two_places_of_a_value_that_differ_are_told(tmp_path: Path) -> None:
    pdf = raw_pdf(text("navn"), text("en", 1), text("to", 2))
    form, listed, content = sent(
        tmp_path, pdf, field("navn"), field("fri", pdf='["en", "to"]', filled_by=RECIPIENT)
    )  # fmt: skip
    (reply,) = collected(tmp_path, form, listed, saved_whole(content, {"en": "Ja", "to": "Nei"})).replies
    assert [one.code for one in reply.problems] == ["returned-unclear"]


def test_two_boxes_of_one_answer_are_told(tmp_path: Path) -> None:
    pdf = raw_pdf(
        text("navn"), button("tog", STATES.format("On"), 2), button("bil", STATES.format("On"), 3),
        more={40: TICKED, 41: look()},
    )  # fmt: skip
    form, listed, content = sent(tmp_path, pdf, field("navn"), choice("vei", filled_by=RECIPIENT))
    (reply,) = collected(tmp_path, form, listed, saved_whole(content, {"tog": "/On", "bil": "/On"})).replies
    assert [one.code for one in reply.problems] == ["returned-unclear"]


def test_an_answer_that_the_definition_lacks_is_told(tmp_path: Path) -> None:
    boxes = [(50, "tog"), (90, "bil"), (130, "fly")]
    towns, dishes = "[[(1)(Oslo)][(2)(Bergen)][(3)(Bodø)]]", "[(Fisk)(Ris)(Egg)]"
    pdf = raw_pdf(
        text("navn"), "/FT/Btn/Ff 49152/T(vei)/Kids[12 0 R 13 0 R 14 0 R]",
        *(f"/Parent 11 0 R/F 4/Rect[{at} 600 {at + 20} 620]{STATES.format(state)}" for at, state in boxes),
        f"/FT/Ch/Ff 131072/T(by)/Rect[50 560 150 580]/F 4/Opt{towns}",
        f"/FT/Ch/Ff 2097152/T(mat)/Rect[50 460 150 540]/F 4/Opt{dishes}",
        tops=[10, 11, 15, 16], more={40: TICKED, 41: look()},
    )  # fmt: skip
    fields = field("navn"), FIELDS[3], FIELDS[4], FIELDS[5]
    form, listed, content = sent(tmp_path, pdf, *fields)
    said = {"vei": "/fly", "by": "3", "mat": "Egg"}
    (reply,) = collected(tmp_path, form, listed, saved_whole(content, said)).replies
    assert Counter(one.code for one in reply.problems) == {
        "returned-unclear": 3,
        "choice-unknown": 1,
    }  # `mat` has two boxes


def test_a_signed_form_has_no_mark_and_is_known_by_its_fields(tmp_path: Path) -> None:
    fields = field("navn"), field("merknad", filled_by=RECIPIENT), field("gjelder", "yes_no", filled_by=RECIPIENT)
    form, listed, content = sent(tmp_path, signed(), *fields)
    assert content.startswith(signed())
    (reply,) = collected(tmp_path, form, listed, saved_whole(content, {"merknad": "Ja"})).replies
    assert (reply.mark, reply.sent.number, reply.checked.values["merknad"]) == (None, 1, "Ja")


def test_what_is_archived_is_no_pdf_a(tmp_path: Path) -> None:
    form, listed, _ = sent(tmp_path, OTHERS, *FIELDS)
    previous = earlier_run(LocalFolder(tmp_path / "ut"), form.id)
    package = make_package(form, tmp_path / "ut", previous, [listed], [], "nb", TODAY, "Offentleglova")
    with zipfile.ZipFile(io.BytesIO(package.content)) as packed:
        message = etree.fromstring(packed.read("prove-0001/arkivmelding.xml"))
    said = message.find("{*}registrering/{*}dokumentbeskrivelse/{*}dokumentobjekt")
    assert said is not None
    assert [said.findtext(f"{{*}}{one}/{{*}}kode") for one in ("variantformat", "format")] == ["P", "PDF"]


def test_that_paper_of_an_own_pdf_has_no_code_is_told_where_it_is_scanned(tmp_path: Path) -> None:
    sent(tmp_path, OTHERS, *FIELDS)
    page = Image.new("L", (1240, 1754), 255)
    page.paste(0, (100, 100, 800, 200))
    page.save(tmp_path / "bunke.png", dpi=(150, 150))
    read = ("--run", tmp_path / "ut", "-o", tmp_path / "svar.xlsx", "--templates", tmp_path / "templates")
    assert "har ingen kode på papiret" in skjema("scan", tmp_path / "bunke.png", *read).said


def test_a_field_or_a_file_that_somebody_adds_is_told(tmp_path: Path) -> None:
    form, listed, content = sent(tmp_path, OTHERS, *FIELDS)
    assert not collected(tmp_path, form, listed, saved_whole(content, SAID)).replies[0].fields.beside
    with_file, with_field = (PdfWriter(clone_from=io.BytesIO(saved_whole(content, SAID))) for _ in range(2))
    with_file.add_attachment("brev.txt", b"Men ikke ute!")
    more = with_field._add_object(DictionaryObject({
        NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("fill_1"),
        NameObject("/V"): TextStringObject("Men ikke ute!"),
    }))  # fmt: skip
    fields: Any = with_field.root_object["/AcroForm"]
    fields["/Fields"].append(more)
    for writer in (with_file, with_field):
        out = io.BytesIO()
        writer.write(out)
        shutil.rmtree(tmp_path / "svar")
        assert collected(tmp_path, form, listed, out.getvalue()).replies[0].fields.beside


def test_that_a_reminder_has_no_place_is_told(tmp_path: Path) -> None:
    _, listed, content = sent(tmp_path, OTHERS, *FIELDS)
    asked = ("--templates", tmp_path / "templates", "--date", TODAY.isoformat(), "--run", tmp_path / "ut")
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "svar.pdf").write_bytes(saved_whole(content, SAID))
    answers = tmp_path / "svar.xlsx"
    skjema("collect", tmp_path / "inn", *asked, "--list", listed, "-o", answers)
    done = skjema("remind", listed, *asked, "--answers", answers, "-o", tmp_path / "purring.pdf")
    assert (done.code, "legg ved et brev" in done.said) == (0, True)
    shown = pdf_text((tmp_path / "purring.pdf").read_bytes())
    assert ("Kari Prøve" in shown, "Ola Eksempel" in shown) == (True, False)


@pytest.mark.parametrize("is_noted", [True, False])
def test_that_paper_of_an_own_pdf_has_no_code_is_told_where_a_run_is_noted(tmp_path: Path, is_noted: bool) -> None:
    _, listed, _ = sent(tmp_path, OTHERS, *FIELDS)
    asked = ("--templates", tmp_path / "templates", "--date", TODAY.isoformat(), "-o", tmp_path / "alle.pdf")
    run = ("--run", tmp_path / "pakke") if is_noted else ()
    done = skjema("pack", "prove", listed, *asked, *run)
    assert (done.code, "har ingen kode på papiret" in done.said) == (0, is_noted)
