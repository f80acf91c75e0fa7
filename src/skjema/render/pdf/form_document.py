"""A PDF with form fields before anything is filled in: ours, made of a page, or somebody else's, as it was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject

from skjema.fieldtypes.field_type import PdfBox
from skjema.formats.pdf.embed import Embedded
from skjema.formats.pdf.field_look import Matrix
from skjema.formats.pdf.fit_text import TextBox
from skjema.formats.pdf.objects import Document
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.paper_code import PaperCode
from skjema.render.pdf.written import ListedAnswer, State, Written


@dataclass(slots=True)
class Widget:
    """A form field in its place; in a radio group, one of its answers.

    Attributes:
        name: Of the value that it shows; empty for what no value is written in.
        kind: What kind of box it is.
        tooltip: What a screen reader says.
        answer: The id of the answer that ticks it; empty where any true value does.
        state: What a button is called when it is on.
        page: Number of the page, from 0.
        at: Left and bottom edge in points.
        size: Width and height in points, as it is read.
        entry: The widget's dictionary.
        element: Its structure element, where the document has one.
        holds_value: Whether its value stands in its own dictionary rather than in its field's.
        text: How text is laid out in it.
        written: What stands in the file, and what is drawn, for each value that is picked from a list.
        under: What is drawn below its text.
        matrix: Turns the box into its place, from its lower left corner; None where it stands upright.
        ticked: What draws it on the page when it is ticked; `plain` when it isn't.
        listed: The answers of a list; `top` is the place of the first that is seen.
    """

    name: str
    kind: PdfBox
    tooltip: str
    answer: str
    page: int
    at: tuple[float, float]
    size: tuple[float, float]
    reference: IndirectObject
    entry: DictionaryObject
    text: TextBox
    element: DictionaryObject | None = None
    state: str = ""
    holds_value: bool = True
    written: Mapping[str, Written] = field(default_factory=dict)
    under: bytes = b""
    matrix: Matrix | None = None
    ticked: bytes = b""
    plain: bytes = b""
    listed: Sequence[ListedAnswer] = ()
    top: int = 0


@dataclass(slots=True)
class Holder:
    """A field whose places are apart from it, and which has their value.

    Attributes:
        states: Of buttons, the first that is ticked.
        name: Of the value, for a text.
        text: Room for a text; None for other fields.
        written, listed: As of a `Widget`.
    """

    reference: IndirectObject
    states: Sequence[State] = ()
    name: str = ""
    text: TextBox | None = None
    written: Mapping[str, Written] = field(default_factory=dict)
    listed: Sequence[ListedAnswer] = ()


@dataclass(slots=True)
class FormDocument:
    """A PDF with form fields, before anything is filled in.

    Attributes:
        widgets: What a record's values are written in.
        holders: Fields whose value changes with them.
        others: Fields and other annotations that no value is written in, as they are drawn for paper.
        is_ours: Whether skjema has set its pages: then they say at their head whom they concern.
        code: What draws the codes of its pages; None where they have none.
        layout: Where the recipient answers, on pages with codes.
    """

    document: Document
    widgets: list[Widget]
    holders: list[Holder]
    fonts: Embedded
    others: list[Widget] = field(default_factory=list)
    is_ours: bool = True
    code: PaperCode | None = None
    layout: PaperLayout | None = None
