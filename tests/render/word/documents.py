"""Word templates drawn in tests."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx as python_docx
from docx.document import Document
from docxtpl.template import DocxTemplate
from lxml import etree

from skjema.render.word.template import WordTemplate, members_of


def docx(*paragraphs: str, draw: Callable[[Document], object] | None = None) -> bytes:
    """A Word file with these paragraphs, and whatever `draw` adds."""
    document = python_docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if draw is not None:
        draw(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same file with the text of one part changed."""
    members = dict(members_of(content))
    members[name] = change(members.get(name, b"").decode()).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, data in members.items():
            archive.writestr(one, data)
    return out.getvalue()


_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def with_footnote(content: bytes, text: str) -> bytes:
    """The same file with a footnote."""
    changed = with_part(content, "[Content_Types].xml", lambda xml: xml.replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}"/></Types>'
    ))  # fmt: skip
    changed = with_part(changed, "word/_rels/document.xml.rels", lambda xml: xml.replace(
        "</Relationships>", f'<Relationship Id="rIdFot" Type="{_RELATION}" Target="footnotes.xml"/></Relationships>'
    ))  # fmt: skip
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    return with_part(changed, "word/footnotes.xml", lambda _: f'<w:footnotes xmlns:w="{_MAIN}">{note}</w:footnotes>')


def render(template: bytes, **context: Any) -> bytes:
    return WordTemplate("mal.docx", template).render(context)


def docxtpl_renders(template: bytes, context: Mapping[str, Any]) -> bytes:
    made = DocxTemplate(io.BytesIO(template))
    made.render(dict(context), autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def canonical(content: bytes, part: str = "word/document.xml") -> bytes:
    """A part in the one form that all ways to write the same XML have."""
    return one_form(etree.fromstring(members_of(content)[part]))


def one_form(root: etree._Element) -> bytes:
    out = io.BytesIO()
    root.getroottree().write_c14n(out)
    return out.getvalue()
