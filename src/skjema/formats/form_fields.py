"""What somebody has written into the fields of a document, by the names of the fields."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

FieldValue = str | bool
"""Text of a field or name of the answer chosen, or whether a box is ticked."""

Spot = tuple[int, tuple[float, float, float, float]]
"""A page, from 0, and a rectangle of it: left, bottom, right and top edge in points."""
ELSEWHERE = "@elsewhere"
"""Name of a picture of what somebody has drawn or written outside of all places."""


class Control(NamedTuple):
    """A field of a Word file in its order; its name is empty where a program has lost it.

    Attributes:
        is_contradicted: Whether what it shows says otherwise: a box that is ticked and shown empty.
        is_prompt: Whether its text says how it is to be filled in, as far as the file knows.
    """

    name: str
    value: FieldValue
    is_contradicted: bool = False
    is_prompt: bool = False


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


class BesideFields(NamedTuple):
    """What somebody has done to a Word file by means of its own; what is as it was sent is among it.

    Attributes:
        drawn: How many drawings and pictures there are, but for those where one signs.
        marked: Words that are struck through, highlighted, underlined or coloured, and how often each; also, without a
            word, how many drawings heads and feet have.
        margins: Words of heads, feet and notes.
        is_noted: Whether it has comments or tracked changes, which none has that is sent.
    """

    drawn: int = 0
    marked: Mapping[tuple[str, str], int] = MappingProxyType({})
    margins: frozenset[str] = frozenset()
    is_noted: bool = False

    def has_more(self, sent: "BesideFields") -> bool:
        """Whether more has been done than to the file as it was sent: a program may well lose something of it."""
        is_marked = any(count > sent.marked.get(word, 0) for word, count in self.marked.items())
        return self.drawn > sent.drawn or is_marked or not self.margins <= sent.margins


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
        aside: Likewise, what somebody has done to it by Word's own means.
        bare_pages: Of a PDF, how many pages show no field.
        off_page: Likewise, names of fields that no page shows.
        has_files: Likewise, whether files are put into it.
        pages: Likewise, a digest of what is drawn on each page beside its fields.
        lines: Likewise, the names of the lines to sign on, and where they are.
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
    aside: BesideFields = BesideFields()
    bare_pages: int = 0
    off_page: frozenset[str] = frozenset()
    has_files: bool = False
    pages: tuple[bytes, ...] = ()
    lines: tuple[tuple[str, Spot], ...] = ()
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
