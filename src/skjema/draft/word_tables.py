"""Finds empty cells beside or below their labels, and tables of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from lxml import etree

from skjema.draft.blank_shapes import BLANK
from skjema.draft.guess import Guess, guess_type, is_of_signer
from skjema.draft.word_around import cells_of, rows_of, words_of_cell
from skjema.draft.word_cells import cell_place, is_empty, is_held, write_in
from skjema.draft.word_grids import answer_columns, answers_in_row, numbered_below, row_of_boxes, rows_place
from skjema.draft.word_label import label_of
from skjema.draft.word_places import Place
from skjema.draft.word_sums import sum_places
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_LEAST_ROWS = 2
"""Least number of empty rows below a heading for a table of rows."""
_LEAST_HEADS = 2
"""Least number of headings beside that of the row names; with only one, each name is the label of its cell."""
_LINES_OF_BOX = 3
"""Lines for a text in a frame of its own, which grows."""
_TALL = 500
"""Least height of a row with room below the words in its cells, in twentieths of a point."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def table_places(table: etree._Element) -> Iterator[Place]:
    rows = rows_of(table)
    cells = [cells_of(row) for row in rows]
    if any("{" in words for row in cells for words in map(words_of_cell, row)):
        return
    if len(cells) == 1 and len(cells[0]) == 1 and (label := _label_before(table)) and is_empty(cells[0][0]):
        yield cell_place(cells[0][0], label, lines=_LINES_OF_BOX)
        return
    number = 0
    while number < len(rows):
        heads = [label_of(words_of_cell(cell)) for cell in cells[number]]
        empty = _empty_below(cells, number)
        numbered = numbered_below(cells, number)
        is_empty_rows = len(heads) > 1 and all(heads) and empty >= _LEAST_ROWS
        if is_empty_rows or (numbered >= _LEAST_ROWS and all(heads[1:])):
            count = empty if is_empty_rows else numbered
            yield from rows_place(rows, cells, number, count, heads, is_numbered=not is_empty_rows)
            number += count + 1
            yield from (sums := sum_places(heads, cells[number : number + 1]))
            number += bool(sums)
        elif all(heads) and heads and _is_asking(cells, number, empty):
            yield from _cells_under(cells[number], cells[number + 1], heads)
            number += empty + 1
        elif named := _named_rows(cells, number):
            for row in named:
                yield from answers_in_row(row, list(map(words_of_cell, cells[number])))
                yield from _cells_below_heads(cells[number], row)
            number += len(named) + 1
        else:
            place = row_of_boxes(rows, cells, number)
            below = cells[number + 1] if number + 1 < len(cells) else ()
            yield from [place] if place is not None else _cells_beside(rows[number], cells[number], below)
            number += 1


def _is_asking(cells: Sequence[Sequence[etree._Element]], number: int, empty: int) -> bool:
    """Whether the words of a row are the labels of the empty cells below it; of a single column, however many."""
    if len(cells[number]) > 1 or not empty:
        return empty == 1
    words = words_of_cell(cells[number][0])
    return not BOX.search(words) and not BLANK.search(words) and not is_held(cells[number][0])


def _cells_under(row: Sequence[etree._Element], below: Sequence[etree._Element], heads: list[str]) -> Iterator[Place]:
    is_signed = _is_signed(row)
    for head, cell in zip(heads, below, strict=True):
        place = cell_place(cell, head)
        place.guess = replace(place.guess, recipient=place.guess.recipient or (is_signed and is_of_signer(place.guess)))
        yield place


def _label_before(table: etree._Element) -> str:
    """What the paragraph right before a table asks for; empty where it is no question or label."""
    before = table.getprevious()
    words = own_words(before).strip() if before is not None and before.tag == f"{W}p" else ""
    return label_of(words) if words.endswith((":", "?")) else ""


