"""Finds PDF fields that numbers in their names make rows of a table: `barn1_navn`, `barn2_navn`; `navn_1`, `navn_2`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skjema.draft.guess import words_of
from skjema.formats.pdf.acroform import NO_PAGE, FormField, Place
from skjema.text_match import match_key

_NUMBER = re.compile(r"\d{1,2}(?!\d)(?<!\d\d\d)")
_GENERIC = frozenset({
    "", "text", "tekst", "textfield", "tekstfelt", "field", "felt", "formfield", "skjemafelt", "untitled",
    "undefined", "unknown", "checkbox", "check", "avkryssing", "avkryssingsboks", "box", "boks", "radio", "group",
    "gruppe", "button", "knapp", "combobox", "listbox", "combo", "list", "liste", "dropdown", "page", "side",
    "form", "skjema", "section", "seksjon", "del", "punkt", "subform", "topmostsubform", "fill", "f", "c", "t",
    "tab", "table", "tabell", "sheet", "ark", "spm", "sporsmal", "question", "q", "a", "b", "p", "x",
})  # fmt: skip
"""Names that programs and people give to unrelated fields."""
_FEWEST_ALONE = 3
"""Least number of rows for a group with a single column."""
_SAME = 3.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows with the same columns.

    Attributes:
        stem: Name of a row within the field names: `barn`; empty where only columns are named.
        columns: The fields of each column, from the first row to the last.
    """

    stem: str
    columns: Sequence[Sequence[FormField]]

    @property
    def count(self) -> int:
        return len(self.columns[0])


_Column = Mapping[int, FormField]
_Key = tuple[str, str]
"""The parts of a name before and after its number."""


def rows_of(fields: Sequence[FormField]) -> list[Rows]:
    """Groups of rows, with each field in at most one; larger groups first."""
    columns = _columns(fields)
    found = sorted(_families(columns), key=lambda one: -len(one.columns) * one.count)
    taken: set[str] = set()
    chosen = []
    for rows in found:
        names = {one.name for column in rows.columns for one in column}
        if not names & taken:
            taken |= names
            chosen.append(rows)
    return chosen


def _columns(fields: Sequence[FormField]) -> dict[_Key, _Column]:
    """Fields by the parts of their names around a number; the first row may lack its number."""
    by_name = {one.name: one for one in fields}
    found: dict[_Key, dict[int, FormField]] = {}
    for one in fields:
        for number in _NUMBER.finditer(one.name):
            key = one.name[: number.start()], one.name[number.end() :]
            found.setdefault(key, {})[int(number[0])] = one
    for (before, after), numbered in found.items():
        first = by_name.get(before.rstrip("_- .") + after)
        if first is not None and min(numbered) == 2:
            numbered[1] = first
    return {key: dict(sorted(one.items())) for key, one in found.items() if _is_column(one)}


def _is_column(numbered: _Column) -> bool:
    """Whether fields of one kind are numbered from 0 or 1 without gaps."""
    numbers = sorted(numbered)
    kinds = {one.kind for one in numbered.values()}
    return (
        len(numbers) > 1 and numbers[0] in (0, 1) and numbers[-1] - numbers[0] == len(numbers) - 1 and len(kinds) == 1
    )


def _families(columns: Mapping[_Key, _Column]) -> Iterator[Rows]:
    by_row: dict[tuple[object, ...], list[_Key]] = {}
    for key, column in columns.items():
        before, after = key
        if _plain(after):
            by_row.setdefault((before, *column), []).append(key)
        else:
            parent = before.rpartition(".")[0]
            by_row.setdefault((parent, after, "last", *column), []).append(key)
    for group, keys in by_row.items():
        listed = [list(columns[key].values()) for key in keys]
        if "last" in group:
            named = [fields for key, fields in zip(keys, listed, strict=True) if not is_generic(key[0])]
            if named and _lie_alike(named) and (len(named) > 1 or len(named[0]) >= _FEWEST_ALONE):
                yield Rows("", named)
        elif len(keys) > 1 and not is_generic(str(group[0])):
            yield Rows(" ".join(words_of(str(group[0]).rstrip("_- .[("))), listed)
        # `b1navn` doesn't name a row, but the positions show that there are rows
        elif len(keys) > 1 and len(listed[0]) >= _FEWEST_ALONE and _lie_alike(listed):
            yield Rows("", listed)


def _plain(text: str) -> str:
    """The part of a name after its number, without signs and without the numbers of XFA programs."""
    return match_key(re.sub(r"\[\d+\]", "", text))


def is_generic(before: str) -> bool:
    """Whether a name, up to its number, tells nothing about the field."""
    last = re.split(r"[.]", before.rstrip("_- .[("))[-1]
    return re.sub(r"[\W\d_]", "", match_key(last)) in _GENERIC


def _lie_alike(columns: Sequence[Sequence[FormField]]) -> bool:
    """Whether the fields of each column stand below one another, and those of each row side by side."""
    tops = [[_first(one) for one in column] for column in columns]
    for places in tops:
        for above, below in pairwise(places):
            if above is None or below is None or not _is_below(above, below):
                return False
    return all(
        first is not None and other is not None and abs(first.rectangle[3] - other.rectangle[3]) <= _height(first)
        for column in tops[1:]
        for first, other in zip(tops[0], column, strict=True)
    )


def _is_below(above: Place, below: Place) -> bool:
    if above.page != below.page:
        return above.page < below.page
    is_in_column = abs(above.rectangle[0] - below.rectangle[0]) <= _SAME
    gap = above.rectangle[1] - below.rectangle[3]
    return is_in_column and -_SAME <= gap <= 1.5 * max(_height(above), 12.0)


def _height(place: Place) -> float:
    return place.rectangle[3] - place.rectangle[1]


def _first(one: FormField) -> Place | None:
    return next((place for place in one.places if place.page != NO_PAGE), None)


def are_alike(labels: Iterable[str], stem: str) -> bool:
    """Whether fields with these labels can be one column: labels are equal apart from numbers, or missing.

    Args:
        stem: Name of a row within the field names.
    """
    keys = {re.sub(r"\d", "", match_key(column_label(one, stem))) for one in labels}
    return len([one for one in keys if len(one) > 1]) <= 1  # a single letter is a row's number: `a)`, `b)`


def column_label(label: str, stem: str) -> str:
    """The label of a column: that of its first row, without the row's number and name."""
    words = re.escape(stem).replace(r"\ ", r"\W*")
    without = re.sub(rf"^\W*{words}\W*\d+\W+(?=\w)", "", label, flags=re.IGNORECASE) if stem else label
    without = re.sub(r"\s*[,(]?\s*\b(rad|row|nr\.?|line|linje)?\s*\d{1,2}\b\)?", "", without, flags=re.IGNORECASE)
    return without.strip(" :,-\u2013_.") or label
