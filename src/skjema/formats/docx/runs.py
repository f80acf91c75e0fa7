"""Writes values into the text of runs."""

import re
from typing import Any

_WRITTEN = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">', "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}  # fmt: skip
"""Replacements, in this order, so that no replacement changes the result of an earlier one."""
_BETWEEN = "\0"
"""Separates values that are escaped together; XML has no such character."""
_BEGINS_WORD = re.compile(r"(?<!\S)\S")


FLAT = "flat"
"""Name in Jinja of the filter for values outside of runs, where a line break element is not allowed."""


def flat(value: Any) -> Any:
    """A text on one line; other values unchanged."""
    return value.replace("\n", " ").replace("\t", " ") if value.__class__ is str else value


def first_cap(value: Any) -> Any:
    """A text with its first letter as a capital and the rest unchanged, like Word's switch `FirstCap`."""
    return value[:1].upper() + value[1:] if value.__class__ is str else value


def caps(value: Any) -> Any:
    """A text with the first letter of each word as a capital and the rest unchanged, like Word's switch `Caps`."""
    return _BEGINS_WORD.sub(lambda found: found[0].upper(), value) if value.__class__ is str else value


def in_a_run(text: str) -> str:
    """The text escaped for a run, with elements for line breaks and tabs."""
    for letter, written in _WRITTEN.items():
        if letter in text:
            text = text.replace(letter, written)
    return text


def joined(pieces: list[Any]) -> bytes:
    """The XML of pieces that are XML and values in turn.

    Args:
        pieces: XML and values alternately; the list is changed.

    Raises:
        TypeError: A value is no text.
    """
    # all values are escaped and encoded as one text and split again, which is much faster (decision 5)
    values = pieces[1::2]
    text = _BETWEEN.join(values)
    if text.count(_BETWEEN) == len(values) - 1:
        pieces[1::2] = in_a_run(text).encode().split(_BETWEEN.encode())
    else:
        pieces[1::2] = [in_a_run(value).encode() for value in values]
    return b"".join(pieces)
