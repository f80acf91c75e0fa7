"""What isn't read and seems to say whose address is protected: nobody's address may leak for a heading."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from skjema.definition.columns import Column
from skjema.fieldtypes.protection import says_protected
from skjema.formats.table import Row, is_blank
from skjema.problems import Place, Problem
from skjema.text_match import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skjema.records.headings import Headings
    from skjema.records.recognised_table import FormTable

_WHOSE = r"(?:barn(?:ets?)?|elev(?:ens?)?|mors?|fars?|foresatte?\d?|forelder\d?)?"
_HEADING = re.compile(
    rf"{_WHOSE}(?:(?:adresse)?(?:gradering|sperre|sperret|sperra|sperrekode|skjerming|skjermingskode|beskyttelse|kode)"
    r"|skjerm(?:et|a)(?:adresse)?|(?:sperret|sperra|hemmelig|hemmeleg|gradert|fortrolig|beskyttet)(?:adresse)?"
    rf"|diskresjons?(?:kode)?|kode(?:6|7|67|6og7|6eller7)|(?:strengt)?fortrolig){_WHOSE}"
)
_NO = frozenset({"", "nei", "n", "no", "0", "false", "usann", "ingen", "nei0", "ugradert", "klientadresse", "ukjent"})
"""What says that it isn't."""
_NO_HEADING = frozenset({"kode"})
"""What has the look of one and may be any code."""


class _Column(NamedTuple):
    got: str
    label: object
    rows: int
    row: int


class ProtectedColumns:
    """Counts the rows that say something in such columns, and finds the cells of others that say it in words."""

    def __init__(self, notes: "Mapping[Place, str]") -> None:
        self._found: dict[Place, _Column] = {}
        self._notes: dict[Place, list[int]] = {}
        """Columns of the cells of each row whose notes say it."""
        for place, text in notes.items():
            if says_protected(text):
                self._notes.setdefault(place._replace(column=0), []).append(place.column)

    def note(self, form_table: "FormTable", row: Row, headings: "Headings") -> None:
        """Note a row that is read.

        Args:
            headings: Those that its table may have; nothing is told where none of them is for what the column says.
        """
        for column, text in form_table.heading.unknown:
            value = row.cells.get(column, "")
            if not _is_protected(text) or is_blank(value) or match_key(str(value)) in _NO:
                continue
            own = next((one for one in headings.columns if any(map(_is_protected, one.heading.values()))), None)
            if own is not None:
                self._note(form_table.table.place(form_table.heading.number, column), text, own, row)

    def cells(self, form_table: "FormTable", row: Row, headings: "Headings") -> "Iterator[Problem]":
        """Cells of a row that say so in another column or in a note, where no column of somebody's says yes or no.

        Args:
            headings: As for `note`.
        """
        unread = [column for column, text in form_table.heading.unknown if not _is_protected(text)]
        found = [
            column
            for column in (*unread, *form_table.unheaded_cells(row))
            if isinstance(value := row.cells.get(column), str) and says_protected(value)
        ]
        found += self._notes.get(form_table.table.place(row.number), ()) if self._notes else ()
        own = [one for one in headings.columns if any(map(_is_protected, one.heading.values()))] if found else []
        written = {slot._replace(row="") for slot in form_table.cells(row)} if own else set()
        if own and written.isdisjoint(one.slot._replace(row="") for one in own):
            for column in found:
                params: dict[str, object] = {"label": own[0].heading}
                yield Problem("cell-protected", form_table.table.place(row.number, column), params=params)

    def _note(self, place: Place, text: str, own: Column, row: Row) -> None:
        before = self._found.get(place, _Column(text, own.heading, 0, row.number))
        self._found[place] = before._replace(rows=before.rows + 1)

    def problems(self) -> "Iterator[Problem]":
        for place, column in self._found.items():
            yield Problem("heading-protected", place, params=column._asdict())


@lru_cache(maxsize=500)  # headings of a file, asked of for every row
def _is_protected(heading: str) -> bool:
    key = match_key(heading)
    return key not in _NO_HEADING and _HEADING.fullmatch(key) is not None


def is_unread_protection(heading: str, value: object) -> bool:
    """Whether a value that isn't read says whose address is protected, by its heading or in words."""
    says_no = value is None or value is False or match_key(str(value)) in _NO
    return (_is_protected(heading) and not says_no) or (isinstance(value, str) and says_protected(value))
