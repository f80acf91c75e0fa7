"""Other ways of spelling a heading: in nynorsk, of pupils for children, without the letters that programs avoid."""

import re
from collections.abc import Mapping
from typing import TypeVar

from skjema.text_match import match_key

_USUAL = (
    ("namn", "navn"), ("førenavn", "fornavn"), ("forogetternavn", "navn"), ("fornavnogetternavn", "navn"),
    ("fulltnavn", "navn"), ("navnnavn", "navn"), ("skule", "skole"), ("føresett", "foresatt"), ("fødd", "født"),
    ("tlf", "telefon"), ("elev", "barn"), ("barnens", "barnets"), ("barnen", "barnet"),
)  # fmt: skip
"""What a word of a heading is in nynorsk, of a pupil or in full, and what definitions call it, as `match_key`s."""
_HIS = re.compile(r"(mor|far|barnet|foresatt\d?)(?:sitt|sine?|si)(?=navn|telefon|epost|født|foreldre)")
"""`Mor sitt namn`, as nynorsk says it."""
_ASCII = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("oe", "o"), ("aa", "a"))

T = TypeVar("T")


def usual_key(key: str) -> str:
    """The `match_key` of a heading as definitions would spell it: `elevensnamn` is `barnetsnavn`."""
    for other, usual in _USUAL:
        key = key.replace(other, usual)
    return _HIS.sub(r"\1s", key)


def ascii_key(key: str) -> str:
    """A key as programs that know no other letters spell it: `fodselsdato`, also for `foedselsdato`."""
    for letter, plain in _ASCII:
        key = key.replace(letter, plain)
    return key


def by_ascii(known: Mapping[str, T]) -> dict[str, T]:
    """What keys mean by their `ascii_key`, but for those that would then mean several things."""
    found: dict[str, T] = {}
    several: set[str] = set()
    for key, meaning in known.items():
        plain = ascii_key(key)
        if found.setdefault(plain, meaning) != meaning:
            several.add(plain)
    return {key: meaning for key, meaning in found.items() if key not in several}


def other_spellings(name: str) -> tuple[str, str]:
    """The keys under which a name may be known in the usual spelling, and among those of `by_ascii`."""
    usual = usual_key(match_key(name))
    return usual, ascii_key(usual)
