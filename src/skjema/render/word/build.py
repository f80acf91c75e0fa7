"""Builds a form's Word template: its layout with `{{ names }}`, conditions and loops, for a municipality to restyle.

Names in it are those of the definition, and the helpers that `context` adds.
"""

from skjema.definition.model import Condition, Form
from skjema.definition.placeholders import INNER_ROW, template_placeholders
from skjema.fieldtypes.field_type import FULL_LINE
from skjema.formats.docx.markup import (
    GREY,
    INK,
    PALE,
    TINT,
    cell,
    date_control,
    gap,
    kept_together,
    millimetres,
    paragraph,
    row,
    run,
    table,
    tag,
    tag_row,
    tick_box,
)
from skjema.layout.form_tree import form_tree
from skjema.layout.tick_room import tick_width
from skjema.layout.tree import Card, Cell, Column, Line, NoteText, Part, Section, Signature, Table, Tree, WheelFigure
from skjema.render.word.letter_top import closing, top
from skjema.render.word.page_settings import text_width
from skjema.render.word.places import TABLE_MARGIN, Places, column_widths, fill, star, ticks
from skjema.render.word.year_figure import month_list, year_figure
from skjema.wording import Language, locale_of

_GUTTER, _LINE_HEIGHT = millimetres(4), millimetres(7)
_WRITTEN, _WRITTEN_LONG = millimetres(8), millimetres(12)
"""Heights of table rows for handwriting: one line, and several lines."""
_FIRST_FIGURE = 100
"""Ids of figures are higher than this, and ids of other pictures lower."""
_TYPED = 2
"""Lines reserved for a long text that the office types; its box grows with the text."""
_MOST_LINES_TOGETHER = 17
"""A section of at most this many lines is kept on one page; keeping a longer one would leave too much space."""
_MOST_LINES_SIGNED = 60
"""The same for a section with a signature: signatures should stand on the page of what is signed."""


def body(form: Form, language: Language) -> str:
    """The body of the template, without the page settings."""
    tree = form_tree(form, language)
    sections = [_Sections(tree, language).section(section) for section in tree.sections]
    above = len(tree.above_closing())
    return top(tree) + "".join((*sections[:above], closing(tree), *sections[above:]))


