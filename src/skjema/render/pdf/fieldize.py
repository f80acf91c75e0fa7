"""Turns the links `skjema:<name>` of a page that typst has set into form fields, tagged and named.

Each link annotation becomes a widget in the same place; its structure element, a Link,
becomes a Form (PDF/UA-1 7.18.4). What the widget needs beside its place comes from its `Box`.
"""

from collections.abc import Sequence
from typing import cast
from urllib.parse import unquote

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from skjema.formats.fonts import ValueFont
from skjema.formats.pdf.acroform import COMBO, MULTILINE, PRINTED, RADIO, READ_ONLY, REQUIRED
from skjema.formats.pdf.embed import embed
from skjema.formats.pdf.fit_text import LARGEST, TextBox
from skjema.formats.pdf.objects import Document, array, dictionary, name, stream
from skjema.formats.pdf.structure import parent_tree
from skjema.formats.pdf.syntax import DRAWN, OFF, ON, TYPED
from skjema.formats.pdf.tick_marks import tick_marks
from skjema.render.pdf.form_document import FormDocument, Holder, Widget
from skjema.render.pdf.mark_objects import mark_field
from skjema.render.pdf.written import State, Written
from skjema.render.typst.page_places import Box
from skjema.wording import Language, locale_of

_LINK = "skjema:"

_SIGNER_SIZE = 8.0
"""Type size of the name under a line to sign on."""


def fieldize(
    pdf: bytes, boxes: list[Box], font: ValueFont, language: Language, mark: str, *, locked: bool
) -> FormDocument:
    """The form of a page that typst has set.

    Args:
        boxes: What the links of the page stand for.
        font: Embedded for the values.
        mark: What the document says of itself.
        locked: Whether the office's part can't be changed any more.
    """
    document = Document(pdf)
    fonts = embed(document, font)
    links: dict[str, tuple[Box, str]] = {}
    for box in boxes:
        links |= _links(box)
    maker = _WidgetMaker(document, links, locked=locked)
    widgets: list[Widget] = []
    for number, page in enumerate(document.pages):
        widgets += maker.page(number, page)
    fields = _Tree(document)
    holders = _hang(fields, widgets, maker)
    fields.top.append(mark_field(document, mark))
    resources = dictionary(Font=dictionary(**{TYPED: fonts.typed, DRAWN: fonts.drawn}))
    form = dictionary(Fields=fields.top, DR=resources, DA=f"/{TYPED} 0 Tf 0 g")
    document.root[NameObject("/AcroForm")] = document.add(form)
    # by way of a dictionary, which makes a text string of it
    document.root[NameObject("/Lang")] = dictionary(x=locale_of(language))["/x"]
    return FormDocument(document, widgets, holders, fonts)


def _hang(fields: "_Tree", widgets: Sequence[Widget], maker: "_WidgetMaker") -> list[Holder]:
    """Add widgets to the field tree; the buttons of one question under a common field."""
    groups: dict[str, IndirectObject] = {}
    states: dict[str, list[State]] = {}
    for widget in widgets:
        if widget.kind == "radio":
            if widget.name not in groups:
                groups[widget.name] = fields.place(widget.name, maker.group(widget.name))
            fields.hang(widget.reference, groups[widget.name])
            states.setdefault(widget.name, []).append(State(widget.name, widget.answer, widget.answer))
        else:
            fields.place(widget.name, widget.reference)
    return [Holder(group, states[box]) for box, group in groups.items()]


def _links(box: Box) -> dict[str, tuple[Box, str]]:
    """What each link of the page stands for: a box and, in a radio group, an answer."""
    if box.kind == "radio":
        return {f"{box.name}.{answer}": (box, answer) for answer, _ in box.answers}
    return {box.name: (box, "")}


