"""Words that stand in a cell in place of a value, in small letters."""

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