class _Sections:
    def __init__(self, tree: Tree, language: Language) -> None:
        self._locale = locale_of(language)
        self._flowing = tree.is_flowing
        self._is_letter = tree.letter is not None
        self._width = text_width(tree.paper)
        self._places = Places(self._width, self._locale)
        # texts that fill several lines begin level; places to write stand in the middle of their rows
        self._level = "" if tree.is_flowing else "center"
        self._figures = 0

    def section(self, section: Section) -> str:
        title = section.heading("" if self._is_letter else f"{{{{ nummer.{section.id} }}}}")
        heading = paragraph(run(title), style="Heading2", starts_page=section.starts_page) if title else ""
        parts = "".join(_shown(part.id, part.relevant, self._part(part, section)) for part in section.parts)
        if section.is_boxed:
            boxed = table([self._width], row(cell(self._width, parts, fill=PALE)), margins=millimetres(3)) + gap(1)
            parts = _with_any(section.parts, boxed)
        printed = heading + parts
        is_whole = section.is_to_fill or section.is_signed or not self._flowing
        most = _MOST_LINES_SIGNED if section.is_signed else _MOST_LINES_TOGETHER
        if is_whole and sum(map(_lines_of, section.parts)) <= most:
            printed = kept_together(printed)
        return _shown(section.id, section.relevant is True and not _may_be_empty(section), printed)

    def _part(self, part: Part, section: Section) -> str:
        match part:
            case Line():
                return self._line(part, "", part.cells[0].label)
            case NoteText():
                return _note(part, "Informasjon" if section.is_boxed else "Brodtekst")
            case WheelFigure():
                return self._wheel(part)
            case Signature():
                return self._signature(part)
            case Table() | Card():
                return self._group(part)

    def _group(self, part: Table | Card, row_name: str = "rad", outer: str = "") -> str:
        """A group's XML; `outer` is the row variable of the group around it, if there is one."""
        rows = f"{outer}.{part.id}" if outer else part.id
        return self._table(part, row_name, rows) if isinstance(part, Table) else self._card(part, row_name, rows)

    def _card(self, card: Card, row_name: str, rows: str) -> str:
        first, *others = card.lines
        scope = f"{row_name}."
        lines = [self._line(first, scope, card.first_label(f"{{{{ {scope}nr }}}}"), begins=True)]
        lines += [self._line(line, scope, line.cells[0].label) for line in others]
        between = tag(f"if not {scope}forste_rad") + paragraph(style="Skille") + tag("endif")
        together = kept_together(between + "".join(lines), with_next=bool(card.inner))
        inner = (_shown(part.id, part.relevant, self._group(part, INNER_ROW, row_name)) for part in card.inner)
        name = "" if card.heading else paragraph(run(card.label, bold=True), style="Gruppe")
        none = tag(f"if not {rows}") + name + paragraph(run(card.empty), style="Brodtekst") + tag("endif")
        each = tag(f"for {row_name} in {rows}") + together + "".join(inner) + tag("endfor")
        return _group_heading(card) + each + none

    # -- lines of fields

    def _line(self, line: Line, scope: str, first_label: str, *, begins: bool = False) -> str:
        """The XML of a line of fields.

        Args:
            scope: Prefix of the names of values: the row variable and a point, or nothing.
            begins: Whether it is the first line of a card.
        """
        only = line.cells[0]
        if len(line.cells) == 1 and only.look == "value" and only.long:
            label = paragraph(run(first_label), style="Ledetekst") if first_label else ""
            return label + paragraph(run(f"{{{{ {scope}{only.field.id} or '\u2013' }}}}"), style="Brodtekst")
        if line.is_question:
            return self._question(only, first_label, scope)
        labels = [first_label, *(place.label for place in line.cells[1:])]
        return self._boxes(line, labels, scope, begins=begins)

    def _boxes(self, line: Line, labels: list[str], scope: str, *, begins: bool) -> str:
        """Labels over values, in a table of two rows with gaps between its columns."""
        widths: list[int] = []
        tops: list[str] = []
        values: list[str] = []
        possible: list[str] = []
        for place, label in zip(line.cells, labels, strict=True):
            # twelve columns with gaps between them, so that places of the same width are equal in all lines
            width = (self._width + _GUTTER) * place.width // FULL_LINE - _GUTTER
            is_first = begins and place is line.cells[0]
            named = paragraph(run(label, bold=is_first), star(place), style="Ledetekst")
            tops.append(cell(width, _if_concerned(place, line, scope, named), align="bottom"))
            align = "center" if place.look != "value" and not place.long else ""
            under = INK if place.look == "blank" else ""
            value = _if_concerned(place, line, scope, self._places.value(place, scope))
            values.append(cell(width, value, bottom=under, fill=fill(place), align=align))
            possible.append(cell(width, paragraph(run(place.possible), style="Svarene") if place.possible else ""))
            widths.append(width)
            if place is not line.cells[-1]:  # a gap between columns is a column of its own, without a line below it
                widths.append(_GUTTER)
                tops.append(cell(_GUTTER))
                values.append(cell(_GUTTER))
                possible.append(cell(_GUTTER))
        is_text = all(place.look == "value" for place in line.cells)
        rows = row(*tops), row(*values, height=0 if is_text else _height(line))
        below = [row(*possible)] if any(place.possible for place in line.cells) else []
        return table(widths, *rows, *below) + gap(3 if self._flowing else 5)

    def _question(self, place: Cell, label: str, scope: str) -> str:
        boxes = sum(millimetres(tick_width(tick.label)) for tick in place.ticks) + TABLE_MARGIN
        question = paragraph(run(label), star(place), style="Verdi")
        left = cell(self._width - boxes, question, align="center")
        return table([self._width - boxes, boxes], row(left, cell(boxes, self._places.value(place, scope)))) + gap(4)

    # -- groups as tables

    def _table(self, part: Table, row_name: str, listed: str) -> str:
        widths = column_widths(part.columns, self._width)
        heading, cells = [], []
        for column, width in zip(part.columns, widths, strict=True):
            label = paragraph(run(column.heading, bold=True), style="Tabellhode")
            heading.append(cell(width, label, bottom=INK))
            cells.append(self._table_cell(column, width, part.id, f"{row_name}."))
        rows = (
            row(*heading, heading=True),
            tag_row(f"for {row_name} in {listed}", len(widths)),
            row(*cells, height=self._row_height(part), splits=self._flowing),
            tag_row("endfor", len(widths)),
            tag_row(f"if not {listed}", len(widths)),
            row(cell(self._width, paragraph(run(part.empty), style="Radnavn"), bottom=GREY, span=len(widths))),
            tag_row("endif", len(widths)),
        )
        possible = "".join(paragraph(run(words), style="Svarene") for words in part.possible)
        return _group_heading(part) + table(widths, *rows, margins=TABLE_MARGIN, caption=part.label) + possible + gap(6)

    def _row_height(self, part: Table) -> int:
        """Height of a table's rows: as on the PDF where somebody may write by hand; else 0, fitting the contents."""
        places = [column.cell for column in part.columns if column.cell and not column.cell.ticks]
        if any(place.look == "blank" for place in places):
            return _WRITTEN_LONG if any(place.long for place in places) else _WRITTEN
        return 0 if self._flowing else millimetres(6.5)

    def _table_cell(self, column: Column, width: int, group: str, scope: str) -> str:
        place = column.cell
        if place is None:
            name = f"{{{{ {scope}{'nr' if column.is_number else 'rad'} }}}}"
            return cell(width, paragraph(run(name), style="Radnavn"), bottom=GREY, align=self._level)
        control = f"{group}.{{{{ {scope}id }}}}.{place.field.id}"
        if place.look == "tick":
            tick = place.ticks[0].id
            box = tick_box(f"{control}.{tick}", place.name, f"{scope}valgt.{place.field.id}.{tick}")
            content = paragraph(box, style="Kryss")
        elif place.ticks:
            content = ticks(place, scope, control, self._width)
        else:
            content = paragraph(self._places.written(place, f"{scope}{place.field.id}", control), style="Tabell")
        return cell(width, content, bottom=GREY, fill=fill(place), align=self._level)

    def _wheel(self, part: WheelFigure) -> str:
        """The drawing of the year, and the list of months below it."""
        self._figures += 1
        drawn = year_figure(part, self._width, _FIRST_FIGURE + self._figures)
        return kept_together(_note(part.caption, "Brodtekst") + drawn) + month_list(part, self._width)

    def _signature(self, part: Signature) -> str:
        """A date and a line for each signer, with the name above the right end of the line."""
        date, sign = self._width // 4 - _GUTTER, self._width - self._width // 4
        name_width = sign * 4 // 9
        control = f"{part.id}.{{{{ linje.id }}}}"
        number = "{% if linje.nr %} {{ linje.nr }}{% endif %}"
        who = paragraph(run(f"{part.label}{number}"), star(part), style="Ledetekst")
        written = date_control(f"{control}.dato", f"{part.label}: {part.date}", "''", self._locale)
        labels = row(
            cell(date, paragraph(run(part.date), style="Ledetekst")),
            cell(_GUTTER),
            cell(sign - name_width, who),
            cell(name_width, paragraph(run("{{ linje.navn }}"), style="Ledetekst")),
        )
        boxes = row(
            cell(date, paragraph(written, style="Verdi"), bottom=INK, fill=TINT, align="center"),
            cell(_GUTTER),
            cell(sign, bottom=INK, fill=TINT, span=2),
            height=millimetres(12),
        )
        line = table([date, _GUTTER, sign - name_width, name_width], labels, boxes) + gap(6)
        return tag(f"for linje in {part.id}") + line + tag("endfor")


