"""Which words belong to which box of a line, in Word files."""

import io
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from skjema.draft.draft_word import draft_word
from tests.draft.filling import filled
from tests.render.word.documents import with_part

TICKED = "{{ '☒' if valgt.%s.%s else '☐' }}"


def drafted(*rows: tuple[str, ...]) -> tuple[dict[str, str], str]:
    """The types of a paper's fields, and its words with the tags; a row of one text is a paragraph."""
    document = python_docx.Document()
    document.add_paragraph("Navn: ________")
    for row in rows:
        if len(row) == 1:
            document.add_paragraph(row[0])
            continue
        for cell, text in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    found = draft_word("a.docx", out.getvalue())
    copy = python_docx.Document(io.BytesIO(found.docx))
    words = [cell.text for table in copy.tables for cell in table.rows[0].cells]
    words += [one.text for one in copy.paragraphs]
    fields = {f"{one.id}{'' if one.reason == 'kind' else '?'}": one.type for one in found.guesses if one.id != "navn"}
    return fields, "|".join(one for one in words if "valgt" in one)


@pytest.mark.parametrize(
    ("rows", "field", "kind", "line"),
    [
        ([("Samtykker du?", "Ja ☐   Nei ☐")], "samtykker_du", "yes_no", "Ja {ja}   Nei {nei}"),
        ([("Samtykker du?", "Nei ☐   Ja ☐")], "samtykker_du", "yes_no", "Nei {nei}   Ja {ja}"),
        ([("Samtykker du?", "☐ Ja   ☐ Nei")], "samtykker_du", "yes_no", "{ja} Ja   {nei} Nei"),
        ([("Samtykker du?", "Ja ☐ ☐ Nei")], "samtykker_du", "yes_no", "Ja {ja} {nei} Nei"),
        ([("Samtykker du?", "Ja ☐ Nei ☐ (sett kryss)")], "samtykker_du", "yes_no", "Ja {ja} Nei {nei} (sett kryss)"),
        ([("Samtykker du?", "Ja ☐", "Nei ☐")], "samtykker_du", "yes_no", "Ja {ja}|Nei {nei}"),
        ([("Samtykker du?", "☐ Ja", "☐ Nei")], "samtykker_du", "yes_no", "{ja} Ja|{nei} Nei"),
        ([("Kjønn", "Jente ☐ Gutt ☐")], "kjonn", "choice", "Jente {jente} Gutt {gutt}"),
        ([("Plass", "Hel plass ☐ Halv plass ☐")], "plass", "choice", "Hel plass {hel_plass} Halv plass {halv_plass}"),
        ([("Samtykker du?",), ("Ja ☐  Nei ☐",)], "samtykker_du", "yes_no", "Ja {ja}  Nei {nei}"),
        ([("Samtykker du?",), ("Ja ☐",), ("Nei ☐",)], "samtykker_du", "yes_no", "Ja {ja}|Nei {nei}"),
        ([("Samtykker du Ja ☐ Nei ☐",)], "samtykker_du", "yes_no", "Samtykker du Ja {ja} Nei {nei}"),
        ([("Reise: buss ☐ taxi ☐ går ☐",)], "reise?", "choice", "Reise: buss {buss} taxi {taxi} går {gar}"),
        ([("Reise: ☐ buss ☐ taxi",)], "reise", "choice", "Reise: {buss} buss {taxi} taxi"),
        ([("Reise ☐ buss  ☐ taxi",)], "reise", "choice", "Reise {buss} buss  {taxi} taxi"),
        # not to be told for sure, and marked
        ([("Reise ☐ buss ☐ taxi",)], "reise?", "choice", "Reise {buss} buss {taxi} taxi"),
        ([("Reise: buss ☐   taxi ☐   sett ett kryss",)], "reise?", "choice", "Reise: buss {buss}   taxi {taxi}   sett ett kryss"),
        ([("Reise: buss ☐ taxi ☐ (sett ett kryss)",)], "reise?", "choice", "Reise: buss {buss} taxi {taxi} (sett ett kryss)"),
    ],
)  # fmt: skip
def test_a_box_gets_the_words_that_are_its_own(rows: list[tuple[str, ...]], field: str, kind: str, line: str) -> None:
    fields, words = drafted(*rows)
    assert fields == {field: kind}
    own = field.rstrip("?")
    for answer in ("ja", "nei", "jente", "gutt", "hel_plass", "halv_plass", "buss", "taxi", "gar"):
        line = line.replace(f"{{{answer}}}", TICKED % (own, answer))
    assert words == line


