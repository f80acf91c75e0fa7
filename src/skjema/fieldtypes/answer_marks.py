"""Splits a text such as `☒ Skole` into the name of an answer and the mark beside it."""

import re
from typing import Literal, NamedTuple

Mark = Literal["", "ticked", "open", "cross", "unclear"]
"""How an answer is marked; `cross` is its own case, since Norwegians both tick with a cross and cross out with one."""

_PATTERNS: dict[Mark, str] = {
    "ticked": r"[✓✔🗸☑☒✅🗹🗷🗵⊠■⬛●◉⦿⬤]|[\[(]\s*[xX✓✔]\s*[\])]",
    "open": r"[☐□⬜◻◽▢▫○◯⚪❏❐❑❒🔲]|\[[\s_]*\]|\([\s_]+\)",
    "cross": "[✗✘✕✖×❌❎🗙🗴🗶]",
}
_MARK = "|".join(f"(?P<{mark}>{pattern})" for mark, pattern in _PATTERNS.items())
_BEFORE = rf"(?:{_MARK})\ufe0f?\s*"
_AFTER = rf"(?:{_MARK})\ufe0f?\Z"
_QUOTES = "'\"«»“”„‘’"
BULLETS = frozenset("-–—•·*‣◦▪➢")
"""Signs that stand before every line of a list, and so don't tell ticked answers from others."""


class MarkedName(NamedTuple):
    """The name of an answer, and the mark that stood beside it."""

    mark: Mark
    name: str


def marked_name(text: str) -> MarkedName:
    """The name in a text such as `☒ Skole` or `PPT [ ]`, and its mark; a text of signs only is itself the name."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return MarkedName("", text)
    before, after = re.match(_BEFORE, text), re.search(_AFTER, text)
    name = text[before.end() if before else 0 : after.start() if after else None].rstrip(" :=")
    if not any(map(str.isalnum, name)):
        return MarkedName("", text)
    marks = {_mark_of(found) for found in (before, after) if found}
    if len(marks) > 1 or not name.lstrip(_QUOTES)[:1].isalnum():
        return MarkedName("unclear", name)
    return MarkedName(next(iter(marks), ""), name)


def _mark_of(found: re.Match[str]) -> Mark:
    return next(mark for mark in _PATTERNS if mark == found.lastgroup)