class _WidgetMaker:
    """Makes widgets of the links of one document."""

    def __init__(self, document: Document, links: dict[str, tuple[Box, str]], *, locked: bool) -> None:
        self._document = document
        self._links = links
        self._locked = locked
        self._elements = parent_tree(document)

    def page(self, number: int, page: DictionaryObject) -> list[Widget]:
        """The widgets of a page, which take the places of its links; links to elsewhere stay."""
        annotations, widgets = [], []
        for reference in list.__iter__(page.get("/Annots", ArrayObject())):
            link = cast(DictionaryObject, reference.get_object())
            target = unquote(str(link["/A"].get("/URI", ""))) if "/A" in link else ""  # type: ignore[attr-defined]
            if target.startswith(_LINK):
                box, answer = self._links[target.removeprefix(_LINK)]
                widgets.append(self._widget(box, answer, number, page, link))
                annotations.append(widgets[-1].reference)
            else:
                annotations.append(reference)
        if annotations:
            page[NameObject("/Annots")] = array(*annotations)
            page[NameObject("/Tabs")] = name("S")  # the tab key follows the structure (PDF/UA-1, 7.18.3)
        return widgets

    def group(self, called: str) -> IndirectObject:
        """The field of a radio group; its widgets are added by `_Tree.hang`."""
        box = next(box for box, _ in self._links.values() if box.name == called)
        field = dictionary(FT=name("Btn"), Ff=RADIO | self._flags(box), TU=box.tooltip, V=name(OFF))
        return self._document.add(field)

    def _widget(self, box: Box, answer: str, number: int, page: DictionaryObject, link: DictionaryObject) -> Widget:
        edges = [float(edge) for edge in cast(ArrayObject, link["/Rect"])]
        # any two opposite corners, in any order (ISO 32000-1, 7.9.5)
        left, right = sorted(edges[0::2])
        bottom, top = sorted(edges[1::2])
        size = (round(right - left, 2), round(top - bottom, 2))
        entry = dictionary(
            Type=name("Annot"), Subtype=name("Widget"), Rect=array(left, bottom, right, top), F=PRINTED,
            P=cast(PdfObject, page.indirect_reference), StructParent=link["/StructParent"],
        )  # fmt: skip
        entry.update(self._kind(box, answer, size))
        reference = self._document.add(entry)
        element = cast(DictionaryObject, self._elements[int(cast(int, link["/StructParent"]))][0])
        _become_form(element, reference, f"{box.tooltip}: {dict(box.answers)[answer]}" if answer else "")
        # a name under a line to sign on: its box is too low for the usual type
        largest = _SIGNER_SIZE if size[1] < LARGEST * 1.3 else LARGEST
        return Widget(
            box.name, box.kind, box.tooltip, answer, number, (left, bottom), size, reference, entry,
            TextBox(*size, multiline=box.kind == "longtext", largest=largest), element, answer or ON, not answer,
            {one: Written(one, label) for one, label in box.answers} if box.kind == "combo" else {},
            ticked=b"q 1 0 0 1 %.2f %.2f cm %s Q" % (left, bottom, tick_marks(*size)),
        )  # fmt: skip

    def _flags(self, box: Box) -> int:
        locked = READ_ONLY if self._locked and not box.recipient else 0
        return (REQUIRED if box.required else 0) | locked

    def _kind(self, box: Box, answer: str, size: tuple[float, float]) -> DictionaryObject:
        """The entries that define a widget's kind of field."""
        if box.kind in ("tick", "radio"):
            states = {answer or ON: self._document.add(_tick(*size)), OFF: self._empty(size)}
            # CA 4 is a tick in ZapfDingbats, for programs that draw a button anew
            button = dictionary(
                AS=name(OFF), AP=dictionary(N=dictionary(**states)), MK=dictionary(CA="4"), DA=f"/{TYPED} 0 Tf 0 g"
            )
            if box.kind == "tick":
                button.update(dictionary(FT=name("Btn"), Ff=self._flags(box), TU=box.tooltip, V=name(OFF)))
            return button
        flags = self._flags(box) | {"longtext": MULTILINE, "combo": COMBO}.get(box.kind, 0)
        kind = {"combo": "Ch", "signature": "Sig"}.get(box.kind, "Tx")
        field = dictionary(FT=name(kind), Ff=flags, TU=box.tooltip, AP=dictionary(N=self._empty(size)))
        if box.kind != "signature":  # a type size of 0 leaves it to the viewer (ISO 32000-1, 12.7.3.3)
            field.update(dictionary(DA=f"/{TYPED} {0 if box.recipient else 10} Tf 0 g"))
        if box.kind == "combo":
            field.update(dictionary(Opt=array(*(array(*answer) for answer in box.answers))))
        return field

    def _empty(self, size: tuple[float, float]) -> IndirectObject:
        """The appearance of a field with nothing in it; its own, since programs that fill it in write into it."""
        return self._document.add(_appearance(b"", size))


class _Tree:
    """Fields by name: `foresatte.1.navn` is `navn` in `1` in `foresatte`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._nodes: dict[str, IndirectObject] = {}
        self.top = ArrayObject()

    def place(self, full_name: str, field: IndirectObject) -> IndirectObject:
        parent, _, last = full_name.rpartition(".")
        _entries(field).update(dictionary(T=last))
        if parent:
            if parent not in self._nodes:
                node = self._document.add(dictionary(Kids=ArrayObject()))
                self._nodes[parent] = self.place(parent, node)
            self.hang(field, self._nodes[parent])
        else:
            self.top.append(field)
        return field

    def hang(self, kid: IndirectObject, parent: IndirectObject) -> None:
        _entries(kid).update(dictionary(Parent=parent))
        kids = _entries(parent).setdefault(NameObject("/Kids"), ArrayObject())
        cast(ArrayObject, kids).append(kid)


def _entries(reference: IndirectObject) -> DictionaryObject:
    return cast(DictionaryObject, reference.get_object())


def _become_form(element: DictionaryObject, widget: IndirectObject, alternative: str) -> None:
    """Make a Link element the Form element of `widget`."""
    # what a link had; the name a screen reader says of a form field stands in its TU
    for key in ("/Alt", "/A", "/C", "/ActualText", "/T"):
        element.pop(key, None)
    content = element.get("/K")
    listed = content if isinstance(content, ArrayObject) else ArrayObject([content])
    kids = [kid.get_object() for kid in listed]
    # beside the reference to the annotation stand numbers of marked content, which the element has no more
    holder = next(kid for kid in kids if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR")
    holder[NameObject("/Obj")] = widget
    element.update(dictionary(S=name("Form"), K=array(holder)))
    if alternative:
        element.update(dictionary(Alt=alternative))


def _appearance(content: bytes, size: tuple[float, float]) -> PdfObject:
    """A form XObject that draws `content` in a field of `size`."""
    return stream(
        content, Type=name("XObject"), Subtype=name("Form"), BBox=array(0, 0, *size),
        Resources=dictionary(),
    )  # fmt: skip


def _tick(width: float, height: float) -> PdfObject:
    """The appearance of a tick; drawn, since viewers lack the font that forms use for it."""
    return _appearance(tick_marks(width, height), (width, height))
