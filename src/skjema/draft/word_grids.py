"""Finds tables with headings in a Word file: groups of rows, and questions with a column for each answer."""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from skjema.draft.answer_kinds import kind_of_answers
from skjema.draft.box_answers import YES_NO_WORDS, are_yes_no
from skjema.draft.guess import Guess, GuessedAnswer, guess_type
from skjema.draft.word_around import place_key, words_of_cell
from skjema.draft.word_boxes import tick_at
from skjema.draft.word_cells import append, is_empty
from skjema.draft.word_label import label_of, quoted
from skjema.draft.word_places import Place
from skjema.fieldtypes.answers import NO, YES
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, own_words, put
from skjema.text_match import match_key

_LEAST_ANSWERS = 2
_NUMBER = re.compile(r"(?:nr\.? ?)?(\d{1,2})[.):]?", re.IGNORECASE)
_BESIDE_YES_NO = frozenset(
    {"vetikke", "veitikke", "usikker", "ikkeaktuelt", "ikkjeaktuelt", "delvis", "kanskje", "dontknow"}
)
"""Answers that stand beside «Ja» and «Nei»."""


# -- questions


def answer_columns(row: Sequence[etree._Element], heads: Sequence[str]) -> list[int]:
    """The columns of a row to cross for an answer, with «Ja» and «Nei» among them, and without boxes; else none."""
    keys = [match_key(one) for one in heads]
    columns = [at for at, key in enumerate(keys) if at and key in YES_NO_WORDS | _BESIDE_YES_NO and is_empty(row[at])]
    return columns if are_yes_no([heads[at] for at in columns if keys[at] in YES_NO_WORDS]) else []


def answers_in_row(row: Sequence[etree._Element], heads: Sequence[str]) -> Iterator[Place]:
    """The question of a row whose column headings are answers, with boxes or empty cells to cross."""
    boxes = [at for at, cell in enumerate(row) if at and BOX.fullmatch(words_of_cell(cell)) and label_of(heads[at])]
    if len(boxes) >= _LEAST_ANSWERS:
        yield _boxes_place(row, [heads[at] for at in boxes], [row[at] for at in boxes])
    columns = answer_columns(row, heads)
    if columns:
        yield _crosses_place(row, [heads[at] for at in columns], [row[at] for at in columns])


def row_of_boxes(
    rows: Sequence[etree._Element], cells: Sequence[Sequence[etree._Element]], number: int
) -> Place | None:
    """A question and a box in each column, where a row above has the answers; None without."""
    label, *boxes = map(words_of_cell, cells[number])
    if len(boxes) < _LEAST_ANSWERS or not label_of(label) or not all(map(BOX.fullmatch, boxes)):
        return None
    heads = (tuple(map(words_of_cell, row[1:])) for row in reversed(cells[:number]) if len(row) == len(cells[number]))
    answers = next((row for row in heads if all(map(label_of, row)) and not any(map(BOX.search, row))), None)
    return None if answers is None else _boxes_place(cells[number], answers, cells[number][1:])


def _question(row: Sequence[etree._Element], answers: Sequence[str]) -> Guess:
    label = label_of(words_of_cell(row[0]))
    guess = Guess(id=label, type="yes_no", label=label, place=quoted(label), reason="kind")
    if are_yes_no(answers):
        return guess
    kind, reason = kind_of_answers(answers, f"{label} {_words_before(row[0])}")
    return replace(guess, type=kind, reason=reason, answers=tuple(GuessedAnswer("", one) for one in answers))


def _words_before(cell: etree._Element) -> str:
    """The text of the paragraph right before a cell's table."""
    before = next(cell.iterancestors(f"{W}tbl")).getprevious()
    return own_words(before) if before is not None and before.tag == f"{W}p" else ""


def _boxes_place(row: Sequence[etree._Element], answers: Sequence[str], cells: Sequence[etree._Element]) -> Place:
    paragraphs = [next(one for one in cell.iter(f"{W}p") if own_words(one).strip()) for cell in cells]
    spans = [(one, found.span()) for one in paragraphs if (found := BOX.search(own_words(one)))]
    key = f"boxes {place_key(row[0])}"
    first = next(row[0].iterancestors(f"{W}tr"))
    return Place(first, "box", key, _question(row, answers), letters=tick_at(spans, answers))


