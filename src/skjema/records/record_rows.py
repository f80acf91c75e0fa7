"""The rows of a table that are records: without totals and repeated headings, and with hidden rows as asked for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.table import Row, Written, is_blank
from skjema.problems import Place, Problem, Severity
from skjema.records.row_looks import RowColours, is_struck
from skjema.records.set_aside import says_aside
from skjema.text_match import match_key

if TYPE_CHECKING:
    from skjema.records.recognised_table import FormTable

HiddenRows = Literal["ask", "use", "skip"]
"""What to do with rows that a sheet hides: report them as a problem, use them, or leave them out."""
CellRow = tuple[Row, dict[Slot, Written]]
"""A row of a table, and its values by slot."""

_LEFT_OUT: Mapping[str, Mapping[HiddenRows, str]] = {
    "hidden": {"ask": "rows-hidden", "use": "rows-hidden-used", "skip": "rows-hidden-skipped"},
    "aside": {"ask": "rows-aside", "use": "rows-aside-used", "skip": "rows-aside-skipped"},
    "gone": {"ask": "rows-gone", "use": "rows-gone-used", "skip": "rows-gone-skipped"},
    "struck": {"ask": "rows-struck", "use": "rows-struck-used", "skip": "rows-struck-skipped"},
}
"""Codes of what is said of rows that look left out, by what is done with them."""
_COUNT = re.compile(r"\d{1,4}")
"""What stands beside such words: no day, nor any other key."""
_TOTALS_WORDS = r"(?i)\s*(sum|total|totalt|antall|antal|til ?sammen)\b"
"""How the only words of a line of totals begin."""
_REMARK = re.compile(
    r"\s*(?:_{3,}|side \d+ (?:av|/) ?\d+|(?:underskrift|signatur|sign\.?|sted/dato|sted og dato|dato|kilde|kjelde|nb"
    r"|obs|merk|merknad|tegnforklaring|teiknforklaring)\s*[:!]|(?:skrevet|skrive) ut\b|utskrift\b"
    r"|sist (?:oppdatert|endret|endra)\b|(?:utarbeidet|utarbeidd|laget|laga|generert) av\b)",
    re.IGNORECASE,
)
"""What begins a line that people and programs put below a table."""
_MOST_IN_REMARK = 4
"""Cells of such a line."""
_BARE_TOTAL = re.compile(rf"{_TOTALS_WORDS}[\s.:]*")


class RecordRows:
    """Yields the record rows of a run's tables; reports which rows were left out, and why."""

    def __init__(self, form: Form, hidden: HiddenRows) -> None:
        self._form, self._hidden = form, hidden
        self._left_out: Counter[tuple[str, Place]] = Counter()
        """Rows of each table that a sheet hides, that are struck out, on a sheet put aside, or that say so."""
        self._no_records: Counter[tuple[str, Place]] = Counter()
        """Rows of each table that say nothing of a record, by the code of why."""
        self._colours = RowColours()
        self._found: list[Problem] = []
        """What is to be said of single rows: of totals, and of headings in another order."""

    def of(self, form_table: "FormTable") -> Iterator[CellRow]:
        """Rows that are records, with their values."""
        # What looks like totals in the middle is a record with faults, so such rows wait for one that surely is one.
        waiting: list[CellRow] = []
        headings, known = _heading_keys(form_table)
        for row in form_table.rows():
            cells = form_table.cells(row)
            is_below = self._is_total(row, cells) or self._is_remark(row, cells)
            if not is_below and (why := _why_no_record(form_table, row, cells, headings, known)):
                if why == "rows-heading-other":  # what stands below it belongs to other columns
                    self._found.append(Problem(why, form_table.table.place(row.number)))
                    break
                self._no_records[why, form_table.table.place()] += 1
                continue
            if self.is_left_out(form_table, row):
                continue
            if is_below or (waiting and len(cells) < 2):  # a remark below them is none
                waiting.append((row, cells))
                continue
            yield from waiting
            waiting.clear()
            yield row, cells
        for row, cells in waiting:
            is_remark = self._is_remark(row, cells)
            if is_remark or self._is_total(row, cells):
                code = "row-remark" if is_remark else "totals-row"
                self._found.append(Problem(code, form_table.table.place(row.number), Severity.WARNING))
            else:
                yield row, cells

    def of_group(self, form_table: "FormTable") -> Iterator[Row]:
        """Rows of a group's own table."""
        headings, known = _heading_keys(form_table)
        for row in form_table.rows():
            kind = _heading_kind(headings, known, row)
            if kind == "rows-heading-other":
                self._found.append(Problem(kind, form_table.table.place(row.number)))
                break
            if kind:
                self._no_records[kind, form_table.table.place()] += 1
            elif not self.is_left_out(form_table, row):
                yield row

    def is_left_out(self, form_table: "FormTable", row: Row) -> bool:
        """Whether a row isn't to be read since it is hidden, struck out or put aside; such rows are counted."""
        self._colours.note(form_table, row)
        is_out = row.struck and is_struck(form_table, row)
        how = "aside" if form_table.is_aside else "hidden" if row.hidden else "struck" if is_out else ""
        place = form_table.table.place()
        if not how and form_table.group is None and (column := _column_of_gone(form_table, row)):
            how, place = "gone", form_table.table.place(form_table.heading.number, column)
        if how:
            self._left_out[how, place] += 1
        return bool(how) and self._hidden == "skip"

    @property
    def asked(self) -> int:
        """How many hidden or struck rows the user has yet to decide about."""
        return self._left_out.total() if self._hidden == "ask" else 0

    def problems(self) -> Iterator[Problem]:
        """The problems of rows that were left out or may have to be, once all are read."""
        yield from self._found
        severity = Severity.ERROR if self._hidden == "ask" else Severity.NOTE
        for (how, place), count in self._left_out.items():
            yield Problem(_LEFT_OUT[how][self._hidden], place, severity, {"count": count})
        for (code, place), count in self._no_records.items():
            yield Problem(code, place, Severity.NOTE, {"count": count})
        yield from self._colours.problems()

    def _is_total(self, row: Row, cells: Mapping[Slot, Written]) -> bool:
        """Whether a row looks like totals, and isn't a record that is called so."""
        # With a whole key it is a record: what stands there could be a name.
        key = [str(cells.get(Slot(field_id), "")) for field_id in self._form.key]
        if any(map(str.isalpha, key[0])) and not any(value == "" or _COUNT.fullmatch(value) for value in key):
            return False
        return bool(_totals_word(row))

    def _is_remark(self, row: Row, cells: Mapping[Slot, Written]) -> bool:
        """Whether a row is a remark, and isn't a record that is called so."""
        has_key = len(self._form.key) > 1 and all(Slot(field_id) in cells for field_id in self._form.key)
        return not has_key and is_remark(row)


