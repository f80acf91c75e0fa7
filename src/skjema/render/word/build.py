"""The Word template of a form: its layout with `{{ names }}`, conditions and rows, for a municipality to restyle.

Names in it are those of the definition, and the few that `context` adds.
"""

from itertools import accumulate

from skjema.definition.model import Condition, Field, Form, Note
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
    tick_columns,
    widget,
)
from skjema.render.typst.page import card_name
from skjema.render.word.letter_top import top
from skjema.wording import Language, Text, in_language, locale_of
from skjema.wording.forms import word

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
    return _Body(form, language).xml()


class _Body:
    def __init__(self, form: Form, language: Language) -> None:
        self._form = form
        self._language = language
        self._flowing = form.layout == "flowing"

    def xml(self) -> str:
        return top(self._form, self._language) + "".join(map(self._block, blocks(self._form)))

    def _text(self, text: Text) -> str:
        return in_language(text, self._language)

    def _star(self, field: Field) -> str:
        return run(" *", color=ALARM) if field.required is True and not self._flowing else ""

    # -- sections

    def _block(self, block: Block) -> str:
        title = f"{{{{ nummer.{block.id} }}}} {self._text(block.title)}" if block.title else ""
        heading = paragraph(run(title), style="Heading2", starts_page=block.starts_page) if title else ""
        parts = "".join(_shown(part.id, part.relevant, self._part(part, block)) for part in block.parts)
        if block.boxed:
            boxed = table([TEXT_WIDTH], row(cell(TEXT_WIDTH, parts, fill=PALE)), margins=millimetres(3)) + gap(4)
            parts = _with_any(block.parts, boxed)
        whole = heading + parts
        if not self._flowing and _lines_of(block) <= _MOST_LINES_TOGETHER:
            whole = kept_together(whole)
        return _shown(block.id, block.relevant, whole)

    def _part(self, part: Part, block: Block) -> str:
        match part:
            case Line():
                return self._line(part, "", heading=block.title)
            case Note():
                return self._note(part, boxed=block.boxed)
            case Signature():
                return self._signature(part.field)
            case Rows(is_table=True):
                return self._table(part)
            case Rows():
                first = self._text(part.lines[0].fields[0].label)
                name = card_name(self._text(part.group.label), first, "{{ rad.nr }}")
                lines = [self._line(one, "rad.", "" if at else name) for at, one in enumerate(part.lines)]
                card = kept_together(paragraph(style="Skille") + "".join(lines))
                return tag(f"for rad in {part.id}") + card + tag("endfor")

    def _note(self, note: Note, *, boxed: bool) -> str:
        style = "Informasjon" if boxed else "Brodtekst"
        return "".join(
            paragraph(*(run(one.text, bold=one.bold) for one in words.runs), style="Punkt" if words.is_item else style)
            for words in paragraphs(self._text(note.text))
        )

    # -- lines of fields

    def _line(self, line: Line, scope: str, name: str = "", heading: Text | None = None) -> str:
        labels = [self._text(one.label) for one in line.fields]
        labels[0] = name or labels[0]
        only = line.fields[0]
        if len(line.fields) == 1 and only.label == heading:
            labels[0] = ""
        if len(line.fields) == 1 and self._flowing and widget(only) == "longtext":
            label = paragraph(run(labels[0]), style="Ledetekst") if labels[0] else ""
            return label + paragraph(run(f"{{{{ {scope}{only.id} or '\u2013' }}}}"), style="Brodtekst")
        if is_question(line) and not self._flowing:
            return self._question(only, labels[0], scope)
        return self._boxes(line, labels, scope, begins=bool(name))

    def _boxes(self, line: Line, labels: list[str], scope: str, *, begins: bool) -> str:
        """Labels over values, in a table of two rows with room between its columns."""
        full = sum(one.width for one in line.fields) == FULL_LINE
        widths: list[int] = []
        tops: list[str] = []
        values: list[str] = []
        for one, label in zip(line.fields, labels, strict=True):
            last = one is line.fields[-1]
            width = TEXT_WIDTH * one.width // FULL_LINE - (0 if last and full else _GUTTER)
            underlined = widget(one) != "ticks" and not self._flowing
            is_first = begins and one is line.fields[0]
            tops.append(cell(width, paragraph(run(label, bold=is_first), self._star(one), style="Ledetekst")))
            align = "" if self._flowing or widget(one) == "longtext" else "center"
            values.append(
                cell(width, self._value(one, scope), bottom=INK if underlined else "", fill=_fill(one), align=align)
            )
            widths.append(width)
            if not last:
                widths.append(_GUTTER)
                tops.append(cell(_GUTTER))
                values.append(cell(_GUTTER))
        lines = max(height_in_lines(one) if one.recipient else min(height_in_lines(one), _TYPED) for one in line.fields)
        height = _LINE_HEIGHT if lines == 1 else millimetres(5 * lines + 2.4)
        rows = row(*tops), row(*values, height=0 if self._flowing else height)
        return table(widths, *rows) + gap(3 if self._flowing else 5)

    def _question(self, field: Field, label: str, scope: str) -> str:
        boxes = sum(_tick_width(self._text(one.label)) for one in field.kind.answers(field)) + _TABLE_MARGIN
        question = paragraph(run(label), self._star(field), style="Verdi")
        left = cell(TEXT_WIDTH - boxes, question, align="center")
        return table([TEXT_WIDTH - boxes, boxes], row(left, cell(boxes, self._value(field, scope)))) + gap(4)

    def _value(self, field: Field, scope: str, name: str = "") -> str:
        """What stands in the place of a value: boxes to tick, a place to write, or the value itself.

        Args:
            name: Tag of the control, where it isn't the field's id.
        """
        name = name or field.id
        if widget(field) == "ticks" and not self._flowing:
            return self._ticks(field, scope, name)
        value = f"{scope}{field.id} or '\u2013'" if self._flowing else f"{scope}{field.id}"
        return paragraph(self._written(field, value, name), style="Verdi")

    def _written(self, field: Field, expression: str, name: str) -> str:
        if not field.recipient:
            return run(f"{{{{ {expression} }}}}")
        title = self._text(field.label)
        if field.kind.validation == "date":
            return date_control(name, title, expression, locale_of(self._language))
        return text_control(name, title, expression, lines=widget(field) == "longtext")

    def _ticks(self, field: Field, scope: str, name: str) -> str:
        options = [(one.id, self._text(one.label)) for one in field.kind.answers(field)]
        labels = [label for _, label in options]
        columns = tick_columns(field, labels)
        if columns:
            stops = [TEXT_WIDTH // columns * at for at in range(1, columns)]
        else:
            stops = list(accumulate(_tick_width(label) for label in labels[:-1]))
            columns = len(options)
        boxes = [
            tick_box(f"{name}.{answer}", label, f"{scope}valgt.{field.id}.{answer}") + run(f"\u00a0{label}")
            for answer, label in options
        ]
        rows = (boxes[at : at + columns] for at in range(0, len(boxes), columns))
        return "".join(paragraph(run("\t").join(one), style="Kryss", tabs=stops) for one in rows)

    # -- groups as tables

    def _table(self, part: Rows) -> str:
        group = part.group
        columns = [one for one in group.field if one.printed]
        widths = self._widths(columns, labelled=bool(group.row))
        heads = [self._text(one.label) for one in columns]
        cells = [
            self._table_cell(one, width, group.id) for one, width in zip(columns, widths[-len(columns) :], strict=True)
        ]
        if group.row:
            at = 1 if self._ticks_first(columns[0]) else 0
            if at:
                widths[0], widths[1] = widths[1], widths[0]
            heads.insert(at, self._text(group.label))
            cells.insert(
                at, cell(widths[at], paragraph(run("{{ rad.rad }}"), style="Tabell"), bottom=GREY, align="center")
            )
        else:
            heads[0] = self._text(group.label)
        heading = [
            cell(width, paragraph(run(text, bold=True), style="Tabellhode"), bottom=INK)
            for width, text in zip(widths, heads, strict=True)
        ]
        rows = (
            row(*heading, heading=True),
            tag_row(f"for rad in {group.id}", len(widths)),
            row(*cells, height=0 if self._flowing else millimetres(6.5), splits=self._flowing),
            tag_row("endfor", len(widths)),
        )
        return table(widths, *rows, margins=_TABLE_MARGIN, caption=self._text(group.label)) + gap(6)

    def _ticks_first(self, first: Field) -> bool:
        """Whether an office's tick stands before the label of its row."""
        return widget(first) == "ticks" and not first.recipient

    def _widths(self, columns: list[Field], *, labelled: bool) -> list[int]:
        """Columns of boxes as wide as their boxes, the others by their hints; before them the row's label."""
        boxes = [
            0 if widget(one) != "ticks" or self._flowing
            else _TICK_COLUMN if is_single_tick(one)
            else sum(_tick_width(self._text(answer.label)) for answer in one.kind.answers(one)) + 2 * _TABLE_MARGIN
            for one in columns
        ]  # fmt: skip
        shares = [0 if box else one.width for one, box in zip(columns, boxes, strict=True)]
        label = 7 if labelled else 0
        share = (TEXT_WIDTH - sum(boxes)) // max(1, sum(shares) + label)
        widths = [box or share * width for box, width in zip(boxes, shares, strict=True)]
        if not labelled:
            return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])]
        return [TEXT_WIDTH - sum(widths), *widths]

    def _table_cell(self, field: Field, width: int, group: str) -> str:
        name = f"{group}.{{{{ rad.id }}}}.{field.id}"
        if widget(field) != "ticks" or self._flowing:
            content = paragraph(self._written(field, f"rad.{field.id}", name), style="Tabell")
        elif is_single_tick(field):
            title = self._text(field.label)
            content = paragraph(tick_box(f"{name}.ja", title, f"rad.valgt.{field.id}.ja"), style="Kryss")
        else:
            content = self._ticks(field, "rad.", name)
        return cell(width, content, bottom=GREY, fill=_fill(field), align="center")

    # -- signatures

    def _signature(self, field: Field) -> str:
        """A date and a line for each who signs, whose name stands above the right end of the line."""
        date, sign = TEXT_WIDTH // 4 - _GUTTER, TEXT_WIDTH - TEXT_WIDTH // 4
        name_width = sign * 4 // 9
        label, name = self._text(field.label), f"{field.id}.{{{{ linje.id }}}}"
        who = paragraph(
            run(f"{label}{{% if linje.nr %}} {{{{ linje.nr }}}}{{% endif %}}"), self._star(field), style="Ledetekst"
        )
        dated = word("signature-date", self._language)
        written = date_control(f"{name}.dato", f"{label}: {dated}", "''", locale_of(self._language))
        labels = row(
            cell(date, paragraph(run(dated), style="Ledetekst")),
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
        return tag(f"for linje in {field.id}") + whole + tag("endfor")


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


def _lines_of(block: Block) -> int:
    """About how many lines a section takes on a fixed form, as many rows in each group as it may have."""
    return sum(map(_lines_of_part, block.parts))


def _lines_of_part(part: Part) -> int:
    match part:
        case Line():
            return 1 if is_question(part) else 1 + max(map(height_in_lines, part.fields))
        case Note():
            return sum(1 + len(text) // 100 for text in in_language(part.text, "nb").splitlines())
        case Signature():
            return 6
        case Rows(group=group):
            return (len(group.row) or group.max or FULL_LINE) * max(1, 2 * len(part.lines))


def _fill(field: Field) -> str:
    """Background of what the recipient fills in."""
    return TINT if field.recipient and widget(field) != "ticks" else ""
