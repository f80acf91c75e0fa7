"""One print-ready file: in Norwegian order, each form on sheets of its own, and every page where the index says."""

import io
import json
import os
import re
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pypdfium2
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from skjema.batch.executor import InProcess
from skjema.batch.pack_batch import write_pack
from skjema.batch.pack_layout import PackLayout
from skjema.batch.packed import Packed
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, precheck
from skjema.batch.run_notes import PackNotes
from skjema.batch.target import run_of_pack
from skjema.definition.form_cache import load_form
from skjema.output import whole_file as write
from skjema.render.pdf import page_cache
from skjema.render.pdf.page_objects import RecordPages
from skjema.render.pdf.pdf_pack import PdfPack
from skjema.validation.check import RecordChecker
from tests.cli.running import Result, skjema
from tests.drawing import HEAD, SAMPLES, TEMPLATES, TODAY, field, write_form
from tests.reading_back import docx_text, pdf_text

CHILDREN = SAMPLES / "samtykke-overgang" / "barn.xlsx"
UNITS = SAMPLES / "virksomhetsplan" / "enheter.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
FORM = "samtykke-overgang"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SKJEMA_LANG", raising=False)
    return tmp_path


def pack(*more: object, form: str = FORM, data: Path = CHILDREN, to: str = "ut.pdf") -> Result:
    return skjema("pack", form, data, "-o", to, *FIXED, *more)


def packed(form: str, *data: Path, run: Path | None = None, **layout: Any) -> tuple[list[Packed], bytes]:
    plan = Plan(load_form(TEMPLATES / form, SAMPLES / "kommune.toml"), "nb", TODAY, ("pdf",), packed=True)
    executor, out, noted = InProcess(), io.BytesIO(), run_of_pack(run, form)
    report = precheck(Job(plan, data), executor, noted)
    notes = PackNotes(report, noted.folder, noted.previous) if noted else None
    return write_pack(report, executor, PackLayout(**layout), out, Path(), notes=notes), out.getvalue()


def outline(reader: PdfReader, items: Any = None) -> list[Any]:
    found: list[Any] = []
    for one in reader.outline if items is None else items:
        if isinstance(one, list):
            found.append(outline(reader, one))
        else:
            found.append((one["/Title"], reader.get_destination_page_number(one)))
    return found


def pages_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def test_each_form_lies_on_the_pages_it_is_said_to_with_the_values_of_its_row() -> None:
    singles = skjema("fill", FORM, CHILDREN, "-o", "ut", "--flat", "--format", "pdf", *FIXED)
    assert singles.code == 1
    forms, pdf = packed(FORM, CHILDREN, run=Path("ut"), sort=("barn_navn",), duplex=True)
    pages = pages_of(pdf)
    assert [one.first for one in forms] == list(range(1, 25, 2))
    for one in forms:
        alone = pages_of(Path("ut", f"{FORM}-{one.number:04}.pdf").read_bytes())
        here = pages[one.first - 1 : one.first - 1 + one.pages]
        assert [sorted(page.split()) for page in here] == [sorted(page.split()) for page in alone]
        assert one.key[0] in here[0]


def test_pages_look_as_those_of_the_single_files_do() -> None:
    """Drawn by pdfium, page by page: the same ink in the same place."""
    skjema("fill", FORM, CHILDREN, "-o", "ut", "--flat", "--format", "pdf", "--rows", "1,4", *FIXED)
    forms, pdf = packed(FORM, CHILDREN, run=Path("ut"))
    whole = pypdfium2.PdfDocument(pdf)
    for number in (1, 4):
        alone = pypdfium2.PdfDocument(Path("ut", f"{FORM}-{number:04}.pdf").read_bytes())
        for at in range(len(alone)):
            page = whole[forms[number - 1].first - 1 + at]
            assert bytes(page.render(scale=1).buffer) == bytes(alone[at].render(scale=1).buffer), (number, at)


