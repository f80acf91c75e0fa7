"""Finds what looks like a place to fill in, but has been left out, so that somebody checks it."""

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from skjema.draft.blank_shapes import BLANK, PLACEHOLDER
from skjema.draft.word_around import cells_of, rows_of, words_of_cell
from skjema.draft.word_cells import is_empty
from skjema.draft.word_label import label_of
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key

_CROSSED_OUT = re.compile(
    r"\bstryk\w*\b|\bstrik\w+ (out|through)\b|\bdelete as\b|\bring rundt\b|\bsett ring\b", re.IGNORECASE
)
"""An answer given by crossing out the other one, or by a ring."""
_LETTERS_AS_BOXES = re.compile(r"(?:^|\s)([O0o\u25cb\u25ef\u25ab]) [^\W\d_]\w+.*\s\1 [^\W\d_]\w+")
_SIGN_AS_BOX = re.compile(r"^\s*[\u25cb\u25ef\u25ab] ?[^\W\d_]")
"""A sign that may be a box or a list bullet."""
_STAND_IN = re.compile(
    r"(?<!\{)\{[^\W\d_][\w .]{0,40}\}(?!\})|"
    r"([#%@])[^\W\d_]\w{1,20}\1|\+{3}[^+]{2,60}\+{3}|\b(?:XXX+|xxx+)\b|\bxx\.xx\.|"
    r":\s*(?:«[^«»]{2,30}»|dd\.mm\.(?:åååå|yyyy)|NN)\s*$|\((?:skriv|fyll|sett|legg)\b[^()]{0,40}\bher\s*\)",
)
"""Instructions to be written over, or tags of other programs, which would stand on every paper."""
_LABEL_ALONE = re.compile(r"[^\W\d_][^.!?:]{1,40}:")
_LONGEST = 50
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def left_in(root: etree._Element, kept: Collection[etree._Element]) -> list[str]:
    """The words of what was left out, in a part whose places have become tags.

    Args:
        kept: Elements with places that are left for the recipient, and their cells.
    """
    found = [_shown(one) for one in root.iter(f"{W}p") if one not in kept and _is_left(one)]
    for table in root.iter(f"{W}tbl"):
        found += _cells_left(table, kept)
    return list(dict.fromkeys(found))


def active_controls(root: etree._Element) -> int:
    """Number of ActiveX controls in a part, which only Word shows."""
    return sum(1 for _ in root.iter(f"{W}control"))


def _is_left(paragraph: etree._Element) -> bool:
    words = _TAG.sub("\u2013", own_words(paragraph))
    if next(paragraph.iterancestors(f"{W}sdt"), None) is not None or not words.strip():
        return False
    signs = (BLANK, _CROSSED_OUT, _LETTERS_AS_BOXES, _SIGN_AS_BOX)
    if any(one.search(words) for one in signs):
        return True
    has_control = next(paragraph.iter(f"{W}sdt"), None) is not None
    has_field = next(paragraph.iter(f"{W}fldChar", f"{W}fldSimple"), None) is not None
    if not has_control and (BOX.search(words) or (_STAND_IN.search(words) and not has_field)):
        return True
    has_mark = next(paragraph.iter(f"{W}bookmarkStart"), None) is not None
    return (PLACEHOLDER.search(words) is not None and not has_mark) or _is_label_alone(paragraph, words)


def _is_label_alone(paragraph: etree._Element, words: str) -> bool:
    """Whether a paragraph asks for something, and is followed by nothing, or by something else that asks."""
    holds = next(paragraph.iter(f"{W}sdt", f"{W}fldChar", f"{W}fldSimple", f"{W}drawing", f"{W}object"), None)
    in_table = next(paragraph.iterancestors(f"{W}tbl"), None) is not None
    if in_table or holds is not None or "{" in own_words(paragraph) or not _LABEL_ALONE.fullmatch(words.strip()):
        return False
    following = paragraph.getnext()
    if following is None or following.tag not in (f"{W}p", f"{W}sectPr"):
        return False
    return (
        following.tag == f"{W}sectPr"
        or _is_nothing(following)
        or _LABEL_ALONE.fullmatch(own_words(following)) is not None
    )


def _is_nothing(paragraph: etree._Element) -> bool:
    held = (f"{W}sdt", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}fldChar", f"{W}numPr", f"{W}bookmarkStart")
    return not own_words(paragraph).strip() and next(paragraph.iter(*held), None) is None


def _shown(paragraph: etree._Element) -> str:
    words = " ".join(BLANK.sub("___", _TAG.sub("\u2026", own_words(paragraph))).split())
    return f"«{words[:_LONGEST].strip()}»"


def _cells_left(table: etree._Element, kept: Collection[etree._Element]) -> Iterator[str]:
    """Empty cells beside or below words, in a table with other places to fill in."""
    rows = [cells_of(row) for row in rows_of(table)]
    filled = [[_is_filled(cell) or cell in kept for cell in row] for row in rows]
    if not any(map(any, filled)) or any("{%" in words_of_cell(cell) for row in rows for cell in row):
        return
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            head = _head(rows, number, at)
            beside = label_of(words_of_cell(row[at - 1])) if at else ""
            is_room = (head and any(filled[number])) or (beside and not filled[number][at - 1])
            if is_empty(cell) and cell not in kept and is_room:
                yield f"«{(beside or head)[:_LONGEST]}»"
            elif any(filled[number]) and not filled[number][at] and _asks_in_vain(row, at):
                yield f"«{label_of(words_of_cell(cell))[:_LONGEST]}»"


def _asks_in_vain(row: Sequence[etree._Element], at: int) -> bool:
    """Whether a cell asks for something without a place for the answer beside it."""
    before, behind = (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)
    is_boxed = before is not None and _is_filled(before) and not _own_words(before)
    is_next = behind is None or (_is_filled(behind) and bool(_own_words(behind)))
    return is_next and not is_boxed and _LABEL_ALONE.fullmatch(words_of_cell(row[at])) is not None


def _own_words(cell: etree._Element) -> str:
    """The text of a cell before its first tag, as a match key."""
    return match_key(_TAG.sub("\ue000", words_of_cell(cell)).partition("\ue000")[0])


def _head(rows: Sequence[Sequence[etree._Element]], number: int, at: int) -> str:
    above = rows[number - 1] if number else ()
    words = words_of_cell(above[at]) if len(above) == len(rows[number]) else ""
    return "" if "{" in words or BOX.search(words) else label_of(words)


def _is_filled(cell: etree._Element) -> bool:
    return "{" in words_of_cell(cell) or next(cell.iter(f"{W}sdt", f"{W}ffData"), None) is not None
