"""The Word template of a form: its layout with `{{ names }}`, conditions and rows, for a municipality to restyle.

Names in it are those of the definition, and the few that `context` adds.
"""

from collections.abc import Sequence
from itertools import accumulate

from skjema.definition.model import Condition, Form
from skjema.fieldtypes.field_type import FULL_LINE
from skjema.formats.docx.markup import (
    ALARM,
    GREY,
    INK,
    PALE,
    TEXT_WIDTH,
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
    text_control,
    tick_box,
)
from skjema.layout.form_tree import form_tree
from skjema.layout.tree import Card, Cell, Column, Line, NoteText, Part, Section, Signature, Table, Tree
from skjema.render.word.letter_top import top
from skjema.wording import Language, locale_of

_GUTTER = millimetres(4)
_LINE_HEIGHT = millimetres(7)
_TABLE_MARGIN = millimetres(1.4)
_TICK_COLUMN = millimetres(17)
_TYPED = 2
"""Lines that are kept for a long text which the office types: its box grows with it."""
_MOST_LINES_TOGETHER = 17
"""A section of at most so many lines stays on one page; a taller one would leave too much of a page empty."""


def body(form: Form, language: Language) -> str:
    """Everything in the body of the template but the settings of the page."""
    tree = form_tree(form, language)
    return top(tree) + "".join(map(_Sections(tree, language).section, tree.sections))


