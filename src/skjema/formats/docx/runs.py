"""Values as they go into the text of runs."""

import re
from typing import Any

_WRITTEN = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">', "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}  # fmt: skip
"""In this order: what one of them is written as has none of those after it that mean something else there."""
_BETWEEN = "\0"
"""Stands between values that are written together; XML has no such character."""
_BEGINS_WORD = re.compile(r"(?<!\S)\S")


FLAT = "flat"
"""Name, to Jinja, of what is done to values that stand in no run, where an element for a line break has no place."""


def flat(value: Any) -> Any:
    """A text on one line."""
    return value.replace("\n", " ").replace("\t", " ") if value.__class__ is str else value


def first_cap(value: Any) -> Any:
    """A text with its first letter raised, and all others as they are, as Word's switch `FirstCap` does."""
    return value[:1].upper() + value[1:] if value.__class__ is str else value


def caps(value: Any) -> Any:
    """A text with the first letter of each word raised, and all others as they are, as Word's switch `Caps` does."""
    return _BEGINS_WORD.sub(lambda found: found[0].upper(), value) if value.__class__ is str else value


def in_a_run(text: str) -> str:
    """The text escaped, and with elements for line breaks and tabs."""
    for letter, written in _WRITTEN.items():
        if letter in text:
            text = text.replace(letter, written)
    return text


def joined(pieces: list[Any]) -> bytes:
    """XML with values in it.

    Args:
        pieces: XML and values in turn; they are used up.

    Raises:
        TypeError: A value is no text.
    """
    # Escaped and encoded as one text, and split again: the time of a part is in the seams (decision 5).
    values = pieces[1::2]
    text = _BETWEEN.join(values)
    if text.count(_BETWEEN) == len(values) - 1:
        pieces[1::2] = in_a_run(text).encode().split(_BETWEEN.encode())
    else:
        pieces[1::2] = [in_a_run(value).encode() for value in values]
    return b"".join(pieces)
