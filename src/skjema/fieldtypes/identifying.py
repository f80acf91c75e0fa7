"""What in a text tells who somebody is, as far as a program can see: names it can't."""

import re

_SPACE = "[ \u00a0]?"
_MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|oct|dec|may"
_PHONE = rf"[2-9]\d{_SPACE}(?:\d\d{_SPACE}){{2}}\d\d|[2-9]\d\d{_SPACE}\d\d{_SPACE}\d{{3}}"
_DAY = r"\d{1,2}(?:\. ?\d{1,2}\. ?|/\d{1,2}[/-]|-\d{1,2}-)(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d"
_DATE = rf"{_DAY}|\d{{1,2}}\. ?(?:{_MONTHS})\w*\.? \d{{4}}"
_IDENTIFYING = re.compile(
    "|".join((
        rf"(?<!\d)\d{{6}}{_SPACE}\d{{5}}(?!\d)",  # an identity number, also one typed wrong
        rf"(?<![\d.,])(?:(?:\+|00)47{_SPACE})?(?:{_PHONE})(?!\d)",
        r"[\w.+-]+@[\w-]+\.\w",
        rf"(?<!\d)(?:{_DATE})(?!\d)",  # a whole date, which may be that of a birth
    )),
    re.IGNORECASE,
)  # fmt: skip


def is_identifying(text: str) -> bool:
    """Whether a text has what may be an identity number, a telephone number, an e-mail address or a whole date."""
    return _IDENTIFYING.search(text) is not None
