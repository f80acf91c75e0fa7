"""Places of TOML keys."""

import tomllib
from pathlib import Path

import pytest

from skjema.definition.toml_positions import Lines
from tests.drawing import TEMPLATES


def test_keys_are_found_in_lists_of_tables_and_past_long_strings() -> None:
    text = '''\
a = 1
[[section]]
id = "x"
[[section.field]]
text = """
[[section.field]]
id = "no table"
"""
id = "y"
[section.field.label]
nb = "Y"
[[section.field]]
label.nb = "Z"
[[section]]
[[section.field]]
choices = [
  { id = "1" },
]
'''
    lines = Lines(text)
    assert lines.line_of(("a",)) == 1
    assert lines.line_of(("section", 0, "field", 0, "id")) == 9
    assert lines.line_of(("section", 0, "field", 0, "label", "nb")) == 11
    assert lines.line_of(("section", 0, "field", 1, "label")) == 13
    assert lines.line_of(("section", 1, "field", 0, "choices", 0, "id")) == 16
    assert lines.line_of(("section", 1, "title")) == 14
    assert lines.line_of(("nowhere",)) == 1


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.toml")), ids=lambda path: path.parent.name + "/" + path.name)
def test_every_id_of_the_bundled_definitions_stands_on_the_line_it_is_given(path: Path) -> None:
    text = path.read_text("utf-8")
    lines, source = Lines(text), text.splitlines()

    def check(value: object, where: tuple[str | int, ...]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                check(inner, (*where, key))
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                check(inner, (*where, at))
        elif where[-1] == "id" and "choices" not in where and "row" not in where:
            assert f'"{value}"' in source[lines.line_of(where) - 1]

    check(tomllib.loads(text), ())
