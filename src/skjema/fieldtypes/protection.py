"""Words that say that somebody's address is protected."""

import re

_PROTECTED = (
    r"(?i)(?<!\w)kode\s*[67](?!\w)|(?<!\w)strengt fort\w*lig|diskresjon"
    r"|adress\w*(?:sperr|grader)|adress\w*(?: er)? (?:sperr|hemm?eleg|hemm?elig|skjerm|gradert|beskytt)"
    r"|(?:sperr\w*|hemm?elig|hemm?eleg|skjermet|skjerma|skjult|fortrolig|fortruleg|gradert|beskytt\w+) adress"
)
"""Patterns that are compiled when a text first needs them, which few do."""
_ONLY_PROTECTED = (
    r"(?i)\W*(?:adress\w*\W+)?(?:sperret|sperra|hemm?elig|hemm?eleg|skjermet|skjerma|skjult|fortrolig|fortruleg|gradert"
    r"|beskytt(?:et|a)|spsf|spfo)\W*"
)
"""What a register writes in the place of an address that is protected."""
_SIGNS = (
    "kode",
    "adress",
    "fortr",
    "diskresjon",
    "sperr",
    "hemm",
    "hemel",
    "skj",
    "gradert",
    "beskytt",
    "spsf",
    "spfo",
)
"""What stands in whatever these find."""


def may_say_protected(text: str) -> bool:
    """Whether it is worth asking; quick, since nearly no text may."""
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS)


def says_protected(text: str) -> bool:
    """Whether a text says somewhere that an address is protected."""
    return may_say_protected(text) and re.search(_PROTECTED, text) is not None


def says_no_more_than_protected(text: str) -> bool:
    """Whether a text is such a word alone, which says it in the place of an address."""
    return may_say_protected(text) and re.fullmatch(_ONLY_PROTECTED, text) is not None
