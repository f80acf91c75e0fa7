"""The table of the guide says what a paper is read as, and that is what is read."""

import re
from pathlib import Path

import pytest

from tests.draft.filling import fields
from tests.draft.test_draft_word import written

PAGE = Path(__file__).parents[2] / "docs" / "eget-word-skjema.md"
ROWS = re.findall(
    r"^\| `(.+?)` \| (`.+) \|$", PAGE.read_text("utf-8").partition("| på papiret |")[2].partition("##")[0], re.M
)


def test_the_table_is_there() -> None:
    assert len(ROWS) > 5


@pytest.mark.parametrize(("line", "told"), ROWS)
def test_a_line_is_read_as_the_guide_says(line: str, told: str) -> None:
    found = fields(written("Navn: ________", line))
    del found["Navn"]
    if told.endswith("for penn"):
        assert found == dict.fromkeys(re.findall("`(.+?)`", told), "pen")
    else:
        assert found == dict(re.findall("`([^`]+)`: `([^`]+)`", told))
