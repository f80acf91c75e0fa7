"""One page set as plain data: what typst is to lay out, and which form fields stand on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from skjema.definition.model import Field, Form
from skjema.definition.placeholders import fill_placeholders, filled_lines
from skjema.fieldtypes.field_type import FULL_LINE, Answer, PdfBox
from skjema.layout.code_place import room_beside
from skjema.layout.form_tree import form_tree
from skjema.layout.letterhead import LetterParts, Reference, is_wide, logo_size, sender_lines
from skjema.layout.printed_numbers import section_numbers, signer_number
from skjema.layout.sentences import TO_FILL, draft_text
from skjema.layout.tree import Card, Cell, Column, Line, NoteText, Part, Section, Signature, Table, WheelFigure
from skjema.layout.variants import Variant
from skjema.layout.year_wheel import HUB, RIM, RING, SIZE, name_spots, number_spots, spokes
from skjema.records.mark import Mark
from skjema.render.typst.room import (
    LINE_SIZE,
    TABLE_SIZE,
    has_wide_word,
    is_one_line,
    is_short_card,
    is_short_row,
    text_room,
)
from skjema.wording import Language, in_language
from skjema.wording.forms import paper_word

Data = dict[str, Any]
"""What typst is given of one thing, as JSON."""


@dataclass(frozen=True, slots=True)
class Box:
    """A form field on the page.

    Attributes:
        name: Its full name, such as `foresatte.1.navn`.
        tooltip: What a screen reader says.
        answers: Id and label of each answer of a radio group or combo box.
    """

    name: str
    kind: PdfBox
    tooltip: str
    required: bool
    recipient: bool
    answers: tuple[tuple[str, str], ...] = ()


class _Row(NamedTuple):
    """A row of a group: its number among all of them, and the one that is printed."""

    number: int
    shown: str


class Page:
    """What typst is to lay out, as JSON, and the boxes on it.

    Args:
        shown: Text by box name, for a flowing form; without, the form has boxes in their place.
        running: What stands at the head of every page after the first.
        blank: Whether nothing of it is filled in yet.
        has_fields: Whether its boxes are to become form fields; without, they are drawn for paper alone.

    Attributes:
        mark: What the document says of itself, before it is known whose it is.
        has_code: Whether its pages have codes: somebody is to answer on them, and the form says nothing else.
    """

    def __init__(
        self,
        form: Form,
        variant: Variant,
        language: Language,
        shown: Mapping[str, str] | None = None,
        running: str = "",
        *,
        blank: bool = False,
        has_fields: bool = True,
    ) -> None:
        self._form = form
        self.mark = str(Mark.of(form, language))
        self._tree = form_tree(form, language, blank=blank)
        self._width = self._tree.paper.text_width
        self._is_blank = blank
        self._has_fields = has_fields
        self._variant = variant
        self._language = language
        self._shown = shown
        self._rows = dict(variant.rows)
        self._inner = dict(variant.inner)
        self._signatures = dict(variant.signatures)
        self._texts = dict(variant.texts)
        self._numbers = section_numbers(form, variant.hidden)
        self.paper = self._tree.paper
        self.boxes: list[Box] = []
        self.data = self._document(running)
        self.has_code = has_fields and form.code and any(box.recipient for box in self.boxes)
        self.data["code"] = room_beside() if self.has_code else 0

    def _document(self, running: str) -> Data:
        form, tree, missing = self._form, self._tree, self._variant.missing
        year, month, day = map(int, form.version.split("-"))
        return {
            "language": self._language,
            "flowing": tree.is_flowing,
            "landscape": tree.paper.is_landscape,
            "linked": self._has_fields,
            "title": tree.title,
            "subtitle": "" if self._is_blank else self._filled(tree.subtitle),
            "author": form.id,
            "mark": self.mark,
            # the definition's and not today's: the same record gives the same bytes
            "date": {"year": year, "month": month, "day": day},
            "legend": tree.legend,
            "running": running,
            "footer": tree.footer,
            "page": tree.page,
            "draft": None if missing is None else self._draft(missing),
            "head": self._head(),
            "letter": self._letter(tree.letter) if tree.letter else None,
            "sections": self._sections(tree.above_closing()),
            "attached": [
                {"title": title, "paragraphs": text.split("\n"), "measured": True}
                for title, text in self._variant.attached
            ],
            "slip": self._sections(tree.sections[len(tree.above_closing()) :]),
        }

    def _letter(self, letter: LetterParts) -> Data:
        day = f"{letter.date}: {self._texts[letter.day] or self._texts['today']}"
        greeting, *signers = letter.closing
        closing = [self._filled(greeting).strip(), *self._lines(signers)]
        return {"address": [*self._lines(letter.address)], "day": day, "closing": closing}

    def _lines(self, lines: Iterable[str]) -> Iterator[str]:
        return filled_lines(lines, self._texts, self._language)

    def _is_shown(self, name: str) -> bool:
        return name not in self._variant.hidden

    def _draft(self, missing: tuple[str, ...]) -> Data:
        return {"word": paper_word("draft", self._language), "text": draft_text(missing, self._language)}

    # -- the head

    def _head(self) -> Data:
        is_draft = self._variant.missing is not None
        texts = self._texts if is_draft else {key: text for key, text in self._texts.items() if text != TO_FILL}
        kommune, logo = texts.get("kommune_navn", ""), self._form.logo
        references = [reference for reference in self._tree.references if self._is_shown(reference.id)]
        return {
            "name": kommune,
            "lines": sender_lines(self._form, texts, self._language),
            "logo": paper_word("logo", self._language, name=kommune) if logo else None,
            "size": logo_size(logo) if logo else [],
            "wide": is_wide(logo),
            "references": [self._reference(reference) for reference in references],
        }

    def _reference(self, reference: Reference) -> Data:
        data: Data = {"name": reference.id, "label": reference.label}
        if self._tree.is_flowing:
            return data | {"text": (self._shown or {}).get(reference.id, "")}
        field = reference.field
        box = field.kind.pdf_box(field)
        # there is no room to tick at the head: what is ticked elsewhere is picked from a list, or written
        is_picked = box in ("radio", "combo")
        kind: PdfBox = "combo" if is_picked else "longtext" if box == "longtext" else "text"
        self._box(reference.id, kind, reference.label, field, field.kind.answers(field) if is_picked else ())
        return data

    # -- sections

    def _sections(self, sections: Iterable[Section]) -> list[Data]:
        return [self._section(section) for section in sections if self._is_shown(section.id)]

    def _section(self, section: Section) -> Data:
        printed: list[Data] = []
        for part in section.parts:
            if self._is_shown(part.id):
                printed += self._part(part, is_choice=self._is_choice(part, section))
        return {
            "title": section.heading(self._numbers.get(section.id, "")),
            "boxed": section.is_boxed,
            "starts_page": section.starts_page,
            "whole": not self._tree.is_flowing or section.is_to_fill or section.is_signed,
            "signed": section.is_signed,
            "parts": printed,
        }

    def _is_choice(self, part: Part, section: Section) -> bool:
        """Whether a blank form has a box to tick before a text, which concerns some records and not others.

        Where somebody signs, a tick would be taken for an answer.
        """
        is_told_apart = isinstance(part, NoteText) and part.relevant is not True
        return self._is_blank and is_told_apart and not (section.is_boxed or section.is_signed)

    def _part(self, part: Part, *, is_choice: bool) -> Iterator[Data]:
        match part:
            case Line():
                yield self._line(part)
            case NoteText():
                if is_choice:
                    words = "".join(run.text for run in part.paragraphs[0].runs)
                    self.boxes.append(Box(part.id, "tick", words, required=False, recipient=False))
                yield {"kind": "note", "tick": part.id if is_choice else "", "paragraphs": self._note(part)}
            case WheelFigure():
                yield self._wheel(part)
            case Signature():
                yield from self._signature(part)
            case Table() | Card():
                rows = [_Row(row, self._number_of(part.id, row)) for row in range(1, self._rows[part.id] + 1)]
                yield from self._group(part, rows)

    def _group(self, part: Table | Card, rows: Sequence[_Row]) -> Iterator[Data]:
        if isinstance(part, Table):
            yield self._table(part, rows)
            return
        if part.heading:
            yield {"kind": "heading", "text": part.heading}
        for place, row in enumerate(rows):
            yield self._card(part, row) | {"ruled": place > 0}
        if not rows:
            yield {"kind": "empty", "label": "" if part.heading else part.label, "text": part.empty}

    def _inner_rows(self, part: Table | Card, outer: int) -> list[_Row]:
        """The rows of a group that stand in one row of another."""
        counts = self._inner[part.id]
        first = sum(counts[: outer - 1])
        number = self._number_of(self._form.groups[part.id].parent, outer)
        return [_Row(first + place, f"{number}.{place}") for place in range(1, counts[outer - 1] + 1)]

    def _number_of(self, group: str, row: int) -> str:
        """What a row is called on paper: its own number where it has one, else its place."""
        field = self._form.groups[group].number_field
        own = (self._shown or {}).get(f"{group}.{row}.{field.id}", "") if field else ""
        return own if own.isdecimal() else str(row)

    def _line(self, line: Line, prefix: str = "", first_label: str = "") -> Data:
        cells = [self._labelled(cell, f"{prefix}{cell.field.id}", in_row=bool(prefix)) for cell in line.cells]
        if first_label:
            cells[0]["label"] = first_label
        return {
            "kind": "question" if line.is_question else "line",
            "cells": cells,
            "level": self._is_level(line, first_label),
            "begins": bool(first_label),
        }

    def _is_level(self, line: Line, first_label: str) -> bool:
        """Whether what stands below the labels surely stands level, or needn't, as text does."""
        labels = (
            [first_label, *(cell.label for cell in line.cells[1:])]
            if first_label
            else [cell.label for cell in line.cells]
        )
        is_text = all(cell.look == "value" for cell in line.cells)
        return is_text or len(labels) == 1 or all(map(self._is_one_line, labels, line.cells))

    def _is_one_line(self, label: str, cell: Cell) -> bool:
        return is_one_line(label, cell.width / FULL_LINE, self._width)

    def _labelled(self, cell: Cell, name: str, *, in_row: bool) -> Data:
        if not in_row and not self._is_shown(cell.field.id):
            return {"width": cell.width, "hidden": True}
        return self._cell(cell, name) | {"label": cell.label, "possible": cell.possible}

    def _card(self, card: Card, row: _Row) -> Data:
        prefix, first = f"{card.id}.{row.number}.", card.first_label(row.shown)
        lines = [self._line(line, prefix, "" if place else first) for place, line in enumerate(card.lines)]
        inner: list[Data] = []
        for part in card.inner:
            if self._is_shown(part.id):
                inner += self._group(part, self._inner_rows(part, row.number))
        short = self._is_short(card, prefix, first)
        return {"kind": "card", "lines": lines, "short": short, "inner": inner}

    def _is_short(self, card: Card, prefix: str, first: str) -> bool:
        """Whether a row of a flowing form surely stays on one page, so that nobody need measure it."""
        if self._shown is None:
            return False
        lines = []
        for line in card.lines:
            cells = [(cell, cell.label, self._shown.get(f"{prefix}{cell.field.id}", "")) for cell in line.cells]
            lines.append(cells)
        lines[0][0] = (lines[0][0][0], first, lines[0][0][2])
        return is_short_card(lines, self._width)

    # -- what stands in a field's place

    def _cell(self, cell: Cell, name: str, row: str = "") -> Data:
        """A field in its place.

        Args:
            row: The label of the row of a table.
        """
        data: Data = {
            "name": name,
            "width": cell.width,
            "star": cell.star,
            "long": cell.long,
            "recipient": cell.field.recipient,
        }
        spoken = f"{row}: {cell.name}" if row else cell.name
        if cell.look == "value":
            share, size = cell.width / FULL_LINE, LINE_SIZE
            return data | self._text(name, text_room(self._width, share, size))
        if cell.look == "blank":
            field = cell.field
            self._box(name, field.kind.pdf_box(field), spoken, field, field.choices)
            return data | {"height": cell.height}
        self._tick_boxes(cell, name, spoken)
        ticks = [{"label": tick.label, "link": f"{name}.{tick.id}"} for tick in cell.ticks]
        return data | {"answers": ticks, "columns": cell.columns}

    def _text(self, name: str, room: float) -> Data:
        """A value as text; words that may be wider than there is room are measured where they are set."""
        text = (self._shown or {}).get(name, "")
        return {"paragraphs": text.split("\n") if text else [], "measured": has_wide_word(text, room)}

    def _tick_boxes(self, cell: Cell, name: str, spoken: str) -> None:
        """The box of each tick its own, or one for a radio group."""
        field = cell.field
        if cell.look == "tick" or field.kind.pdf_box(field) == "tick":
            for tick in cell.ticks:
                self._box(f"{name}.{tick.id}", "tick", f"{spoken}: {tick.label}" if tick.label else spoken, field)
        else:
            self._box(name, "radio", spoken, field, field.kind.answers(field))

    def _box(self, name: str, kind: PdfBox, label: str, field: Field, choices: Iterable[Answer] = ()) -> None:
        required = field.required is True
        tooltip = f"{label} ({paper_word('must-be-filled', self._language)})" if required else label
        labels = tuple((choice.id, in_language(choice.label, self._language)) for choice in choices)
        self.boxes.append(Box(name, kind, tooltip, required, field.recipient, labels))

    # -- groups as tables, text and signatures

    def _table(self, table: Table, listed: Sequence[_Row]) -> Data:
        group = self._form.groups[table.id]
        # columns of boxes take what they need of the others' room: then nothing is known of how much is left
        has_ticks = any(column.has_ticks for column in table.columns)
        room = 0 if has_ticks else sum(column.width for column in table.columns)
        rows = []
        for row in listed:
            label = table.rows[row.number - 1] if table.rows else f"{table.label} {row.shown}"
            prefix = f"{table.id}.{group.row_name(row.number)}."
            cells = [self._table_cell(column, prefix, label, row.shown, room) for column in table.columns]
            rows.append({"cells": cells, "whole": self._is_whole(table, prefix, room)})
        return {
            "kind": "table",
            "heading": table.heading,
            "empty": table.empty,
            "columns": [_column(column) for column in table.columns],
            "possible": table.possible,
            "long": any(column.cell and column.cell.long for column in table.columns),
            "rows": rows,
        }

    def _is_whole(self, table: Table, prefix: str, room: int) -> bool:
        """Whether a row of a table stays on one page; where its text may be long, it may run on."""
        if self._shown is None or not room:
            return True
        cells = [column.cell for column in table.columns if column.cell]
        texts = [(self._shown.get(f"{prefix}{cell.field.id}", ""), cell.width / room) for cell in cells]
        return is_short_row(texts, self._width)

    def _table_cell(self, column: Column, prefix: str, row: str, number: str, room: int) -> Data:
        cell = column.cell
        if cell is None:
            return {"row": number if column.is_number else row}
        name = f"{prefix}{cell.field.id}"
        data = self._cell(cell, name, row)
        share = cell.width / room if room else 0.0
        return data | self._text(name, text_room(self._width, share, TABLE_SIZE)) if cell.look == "value" else data

    def _wheel(self, part: WheelFigure) -> Data:
        shown = self._shown or {}
        months = [
            {
                "name": name,
                "abbreviation": short,
                "at": place,
                "numbers": shown.get(f"{part.id}.{number}", ""),
                "numbers_at": numbers_place,
                "listed": [line for line in shown.get(f"{part.id}.{number}.rows", "").split("\n") if line],
            }
            for number, (name, short, place, numbers_place) in enumerate(
                zip(part.months, part.short, name_spots(), number_spots(), strict=True), start=1
            )
        ]
        return {
            "kind": "wheel",
            "caption": {"tick": "", "paragraphs": self._note(part.caption)},
            "alt": part.alt,
            "size": SIZE,
            "radii": [RIM, RING, HUB],
            "spokes": spokes(),
            "months": months,
            "headings": part.headings,
        }

    def _filled(self, text: str) -> str:
        return fill_placeholders(text, self._texts, self._language)

    def _note(self, note: NoteText) -> list[Data]:
        paragraphs = []
        for paragraph in note.paragraphs:
            runs = [{"text": self._filled(run.text), "bold": run.bold} for run in paragraph.runs]
            paragraphs.append({"is_item": paragraph.is_item, "runs": runs})
        return paragraphs

    def _signature(self, signature: Signature) -> Iterator[Data]:
        count = self._signatures[signature.id]
        for number in range(1, count + 1):
            name = f"{signature.id}.{number}"
            # two parents sign on two lines with numbers, one on one without
            whose = f"{signature.label} {signer_number(number, count)}".rstrip()
            self._box(f"{name}.dato", "text", f"{whose}: {signature.date}", signature.field)
            self._box(f"{name}.underskrift", "signature", whose, signature.field)
            if not self._tree.is_flowing:
                self.boxes.append(Box(f"{name}.navn", "text", whose, required=False, recipient=False))
            yield {
                "kind": "signature",
                "label": whose,
                "star": signature.star and not (self._is_blank and number > 1),  # a child may have one parent
                "date": signature.date,
                "name": name,
                "signer": (self._shown or {}).get(f"{name}.navn", ""),
            }


def _column(column: Column) -> Data:
    return {"heading": column.heading, "width": column.width, "ticks": column.has_ticks}
