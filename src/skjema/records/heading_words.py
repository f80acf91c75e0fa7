"""Headings in other words than those of definitions: `Mors mobilnr.`, `Postnr`, `Foreldre`."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from skjema.records.heading_names import Meaning
from skjema.text_match import match_key

_USUAL_WORDS = (
    (
        re.compile(r"\b(?:mobil(?:telefon)?|mob|tele?fon|tlf)\.?\s?(?:nummer\b|nr\b\.?)?(?!\w)", re.IGNORECASE),
        "telefon",
    ),
    (re.compile(r"\b(?:e-?post|e-?mail|mail)(?:adresser?)?(?!\w)", re.IGNORECASE), "e-post"),
    (re.compile(r"\bpostnr\b\.?", re.IGNORECASE), "postnummer"),
    (re.compile(r"\b(mor|far)ens\b", re.IGNORECASE), r"\1s"),
    (re.compile(r"\bforesatte(?= ?\d)", re.IGNORECASE), "foresatt"),
    (re.compile(r"\bforeldre(?:/foresatte)?$|^foresatte/foreldre$", re.IGNORECASE), "foresatte"),
)
"""What lists call a thing, and what definitions do."""

_NUMBER = "nr"


def meanings_of_row(
    texts: Mapping[int, str],
    bands: Mapping[int, str],
    meaning: Callable[[str, str], Meaning | None],
    titles: Collection[str] = (),
) -> dict[int, Meaning | None]:
    """What each heading of a row means where it stands.

    One in other words means what it does where no heading of the row says the same plainly.

    Args:
        texts: What stands in each sheet column.
        bands: What stands above it, such as `Mor`.
        meaning: What a heading means under what stands above it.
        titles: What the table is called: a heading that says no more means nothing where another says it in full.
    """
    found = {column: meaning(text, bands.get(column, "")) for column, text in texts.items()}
    # beside a telephone, a mobile is another one
    said = {(one.column.slot.group, one.column.slot.field) for one in found.values() if one}
    for column in [column for column, one in found.items() if one is None]:
        other = meaning(_in_usual_words(texts[column]), bands.get(column, ""))
        if other and (other.column.slot.group, other.column.slot.field) not in said:
            found[column] = other
    return {**found, **dict.fromkeys((*_apart(found), *_said_in_full(texts, found, {_NUMBER, *titles})))}


def _said_in_full(
    texts: Mapping[int, str], found: Mapping[int, Meaning | None], bare: Collection[str]
) -> Iterator[int]:
    """Columns called no more than `Nr.`, or as their table, where another says in full that it is what is meant."""
    in_full = {one.column.slot for column, one in found.items() if one and match_key(texts[column]) not in bare}
    for column, one in found.items():
        if one and one.column.slot in in_full and match_key(texts[column]) in bare:
            yield column


def _apart(found: Mapping[int, Meaning | None]) -> Iterator[int]:
    """Columns of headings such as `Nr.` that stand before the rows that they may be of, with something else between."""
    meanings = sorted(found.items())
    bare = {one.column.slot.group for one in found.values() if one and one.is_bare}
    named = [one.column.slot.group if one and not one.is_bare else "" for _, one in meanings]
    for group in bare.intersection(named):
        last = len(named) - named[::-1].index(group)
        # what stands behind the last of them as well is theirs there
        is_behind = {one.column.slot for _, one in meanings[last:] if one and one.is_bare}
        is_apart = False
        for column, one in reversed(meanings[: named.index(group)]):
            if one is None or one.column.slot.group != group:
                is_apart = True
            elif (is_apart or one.column.slot in is_behind) and not one.may_be_anybodys:
                yield column


def _in_usual_words(heading: str) -> str:
    for other, usual in _USUAL_WORDS:
        heading = other.sub(usual, heading)
    return heading