def _column_of_gone(form_table: "FormTable", row: Row) -> int:
    """The column, of those that aren't read, that says that a row is of nobody any longer; 0 where none does."""
    for column, heading in form_table.heading.unknown:
        if (value := row.cells.get(column, "")) != "" and says_aside(heading, value):
            return column
    return 0


def is_remark(row: Row) -> bool:
    """Whether a row looks like a line below a table, such as `Underskrift: ____` or `Side 1 av 2`."""
    if len(row.cells) > _MOST_IN_REMARK:
        return False
    texts = [value for value in row.cells.values() if isinstance(value, str)]
    return any(map(_REMARK.match, texts)) or (len(row.cells) == 1 and any(one.startswith("*") for one in texts))


def is_total_of_group(row: Row, key: str) -> bool:
    """Whether a row of a group that no record has is a line of totals: in place of the key, or with no more words."""
    word = _totals_word(row)
    return bool(word) and (any(map(str.isalpha, key)) or (key == "" and _BARE_TOTAL.fullmatch(word) is not None))


def _totals_word(row: Row) -> str:
    """The only words of a row, if they are `Sum`, `Antall barn` or the like; empty for other rows."""
    texts = [value for value in row.cells.values() if isinstance(value, str) and any(map(str.isalpha, value))]
    return texts[0] if len(texts) == 1 and re.match(_TOTALS_WORDS, texts[0]) else ""


def _why_no_record(
    form_table: "FormTable", row: Row, cells: Mapping[Slot, Written], headings: Mapping[int, str], known: frozenset[str]
) -> str:
    """Code of what a row is that says nothing of any record; empty where it may be one.

    Args:
        headings: The `match_key` of each heading, by its column; `known` are all of them.
    """
    heading = form_table.heading
    filled = [column for column, value in row.cells.items() if not is_blank(value)] if not cells else ()
    if len(row.cells) > 1 and all(map(_is_rule, row.cells.values())):
        return "rows-of-signs"
    # what stands beside the headings is told by its row
    if not cells and heading.headed.issuperset(filled) and not form_table.value_column:
        return "rows-unread"
    return _heading_kind(headings, known, row)


def _is_rule(value: Written) -> bool:
    """Whether a cell holds a line such as databases draw below their headings, or nothing."""
    return isinstance(value, str) and not value.strip("-=_+:| \t\u2013\u2014")


_LOOKED_AT = 2
"""Cells of a row that tell, nearly always, that it is no heading."""


def _heading_keys(form_table: "FormTable") -> tuple[dict[int, str], frozenset[str]]:
    """The `match_key` of each heading of a table, by its column, and all of them."""
    headings = {column: match_key(text) for column, text in form_table.heading.texts.items()}
    return headings, frozenset(headings.values())


def _heading_kind(headings: Mapping[int, str], known: frozenset[str], row: Row) -> str:
    """Code of what a row is that holds headings once more, in the same columns or in others; empty for other rows."""
    keys: dict[int, str] = {}
    for column, value in row.cells.items():
        if not is_blank(value):
            keys[column] = match_key(str(value))
            if len(keys) == _LOOKED_AT and known.isdisjoint(keys.values()):
                return ""
    if len(keys) > 1 and all(key == headings.get(column, "") for column, key in keys.items()):
        return "rows-heading-again"
    found = known.intersection(keys.values())
    return "rows-heading-other" if len(found) > _LOOKED_AT and 3 * len(found) >= 2 * len(keys) else ""
