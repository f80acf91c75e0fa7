"""A row with rows of its own stands on one page with the first of them, in Word and PDF."""

from pathlib import Path

import pypdfium2
import pytest

from skjema import api
from skjema.render.word.static_parts import build_template
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import docx_part

FLOWING = HEAD.replace('layout = "fixed"', 'layout = "flowing"')
GOALS = """[[section.field]]
id = "maal"
type = "group"
label = { nb = "Mål" }

  [[section.field.field]]
  id = "hva"
  type = "longtext"
  label = { nb = "Hva målet er" }

  [[section.field.field]]
  id = "tiltak"
  type = "group"
  label = { nb = "Tiltak" }

    [[section.field.field.field]]
    id = "hva"
    type = "text"
    label = { nb = "Hva" }
"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("before", range(12))
def test_no_goal_is_left_at_the_foot_of_a_page(before: int, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", "longtext"), GOALS, head=FLOWING)
    goals = [{"hva": f"Mål nummer {at}.", "tiltak": [{"hva": f"Tiltak til {at}."}]} for at in range(1, 20)]
    (checked,) = from_json(form, tmp_path, {"navn": "Linje.\n" * (1 + before), "maal": goals})
    document = pypdfium2.PdfDocument(api.render(form, checked, "pdf"))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 1
    for at in range(1, 20):
        (page,) = [text for text in pages if f"Mål nummer {at}." in text]
        assert f"Tiltak til {at}." in page


def test_word_keeps_a_goal_with_its_rows(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GOALS, head=FLOWING)
    blocks = next(docx_part(build_template(form, "nb")).iter(f"{_W}body"))
    said = ["".join(map(str, block.itertext())) for block in blocks]
    value, rows = (next(at for at, text in enumerate(said) if words in text) for words in ("rad.hva", "rad.tiltak"))
    between = [block for block, text in list(zip(blocks, said, strict=True))[value:rows] if not text]
    assert between
    assert all(block.find(f"{_W}pPr/{_W}keepNext") is not None for block in between)
