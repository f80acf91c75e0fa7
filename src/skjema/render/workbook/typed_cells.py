"""Formats the cells of an input workbook: heading, help, number format, validation, and value."""

from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column
from skjema.definition.model import Field, Form
from skjema.formats.table import ShownNumber, Unreadable
from skjema.formats.xlsx.style import EDGE, PALE, TINT, font
from skjema.formats.xlsx.writer import set_text
from skjema.render.workbook.column_rules import is_required, is_tick, may_be_required
from skjema.wording import Language, Text, in_language, message_language
from skjema.wording.workbook import sheet_word

_MOST_HELP = 255
"""Most characters of a help text that Excel shows."""


class TypedCells:
    """Formats the cells of one input workbook.

    Attributes:
        book: The workbook.
        lists: Its hidden sheet with the answers for dropdowns.
        explanations: The texts beside values that explain them.
    """

    def __init__(self, form: Form, language: Language) -> None:
        self.form = form
        self.language = language
        self.book = Workbook()
        self.lists = self.book.create_sheet(self.word("lists-sheet"))
        self.explanations: list[str] = []
        self._ranges: dict[tuple[str, ...], str] = {}

    def word(self, name: str, **params: object) -> str:
        return sheet_word(name, self.language, **params)

    def text(self, text: Text) -> str:
        return in_language(text, self.language)

    def name(self, cell: Any, column: Column, *, is_key: bool = False) -> None:
        """Write the heading of a column, with a star where it must be filled in."""
        required = is_key or is_required(self.form, column)
        star = " *" if required else " (*)" if may_be_required(self.form, column) else ""
        set_text(cell, f"{self.text(column.heading)}{star}")
        cell.font = font(bold=required)
        cell.fill = PatternFill("solid", fgColor=TINT if required else PALE)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
        cell.border = EDGE

    @staticmethod
    def format(column: Column) -> str:
        return "@" if column.is_answer else column.field.kind.number_format

    def typed(self, sheet: Worksheet, row: int, place: int, column: Column) -> None:
        """Prepare a cell for typing in."""
        cell = sheet.cell(row, place)
        cell.number_format = self.format(column)
        sheet.add_data_validation(self.validation(column, cell.coordinate))

    def known(self, column: Column) -> str:
        """The answers of a field, as text for places without a dropdown."""
        if column.is_answer or not column.field.kind.takes_choices:
            return ""
        return ", ".join(f"\u00ab{self.text(choice.label)}\u00bb" for choice in column.field.choices) + "."

    def help(self, field: Field) -> str:
        """What to write in a field: the form's own help, then that of the type."""
        hint = field.kind.help
        general = hint.text(message_language(self.language)) if hint else ""
        own = self.text(field.help) if field.help else ""
        return own if general.casefold() in own.casefold() else f"{own} {general}".strip()

    def explain(self, cell: Any, *texts: str) -> None:
        """Write an explanation beside a value."""
        text = " ".join(filter(None, texts))
        if text:
            set_text(cell, text)
            self.explanations.append(text)

    def put(self, sheet: Worksheet, row: int, place: int, column: Column, value: Any) -> None:
        """Write a value as a clerk would have typed it; nothing for None."""
        if value is not None:
            cell = sheet.cell(row, place)
            cell.number_format = self.format(column)
            cell.alignment = Alignment(vertical="top", wrap_text=column.field.kind.widget == "longtext")
            if is_tick(self.form, column):
                cell.value = "x" if value else None
            else:
                write_typed(cell, column.field, value, self.language)

    def validation(self, column: Column, cells: str) -> DataValidation:
        field = column.field
        if is_tick(self.form, column):
            rule = self._list(("x",))
        elif field.kind.validation in ("list", "suggestions"):
            rule = self._list(tuple(self.text(answer.label) for answer in field.kind.answers(field)))
            if field.kind.validation == "list":
                rule.error, rule.showErrorMessage = self.word("list-stop"), True
        elif field.kind.validation == "date":
            # any date: Excel stops what it doesn't take for one, and the check judges the rest
            rule = DataValidation(type="date", operator="greaterThan", formula1="1")
            rule.error, rule.showErrorMessage = self.word("date-stop"), True
        else:
            rule = DataValidation()
        prompt = self.word("tick-help") if is_tick(self.form, column) else self.help(field)
        rule.prompt = prompt[:_MOST_HELP] or None
        rule.showInputMessage = rule.prompt is not None
        rule.allow_blank = True
        rule.add(cells)
        return rule

    def _list(self, answers: tuple[str, ...]) -> DataValidation:
        """A dropdown from a range of its own: written into the rule, a list may have only 255 letters."""
        if answers not in self._ranges:
            column = len(self._ranges) + 1
            letter = get_column_letter(column)
            for row, answer in enumerate(answers, start=1):
                set_text(self.lists.cell(row, column), answer)
            self._ranges[answers] = f"{quote_sheetname(self.lists.title)}!${letter}$1:${letter}${len(answers)}"
        return DataValidation(type="list", formula1=self._ranges[answers])


def write_typed(cell: Any, field: Field, value: Any, language: Language) -> None:
    """A value as a clerk would have typed it; text that looks like a formula stays text."""
    typed = field.kind.cell_value(field, value, language)
    if isinstance(typed, str):
        set_text(cell, typed)
    else:
        cell.value = typed


def write_plain(cell: Any, value: Any) -> None:
    """A value as it was written; text that looks like a formula stays text."""
    if isinstance(value, Unreadable):
        value = value.shown
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = float(value) if isinstance(value, ShownNumber) else value