def _named_rows(cells: Sequence[Sequence[etree._Element]], number: int) -> Sequence[Sequence[etree._Element]]:
    """The rows right below a row of headings that begin with a name and are otherwise empty."""
    heads = list(map(words_of_cell, cells[number]))[1:]
    if not heads or not all(map(label_of, heads)) or any(map(BOX.search, heads)):
        return ()
    below = cells[number + 1 :]
    named = list(takewhile(lambda row: len(row) == len(heads) + 1 and _is_named(row), below))
    if len(heads) >= _LEAST_HEADS or len(named) < _LEAST_ROWS:
        return named if len(heads) >= _LEAST_HEADS else ()
    # a single heading counts only with a recognised type, such as a date
    is_head = guess_type(heads[0]).type not in ("text", "signature") and not is_empty(cells[number][0])
    return named if is_head and all(guess_type(words_of_cell(row[0])).type == "text" for row in named) else ()


def _is_named(row: Sequence[etree._Element]) -> bool:
    """Whether a row begins with a name, and otherwise has only places to fill in."""
    return bool(label_of(words_of_cell(row[0]))) and not is_held(row[0]) and all(map(_is_place, row[1:]))


def _is_place(cell: etree._Element) -> bool:
    words = words_of_cell(cell)
    return (
        is_empty(cell) or (is_held(cell) and not words) or bool(BOX.search(words)) or not BLANK.sub("", words).strip()
    )


def _cells_below_heads(heads: Sequence[etree._Element], row: Sequence[etree._Element]) -> Iterator[Place]:
    """The empty cells of a row, labelled by the row's name and the heading."""
    words = [label_of(words_of_cell(head)) for head in heads]
    is_signed = _is_signed(heads)
    answering = set(answer_columns(row, words))
    for at, (head, cell) in list(enumerate(zip(words, row, strict=True)))[1:]:
        if not is_empty(cell) or at in answering:
            continue
        place = cell_place(cell, f"{label_of(words_of_cell(row[0]))}: {head}")
        is_signers = is_signed and is_of_signer(replace(place.guess, label=head))
        place.guess = replace(place.guess, recipient=place.guess.recipient or is_signers)
        yield place


def _empty_below(cells: Sequence[Sequence[etree._Element]], number: int) -> int:
    """Number of rows below one that are empty and have equally many cells."""
    count = 0
    for row in cells[number + 1 :]:
        if len(row) != len(cells[number]) or not all(map(is_empty, row)):
            break
        count += 1
    return count


def _cells_beside(
    own: etree._Element, row: Sequence[etree._Element], below: Sequence[etree._Element]
) -> Iterator[Place]:
    """Empty cells to the right of their labels; and cells with room after or below their label.

    Args:
        below: The next row; whoever signs there also writes a date above it.
    """
    is_signed = _is_signed(row) or (_is_signed(below) and set(_kinds(row)) == {"date"})
    for before, cell in pairwise(row):
        label = label_of(words_of_cell(before))
        if label and not BOX.search(label) and is_empty(cell) and not is_held(before):
            yield _of_row(cell_place(cell, label), is_signed=is_signed)
    yield from (_of_row(place, is_signed=is_signed) for place in _labels_alone(own, row, below))
    for cell in () if _is_title(own, row, below) else row:
        paragraphs = cell.findall(f"{W}p")
        if len(paragraphs) > 1 and not is_held(cell) and _is_plain(paragraphs):
            label = label_of(own_words(paragraphs[0]))
            if label and not any(own_words(one).strip() for one in paragraphs[1:]):
                place = cell_place(cell, label, paragraphs[1], lines=len(paragraphs) - 1)
                yield _of_row(place, is_signed=is_signed)


def _is_title(own: etree._Element, row: Sequence[etree._Element], below: Sequence[etree._Element]) -> bool:
    """Whether a row is the title of its table: one cell over all columns, with no more lines than merged cells."""
    is_first = next(own.itersiblings(f"{W}tr", preceding=True), None) is None
    if not is_first or len(row) > 1 or len(below) <= 1 or words_of_cell(row[0]).endswith((":", "?")):
        return False
    span = row[0].find(f"{W}tcPr/{W}gridSpan")
    return len(row[0].findall(f"{W}p")) <= (int(span.get(f"{W}val", "1")) if span is not None else 1)


