"""What somebody has written into the fields of a document, by the names of the fields."""

from typing import NamedTuple

FieldValue = str | bool
"""Text of a field or name of the answer chosen, or whether a box is ticked."""

ELSEWHERE = "@elsewhere"
"""Name of a picture of what somebody has drawn or written outside of all places."""


class Control(NamedTuple):
    """A field of a Word file in its order; its name is empty where a program has lost it.

    Attributes:
        is_contradicted: Whether what it shows says otherwise: a box that is ticked and shown empty.
    """

    name: str
    value: FieldValue
    is_contradicted: bool = False


class Picture(NamedTuple):
    """A part of a scanned page that somebody is to look at.

    Attributes:
        name: Of the value that stands there.
        page: Of the document, from 1.
        left, top, right, bottom: Where it is, as shares of the page's sides.
        image: The part as a JPEG file, once it has been cut out.
    """

    name: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    image: bytes = b""


class Told(NamedTuple):
    """What is told of sheets of paper: the code of a problem, the file and the pages it is about."""

    code: str
    file: str
    pages: str


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
        on_paper: Whether it came on paper, and was scanned.
        looks: Of a scanned paper, names of fields that nobody can be sure of.
        unread: Likewise, those of sheets that aren't there, or that nothing on is sure of.
        handwritten: Likewise, those where something is written by hand, which nobody has read.
        pictures: Likewise, what of it is to be looked at.
        told: Likewise, what is wrong with its sheets.
        unknown: Of scanned pages that fit nobody, what is told of them.
    """

    marks: tuple[str, ...]
    values: dict[str, FieldValue]
    unclear: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()
    beside: bool = False
    controls: tuple[Control, ...] = ()
    words: tuple[str, ...] = ()
    on_paper: bool = False
    looks: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    handwritten: frozenset[str] = frozenset()
    pictures: tuple[Picture, ...] = ()
    told: tuple[Told, ...] = ()
    unknown: tuple[Told, ...] = ()

    @property
    def is_scanned(self) -> bool:
        """Whether somebody has left a trace on paper that only a person can read."""
        return bool(self.looks or self.handwritten or self.told)
