"""Builds the data of one page or document for typst: texts, lines and form fields, as plain JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skjema.definition.model import Form
from skjema.definition.placeholders import fill_placeholders, filled_lines
from skjema.fieldtypes.field_type import PdfBox
from skjema.layout.code_place import room_beside
from skjema.layout.form_tree import form_tree
from skjema.layout.letterhead import LetterParts, Reference, is_wide, logo_size, sender_lines
from skjema.layout.printed_numbers import section_numbers, signer_number
from skjema.layout.sentences import TO_FILL, draft_text
from skjema.layout.tree import Card, Cell, Line, NoteText, Part, Section, Signature, Table, WheelFigure
from skjema.layout.variants import Variant
from skjema.layout.year_wheel import HUB, RIM, RING, SIZE, name_spots, number_spots, spokes
from skjema.records.mark import Mark
from skjema.render.typst.page_places import Box, Data, GroupRow, PagePlaces
from skjema.wording import Language
from skjema.wording.forms import paper_word


class Page:
    """A document's data for typst, as JSON, and the form fields on it.

    Args:
        shown: Texts by name of the box, for a flowing form; None for a form with fields instead of texts.
        running: Running head of every page but the first.
        blank: Whether nothing is filled in yet.
        has_fields: Whether its boxes become form fields; otherwise they are only drawn, for paper.

    Attributes:
        mark: The document's description of itself, without a token as long as it isn't known whose it is.
        has_code: Whether its pages carry codes: they do if the recipient answers on them, unless the form says no.
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
        self._places = PagePlaces(form, language, self._width, shown)
        self.boxes = self._places.boxes
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
            # the edition's date and not today's, so that the same record gives the same bytes
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
        # the head has no room for boxes to tick: answers are chosen from a list, or written
        is_picked = box in ("radio", "combo")
        kind: PdfBox = "combo" if is_picked else "longtext" if box == "longtext" else "text"
        self._places.box(reference.id, kind, reference.label, field, field.kind.answers(field) if is_picked else ())
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
        """Whether a blank form has a box to tick before a text that concerns only some records.

        Not in sections that are signed, where a tick would be taken for an answer.
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
                rows = [GroupRow(row, self._number_of(part.id, row)) for row in range(1, self._rows[part.id] + 1)]
                yield from self._group(part, rows)

    def _group(self, part: Table | Card, rows: Sequence[GroupRow]) -> Iterator[Data]:
        if isinstance(part, Table):
            yield self._places.table(part, rows)
            return
        if part.heading:
            yield {"kind": "heading", "text": part.heading}
        for place, row in enumerate(rows):
            yield self._card(part, row) | {"ruled": place > 0}
        if not rows:
            yield {"kind": "empty", "label": "" if part.heading else part.label, "text": part.empty}

    def _inner_rows(self, part: Table | Card, outer: int) -> list[GroupRow]:
        """The rows of an inner group that belong to one row of the outer group."""
        counts = self._inner[part.id]
        first = sum(counts[: outer - 1])
        number = self._number_of(self._form.groups[part.id].parent, outer)
        return [GroupRow(first + place, f"{number}.{place}") for place in range(1, counts[outer - 1] + 1)]

    def _number_of(self, group: str, row: int) -> str:
        """The printed number of a row: its own number if it has one, else its position."""
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
            "level": self._places.is_level(line, first_label),
            "begins": bool(first_label),
        }

    def _labelled(self, cell: Cell, name: str, *, in_row: bool) -> Data:
        if not in_row and not self._is_shown(cell.field.id):
            return {"width": cell.width, "hidden": True}
        return self._places.cell(cell, name) | {"label": cell.label, "possible": cell.possible}

    def _card(self, card: Card, row: GroupRow) -> Data:
        prefix, first = f"{card.id}.{row.number}.", card.first_label(row.shown)
        lines = [self._line(line, prefix, "" if place else first) for place, line in enumerate(card.lines)]
        inner: list[Data] = []
        for part in card.inner:
            if self._is_shown(part.id):
                inner += self._group(part, self._inner_rows(part, row.number))
        short = self._places.is_short(card, prefix, first)
        return {"kind": "card", "lines": lines, "short": short, "inner": inner}

    # -- groups as tables, text and signatures

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
            # two parents sign on two numbered lines, one parent on a line without a number
            whose = f"{signature.label} {signer_number(number, count)}".rstrip()
            self._places.box(f"{name}.dato", "text", f"{whose}: {signature.date}", signature.field)
            self._places.box(f"{name}.underskrift", "signature", whose, signature.field)
            if not self._tree.is_flowing:
                self.boxes.append(Box(f"{name}.navn", "text", whose, required=False, recipient=False))
            yield {
                "kind": "signature",
                "label": whose,
                "star": signature.star and not (self._is_blank and number > 1),  # a child may have only one parent
                "date": signature.date,
                "name": name,
                "signer": (self._shown or {}).get(f"{name}.navn", ""),
            }
