"""The values of the fields of a returned document, by field name, with all that a reader noticed about the document."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

FieldValue = str | bool
"""The text of a field, the name of the chosen answer, or whether a box is ticked."""

Spot = tuple[int, tuple[float, float, float, float]]
"""A page, from 0, and a rectangle of it: left, bottom, right and top edge in points."""
ELSEWHERE = "@elsewhere"
"""Name of a picture of something drawn or written outside of every field."""


class Control(NamedTuple):
    """A field of a Word file, in document order.

    Attributes:
        name: Name of the field; empty where a program has lost it.
        is_contradicted: Whether the control's state and its visible text disagree: ticked, but shown as an empty box.
        is_prompt: Whether its text is the prompt that says what to fill in, as far as the file shows.
    """

    name: str
    value: FieldValue
    is_contradicted: bool = False
    is_prompt: bool = False


class Picture(NamedTuple):
    """A part of a scanned page that a person must look at.

    Attributes:
        name: Name of the field in that part.
        page: Page of the document, counted from 1.
        left, top, right, bottom: Position of the part, as fractions of the page's width and height.
        image: The part as a JPEG file, once it has been cut out; empty before.
    """

    name: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    image: bytes = b""


class SheetProblem(NamedTuple):
    """A problem with scanned sheets: its code, and the file and pages that it concerns."""

    code: str
    file: str
    pages: str


class BesideFields(NamedTuple):
    """What a Word file holds beside fields, such as drawings and comments, whether or not it was there when sent.

    Attributes:
        drawn: Number of drawings and pictures, except those in places to sign.
        marked: How often each word is struck through, highlighted, underlined or coloured, by kind of mark and word;
            with an empty word, the number of drawings in headers and footers.
        margins: Words in headers, footers and notes.
        is_noted: Whether there are comments or tracked changes; a file that was sent has none.
    """

    drawn: int = 0
    marked: Mapping[tuple[str, str], int] = MappingProxyType({})
    margins: frozenset[str] = frozenset()
    is_noted: bool = False

    def has_more(self, sent: "BesideFields") -> bool:
        """Whether there is more beside the fields than in the file that was sent; programs may also lose something."""
        is_marked = any(count > sent.marked.get(word, 0) for word, count in self.marked.items())
        return self.drawn > sent.drawn or is_marked or not self.margins <= sent.margins


class FormFields(NamedTuple):
    """All that was read from one returned document.

    Attributes:
        marks: Texts in which the file may describe itself: form, edition, language and token.
        values: Value of each field, by its name; fields that are left empty are included.
        unclear: Names of fields with two contradictory values.
        signed: Names of fields that are signed, or that have a signature drawn over them.
        beside: Whether something is written or drawn outside of the fields.
        controls: Word files: the fields in order, by which fields that have lost their names are recognised.
        words: Word files: the text outside of the fields.
        aside: Word files: what there is beside fields and text.
        bare_pages: PDFs: number of pages without a field.
        off_page: PDFs: names of fields that are on no page.
        has_files: PDFs: whether other files are attached.
        pages: PDFs: a digest of what each page shows beside its fields.
        lines: PDFs: names of the signature lines, with the place of each.
        on_paper: Whether the document was returned on paper and scanned.
        doubtful: Scans: names of fields whose value is doubtful.
        unread: Scans: names of fields on pages that are missing or unreadable.
        handwritten: Scans: names of fields with handwriting, which has not been read.
        pictures: Scans: parts of the pages that a person must look at.
        sheet_problems: Scans: problems with its sheets.
        page_problems: Scans: problems with pages that belong to no record.
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
    doubtful: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    handwritten: frozenset[str] = frozenset()
    pictures: tuple[Picture, ...] = ()
    sheet_problems: tuple[SheetProblem, ...] = ()
    page_problems: tuple[SheetProblem, ...] = ()

    @property
    def is_scanned(self) -> bool:
        """Whether anything on scanned paper needs to be read by a person."""
        return bool(self.doubtful or self.handwritten or self.sheet_problems)
