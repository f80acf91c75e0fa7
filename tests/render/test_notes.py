"""The text of notes: paragraphs, items and bold words."""

from skjema.layout.notes import Paragraph, Run, paragraphs


def test_lines_are_paragraphs_and_dashes_are_items() -> None:
    found = paragraphs("\nFørst **viktig** her.\n\n  - ett\n- **to**\n")
    assert found == [
        Paragraph((Run("Først ", bold=False), Run("viktig", bold=True), Run(" her.", bold=False)), is_item=False),
        Paragraph((Run("ett", bold=False),), is_item=True),
        Paragraph((Run("to", bold=True),), is_item=True),
    ]


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n ") == []
