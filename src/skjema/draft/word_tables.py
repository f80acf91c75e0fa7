"""Empty cells of tables, beside or below what says what they are for, and tables of rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from lxml import etree

from skjema.draft.box_answers import YES_NO
from skjema.draft.guess import Guess, GuessedAnswer, guess_type, is_of_signer
from skjema.draft.word_blanks import BLANK, label_of, quoted
from skjema.draft.word_boxes import tick_at
from skjema.draft.word_places import Place
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words
from skjema.text_match import match_key

_LEAST_ROWS = 2
"""Empty rows below a heading that make a table of rows."""
_LEAST_HEADS = 2
"""Heads beside that of the rows' names; below one alone, each name is the label of its cell."""
_LINES_OF_BOX = 3
"""Lines of a text in a frame of its own, which grows."""
_HELD = tuple(f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "drawing", "pict", "tbl", "bookmarkStart"))
"""What a cell without words may hold, and is then not empty."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def table_places(table: etree._Element) -> Iterator[Place]:
    rows = table.findall(f"{W}tr")
    cells = [row.findall(f"{W}tc") for row in rows]
    if any("{" in words for row in cells for words in map(_words, row)):
        return
    if len(cells) == 1 and len(cells[0]) == 1 and (label := _label_before(table)) and _is_empty(cells[0][0]):
        yield _cell_place(cells[0][0], label, lines=_LINES_OF_BOX)
        return
    number = 0
    while number < len(rows):
        heads = [label_of(_words(cell)) for cell in cells[number]]
        empty = _empty_below(cells, number)
        if len(heads) > 1 and all(heads) and empty >= _LEAST_ROWS:
            yield from _rows_place(rows, cells, number, empty, heads)
            number += empty + 1
        elif len(heads) > 1 and all(heads) and empty == 1:
            for head, cell in zip(heads, cells[number + 1], strict=False):
                yield _cell_place(cell, head)
            number += 2
        elif named := _named_rows(cells, number):
            for row in named:
                yield from _cells_below_heads(cells[number], row)
            number += len(named) + 1
        elif (place := _row_of_boxes(rows, cells, number)) is not None:
            yield place
            number += 1
        else:
            yield from _cells_beside(cells[number], cells[number + 1] if number + 1 < len(cells) else ())
            number += 1


def _label_before(table: etree._Element) -> str:
    """What the paragraph right before a table asks for; empty where it doesn't end as a question or a label."""
    before = table.getprevious()
    words = own_words(before).strip() if before is not None and before.tag == f"{W}p" else ""
    return label_of(words) if words.endswith((":", "?")) else ""


def _named_rows(cells: Sequence[Sequence[etree._Element]], number: int) -> Sequence[Sequence[etree._Element]]:
    """The rows right below a row of heads that begin with what the row is, and are empty else."""
    heads = list(map(_words, cells[number]))[1:]
    if len(heads) < _LEAST_HEADS or not all(map(label_of, heads)) or any(map(BOX.search, heads)):
        return ()
    below = cells[number + 1 :]
    return list(takewhile(lambda row: len(row) == len(heads) + 1 and _is_named(row), below))


def _is_named(row: Sequence[etree._Element]) -> bool:
    return bool(label_of(_words(row[0]))) and all(map(_is_empty, row[1:]))


def _cells_below_heads(heads: Sequence[etree._Element], row: Sequence[etree._Element]) -> Iterator[Place]:
    """The empty cells of a row, each called as the row and its head are."""
    words = [label_of(_words(head)) for head in heads]
    is_signed = _is_signed(heads)
    for head, cell in list(zip(words, row, strict=True))[1:]:
        place = _cell_place(cell, f"{label_of(_words(row[0]))}: {head}")
        is_signers = is_signed and is_of_signer(replace(place.guess, label=head))
        place.guess = replace(place.guess, recipient=place.guess.recipient or is_signers)
        yield place


def _row_of_boxes(
    rows: Sequence[etree._Element], cells: Sequence[Sequence[etree._Element]], number: int
) -> Place | None:
    """A question and a box in each column, where a row above says what the columns answer."""
    label, *boxes = map(_words, cells[number])
    if len(boxes) < _LEAST_ROWS or not label_of(label) or not all(map(BOX.fullmatch, boxes)):
        return None
    heads = (tuple(map(_words, row[1:])) for row in reversed(cells[:number]) if len(row) == len(cells[number]))
    answers = next((row for row in heads if all(map(label_of, row)) and not any(map(BOX.search, row))), None)
    if answers is None:
        return None
    guess = Guess(id=label, type="choice", label=label_of(label), place=quoted(label), reason="kind")
    if len(answers) == _LEAST_ROWS and set(map(match_key, answers)) <= YES_NO:
        guess = replace(guess, type="yes_no")
    else:
        guess = replace(guess, answers=tuple(GuessedAnswer("", one) for one in answers))
    paragraphs = [next(one for one in cell.iter(f"{W}p") if own_words(one).strip()) for cell in cells[number][1:]]
    spans = [(one, found.span()) for one in paragraphs if (found := BOX.search(own_words(one)))]
    return Place(rows[number], "box", f"boxes {id(rows[number])}", guess, tick_at(spans, answers))


