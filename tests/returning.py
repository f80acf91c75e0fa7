"""Documents filled in and saved as other programs do it, and as bytes by hand."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docx import Document
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from tests.reading_back import W

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
Answers = Mapping[str, str | bool]
"""By the name of the box: a text, `/ja` for an answer of a group, or whether it is ticked."""


def _named(answers: Answers) -> dict[str, str]:
    return {name: "/Ja" if value is True else str(value) for name, value in answers.items()}


def _filled(writer: PdfWriter, answers: Answers) -> bytes:
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, dict(_named(answers)), auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def saved_whole(content: bytes, answers: Answers) -> bytes:
    """As a viewer that writes the file anew."""
    return _filled(PdfWriter(clone_from=PdfReader(io.BytesIO(content))), answers)


def saved_as_revision(content: bytes, answers: Answers) -> bytes:
    """As a viewer that writes what has changed behind the rest."""
    return _filled(PdfWriter(io.BytesIO(content), incremental=True), answers)


def saved_without_appearances(content: bytes, answers: Answers) -> bytes:
    """As a program that leaves it to the viewer to draw texts."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(saved_whole(content, answers))))
    for page in writer.pages:
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            if widget.get("/FT") in ("/Tx", "/Ch"):
                widget.pop("/AP", None)
    writer.set_need_appearances_writer()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def saved_twice(content: bytes, answers: Answers) -> bytes:
    """As a revision on a revision: the last answer counts."""
    first = {name: "Noe annet" for name, value in answers.items() if isinstance(value, str) and value[:1] != "/"}
    return saved_as_revision(saved_as_revision(content, first), answers)


def saved_by_hand(content: bytes, answers: Answers) -> bytes:
    """As bytes put behind the file: the objects of its fields once more, in a table of the old kind."""
    reader = PdfReader(io.BytesIO(content))
    added: dict[int, bytes] = {}
    for page in reader.pages:
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            name = _full_name(widget)
            if name in answers:
                added |= _objects(one.idnum, widget, str(_named(answers)[name]))
    out, places = bytearray(content), {}
    for number, body in added.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % pair for pair in sorted(places.items()))
    size, root = int(str(reader.trailer["/Size"])), reader.trailer.raw_get("/Root").idnum
    before = re.findall(rb"startxref\s+(\d+)", content)[-1]
    info = reader.trailer.raw_get("/Info").idnum
    out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, root, info, before, start
    )  # fmt: skip
    return bytes(out)


def _full_name(widget: DictionaryObject) -> str:
    names: list[str] = []
    node: DictionaryObject | None = widget
    while node is not None:
        names[:0] = [str(node["/T"])] if "/T" in node else []
        node = node["/Parent"].get_object() if "/Parent" in node else None  # type: ignore[assignment]
    return ".".join(names)


def _objects(number: int, widget: DictionaryObject, value: str) -> dict[int, bytes]:
    """The objects of a widget with another value; of one in a group of answers, the group's too."""
    if "/T" in widget and not value.startswith("/"):
        return {number: _with(widget, b"/V <FEFF%s>" % value.encode("utf-16-be").hex().encode())}
    state = value if value in widget["/AP"]["/N"] else "/Off"  # type: ignore[index]
    own = {number: _with(widget, b"/AS %s" % state.encode() + (b"/V %s" % state.encode() if "/T" in widget else b""))}
    if "/T" in widget:
        return own
    group = widget.raw_get("/Parent")
    return own | {group.idnum: _with(group.get_object(), b"/V %s" % value.encode())}


def _with(item: DictionaryObject, more: bytes) -> bytes:
    kept = DictionaryObject({key: item.raw_get(key) for key in item if key not in ("/V", "/AS")})
    out = io.BytesIO()
    kept.write_to_stream(out)
    return out.getvalue().rstrip().removesuffix(b">>") + more + b">>"


WAYS: dict[str, Callable[[bytes, Answers], bytes]] = {
    "whole": saved_whole,
    "revision": saved_as_revision,
    "appearances stripped": saved_without_appearances,
    "revision on revision": saved_twice,
    "bytes by hand": saved_by_hand,
}


def with_state(content: bytes, name: str, shown: str) -> bytes:
    """A file in which an answer of a group is shown otherwise than it says."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for page in writer.pages:
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            if _full_name(widget) == name:
                states = widget["/AP"]["/N"]
                widget[NameObject("/AS")] = NameObject(shown if shown in states else "/Off")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# -- Word


def typed_in_word(
    content: bytes, answers: Answers, *, changed: Callable[[etree._Element], object] | None = None
) -> bytes:
    """A Word file with its controls filled in, saved by python-docx."""
    document = Document(io.BytesIO(content))
    body = document.element.body
    for control in body.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        if name in answers:
            _type(control, answers[name])
    if changed:
        changed(body)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _type(control: etree._Element, value: str | bool) -> None:
    box = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
    text: Any = control.find(f".//{W}t")
    if box is not None:
        box.set(f"{W14}val", "1" if value else "0")
        text.text = "\u2612" if value else "\u2610"
        return
    first, *others = str(value).split("\n")
    text.text = first
    run = text.getparent()
    for line in others:
        etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def names_lost(body: etree._Element) -> None:
    """What LibreOffice 7.4 makes of a Word file: its controls are there, and their names are not."""
    for properties in body.iter(f"{W}sdtPr"):
        for key in ("tag", "alias"):
            for element in properties.findall(f"{W}{key}"):
                properties.remove(element)


def breaks_moved(body: etree._Element) -> None:
    """What LibreOffice 7.4 makes of a text of several lines: one, with the breaks before its field."""
    for control in body.iter(f"{W}sdt"):
        run = control.find(f"{W}sdtContent/{W}r")
        breaks = [] if run is None else run.findall(f"{W}br")
        if run is not None and breaks:
            words = "".join(one.text or "" for one in run.findall(f"{W}t"))
            for element in list(run):
                run.remove(element)
            etree.SubElement(run, f"{W}t").text = words
            moved = etree.Element(f"{W}r")
            moved.extend(breaks)
            control.addprevious(moved)


def with_part(content: bytes, part: str, changed: Callable[[bytes], bytes]) -> bytes:
    """A Word file with one of its parts changed; one that is then empty is taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, changed(data) if name == part else data)
    return out.getvalue()