def _crosses_place(row: Sequence[etree._Element], answers: Sequence[str], cells: Sequence[etree._Element]) -> Place:
    """A question that is answered by crossing a cell."""

    def fill(guess: Guess) -> None:
        for number, cell in enumerate(cells):
            if guess.answers:
                own = guess.answers[number].id
            else:
                own = NO if match_key(answers[number]) in ("nei", "no") else YES
            paragraph = cell.find(f"{W}p")
            assert paragraph is not None
            append(paragraph, f"{{{{ 'X' if valgt.{guess.id}.{own} else '' }}}}")

    return Place(
        next(row[0].iterancestors(f"{W}tr")), "box", f"crosses {place_key(row[0])}", _question(row, answers), fill
    )


# -- groups


def numbered_below(cells: Sequence[Sequence[etree._Element]], number: int) -> int:
    """Number of rows below one that have only a row number, counted from 1, and empty cells."""
    count = 0
    for row in cells[number + 1 :]:
        found = _NUMBER.fullmatch(words_of_cell(row[0])) if row else None
        is_next = found is not None and int(found[1]) == count + 1
        if not is_next or len(row) != len(cells[number]) or len(row) == 1 or not all(map(is_empty, row[1:])):
            break
        count += 1
    return count


def rows_place(
    rows: Sequence[etree._Element],
    cells: Sequence[Sequence[etree._Element]],
    number: int,
    empty: int,
    heads: list[str],
    *,
    is_numbered: bool = False,
) -> Iterator[Place]:
    """A table of rows: the first empty row is repeated for each row of a group; empty rows are kept for handwriting.

    Args:
        is_numbered: Whether the first column has the row's number, and nothing to fill in.
    """
    first, others = rows[number + 1], rows[number + 2 : number + 1 + empty]
    spare = [_copied(first), *others]
    group = f"rader {place_key(first)} {empty}"
    columns = list(zip(heads, cells[number + 1], strict=True))
    for place, (head, cell) in enumerate(columns[1:] if is_numbered else columns):
        kind, reason = guess_type(head)
        kind = "text" if kind == "signature" else kind
        paragraph = cell.find(f"{W}p")
        assert paragraph is not None
        guess = Guess(
            id=head, type=kind, label=head, group=group, place=quoted(" | ".join(filter(None, heads))), reason=reason
        )
        yield Place(
            first, "table", f"table {place_key(first)} {place}", guess, _fill_column(paragraph, first, spare, place)
        )


def _fill_column(
    paragraph: etree._Element, row: etree._Element, spare: Sequence[etree._Element], place: int
) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        append(paragraph, f"{{{{ rad.{guess.id} }}}}")
        if place == 0:
            _count_rows(row)
            row.addprevious(_tag_row(row, f"{{%tr for rad in {guess.group} %}}"))
            after = _tag_row(row, "{%tr endfor %}")
            row.addnext(after)
            for number, empty in enumerate(spare, start=1):
                begin, end = f"{{%tr if {guess.group}|length < {number} %}}", "{%tr endif %}"
                for one in (_tag_row(row, begin), empty, _tag_row(row, end)):
                    after.addnext(one)
                    after = one

    return fill


def _copied(row: etree._Element) -> etree._Element:
    """A copy of a row, without ids that must be unique in a file."""
    copy = deepcopy(row)
    copy.tail = None
    for one in copy.iter(f"{W}tr", f"{W}p"):
        for name in [name for name in one.attrib if str(name).endswith(("}paraId", "}textId"))]:
            del one.attrib[name]
    return copy


def _count_rows(row: etree._Element) -> None:
    """Let the row number in the first cell count the printed rows."""
    paragraph = next(row.iter(f"{W}p"))
    words = own_words(paragraph)
    if (found := _NUMBER.fullmatch(words.strip())) is not None:
        start = words.index(words.strip()) + found.start(1)
        put(list(own_texts(paragraph)), start, start + len(found[1]), "{{ loop.index }}")


def _tag_row(row: etree._Element, words: str) -> etree._Element:
    """A row with only a tag, which docxtpl removes."""
    made = etree.Element(f"{W}tr")
    cell = etree.SubElement(made, f"{W}tc")
    span = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}gridSpan")
    span.set(f"{W}val", str(len(row.findall(f"{W}tc"))))
    append(etree.SubElement(cell, f"{W}p"), words)
    return made
