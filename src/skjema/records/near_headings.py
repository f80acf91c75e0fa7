"""The column that a misspelt heading is nearly called."""

from collections.abc import Iterable

from skjema.definition.columns import Column
from skjema.records.heading_names import part_of_name
from skjema.text_match import match_key

_SIMILARITY = 0.8
"""How alike a heading and a name must be for a hint, as difflib measures it; 1.0 is equal."""


def nearest_column(heading: str, among: Iterable[Column]) -> Column | None:
    """The column whose heading is nearly this one, and whose it isn't another's."""
    from difflib import get_close_matches  # only where something is wrong

    by_name: dict[str, Column] = {}
    for column in among:
        for name in (column.name, *column.heading.values()):
            if _may_mean(heading, name):
                by_name[match_key(name)] = column
    close = get_close_matches(match_key(heading), by_name, n=1, cutoff=_SIMILARITY)
    return by_name[close[0]] if close else None


def _may_mean(heading: str, name: str) -> bool:
    """Whether a heading may be a misspelling of a name: not with other numbers, more words or a part of a name."""
    digits = [letter for letter in heading if letter.isdigit()] == [letter for letter in name if letter.isdigit()]
    return digits and len(heading.split()) <= len(name.split()) and part_of_name(heading) is None
