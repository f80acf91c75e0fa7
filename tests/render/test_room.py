"""What surely fits is not measured on the page, and stands there as if it were."""

import json
from pathlib import Path
from typing import Any

import pytest
import typst
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis.strategies import lists, text

from skjema.definition.model import Form
from skjema.formats.fonts import FOLDER
from skjema.layout.form_tree import form_tree
from skjema.layout.shown import ShownRecord
from skjema.layout.tree import Card, Cell
from skjema.layout.variants import Variants
from skjema.render.typst.page import Page
from skjema.render.typst.room import has_wide_word, is_short_card, text_room
from skjema.render.typst.typeset import _compiler, typeset
from tests.drawing import HEAD, example, field, form_of, from_json

PER_MILLE_OF_PER_MILLE = "‱ԪԫǱǲǄǅ℻Ѹ‰"
"""Letters wider than what is reckoned for a letter: signs, and digraphs that no Norwegian word has."""


def page_of(form: Form, folder: Path, **values: Any) -> dict[str, Any]:
    record = example(form, folder, **values) if form.id != "prove" else from_json(form, folder, values)[0]
    return Page(form, Variants(form, "nb").of(record), "nb", ShownRecord(form, record, "nb").texts()).data


def measured(data: Any) -> Any:
    """The same page with everything measured."""
    if isinstance(data, dict):
        known = {"measured": True, "short": False}
        return {key: known.get(key, measured(value)) for key, value in data.items()}
    return [measured(one) for one in data] if isinstance(data, list) else data


def marks(data: Any, key: str) -> list[bool]:
    if isinstance(data, dict):
        return [*([data[key]] if key in data else []), *(one for value in data.values() for one in marks(value, key))]
    return [one for value in data for one in marks(value, key)] if isinstance(data, list) else []


def test_a_plan_looks_the_same_whether_it_is_measured_or_not(plan: Form, tmp_path: Path) -> None:
    data = page_of(plan, tmp_path)
    assert True in marks(data, "short")
    assert False in marks(data, "measured")
    assert typeset(data, plan.logo) == typeset(measured(data), plan.logo)


@pytest.mark.parametrize("letters", [9, 10, 14, 30, 39, 60])
@pytest.mark.parametrize("letter", "iW")
def test_a_word_of_any_length_looks_the_same_measured_or_not(tmp_path: Path, letters: int, letter: str) -> None:
    columns = "".join(field(f"k{at}", width="3") for at in range(4)).replace("section.field", "section.field.field")
    group = f'[[section.field]]\nid = "rekker"\ntype = "group"\nmax = 3\nlabel = {{ nb = "Rekke" }}\n{columns}'
    form = form_of(
        tmp_path, field("navn"), field("b", width="4"), field("c", width="3"), group,
        head=HEAD.replace('"fixed"', '"flowing"'),
    )  # fmt: skip
    word = letter * letters
    data = page_of(form, tmp_path, navn=word, b=f"i {word}", c=word, rekker=[{f"k{at}": word for at in range(4)}])
    assert typeset(data) == typeset(measured(data))


def test_no_letter_of_a_word_is_wider_than_is_reckoned() -> None:
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        font = TTFont(FOLDER / name)
        widths, per_em = font["hmtx"].metrics, vars(font["head"])["unitsPerEm"]
        wide = {chr(code) for code, glyph in (font.getBestCmap() or {}).items() if widths[glyph][0] / per_em > 1.2}
        assert wide <= set(PER_MILLE_OF_PER_MILLE), name


def test_a_narrow_place_has_room_for_nine_letters_and_a_whole_line_for_many() -> None:
    assert [round(text_room(172.0, share, 9.5), 1) for share in (0.0, 0.25, 0.5, 1.0)] == [10.8, 11.6, 24.5, 50.1]
    assert has_wide_word("en to WWWWWWWWWWWWW", 10.8)
    assert has_wide_word("en to ΩΩΩΩΩΩΩΩΩΩ", 10.8)  # letters of which no width is known are taken for the widest
    assert not has_wide_word("en to WWWWWWWWW", 10.8)
    assert not has_wide_word("lillebrorillebror", 10.8)


MEASURED = """
#set text(font: "Noto Sans", size: 10pt, fallback: false)
#context for (word, room) in json("words.json") { assert(measure(word).width <= room * 10pt, message: word) }
"""


@given(lists(text("iWfAVTo.,ijlm»ÆŋčđŠ-/", min_size=10, max_size=60), min_size=1, max_size=20))
def test_no_word_is_wider_on_the_page_than_the_room_it_is_said_to_fit(words: list[str]) -> None:
    rooms = [next(room / 10 for room in range(1000) if not has_wide_word(word, room / 10)) for word in words]
    files = {"main.typ": MEASURED.encode(), "words.json": json.dumps(list(zip(words, rooms, strict=True))).encode()}
    _compiler().compile(files, format="pdf")  # type: ignore[type-var]


def test_the_page_tells_of_a_word_that_is_wider() -> None:
    files = {"main.typ": MEASURED.encode(), "words.json": json.dumps([("Barnehage", 1.0)]).encode()}
    with pytest.raises(typst.TypstError, match="Barnehage"):
        _compiler().compile(files, format="pdf")  # type: ignore[type-var]


def test_a_card_with_much_text_is_measured(plan: Form) -> None:
    cards = [part for one in form_tree(plan, "nb").sections for part in one.parts if isinstance(part, Card)]
    cell: Cell = cards[0].lines[0].cells[0]
    assert is_short_card([[(cell, "Mål", "kort")]] * 3, 172.0)
    assert not is_short_card([[(cell, "Mål", "kort")], [(cell, "Mål", "ord " * 400)]], 172.0)
    assert not is_short_card([[(cell, "Mål", "linje\n" * 20)]], 172.0)
