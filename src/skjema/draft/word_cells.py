"""Cells of a Word file as places to write in."""

from collections.abc import Callable

from lxml import etree

from skjema.draft.guess import Guess, guess_type
from skjema.draft.word_around import place_key, words_of_cell
from skjema.draft.word_label import quoted
from skjema.draft.word_places import Place
from skjema.formats.docx.part_xml import W

_HELD = tuple(
    f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "drawing", "pict", "object", "tbl", "bookmarkStart")
)
"""What a cell without text may hold, in which case it isn't empty."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def is_held(cell: etree._Element) -> bool:
    """Whether a cell holds, or is held by, something that Word knows as a place or object."""
    parent = cell.getparent()
    return next(cell.iter(*_HELD), None) is not None or (parent is not None and parent.tag == f"{W}sdtContent")


def is_empty(cell: etree._Element) -> bool:
    return not words_of_cell(cell) and not is_held(cell)


def cell_place(
    cell: etree._Element, label: str, paragraph: etree._Element | None = None, *,
    lines: int = 1, recipient: bool = False,
) -> Place:  # fmt: skip
    kind, reason = guess_type(label)
    if lines > 2 and kind == "text":
        kind = "longtext"
    target = cell.find(f"{W}p") if paragraph is None else paragraph
    assert target is not None
    guess = Guess(
        id=label, type=kind, label=label, place=quoted(label), reason=reason, lines=lines,
        recipient=recipient or kind == "signature",
    )  # fmt: skip
    return Place(target, "cell", f"cell {place_key(target)}", guess, write_in(target))


def write_in(paragraph: etree._Element, scope: str = "") -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        if not guess.recipient:
            append(paragraph, f"{{{{ {scope}{guess.id} }}}}")

    return fill


def append(paragraph: etree._Element, words: str) -> None:
    for run in paragraph.findall(f"{W}r"):
        paragraph.remove(run)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = words