def test_the_order_is_norwegian() -> None:
    forms, _ = packed(FORM, CHILDREN, sort=("barn_navn",))
    names = [one.key[0] for one in forms]
    assert names == [
        "Aksel Tveit", "Amina Yusuf Warsame", "Bjørn Åge Sæther", "Čáhppes Đuŋŋá Ærlig-Øvergård", "Elias Nordmo",
        "Emma Sofie Lillehammer-Gundersen", "Łukasz Wiśniewski", "Mari Olsen", "Nguyễn Thị Ánh", "Noor al-Khatib",
        "Sigrid Nygård Bø", "Олександр Шевченко",
    ]  # fmt: skip


def test_a_group_has_a_cover_that_lists_it_and_a_line_in_the_outline() -> None:
    forms, pdf = packed(FORM, CHILDREN, group="barnehage_navn", sort=("barn_navn",), duplex=True, cover=True)
    reader, pages = PdfReader(io.BytesIO(pdf)), pages_of(pdf)
    groups = list(dict.fromkeys(one.group for one in forms))
    assert groups == sorted(groups)
    lines = outline(reader)
    assert [title for title, _ in lines[0::2]] == groups
    at = 0
    for (title, page), below in zip(lines[0::2], lines[1::2], strict=True):
        members = [one for one in forms if one.group == title]
        assert below == [(f"{one.number:04}", one.first - 1) for one in members], "numbers alone: no names unasked"
        cover = pages[page]
        assert f"Skjemaer: {len(members)}" in cover
        assert all(one.whom in " ".join(cover.split()) for one in members)
        assert page % 2 == 0
        at += len(members)
    assert at == len(forms)
    assert all(one.first % 2 == 1 for one in forms), "each form begins on the front of a sheet"


def test_a_cover_is_from_the_municipality_that_its_forms_are_from(folder: Path) -> None:
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text("utf-8"))
    (folder / "en.json").write_text(json.dumps([{**rows[0], "kommune_navn": "Unjárgga gielda"}]), "utf-8")
    pack("--cover", data=folder / "en.json")
    assert "Unjárgga gielda" in pages_of(Path("ut.pdf").read_bytes())[0]


def test_the_index_says_where_each_form_lies() -> None:
    found = pack("--index", "liste.xlsx", "--sort", "barn_navn", "--group", "barnehage_navn", "--cover")
    assert (found.code, found.out) == (1, "ut.pdf\n")
    rows = list(load_workbook("liste.xlsx").worksheets[0].values)
    assert rows[0] == ("Nr.", "Barnets navn", "Fødselsdato", "Gruppe", "Fra side", "Til side")
    pages = pages_of(Path("ut.pdf").read_bytes())
    for _, name, _, group, first, last in rows[1:]:
        assert str(name) in pages[int(str(first)) - 1]
        assert str(group) in pages[int(str(first)) - 1]
        assert f"Side {int(str(last)) - int(str(first)) + 1} av" in " ".join(pages[int(str(last)) - 1].split())


def test_the_index_of_drafts_says_what_each_lacks(folder: Path) -> None:
    write_form(
        folder,
        '[[section]]\nid = "del"\n' + "".join(field(one, required="true") for one in ("navn", "sted", "maal")),
        HEAD,
    )
    Path("rader.json").write_text(json.dumps([{"navn": "Åsen", "maal": "x"}, {"navn": "Vika"}]), "utf-8")
    skjema("pack", "prove", "rader.json", "-o", "ut.pdf", "--draft", "--index", "liste.xlsx")
    rows = [row[1:2] + row[-2:] for row in load_workbook("liste.xlsx").worksheets[0].values]
    assert rows == [("Navn", "Antall som mangler", "Mangler"), ("Åsen", 1, "Sted"), ("Vika", 2, "Sted, Maal")]
    skjema("pack", "prove", "rader.json", "-o", "hele.pdf", "--rows", "1", "--index", "uten.xlsx")
    assert not Path("uten.xlsx").exists()  # what must be filled in is an error in all but drafts


