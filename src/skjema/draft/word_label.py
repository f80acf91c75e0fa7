"""What words beside a place of a Word file call it, and how they are shown to people who look for it."""

import re

from skjema.draft.blank_shapes import BLANK
from skjema.text_match import match_key

MOST_LABEL = 120
"""Letters of a label that a cell or a paragraph may be; more is text."""


def label_of(words: str) -> str:
    """What words before a blank call it: the last sentence of them."""
    line = re.split(r"[\t\n]|(?<=[.!?]) +(?=[A-ZÆØÅ])", words.strip())[-1].strip(" :,;(\u2013-")
    return line if len(line) <= MOST_LABEL and match_key(line) else ""


def quoted(words: str) -> str:
    return f"«{BLANK.sub('___', ' '.join(words.split()))[:80]}»"
