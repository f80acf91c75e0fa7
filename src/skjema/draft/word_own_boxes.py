"""Labels boxes to tick that Word knows, and finds which belong to one question."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from skjema.draft.blank_shapes import BLANK
from skjema.draft.box_answers import are_yes_no, box_answers, parted, words_of_answer
from skjema.draft.guess import Reason
from skjema.draft.word_around import (
    cells_of,
    heads_above,
    label_around,
    only_cell,
    place_key,
    said_words,
    statement_beside,
    words_of_cell,
)
from skjema.formats.docx.part_xml import W
from skjema.text_match import match_key

_ROOM = "____"
"""Stands for another control on a line of boxes."""


class OwnBox(NamedTuple):
    """The label and question of a box.

    Attributes:
        label: Label of its field.
        key: Equal for all boxes of one question; empty for a field of its own.
        answers: All answers of its question.
        number: Index of its own answer.
        is_line: Whether the answers stand on one line, where several may be ticked.
    """

    label: str
    reason: Reason = "kind"
    key: str = ""
    answers: tuple[str, ...] = ()
    number: int = 0
    is_line: bool = False


def own_box(element: etree._Element) -> OwnBox | None:
    """The label of a box from what stands around it; None where nothing does.

    Args:
        element: The control, or the run that begins the form field.
    """
    return _in_row(element) or _on_line(element) or _of_pair(element) or _alone(element)


def _in_row(element: etree._Element) -> OwnBox | None:
    """A box in a column whose heading is the answer, in a row whose first cell is the question."""
    cell = only_cell(element)
    if cell is None:
        return None
    row = next(cell.iterancestors(f"{W}tr"))
    cells = cells_of(row)
    label, heads = words_of_cell(cells[0]).strip(" :"), heads_above(row, len(cells))[1:]
    boxes = [_boxes(one) for one in cells[1:]]
    if (
        len(boxes) < 2
        or not label
        or not heads
        or any(len(one) != 1 for one in boxes)
        or any(map(words_of_cell, cells[1:]))
    ):
        return None
    return OwnBox(label, "kind", f"row {place_key(row)}", tuple(heads), cells.index(cell) - 1)


def _boxes(holder: etree._Element) -> list[etree._Element]:
    """The boxes within an element."""
    return list(holder.iter("{*}checkbox", f"{W}checkBox"))


def _on_line(element: etree._Element) -> OwnBox | None:
    """One of several boxes on a line."""
    boxes, parts = list[etree._Element](), [""]
    parent = element.getparent()
    for child in () if parent is None or parent.tag != f"{W}p" else parent:
        if child.tag == f"{W}sdt" or next(child.iter(f"{W}ffData"), None) is not None:
            if _boxes(child):
                boxes.append(child)
                parts.append("")
            elif boxes:
                parts[-1] += _ROOM  # a place to write in, as in `[] Ja, hvilke: ____ [] Nei`
            else:
                parts = [""]  # words before it belong to another place
        elif next(child.iter(f"{W}fldChar"), None) is None:
            parts[-1] += said(child)
    if len(boxes) < 2 or element not in boxes or parent is None:
        return None
    at, around = 0, _asked_around(parent)
    for number, part in enumerate(parted(parts)):
        count = len(part) - 1
        if boxes.index(element) < at + count:
            key = f"line {place_key(parent)} {number}"
            return _of_line(part, boxes.index(element) - at, "" if number else around, key)
        at += count
    return None


def _asked_around(paragraph: etree._Element) -> str:
    """The words around a line of boxes; empty where the words above belong to another place."""
    above = next(paragraph.itersiblings(f"{W}p", preceding=True), None)
    has_place = above is not None and next(above.iter(f"{W}sdt", f"{W}ffData"), None) is not None
    return "" if has_place else label_around(paragraph)


def _of_line(parts: Sequence[str], number: int, around: str, key: str) -> OwnBox | None:
    """The label of one of the boxes between these words."""
    if len(parts) == 2:
        label = words_of_answer(parts[1]).strip(" :\t") or parts[0].strip(" :\t")
        return OwnBox(label) if label else None
    rest = "" if BLANK.search(parts[-1]) else parts[-1].strip(" :\t.")
    parts = [parts[0], *map(words_of_answer, parts[1:])]
    found = box_answers(parts, has_question=bool(around))
    answer, question = found.answers[number], found.question.strip(" :\t") or around
    if not answer:
        return None
    reason: Reason = "kind" if found.is_sure else "label"
    if not all(found.answers):
        return OwnBox(answer, reason)
    # without a question elsewhere, the line itself is the question
    said = "" if match_key(rest) == match_key(found.answers[-1]) else rest
    return OwnBox(
        question or said or " / ".join(found.answers), reason, key, tuple(found.answers), number, is_line=True
    )


def _of_pair(element: etree._Element) -> OwnBox | None:
    """One of two boxes «Ja» and «Nei» below one another, or in adjacent cells."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    if paragraph is None or match_key(answer := said_words(paragraph)) not in ("ja", "nei", "yes", "no"):
        return None
    for other, is_first in ((_beside(paragraph, -1), False), (_beside(paragraph, 1), True)):
        if other is None or len(_boxes(other)) != 1:
            continue
        answers = [answer, said_words(other)] if is_first else [said_words(other), answer]
        if are_yes_no(answers):
            first = paragraph if is_first else other
            label = label_around(first) or " / ".join(answers)
            return OwnBox(label, "kind", f"pair {place_key(first)}", tuple(answers), int(not is_first))
    return None


def _beside(paragraph: etree._Element, step: int) -> etree._Element | None:
    """The paragraph after (1) or before (-1) another one, or the only one in the adjacent cell."""
    sibling = next(paragraph.itersiblings(f"{W}p", preceding=step < 0), None)
    if sibling is not None:
        return sibling
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return None
    cells = cells_of(next(cell.iterancestors(f"{W}tr")))
    at = cells.index(cell) + step
    found = cells[at].findall(f"{W}p") if 0 <= at < len(cells) else []
    return found[0] if len(found) == 1 else None


def _alone(element: etree._Element) -> OwnBox | None:
    """A box that fills its cell, beside a cell with its statement."""
    cell = only_cell(element)
    label = "" if cell is None else statement_beside(cell)
    return OwnBox(label) if label else None


def said(element: etree._Element) -> str:
    """The words of an element, with tabs."""
    parting = (f"{W}tab", f"{W}br")
    return "".join("\t" if one.tag in parting else one.text or "" for one in element.iter(f"{W}t", *parting))
