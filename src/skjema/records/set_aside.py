"""Words by which people put rows aside: in the title of a sheet, or in a column about the row."""

import re
from functools import lru_cache

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
_GONE_HEADING = re.compile(rf"(?:har|er)?(?:{_GONE})")
_TO_USE_HEADING = re.compile(
    r"(?:er)?aktiv|(?:skal)?(?:være|vere|tas|tasta)?(?:med|sendes|inkluderes|skrivesut)|skalha(?:skjema|brev|samtykke)"
)
_YES = frozenset({"ja", "x", "j", "yes", "true", "sann", "1"})
_NO = frozenset({"nei", "n", "no", "false", "usann", "0"})


def is_titled_aside(title: str) -> bool:
    """Whether a sheet's title says that its rows have been put aside."""
    return re.search(_TITLE, title) is not None


def says_aside(heading: str, value: Written) -> bool:
    """Whether what stands below a heading that isn't read says that its row is of nobody any longer."""
    kind = _kind(heading)
    if kind and match_key(str(value)) in (_YES if kind == "gone" else _NO):
        return True
    return isinstance(value, str) and len(value) < _LONGEST and re.fullmatch(_STATUS, value.strip()) is not None


_LONGEST = 40


@lru_cache(maxsize=256)
def _kind(heading: str) -> str:
    """What a yes below a heading says: that the row is of nobody any longer, or that it is to be used."""
    key = match_key(heading)
    return "gone" if _GONE_HEADING.fullmatch(key) else "use" if _TO_USE_HEADING.fullmatch(key) else ""
