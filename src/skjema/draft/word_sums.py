"""Finds the row of sums below a table in a Word file."""

import re
from collections.abc import Sequence

from lxml import etree

from skjema.draft.word_around import words_of_cell
from skjema.draft.word_cells import cell_place, is_empty
from skjema.draft.word_label import label_of
from skjema.draft.word_places import Place

_SUM = re.compile(r"(sum|total|totalt|til ?sammen|i alt|samlet|samla)\b.*", re.IGNORECASE)
_AMOUNTS = (
    re.compile(r"beløp|\bsum\b|\bkr\b|kron|pris|total|kostnad|utlegg|amount|cost", re.IGNORECASE),
    re.compile(r"antall|antal\b|timer|timar|\bkm\b|dager|dagar", re.IGNORECASE),
)
"""Headings of columns that are added up: money before counts."""


def sum_places(heads: Sequence[str], below: Sequence[Sequence[etree._Element]]) -> list[Place]:
    """The place for the sum below a table's column of amounts, or below its last column if it has none.

    Args:
        below: The row right below the table's rows; empty where there is none.
    """
    row = below[0] if below else ()
    if (
        len(row) != len(heads)
        or not _SUM.fullmatch(words_of_cell(row[0]).strip(" :"))
        or not all(map(is_empty, row[1:]))
    ):
        return []
    columns = [at for known in reversed(_AMOUNTS) for at, head in enumerate(heads) if at and known.search(head)]
    return [cell_place(row[(columns or [len(heads) - 1])[-1]], label_of(words_of_cell(row[0])))]
