"""One page set as plain data: what typst is to lay out, and which form fields stand on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skjema.definition.model import Field, Form, Note
from skjema.definition.note_names import put_in
from skjema.fieldtypes.field_type import FULL_LINE, Answer, PdfBox
from skjema.layout.letterhead import is_wide, logo_size, references, sender_lines
from skjema.layout.notes import paragraphs
from skjema.layout.parts import (
    Block,
    Line,
    Part,
    Rows,
    Signature,
    blocks,
    height_in_lines,
    is_question,
    is_single_tick,
    section_numbers,
    tick_columns,
    widget,
)
from skjema.layout.variants import TO_FILL, Pattern
from skjema.wording import Language, Text, in_language
from skjema.wording.forms import word


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


def footer_text(form: Form, language: Language) -> str:
    """What stands at the foot of every page beside its number."""
    day = ".".join(reversed(form.version.split("-")))
    return f"{in_language(form.title, language)}, {word('edition', language, version=day)}"


def card_name(group: str, first: str, number: str) -> str:
    """The label of the first field of a row: which row it is, and what the field is unless that is the same."""
    return f"{group} {number}" if first.casefold() == group.casefold() else f"{group} {number}: {first}"


class Page:
    """What typst is to lay out, as JSON, and the boxes on it.

    Args:
        values: Text by box name; given, they are printed and there are no boxes.
        running: What stands at the head of every page after the first.
        blank: Whether it is printed with room to write instead of values.
    """

    def __init__(
        self,
        form: Form,
        pattern: Pattern,
        language: Language,
        values: Mapping[str, str] | None = None,
        running: str = "",
        *,
        blank: bool = False,
    ) -> None:
        self._form = form
        self._pattern = pattern
        self._language = language
        self._values = values
        self._blank = blank
        self._running = running
        self._rows = dict(pattern.rows)
        self._signatures = dict(pattern.signatures)
        self._texts = dict(pattern.texts)
        self._numbers = section_numbers(form, pattern.hidden)
        self.boxes: list[Box] = []
        self.data = self._whole()

    def _whole(self) -> dict[str, Any]:
        form, missing = self._form, self._pattern.missing
        year, month, day = map(int, form.version.split("-"))
        title = self._text(form.title)
        return {
            "language": self._language,
            "flowing": self._values is not None,
            "blank": self._blank,
            "title": title,
            "subtitle": put_in(self._text(form.subtitle), self._texts) if form.subtitle and not self._blank else "",
            "author": form.id,
            "date": {"year": year, "month": month, "day": day},
            "legend": word("legend", self._language) if self._values is None else "",
            "running": self._running,
            "footer": footer_text(form, self._language),
            "page": word("page", self._language, n="%", total="%").split("%"),
            "draft": None if missing is None else self._draft(missing),
            "head": self._head(),
            "blocks": [self._block(one) for one in blocks(form) if self._shown(one.id)],
        }

    def _text(self, text: Text) -> str:
        return in_language(text, self._language)

    def _shown(self, name: str) -> bool:
        return name not in self._pattern.hidden

    def _draft(self, missing: tuple[str, ...]) -> dict[str, str]:
        name = "draft-missing" if missing else "draft-complete"
        return {"word": word("draft", self._language), "text": word(name, self._language, missing=missing)}

    def _head(self) -> dict[str, Any]:
        is_draft = self._pattern.missing is not None
        texts = {name: text for name, text in self._texts.items() if is_draft or text != TO_FILL}
        name = texts.get("kommune_navn", "")
        return {
            "name": name,
            "lines": sender_lines(self._form, texts, self._language),
            "logo": word("logo", self._language, name=name) if self._form.logo else None,
            "size": logo_size(self._form.logo) if self._form.logo else [],
            "wide": is_wide(self._form.logo),
            "references": [self._reference(one) for one in references(self._form) if self._shown(one.id)],
        }

    def _reference(self, field: Field) -> dict[str, Any]:
        """A field at the right of the head, which is a line to write on whatever its type."""
        cell: dict[str, Any] = {"name": field.id, "label": self._text(field.label)}
        if self._values is not None:
            return cell | {"value": self._values.get(field.id, "")}
        box = field.kind.pdf_box(field)
        picked = box in ("radio", "combo")
        shape: PdfBox = "combo" if picked else "longtext" if box == "longtext" else "text"
        self._box(field.id, shape, cell["label"], field, field.kind.answers(field) if picked else ())
        return cell

    def _block(self, block: Block) -> dict[str, Any]:
        return {
            "title": f"{self._numbers[block.id]} {self._text(block.title)}" if block.title else "",
            "boxed": block.boxed,
            "starts_page": block.starts_page,
            "parts": [data for part in block.parts if self._shown(part.id) for data in self._part(part, block)],
        }

    def _part(self, part: Part, block: Block) -> Iterator[dict[str, Any]]:
        match part:
            case Line():
                yield self._line(part, "", title=block.title)
            case Note():
                yield {"kind": "note", "paragraphs": self._note(part)}
            case Signature():
                yield from self._signature(part.field)
            case Rows(is_table=True):
                yield self._table(part)
            case Rows():
                for at in range(1, self._rows[part.id] + 1):
                    yield {"kind": "card", "lines": list(self._card(part, at))}

    def _line(self, line: Line, prefix: str, name: str = "", title: Text | None = None) -> dict[str, Any]:
        cells = [self._cell(one, f"{prefix}{one.id}") for one in line.fields]
        cells[0]["label"] = name or cells[0]["label"]
        if title and len(cells) == 1 and line.fields[0].label == title:
            cells[0]["label"] = ""
        return {
            "kind": "question" if is_question(line) and self._values is None else "line",
            "cells": cells,
            "begins": bool(name),
            "rest": FULL_LINE - sum(one.width for one in line.fields),
        }

    def _card(self, part: Rows, at: int) -> Iterator[dict[str, Any]]:
        """The lines of one row of a group that is no table; the first says which row it is."""
        first = self._text(part.lines[0].fields[0].label)
        for line in part.lines:
            name = card_name(self._text(part.group.label), first, str(at)) if line is part.lines[0] else ""
            yield self._line(line, f"{part.id}.{at}.", name)

    def _cell(self, field: Field, name: str, row: str = "") -> dict[str, Any]:
        label = self._text(field.label)
        shape = widget(field)
        cell: dict[str, Any] = {
            "name": name,
            "kind": shape,
            "label": label,
            "width": field.width,
            "lines": height_in_lines(field),
            "required": field.required is True,
            "recipient": field.recipient,
            "answers": [],
            "columns": 0,
        }
        if self._values is not None:
            cell["value"] = self._values.get(name, "")
        elif shape == "ticks":
            cell["answers"] = self._tick_boxes(field, name, f"{row}: {label}" if row else label)
            cell["columns"] = tick_columns(field, [one["label"] for one in cell["answers"]])
        else:
            self._box(name, field.kind.pdf_box(field), f"{row}: {label}" if row else label, field, field.choices)
        return cell

    def _tick_boxes(self, field: Field, name: str, label: str) -> list[dict[str, str]]:
        """Each answer with the name of its link: of a tick box its own, of a radio group the group's."""
        answers, box = field.kind.answers(field), field.kind.pdf_box(field)
        if box == "tick":
            for answer in answers:
                self._box(f"{name}.{answer.id}", box, f"{label}: {self._text(answer.label)}", field)
        else:
            self._box(name, box, label, field, answers)
        return [{"label": self._text(one.label), "link": f"{name}.{one.id}"} for one in answers]

    def _box(self, name: str, box_kind: PdfBox, label: str, field: Field, choices: Sequence[Answer] = ()) -> None:
        required = field.required is True
        tooltip = f"{label} ({word('must-be-filled', self._language)})" if required else label
        labels = tuple((choice.id, self._text(choice.label)) for choice in choices)
        self.boxes.append(Box(name, box_kind, tooltip, required, field.recipient, labels))

    def _table(self, part: Rows) -> dict[str, Any]:
        group = part.group
        columns = [one for one in group.field if one.printed]
        labels = [self._text(row.label) for row in group.row]
        heads = [self._text(one.label) for one in columns]
        if not labels:  # the first column names the row, and so does the group's label
            heads[0] = self._text(group.label)
        rows = []
        for at in range(1, self._rows[part.id] + 1):
            name = group.row_name(at)
            row = labels[at - 1] if labels else f"{self._text(group.label)} {at}"
            rows.append([self._table_cell(one, f"{group.id}.{name}.{one.id}", row) for one in columns])
        return {
            "kind": "table",
            "label": self._text(group.label),
            "heads": heads,
            "columns": [{"width": one.width, "ticks": widget(one) == "ticks"} for one in columns],
            "labels": labels,
            "tick_first": bool(labels) and widget(columns[0]) == "ticks" and not columns[0].recipient,
            "rows": rows,
        }

    def _table_cell(self, field: Field, name: str, row: str) -> dict[str, Any]:
        """A cell of a table: an office's yes or no is one tick there, its heading the question."""
        if self._values is None and is_single_tick(field):
            self._box(f"{name}.ja", "tick", f"{row}: {self._text(field.label)}", field)
            return {"kind": "ticks", "recipient": False, "answers": [{"label": "", "link": f"{name}.ja"}]}
        return self._cell(field, name, row)

    def _note(self, note: Note) -> list[dict[str, Any]]:
        return [
            {
                "is_item": paragraph.is_item,
                "runs": [{"text": put_in(run.text, self._texts), "bold": run.bold} for run in paragraph.runs],
            }
            for paragraph in paragraphs(self._text(note.text))
        ]

    def _signature(self, field: Field) -> Iterator[dict[str, Any]]:
        count = self._signatures[field.id]
        label, date = self._text(field.label), word("signature-date", self._language)
        for at in range(1, count + 1):
            name = f"{field.id}.{at}"
            whose = f"{label} {at}" if count > 1 else label
            if self._values is None:
                self._box(f"{name}.dato", "text", f"{whose}: {date}", field)
                self._box(f"{name}.underskrift", "signature", whose, field)
                self.boxes.append(Box(f"{name}.navn", "text", whose, False, recipient=False))
            yield {
                "kind": "signature", "label": whose, "required": field.required is True, "date": date, "name": name,
                "value": self._signer(name),
            }  # fmt: skip

    def _signer(self, name: str) -> str | None:
        return None if self._values is None else self._values.get(f"{name}.navn", "")
