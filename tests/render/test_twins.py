"""The Word file and the PDF of one form hold the same labels and values in the same order.

Compared, piece by piece as `tests.projections` reads them: all of the body from the sender to the last signature,
that is the draft's list of what is missing, the picture of a logo, references, title, legend and subtitle, numbered
section titles, labels with their stars, notes with their bold words and list items, headings and cells of tables,
boxes in their order with what stands in them, ticks with their state, and lines to sign on with their names. The
Word file is read as it stands; the PDF by its tags, which is what a screen reader reads; forms of set pages both as
forms to fill in and flat.

Not compared, and why:

* white space and where lines break: that is what two typesetters do differently;
* on flowing forms, where a label ends and its value begins: both are text, but their order is compared letter by letter;
* head and foot of the pages: the PDF has them as artifacts, drawn anew on each page;
* widths, colours, page breaks: of looks there is nothing in the pieces;
* in drafts, the line that a Word box holds while its value is missing and a sentence names it too: sentence and box
  share one placeholder in a template;
* blank flowing forms, which have boxes where a record's has its text; on others, the answers listed under a line to
  write on, and the lines and dashes that stand for what is to be written.
"""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from skjema.definition.form_reader import read_form
from skjema.definition.model import Form
from skjema.formats.fonts import latin_font
from skjema.layout.sentences import TO_FILL
from skjema.layout.shown import ShownRecord
from skjema.layout.variants import blank_variant
from skjema.records.input import Input
from skjema.render.pdf.compile_pages import compile_pages
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.context import context
from skjema.render.word.static_parts import build_template
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language
from tests.drawing import HEAD, TODAY, field, is_sound, write_form
from tests.projections import Piece, docx_pieces, gathered, pdf_pieces
from tests.random_forms import Table, definitions, records, toml
from tests.sample_files import THOROUGH

ONCE_THROUGH = settings(
    deadline=None, max_examples=60 if THOROUGH else 12, derandomize=True, suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # to shrink a form takes minutes, and the pieces show where to look
)  # fmt: skip


def read(definition: str) -> Form:
    with tempfile.TemporaryDirectory() as folder:
        made = write_form(Path(folder), "", definition)
        return read_form(made, None, (made,))


def check(form: Form, record: dict[str, Any], *, draft: bool = False) -> CheckedRecord:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "poster.json"
        path.write_text(json.dumps([record]), "utf-8")
        data = Input(form, (path,), "ask")
        return next(RecordChecker(form, TODAY, draft=draft).check(one) for one in data)


def word_pieces(
    form: Form, one: CheckedRecord, language: Language, *, draft: bool = False, flat: bool = False
) -> list[Piece]:
    template = "mal.docx", build_template(form, language)
    made = docx_pieces(WordRenderer(form, language, draft=draft, template=template).render(one), form)
    made = [("box", "") if draft and piece == ("box", TO_FILL) else piece for piece in made]
    if flat and form.is_flowing and not form.code and not ShownRecord(form, one, language).recipient_boxes()[0]:
        return gathered(piece for piece in made if piece not in (("box", ""), ("tick", "")))
    return made


def blank_record(form: Form, language: Language) -> CheckedRecord:
    """A record with nothing in it but what is the same for all, as many rows as the blank form has, and all shown."""
    variant = blank_variant(form, language)
    one = check(form, {})
    one.values["today"] = TO_FILL
    one.hidden = variant.hidden
    for group in form.groups.values():
        row = dict.fromkeys(column.id for column in group.field)
        counts = dict(variant.inner).get(group.id, (dict(variant.rows)[group.id],))
        under = [outer for outer, count in enumerate(counts, start=1) for _ in range(count)]
        one.values[group.id] = [row | {"nr": at, "under": outer} for at, outer in enumerate(under, start=1)]
    one.signers = {name: () if name in variant.hidden else ("",) * count for name, count in variant.signatures}
    one.missing = {}
    return one


def without_lines(pieces: list[Piece]) -> list[Piece]:
    bare = [(kind, text.replace("_", "").replace("\u2013", "").replace("||", "")) for kind, text in pieces]
    return [piece for piece in bare if piece != ("text", "")]


def compare_blank(form: Form, language: Language) -> None:
    template = WordTemplate("mal.docx", build_template(form, language), form.logo)
    word = template.render(context(form, blank_record(form, language), language))
    pdf = pdf_pieces(compile_pages(FillablePdf, form, blank_variant(form, language), language, latin_font()).fill({}))
    assert without_lines(pdf) == without_lines(docx_pieces(word, form))


@ONCE_THROUGH
@given(st.data(), definitions(), st.booleans(), st.booleans(), st.booleans())
def test_a_record_is_the_same_in_both(
    data: st.DataObject, definition: Table, draft: bool, flat: bool, coded: bool
) -> None:
    form = replace(read(toml(definition)), code=coded)
    one = check(form, data.draw(records(definition, lacking=draft)), draft=draft)
    language = data.draw(st.sampled_from(form.languages))
    renderer = PdfRenderer(form, language, flat=flat, draft=draft)
    assume((draft or is_sound(one)) and not [*renderer.problems(one)])  # else it isn't printed
    assert pdf_pieces(renderer.render(one)) == word_pieces(form, one, language, draft=draft, flat=flat)


@settings(ONCE_THROUGH, max_examples=8)
@given(st.data(), definitions())
def test_a_blank_form_is_the_same_in_both(data: st.DataObject, definition: Table) -> None:
    form = read(toml(definition))
    assume(form.layout == "fixed")  # a blank flowing form has boxes where the record's own has its values
    compare_blank(form, data.draw(st.sampled_from(form.languages)))


# -- what the property has found


