"""The input workbook that a form asks for: a column for each field, with dropdowns, help and the right formats."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column, group_columns, main_columns, sheet_title
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.formats.xlsx.style import EDGE, PALE, TINT, dark, font, on_paper
from skjema.formats.xlsx.writer import saved, set_text
from skjema.render.workbook.column_rules import example_value, is_asked, is_required, is_tick, may_be_required
from skjema.wording import Language, Text, in_language, message_language
from skjema.wording.workbook import sheet_word

_HEADING_ROW = 2
_LAST_ROW = 10_000
"""Last row that has dropdowns and help."""
_WIDTHS = {"A": 4, "B": 42, "C": 56, "D": 56, "E": 26, "F": 26, "G": 26, "H": 26, "I": 26}
"""Of the columns of the sheet for one record, in letters."""
_LINE, _LINES_OF_TEXT = 15, 4
"""Height of a line in points, and lines that a long text has room for there."""
_ROWS_OF_ONE = 6
"""Rows that a group has room for in the sheet for one record; further ones may be put in."""
_MOST_HELP = 255
"""Letters that Excel shows of a help text."""


def input_workbook(
    form: Form, language: Language, example: Sequence[Mapping[str, Any]] = (),
    common: Mapping[str, Any] | None = None, *, single: bool = False,
) -> bytes:  # fmt: skip
    """The workbook as an xlsx file, the same bytes for the same form.

    Args:
        example: Records to fill it with, as JSON has them.
        common: Values for the sheet of what is the same in every row.
        single: Whether it is for one record, whose fields then stand below one another.
    """
    return _Maker(form, language).make(example, common or {}, single=single)


class _Maker:
    def __init__(self, form: Form, language: Language) -> None:
        self._form = form
        self._language = language
        self._book = Workbook()
        self._lists = self._book.create_sheet(self._word("lists-sheet"))
        self._ranges: dict[tuple[str, ...], str] = {}

    def _word(self, name: str, **params: object) -> str:
        return sheet_word(name, self._language, **params)

    def _text(self, text: Text) -> str:
        return in_language(text, self._language)

    def make(self, example: Sequence[Mapping[str, Any]], common: Mapping[str, Any], *, single: bool) -> bytes:
        book, form = self._book, self._form
        main = book.active
        assert isinstance(main, Worksheet)
        main.title = sheet_title(self._text(form.records))
        columns = [column for column in main_columns(form) if is_asked(form, column)]
        groups = [group for group in form.groups.values() if not group.in_main_sheet]
        if single:
            self._single_sheet(main, columns, groups, example[0] if example else {})
            self._guide([], [], has_common=self._common_sheet(common), single=True)
        else:
            self._table(main, columns, self._sections())
            sheets = {group.id: book.create_sheet(sheet_title(self._text(group.label))) for group in groups}
            for group in groups:
                self._group_table(sheets[group.id], group)
            self._guide(columns, groups, has_common=self._common_sheet(common))
            self._fill(main, columns, sheets, example)
        self._lists.sheet_state = "hidden"  # it holds the answers of the dropdowns only
        book.move_sheet(self._lists, len(book.sheetnames))
        book.active = 0
        return saved(book, date.fromisoformat(form.version))

    def _sections(self) -> dict[str, str]:
        """Heading of the section each field and group stands in."""
        headings: dict[str, str] = {}
        for section in self._form.sections:
            heading = self._text(section.title) if section.title else self._word("other")
            headings |= {item.id: heading for item in section.items}
        return headings

    # -- sheets

    def _table(self, sheet: Worksheet, columns: list[Column], sections: Mapping[str, str]) -> None:
        before = ""
        for place, column in enumerate(columns, start=1):
            section = sections[column.slot.item]
            self._band(sheet, place, section if section != before else None)
            before = section
            self._heading(sheet, place, column)
        # what names the row stays in sight, however far to the right one types
        key, slots = Slot(self._form.key[0]), [column.slot for column in columns]
        last_frozen = slots.index(key) + 1 if key in slots else 1
        self._frame(sheet, f"{get_column_letter(last_frozen + 1)}3")

    @staticmethod
    def _band(sheet: Worksheet, place: int, text: str | None) -> None:
        # cells side by side and not merged: a merged cell is a fault when the workbook comes back
        cell = sheet.cell(1, place)
        if text is not None:
            set_text(cell, text)
        dark(cell)

    def _group_table(self, sheet: Worksheet, group: Group) -> None:
        for place, column in enumerate(group_columns(self._form, group), start=1):
            self._band(sheet, place, self._text(group.label) if place == 1 else None)
            self._heading(sheet, place, column, is_key=not column.slot.group)
        self._frame(sheet, "B3")

    def _heading(self, sheet: Worksheet, place: int, column: Column, *, is_key: bool = False) -> None:
        field, cell = column.field, sheet.cell(_HEADING_ROW, place)
        self._name(cell, column, is_key=is_key)
        letter = get_column_letter(place)
        dimension = sheet.column_dimensions[letter]
        dimension.width = max(field.kind.column_width, min(len(str(cell.value)) // 2 + 3, 26))
        # for the whole column, before one types: as a number, an identity number loses its first zero
        dimension.number_format = self._format(column)
        dimension.alignment = Alignment(vertical="top", wrap_text=field.kind.widget == "longtext")
        sheet.add_data_validation(self._validation(column, f"{letter}3:{letter}{_LAST_ROW}"))

    def _name(self, cell: Any, column: Column, *, is_key: bool = False) -> None:
        """Write what a column is called, with a star where it must be filled in."""
        required = is_key or is_required(self._form, column)
        star = " *" if required else " (*)" if may_be_required(self._form, column) else ""
        set_text(cell, f"{self._text(column.heading)}{star}")
        cell.font = font(bold=required)
        cell.fill = PatternFill("solid", fgColor=TINT if required else PALE)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
        cell.border = EDGE

    @staticmethod
    def _format(column: Column) -> str:
        return "@" if column.is_answer else column.field.kind.number_format

    @staticmethod
    def _frame(sheet: Worksheet, corner: str) -> None:
        sheet.freeze_panes = corner
        sheet.row_dimensions[_HEADING_ROW].height = 46
        on_paper(sheet)
        sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"

    def _common_sheet(self, values: Mapping[str, Any]) -> bool:
        """What is the same in every row, one line for each field; whether there is anything."""
        fields = [field for field in self._form.fields.values() if field.profile]
        if not fields:
            return False
        sheet = self._book.create_sheet(self._word("common-sheet"))
        for column, heading in enumerate(("field", "value", "what"), start=1):
            dark(sheet.cell(1, column, self._word(heading)))
        for row, field in enumerate(fields, start=2):
            self._common_line(sheet, row, field, values)
        for letter, width in (("A", 30), ("B", 48), ("C", 60)):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        on_paper(sheet)
        return True

    def _common_line(self, sheet: Worksheet, row: int, field: Field, values: Mapping[str, Any]) -> None:
        """A field's label, a cell for its value and help; what the profile gives is said and left empty."""
        from_profile = self._form.common.get(field.id)
        required = field.required is True and from_profile is None
        label = sheet.cell(row, 1)
        set_text(label, f"{self._text(field.label)}{' *' if required else ''}")
        label.font = font(bold=required)
        value = sheet.cell(row, 2)
        value.number_format, value.border = field.kind.number_format, EDGE
        if from_profile is None and field.id in values:
            _write(value, field, values[field.id], self._language)
        texts = [self._help(field)]
        if from_profile is not None:
            texts.append(self._word("common-given", value=from_profile, file=self._form.profile_name))
        set_text(sheet.cell(row, 3), " ".join(filter(None, texts)))
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True)

    # -- the sheet for one record

    def _single_sheet(
        self, sheet: Worksheet, columns: list[Column], groups: list[Group], example: Mapping[str, Any]
    ) -> None:
        """A field in each line, then each group as a small table, as `records.single_sheet` reads them."""
        for at, word in enumerate(("field", "value", "what"), start=2):
            dark(sheet.cell(1, at, self._word(word)))
        dark(sheet.cell(1, 1))
        row, before, sections = 2, "", self._sections()
        for column in columns:
            band = sections[column.slot.item]
            if band != before:
                row, before = self._title(sheet, row, band), band
            self._single_line(sheet, row, column, example_value(self._form, example, column))
            row += 1
        for group in groups:
            row = self._rows_below(sheet, self._title(sheet, row, self._text(group.label)), group, example)
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        on_paper(sheet)

    @staticmethod
    def _title(sheet: Worksheet, row: int, text: str) -> int:
        """Write the title of a part of the sheet; the row below it."""
        cell = sheet.cell(row, 1)
        set_text(cell, text)
        cell.font = font(bold=True, size=12)
        return row + 1

    def _single_line(self, sheet: Worksheet, row: int, column: Column, value: Any) -> None:
        self._name(sheet.cell(row, 2), column)
        cell = sheet.cell(row, 3)
        cell.border = EDGE
        self._typed(sheet, row, 3, column)
        self._put(sheet, row, 3, column, value)
        what = sheet.cell(row, 4)
        set_text(what, " ".join(filter(None, (self._help(column.field), self._known(column)))))
        texts = (self._text(column.heading), "B"), (str(value or ""), "C"), (str(what.value or ""), "D")
        lines = [1 + len(text) // (_WIDTHS[letter] - 4) for text, letter in texts]
        is_long = column.field.kind.widget == "longtext"
        sheet.row_dimensions[row].height = _LINE * max(*lines, _LINES_OF_TEXT if is_long else 1)
        for one in (sheet.cell(row, 2), cell, what):
            one.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)

    def _rows_below(self, sheet: Worksheet, row: int, group: Group, example: Mapping[str, Any]) -> int:
        """The heading of a group and room for its rows; the row below them."""
        columns = [column for column in group_columns(self._form, group) if column.slot.group]
        for at, column in enumerate(columns, start=2):
            self._name(sheet.cell(row, at), column)
        rows = list(_example_rows(self._form, group, example))
        last = row + max(_ROWS_OF_ONE, group.blank, len(rows) + 1)
        for number in range(row + 1, last + 1):
            values = rows[number - row - 1] if number - row <= len(rows) else {}
            for at, column in enumerate(columns, start=2):
                sheet.cell(number, at).border = EDGE
                self._typed(sheet, number, at, column)
                self._put(sheet, number, at, column, values.get(column.field.id))
                sheet.cell(number, at).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        return last + 2

    def _typed(self, sheet: Worksheet, row: int, place: int, column: Column) -> None:
        """Make a cell ready for what is typed into it."""
        cell = sheet.cell(row, place)
        cell.number_format = self._format(column)
        sheet.add_data_validation(self._validation(column, cell.coordinate))

    def _guide(self, columns: list[Column], groups: list[Group], *, has_common: bool, single: bool = False) -> None:
        form = self._form
        sheet = self._book.create_sheet(self._word("guide-sheet"))
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 44
        sheet.column_dimensions["C"].width, sheet.column_dimensions["D"].width = 16, 110
        _append(sheet, self._text(form.title))
        sheet["A1"].font = font(bold=True, size=14)
        on_paper(sheet)
        rows = "step-single" if single else "step-rows"
        steps = [rows, *["step-common"] * has_common, *["step-groups"] * bool(groups), "step-check"]
        # for whichever of the steps asks for them
        params = {
            "records": form.records,
            "common": self._word("common-sheet"),
            "groups": tuple(group.label for group in groups),
            "key": tuple(form.fields[name].label for name in form.key),
            "form": form.id,
        }
        for number, step in enumerate(steps, start=1):
            _append(sheet, self._word(step, number=number, **params))
        if single:
            return
        sheet.append([])
        _append(sheet, *(self._word(name) for name in ("sheet", "column", "required", "what")))
        for cell in sheet[sheet.max_row]:
            dark(cell)
        described = [(form.records, column) for column in columns]
        for group in groups:
            described += [(group.label, column) for column in group_columns(form, group)]
        for title, column in described:
            what = " ".join(filter(None, (self._help(column.field), self._known(column))))
            _append(sheet, self._text(title), self._text(column.heading), self._when(column), what)
            sheet.cell(sheet.max_row, 4).alignment = Alignment(wrap_text=True, vertical="top")

    def _when(self, column: Column) -> str:
        if is_required(self._form, column):
            return self._word("yes")
        field = column.field
        if column.is_answer:
            return self._word("at-least-one") if field.required is True else ""
        return self._word("sometimes") if field.required is not False and field.default is None else ""

    def _known(self, column: Column) -> str:
        if column.is_answer or not column.field.kind.takes_choices:
            return ""
        return ", ".join(f"\u00ab{self._text(choice.label)}\u00bb" for choice in column.field.choices) + "."

    def _help(self, field: Field) -> str:
        hint = field.kind.help
        general = hint.text(message_language(self._language)) if hint else ""
        own = self._text(field.help) if field.help else ""
        return own if general.casefold() in own.casefold() else f"{own} {general}".strip()

    # -- what Excel checks while one types

    def _validation(self, column: Column, cells: str) -> DataValidation:
        field = column.field
        if is_tick(self._form, column):
            rule = self._list(("x",))
        elif field.kind.validation in ("list", "suggestions"):
            rule = self._list(tuple(self._text(answer.label) for answer in field.kind.answers(field)))
            if field.kind.validation == "list":
                rule.error, rule.showErrorMessage = self._word("list-stop"), True
        elif field.kind.validation == "date":
            # any date: Excel stops what it doesn't take for one, and the check judges the rest
            rule = DataValidation(type="date", operator="greaterThan", formula1="1")
            rule.error, rule.showErrorMessage = self._word("date-stop"), True
        else:
            rule = DataValidation()
        prompt = self._word("tick-help") if is_tick(self._form, column) else self._help(field)
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
                set_text(self._lists.cell(row, column), answer)
            self._ranges[answers] = f"{quote_sheetname(self._lists.title)}!${letter}$1:${letter}${len(answers)}"
        return DataValidation(type="list", formula1=self._ranges[answers])

    # -- examples

    def _fill(
        self,
        main: Worksheet,
        columns: list[Column],
        sheets: Mapping[str, Worksheet],
        example: Sequence[Mapping[str, Any]],
    ) -> None:
        next_row = dict.fromkeys(sheets, _HEADING_ROW + 1)
        for row, record in enumerate(example, start=_HEADING_ROW + 1):
            for place, column in enumerate(columns, start=1):
                self._put(main, row, place, column, example_value(self._form, record, column))
            for group, sheet in sheets.items():
                for inner in _example_rows(self._form, self._form.groups[group], record):
                    for place, column in enumerate(group_columns(self._form, self._form.groups[group]), start=1):
                        value = inner.get(column.field.id) if column.slot.group else record[column.field.id]
                        self._put(sheet, next_row[group], place, column, value)
                    next_row[group] += 1

    def _put(self, sheet: Worksheet, row: int, place: int, column: Column, value: Any) -> None:
        if value is not None:
            cell = sheet.cell(row, place)
            cell.number_format = self._format(column)
            cell.alignment = Alignment(vertical="top", wrap_text=column.field.kind.widget == "longtext")
            if is_tick(self._form, column):
                cell.value = "x" if value else None
            else:
                _write(cell, column.field, value, self._language)


def _example_rows(form: Form, group: Group, record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The rows of a group of an example; of one that stands in another, with what names the row it stands in."""
    if not group.parent:
        yield from record.get(group.id, ())
        return
    outer = form.groups[group.parent]
    for row in record.get(outer.id, ()):
        for inner in row.get(group.id, ()):
            yield {group.link: str(row[outer.named_by.id]), **inner}


def _append(sheet: Worksheet, *texts: str) -> None:
    """Write a row below all others."""
    # empty cells first: openpyxl makes a formula of an appended text that begins with `=`
    sheet.append([""] * len(texts))
    for cell, text in zip(sheet[sheet.max_row], texts, strict=False):
        set_text(cell, text)


def _write(cell: Any, field: Field, value: Any, language: Language) -> None:
    """A value as a clerk would have typed it; text that looks like a formula stays text."""
    typed = field.kind.cell_value(field, value, language)
    if isinstance(typed, str):
        set_text(cell, typed)
    else:
        cell.value = typed
