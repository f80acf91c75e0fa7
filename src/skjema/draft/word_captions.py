"""Reads the captions below lines to write on in a Word file: what each line is for, and who signs there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from skjema.draft.blank_shapes import BLANK
from skjema.draft.guess import Guess, guess_type, is_of_signer, is_signed
from skjema.draft.word_around import cells_of, words_of_cell
from skjema.draft.word_label import label_of
from skjema.draft.word_line import line_of
from skjema.formats.blank_marks import BOX
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_SIGNING = re.compile(r"\([^()]*\b(skriv\w* under|underskriv\w*|signer\w*|sign)\b", re.IGNORECASE)
"""Words in brackets that say who is to sign."""
_LEAST_PARTIES = 2
_PARTY = re.compile(
    r"\b((ut)?leier|leietaker|arbeids(giver|taker|gjevar|takar)|deltaker|deltakar|nav|kommunen?|foresatt\w*|føresett\w*|"
    r"forelder\w*|mor|far|eleven?|lærer|lærar|rektor|leder|leiar|styrer|søker|søkjar|verge|kjøper|kjøpar|selger|seljar|"
    r"part|oppdrags(giver|taker)|fullmakts(giver|haver)|vitne|saksbehandler|saksbehandlar|ansatt|tilsett|representant|"
    r"låner|långiver|gardeier|eier|eigar|på vegne av|for \w+)\b",
    re.IGNORECASE,
)
"""Words for people who sign papers."""
_COLUMNS = re.compile(r"\t+| {3,}|\n")
"""Separates the captions of several blanks on one line."""


def captions(paragraph: etree._Element, count: int) -> list[str]:
    """The captions below the blanks of a line; none where the words below are no captions.

    Words below a line are captions if they are in brackets, mention a signature, or are as many as the blanks.
    """
    following = next(paragraph.itersiblings(f"{W}p"), None)
    words = line_of(following).words.strip() if following is not None else _words_of_cell_below(paragraph)
    if not words or BLANK.search(words) or BOX.search(words):
        return []
    parts = [part.strip(" ():") for part in _COLUMNS.split(words) if part.strip()]
    is_about = words.startswith("(") or any(map(is_signed, parts)) or count > 1 or following is None
    return parts if is_about and len(parts) == count and all(map(label_of, parts)) else []


def _words_of_cell_below(paragraph: etree._Element) -> str:
    """The text of the cell below one that holds only a line."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"))
    below = None if row is None else next(row.itersiblings(f"{W}tr"), None)
    if cell is None or row is None or below is None or not _has_only_lines(row):
        return ""
    cells, others = cells_of(row), cells_of(below)
    return words_of_cell(others[cells.index(cell)]) if len(cells) == len(others) else ""


def _has_only_lines(row: etree._Element) -> bool:
    """Whether a row holds nothing but lines to write on."""
    return all(not BLANK.sub("", words_of_cell(one)).strip() for one in cells_of(row))


def is_signed_there(paragraph: etree._Element, below: Sequence[str]) -> bool:
    """Whether bare lines side by side are signature lines for the people named below them."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    named = below if cell is None else list(map(words_of_cell, _captions_of_row(cell)))
    if len(named) < _LEAST_PARTIES or any(guess_type(one).type not in ("text", "date", "signature") for one in named):
        return False
    is_party = any(_PARTY.search(one) for one in named)
    return is_party or any(map(is_signed, named))


def is_row_signed(paragraph: etree._Element) -> bool:
    """Whether another line in a row of bare lines is a signature line."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    return cell is not None and any(is_signed(words_of_cell(one)) for one in _captions_of_row(cell))


def _captions_of_row(cell: etree._Element) -> list[etree._Element]:
    below = next(next(cell.iterancestors(f"{W}tr")).itersiblings(f"{W}tr"), None)
    return [] if below is None else cells_of(below)


def is_signed_below(paragraph: etree._Element) -> bool:
    """Whether words in brackets below some lines say who is to sign there."""
    for following in paragraph.itersiblings(f"{W}p"):
        words = own_words(following).strip()
        if not BLANK.search(words):
            return _SIGNING.match(words) is not None
    return False


def of_party(guess: Guess) -> Guess:
    """The guess as a signature of a person named below the line, unless it is for date or place."""
    if is_of_signer(guess) or guess.type == "signature":
        return guess
    return replace(guess, type="signature", reason="label")