def _may_be_empty(section: Section) -> bool:
    """Whether all parts of a section may be irrelevant; its title is then left out too."""
    conditional = (part.relevant is not True or isinstance(part, Signature) for part in section.parts)
    return bool(section.parts) and all(conditional)


def _shown(name: str, relevant: Condition, xml: str) -> str:
    """`xml` under a condition, or as it is if it is always relevant."""
    return xml if relevant is True else tag(f"if vis.{name}") + xml + tag("endif")


def _group_heading(part: Table | Card) -> str:
    return paragraph(run(part.heading, bold=True), style="Gruppe") if part.heading else ""


def _if_concerned(place: Cell, line: Line, scope: str, xml: str) -> str:
    """The contents of a cell; it stays empty where its field isn't relevant although its line is.

    A field in a row of a group keeps its label, and has no value then.
    """
    if scope or place.field.relevant in (True, line.relevant):
        return xml
    return tag(f"if vis.{place.field.id}") + xml + tag("endif") + paragraph(style="Luft")


def _with_any(parts: tuple[Part, ...], xml: str) -> str:
    """`xml` under the condition that any of its parts is relevant, since a table cell must not be empty."""
    if any(part.relevant is True for part in parts):
        return xml
    return tag(f"if {' or '.join(f'vis.{part.id}' for part in parts)}") + xml + tag("endif")


def _height(line: Line) -> int:
    """Height of the places to write in a line; boxes grow with what the office types."""
    lines = max(place.height if place.field.recipient else min(place.height, _TYPED) for place in line.cells)
    return _LINE_HEIGHT if lines == 1 else millimetres(5 * lines + 2.4)


def _note(note: NoteText, style: str) -> str:
    paragraphs = []
    for words in note.paragraphs:
        runs = [run("\u2022\t")] if words.is_item else []
        runs += [run(template_placeholders(piece.text), bold=piece.bold) for piece in words.runs]
        paragraphs.append(paragraph(*runs, style="Punkt" if words.is_item else style))
    return "".join(paragraphs)


def _lines_of(part: Part) -> int:
    """Approximate number of lines on a fixed form; a group counts with its greatest number of rows."""
    match part:
        case Line():
            return 1 if part.is_question else 1 + max(place.height for place in part.cells)
        case NoteText():
            return part.height
        case WheelFigure():
            return _MOST_LINES_SIGNED
        case Signature():
            return 6
        case Table():
            return part.most_rows
        case Card():
            return part.most_rows * 2 * len(part.lines)
