"""The headings that mean a field of a form besides those its definition names in full.

Registers write a name in parts (`Fornavn`, `Mors etternavn`), leave out the number of a person (`Foresatt`), call
people by what they are (`Mor`, `Far`), and put the columns of a person beside each other without saying again whose
they are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from skjema.definition.columns import Column
from skjema.definition.model import Field, Group, Member
from skjema.definition.slot import Slot
from skjema.records.other_spellings import without_how
from skjema.text_match import match_key, match_keys

Part = Literal["given", "middle", "family"]
PARTS: tuple[Part, ...] = ("given", "middle", "family")
"""The parts of a name, in the order in which it is written."""
_PART_WORDS: Mapping[str, Part] = {
    "fornavn": "given", "førenamn": "given", "fornamn": "given", "firstname": "given", "givenname": "given",
    "mellomnavn": "middle", "mellomnamn": "middle", "middlename": "middle",
    "etternavn": "family", "etternamn": "family", "slektsnavn": "family", "slektsnamn": "family",
    "lastname": "family", "surname": "family", "familyname": "family",
}  # fmt: skip
_OF_WHOM = re.compile(r"(\S+) (?:(?:på|til) (\S+(?: \d+)?)|(\S+ \d+))", re.IGNORECASE)
_NAME_WORDS = ("navn", "namn", "name")
_ANYBODYS_TYPES = frozenset({"phone", "email", "postnummer", "fodselsnummer"})
_ANYBODYS = frozenset({"adresse", "poststed", "språk"})
"""What the person or the place that a list is of may have, and people named in it as well."""


class Meaning(NamedTuple):
    """A reading of one heading: the column or the group that it names.

    Attributes:
        column: The column that it names in full; of a group, as if it were that of the first row.
        group: The group whose row is still to be found from the headings around it; None where the column says it.
        member: Whom of the group it names.
        is_bare: Whether it doesn't say of whom it is, so that it belongs to the person named last.
        part: Which part of a name it is; empty for the whole value.
    """

    column: Column
    group: Group | None = None
    member: Member | None = None
    is_bare: bool = False
    part: Part | Literal[""] = ""

    @property
    def may_be_anybodys(self) -> bool:
        """Whether nothing says whose a telephone or an address is: that of the people of a group, or of the record."""
        field = self.column.field
        is_contact = field.type in _ANYBODYS_TYPES or not _ANYBODYS.isdisjoint(match_keys(field.label))
        return self.is_bare and is_contact


def part_of_name(heading: str) -> Part | None:
    """Which part of a name a heading asks for: the whole, the first names or the surname."""
    key = match_key(heading)
    return next((part for word, part in _PART_WORDS.items() if key.startswith(word) or key.endswith(word)), None)


def turned_names(heading: str) -> tuple[str, ...]:
    """What a heading such as `Navn på foresatt 1` or `E-post til mor` is called elsewhere: `mors e-post`."""
    bare = without_how(heading)
    found = _OF_WHOM.fullmatch(bare)
    if not found:
        return (bare,)
    what, whom = found[1], found[2] or found[3]
    return bare, f"{whom} {what}", f"{whom}s {what}", f"{whom}ets {what}"


def is_generic(heading: str) -> bool:
    """Whether a heading, such as `Navn`, says nothing of whose value stands below it."""
    return match_key(heading) in _GENERIC


_GENERIC = frozenset({
    *_PART_WORDS, *_NAME_WORDS, "telefon", "tlf", "mobil", "epost", "email", "mail", "adresse", "postnr", "poststed",
    "født", "fødd", "fødselsdato", "født dato", "personnummer", "fødselsnummer", "rolle", "relasjon", "foreldreansvar",
})  # fmt: skip


def other_names(groups: Mapping[str, Group], columns: Iterable[Column]) -> dict[str, Meaning]:
    """Meaning by `match_key` of each heading that no column has for a name of its own.

    Args:
        groups: Those whose rows the table may name.
    """
    columns = list(columns)
    names: dict[str, Meaning] = {}
    for column in columns:
        _add(names, _parts(Meaning(column), _subjects(heading for _, heading in column.names())))
    labels = Counter(frozenset(field.label.items()) for group in groups.values() for field in group.field)
    for group in groups.values():
        if not group.row:
            _add(names, _names_of_group(group, columns, labels))
    return names


def _add(names: dict[str, Meaning], found: Iterable[tuple[str, Meaning]]) -> None:
    for key, meaning in found:
        names.setdefault(key, meaning)


def _subjects(headings: Iterable[str]) -> list[str]:
    """The words for the person in a column's headings: `barnets` and `barnet`; none for a column called `Navn`."""
    subjects: dict[str, None] = {}
    for heading in headings:
        key = match_key(heading)
        bare = next((key.removesuffix(word) for word in _NAME_WORDS if key.endswith(word)), key)
        subjects |= dict.fromkeys((bare, f"{bare}s", bare.removesuffix("s")) if bare else ("",))
    return list(subjects)


