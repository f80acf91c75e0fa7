"""Pages set by typst: values are printed and never read, and a page holds what concerns its record."""

from io import BytesIO
from pathlib import Path

import pytest

from skjema.definition.model import Form
from skjema.layout.letterhead import sender_lines
from skjema.layout.variants import Variants, blank_variant
from skjema.printing.measured_page import Box, MeasuredPdf
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.typst.page import Page
from skjema.render.typst.typeset import typeset
from tests.drawing import HEAD, example, field, form_of, from_json
from tests.reading_back import page_count, pdf_fields, pdf_text

MARKUP = [
    '#import "x"', "#panic()", "$x^2$", "*fet* _kursiv_", "= Overskrift", "@ref", "<etikett>", "\\ \\u{41}", "`rå`",
    "- punkt", "// kommentar", "https://eksempel.no", "{{ 7*7 }}", "a~b--c", '"sitat"',
]  # fmt: skip


@pytest.mark.parametrize("value", MARKUP)
def test_a_value_is_printed_as_it_is(plan: Form, tmp_path: Path, value: str) -> None:
    one = example(plan, tmp_path, enhet_navn=value)
    text = pdf_text(PdfRenderer(plan, "nb").render(one))
    assert value in text.replace("\n", " ")


def test_a_flowing_form_prints_every_row_of_every_group(plan: Form, tmp_path: Path) -> None:
    one = example(plan, tmp_path)
    text = "".join(pdf_text(PdfRenderer(plan, "nb").render(one)).split())
    for group in plan.groups.values():
        for row in one.values[group.id]:
            for column in group.field:
                if column.type in ("text", "longtext") and row[column.id]:
                    assert "".join(str(row[column.id]).split()) in text, (group.id, column.id)


def test_a_flowing_form_grows(plan: Form, tmp_path: Path) -> None:
    short = PdfRenderer(plan, "nb").render(example(plan, tmp_path))
    record = "Dette er et langt avsnitt om saken. " * 200
    name = next(one.id for one in plan.fields.values() if one.type == "longtext" and one.printed)
    long = PdfRenderer(plan, "nb").render(example(plan, tmp_path, **{name: record}))
    assert page_count(long) > page_count(short)
    assert pdf_text(long).count("langt avsnitt") == 200


@pytest.mark.thorough
def test_a_word_without_end_stays_in_its_place(plan: Form, tmp_path: Path) -> None:
    word = "Samhandlingsplanleggingsforberedelsesmøtedokumentasjonsrutinebeskrivelse"
    one = example(plan, tmp_path, om_enheten=word * 300)
    one.values["tiltak"][0] |= {"indikator": word, "metode": word, "tiltak": word}
    one.values["tjenester"][0]["navn"] = word
    made = PdfRenderer(plan, "nb").render(one)
    assert "".join(pdf_text(made).split()).count(word[:17]) == 305  # the measure stands in the list of months too
    with MeasuredPdf(BytesIO(made)) as paper:
        for sheet in paper.pages():
            assert sheet.ink(Box(sheet.width - 15, 0, sheet.width, sheet.height)) is None


def test_a_form_of_set_pages_has_its_subtitle_too(tmp_path: Path) -> None:
    head = HEAD + 'subtitle = { nb = "for {{ navn }}" }\n'
    form = form_of(tmp_path, field("navn"), head=head)
    one = from_json(form, tmp_path, {"navn": "Kari"})[0]
    assert "for Kari" in pdf_text(PdfRenderer(form, "nb", flat=True).render(one))


def test_who_signs_stands_on_a_flowing_form_too(tmp_path: Path) -> None:
    head = HEAD.replace('layout = "fixed"', 'layout = "flowing"')
    sign = field("signatur", "signature", filled_by='"recipient"', signer='"navn"')
    form = form_of(tmp_path, field("navn"), sign, head=head)
    one = from_json(form, tmp_path, {"navn": "Kari Nordmann"})[0]
    assert pdf_text(PdfRenderer(form, "nb").render(one)).count("Kari Nordmann") == 2


def test_the_same_page_gives_the_same_bytes(overgang: Form) -> None:
    page = Page(overgang, blank_variant(overgang, "nb"), "nb")
    assert typeset(page.data, overgang.logo) == typeset(page.data, overgang.logo)


def test_every_box_is_named_once(bundled: Form) -> None:
    names = [box.name for box in Page(bundled, blank_variant(bundled, "nb"), "nb").boxes]
    assert len(names) == len(set(names))


def test_a_blank_form_names_the_municipality_and_leaves_lines_for_the_rest(overgang: Form) -> None:
    text = pdf_text(blank_pdf(overgang, "nb"))
    assert "Eksempel kommune" in text
    assert page_count(blank_pdf(overgang, "nb")) == 2


def test_two_who_sign_get_two_lines_and_one_gets_one(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path)
    alone = example(overgang, tmp_path, foresatte=[{"navn": "Kari", "rolle": "mor", "foreldreansvar": "ja"}])
    fields = [pdf_fields(PdfRenderer(overgang, "nb").render(record)) for record in (one, alone)]
    assert [sum(name.endswith("underskrift") for name in found) for found in fields] == [2, 1]


def test_records_alike_share_a_pattern(overgang: Form, tmp_path: Path) -> None:
    first, second = (example(overgang, tmp_path, barn_navn=name) for name in ("A", "B"))
    assert Variants(overgang, "nb").of(first) == Variants(overgang, "nb").of(second)
    assert hash(Variants(overgang, "nb").of(first)) == hash(Variants(overgang, "nb").of(second))
    other = example(overgang, tmp_path, foresatte=[{"navn": "Kari", "rolle": "mor", "foreldreansvar": "ja"}])
    assert Variants(overgang, "nb").of(other) != Variants(overgang, "nb").of(first)


def test_the_senders_lines_say_only_what_is_known(overgang: Form) -> None:
    assert sender_lines(overgang, {"enhet_navn": "PPT"}, "nb") == ["PPT"]
    assert sender_lines(overgang, {"enhet_navn": "PPT", "enhet_tlf": "22 22 22 22", "enhet_poststed": "Bodø"}, "nb") == [
        "PPT", "Bodø · tlf. 22 22 22 22",
    ]  # fmt: skip
    address = {"enhet_adresse": "Storgata 1", "enhet_postnr": "8001", "enhet_poststed": "Bodø"}
    assert sender_lines(overgang, address, "nb") == ["Storgata 1, 8001 Bodø"]
    assert sender_lines(overgang, {}, "nb") == []


def test_a_form_of_one_field_is_a_form(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    one = from_json(form, tmp_path, {"navn": "Kari"})[0]
    assert "Kari" in pdf_text(PdfRenderer(form, "nb", flat=True).render(one))
