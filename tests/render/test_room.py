"""What surely fits is not measured on the page, and stands there as if it were."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from skjema.definition.model import Form
from skjema.formats.fonts import FOLDER
from skjema.layout.form_tree import form_tree
from skjema.layout.shown import ShownRecord
from skjema.layout.tree import Card, Cell
from skjema.layout.variants import Variants
from skjema.render.typst.page import Page
from skjema.render.typst.room import has_long_word, is_short_card, letters_that_fit
from skjema.render.typst.typeset import typeset
from tests.drawing import HEAD, example, field, form_of, from_json

PER_MILLE_OF_PER_MILLE = "‱ԪԫǱǄ℻Ѹ‰"
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
    room = letters_that_fit(1.0, 10.0)
    widest = 172 / 25.4 * 72 / room / 10
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        font = TTFont(FOLDER / name)
        widths, per_em = font["hmtx"].metrics, vars(font["head"])["unitsPerEm"]
        wide = {chr(code) for code, glyph in (font.getBestCmap() or {}).items() if widths[glyph][0] / per_em > widest}
        assert wide <= set(PER_MILLE_OF_PER_MILLE), name


def test_a_narrow_place_has_room_for_few_letters_and_a_whole_line_for_many() -> None:
    assert [letters_that_fit(share, 9.5) for share in (0.0, 0.25, 0.5, 1.0)] == [9, 9, 20, 41]
    assert has_long_word("en to abcdefghij", 9)
    assert not has_long_word("en to abcdefghi", 9)


def test_a_card_with_much_text_is_measured(plan: Form) -> None:
    cards = [part for one in form_tree(plan, "nb").sections for part in one.parts if isinstance(part, Card)]
    cell: Cell = cards[0].lines[0].cells[0]
    assert is_short_card([[(cell, "Mål", "kort")]] * 3)
    assert not is_short_card([[(cell, "Mål", "kort")], [(cell, "Mål", "ord " * 400)]])
    assert not is_short_card([[(cell, "Mål", "linje\n" * 20)]])
