"""Other ways of spelling a heading: in nynorsk and English, of pupils for children, without æ, ø and å."""

import re
from collections.abc import Mapping
from typing import TypeVar

from skjema.text_match import match_key

_USUAL = (
    ("namn", "navn"), ("førenavn", "fornavn"), ("forogetternavn", "navn"), ("fornavnogetternavn", "navn"),
    ("etternavnogfornavn", "navn"), ("etternavnfornavn", "navn"), ("fulltnavn", "navn"), ("navnnavn", "navn"),
    ("skule", "skole"), ("føresett", "foresatt"), ("fødd", "født"),
    ("name", "navn"), ("school", "skole"), ("class", "klasse"), ("grade", "trinn"), ("parent", "foresatt"),
    ("guardian", "foresatt"), ("mothers", "mors"), ("fathers", "fars"), ("mother", "mor"), ("father", "far"),
    ("address", "adresse"), ("phone", "telefon"), ("dateofbirth", "fødselsdato"), ("birthdate", "fødselsdato"),
    ("student", "barn"), ("pupil", "barn"), ("child", "barn"), ("tlf", "telefon"), ("elev", "barn"),
    ("barnens", "barnets"), ("barnen", "barnet"), ("barnsnavn", "barnetsnavn"),
)  # fmt: skip
"""What a word of a heading is in nynorsk, in English, of a pupil or in full, and what definitions call it, as
`match_key`s."""
_HIS = re.compile(r"(mor|far|barnet|foresatt\d?)(?:sitt|sine?|si)(?=navn|telefon|epost|født|foreldre)")
"""`Mor sitt namn`, as nynorsk says it."""
_SURNAME_FIRST = re.compile("etterna[vm]n(?:og)?f(?:orna[vm]n|ørenamn)")
_NUMBERED = re.compile(r"(foresatt)e(?=\d)|foreldre(?=\d)")
"""`Foresatte 1` of several who are one each."""
_HOW = re.compile(
    r"\s*\((?:(?:fornavn(?:,| og)? etternavn|førenamn(?:,| og)? etternamn|(?:fullt )?na[vm]n|dato|dag|måned|månad|år|d+"
    r"|m+|[åy]+|\d\d? sif\w+|ja|nei|eller|obligatorisk|påkrevd|valgfritt|valfritt|må fylles ut)[\s.,:/-]*)+\)\s*",
    re.IGNORECASE,
)
"""How a column is to be filled in, which is no part of its name: `(ja/nei)`, `(dd.mm.åååå)`."""
_ASCII = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("oe", "o"), ("aa", "a"))

T = TypeVar("T")


def without_how(heading: str) -> str:
    """A heading without the words in brackets that say how its column is to be filled in."""
    return _HOW.sub(" ", heading).strip()


def has_surname_first(heading: str) -> bool:
    """Whether a heading says that whole names stand below it with the surname first: `Etternavn, fornavn`."""
    return _SURNAME_FIRST.search(match_key(heading)) is not None


def usual_key(key: str) -> str:
    """The `match_key` of a heading as definitions would spell it: `elevensnamn` is `barnetsnavn`."""
    for other, usual in _USUAL:
        key = key.replace(other, usual)
    return _NUMBERED.sub(lambda found: found[1] or "forelder", _HIS.sub(r"\1s", key))


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


def other_spellings(name: str) -> tuple[str, tuple[str, ...]]:
    """The key under which a name may be known in the usual spelling, and those among what `by_ascii` gives."""
    key = match_key(name)
    usual = usual_key(key)
    return usual, (ascii_key(key), ascii_key(usual)) if key.isascii() else ()
