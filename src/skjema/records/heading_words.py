"""Headings in other words than those of definitions: `Mors mobilnr.`, `Postnr`, `Foreldre`."""

import re
from collections.abc import Callable, Mapping

from skjema.records.heading_names import Meaning

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


def meanings_of_row(
    texts: Mapping[int, str], bands: Mapping[int, str], meaning: Callable[[str, str], Meaning | None]
) -> dict[int, Meaning | None]:
    """What each heading of a row means; of those in other words, where no heading of the row says the same plainly.

    Args:
        texts: What stands in each sheet column.
        bands: What stands above it, such as `Mor`.
        meaning: What a heading means under what stands above it.
    """
    found = {column: meaning(text, bands.get(column, "")) for column, text in texts.items()}
    # beside a telephone, a mobile is another one
    said = {(one.column.slot.group, one.column.slot.field) for one in found.values() if one}
    for column in [column for column, one in found.items() if one is None]:
        other = meaning(_in_usual_words(texts[column]), bands.get(column, ""))
        if other and (other.column.slot.group, other.column.slot.field) not in said:
            found[column] = other
    return found


def _in_usual_words(heading: str) -> str:
    for other, usual in _USUAL_WORDS:
        heading = other.sub(usual, heading)
    return heading
