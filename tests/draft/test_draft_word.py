"""A first definition and a tagged copy of Word files that others made: what is taken for what, and that it works at once."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document

from skjema.draft.draft_word import draft_word
from skjema.errors import InputError
from tests.cli.running import skjema
from tests.reading_back import docx_text
from tests.render.word.documents import docx, with_footnote, with_part
from tests.render.word.test_merge_fields import whole
from tests.render.word.test_own_fields import BOX, BOXES, DATE, ENTRIES, LIST, control, legacy
from tests.sample_files import THOROUGH

Draw = Callable[[Document], object]


def written(*texts: str) -> bytes:
    return docx(*texts)


def in_body(*xml: str) -> bytes:
    return with_part(docx(), "word/document.xml", lambda text: text.replace("<w:sectPr", "".join(xml) + "<w:sectPr", 1))


def grid(*rows: tuple[str, ...]) -> bytes:
    def draw(document: Document) -> None:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return docx(draw=draw)


def labelled_cells(document: Document) -> None:
    for cell, text in zip(document.add_table(rows=1, cols=2).rows[0].cells, ("Navn", "Adresse"), strict=True):
        cell.text = text
        cell.add_paragraph()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def compared(name: str, text: str) -> str:
    """An IF field that compares a merge field with a text."""
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))

    def code(words: str) -> str:
        return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'

    inner = f"{begin}{code(f' MERGEFIELD {name} ')}{between}<w:r><w:t>x</w:t></w:r>{end}"
    return f"<w:p>{begin}{code(' IF ')}{inner}{code(f' = &quot;{text}&quot; &quot;A&quot; &quot;B&quot; ')}{between}<w:r><w:t>B</w:t></w:r>{end}</w:p>"


ZOO: dict[str, tuple[bytes, dict[str, str]]] = {
    # tags of docxtpl
    "tag": (written("Navn: {{ navn }}"), {"navn": "name"}),
    "tag with a filter": (written("Navn: {{ navn|upper }}"), {"navn": "name"}),
    "tag twice": (written("{{ fodselsdato }} og {{ fodselsdato }}"), {"fodselsdato": "date"}),
    "tag with capitals": (written("{{ BarnetsNavn }}"), {"barnetsnavn": "name"}),
    "tag with a point": (written("{{ barn.telefon }}"), {"barn_telefon": "phone"}),
    "tag with a reserved name": (written("{{ vis }} {{ navn }}"), {"vis_2": "text", "navn": "name"}),
    "condition": (written("{% if tolk %}Tolk{% endif %} {{ navn }}"), {"tolk": "yes_no", "navn": "name"}),
    "condition and value": (written("{% if merknad %}{{ merknad }}{% endif %}"), {"merknad": "text"}),
    "comparison": (
        written("{% if sak == 'Klage' %}a{% elif sak == 'Søknad' %}b{% endif %}{{ navn }}"), {"sak": "choice", "navn": "name"},
    ),
    "conditional expression": (written("{{ 'Ja' if tolk else 'Nei' }}{{ navn }}"), {"tolk": "yes_no", "navn": "name"}),
    "rich text": (written("{{r merknad }}{{ navn }}"), {"merknad": "longtext", "navn": "name"}),
    "loop": (
        written("{{ navn }}", "{%p for f in foresatte %}", "{{ f.navn }} {{ f.telefon }}", "{%p endfor %}"),
        {"navn": "name", "foresatte.navn_2": "name", "foresatte.telefon": "phone"},
    ),
    "loop with a condition": (
        written("{{ sak }}", "{%p for b in barn %}", "{% if b.tolk %}tolk{% endif %}{{ b.alder }}", "{%p endfor %}"),
        {"sak": "text", "barn.tolk": "yes_no", "barn.alder": "text"},
    ),
    # what Word knows of
    "merge field": (in_body(whole(" MERGEFIELD Barnets_navn ")), {"barnets_navn": "name"}),
    "merge field in quotes": (in_body(whole(' MERGEFIELD "E-post" ')), {"e_post": "email"}),
    "merge field compared": (in_body(compared("Sak", "Klage"), whole(" MERGEFIELD Navn ")), {"sak": "text", "navn": "name"}),
    "merge field compared with two": (in_body(compared("Sak", "Klage"), compared("Sak", "Søknad"), whole(" MERGEFIELD Navn ")), {"sak": "choice", "navn": "name"}),
    "merge field yes or no": (in_body(compared("Tolk", "Ja"), whole(" MERGEFIELD Navn ")), {"tolk": "yes_no", "navn": "name"}),
    "merge field compared and printed": (in_body(compared("Sted", "Bodø"), whole(" MERGEFIELD Sted ")), {"sted": "text"}),
    "text control": (in_body(control("<w:text/>", alias="Barnets navn")), {"barnets_navn": "name"}),
    "text control without a title": (in_body(paragraph("Navn:"), control("<w:text/>")), {"navn": "name"}),
    "long control": (in_body(control('<w:text w:multiLine="1"/>', alias="Om saken"), control("<w:text/>", tag="navn")), {"om_saken": "longtext", "navn": "name"}),
    "date control": (in_body(control(DATE, alias="Møtedag")), {"motedag": "date"}),
    "list control": (in_body(control(LIST.replace('displayText="Helse" w:value="1"/>', 'displayText="Helse" w:value="1"/><w:listItem w:displayText="Skole" w:value="2"/>'), alias="Tema")), {"tema": "choice"}),
    "yes or no control": (in_body(control(LIST.replace('displayText="Helse" w:value="1"/>', 'displayText="Ja" w:value="1"/><w:listItem w:displayText="Nei" w:value="2"/>'), alias="Tolk")), {"tolk": "yes_no"}),
    "tick box control": (in_body(control(BOX, "<w:r><w:t>☐</w:t></w:r>", alias="Tolk"), control("<w:text/>", tag="navn")), {"tolk": "yes_no", "navn": "name"}),
    "legacy text": (in_body(legacy("Telefon", "<w:textInput/>")), {"telefon": "phone"}),
    "legacy text with help": (in_body(legacy("Tekst1", '<w:statusText w:type="text" w:val="Barnets navn"/><w:textInput/>')), {"barnets_navn": "name"}),
    "legacy date": (in_body(legacy("Tekst2", '<w:textInput><w:type w:val="date"/></w:textInput>')), {"tekst2": "date"}),
    "legacy box": (in_body(legacy("Tolk", BOXES, "", "FORMCHECKBOX"), legacy("Navn", "<w:textInput/>")), {"tolk": "yes_no", "navn": "name"}),
    "legacy list": (in_body(legacy("Tema", ENTRIES, "", "FORMDROPDOWN")), {"tema": "choice"}),
    "bookmark": (in_body('<w:p><w:bookmarkStart w:id="1" w:name="Navn"/><w:bookmarkEnd w:id="1"/></w:p>'), {"navn": "name"}),
    "bookmark around a hint": (in_body('<w:p><w:bookmarkStart w:id="1" w:name="Poststed"/><w:r><w:t>[sted]</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'), {"poststed": "text"}),
    "footnote": (with_footnote(docx("{{ navn }}"), "{{ kilde }}"), {"navn": "name", "kilde": "text"}),
    "header": (docx("x", draw=lambda d: setattr(d.sections[0].header.paragraphs[0], "text", "Navn: {{ navn }}")), {"navn": "name"}),
    # what is only drawn
    "line": (written("Navn: ________"), {"navn": "name"}),
    "two lines": (written("Navn: ________ Født: ______"), {"navn": "name", "fodt": "date"}),
    "dots": (written("Postnr ..........."), {"postnr": "postnummer"}),
    "ellipses": (written("Telefon …………"), {"telefon": "phone"}),
    "line below its label": (written("Fødselsnummer (11 siffer):", "____________"), {"fodselsnummer_11_siffer": "fodselsnummer"}),
    "lines below one another": (written("Merknader:", "_____", "_____", "_____"), {"merknader": "longtext"}),
    "signature": (written("Navn: _____", "Dato: _____ Underskrift: ______"), {"navn": "name", "dato": "date", "underskrift": "signature"}),
    "yes and no": (written("Navn: _____", "Tolk? ☐ Ja ☐ Nei"), {"navn": "name", "tolk": "yes_no"}),
    "answers on a line": (written("Vei: □ Tog □ Ferge □ Bil"), {"vei": "choice"}),
    "boxes in brackets": (written("Vei: [ ] Tog [ ] Ferge"), {"vei": "choice"}),
    "boxes below one another": (written("Navn: ____", "Tema:", "☐ Helse", "☐ Skole", "☐ Fritid"), {"navn": "name", "tema": "choices"}),
    "box alone": (written("Navn: ____", "☐ Jeg samtykker"), {"navn": "name", "jeg_samtykker": "yes_no"}),
    "cell beside": (grid(("Navn", ""), ("E-post", "")), {"navn": "name", "e_post": "email"}),
    "two pairs in a row": (grid(("Navn", "", "Født", "")), {"navn": "name", "fodt": "date"}),
    "cell below": (grid(("Navn", "Telefon"), ("", "")), {"navn": "name", "telefon": "phone"}),
    "rows": (
        grid(("Sak", ""), ("Navn", "Telefon"), ("", ""), ("", "")),
        {"sak": "text", "tabell.navn": "name", "tabell.telefon": "phone"},
    ),
    "label within the cell": (docx(draw=labelled_cells), {"navn": "name", "adresse": "text"}),
}  # fmt: skip


TABS = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:leader="{}" w:pos="4000"/><w:tab w:val="left" w:leader="{}" w:pos="8000"/></w:tabs></w:pPr>{}</w:p>'
TAB = "<w:r><w:tab/></w:r>"


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


UNDERLINED = '<w:u w:val="single"/>'
DRAWN: dict[str, tuple[bytes, dict[str, str]]] = {
    "tab with a line": (in_body(TABS.format("underscore", "dot", f"{run('Navn:')}{TAB}{run(' Født:')}{TAB}")), {"navn": "name", "fodt": "date"}),
    "tab with a line to its second stop": (in_body(TABS.format("none", "dot", f"{run('Navn:')}{TAB}{TAB}")), {"navn": "name"}),
    "underlined spaces": (in_body(f"<w:p>{run('Navn: ')}{run(' ' * 30, UNDERLINED)}</w:p>"), {"navn": "name"}),
    "underlined tabs": (in_body(f"<w:p>{run('Navn: ')}<w:r><w:rPr>{UNDERLINED}</w:rPr><w:tab/><w:tab/></w:r></w:p>"), {"navn": "name"}),
    "words behind in brackets": (written("Jeg, ______ (navn), født ______, søker."), {"navn": "name", "fodt": "date"}),
    "two in a sentence": (written("Ansatt har navn ______ og stilling ______."), {"ansatt_har_navn": "name", "stilling": "text"}),
    "words below": (written("Sak: _____", "______   ______", "Sted      Dato"), {"sak": "text", "sted": "text", "dato": "date"}),
    "words below in brackets": (written("Fra: _____", ".........", "(dato og underskrift)"), {"fra": "text", "dato_og_underskrift": "signature"}),
    "boxes in columns": (
        grid(("Navn", "", "", ""), ("Påstand", "Aldri", "Ofte", "Alltid"), ("Jeg trives", "☐", "☐", "☐")),
        {"navn": "name", "jeg_trives": "choice"},
    ),
    "yes and no in columns": (grid(("Navn", "", ""), ("Spørsmål", "Ja", "Nei"), ("Tolk", "□", "□")), {"navn": "name", "tolk": "yes_no"}),
    "two lines parted by a tab": (in_body(paragraph("Sak: ____"), f"<w:p>{run('______')}{TAB}{run('______')}</w:p>", f"<w:p>{run('Navn')}{TAB}{run('Født')}</w:p>"), {"sak": "text", "navn": "name", "fodt": "date"}),
    "answers before their boxes": (written("Navn: ____", "Ble noen skadet?  Ja [ ]  Nei [ ]"), {"navn": "name", "ble_noen_skadet": "yes_no"}),
    "a line behind the last answer": (written("Navn: ____", "Vedlegg: ☐ ja ☐ nei, antall: ____"), {"navn": "name", "vedlegg": "yes_no", "antall": "text"}),
    "colons in cells": (grid(("Meldt av:", "Dato:"), ("Navn:", "Klokkeslett:")), {"meldt_av": "text", "dato": "date", "navn": "name", "klokkeslett": "time"}),
    "the day of a signature below": (grid(("Navn:", "Sak:"), ("Dato:", "Dato:"), ("Underskrift:", "Underskrift:")), {"navn": "name", "sak": "text", "dato": "date", "dato_2": "date", "underskrift": "signature", "underskrift_2": "signature"}),
    # what is none
    "tabs of a table of contents": (in_body(paragraph("Navn: ____"), TABS.format("dot", "dot", f"{run('Innledning')}{TAB}{run('3')}")), {"navn": "name"}),
    "underlined words": (in_body(paragraph("Navn: ____"), f"<w:p>{run('Husk:')}{run('  nå  ', UNDERLINED)}</w:p>"), {"navn": "name"}),
    "tab without a line": (in_body(paragraph("Navn: ____"), TABS.format("none", "none", f"{run('Født:')}{TAB}")), {"navn": "name"}),
}  # fmt: skip


@pytest.mark.parametrize(("content", "wanted"), DRAWN.values(), ids=DRAWN)
def test_each_place_that_is_drawn_is_taken_for_what_it_is(content: bytes, wanted: dict[str, str]) -> None:
    assert taken(content) == wanted


def test_what_is_drawn_is_filled_or_stays_as_it_was() -> None:
    signed = TABS.format("underscore", "underscore", f"{run('Dato:')}{TAB}{run('Underskrift:')}{TAB}")
    spaces = f"<w:p>{run('Navn: ')}{run(' ' * 30, UNDERLINED)}</w:p>"
    matrix = grid(("Påstand", "Aldri", "Ofte"), ("Jeg trives", "☐", "☐"))
    content = with_part(matrix, "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{spaces}{signed}"))
    copy = draft_word("skjema.docx", content).docx
    document = python_docx.Document(io.BytesIO(copy))
    assert [one.text for one in document.paragraphs][:2] == [
        f"Navn: {{{{ navn or '{' ' * 30}' }}}}",
        "Dato:\tUnderskrift:\t",
    ]
    assert document.paragraphs[0].runs[1].underline
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        "Jeg trives", "{{ '☒' if valgt.jeg_trives.aldri else '☐' }}", "{{ '☒' if valgt.jeg_trives.ofte else '☐' }}",
    ]  # fmt: skip
    untouched = in_body(paragraph("Navn: ____"), f"<w:p>{run(' ' * 30, UNDERLINED)}</w:p>", signed)
    kept = python_docx.Document(io.BytesIO(draft_word("skjema.docx", untouched).docx))
    assert [one.text for one in kept.paragraphs][-1] == "Dato:\tUnderskrift:\t"
    assert "\ue010" not in "".join(one.text for one in kept.paragraphs)


def taken(content: bytes) -> dict[str, str]:
    return {
        f"{one.group}.{one.id}" if one.group else one.id: one.type for one in draft_word("skjema.docx", content).guesses
    }


@pytest.mark.parametrize(("content", "wanted"), ZOO.values(), ids=ZOO)
def test_each_place_is_taken_for_what_it_is(content: bytes, wanted: dict[str, str]) -> None:
    assert taken(content) == wanted


@pytest.mark.parametrize("name", ZOO if THOROUGH else [*ZOO][::4])
def test_what_is_drafted_is_sound_and_fills_at_once(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    content, _ = ZOO[name]
    (tmp_path / "skjema.docx").write_bytes(content)
    assert skjema("draft", "skjema.docx", "-o", "templates/prove").code == 0
    linted = skjema("lint", "prove")
    assert linted.code in (0, 1), linted.out
    assert "[field-without-tag]" not in linted.out
    assert skjema("sheet", "prove").code == 0
    record: dict[str, object] = {}
    for one in draft_word("skjema.docx", content).guesses:
        if one.recipient:
            continue
        ids = [answer.id for answer in one.answers]
        value = (ids[:1] if one.type == "choices" else ids[0]) if ids else VALUES[one.type]
        if one.group:
            rows = record.setdefault(one.group, [{}])
            assert isinstance(rows, list)
            rows[0][one.id] = value
        else:
            record[one.id] = value
    (tmp_path / "a.json").write_text(json.dumps([record]), encoding="utf-8")
    filled = skjema("fill", "prove", "a.json", "-o", "ut", "--format", "docx")
    assert filled.code in (0, 1), filled.out + filled.said
    (made,) = (tmp_path / "ut").glob("*.docx")
    said = docx_text(made.read_bytes())
    assert "{" not in said
    assert "}" not in said


VALUES: dict[str, object] = {
    "text": "Verdi", "name": "Nora Eksempel", "date": "2026-11-22", "phone": "22334455", "email": "nora@example.test",
    "postnummer": "0150", "fodselsnummer": "14832075036", "yes_no": True, "longtext": "en\nto",
}  # fmt: skip


def test_a_whole_form_as_an_office_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(document: Document) -> None:
        document.add_heading("Samtykke", 1)
        document.add_heading("Om barnet", 2)
        document.add_paragraph("Barnets navn: __________ Født: _______")
        document.add_heading("Foresatte", 2)
        table = document.add_table(rows=4, cols=2)
        for cell, text in zip(table.rows[0].cells, ("Navn", "Telefon"), strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        document.add_paragraph("Sted/dato: _______ Underskrift: ________")

    monkeypatch.chdir(tmp_path)
    (tmp_path / "gammelt.docx").write_bytes(docx(draw=draw))
    found = skjema("draft", "gammelt.docx", "-o", "templates/samtykke", "--date", "2026-11-30")
    assert found.code == 0
    assert found.said.splitlines()[-3:] == [
        "Felt: 6, typer som er gjettet: 6. Se over skjema.toml, og gå så videre med:",
        "  skjema lint samtykke",
        "  skjema sheet samtykke",
    ]
    assert (
        "barnets_navn       name           Barnets navn (gjettet av ledeteksten) – linjen «Barnets navn: ___ Født: ___»"
        in found.out
    )
    copy = python_docx.Document(str(tmp_path / "templates/samtykke/samtykke.nb.docx"))
    assert [one.text for one in copy.paragraphs][2:] == [
        "Barnets navn: {{ barnets_navn or '__________' }} Født: {{ fodt or '_______' }}", "Foresatte", "Sted/dato: _______ Underskrift: ________",
    ]  # fmt: skip
    assert [row.cells[0].text for row in copy.tables[0].rows] == [
        "Navn", "{%tr for rad in foresatte %}", "{{ rad.navn }}", "{%tr endfor %}",
        *(words for room in (1, 2, 3) for words in (f"{{%tr if foresatte|length < {room} %}}", "", "{%tr endif %}")),
    ]  # fmt: skip
    definition = (tmp_path / "templates/samtykke/skjema.toml").read_text("utf-8")
    assert 'word = "own"' in definition
    assert 'title = { nb = "Samtykke" }' in definition
    again = skjema("draft", "gammelt.docx", "-o", "templates/samtykke")
    assert again.code == 6, "what somebody has looked over is not written over"


@pytest.mark.parametrize("corner", ["Dag", ""])
def test_each_empty_cell_of_rows_with_names_is_a_field(corner: str) -> None:
    drawn = python_docx.Document()
    drawn.add_paragraph("Navn: ______")
    table = drawn.add_table(3, 4)
    rows = [(corner, "Fra kl.", "Til kl.", "Merknad"), ("Mandag", "", "", ""), ("Tirsdag", "", "", "")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    drawn.save(out)
    found = draft_word("a.docx", out.getvalue())
    assert [(one.label, one.type) for one in found.guesses] == [
        ("Navn", "name"),
        ("Mandag: Fra kl", "time"), ("Mandag: Til kl", "time"), ("Mandag: Merknad", "text"),
        ("Tirsdag: Fra kl", "time"), ("Tirsdag: Til kl", "time"), ("Tirsdag: Merknad", "text"),
    ]  # fmt: skip
    copy = python_docx.Document(io.BytesIO(found.docx)).tables[0]
    assert [cell.text for cell in copy.rows[2].cells] == [
        "Tirsdag", "{{ tirsdag_fra_kl }}", "{{ tirsdag_til_kl }}", "{{ tirsdag_merknad }}",
    ]  # fmt: skip


def test_an_empty_frame_below_its_label_is_a_text_of_several_lines() -> None:
    drawn = python_docx.Document()
    drawn.add_paragraph("Navn: ______")
    for label in ("Andre opplysninger:", "Denne rammen er pynt"):
        drawn.add_paragraph(label)
        drawn.add_table(1, 1)
    out = io.BytesIO()
    drawn.save(out)
    found = draft_word("a.docx", out.getvalue())
    assert [(one.label, one.type, one.lines) for one in found.guesses[1:]] == [("Andre opplysninger", "longtext", 3)]
    assert python_docx.Document(io.BytesIO(found.docx)).tables[0].cell(0, 0).text == "{{ andre_opplysninger }}"


def test_a_file_with_nothing_to_fill_in_says_so() -> None:
    with pytest.raises(InputError) as caught:
        draft_word("skjema.docx", docx("Bare tekst."))
    assert [problem.code for problem in caught.value.problems] == ["draft-empty"]


def test_a_file_that_tells_no_two_rows_apart_says_so() -> None:
    for content in (grid(("Navn", "Telefon"), ("", ""), ("", "")), docx("Tema:", "☐ Helse", "☐ Skole")):
        with pytest.raises(InputError) as caught:
            draft_word("skjema.docx", content)
        assert [problem.code for problem in caught.value.problems] == ["draft-no-key"]


def test_a_file_of_another_kind_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.odt").write_bytes(b"x")
    assert skjema("draft", "a.odt", "-o", "templates/a").said.endswith("[draft-kind]\n")


def test_what_is_not_understood_is_told_and_never_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(docx("{{ navn }}", "{% for k, v in par.items() %}{{ k }}{% endfor %}"))
    found = skjema("draft", "a.docx", "-o", "templates/a")
    assert found.code == 1
    assert "Ikke forstått" in found.said
