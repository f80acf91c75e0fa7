"""How a form lies on paper, the same for Word and PDF: sections, and in them lines, tables and text.

Three hints of the definition decide, `width`, `lines` and `starts_page`; everything else is rule:

* fields flow into lines of twelve twelfths; a field that is relevant under another
  condition than its neighbour begins a new line, so that a line comes or goes whole;
* a group whose fields fit one line is a table, a wider one a block of lines for each row;
* a section that holds nothing but notes is set in a box.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from skjema.definition.model import Condition, Field, Form, Group, Item, Note, Section
from skjema.fieldtypes.field_type import FULL_LINE, Widget
from skjema.wording import Text

_TWO = 2
"""Answers that fit any line: yes and no."""


@dataclass(frozen=True, slots=True)
class Line:
    """Fields side by side."""

    fields: tuple[Field, ...]

    @property
    def id(self) -> str:
        return self.fields[0].id

    @property
    def relevant(self) -> Condition:
        return self.fields[0].relevant


@dataclass(frozen=True, slots=True)
class Rows:
    """A group: as a table with a heading, or as lines for each row."""

    group: Group
    is_table: bool
    lines: tuple[Line, ...]
    """For a group that is no table: the lines of one row."""

    @property
    def id(self) -> str:
        return self.group.id

    @property
    def relevant(self) -> Condition:
        return self.group.relevant


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines to sign on; how many, the record decides."""

    field: Field
    relevant: Condition = True

    @property
    def id(self) -> str:
        return self.field.id


Part = Line | Rows | Signature | Note


@dataclass(frozen=True, slots=True)
class Block:
    """A section on paper.

    Attributes:
        boxed: Whether it is only text, set in a box.
        starts_page: Whether it begins a new page.
    """

    id: str
    title: Text | None
    relevant: Condition
    parts: tuple[Part, ...]
    boxed: bool
    starts_page: bool


def blocks(form: Form) -> Iterator[Block]:
    """The form's sections in print order, without the head."""
    for section in form.sections:
        if section.place == "body":
            yield Block(
                id=section.id,
                title=section.title,
                relevant=section.relevant,
                parts=tuple(_parts(section)),
                boxed=section.title is not None and all(isinstance(item, Note) for item in section.items),
                starts_page=section.starts_page,
            )


def _parts(section: Section) -> Iterator[Part]:
    waiting: list[Field] = []
    for item in section.items:
        if isinstance(item, Field) and not item.is_signature:
            waiting.append(item)
        else:
            yield from _lines(waiting)
            waiting = []
            yield _whole_part(item)
    yield from _lines(waiting)


def _whole_part(item: Item) -> Part:
    if isinstance(item, Group):
        is_table = bool(item.row) or sum(one.width for one in item.field) <= FULL_LINE
        return Rows(item, is_table, () if is_table else tuple(_lines(item.field)))
    return Signature(item) if isinstance(item, Field) else item


def _lines(fields: Iterable[Field]) -> Iterator[Line]:
    """Fields that are printed, side by side as far as they fit."""
    line: list[Field] = []
    for one in fields:
        if one.printed:
            if line and (_width(line) + one.width > FULL_LINE or line[-1].relevant != one.relevant):
                yield Line(tuple(line))
                line = []
            line.append(one)
    if line:
        yield Line(tuple(line))


def _width(line: list[Field]) -> int:
    return sum(one.width for one in line)


def widget(field: Field) -> Widget:
    """How a field stands on paper."""
    return field.kind.widget_of(field)


def is_single_tick(field: Field) -> bool:
    """Whether a field is one tick in a table, its heading the question: the office's yes or no."""
    return field.kind.is_truth and not field.recipient


_LONGEST_ANSWERS = ((4, 21), (3, 30))
"""Columns of answers, and the most letters an answer may have there."""


def tick_columns(field: Field, labels: list[str]) -> int:
    """In how many equal columns boxes to tick stand; 0 for side by side, each as wide as it is."""
    if field.width < FULL_LINE or len(labels) <= _TWO:
        return 0
    longest = max(map(len, labels))
    return next((columns for columns, most in _LONGEST_ANSWERS if longest <= most), 2)


def is_question(line: Line) -> bool:
    """Whether a line is one question with two answers, set to the right of it."""
    only = line.fields[0]
    is_radio = only.kind.pdf_box(only) == "radio"
    return len(line.fields) == 1 and only.width == FULL_LINE and is_radio and len(only.kind.answers(only)) == _TWO


def height_in_lines(field: Field) -> int:
    """Height of a long text on a fixed form."""
    return max(field.lines, 2) if widget(field) == "longtext" else 1


def section_numbers(form: Form, hidden: Collection[str]) -> dict[str, str]:
    """What is printed before the title of each section that has one, in print order; those left out have none."""
    titled = (one.id for one in form.sections if one.place == "body" and one.title and one.id not in hidden)
    return {name: str(number) for number, name in enumerate(titled, start=1)}
