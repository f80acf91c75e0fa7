"""A letter: the address where envelopes show it, dates in words, and what stands below the greeting."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.functions import lower, weekday
from skjema.definition.model import Form
from skjema.fieldtypes.registry import TYPES
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.word_renderer import WordRenderer
from skjema.wording import LANGUAGES
from skjema.wording.running_text import in_sentence
from tests.drawing import HEAD, TODAY, field, form_of, from_json
from tests.reading_back import docx_text, pdf_text

MILLIMETRE = 72 / 25.4
LETTER = HEAD.replace('layout = "fixed"', 'layout = "letter"') + (
    '[form.letter]\naddress = { nb = "{{ navn }}\\nv/ {{ ved }}\\n{{ gate }}\\n{{ sted }}" }\n'
    'closing = { nb = "Med hilsen\\n{{ fra }}\\ntlf. {{ tlf }}" }\ndate = "dag"\n'
)
FIELDS = (
    field("navn", required="true", printed="false"),
    *(field(name, printed="false") for name in ("ved", "gate", "sted", "fra", "tlf")),
    field("dag", "date", printed="false"),
    '[[section.field]]\nid = "tekst"\ntype = "note"\ntext = { nb = "Møt opp {{ in_words(dag) }}, en {{ weekday(dag) }}." }\n',
    '[[section]]\nid = "svar"\ntitle = { nb = "Svar" }\n',
    field("kommer", "yes_no", filled_by='"recipient"'),
)
RECORD = {"navn": "Máret Ŋaba", "gate": "Elvegata 4", "sted": "0150 Eksempelby", "fra": "Kari Nes", "dag": "2027-02-02"}


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path, *FIELDS, head=LETTER)


def test_the_address_stands_in_the_window_and_nothing_else_does(form: Form, tmp_path: Path) -> None:
    pdf = PdfRenderer(form, "nb").render(from_json(form, tmp_path, RECORD)[0])
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    window = [edge * MILLIMETRE for edge in (15, 297 - 70, 110, 297 - 44)]
    assert text.get_text_bounded(*window).split("\r\n") == ["Máret Ŋaba", "Elvegata 4", "0150 Eksempelby"]
    # within what the windows of all envelopes show, with room to slide
    for left, bottom, right, top in (text.get_rect(at) for at in range(text.count_rects())):
        if bottom > (297 - 75) * MILLIMETRE and top < (297 - 44) * MILLIMETRE and left < 110 * MILLIMETRE:
            assert left >= 20 * MILLIMETRE
            assert right <= 108 * MILLIMETRE


@pytest.mark.parametrize("renderer", [PdfRenderer, WordRenderer])
def test_lines_without_values_are_left_out_and_the_answer_stands_below_the_greeting(
    renderer: type[PdfRenderer | WordRenderer], form: Form, tmp_path: Path
) -> None:
    made = renderer(form, "nb").render(from_json(form, tmp_path, RECORD)[0])
    text = pdf_text(made) if renderer is PdfRenderer else docx_text(made)
    assert "v/" not in text
    assert "tlf." not in text
    assert "Møt opp tirsdag 2. februar 2027, en tirsdag." in text
    assert "Dato: 02.02.2027" in text
    places = [text.index(words) for words in ("Møt opp", "Med hilsen", "Kari Nes", "Svar", "Kommer")]
    assert places == sorted(places)
    assert "1 Svar" not in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "lørdag 1. mai 2027"),
        ("nn", "laurdag 1. mai 2027"),
        ("en", "Saturday 1 May 2027"),
        ("se", "lørdag 1. mai 2027"),
    ],
)
def test_a_date_in_words(language: str, words: str) -> None:
    assert in_sentence("in_words", "01.05.2027", language) == words
    assert in_sentence("weekday", "01.05.2027", language) == words.split()[0]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(LANGUAGES))
def test_every_day_has_its_words(day: date, language: str) -> None:
    shown = TYPES["date"].show(day)
    words = in_sentence("in_words", shown, language)
    assert words.endswith(str(day.year))
    assert f" {day.day}" in words
    # the day a week later is called the same
    later = TYPES["date"].show(day + timedelta(days=7))
    assert in_sentence("weekday", shown, language) == in_sentence("weekday", later, language)


def test_what_is_no_date_stays_as_it_is() -> None:
    for text in ("", "________________________", "[Fylles ut: Møtedato]", "i morgen"):
        assert in_sentence("in_words", text, "nb") == text


def test_small_letters_but_for_words_in_capitals() -> None:
    told = {"Møte i ansvarsgruppen": "møte i ansvarsgruppen", "PPT": "PPT", "Ålesund": "ålesund", "": "", "A": "a"}
    assert {text: in_sentence("lower", text, "nb") for text in told} == told


def test_the_functions_of_expressions() -> None:
    assert (lower("PPT"), lower(None), weekday(date(2027, 2, 1)), weekday(date(2027, 2, 7))) == ("ppt", None, 1, 7)


def test_a_long_address_is_set_smaller_and_no_line_stands_on_another(form: Form, tmp_path: Path) -> None:
    long = {name: f"{name} " + "Blåbærhaugen skole og barnehage avdeling nord " * 2 for name in ("navn", "ved", "gate")}
    pdf = PdfRenderer(form, "nb").render(from_json(form, tmp_path, RECORD | long)[0])
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    places = [text.get_rect(at) for at in range(text.count_rects())]
    address = sorted(
        (top, bottom) for left, bottom, _, top in places if left < 70 and 220 * MILLIMETRE < top < 253 * MILLIMETRE
    )
    assert len(address) >= 7
    assert min(bottom for _, bottom in address) > (297 - 71) * MILLIMETRE
    assert all(lower[0] <= upper[1] + 0.5 for lower, upper in pairwise(address))


def test_an_empty_date_is_the_day_it_is_made(form: Form, tmp_path: Path) -> None:
    record = from_json(form, tmp_path, {name: value for name, value in RECORD.items() if name != "dag"})[0]
    for text in (pdf_text(PdfRenderer(form, "nb").render(record)), docx_text(WordRenderer(form, "nb").render(record))):
        assert f"Dato: {TODAY:%d.%m.%Y}" in text


def test_a_greeting_whose_values_are_empty_stands_all_the_same(tmp_path: Path) -> None:
    form = form_of(tmp_path, *FIELDS, head=LETTER.replace("Med hilsen\\n{{ fra }}", "Hilsen {{ fra }}"))
    record = from_json(form, tmp_path, {name: value for name, value in RECORD.items() if name != "fra"})[0]
    for text in (pdf_text(PdfRenderer(form, "nb").render(record)), docx_text(WordRenderer(form, "nb").render(record))):
        assert "Hilsen" in text
