"""What somebody has written into the fields of a document, by the names of the fields."""

from typing import NamedTuple

FieldValue = str | bool
"""Text of a field or name of the answer chosen, or whether a box is ticked."""


class Control(NamedTuple):
    """A field of a Word file in its order; its name is empty where a program has lost it."""

    name: str
    value: FieldValue


class FormFields(NamedTuple):
    """The fields of one document.

    Attributes:
        marks: What the file says of itself, in the places where it may.
        values: What is written in each field, by its name; those that hold nothing are there, empty.
        unclear: Names of fields that say two things at once.
        signed: Names of fields that are signed, or signed over.
        beside: Whether something is written or drawn outside of the fields.
        controls: Of a Word file, its fields in order, so that those can be told whose names are lost.
        words: Of a Word file, its text outside of the fields.
    """

    marks: tuple[str, ...]
    values: dict[str, FieldValue]
    unclear: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()
    beside: bool = False
    controls: tuple[Control, ...] = ()
    words: tuple[str, ...] = ()