def section(name: str, *items: str, **keys: str) -> str:
    return (
        "\n".join(("[[section]]", f'id = "{name}"', *(f"{key} = {value}" for key, value in keys.items()), *items))
        + "\n"
    )


def note(name: str, text: str, **keys: str) -> str:
    more = "".join(f"{key} = {value}\n" for key, value in keys.items())
    return f'[[section.field]]\nid = "{name}"\ntype = "note"\ntext = {{ nb = "{text}" }}\n{more}'


def group(name: str, *columns: str, **keys: str) -> str:
    more = "".join(f"{key} = {value}\n" for key, value in keys.items())
    inner = "".join(columns).replace("[[section.field]]", "[[section.field.field]]")
    return f'[[section.field]]\nid = "{name}"\ntype = "group"\nlabel = {{ nb = "Rad" }}\n{more}{inner}'


NAME = field("navn", required="true")
FIRST = section("forst", NAME, field("kryss", "yes_no", width="6"))
FLOWING = HEAD.replace('layout = "fixed"', 'layout = "flowing"')
SETTINGS = '[[setting]]\nid = "frist"\ndefault = 3\nlabel = { nb = "Frist" }\n[[setting]]\nid = "streng"\ndefault = true\nlabel = { nb = "Streng" }\n'
AVSENDER = section("avsender", field("kommune_navn"), field("enhet_navn", required="true"), place='"head"')
ALIKE = {"title": '{ nb = "Svar" }'}
ANSWER = field("svar", "yes_no", label='{ nb = "Svar" }', required="true")

FOUND = {
    "a question called as its section": (FIRST + section("del", ANSWER, **ALIKE), {"navn": "Kari", "svar": "ja"}),
    "a value that must be filled in and is called as its section": (
        FIRST + section("del", field("svar", label='{ nb = "Svar" }', required="true"), **ALIKE), {"navn": "Kari", "svar": "a"},
    ),
    "a card that begins with a question": (
        FIRST + section("del", group("rekker", field("svar", "yes_no"), field("b"), max="9")),
        {"navn": "Kari", "rekker": [{"svar": "ja"}, {"svar": "nei", "b": "x"}]},
    ),
    "a box of notes none of which concerns the record": (
        FIRST + section("del", note("tekst", "Hei", relevant='"kryss"'), **ALIKE) + section("siste", field("b")),
        {"navn": "Kari", "kryss": "nei"},
    ),
    "a table with nothing but ticks": (
        FIRST + section("del", group("rekker", field("a", "yes_no", width="6"), field("b", "yes_no", width="6"), max="9")),
        {"navn": "Kari", "rekker": [{"a": "ja"}, {"b": "ja"}]},
    ),
    "a sentence with settings and the date": (
        FIRST + section("del", note("tekst", "Innen {{ frist }} uker fra {{ today }}: {{ streng }}.")) + SETTINGS,
        {"navn": "Kari"},
    ),
    "a sentence with a value that does not concern the record": (
        FIRST + section("del", field("hemmelig", relevant='"kryss"'), note("tekst", "Om {{ hemmelig }}.")),
        {"navn": "Kari", "kryss": "nei", "hemmelig": "x"},
    ),
    "a reference that does not concern the record": (
        section("hode", field("sak", relevant='"kryss"'), place='"head"') + FIRST, {"navn": "Kari", "kryss": "nei"},
    ),
    "references of every kind": (
        section(
            "hode", field("a", "yes_no"), field("b", "choice", choices='[{ id = "x", label = { nb = "X" } }, { id = "y", label = { nb = "Y" } }]'),
            field("c", "choices", choices='[{ id = "x", label = { nb = "X" } }, { id = "y", label = { nb = "Y" } }]'), place='"head"',
        ) + FIRST,
        {"navn": "Kari", "a": "ja", "b": "y", "c": ["x", "y"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", [HEAD, FLOWING], ids=["fixed", "flowing"])
@pytest.mark.parametrize(("body", "record"), FOUND.values(), ids=FOUND)
def test_what_was_found_is_the_same_in_both(layout: str, body: str, record: dict[str, Any]) -> None:
    form = read(layout + body)
    one = check(form, record)
    assert is_sound(one)
    for renderer in renderers(form):
        assert pdf_pieces(renderer.render(one)) == word_pieces(form, one, "nb")
    if form.layout == "fixed":
        compare_blank(form, "nb")


def renderers(form: Form, *, draft: bool = False) -> Iterator[PdfRenderer]:
    for flat in (False, True):
        yield PdfRenderer(form, "nb", flat=flat, draft=draft)


@pytest.mark.parametrize("layout", [HEAD, FLOWING], ids=["fixed", "flowing"])
def test_a_draft_without_sender_is_the_same_in_both(layout: str) -> None:
    form = read(layout + AVSENDER + FIRST + section("del", note("tekst", "Fra {{ enhet_navn }} til {{ navn }}.")))
    one = check(form, {}, draft=True)
    pieces = word_pieces(form, one, "nb", draft=True)
    assert "Mangler:Enhet_navn,Navn" in pieces[0][1]
    for renderer in renderers(form, draft=True):
        assert pdf_pieces(renderer.render(one)) == pieces


@pytest.mark.parametrize("layout", [HEAD, FLOWING], ids=["fixed", "flowing"])
def test_a_form_with_no_value_on_paper_has_its_subtitle_all_the_same(layout: str) -> None:
    head = layout + 'subtitle = { nb = "For {{ navn }}" }\n'
    form = read(head + section("forst", field("navn", printed="false"), note("tekst", "Hei")))
    one = check(form, {"navn": "Kari"})
    pieces = word_pieces(form, one, "nb")
    assert any("ForKari" in text for _, text in pieces)
    for renderer in renderers(form):
        assert pdf_pieces(renderer.render(one)) == pieces