def test_for_svarut_the_index_has_the_number_of_each_recipient_and_otherwise_never(folder: Path) -> None:
    meetings = json.loads((SAMPLES / "moteinnkalling" / "moter.json").read_text("utf-8"))[:1]
    meetings[0]["deltakere"] = meetings[0]["deltakere"][:2]
    meetings[0]["deltakere"][0]["fnr"] = "01888845530"
    (folder / "en.json").write_text(json.dumps(meetings), "utf-8")
    (folder / "kommune.toml").write_text(
        (SAMPLES / "kommune.toml").read_text("utf-8") + "\nbruk_fodselsnummer = true\n", "utf-8"
    )
    (folder / "logo.png").write_bytes((SAMPLES / "logo.png").read_bytes())
    own = ("--kommune", "kommune.toml", "--index", "liste.xlsx", "--overwrite")
    pack(*own, "--for", "svarut", form="moteinnkalling", data=folder / "en.json")
    numbered = list(load_workbook("liste.xlsx").worksheets[0].values)
    at = numbered[0].index("Fødsels- eller organisasjonsnummer")
    assert [row[at] for row in numbered[1:]] == ["01888845530", None]
    pack(*own, form="moteinnkalling", data=folder / "en.json")
    assert "01888845530" not in str(list(load_workbook("liste.xlsx").worksheets[0].values))


def test_a_number_of_the_child_is_no_recipients_number(folder: Path) -> None:
    rows = json.loads((SAMPLES / FORM / "barn.json").read_text("utf-8"))
    (folder / "en.json").write_text(json.dumps([{**rows[0], "barn_fnr": "14832075036"}]), "utf-8")
    (folder / "kommune.toml").write_text(
        (SAMPLES / "kommune.toml").read_text("utf-8") + "\nbruk_fodselsnummer = true\n", "utf-8"
    )
    (folder / "logo.png").write_bytes((SAMPLES / "logo.png").read_bytes())
    pack("--kommune", "kommune.toml", "--index", "liste.xlsx", "--for", "svarut", data=folder / "en.json")
    assert "14832075036" not in str(list(load_workbook("liste.xlsx").worksheets[0].values))


def test_a_pack_that_is_interrupted_is_not_there_and_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PdfPack, "finish", Mock(side_effect=KeyboardInterrupt))
    found = pack()
    assert (found.code, list(folder.iterdir())) == (130, [])
    assert found.said.endswith("Avbrutt. ut.pdf er ikke laget. Kjør samme kommando på nytt.\n")


def test_names_are_in_the_outline_only_when_asked_for() -> None:
    pack("--names", "--rows", "2")
    assert outline(PdfReader("ut.pdf")) == [("0002 Mari Olsen, 09.01.2021", 0)]
    pack("--overwrite", "--rows", "2")
    assert b"Mari" not in re.sub(rb"stream.*?endstream", b"", Path("ut.pdf").read_bytes(), flags=re.DOTALL)


def test_what_is_the_same_is_written_once() -> None:
    _, few = packed(FORM, CHILDREN)
    _, many = packed(FORM, *[CHILDREN] * 11)
    assert (len(many) - len(few)) / 120 < 2000


def test_a_record_is_checked_once_and_a_kind_of_page_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    check, compiled = Mock(side_effect=RecordChecker.check), Mock(side_effect=page_cache.cached_pages)
    monkeypatch.setattr(RecordChecker, "check", lambda *arguments: check(*arguments))
    for module in ("pdf_renderer", "pdf_pack"):
        monkeypatch.setattr(f"skjema.render.pdf.{module}.cached_pages", compiled)
    packed(FORM, CHILDREN)
    assert [call.args[1].number for call in check.call_args_list] == list(range(1, 13))
    assert {call.args[0] for call in compiled.call_args_list} == {RecordPages}


