"""Builds the top of a Word template's first page: missing values of a draft, sender, references, title."""

from collections.abc import Iterator

from skjema.definition.placeholders import placeholder_names, template_placeholders
from skjema.formats.docx.markup import (
    ALARM,
    INK,
    cell,
    gap,
    kept_together,
    logo,
    millimetres,
    paragraph,
    row,
    run,
    table,
    tag,
    tag_row,
)
from skjema.layout.letterhead import LetterParts, Reference
from skjema.layout.tree import Tree
from skjema.render.word.page_settings import text_width

_LOGO_WIDTH = millimetres(17.5)
_REFERENCES_WIDTH = millimetres(62)
_ADDRESS_WIDTH = millimetres(86)
"""Width of the address in the windows of envelopes."""
_SENDER_HEIGHT, _ADDRESS_HEIGHT = millimetres(33.5), millimetres(32)
"""Heights in a letter: the address begins 46 mm from the top of the page, and the text at 80 mm."""


def top(tree: Tree) -> str:
    """Everything before the first section."""
    if tree.letter:
        return "".join((_head(tree), _address(tree, tree.letter), *_draft(), *_title(tree)))
    return "".join((*_draft(), _head(tree), *_title(tree)))


def _draft() -> Iterator[str]:
    yield tag("if utkast")
    yield paragraph(run("{{ utkast }}", bold=True, color=ALARM), style="Utkast")
    yield tag("endif")


def _head(tree: Tree) -> str:
    """The sender's lines, with a logo beside or a wide one above them, and the references on the right."""
    sender_width = text_width(tree.paper) - _LOGO_WIDTH - _REFERENCES_WIDTH
    name = paragraph(run("{{ kommune_navn }}", bold=True, color=INK), style="Avsender")
    lines = tag("for linje in avsender") + paragraph(run("{{ linje }}"), style="Avsenderlinje") + tag("endfor")
    sender = name + lines if tree.has_sender else paragraph(style="Luft")
    wide = tag("if bred_logo") + paragraph(logo(2), style="Logo") + tag("endif")
    listed = "".join(_reference(one, has_place=not tree.is_flowing) for one in tree.references)
    beside = cell(_REFERENCES_WIDTH, "" if tree.letter else listed, paragraph(style="Luft"))
    height = _SENDER_HEIGHT if tree.letter else 0
    before = cell(_LOGO_WIDTH, paragraph(logo(1), style="Avsender"))
    # the grid is the same with or without a logo: without one, a cell spans two columns
    rows = (
        tag_row("if logo", 3),
        row(before, cell(sender_width, sender), beside, height=height, exact=True),
        tag_row("else", 3),
        row(cell(_LOGO_WIDTH + sender_width, wide + sender, span=2), beside, height=height, exact=True),
        tag_row("endif", 3),
    )
    return table([_LOGO_WIDTH, sender_width, _REFERENCES_WIDTH], *rows)


def _address(tree: Tree, letter: LetterParts) -> str:
    """The address where envelope windows show it, with the date and the references beside it."""
    lines = "".join(_line_with_values(line, "Adresse") for line in letter.address)
    day = paragraph(run(f"{letter.date}: {{{{ {letter.day} or today }}}}"), style="Henvisning")
    listed = day + "".join(_reference(one, has_place=not tree.is_flowing) for one in tree.references)
    between = text_width(tree.paper) - _ADDRESS_WIDTH - _REFERENCES_WIDTH
    # an empty row keeps two tables apart, which Word would otherwise join
    cells = (
        cell(_ADDRESS_WIDTH, lines, paragraph(style="Luft")),
        cell(between),
        cell(_REFERENCES_WIDTH, listed, paragraph(style="Luft")),
    )
    widths = [_ADDRESS_WIDTH, between, _REFERENCES_WIDTH]
    return gap(1) + table(widths, row(*cells, height=_ADDRESS_HEIGHT, exact=True)) + gap(1)


def closing(tree: Tree) -> str:
    """What stands below a letter's text: the greeting, space for a signature, and the signers."""
    if tree.letter is None:
        return ""
    greeting, *signers = tree.letter.closing
    lines = [gap(18), paragraph(run(template_placeholders(greeting)), style="Brodtekst"), gap(34)]
    return kept_together("".join(lines) + "".join(_line_with_values(line, "Avslutning") for line in signers))


def _line_with_values(line: str, style: str) -> str:
    """A line with placeholders, under the condition that one of its values isn't empty."""
    names, xml = placeholder_names({"": line}), paragraph(run(template_placeholders(line)), style=style)
    return tag(f"if {' or '.join(sorted(names))}") + xml + tag("endif") if names else xml


def _reference(reference: Reference, *, has_place: bool) -> str:
    """A label over a place to write, or before the value."""
    name, label, value = reference.id, reference.label, f"{{{{ {reference.id} }}}}"
    if has_place:
        lines = paragraph(run(label), style="Henvisning") + paragraph(run(value), style="Henvist")
        return lines if reference.field.relevant is True else tag(f"if vis.{name}") + lines + tag("endif")
    # in running text, a label without a value says nothing
    return tag(f"if {name}") + paragraph(run(f"{label}: {value}"), style="Henvisning") + tag("endif")


def _title(tree: Tree) -> Iterator[str]:
    yield paragraph(run(tree.title), style="Heading1")
    if tree.legend:
        yield paragraph(run(tree.legend), style="Forklaring")
    if tree.subtitle:
        yield paragraph(run(template_placeholders(tree.subtitle)), style="Undertittel")