class _Sections:
    def __init__(self, tree: Tree, language: Language) -> None:
        self._locale = locale_of(language)
        self._flowing = tree.is_flowing

    def section(self, section: Section) -> str:
        title = section.heading(f"{{{{ nummer.{section.id} }}}}")
        heading = paragraph(run(title), style="Heading2", starts_page=section.starts_page) if title else ""
        parts = "".join(_shown(part.id, part.relevant, self._part(part, section)) for part in section.parts)
        if section.is_boxed:
            boxed = table([TEXT_WIDTH], row(cell(TEXT_WIDTH, parts, fill=PALE)), margins=millimetres(3)) + gap(4)
            parts = _with_any(section.parts, boxed)
        whole = heading + parts
        if not self._flowing and _lines_of(section) <= _MOST_LINES_TOGETHER:
            whole = kept_together(whole)
        return _shown(section.id, section.relevant, whole)

    def _part(self, part: Part, section: Section) -> str:
        match part:
            case Line():
                return self._line(part, "", part.cells[0].label)
            case NoteText():
                return _note(part, "Informasjon" if section.is_boxed else "Brodtekst")
            case Signature():
                return self._signature(part)
            case Table():
                return self._table(part)
            case Card():
                first = part.first_label("{{ rad.nr }}")
                lines = [
                    self._line(one, "rad.", one.cells[0].label if at else first, begins=at == 0)
                    for at, one in enumerate(part.lines)
                ]
                card = kept_together(paragraph(style="Skille") + "".join(lines))
                return tag(f"for rad in {part.id}") + card + tag("endfor")

    # -- lines of fields

    def _line(self, line: Line, scope: str, first_label: str, *, begins: bool = False) -> str:
        """A line of fields.

        Args:
            scope: What stands before the names of values: that of a row, or nothing.
            begins: Whether it is the first of a card.
        """
        only = line.cells[0]
        if len(line.cells) == 1 and self._flowing and only.long:
            label = paragraph(run(first_label), style="Ledetekst") if first_label else ""
            return label + paragraph(run(f"{{{{ {scope}{only.field.id} or '\u2013' }}}}"), style="Brodtekst")
        if line.is_question:
            return self._question(only, first_label, scope)
        return self._boxes(line, [first_label, *(one.label for one in line.cells[1:])], scope, begins=begins)

    def _boxes(self, line: Line, labels: list[str], scope: str, *, begins: bool) -> str:
        """Labels over values, in a table of two rows with room between its columns."""
        widths: list[int] = []
        tops: list[str] = []
        values: list[str] = []
        for one, label in zip(line.cells, labels, strict=True):
            last = one is line.cells[-1]
            width = TEXT_WIDTH * one.width // FULL_LINE - (0 if last and not line.rest else _GUTTER)
            is_first = begins and one is line.cells[0]
            tops.append(cell(width, paragraph(run(label, bold=is_first), _star(one), style="Ledetekst")))
            align = "center" if not self._flowing and not one.long else ""
            under = INK if one.look == "blank" else ""
            values.append(cell(width, self._value(one, scope), bottom=under, fill=_fill(one), align=align))
            widths.append(width)
            if not last:
                widths.append(_GUTTER)
                tops.append(cell(_GUTTER))
                values.append(cell(_GUTTER))
        rows = row(*tops), row(*values, height=0 if self._flowing else _height(line))
        return table(widths, *rows) + gap(3 if self._flowing else 5)

    def _question(self, one: Cell, label: str, scope: str) -> str:
        boxes = sum(_tick_width(tick.label) for tick in one.ticks) + _TABLE_MARGIN
        question = paragraph(run(label), _star(one), style="Verdi")
        left = cell(TEXT_WIDTH - boxes, question, align="center")
        return table([TEXT_WIDTH - boxes, boxes], row(left, cell(boxes, self._value(one, scope)))) + gap(4)

    def _value(self, one: Cell, scope: str) -> str:
        """What stands in the place of a value: boxes to tick, a place to write, or the value itself."""
        name = one.field.id
        if one.ticks:
            return _ticks(one, scope, name)
        value = f"{scope}{name} or '\u2013'" if one.look == "value" else f"{scope}{name}"
        return paragraph(self._written(one, value, name), style="Verdi")

    def _written(self, one: Cell, expression: str, name: str) -> str:
        """A value, in a control that is called `name` where the office fills it in."""
        if not one.field.recipient:
            return run(f"{{{{ {expression} }}}}")
        if one.field.kind.validation == "date":
            return date_control(name, one.name, expression, self._locale)
        return text_control(name, one.name, expression, lines=one.long)

    # -- groups as tables

    def _table(self, part: Table) -> str:
        widths = _widths(part.columns)
        heading = [
            cell(width, paragraph(run(one.head, bold=True), style="Tabellhode"), bottom=INK)
            for width, one in zip(widths, part.columns, strict=True)
        ]
        cells = [self._table_cell(one, width, part.id) for one, width in zip(part.columns, widths, strict=True)]
        rows = (
            row(*heading, heading=True),
            tag_row(f"for rad in {part.id}", len(widths)),
            row(*cells, height=0 if self._flowing else millimetres(6.5), splits=self._flowing),
            tag_row("endfor", len(widths)),
        )
        return table(widths, *rows, margins=_TABLE_MARGIN, caption=part.label) + gap(6)

    def _table_cell(self, column: Column, width: int, group: str) -> str:
        one = column.cell
        if one is None:
            return cell(width, paragraph(run("{{ rad.rad }}"), style="Tabell"), bottom=GREY, align="center")
        name = f"{group}.{{{{ rad.id }}}}.{one.field.id}"
        if one.look == "tick":
            tick = one.ticks[0].id
            box = tick_box(f"{name}.{tick}", one.name, f"rad.valgt.{one.field.id}.{tick}")
            content = paragraph(box, style="Kryss")
        elif one.ticks:
            content = _ticks(one, "rad.", name)
        else:
            content = paragraph(self._written(one, f"rad.{one.field.id}", name), style="Tabell")
        return cell(width, content, bottom=GREY, fill=_fill(one), align="center")

    def _signature(self, part: Signature) -> str:
        """A date and a line for each who signs, whose name stands above the right end of the line."""
        date, sign = TEXT_WIDTH // 4 - _GUTTER, TEXT_WIDTH - TEXT_WIDTH // 4
        name_width = sign * 4 // 9
        name = f"{part.id}.{{{{ linje.id }}}}"
        number = "{% if linje.nr %} {{ linje.nr }}{% endif %}"
        who = paragraph(run(f"{part.label}{number}"), _star(part), style="Ledetekst")
        written = date_control(f"{name}.dato", f"{part.label}: {part.date}", "''", self._locale)
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
        whole = table([date, _GUTTER, sign - name_width, name_width], labels, boxes) + gap(6)
        return tag(f"for linje in {part.id}") + whole + tag("endfor")


