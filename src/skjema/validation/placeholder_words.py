"""Words that stand in a cell in place of a value, or beside and between names, in small letters."""

NO_VALUE = frozenset([
    "null", "(null)", "<null>", "[null]", "none", "nan", "n/a", "undefined", "nil", "(blank)", "(tom)", "(tomt)",
    "(ingen)", "tbd", "todo", "xxx",
])  # fmt: skip
"""Whole cells that say nothing, in whichever field."""
NO_NAME = NO_VALUE | frozenset([
    "navn", "fornavn", "etternavn", "namn", "førenamn", "etternamn", "name", "ukjent", "ukjend", "unknown", "mangler",
    "manglar", "ingen", "test", "tom",
])  # fmt: skip
"""Whole cells that are no person's name."""
RELATIONS = (
    "mor", "far", "mamma", "pappa", "medmor", "verge", "verje", "fostermor", "fosterfar", "fosterforelder", "stemor",
    "stefar", "foresatt", "føresett", "bestemor", "bestefar",
)  # fmt: skip
"""What people are to a child; two of them in a cell are two people."""
AND_WORDS = ("og", "and", "samt", "eller")
"""What stands between people."""