def test_plans_that_grow_are_packed_too() -> None:
    forms, pdf = packed("virksomhetsplan", UNITS, sort=("enhet_navn",), duplex=True)
    pages = pages_of(pdf)
    assert [one.whom for one in forms] == ["Familiens hus", "Solbakken barnehage", "Vika skole"]
    for one in forms:
        assert one.first % 2 == 1
        assert one.whom in pages[one.first - 1]
        assert f"Side 1 av {one.pages}" in " ".join(pages[one.first - 1].split())


def test_a_word_pack_holds_every_form_as_a_section() -> None:
    found = pack("--sort", "barn_navn", "--duplex", to="ut.docx")
    assert found.code == 1
    whole = docx_text(Path("ut.docx").read_bytes())
    skjema("fill", FORM, CHILDREN, "-o", "ut", "--format", "docx", *FIXED)
    for path in Path("ut").glob("*.docx"):
        body = docx_text(path.read_bytes()).splitlines()
        assert set(filter(None, body)) <= set(whole.splitlines()), path.name
    document = docx_part("ut.docx", "word/document.xml")
    assert document.count("<w:sectPr>") == 12
    assert document.count('<w:pgNumType w:start="1"/>') == 12
    assert document.count('<w:type w:val="oddPage"/>') == 12
    ids = re.findall(r'<wp:docPr id="(\d+)"', document)
    assert len(ids) == len(set(ids)) == 12
    assert "SECTIONPAGES" in docx_part("ut.docx", "word/footer1.xml")
    assert "Mari Olsen" in docx_part("ut.docx", "word/header1-2.xml")


@pytest.mark.parametrize(
    ("form", "data", "count"),
    [("samtykke-samarbeid", "samtykker.xlsx", 12), ("virksomhetsplan", "enheter.xlsx", 3)],
)
def test_every_form_can_be_packed_in_word(form: str, data: str, count: int) -> None:
    assert pack(form=form, data=SAMPLES / form / data, to="ut.docx").code in (0, 1)
    assert docx_part("ut.docx", "word/document.xml").count("<w:sectPr>") == count


def docx_part(path: str, name: str) -> str:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--sort", "Barnets navn", "--group", "barnehage"), 1, "Skjemaer: 12"),
        (("--sort", "barn_nvan"), 2, "Skjemaet har ikke feltet «barn_nvan»."),
        (("--for", "svarut"), 1, "Filen følger reglene til SvarUt som er sjekket. Ikke sjekket:"),
        (("--for", "digipost", "--duplex"), 1, "Filen følger reglene til Digipost"),
        (("--for", "svarut", "--cover"), 4, "[print-pages-outside]"),
        (("--rows", "99"), 4, "Ingenting er skrevet."),
    ],
)
def test_what_is_said(arguments: tuple[str, ...], code: int, said: str) -> None:
    found = pack(*arguments)
    assert found.code == code
    assert said in found.said
    assert Path("ut.pdf").exists() == (code < 2)
    assert len(list(Path().iterdir())) == (code < 2), "nothing half-written is left"


def test_a_full_disk_advises_only_what_a_pack_can_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(write, "_add", full)
    found = pack()
    assert (found.code, found.said.splitlines()[-1]) == (
        6, "ut.pdf: Disken er full. Frigjør plass og kjør på nytt; filene som er ferdige, er hele. [disk-full]",
    )  # fmt: skip
    assert "--resume" not in found.said


def test_files_that_exist_are_left_alone() -> None:
    Path("ut.pdf").write_bytes(b"old")
    assert pack().code == 6
    assert Path("ut.pdf").read_bytes() == b"old"
    assert pack(to="ut.txt").code == 2
    assert pack("--cover", to="ut.docx").code == 2


def test_nothing_is_written_over_the_data_or_over_itself() -> None:
    own = Path("barn.xlsx")
    own.write_bytes(CHILDREN.read_bytes())
    assert pack("--index", "liste.txt").code == 2
    found = pack("--index", "barn.xlsx", "--overwrite", data=own)
    assert (found.code, "Samme fil er nevnt to ganger" in found.said) == (2, True)
    assert own.read_bytes() == CHILDREN.read_bytes()
    assert not Path("ut.pdf").exists()