def _parts(meaning: Meaning, subjects: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    """The parts of a column that holds names: `Fornavn`, `Barnets fornavn`, `Fornavn foresatt 1`."""
    if meaning.column.field.type != "name":
        return
    for subject in subjects:
        for word, part in _PART_WORDS.items():
            yield subject + word, meaning._replace(part=part)
            yield word + subject, meaning._replace(part=part)


def _names_of_group(
    group: Group, columns: list[Column], labels_of_all: Mapping[frozenset[tuple[str, str]], int]
) -> Iterator[tuple[str, Meaning]]:
    """Headings of a group's rows that don't give their number: by who it is, or by where they stand."""
    words = [match_key(group.id), *map(match_key, group.label.values())]
    own = {
        column.slot.field: column
        for column in columns
        if column.slot.group == group.id and column.slot.row in ("", "1")
    }
    # `Tiltak` is what is called so, or names a row, and not the goal that a measure is for
    called_so = (field for field in group.field if not match_keys(field.label).isdisjoint(words))
    named = next(called_so, group.name_field)
    for field in group.field:
        column = own.get(field.id) or Column(Slot(field.id, group.id, "1"), field.id, field, field.label)
        labels = [match_key(text) for text in (*field.label.values(), *_unnumbered(field, with_group=False))]
        for member in group.member:
            for word in map(match_key, member.words):
                meaning = Meaning(column, group, member)
                if field is group.field[0]:
                    yield word, meaning
                yield from (
                    (name, meaning) for label in labels for name in (word + label, f"{word}s{label}", label + word)
                )
                yield from _parts(meaning, (word, f"{word}s"))
        meaning = Meaning(column, group)
        wholes = [match_key(text) for text in _unnumbered(field, with_group=True)]
        if field is named:
            wholes += words
        wholes += [word + label for word in words for label in labels]
        yield from ((name, meaning) for name in wholes)
        yield from _parts(meaning, _subjects(wholes))
        if labels_of_all[frozenset(field.label.items())] == 1:
            yield from ((label, Meaning(column, group, is_bare=True)) for label in labels if label not in _NAME_WORDS)
            yield from _numbered(group, field, labels, columns)


def _numbered(group: Group, field: Field, labels: list[str], columns: list[Column]) -> Iterator[tuple[str, Meaning]]:
    """`Foreldreansvar 2` is the second one's; `Telefon 2` may be the other telephone of the first."""
    for column in columns if field.kind.takes_choices else ():
        slot = column.slot
        if slot.group == group.id and slot.field == field.id and slot.row.isdecimal():
            yield from ((f"{label}{slot.row}", Meaning(column)) for label in labels)


_NUMBER = re.compile(r"\s*(?:nr\.?\s*)?\{n\}\.?\s*")


def _unnumbered(field: Field, *, with_group: bool) -> Iterator[str]:
    """The headings of a group's field without the number of the row: those that have one, or those that don't."""
    for header in field.headers:
        if isinstance(header, str) and ("{n}" in header) == with_group:
            yield _NUMBER.sub(" ", header).strip()
