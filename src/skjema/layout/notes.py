"""The printed text of a note: paragraphs and list items, with words in bold."""

import re
from typing import NamedTuple

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_TIED = re.compile(r"(?<=\u00a7) | (?=[a-z]\b(?<=\d [a-z]))")
"""Spaces that a line is not broken at: after a section sign, and before the letter of a section."""


class Run(NamedTuple):
    """Words in one weight; `{{ name }}` stands where a value goes."""

    text: str
    bold: bool


class Paragraph(NamedTuple):
    """One paragraph, or one item of a list."""

    runs: tuple[Run, ...]
    is_item: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Every line of `text` that holds something, as a paragraph; one that begins with `- ` as an item."""
    listed = []
    for line in text.splitlines():
        bare = _TIED.sub("\u00a0", line.strip())
        if bare:
            is_item = bare.startswith("- ")
            listed.append(Paragraph(tuple(_runs(bare.removeprefix("- "))), is_item))
    return listed


def _runs(line: str) -> list[Run]:
    # re.split with a group gives plain and bold parts in turn, empty ones where two bold parts meet
    runs = [Run(part, bold=place % 2 == 1) for place, part in enumerate(_BOLD.split(line))]
    return [run for run in runs if run.text]