def test_a_word_pack_has_letters_that_no_pdf_has() -> None:
    book = load_workbook(CHILDREN)
    book["Barn"]["B3"] = "Ahmad أحمد"
    book.save("barn.xlsx")
    found = pack(data=Path("barn.xlsx"))
    assert (found.code, "[letter-not-in-font]" in found.said) == (4, True)
    assert pack(data=Path("barn.xlsx"), to="ut.docx").code == 1
    assert "أحمد" in docx_part("ut.docx", "word/document.xml")


def test_rows_beyond_the_data_are_told_however_many() -> None:
    found = pack("--rows", "1-3000000000")
    assert "Post 3000000000 i --rows finnes ikke: poster i dataene: 12." in found.said


def test_the_same_data_give_the_same_bytes() -> None:
    pack("--duplex", to="en.pdf")
    pack("--duplex", to="to.pdf")
    assert Path("en.pdf").read_bytes() == Path("to.pdf").read_bytes()
    pack(to="en.docx")
    pack(to="to.docx")
    assert Path("en.docx").read_bytes() == Path("to.docx").read_bytes()


def test_letters_of_every_script_are_in_the_shared_font() -> None:
    _, pdf = packed(FORM, CHILDREN)
    text = pdf_text(pdf)
    for name in ("Čáhppes Đuŋŋá", "Nguyễn Thị Ánh", "Łukasz Wiśniewski", "Олександр Шевченко"):
        assert name in text


def children_of(folder: Path, groups: list[str]) -> Path:
    """Children of kindergartens with these names, one after another."""
    one = json.loads((SAMPLES / FORM / "barn.json").read_text("utf-8"))[0]
    rows = [
        {**one, "barn_navn": f"Barn {at}", "barnehage_navn": name, "skolestart_ar": 2027 + at % 2}
        for at, name in enumerate(groups, start=1)
    ]
    (folder / "barnehager.json").write_text(json.dumps(rows), "utf-8")
    return folder / "barnehager.json"


def test_names_that_differ_in_capitals_and_spaces_alone_are_one_group(folder: Path) -> None:
    data = children_of(folder, ["Solbakken barnehage", "Bjerka", "SOLBAKKEN  Barnehage", "solbakken barnehage"])
    forms, pdf = packed(FORM, data, group="barnehage_navn", cover=True)
    assert [one.number for one in forms] == [2, 1, 3, 4]
    assert [title for title, _ in outline(PdfReader(io.BytesIO(pdf)))[0::2]] == ["Bjerka", "Solbakken barnehage"]


def test_a_cover_and_the_index_show_what_the_forms_are_sorted_by(folder: Path) -> None:
    data = children_of(folder, ["Avdeling 10", "Avdeling 2", "Avdeling 2"])
    found = pack(
        "--group", "barnehage_navn", "--sort", "skolestart_ar,barn_navn", "--cover", "--index", "l.xlsx", data=data
    )
    assert found.code == 1, "children who begin late"
    rows = [row[:6] for row in load_workbook("l.xlsx").worksheets[0].values]
    assert rows == [
        ("Nr.", "Barnets navn", "Fødselsdato", "Starter på skolen i", "Gruppe", "Fra side"),
        (2, "Barn 2", "21.03.2021", "2027", "Avdeling 2", 2),
        (3, "Barn 3", "21.03.2021", "2028", "Avdeling 2", 4),
        (1, "Barn 1", "21.03.2021", "2028", "Avdeling 10", 7),
    ]
    cover = " ".join(pages_of(Path("ut.pdf").read_bytes())[0].split())
    assert "Barnets navn, Fødselsdato Starter på skolen i 0002 Barn 2, 21.03.2021 2027 0003 Barn 3" in cover


