"""The tables of files that belong to a form, each with the values that its file has for every row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.errors import InputError
from skjema.formats.table import HEADING_SEARCH_ROWS, Table
from skjema.problems import Place, Problem, Severity
from skjema.records.common_sheet import is_common_sheet, read_common_sheet
from skjema.records.edition import Edition, Renamed, edition_of
from skjema.records.group_sheets import find_groups
from skjema.records.guide_sheets import form_of_guide, is_own_guide
from skjema.records.one_cell import in_one_cell
from skjema.records.readers import FileContent
from skjema.records.recognise import FormHeadings, heading_problems, missing_required_columns, recognise_table
from skjema.records.recognised_table import CommonValues, FormTable
from skjema.records.reply_ids import NUMBER
from skjema.records.set_aside import is_titled_aside
from skjema.records.single_sheet import SingleSheet, is_of_sheet, is_single_sheet, value_column
from skjema.records.turned_table import is_turned
from skjema.text_match import match_key
from skjema.wording import in_language

_COPY = re.compile(r"(?i)\s*(?:\(\d+\)|[-\u2013]? ?(?:kopi|copy))$")
"""What a spreadsheet puts to the title of a copied sheet."""
_NUMBERED = re.compile(r"(.*\S) [-\u2013] (?:Tabell|Table) \d+")
"""What Numbers makes of the title of a sheet when it exports a workbook."""
TO_TAKE = "workbook-to-take"
"""Code of the problem that a workbook is of a form that this one takes values from."""
_HEADINGS_TOLD = 5
"""How many headings a message about a file without any gives as examples."""


class FormTables:
    """Finds the tables of a form in one file after another.

    Attributes:
        headings: Those that the form's tables may have.
        problems: What is wrong with the tables found so far.
        missing: Fields that must be filled but have no column; reported once and not for every row.
    """

    def __init__(self, form: Form) -> None:
        self.headings = FormHeadings(form)
        self.problems: list[Problem] = []
        self.missing_columns: set[str] = set()
        self._form = form

    def find(self, content: FileContent, file_name: str) -> list[FormTable]:
        """The form's tables in a file.

        Raises:
            InputError: The file is a workbook of another form, or of replies.
        """
        if any(map(_holds_replies, content.tables)):
            raise InputError(Problem("list-answers", Place(file_name)))
        given, hidden = list(map(_under_its_title, content.tables)), list(map(_under_its_title, content.hidden))
        self._report_hidden_sheets(hidden)
        edition = edition_of((*given, *hidden))
        tables = list(self._without_single_sheets(self._without_guide(given, file_name), edition))
        if edition is not None:
            self._report_edition(edition, file_name)
            tables = [self._in_names_of(edition, table) for table in self._under_own_titles(edition, tables)]
        form_tables = list(self._tables_with_common_values(tables, edition))
        if not form_tables:
            self.problems.append(self.no_heading_problem(file_name, tables))
        for form_table in form_tables:
            for problem in heading_problems(form_table, self.headings):
                # in the line of a sheet for one record may stand a value, of a table whose title is gone
                is_line = problem.code == "heading-unused" and form_table.value_column
                self.problems.append(Problem("line-unused", problem.place, Severity.WARNING) if is_line else problem)
            for field_id, problem in missing_required_columns(form_table, self.headings):
                self.missing_columns.add(field_id)
                self.problems.append(problem)
        return form_tables

    def _report_edition(self, edition: Edition, file_name: str) -> None:
        if edition.version != self._form.version:
            code = "workbook-older" if edition.version < self._form.version else "workbook-newer"
            severity = Severity.NOTE if code == "workbook-older" else Severity.WARNING
            params: dict[str, object] = {"form": self._form.id, "version": edition.version, "own": self._form.version}
            self.problems.append(Problem(code, Place(file_name), severity, params))

    def _under_own_titles(self, edition: Edition, tables: Sequence[Table]) -> Iterator[Table]:
        """The tables, those of groups under the titles that their sheets had before somebody called them otherwise."""
        there = {match_key(table.name) for table in tables}
        lacking = [title for title in edition.names if title not in there and self.headings.group_titled(title)]
        for table in tables:
            is_strange = match_key(table.name) not in edition.names and not is_common_sheet(table)
            title = edition.title_of(table, lacking) if is_strange and lacking else ""
            if title and (group := self.headings.group_titled(title)):
                self.problems.append(Problem("sheet-renamed", table.place(), Severity.NOTE, {"label": group.label}))
                yield Renamed(title, table, (), {})
            else:
                yield table

    def _in_names_of(self, edition: Edition, table: Table) -> Table:
        """The table with its columns by name, where headings have changed since they were written."""
        names = edition.names.get(match_key(table.name), {})
        group = self.headings.group_titled(table.name)
        own = self.headings.of(group)
        changed = {
            heading: name
            for heading, name in names.items()
            if (now := own.find(name)) is not None and own.find(heading) is not now
        }
        return Renamed(table.name, table, names, changed) if changed else table

    def no_heading_problem(self, file_name: str, tables: Sequence[Table]) -> Problem:
        """The problem of a file without a table of the form: headings it might have, or that they stand in one cell."""
        if (place := in_one_cell(tables, self.headings)) is not None:
            return Problem("rows-in-one-cell", place)
        language = self._form.profile.language
        columns = [one for one in self.headings.main.columns if not one.field.recipient and not one.field.profile]
        required = [one for one in columns if one.field.required is True]
        keys = [one for one in columns if one.slot.name in self._form.key]
        told = (required or keys or columns)[:_HEADINGS_TOLD]
        wanted = tuple(in_language(one.heading, language) for one in told)
        return Problem("heading-missing", Place(file_name), params={"wanted": wanted})

    def _report_hidden_sheets(self, sheets: Sequence[Table]) -> None:
        for sheet in sheets:
            found = None if is_own_guide(sheet) else recognise_table(sheet, self.headings)
            if is_common_sheet(sheet) or (found is not None and self._says_who(found)):
                self.problems.append(Problem("sheet-hidden", sheet.place()))

    def _without_guide(self, tables: Sequence[Table], file_name: str) -> list[Table]:
        """The tables that are no part of the guide in our own input workbooks.

        Raises:
            InputError: The guide is that of another form.
        """
        for table in filter(is_own_guide, tables):
            guide_form = form_of_guide(table)
            if guide_form and guide_form != self._form.id:
                params: dict[str, object] = {"other": guide_form, "form": self._form.id}
                taken = self._form.taken_from
                code = TO_TAKE if taken and taken.form == guide_form else "workbook-of-other"
                raise InputError(Problem(code, Place(file_name), params={**params, "file": f'"{file_name}"'}))
        return [table for table in tables if not is_own_guide(table)]

    def _without_single_sheets(self, tables: Sequence[Table], edition: Edition | None) -> Iterator[Table]:
        """The tables, and those that a sheet for one record is read as in place of that.

        Of a copy beside the workbook's own sheet no table is any record's: which it is of would be a guess.
        """
        single = [table for table in tables if is_single_sheet(table) and not is_common_sheet(table)]
        own = [table for table in single if edition is not None and edition.is_own(table)]
        for table in tables:
            if table not in single:
                yield table
                continue
            sheet = SingleSheet(table, self.headings, edition)
            if own and table not in own:
                yield next(sheet.tables())  # its lines, which are told of as a sheet that isn't read
                continue
            self.problems += sheet.problems
            yield from sheet.tables()

    def _tables_with_common_values(self, tables: Sequence[Table], edition: Edition | None) -> Iterator[FormTable]:
        """The tables that belong to the form, each with the file's values for every row."""
        common = CommonValues()
        for sheet in filter(is_common_sheet, tables):
            common, problems = read_common_sheet(sheet, self.headings, edition)
            self.problems.extend(problems)
        for form_table in self._recognised([table for table in tables if not is_common_sheet(table)], edition):
            table = form_table.table
            yield form_table._replace(common=common, value_column=value_column(table), is_of_sheet=is_of_sheet(table))

    def _says_who(self, form_table: FormTable) -> bool:
        """Whether a table has the columns of the form's key."""
        return all(Slot(name) in form_table.heading.column_of for name in self._form.key) or (
            form_table.group is not None
        )

    def _recognised(self, tables: Sequence[Table], edition: Edition | None) -> Iterator[FormTable]:
        """The tables that belong to the form; of a workbook's other sheets it is said that they aren't used."""
        found, doubtful = find_groups([self._recognise(table) for table in tables], self.headings)
        doubtful += [Problem("table-turned", table.place()) for table in tables if self._is_turned(table)]
        self.problems += doubtful
        # A sheet that is looked up in, such as one of schools, has headings of the form and says of nobody.
        told = any(form_table is not None and self._says_who(form_table) for form_table in found)
        used = [one for one in found if one is not None and (self._says_who(one) or not told)]
        own = [one for one in used if edition is not None and edition.is_own(one.table)]
        if any(one.group is None for one in own):
            used = [one for one in used if one in own or one.group not in [other.group for other in own]]
        names = {id(one.table) for one in used}
        told_of = {one.place for one in doubtful}
        # Where no table is used, the file as a whole is reported instead.
        for table, form_table in zip(tables, found, strict=True) if used else ():
            if id(table) in names or table.place() in told_of or not (table.name and any(table.rows())):
                continue
            if form_table is not None and self._says_who(form_table):
                params: dict[str, object] = {"sheet": _original(form_table, own).table.place().sheet}
                code = "sheet-beside-single" if value_column(table) else "sheet-beside"
                self.problems.append(Problem(code, table.place(), Severity.WARNING, params))
            elif group := self.headings.group_titled(table.name):
                wanted = tuple(one.heading for one in self.headings.of(group).columns[:_HEADINGS_TOLD])
                params = {"wanted": wanted}
                self.problems.append(Problem("sheet-without-headings", table.place(), params=params))
            else:
                self.problems.append(Problem("sheet-unused", table.place(), Severity.NOTE))
        yield from self._told_apart(used)

    def _recognise(self, table: Table) -> FormTable | None:
        return None if self._is_turned(table) else recognise_table(table, self.headings)

    def _is_turned(self, table: Table) -> bool:
        return not value_column(table) and is_turned(table, self.headings)

    def _told_apart(self, used: Sequence[FormTable]) -> Iterator[FormTable]:
        """The tables; of several with records, it is said that they are, and which seem to be put aside."""
        several = [one for one in used if one.group is None and not value_column(one.table)]
        if len(several) > 1:
            first = several[0].table.place()
            params: dict[str, object] = {"known": tuple(one.table.place().sheet for one in several)}
            self.problems.append(Problem("sheets-several", Place(first.file), Severity.NOTE, params))
        counts = Counter(one.group.id for one in used if one.group and not one.is_of_sheet)
        for one in used:
            is_beside = len(several) > 1 if one.group is None else counts[one.group.id] > 1
            looks_aside = is_titled_aside(one.table.name) or bool(one.group and _COPY.search(one.table.name))
            yield one._replace(is_aside=is_beside and looks_aside)


def _under_its_title(table: Table) -> Table:
    """The table by its own title, where a program has put a number of its own to it."""
    found = _NUMBERED.fullmatch(table.name)
    return Renamed(found[1], table, (), {}) if found else table


def _original(copy: FormTable, own: Sequence[FormTable]) -> FormTable:
    """The workbook's own table that holds the same as a sheet beside it: of `Tiltak (2)`, that of `Tiltak`."""
    return next(one for one in own if one.group is copy.group)


def _holds_replies(table: Table) -> bool:
    """Whether a sheet has the line of ids that `skjema collect` writes above its replies."""
    return any(NUMBER in row.cells.values() for row in islice(table.rows(), HEADING_SEARCH_ROWS))