def _words(cell: etree._Element) -> str:
    return " ".join(own_words(one) for one in cell.iter(f"{W}p")).strip()


def _is_empty(cell: etree._Element) -> bool:
    return not _words(cell) and next(cell.iter(*_HELD), None) is None


def _empty_below(cells: Sequence[Sequence[etree._Element]], number: int) -> int:
    """Rows below one that are empty, and have as many cells."""
    count = 0
    for row in cells[number + 1 :]:
        if len(row) != len(cells[number]) or not all(map(_is_empty, row)):
            break
        count += 1
    return count


def _cells_beside(row: Sequence[etree._Element], below: Sequence[etree._Element]) -> Iterator[Place]:
    """Empty cells, each to the right of one that says what it is for; and cells to write in behind the words.

    Args:
        below: The next row: whoever signs there writes the day above it, too.
    """
    is_signed = _is_signed(row) or (_is_signed(below) and set(_kinds(row)) == {"date"})
    for before, cell in pairwise(row):
        label = label_of(_words(before))
        if label and not BOX.search(label) and _is_empty(cell):
            yield _cell_place(cell, label, recipient=is_signed)
    if all(map(_asks, row)):
        yield from (_behind_place(cell, recipient=is_signed) for cell in row)
    for cell in row:
        paragraphs = cell.findall(f"{W}p")
        if len(paragraphs) > 1 and not own_words(paragraphs[-1]).strip() and _is_plain(paragraphs):
            label = label_of(own_words(paragraphs[0]))
            if label and not any(own_words(one).strip() for one in paragraphs[1:]):
                yield _cell_place(cell, label, paragraphs[1], lines=len(paragraphs) - 1, recipient=is_signed)


def _kinds(row: Sequence[etree._Element]) -> list[str]:
    """The types of what the cells of a row are for, where they say so."""
    return [guess_type(label).type for cell in row if (label := label_of(_words(cell)))]


def _is_signed(row: Sequence[etree._Element]) -> bool:
    return "signature" in _kinds(row)


def _asks(cell: etree._Element) -> bool:
    """Whether a cell says what is to be written behind its colon."""
    words, paragraphs = _words(cell), cell.findall(f"{W}p")
    is_plain = len(paragraphs) == 1 and _is_plain(paragraphs) and next(cell.iter(*_HELD), None) is None
    return is_plain and words.endswith(":") and bool(label_of(words))


def _behind_place(cell: etree._Element, *, recipient: bool) -> Place:
    """The place behind the words of a cell."""
    place = _cell_place(cell, label_of(_words(cell)), recipient=recipient)
    target = place.element

    def fill(guess: Guess) -> None:
        if not guess.recipient:
            run = etree.SubElement(target, f"{W}r")
            etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = f" {{{{ {guess.id} }}}}"

    place.fill = fill
    return place


def _is_plain(paragraphs: Sequence[etree._Element]) -> bool:
    words = own_words(paragraphs[0])
    return bool(words.strip()) and not BLANK.search(words) and not BOX.search(words)


def _cell_place(
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
    return Place(target, "cell", f"cell {id(target)}", guess, _write_in(target))


def _write_in(paragraph: etree._Element, scope: str = "") -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        if not guess.recipient:
            _append(paragraph, f"{{{{ {scope}{guess.id} }}}}")

    return fill


def _append(paragraph: etree._Element, words: str) -> None:
    for run in paragraph.findall(f"{W}r"):
        paragraph.remove(run)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = words


def _rows_place(
    rows: Sequence[etree._Element], cells: Sequence[Sequence[etree._Element]], number: int, empty: int, heads: list[str]
) -> Iterator[Place]:
    """A table of rows: the first empty one is repeated for each row of a group, and the others are left out."""
    first, others = rows[number + 1], rows[number + 2 : number + 1 + empty]
    group = f"rader {id(first)} {empty}"
    for place, (head, cell) in enumerate(zip(heads, cells[number + 1], strict=True)):
        kind, reason = guess_type(head)
        kind = "text" if kind == "signature" else kind
        paragraph = cell.find(f"{W}p")
        assert paragraph is not None
        guess = Guess(id=head, type=kind, label=head, group=group, place=quoted(" | ".join(heads)), reason=reason)
        yield Place(first, "table", f"table {id(first)} {place}", guess, _fill_column(paragraph, first, others, place))


def _fill_column(
    paragraph: etree._Element, row: etree._Element, others: Sequence[etree._Element], place: int
) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        _append(paragraph, f"{{{{ rad.{guess.id} }}}}")
        if place == 0:
            row.addprevious(_tag_row(row, f"{{%tr for rad in {guess.group} %}}"))
            row.addnext(_tag_row(row, "{%tr endfor %}"))
            for other in others:
                table = other.getparent()
                assert table is not None
                table.remove(other)

    return fill


def _tag_row(row: etree._Element, words: str) -> etree._Element:
    """A row that holds a tag alone; it leaves nothing behind."""
    made = etree.Element(f"{W}tr")
    cell = etree.SubElement(made, f"{W}tc")
    span = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}gridSpan")
    span.set(f"{W}val", str(len(row.findall(f"{W}tc"))))
    _append(etree.SubElement(cell, f"{W}p"), words)
    return made
