"""The top of a Word template's first page: what a draft lacks, then the sender, the references and the title."""

from collections.abc import Iterator

from skjema.formats.docx.markup import (
    ALARM,
    INK,
    TEXT_WIDTH,
    cell,
    logo,
    millimetres,
    paragraph,
    row,
    run,
    table,
    tag,
    tag_row,
)
from skjema.layout.tree import Reference, Tree

_LOGO_WIDTH = millimetres(17.5)
_REFERENCES_WIDTH = millimetres(62)


def top(tree: Tree) -> str:
    """All that stands before the first section."""
    return "".join((*_draft(), _head(tree), *_title(tree)))


def _draft() -> Iterator[str]:
    yield tag("if utkast")
    yield paragraph(run("{{ utkast }}", bold=True, color=ALARM), style="Utkast")
    yield tag("endif")


def _head(tree: Tree) -> str:
    """The sender's lines, with a logo before them or a wide one above, and the references beside."""
    sender_width = TEXT_WIDTH - _LOGO_WIDTH - _REFERENCES_WIDTH
    name = paragraph(run("{{ kommune_navn }}", bold=True, color=INK), style="Avsender")
    lines = tag("for linje in avsender") + paragraph(run("{{ linje }}"), style="Avsenderlinje") + tag("endfor")
    sender = name + lines if tree.has_sender else paragraph(style="Luft")
    wide = tag("if bred_logo") + paragraph(logo(2), style="Logo") + tag("endif")
    listed = "".join(_reference(one, has_place=not tree.is_flowing) for one in tree.references)
    beside = cell(_REFERENCES_WIDTH, listed, paragraph(style="Luft"))
    # with a logo or without, the grid is the same: one cell spans two columns where there is none
    rows = (
        tag_row("if logo", 3),
        row(cell(_LOGO_WIDTH, paragraph(logo(1), style="Avsender")), cell(sender_width, sender), beside),
        tag_row("else", 3),
        row(cell(_LOGO_WIDTH + sender_width, wide + sender, span=2), beside),
        tag_row("endif", 3),
    )
    return table([_LOGO_WIDTH, sender_width, _REFERENCES_WIDTH], *rows)


def _reference(reference: Reference, *, has_place: bool) -> str:
    """A label over a place to write, or before the value, where there is one."""
    name, label, value = reference.id, reference.label, f"{{{{ {reference.id} }}}}"
    if has_place:
        lines = paragraph(run(label), style="Henvisning") + paragraph(run(value), style="Henvist")
        return lines if reference.field.relevant is True else tag(f"if vis.{name}") + lines + tag("endif")
    # as text, a label without a value says nothing
    return tag(f"if {name}") + paragraph(run(f"{label}: {value}"), style="Henvisning") + tag("endif")


def _title(tree: Tree) -> Iterator[str]:
    yield paragraph(run(tree.title), style="Heading1")
    if tree.legend:
        yield paragraph(run(tree.legend), style="Forklaring")
    if tree.subtitle:
        yield paragraph(run(tree.subtitle), style="Undertittel")
