"""A form as it stands on paper: sections, and in them lines, tables, cards, notes and lines to sign on.

All that may be said of a form and language before a record is seen is decided here: labels, stars, boxes
to tick, columns and their order. What differs between records stays open, and has its rule beside it:
the number of a row, of a section or of a signer is put in by whoever prints, as a number or as a
template's placeholder for one.
"""

from dataclasses import dataclass
from typing import Literal

from skjema.definition.model import Condition, Field
from skjema.layout.letterhead import LetterParts, Reference
from skjema.layout.notes import Paragraph
from skjema.layout.paper import Paper

Look = Literal["value", "blank", "ticks", "tick"]
"""What stands in a cell: the value as text, a place to write, boxes to tick, or one box its heading asks about."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, and the answer beside it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A field in its place.

    Attributes:
        label: What is printed over it; empty where the section's title says it.
        name: What the field is called, wherever it stands.
        star: Whether a star says that it must be filled in.
        long: Whether its text may have several lines.
        has_ticks: Whether boxes to tick are what it has wherever there is room to tick.
        width: Twelfths of a line.
        height: In lines, of a place to write.
        ticks: Its boxes; none where it has no boxes.
        columns: In how many equal columns the boxes stand; 0 for side by side, each as wide as it is.
        possible: All that may be written there, for who answers with a pen; empty where that needs no list.
    """

    field: Field
    label: str
    name: str
    look: Look
    star: bool
    long: bool
    has_ticks: bool
    width: int
    height: int
    ticks: tuple[Tick, ...] = ()
    columns: int = 0
    possible: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Fields side by side; where some of them concern a record and others don't, those leave their room empty.

    Attributes:
        relevant: Whether all of it concerns a record; true where that differs between its fields.
        is_question: Whether it is one question, with its two answers to the right of it.
    """

    cells: tuple[Cell, ...]
    relevant: Condition
    is_question: bool

    @property
    def id(self) -> str:
        return self.cells[0].field.id


@dataclass(frozen=True, slots=True)
class Card:
    """A group too wide for a table: the lines of one row, which are set for each row.

    Attributes:
        heading: What stands over all of them; empty where nothing does.
        empty: What stands there where there are none.
        most_rows: About how many it has at most.
        inner: The groups that stand in each row, below its lines.
    """

    id: str
    relevant: Condition
    label: str
    heading: str
    empty: str
    lines: tuple[Line, ...]
    most_rows: int
    inner: "tuple[Table | Card, ...]" = ()

    def first_label(self, number: str) -> str:
        """The label of the first field of a row: which row it is, and what the field is unless that is the same."""
        first, whole = self.lines[0].cells[0].label, f"{self.label} {number}"
        return whole if first.casefold() == self.label.casefold() else f"{whole}: {first}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        cell: What stands in each of its rows; None for the label of the row, or for its number.
        width: Its share of the room.
    """

    heading: str
    cell: Cell | None
    width: int
    is_number: bool = False

    @property
    def has_ticks(self) -> bool:
        """Whether it is boxes side by side, which need just their own room."""
        return self.cell is not None and self.cell.has_ticks and not self.cell.columns


@dataclass(frozen=True, slots=True)
class Table:
    """A group as a table with a heading.

    Attributes:
        heading: What stands over it; empty where nothing does.
        empty: What stands in its only row where it has none.
        rows: Labels of its rows, where they are fixed.
        most_rows: About how many it has at most.
    """

    id: str
    relevant: Condition
    label: str
    heading: str
    empty: str
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    most_rows: int

    @property
    def possible(self) -> list[str]:
        """What may be written in each column that has no boxes, for who answers with a pen."""
        cells = [(column.heading, column.cell) for column in self.columns]
        return [f"{heading}: {cell.possible}" for heading, cell in cells if cell and cell.possible]


@dataclass(frozen=True, slots=True)
class NoteText:
    """Text of the form's own.

    Attributes:
        height: In lines, about; the same in each language.
    """

    id: str
    relevant: Condition
    paragraphs: tuple[Paragraph, ...]
    height: int


@dataclass(frozen=True, slots=True)
class WheelFigure:
    """A year as a circle of twelve months, and a list of them.

    Attributes:
        id: Of the note that it stands in.
        caption: The note's text.
        alt: What a screen reader says of the circle.
        months: Their names, for the list.
        short: Their names in the circle.
        headings: Over the names of the months and what falls in them.
    """

    id: str
    relevant: Condition
    caption: NoteText
    alt: str
    months: tuple[str, ...]
    short: tuple[str, ...]
    headings: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with the date before it; how many, the record decides.

    Attributes:
        date: What stands over the date.
    """

    field: Field
    label: str
    date: str
    star: bool
    relevant: Condition = True

    @property
    def id(self) -> str:
        return self.field.id


Part = Line | Table | Card | NoteText | WheelFigure | Signature


@dataclass(frozen=True, slots=True)
class Section:
    """A section on paper.

    Attributes:
        title: Empty for one without.
        is_boxed: Whether it is only text, set in a box.
        starts_page: Whether it begins a new page.
    """

    id: str
    title: str
    relevant: Condition
    parts: tuple[Part, ...]
    is_boxed: bool
    starts_page: bool

    @property
    def is_to_fill(self) -> bool:
        """Whether all of it is places to write, which are best on one page; text may run on."""
        lines = [part for part in self.parts if isinstance(part, Line)]
        is_short = all(isinstance(part, Line | NoteText | Signature) for part in self.parts)
        return is_short and bool(lines) and all(cell.look != "value" for line in lines for cell in line.cells)

    @property
    def has_star(self) -> bool:
        """Whether a star stands anywhere in it; the columns of tables have none."""
        lines = [part for part in self.parts if isinstance(part, Line)]
        lines += [line for part in self.parts if isinstance(part, Card) for line in part.lines]
        signatures = [part for part in self.parts if isinstance(part, Signature)]
        return any(cell.star for line in lines for cell in line.cells) or any(one.star for one in signatures)

    @property
    def is_signed(self) -> bool:
        """Whether somebody signs there: lines to sign on are best on the page of what is signed."""
        return any(isinstance(part, Signature) for part in self.parts)

    def heading(self, number: str) -> str:
        """Its title with its number before it, where it has one; empty for one without title."""
        return f"{number} {self.title}".lstrip() if self.title else ""


@dataclass(frozen=True, slots=True)
class Tree:
    """All of a form on paper.

    Attributes:
        is_flowing: Whether its pages grow with its values, which are printed as text; else it has boxes.
        legend: What the star means; empty where there are none.
        subtitle: With the names of values in it; empty where there is none.
        footer: What stands at the foot of every page.
        page: What stands before, between and after the page's number and the number of pages beside it.
    """

    is_flowing: bool
    paper: Paper
    has_sender: bool
    title: str
    legend: str
    subtitle: str
    footer: str
    page: tuple[str, str, str]
    references: tuple[Reference, ...]
    sections: tuple[Section, ...]
    letter: LetterParts | None

    def above_closing(self) -> tuple[Section, ...]:
        """The sections that stand above a letter's closing; below it stands what the recipient sends back."""
        sections = self.sections
        while self.letter and sections and sections[-1].is_to_fill:
            sections = sections[:-1]
        return sections
