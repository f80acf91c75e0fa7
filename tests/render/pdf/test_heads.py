"""Whom a sheet concerns, at the head of every page after the first."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from skjema.definition.model import Form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from tests.drawing import field, form_of, from_json

_HEAD = re.compile(rb"BT /\S+ 8 Tf 0\.24 g ([\d.]+) 805\.00 Td")
FARTHEST_LEFT = 549.9 - 450
"""Where a head as wide as its room begins, in points from the left edge."""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    more = '[[section]]\nid = "to"\nstarts_page = true\n' + field("sted")
    return form_of(tmp_path_factory.mktemp("skjema"), field("navn", "longtext", lines="6"), more=more)


def heads(form: Form, folder: Path, name: str) -> list[tuple[float, str]]:
    """Where the head of each page begins, if it has one, and the page's text."""
    content = PdfRenderer(form, "nb", flat=True).render(from_json(form, folder, {"navn": name})[0])
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        drawn = page.get_contents()
        assert drawn is not None
        head = _HEAD.search(drawn.get_data())
        found.append((float(head[1]) if head else 0.0, page.extract_text()))
    return found


def test_the_second_page_names_the_record_and_the_first_does_not_again(form: Form, tmp_path: Path) -> None:
    (first, _), (second, text) = heads(form, tmp_path, "Kari\nNordmann")
    assert first == 0
    assert second > 480, "a short name ends at the right edge"
    assert "Kari Nordmann" in text


def test_a_head_is_whole_as_long_as_it_has_room_and_then_ends_in_dots(form: Form, tmp_path: Path) -> None:
    found = {count: heads(form, tmp_path, "n" * count)[1] for count in range(90, 111)}
    whole = [count for count, (_, text) in found.items() if "n" * count in text]
    cut = [count for count, (_, text) in found.items() if "nnn..." in text]
    assert whole + cut == [*found]
    assert whole
    assert cut
    for left, _ in found.values():
        assert left >= FARTHEST_LEFT - 0.01
    letter = found[90][0] - found[91][0]
    assert found[whole[-1]][0] < FARTHEST_LEFT + letter
    assert all(found[count][0] < FARTHEST_LEFT + letter for count in cut), "of what is cut, all there is room for"
