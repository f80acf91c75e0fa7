"""Finds lines of a Word file that ask for several things without drawing lines: `Sted:    Dato:    Underskrift:`."""

import re
from copy import deepcopy

from lxml import etree

from skjema.draft.blank_shapes import BLANK
from skjema.draft.word_line import line_of
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, own_words

_PIECE = re.compile(r"[^\t\n ](?:[^\t\n]*?[^\t\n ])??(?= *[\t\n]| {3}| *$)")
_LABEL = re.compile(r"[^\W\d_][^!?:{}]{0,40}:")
_LEAST = 2
_HELD = tuple(f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "drawing", "pict", "object", "hyperlink"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rooms_behind_labels(paragraph: etree._Element) -> list[etree._Element]:
    """An empty text after each label on lines that hold only labels; none where there is only one."""
    line = line_of(paragraph)
    found = [one for lined in re.finditer(r"[^\n]+", line.words) for one in _labels(line.words, *lined.span())]
    if len(found) < _LEAST or next(paragraph.iter(*_HELD), None) is not None or _is_written_below(paragraph):
        return []
    ends = [line.at[one.end() - 1] + 1 for one in found]
    return [_room_at(paragraph, end) for end in reversed(ends)][::-1]


def _labels(words: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels of one line; none where it holds anything else."""
    found = list(_PIECE.finditer(words, start, end))
    return found if all(_LABEL.fullmatch(one[0]) for one in found) else []


def _is_written_below(paragraph: etree._Element) -> bool:
    """Whether what a line asks for is answered, or is to be written, on the next line."""
    below = paragraph.getnext()
    if below is None or below.tag != f"{W}p":
        return False
    words = own_words(below).strip()
    answers = [one[0] for one in _PIECE.finditer(line_of(below).words)]
    is_answered = len(answers) >= _LEAST and not any(map(_LABEL.fullmatch, answers))
    return is_answered or bool(BLANK.match(words) or BOX.match(words))


def _room_at(paragraph: etree._Element, end: int) -> etree._Element:
    """An empty text after this many letters of a paragraph; a text that continues there is split."""
    at = 0
    for text in own_texts(paragraph):
        words = text.text or ""
        if at < end <= at + len(words):
            room = etree.Element(f"{W}t")
            rest = deepcopy(text)
            text.text, rest.text, rest.tail = words[: end - at], words[end - at :], None
            for one in (text, rest):
                one.set(_SPACE, "preserve")
            text.addnext(room)
            if rest.text:
                room.addnext(rest)
            return room
        at += len(words)
    raise ValueError("no letters there")
