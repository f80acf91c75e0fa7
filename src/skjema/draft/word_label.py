"""Labels from the words beside a place in a Word file, and quotations that help people find it."""

import re

from skjema.draft.blank_shapes import BLANK
from skjema.text_match import match_key

MOST_LABEL = 120
"""Most characters of a cell or paragraph that is a label; more is running text."""


def label_of(words: str) -> str:
    """The label in the words before a blank: their last sentence."""
    line = re.split(r"[\t\n]|(?<=[.!?]) +(?=[A-ZÆØÅ])", words.strip())[-1].strip(" :,;(\u2013-")
    return line if len(line) <= MOST_LABEL and match_key(line) else ""


def quoted(words: str) -> str:
    return f"«{BLANK.sub('___', ' '.join(words.split()))[:80]}»"