def _shown(name: str, relevant: Condition, xml: str) -> str:
    """`xml`, under a condition where it may be left out."""
    return xml if relevant is True else tag(f"if vis.{name}") + xml + tag("endif")


def _with_any(parts: tuple[Part, ...], xml: str) -> str:
    """`xml`, unless everything in it is left out: a cell of a table must hold something."""
    if any(one.relevant is True for one in parts):
        return xml
    return tag(f"if {' or '.join(f'vis.{one.id}' for one in parts)}") + xml + tag("endif")


_NARROW, _WIDE = frozenset("fijlrtI"), frozenset("mwMW")


def _tick_width(label: str) -> int:
    """Room for a box and its answer."""
    return millimetres(9 + sum(1 if one in _NARROW else 3 if one in _WIDE else 2 for one in label))


def _star(part: Cell | Signature) -> str:
    return run(" *", color=ALARM) if part.star else ""


def _fill(one: Cell) -> str:
    """Background of what the recipient fills in."""
    return TINT if one.field.recipient and not one.has_ticks else ""


def _height(line: Line) -> int:
    """Of the places to write of a line; its boxes grow with what the office types."""
    lines = max(one.height if one.field.recipient else min(one.height, _TYPED) for one in line.cells)
    return _LINE_HEIGHT if lines == 1 else millimetres(5 * lines + 2.4)


def _note(note: NoteText, style: str) -> str:
    return "".join(
        paragraph(*(run(one.text, bold=one.bold) for one in words.runs), style="Punkt" if words.is_item else style)
        for words in note.paragraphs
    )


def _ticks(one: Cell, scope: str, name: str) -> str:
    """Boxes to tick, in columns or side by side; `name` is what their controls are called."""
    columns = one.columns
    if columns:
        stops = [TEXT_WIDTH // columns * at for at in range(1, columns)]
    else:
        stops = list(accumulate(_tick_width(tick.label) for tick in one.ticks[:-1]))
        columns = len(one.ticks)
    boxes = [
        tick_box(f"{name}.{tick.id}", tick.label, f"{scope}valgt.{one.field.id}.{tick.id}") + run(f"\u00a0{tick.label}")
        for tick in one.ticks
    ]
    rows = (boxes[at : at + columns] for at in range(0, len(boxes), columns))
    return "".join(paragraph(run("\t").join(row_of_boxes), style="Kryss", tabs=stops) for row_of_boxes in rows)


def _widths(columns: Sequence[Column]) -> list[int]:
    """Columns of boxes as wide as their boxes, the others by their hints; the row's label or the last has the rest."""
    boxes = [_boxes_width(one) for one in columns]
    shares = [0 if box else one.width for one, box in zip(columns, boxes, strict=True)]
    share = (TEXT_WIDTH - sum(boxes)) // max(1, sum(shares))
    widths = [box or share * width for box, width in zip(boxes, shares, strict=True)]
    rest = next((at for at, one in enumerate(columns) if one.cell is None), len(columns) - 1)
    widths[rest] += TEXT_WIDTH - sum(widths)
    return widths


def _boxes_width(column: Column) -> int:
    """The width of a column of boxes to tick; 0 for another one."""
    one = column.cell
    if one is None or not one.ticks:
        return 0
    boxes = sum(_tick_width(tick.label) for tick in one.ticks)
    return _TICK_COLUMN if one.look == "tick" else boxes + 2 * _TABLE_MARGIN


def _lines_of(section: Section) -> int:
    """About how many lines a section takes on a fixed form, as many rows in each group as it may have."""
    return sum(map(_lines_of_part, section.parts))


def _lines_of_part(part: Part) -> int:
    match part:
        case Line():
            return 1 if part.is_question else 1 + max(one.height for one in part.cells)
        case NoteText():
            return part.height
        case Signature():
            return 6
        case Table():
            return part.most_rows
        case Card():
            return part.most_rows * 2 * len(part.lines)
