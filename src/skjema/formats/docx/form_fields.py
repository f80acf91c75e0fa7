"""Reads the content controls of a returned Word file, as saved by Word, LibreOffice or another program."""

import re
from collections.abc import Iterator

from lxml import etree

from skjema.errors import InputError
from skjema.formats.docx.beside_fields import beside_fields, is_deleted_row, is_struck, signing_cells
from skjema.formats.docx.markup import TICKED
from skjema.formats.docx.part_xml import W, parse, part_of_kind
from skjema.formats.form_fields import Control, FieldValue, FormFields
from skjema.formats.office_package import Package
from skjema.problems import Place, Problem

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TICKED = frozenset({TICKED, "\u2611", "\u2714", "x", "X"})
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""First bytes of files of Word 97, and of files with a password."""
_EMPTY = frozenset({"\u2610"})
_LEFT_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText"})
"""Elements whose text has been deleted or moved by tracked changes, or is no text of the document."""
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_STRICT = "purl.oclc.org"
"""Part of the namespaces of files saved as strict Open XML."""
_BREAK = "\u21b5"
"""Stands for a line break among the words; LibreOffice 7.4 moves line breaks from a field to just before it."""


def read_fields(content: bytes, name: str) -> FormFields:
    """The fields of a returned Word file, with its description of itself.

    Args:
        name: Name of the file in messages.

    Raises:
        InputError: The file has no fields, is damaged, or is protected by a password.
    """
    if not content.startswith((b"PK", _OLD_OR_LOCKED)):
        raise InputError(Problem("returned-not-word", Place(name)))
    package = Package(name, content)
    try:
        members = {part: package.read(part) for part in package.names if part.endswith((".xml", ".rels"))}
        root = parse(members[part_of_kind(members, "", "officeDocument")])
    except (KeyError, etree.XMLSyntaxError):
        raise package.damaged() from None
    finally:
        package.close()
    if _STRICT in str(etree.QName(root).namespace):
        raise InputError(Problem("docx-strict", Place(name)))
    controls = [*_controls(root)]
    if not controls:
        raise InputError(Problem("docx-no-fields", Place(name)))
    values: dict[str, FieldValue] = {}
    unclear = {one.name for one in controls if one.name and values.setdefault(one.name, one.value) != one.value}
    unclear |= {one.name for one in controls if one.name and one.is_contradicted}
    marks, aside = tuple(_marks(members)), beside_fields(root, members)
    return FormFields(
        marks, values, frozenset(unclear), frozenset(_signed(root)), aside.is_noted, tuple(controls),
        tuple(_words(root)), aside,
    )  # fmt: skip


def _marks(members: dict[str, bytes]) -> Iterator[str]:
    for kind in ("custom-properties", "core-properties"):
        part = part_of_kind(members, "", kind)
        if part in members:
            for element in parse(members[part]).iter():
                if isinstance(element.tag, str) and element.text:
                    yield element.text


def _controls(root: etree._Element) -> Iterator[Control]:
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is None or not _is_live(control):
            continue
        tag = properties.find(f"{W}tag")
        name = tag.get(f"{W}val", "") if tag is not None else ""
        box = properties.find(f"{_W14}checkbox/{_W14}checked")
        content = control.find(f"{W}sdtContent")
        is_lined = any(is_struck(run) for run in control.iter(f"{W}r"))
        text = "" if content is None else "\n".join(_lines(content))
        if box is not None:
            is_ticked = box.get(f"{_W14}val", "1") in ("1", "true", "on")
            is_denied = text in (_EMPTY if is_ticked else _TICKED) or (is_ticked and is_lined)
            yield Control(name, is_ticked, is_contradicted=is_denied)
        elif properties.find(f"{W}showingPlcHdr") is not None and control.find(f".//{W}rStyle") is not None:
            yield Control(name, "")  # the placeholder that Word shows, in a style of its own, where nothing is written
        else:
            value = text in _TICKED if text in _TICKED | _EMPTY else text.strip()
            is_prompt = properties.find(f"{W}showingPlcHdr") is not None
            yield Control(name, value, is_contradicted=is_lined and bool(value), is_prompt=is_prompt)


def _is_live(element: etree._Element) -> bool:
    return not is_deleted_row(element) and not any(above.tag in _LEFT_OUT for above in element.iterancestors())


def _lines(element: etree._Element) -> Iterator[str]:
    """The lines of an element's text, paragraph by paragraph; an element within a paragraph counts as one paragraph."""
    paragraphs = [*element.iter(f"{W}p")]
    for paragraph in paragraphs or [element]:
        yield from "".join(_pieces(paragraph)).split("\n")


def _pieces(element: etree._Element) -> Iterator[str]:
    if element.tag in _LEFT_OUT:
        return
    if element.tag == f"{W}t":
        yield element.text or ""
    elif element.tag in (f"{W}br", f"{W}cr"):
        yield "\n"
    elif element.tag == f"{W}tab":
        yield "\t"
    for child in element:
        yield from _pieces(child)


def _words(root: etree._Element) -> Iterator[str]:
    """Every word, and every line break, outside of the controls, in order."""
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}sdt"), None) is None:
            yield from re.findall(r"\S+", "".join(_outside(paragraph)))


def _outside(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}sdt":
            yield " "
        elif child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br" and child.get(f"{W}type") is None:  # page breaks belong to the layout
            yield f" {_BREAK} "
        elif child.tag in (f"{W}tab", f"{W}cr"):
            yield " "
        elif child.tag not in _LEFT_OUT and child.tag != f"{W}p":
            yield from _outside(child)


def _signed(root: etree._Element) -> Iterator[str]:
    """Names of signed lines: rows where text or a picture stands beside the control for the date."""
    for day, cells in signing_cells(root):
        if any(next(cell.iter(*_DRAWN), None) is not None or "".join(_pieces(cell)).strip() for cell in cells):
            yield f"{day.removesuffix('.dato')}.underskrift"
