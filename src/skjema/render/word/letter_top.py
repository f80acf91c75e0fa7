"""The top of a Word template's first page: what a draft lacks, then the sender, the references and the title."""

from collections.abc import Iterator

from skjema.definition.model import Field, Form
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
from skjema.layout.letterhead import has_sender, references
from skjema.wording import Language, in_language
from skjema.wording.forms import word

_LOGO_WIDTH = millimetres(17.5)
_REFERENCES_WIDTH = millimetres(62)


def top(form: Form, language: Language) -> str:
    """All that stands before the first section."""
    return "".join((*_draft(), _head(form, language), *_title(form, language)))


def _draft() -> Iterator[str]:
    yield tag("if utkast")
    yield paragraph(run("{{ utkast }}", bold=True, color=ALARM), style="Utkast")
    yield tag("endif")


def _head(form: Form, language: Language) -> str:
    """The sender's lines, with a logo before them or a wide one above, and the references beside."""
    left = TEXT_WIDTH - _LOGO_WIDTH - _REFERENCES_WIDTH
    name = paragraph(run("{{ kommune_navn }}", bold=True, color=INK), style="Avsender")
    lines = tag("for linje in avsender") + paragraph(run("{{ linje }}"), style="Avsenderlinje") + tag("endfor")
    sender = name + lines if has_sender(form) else paragraph(style="Luft")
    wide = tag("if bred_logo") + paragraph(logo(2), style="Logo") + tag("endif")
    listed = "".join(_reference(one, form, language) for one in references(form))
    beside = cell(_REFERENCES_WIDTH, listed, paragraph(style="Luft"))
    rows = (
        tag_row("if logo", 3),
        row(cell(_LOGO_WIDTH, paragraph(logo(1), style="Avsender")), cell(left, sender), beside),
        tag_row("else", 3),
        row(cell(_LOGO_WIDTH + left, wide + sender, span=2), beside),
        tag_row("endif", 3),
    )
    return table([_LOGO_WIDTH, left, _REFERENCES_WIDTH], *rows)


def _reference(field: Field, form: Form, language: Language) -> str:
    label, value = in_language(field.label, language), f"{{{{ {field.id} }}}}"
    if form.layout == "fixed":
        whole = paragraph(run(label), style="Henvisning") + paragraph(run(value), style="Henvist")
        return whole if field.relevant is True else tag(f"if vis.{field.id}") + whole + tag("endif")
    return tag(f"if {field.id}") + paragraph(run(f"{label}: {value}"), style="Henvisning") + tag("endif")


def _title(form: Form, language: Language) -> Iterator[str]:
    yield paragraph(run(in_language(form.title, language)), style="Heading1")
    if form.layout == "fixed":
        yield paragraph(run(word("legend", language)), style="Forklaring")
    if form.subtitle:
        yield paragraph(run(in_language(form.subtitle, language)), style="Undertittel")
