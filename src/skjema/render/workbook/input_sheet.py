"""Makes the input workbook of a form: a column for each field, with dropdowns, help and the right formats."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from skjema.definition.columns import Column, group_columns, main_columns, sheet_title
from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.formats.xlsx.style import EDGE, dark, font, on_paper
from skjema.formats.xlsx.writer import saved, set_text
from skjema.render.workbook.carried import Carried
from skjema.render.workbook.carried_rows import CarriedRows, write_carried
from skjema.render.workbook.column_rules import example_rows, example_value, is_asked, is_required
from skjema.render.workbook.single_sheet import SingleSheet
from skjema.render.workbook.typed_cells import TypedCells, write_typed
from skjema.wording import Language

_HEADING_ROW = 2
_LAST_ROW = 10_000
"""The last row with dropdowns and help."""


def input_workbook(
    form: Form, language: Language, example: Sequence[Mapping[str, Any]] = (),
    common: Mapping[str, Any] | None = None, *, single: bool = False, carried: Carried | None = None,
) -> bytes:  # fmt: skip
    """The workbook as an xlsx file; the same arguments give the same bytes.

    Args:
        example: Records to fill it with, as in JSON.
        common: Values for the sheet of common values.
        single: Whether it is for one record, with its fields below one another.
        carried: Contents of an earlier workbook to fill it with instead.
    """
    return _Maker(form, language).make(example, common or {}, single=single, carried=carried)


class _Maker(TypedCells):
    def make(
        self,
        example: Sequence[Mapping[str, Any]],
        common: Mapping[str, Any],
        *,
        single: bool,
        carried: Carried | None,
    ) -> bytes:
        book, form = self.book, self.form
        main = book.active
        assert isinstance(main, Worksheet)
        main.title = sheet_title(self.text(form.records))
        columns = [column for column in main_columns(form) if is_asked(form, column)]
        groups = [group for group in form.groups.values() if not group.in_main_sheet]
        if single:
            SingleSheet(self, self._sections()).write(main, columns, groups, example[0] if example else {})
            self._guide([], [], has_common=self._common_sheet(common, None), single=True)
        else:
            self._table(main, columns, self._sections())
            sheets = {group.id: book.create_sheet(sheet_title(self.text(group.label))) for group in groups}
            for group in groups:
                self._group_table(sheets[group.id], group)
            self._guide(columns, groups, has_common=self._common_sheet(common, carried))
            self._fill(main, columns, sheets, example)
            if carried is not None:
                CarriedRows(self, carried, _HEADING_ROW + 1).write(main, columns, sheets)
        self._edition(main, columns, groups, single=single)
        self.lists.sheet_state = "hidden"  # holds only the answers for dropdowns
        book.move_sheet(self.lists, len(book.sheetnames))
        book.active = 0
        return saved(book, date.fromisoformat(form.version))

    def _edition(self, main: Worksheet, columns: list[Column], groups: list[Group], *, single: bool) -> None:
        """Write the edition and the workbook's own headings and explanations, which `records.edition` reads."""
        form = self.form
        self.book.properties.title = self.text(form.title)
        self.book.properties.keywords = f"{form.id} {form.version} {self.language}"
        sheet = self.book.create_sheet(self.word("edition-sheet"))
        sheet.sheet_state = "hidden"
        _append(sheet, form.id, form.version, self.language)
        listed = [(main.title, column) for column in columns]
        for group in groups:
            title = group.id if single else sheet_title(self.text(group.label))
            listed += [(title, column) for column in group_columns(form, group)]
        for title, column in listed:
            _append(sheet, title, self.text(column.heading), column.name)
        for text in dict.fromkeys(self.explanations):
            _append(sheet, "", "", "", text)

    def _sections(self) -> dict[str, str]:
        """Heading of the section of each field and group, by id."""
        headings: dict[str, str] = {}
        for section in self.form.sections:
            heading = self.text(section.title) if section.title else self.word("other")
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
        # the columns that name the row stay visible when scrolling to the right
        key, slots = Slot(self.form.key[0]), [column.slot for column in columns]
        last_frozen = slots.index(key) + 1 if key in slots else 1
        self._frame(sheet, f"{get_column_letter(last_frozen + 1)}3")

    @staticmethod
    def _band(sheet: Worksheet, place: int, text: str | None) -> None:
        # not merged, since merged cells are a fault when the workbook comes back
        cell = sheet.cell(1, place)
        if text is not None:
            set_text(cell, text)
        dark(cell)

    def _group_table(self, sheet: Worksheet, group: Group) -> None:
        for place, column in enumerate(group_columns(self.form, group), start=1):
            self._band(sheet, place, self.text(group.label) if place == 1 else None)
            self._heading(sheet, place, column, is_key=not column.slot.group)
        self._frame(sheet, "B3")

    def _heading(self, sheet: Worksheet, place: int, column: Column, *, is_key: bool = False) -> None:
        field, cell = column.field, sheet.cell(_HEADING_ROW, place)
        self.name(cell, column, is_key=is_key)
        letter = get_column_letter(place)
        dimension = sheet.column_dimensions[letter]
        dimension.width = max(field.kind.column_width, min(len(str(cell.value)) // 2 + 3, 26))
        # set for the whole column beforehand, since a number would lose its leading zeros
        dimension.number_format = self.format(column)
        dimension.alignment = Alignment(vertical="top", wrap_text=field.kind.widget == "longtext")
        sheet.add_data_validation(self.validation(column, f"{letter}3:{letter}{_LAST_ROW}"))

    @staticmethod
    def _frame(sheet: Worksheet, corner: str) -> None:
        sheet.freeze_panes = corner
        sheet.row_dimensions[_HEADING_ROW].height = 46
        on_paper(sheet)
        sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"

    def _common_sheet(self, values: Mapping[str, Any], carried: Carried | None) -> bool:
        """Make the sheet of common values, with a line for each field; returns whether there are any."""
        fields = [field for field in self.form.fields.values() if field.profile]
        if not fields:
            return False
        sheet = self.book.create_sheet(self.word("common-sheet"))
        for column, heading in enumerate(("field", "value", "what"), start=1):
            dark(sheet.cell(1, column, self.word(heading)))
        for row, field in enumerate(fields, start=2):
            self._common_line(sheet, row, field, values)
            if carried is not None:
                write_carried(sheet.cell(row, 2), carried.common(field))
        for letter, width in (("A", 30), ("B", 48), ("C", 60)):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        on_paper(sheet)
        return True

    def _common_line(self, sheet: Worksheet, row: int, field: Field, values: Mapping[str, Any]) -> None:
        """Write a field's label, value and help; where the profile gives the value, the line only says so."""
        from_profile = self.form.common.get(field.id)
        required = field.required is True and from_profile is None
        label = sheet.cell(row, 1)
        set_text(label, f"{self.text(field.label)}{' *' if required else ''}")
        label.font = font(bold=required)
        value = sheet.cell(row, 2)
        value.number_format, value.border = field.kind.number_format, EDGE
        if from_profile is None and field.id in values:
            write_typed(value, field, values[field.id], self.language)
        given = ""
        if from_profile is not None:
            given = self.word("common-given", value=from_profile, file=self.form.profile_name)
        self.explain(sheet.cell(row, 3), self.help(field), given)
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True)

    def _guide(self, columns: list[Column], groups: list[Group], *, has_common: bool, single: bool = False) -> None:
        form = self.form
        sheet = self.book.create_sheet(self.word("guide-sheet"))
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 44
        sheet.column_dimensions["C"].width, sheet.column_dimensions["D"].width = 16, 110
        _append(sheet, self.text(form.title))
        sheet["A1"].font = font(bold=True, size=14)
        on_paper(sheet)
        rows = "step-single" if single else "step-rows"
        steps = [rows, *["step-common"] * has_common, *["step-groups"] * bool(groups), "step-check"]
        # values for the gaps of all steps
        params = {
            "records": form.records,
            "common": self.word("common-sheet"),
            "groups": tuple(group.label for group in groups),
            "key": tuple(form.fields[name].label for name in form.key),
            "form": form.id,
        }
        for number, step in enumerate(steps, start=1):
            _append(sheet, self.word(step, number=number, **params))
        if single:
            return
        sheet.append([])
        _append(sheet, *(self.word(name) for name in ("sheet", "column", "required", "what")))
        for cell in sheet[sheet.max_row]:
            dark(cell)
        described = [(form.records, column) for column in columns]
        for group in groups:
            described += [(group.label, column) for column in group_columns(form, group)]
        for title, column in described:
            what = " ".join(filter(None, (self.help(column.field), self.known(column))))
            _append(sheet, self.text(title), self.text(column.heading), self._when(column), what)
            sheet.cell(sheet.max_row, 4).alignment = Alignment(wrap_text=True, vertical="top")

    def _when(self, column: Column) -> str:
        if is_required(self.form, column):
            return self.word("yes")
        field = column.field
        if column.is_answer:
            return self.word("at-least-one") if field.required is True else ""
        return self.word("sometimes") if field.required is not False and field.default is None else ""

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
                self.put(main, row, place, column, example_value(self.form, record, column))
            for group, sheet in sheets.items():
                for inner in example_rows(self.form, self.form.groups[group], record):
                    for place, column in enumerate(group_columns(self.form, self.form.groups[group]), start=1):
                        value = inner.get(column.field.id) if column.slot.group else record[column.field.id]
                        self.put(sheet, next_row[group], place, column, value)
                    next_row[group] += 1


def _append(sheet: Worksheet, *texts: str) -> None:
    """Write a row below all others."""
    # empty cells first, since openpyxl would take an appended text that begins with `=` for a formula
    sheet.append([""] * len(texts))
    for cell, text in zip(sheet[sheet.max_row], texts, strict=False):
        set_text(cell, text)