def _labels_alone(
    own: etree._Element, row: Sequence[etree._Element], below: Sequence[etree._Element]
) -> Iterator[Place]:
    """Places after or below the words of cells with nothing else, in a row where every cell asks for something."""
    # «Når skjedde det?» before cells with colons is the name of the row
    is_named = len(row) > 2 and not _ends_asking(row[0]) and all(map(_ends_asking, row[1:]))
    labelled = [cell for cell in row[is_named:] if _has_label_alone(cell)]
    asking = [cell for cell in row[is_named:] if cell not in labelled]
    if not labelled or not all(map(_asks_itself, asking)) or any(_is_answered(cell, row) for cell in labelled):
        return
    is_tall = _height(own) >= _TALL
    if not is_tall and all(map(_ends_asking, labelled)):
        yield from map(_behind_place, labelled)
    elif (is_tall or (len(row) == 1 and words_of_cell(row[0]).endswith("?"))) and not _are_heads(row, below):
        yield from map(_below_place, labelled)


def _ends_asking(cell: etree._Element) -> bool:
    return words_of_cell(cell).endswith(":")


def _asks_itself(cell: etree._Element) -> bool:
    """Whether a cell holds both words and a place to fill in."""
    words = words_of_cell(cell)
    drawn = BOX.search(words) or BLANK.search(words)
    return bool(words[: drawn.start()].strip() if drawn else words and is_held(cell))


def _is_answered(cell: etree._Element, row: Sequence[etree._Element]) -> bool:
    """Whether the words of a cell belong to a box in the cell before it."""
    at = row.index(cell)
    return at > 0 and BOX.fullmatch(words_of_cell(row[at - 1])) is not None


def _of_row(place: Place, *, is_signed: bool) -> Place:
    """The place; date and place in a signed row are left to the signer."""
    if is_signed and is_of_signer(place.guess):
        place.guess = replace(place.guess, recipient=True)
    return place


def _height(row: etree._Element) -> int:
    """The least height of a row in twentieths of a point; 0 where it fits its text."""
    height = row.find(f"{W}trPr/{W}trHeight")
    return int(float(height.get(f"{W}val", "0"))) if height is not None else 0


def _are_heads(row: Sequence[etree._Element], below: Sequence[etree._Element]) -> bool:
    """Whether a row has the headings of the row below it."""
    return len(row) > 1 and len(row) == len(below) and not all(map(_has_label_alone, below))


def _has_label_alone(cell: etree._Element) -> bool:
    """Whether a cell holds nothing but words on one line."""
    paragraphs = cell.findall(f"{W}p")
    is_plain = len(paragraphs) == 1 and _is_plain(paragraphs) and not is_held(cell)
    return is_plain and bool(label_of(words_of_cell(cell)))


def _below_place(cell: etree._Element) -> Place:
    """The place below the words of a cell."""
    label = cell.findall(f"{W}p")[0]
    room = etree.Element(f"{W}p")
    place = cell_place(cell, label_of(words_of_cell(cell)), lines=_LINES_OF_BOX)
    place.guess = replace(place.guess, type=guess_type(place.guess.label).type, lines=1)
    place.element, fill = label, write_in(room)

    def fill_below(guess: Guess) -> None:
        if not guess.recipient:
            label.addnext(room)
            fill(guess)

    place.fill = fill_below
    return place


def _kinds(row: Sequence[etree._Element]) -> list[str]:
    """The guessed types of the labels in a row."""
    return [guess_type(label).type for cell in row if (label := label_of(words_of_cell(cell)))]


def _is_signed(row: Sequence[etree._Element]) -> bool:
    return "signature" in _kinds(row)


def _behind_place(cell: etree._Element) -> Place:
    """The place after the words of a cell."""
    place = cell_place(cell, label_of(words_of_cell(cell)))
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
