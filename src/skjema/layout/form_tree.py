"""Decides how a form lies on paper, the same for Word and PDF.

Three hints of the definition decide, `width`, `lines` and `starts_page`; everything else is rule:

* fields flow into lines of twelve twelfths; what begins a line that comes or goes, shares it with fields
  under the same condition only, so that no line begins with a gap;
* a group whose fields fit one line is a table, a wider one a card of lines for each row;
* a section that holds nothing but notes is set in a box.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from skjema.definition.model import Field, Form, Group, Item, Letter, Note, YearWheel
from skjema.definition.model import Section as FormSection
from skjema.fieldtypes.field_type import FULL_LINE
from skjema.layout.form_cells import TWO, FormCells
from skjema.layout.letterhead import LetterParts, Reference, has_sender, references
from skjema.layout.notes import paragraphs
from skjema.layout.paper import LANDSCAPE, PORTRAIT
from skjema.layout.printed_numbers import page_words
from skjema.layout.tick_room import fits
from skjema.layout.tree import Card, Column, Line, NoteText, Part, Section, Signature, Table, Tree, WheelFigure
from skjema.wording import Language, Text, in_language
from skjema.wording.forms import paper_word

_MORE_FOR_TICKS = 1 / 7
"""Of a table, what boxes side by side may take from other columns."""
_LETTERS_OF_LINE = 100
_ROWS = 12
"""Of a group that may have any number."""


# asked for by the body, the footer and the head of a template, and by every variant of a PDF
@lru_cache(maxsize=32)
def form_tree(form: Form, language: Language, *, blank: bool = False) -> Tree:
    """The form as it stands on paper in a language.

    Args:
        blank: Whether all of it is to be filled in by hand: then a flowing form has places to write as well.
    """
    return _Builder(form, language, blank=blank).tree()


class _Builder:
    def __init__(self, form: Form, language: Language, *, blank: bool) -> None:
        self._form = form
        self._language = language
        self._blank = blank
        self._flowing = form.is_flowing and not blank
        self._paper = LANDSCAPE if form.is_landscape else PORTRAIT
        self._cells = FormCells(form, language, blank=blank)

    def tree(self) -> Tree:
        form = self._form
        sections = tuple(self._section(section) for section in form.sections if section.place == "body")
        return Tree(
            is_flowing=self._flowing,
            paper=self._paper,
            has_sender=has_sender(form),
            title=self._text(form.title),
            legend=self._legend(sections),
            subtitle=self._text(form.subtitle) if form.subtitle else "",
            footer=self._footer(),
            page=page_words(self._language),
            references=tuple(Reference(field, self._text(field.label)) for field in references(form)),
            sections=sections,
            letter=self._letter(form.letter) if form.letter else None,
        )

    def _letter(self, letter: Letter) -> LetterParts:
        address, closing = (tuple(self._text(text).strip().splitlines()) for text in (letter.address, letter.closing))
        return LetterParts(address, paper_word("signature-date", self._language), letter.date, closing)

    def _legend(self, sections: Iterable[Section]) -> str:
        """The legend: what a star means, and what the shade of the recipient's fields means."""
        if self._flowing:
            return ""
        is_answered = any(field.recipient and field.printed for field in self._form.all_fields)
        words = ["legend-star"] if any(section.has_star for section in sections) else []
        words += ["legend-shade"] if is_answered else []
        return " ".join(paper_word(word, self._language) for word in words)

    def _text(self, text: Text) -> str:
        return in_language(text, self._language)

    def _footer(self) -> str:
        day = ".".join(reversed(self._form.version.split("-")))
        return f"{self._text(self._form.title)}, {paper_word('edition', self._language, version=day)}"

    def _section(self, section: FormSection) -> Section:
        return Section(
            id=section.id,
            title=self._text(section.title) if section.title else "",
            relevant=section.relevant,
            parts=tuple(self._parts(section)),
            is_boxed=section.title is not None and all(_is_text_alone(item) for item in section.items),
            starts_page=section.starts_page,
        )

    def _parts(self, section: FormSection) -> Iterator[Part]:
        # a note, a group or a signature stands on its own: fields before and after it share no line
        waiting: list[Field] = []
        for item in section.items:
            if isinstance(item, Field) and not item.is_signature:
                waiting.append(item)
            elif not (
                isinstance(item, Group) and (item.parent or not item.is_printed)
            ):  # an inner one is part of another
                yield from self._lines(waiting, section.title)
                waiting = []
                yield self._whole_part(item)
        yield from self._lines(waiting, section.title)

    def _whole_part(self, item: Item) -> Part:
        if isinstance(item, Group):
            return self._group(item)
        if isinstance(item, Note):
            return self._wheel(item, item.year_wheel) if item.year_wheel else self._note(item)
        return Signature(
            item, self._text(item.label), paper_word("signature-date", self._language), self._is_signed(item)
        )

    def _is_signed(self, signature: Field) -> bool:
        """Whether every record must have the signature, so that a blank form marks it as required."""
        return self._cells.has_star(signature) and not (self._blank and signature.relevant is not True)

    def _note(self, note: Note) -> NoteText:
        height = sum(1 + len(line) // _LETTERS_OF_LINE for line in in_language(note.text, "nb").splitlines())
        return NoteText(note.id, note.relevant, tuple(paragraphs(self._text(note.text))), height)

    def _wheel(self, note: Note, wheel: YearWheel) -> WheelFigure:
        what = self._text(self._form.groups[wheel.of].label)
        names, short = (tuple(paper_word(words, self._language).split()) for words in ("wheel-months", "wheel-short"))
        alt = paper_word("wheel-alt", self._language, what=what)
        headings = (paper_word("wheel-month", self._language), what)
        return WheelFigure(note.id, note.relevant, self._note(note), alt, names, short, headings)

    # -- lines

    def _lines(self, fields: Iterable[Field], title: Text | None = None) -> Iterator[Line]:
        """Fields that are printed, side by side as far as they fit.

        Args:
            title: Of their section; a field that has a line of its own and is called the same needs no label.
        """
        for line in self._side_by_side(fields):
            is_named = len(line) == 1 and line[0].label == title
            yield Line(
                cells=tuple(self._cells.cell(field, is_named=is_named) for field in line),
                relevant=line[0].relevant,
                is_question=self._cells.look(line[0]) == "ticks" and _is_question(line),
            )

    def _side_by_side(self, fields: Iterable[Field]) -> Iterator[list[Field]]:
        line: list[Field] = []
        for field in fields:
            if field.printed:
                if line and (_width(line) + field.width > FULL_LINE or not self._may_join(field, line[0])):
                    yield line
                    line = []
                line.append(field)
        if line:
            yield line

    def _may_join(self, field: Field, first: Field) -> bool:
        """Whether a field may share the line of `first`: relevant together, or leaving no gap there."""
        is_seen = field.relevant is not True and self._cells.look(field) == "blank" and not self._blank
        return field.relevant == first.relevant or (first.relevant is True and not is_seen)

    # -- groups

    def _group(self, group: Group) -> Table | Card:
        # rows that have labels of their own are a table however wide: their labels are its first column
        is_table = bool(group.row) or sum(field.width for field in group.field if field.printed) <= FULL_LINE
        return self._table(group) if is_table and not self._inner_groups(group) else self._card(group)

    def _inner_groups(self, group: Group) -> list[Group]:
        return [inner for inner in self._form.inner_groups(group) if inner.is_printed]

    def _card(self, group: Group) -> Card:
        heading, empty = self._heading_and_empty(group)
        label, lines = self._text(group.label), tuple(self._lines(group.field))
        inner = tuple(map(self._group, self._inner_groups(group)))
        return Card(group.id, group.relevant, label, heading, empty, lines, _most_rows(group), inner)

    def _heading_and_empty(self, group: Group) -> tuple[str, str]:
        """The heading over a group's rows, and the text that stands there where it has no rows."""
        heading = self._text(group.heading) if group.heading else ""
        return heading, self._text(group.empty) if group.empty else paper_word("none", self._language)

    def _table(self, group: Group) -> Table:
        printed = [field for field in group.field if field.printed]
        whole = sum(field.width for field in printed) + (group.label_width if group.row else 0)
        columns = [self._column(field, field.width / whole) for field in printed]
        label = self._text(group.label)
        if group.row:
            first = columns[0]
            # a tick stands before the label of its row, as on paper; a recipient's question after it
            ticks_first = first.cell is not None and first.cell.look == "tick"
            columns.insert(1 if ticks_first else 0, Column(label, None, group.label_width))
        elif not group.heading:  # the first column names the row, and so does the group's label
            columns[0] = Column(label, columns[0].cell, columns[0].width)
        if group.numbered:
            columns.insert(0, Column(paper_word("row-number", self._language), None, 1, is_number=True))
        heading, empty = self._heading_and_empty(group)
        rows = tuple(self._text(row.label) for row in group.row)
        return Table(group.id, group.relevant, label, heading, empty, tuple(columns), rows, _most_rows(group))

    def _column(self, field: Field, share: float) -> Column:
        """A column; where the office answers yes or no there, it is one tick, its heading the question.

        Args:
            share: Of the table; boxes to tick that need more stand one under another.
        """
        # where an answer is asked for, an empty box of a plan or referral would be none
        is_asked = self._form.is_flowing and field.required is True
        is_single = field.kind.is_truth and not (field.recipient or self._flowing or is_asked)
        cell = self._cells.cell(field, "tick" if is_single else None)
        labels = [tick.label for tick in cell.ticks]
        is_stacked = len(labels) > TWO and not fits(labels, (share + _MORE_FOR_TICKS) * self._paper.text_width)
        return Column(cell.name, replace(cell, columns=1) if is_stacked else cell, field.width)


def _is_text_alone(item: Item) -> bool:
    return isinstance(item, Note) and item.year_wheel is None


def _most_rows(group: Group) -> int:
    return len(group.row) or group.max or _ROWS


def _width(line: list[Field]) -> int:
    return sum(field.width for field in line)


def _is_question(line: list[Field]) -> bool:
    """Whether a line is one question with two answers, set to the right of it."""
    only = line[0]
    is_radio = only.kind.pdf_box(only) == "radio"
    return len(line) == 1 and only.width == FULL_LINE and is_radio and len(only.kind.answers(only)) == TWO