def controls(*parts: str, legacy: bool = False) -> bytes:
    """A paper with a line of Word's own boxes, with these words before, between and behind them."""
    document = python_docx.Document()
    document.add_paragraph("Navn: ________")
    line = document.add_paragraph(parts[0])._p
    for number, words in enumerate(parts[1:]):
        for part in legacy_box(number) if legacy else [CONTROL]:
            line.append(parse_xml(part.replace(">", f" {nsdecls('w')}>", 1)))
        if words:
            line.append(parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{words}</w:t></w:r>'))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


CONTROL = (
    '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)


def legacy_box(number: int) -> list[str]:
    begin = f'<w:ffData><w:name w:val="Avmerking{number}"/><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    return [
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>',
        "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize(
    ("parts", "labels"),
    [
        (("Tolk? Ja ", "  Nei ", ""), ["Tolk?"]),
        (("Tolk? ", " Ja  ", " Nei"), ["Tolk?"]),
        (("Tolk? ", " Ja ", " Nei  Skyss? ", " Ja ", " Nei"), ["Tolk?", "Skyss?"]),
        (("Ja ", " Nei ", " Vi ønsker ferieplass"), ["Vi ønsker ferieplass"]),
    ],
)
def test_a_box_of_word_itself_gets_the_words_that_are_its_own(
    parts: tuple[str, ...], labels: list[str], *, legacy: bool
) -> None:
    found = draft_word("a.docx", controls(*parts, legacy=legacy))
    assert [(one.label, one.reason) for one in found.guesses[1:]] == [(label, "kind") for label in labels]


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("Reise: buss ", " taxi ", " bil ", ""), "Reise choice label: buss taxi bil"),
        (("Reise: ", " buss ", " taxi ", " bil"), "Reise choice label: buss taxi bil"),
        (("Plass: ", " Hel ", " Halv"), "Plass choice kind: Hel Halv"),
        (("Dager: ", " Mandag ", " Tirsdag ", " Onsdag"), "Dager choices kind: Mandag Tirsdag Onsdag"),
        (("", " Jeg samtykker ", " Jeg samtykker ikke"), "Jeg samtykker / Jeg samtykker ikke choice kind: "
         "Jeg samtykker Jeg samtykker ikke"),
    ],
)  # fmt: skip
def test_boxes_of_word_itself_on_a_line_answer_what_it_asks(
    parts: tuple[str, ...], wanted: str, *, legacy: bool
) -> None:
    (found,) = draft_word("a.docx", controls(*parts, legacy=legacy)).guesses[1:]
    answers = " ".join(one.label for one in found.answers)
    assert f"{found.label} {found.type} {found.reason}: {answers}" == wanted


_TEXT = "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Klikk her</w:t></w:r></w:sdtContent></w:sdt>"


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("Tidligere bevis? ", " Ja, nr: |", " Nei"), "Tidligere bevis? yes_no , Ja, nr text "),
        (
            ("Varighet: ", " Varig ", " Midlertidig, til: |"),
            "Varighet choice Varig Midlertidig, Midlertidig, til text ",
        ),
        (("Skole: |  Kjønn: ", " Gutt ", " Jente"), "Skole text , Kjønn choice Gutt Jente"),
    ],
)
def test_boxes_of_one_question_may_have_another_control_among_them(
    parts: tuple[str, ...], wanted: str, *, legacy: bool
) -> None:
    form = controls(*parts, legacy=legacy)
    text = f'</w:t></w:r>{_TEXT}<w:r><w:t xml:space="preserve">'
    held = with_part(form, "word/document.xml", lambda body: body.replace("|", text))
    found = draft_word("a.docx", held).guesses[1:]
    told = (f"{one.label} {one.type} {' '.join(each.label for each in one.answers)}" for one in found)
    assert ", ".join(told) == wanted


def test_a_form_field_whose_answer_has_a_long_name_is_told_it_where_there_is_room(tmp_path: Path) -> None:
    answers = ("Lang skolevei for elever på de laveste trinnene", "Særlig farlig skolevei for alle elever")
    parts = ("Hvorfor søkes det om gratis skoleskyss dette året? ", f" {answers[0]} ", f" {answers[1]}")
    form = controls(*parts, legacy=True)
    (guess,) = draft_word("a.docx", form).guesses[1:]
    made = filled(tmp_path, form, navn="Kari", **{guess.id: guess.answers[1].id})
    names = [one.get(qn("w:val")) for one in made.element.body.iter(qn("w:name"))]
    assert all(len(one) <= 65 for one in names)
    assert [one.get(qn("w:val")) for one in made.element.body.iter(qn("w:checked"))] == ["0", "1"]
