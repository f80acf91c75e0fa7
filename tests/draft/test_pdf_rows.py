"""Numbered fields of a PDF become rows of a group, where they are that; others are left by themselves."""

import io
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from skjema import api
from skjema.draft.draft_pdf import draft_pdf
from skjema.draft.pdf_rows import column_label, rows_of
from skjema.formats.pdf.open_form import open_form
from tests.cli.running import skjema
from tests.own_pdf.raw_pdf import raw_pdf


def at(name: str, across: int, down: int, more: str = "") -> str:
    left, top = 50 + 130 * across, 800 - 24 * down
    return f"/FT/Tx/T({name})/Rect[{left} {top - 18} {left + 120} {top}]/F 4{more}"


def grid(*names: str, rows: int = 3, first: int = 1) -> list[str]:
    """Fields of a table: a name with a number in it for each column."""
    return [
        at(name.format(row + first), across, row)
        for row in range(rows)
        for across, name in enumerate(names)
    ]  # fmt: skip


FOUND: dict[str, tuple[list[str], list[tuple[str, list[str]]]]] = {
    "the row's number in the middle": (
        grid("barn{}_navn", "barn{}_fnr", rows=2), [("barn", ["barn1_navn barn2_navn", "barn1_fnr barn2_fnr"])],
    ),
    "the number last": (grid("navn_{}", "tlf_{}", rows=2), [("", ["navn_1 navn_2", "tlf_1 tlf_2"])]),
    "the first without a number": (
        [at("Navn", 0, 0), at("Tlf", 1, 0), at("Navn_2", 0, 1), at("Tlf_2", 1, 1)], [("", ["Navn Navn_2", "Tlf Tlf_2"])],
    ),
    "counted from naught": (grid("barn[{}].navn", "barn[{}].fnr", rows=2, first=0), [
        ("barn", ["barn[0].navn barn[1].navn", "barn[0].fnr barn[1].fnr"]),
    ]),
    "fields below fields": (grid("foresatte.{}.navn", "foresatte.{}.tlf", rows=2), [
        ("foresatte", ["foresatte.1.navn foresatte.2.navn", "foresatte.1.tlf foresatte.2.tlf"]),
    ]),
    "one column of three": (grid("vare{}"), [("", ["vare1 vare2 vare3"])]),
    "a letter for the row, in a table of three": (
        grid("b{}navn", "b{}fdato"), [("", ["b1navn b2navn b3navn", "b1fdato b2fdato b3fdato"])],
    ),
    # what is none
    "a letter, and no table": ([at(f"b{row}{name}", across, row * 3) for row in (1, 2, 3)
                                for across, name in enumerate(("navn", "fdato"))], []),
    "one column of two": (grid("adresse{}", rows=2), []),
    "names that programs give": (grid("Tekst{}", "Avkryssing{}"), []),
    "pages": (grid("side{}_navn", "side{}_dato", rows=2), []),
    "numbers with a gap": ([at("vare1", 0, 0), at("vare2", 0, 1), at("vare4", 0, 2)], []),
    "not below one another": ([at("navn_1", 0, 0), at("navn_2", 1, 3), at("navn_3", 0, 9)], []),
    "a year": (grid("sum202{}", rows=2), []),
    "fields of several kinds": ([at("a1_svar", 0, 0), at("a1_mer", 1, 0), *grid("a{}_mer", rows=1, first=2),
                                 "/FT/Btn/T(a2_svar)/Rect[50 500 60 510]/F 4"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_rows_are_what_numbers_and_places_say(name: str) -> None:
    fields, wanted = FOUND[name]
    found = rows_of(open_form(raw_pdf(*fields)).in_order)
    assert [(one.stem, [" ".join(f.name for f in column) for column in one.columns]) for one in found] == wanted


@pytest.mark.parametrize(
    ("label", "stem", "wanted"),
    [
        ("Barn 1: navn", "barn", "navn"), ("Barnets navn 1", "barn", "Barnets navn"), ("Navn (1)", "", "Navn"),
        ("Navn, rad 1", "", "Navn"), ("Telefon", "barn", "Telefon"), ("1", "", "1"),
    ],
)  # fmt: skip
def test_a_column_is_called_without_its_row(label: str, stem: str, wanted: str) -> None:
    assert column_label(label, stem) == wanted


def test_rows_are_drafted_filled_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    columns = ("Navn", "Fodselsdato", "Mobil")
    fields = [
        at(f"barn{row}_{name.casefold()}", across, row, f"/TU(Barn {row}: {name})")
        for row in (1, 2, 3)
        for across, name in enumerate(columns)
    ]
    Path("etat.pdf").write_bytes(raw_pdf(at("sokers_navn", 0, 0), *fields))
    assert skjema("draft", "etat.pdf", "-o", "templates/soknad").code == 0
    (section,) = tomllib.loads(Path("templates/soknad/skjema.toml").read_text("utf-8"))["section"]
    own, group = section["field"]
    assert (own["id"], group["id"], group["type"], group["max"]) == ("sokers_navn", "barn", "group", 3)
    assert [(one["id"], one["type"], one["pdf"][2]) for one in group["field"]] == [
        ("navn", "name", "barn3_navn"), ("fodselsdato", "date", "barn3_fodselsdato"), ("mobil", "phone", "barn3_mobil"),
    ]  # fmt: skip
    assert skjema("lint", "soknad").code == 0
    sets = ("sokers_navn=Kari", "barn.1.navn=Áile", "barn.2.navn=Ŋoaivi", "barn.2.fodselsdato=1.8.2015")
    filled = skjema("fill", "soknad", "--format", "pdf", "-o", "ut", *[one for each in sets for one in ("--set", each)])
    assert filled.code == 0, filled.said
    (pdf,) = Path("ut").glob("*.pdf")
    found = PdfReader(pdf).get_fields() or {}
    wanted = {"barn1_navn": "Áile", "barn2_navn": "Ŋoaivi", "barn2_fodselsdato": "01.08.2015"}
    assert {name: found[name].get("/V") for name in wanted} == wanted
    assert found["barn3_navn"].get("/V") is None


def test_a_group_has_a_name_of_its_own(tmp_path: Path) -> None:
    fields = [at("barn", 0, 9), *grid("barn{}_navn", "barn{}_fnr", rows=2)]
    (tmp_path / "x.pdf").write_bytes(raw_pdf(*fields))
    draft = api.draft(tmp_path / "x.pdf", "soknad")
    (section,) = tomllib.loads(draft.definition)["section"]
    ids = [one["id"] for one in section["field"]]
    assert len(ids) == len(set(ids)) == 2


def numbered(*labels: str, above: str = "", boxes: bool = False) -> bytes:
    """Fields Dato1, Dato2 ... below one another, each with a label to its left; or boxes, with it to their right."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 765, "Navn")
    canvas.acroForm.textfield(name="navn", x=200, y=760, width=200, height=18)
    canvas.drawString(200, 702, above)
    for at, label in enumerate(labels):
        canvas.drawString(220 if boxes else 50, 685 - 20 * at, label)
        if boxes:
            canvas.acroForm.checkbox(name=f"Tema{at + 1}", x=200, y=682 - 20 * at, size=14)
        else:
            canvas.acroForm.textfield(name=f"Dato{at + 1}", x=200, y=680 - 20 * at, width=200, height=18)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "labels", "is_group"),
    [
        pytest.param(numbered("Fødselsdato", "Startdato", "Sluttdato"), ["Fødselsdato", "Startdato", "Sluttdato"], False, id="differ"),
        pytest.param(numbered("Helse", "Skole", "Fritid", boxes=True), ["Helse", "Skole", "Fritid"], False, id="boxes"),
        pytest.param(numbered("Dato 1", "Dato 2", "Dato 3"), ["Dato"], True, id="numbered"),
        pytest.param(numbered("1.", "2.", "3.", above="Startdato"), ["Startdato"], True, id="numbers alone"),
        pytest.param(numbered("", "", "", above="Startdato"), ["Startdato"], True, id="lacking"),
    ],
)  # fmt: skip
def test_fields_with_labels_of_their_own_are_no_rows(content: bytes, labels: list[str], is_group: bool) -> None:
    form = draft_pdf("a.pdf", content, "a").form
    assert ([one.label for one in form.guesses[1:]], bool(form.groups)) == (labels, is_group)