OWN = (
    '[[section]]\nid = "del"\n'
    + field("navn")
    + field("gruppe", printed="false")
    + field("tall", "decimal")
    + field("skjult", relevant='"tall > 5"')
)


@pytest.mark.parametrize(
    ("group", "titles"),
    [
        ("gruppe", ["Rød", "Ikke oppgitt: Gruppe"]),
        ("tall", ["1,0", "9"]),
        ("skjult", ["Blå", "Ikke oppgitt: Skjult"]),
    ],
)
def test_what_groups_are_called(folder: Path, group: str, titles: list[str]) -> None:
    write_form(folder, OWN)
    rows = [("A", "Rød", "1,0", "Hemmelig"), ("B", "", "9", "Blå"), ("C", "rød", "1,00", "")]
    keys = ("navn", "gruppe", "tall", "skjult")
    (folder / "data.json").write_text(json.dumps([dict(zip(keys, row, strict=True)) for row in rows]), "utf-8")
    found = pack("--group", group, "--cover", "--index", "l.xlsx", form="prove", data=folder / "data.json")
    assert found.code in (0, 1), found.said
    assert [title for title, _ in outline(PdfReader("ut.pdf"))[0::2]] == titles
    assert "Hemmelig" not in str(list(load_workbook("l.xlsx").worksheets[0].values)) + str(
        pages_of(Path("ut.pdf").read_bytes())
    )


SECRET = (
    '[[section]]\nid = "del"\n' + field("navn") + field("fnr", "fodselsnummer") + field("diagnose", sensitive="true")
)


def secrets_of(folder: Path) -> Path:
    write_form(folder, SECRET, HEAD.replace('key = ["navn"]', 'key = ["navn", "fnr"]'))
    rows = [{"navn": "Kari Nordmann", "fnr": "01819012381", "diagnose": "Hemmelig"}]
    (folder / "data.json").write_text(json.dumps(rows), "utf-8")
    return folder / "data.json"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--group", "diagnose"), "--group"),
        (("--group", "fnr"), "--group"),
        (("--sort", "diagnose", "--cover"), "--sort --cover"),
        (("--sort", "navn,fnr", "--index", "l.xlsx"), "--sort --index"),
    ],
)
def test_nobody_reads_a_secret_beside_its_form(folder: Path, options: tuple[str, ...], named: str) -> None:
    found = pack(*options, form="prove", data=secrets_of(folder))
    assert (found.code, f"og {named} ville vist det" in found.said, "[field-secret]" in found.said) == (2, True, True)
    assert not Path("ut.pdf").exists()


def test_a_key_is_told_without_its_identity_number(folder: Path) -> None:
    options = ("--sort", "navn", "--cover", "--names", "--index", "l.xlsx")
    found = pack(*options, form="prove", data=secrets_of(folder))
    assert found.code in (0, 1), found.said
    assert outline(PdfReader("ut.pdf")) == [("0001 Kari Nordmann", 1)]
    shown = str(list(load_workbook("l.xlsx").worksheets[0].values)) + pages_of(Path("ut.pdf").read_bytes())[0]
    assert "Kari Nordmann" in shown
    assert not re.search(r"018190|Hemmelig|Fnr", shown)


def test_a_pack_may_be_sorted_by_what_is_not_shown(folder: Path) -> None:
    found = pack("--sort", "diagnose,fnr", form="prove", data=secrets_of(folder))
    assert found.code in (0, 1), found.said


def test_a_cover_that_no_font_can_set_is_told_with_its_place(folder: Path) -> None:
    write_form(folder, OWN)
    (folder / "data.json").write_text(json.dumps([{"navn": "A", "gruppe": "أحمد"}]), "utf-8")
    found = pack("--group", "gruppe", "--cover", form="prove", data=folder / "data.json")
    assert (found.code, "data.json:$[0].gruppe: «Gruppe» har tegn" in found.said) == (4, True)
    assert not Path("ut.pdf").exists()
