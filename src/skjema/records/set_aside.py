"""Words by which people put rows aside: in the title of a sheet, or in a column about the row."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from skjema.fieldtypes.answers import yes_or_no
from skjema.formats.table import Written
from skjema.text_match import match_key

_GONE = r"slutt(?:et|a)|(?:ut|av)meldt?|flytt(?:et|a)|trukket|trekt|utgått|avlyst|inaktiv|inactive"
_TITLE = (
    rf"(?i){_GONE}|ikk[ej]e?\s*(?:send|bruk|med|aktuell)"
    r"|(?<!\w)(?:gammel|gamle|gamal|tidligere|tidlegare|i ?fjor|kopi|copy|arkiv|arkivert|slettet|sletta|backup|old"
    r"|ferdig|kladd|utkast|papirkurv)(?!\w)"
)
"""What titles of sheets have whose rows have been put aside."""
_STATUS = rf"(?i)(?:har |er )?(?:{_GONE})(?:\W*\d[\d.\-/ ]*)?\W*"
"""`Sluttet`, `Flyttet 01.08.2026`; what `flyttet fra Bodø` says is no more than that."""
_SIGNS = ("slutt", "meld", "flytt", "trukket", "trekt", "utgått", "avlyst", "inaktiv", "inactive")
"""What stands in whatever `_STATUS` finds."""
_GONE_HEADING = re.compile(rf"(?:har|er)?(?:{_GONE})")
_TO_USE_HEADING = re.compile(
    r"(?:er)?aktiv|(?:skal)?(?:være|vere|tas|tasta)?(?:med|sendes|inkluderes|skrivesut)|skalha(?:skjema|brev|samtykke)"
)
_LONGEST = 40
"""Characters of a cell that says no more than a status."""


def is_titled_aside(title: str) -> bool:
    """Whether a sheet's title says that its rows have been put aside."""
    return re.search(_TITLE, title) is not None


def column_that_says_aside(unread: Iterable[tuple[int, str]], cells: Mapping[int, Written]) -> int:
    """The column, of those that aren't read, that says that a row is of nobody any longer; 0 where none does.

    Args:
        unread: Sheet columns with their headings.
    """
    written = [(column, heading, cells[column]) for column, heading in unread if cells.get(column, "") != ""]
    folded = "\n".join(value for _, _, value in written if isinstance(value, str)).casefold()
    may_be_status = any(sign in folded for sign in _SIGNS)  # asked once of a row: nearly none has any
    for column, heading, value in written:
        kind = _kind(heading)
        if kind and yes_or_no(value) is (kind == "gone"):
            return column
        if may_be_status and isinstance(value, str) and len(value) < _LONGEST and re.fullmatch(_STATUS, value.strip()):
            return column
    return 0


@lru_cache(maxsize=256)
def _kind(heading: str) -> str:
    """What a yes below a heading says: that the row is of nobody any longer, or that it is to be used."""
    key = match_key(heading)
    return "gone" if _GONE_HEADING.fullmatch(key) else "use" if _TO_USE_HEADING.fullmatch(key) else ""
