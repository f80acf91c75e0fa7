"""A blank form as somebody with a pen meets it: what may be ticked, starred and written, and what stays together."""

import re
from contextlib import closing
from pathlib import Path

import pypdfium2

from skjema.definition.form_cache import load_form
from skjema.definition.model import Field, Note
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from tests.drawing import HEAD, TEMPLATES, example, field, form_of, from_json
from tests.reading_back import pdf_fields, pdf_text
from tests.sample_files import KOMMUNE

FLOWING = HEAD.replace('"fixed"', '"flowing"')


def note(name: str, text: str, **keys: str) -> str:
    more = "".join(f"{key} = {value}\n" for key, value in keys.items())
    return f'[[section.field]]\nid = "{name}"\ntype = "note"\ntext = {{ nb = "{text}" }}\n{more}'


def test_texts_that_exclude_each_other_have_boxes_to_tick(tmp_path: Path) -> None:
    notes = note("alltid", "Gjelder alle."), note("barn", "Gjelder barn.", relevant="\"sak == 'barn'\"")
    form = form_of(tmp_path, field("navn"), field("sak"), *notes)
    assert {"barn"} == set(pdf_fields(blank_pdf(form, "nb"))) & {"barn", "alltid"}
    filled = PdfRenderer(form, "nb").render(from_json(form, tmp_path, {"navn": "Kari", "sak": "barn"})[0])
    assert "barn" not in pdf_fields(filled)


def test_where_somebody_signs_a_text_has_no_box(tmp_path: Path) -> None:
    signature = field("underskrift", "signature", filled_by='"recipient"')
    text = note("samtykke", "Den som skriver under, samtykker.", relevant="\"sak == 'barn'\"")
    form = form_of(tmp_path, field("navn"), field("sak"), text, signature)
    assert "samtykke" not in pdf_fields(blank_pdf(form, "nb"))


def test_a_star_stands_only_at_a_line_that_everybody_signs(tmp_path: Path) -> None:
    one = field("alle", "signature", filled_by='"recipient"', required="true", label='{ nb = "Alle" }')
    two = field("noen", "signature", filled_by='"recipient"', required="true", relevant="\"sak == 'barn'\"")
    text = pdf_text(blank_pdf(form_of(tmp_path, field("navn"), field("sak"), one, two), "nb"))
    assert re.search(r"Alle \*", text)
    assert not re.search(r"Noen \*", text)


def test_the_legend_tells_of_stars_only_where_there_are_some(tmp_path: Path) -> None:
    assert "må fylles ut" in pdf_text(blank_pdf(form_of(tmp_path, field("navn", required="true")), "nb"))
    assert "må fylles ut" not in pdf_text(blank_pdf(form_of(tmp_path, field("navn")), "nb"))


def test_a_blank_letter_says_what_is_to_be_written_in_its_sentences() -> None:
    text = pdf_text(blank_pdf(load_form(TEMPLATES / "moteinnkalling"), "nb")).replace("\u00a0", " ")
    for label in ("(møtedato)", "(fra klokken)", "(navn)", "(svarfrist)"):
        assert re.search(rf"__\s*{re.escape(label)}", text), label
    # of what is written side by side in an address, no part stands on a line of its own
    assert re.search(r"_ \(postnummer\) _+ \(poststed\)", text)


def test_a_required_yes_or_no_of_a_plan_has_two_boxes_in_its_table() -> None:
    names = set(pdf_fields(blank_pdf(load_form(TEMPLATES / "individuell-plan"), "nb")))
    assert "deltakere.1.tilgang" in names, "one group of two boxes, and not a single tick"


def test_lines_to_sign_on_stand_on_one_page_with_their_heading(tmp_path: Path) -> None:
    for name, heading in (("henvisning-niva2", "Underskrift"), ("henvisning-ppt", "Samtykke og underskrift")):
        form = load_form(TEMPLATES / name, KOMMUNE)
        with closing(pypdfium2.PdfDocument(PdfRenderer(form, "nb").render(example(form, tmp_path)))) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        signed = [text for text in texts if "Underskrift, leder" in text]
        assert len(texts) <= 3
        assert len(signed) == 1
        assert re.search(rf"\d+ {heading}", signed[0])
        assert "Underskrift, henviser" in signed[0]


def test_no_page_of_a_bundled_form_holds_the_part_of_its_recipient_alone() -> None:
    tried = set()
    for path in sorted(TEMPLATES.glob("*/*.n?.pdf")):
        language = path.stem[-2:]
        *_, before, last = (one for one in load_form(path.parent).sections if one.title)
        asked = [one for one in last.items if not isinstance(one, Note)]
        if last.starts_page or not all(
            isinstance(one, Field) and one.recipient and not one.is_signature for one in asked
        ):
            continue
        with closing(pypdfium2.PdfDocument(path)) as pages:
            page = pages[len(pages) - 1].get_textpage().get_text_range()
        titles = [
            re.search(rf"^\d+ {re.escape(one.title[language])}", page, re.M) for one in (before, last) if one.title
        ]
        assert titles[0] or not titles[1], path
        tried.add(path.parent.name)
    assert len(tried) >= 4
