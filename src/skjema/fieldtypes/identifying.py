"""What in a text tells who somebody is, as far as a program can see: names and places it can't."""

import re

_MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|oct|dec|may"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_BORN = r"\b(?:f(?:\.|ødt|ødd|ødselsdato|ødselsdag)|née?|born) ?(?:den )?"
_PHONE = r"[2-9]\d{7}|[2-9]\d([ .-])\d\d(?:\1\d\d){2}|[2-9]\d\d([ .-])\d\d\2\d{3}|[2-9]\d([ .-])\d{3}\3\d{3}"
_PATTERNS = (
    # an identity number, also one typed wrong
    r"(?<!\d)(?:\d{6}|\d\d \d\d \d\d)[ .-]?\d{5}(?!\d)",
    # a telephone number, as it may be grouped
    rf"(?<!\d)(?<!\d[.,])(?:(?:\+|00)47 ?)?(?:{_PHONE})(?!\d)",
    r"(?<!\d)(?:\+|00)[1-9]\d(?:[ .-]?\d){7,12}(?!\d)",
    r"[\w.+-]{1,64}@[\w-]+\.\w",
    # a whole date, which may be that of a birth
    rf"(?<!\d){_DAY}(?:[./-] ?| ){_MONTH}(?:[./-] ?| ){_YEAR}(?!\d)",
    rf"(?<!\d){_YEAR}[-/.]{_MONTH}[-/.]{_DAY}(?!\d)",
    rf"(?<!\d){_DAY}[. -]{{1,2}}(?:{_MONTHS})[a-z]*[. -]{{1,2}}(?:{_YEAR}|\d\d)(?!\d)",
    r"(?<!\d)(?<!\d[./-])(?:0[1-9]|[12]\d|3[01])([./-])(?:0[1-9]|1[0-2])\4\d\d(?![\d./-])",
    rf"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}(?!\d)",
    rf"{_BORN}(?:\d{{6}}|{_DAY}[./ -]{{1,2}}{_MONTH}[./ -]{{1,2}}\d\d)(?!\d)",
)
_IDENTIFYING = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def is_identifying(text: str) -> bool:
    """Whether a text has what may be an identity number, a telephone number, an e-mail address or a whole date."""
    return _IDENTIFYING.search(_SPACES.sub(" ", text)) is not None
