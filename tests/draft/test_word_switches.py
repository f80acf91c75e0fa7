"""What Word's switches do to a merged value, a tag in its place does as well."""

from pathlib import Path

import pytest

from tests.draft.filling import filled, texts
from tests.draft.test_draft_word import in_body
from tests.render.word.test_merge_fields import whole

NAMES = {
    "Anne Berit McDonald": ("Anne Berit McDonald", "Anne Berit McDonald"),
    "fjell skole og SFO": ("Fjell skole og SFO", "Fjell Skole Og SFO"),
    "ole-Jakob øst": ("Ole-Jakob øst", "Ole-Jakob Øst"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_switch_raises_first_letters_and_leaves_all_others(tmp_path: Path, name: str) -> None:
    content = in_body(*(whole(rf" MERGEFIELD Skole \* {switch} ") for switch in ("FirstCap", "Caps", "Upper")))
    assert texts(filled(tmp_path, content, skole=name))[:3] == [*NAMES[name], name.upper()]


def test_switches_are_taken_in_their_order(tmp_path: Path) -> None:
    content = in_body(whole(r" MERGEFIELD Skole \* Lower \* FirstCap "))
    assert texts(filled(tmp_path, content, skole="FJELL SKOLE"))[0] == "Fjell skole"
