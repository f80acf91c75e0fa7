"""Word templates drawn in tests."""

import functools
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx as python_docx
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl.template import DocxTemplate
from lxml import etree

from skjema.formats.docx.members import members_of
from skjema.render.word.template import WordTemplate


@functools.cache
def _blank() -> bytes:
    """The file python-docx begins with, without its hundred table styles, twice over, that take 13 ms to read."""
    document = python_docx.Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(key)
            document.part.rels.pop(key, None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx(*paragraphs: str, draw: Callable[[Document], object] | None = None) -> bytes:
    """A Word file with these paragraphs, and whatever `draw` adds."""
    document = python_docx.Document(io.BytesIO(_blank()))
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
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'


def with_relationship(
    content: bytes, kind: str, target: str, *, of: str = "word/document.xml", mode: str = ""
) -> bytes:
    """The same file whose part `of` refers to something; of the file itself, for an empty name."""
    folder, _, name = of.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels".removeprefix("/") if of else "_rels/.rels"
    full = kind if "/" in kind else f"{_OFFICE}{kind}"
    external = f' TargetMode="{mode}"' if mode else ""
    relationship = f'<Relationship Id="rIdNy" Type="{full}" Target="{target}"{external}/></Relationships>'
    return with_part(content, listed, lambda xml: (xml or _RELATIONSHIPS).replace("</Relationships>", relationship))


def with_linked_part(
    content: bytes, name: str, xml: str, kind: str, content_type: str, *, of: str = "word/document.xml"
) -> bytes:
    """The same file with one more part, which `of` refers to."""
    full = content_type if "/" in content_type else f"{_WORD}{content_type}+xml"
    typed = with_part(content, "[Content_Types].xml", lambda types: types.replace(
        "</Types>", f'<Override PartName="/{name}" ContentType="{full}"/></Types>'
    ))  # fmt: skip
    return with_part(with_relationship(typed, kind, f"/{name}", of=of), name, lambda _: xml)


def with_footnote(content: bytes, text: str) -> bytes:
    """The same file with a footnote."""
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{_MAIN}">{note}</w:footnotes>'
    return with_linked_part(content, "word/footnotes.xml", notes, "footnotes", "footnotes")


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
