"""What stands on a Word file and on a PDF, as pieces of one kind and in the order they are read.

Every piece is a kind and a text. Kinds: `title`, `heading`, `item` of a list, `head` and `cell` (where one
of a table begins), `box` (what a box to write in holds), `tick` (`x` or nothing), `picture`, and `text`.
White space is left out of texts, for it is where the two break lines; pieces of text between two of another
kind are one. Words in bold in a sentence stand between bars.
"""

import ctypes
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from pypdf import PdfReader

from skjema.definition.model import Form
from tests.reading_back import W, docx_part

Piece = tuple[str, str]

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_GUTTER = "227"
"""Width of the empty cells between two fields of a line; no field is as narrow."""
_BOX = f"{W14}checkbox"
_KINDS = {"Heading1": "title", "Heading2": "heading", "Punkt": "item"}
_SENTENCES = ("Brodtekst", "Informasjon", "Punkt")


def gathered(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces without white space, texts beside one another as one."""
    found: list[Piece] = []
    for kind, text in pieces:
        bare = re.sub(r"\s", "", text).replace("||", "")
        if kind == "text" and found and found[-1][0] in ("text", "item", "head", "cell", "title", "heading"):
            found[-1] = (found[-1][0], (found[-1][1] + bare).replace("||", ""))
        elif kind != "text" or bare:
            found.append((kind, bare))
    return found


# -- Word


def docx_pieces(content: bytes, form: Form) -> list[Piece]:
    """The pieces of a Word file's body."""
    reader = _Word(fixed=form.layout == "fixed")
    return gathered(reader.blocks(docx_part(content).find(f"{W}body")))


class _Word:
    """Reads a body.

    Args:
        fixed: Whether all values stand in boxes, as on a form of set pages; in others only what the recipient fills in.
    """

    def __init__(self, *, fixed: bool) -> None:
        self._written = "box" if fixed else "text"

    def blocks(self, parent: Any) -> Iterator[Piece]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)

    def _table(self, table: Any) -> Iterator[Piece]:
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
        if caption is not None:
            yield from self._data(rows)
        elif len(rows) == 1:
            for cell in rows[0]:
                is_question = cell is not rows[0][-1] and rows[0][-1].find(f".//{_BOX}") is not None
                yield from [("text", _words(one)) for one in cell] if is_question else self.blocks(cell)
        elif rows[1][-1].find(f"{W}tcPr/{W}gridSpan") is not None:
            yield from self._signature(*rows)
        else:
            for label, value in zip(*rows, strict=True):
                if not _is_gutter(label):
                    yield from (*self.blocks(label), *self.blocks(value))

    def _data(self, rows: list[list[Any]]) -> Iterator[Piece]:
        for row in rows:
            at = row is not rows[0]
            for cell in row:
                yield "cell" if at else "head", ""
                if cell.find(f".//{_BOX}") is not None:
                    yield from self.blocks(cell)
                else:
                    is_value = at and _style(cell[-1]) != "Radnavn"
                    yield self._kind(cell) if is_value else "text", _words(cell)

    def _signature(self, above: list[Any], below: list[Any]) -> Iterator[Piece]:
        *labels, name = above
        yield from (("text", _words(label)) for label in labels)
        yield self._written, _words(name)
        yield from (("box", _words(one)) for one in below if not _is_gutter(one))

    def _kind(self, place: Any) -> str:
        """What a value is: in a control, what the recipient fills in."""
        return "box" if place.find(f".//{W}sdt") is not None else self._written

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        style = _style(paragraph)
        if paragraph.find(f".//{W}drawing") is not None:
            yield "picture", ""
        elif style == "Kryss":
            yield from _ticked(paragraph)
        elif style in ("Verdi", "Henvist"):
            yield self._kind(paragraph), _words(paragraph)
        else:
            words = _words(paragraph, bold=style in _SENTENCES)
            # the mark of an item is a letter in Word, and none in PDF
            yield _KINDS.get(style, "text"), words.removeprefix("\u2022") if style == "Punkt" else words


def _style(paragraph: Any) -> str:
    mark = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if mark is None else str(mark.get(f"{W}val"))


def _is_gutter(cell: Any) -> bool:
    return bool(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") == _GUTTER)


def _ticked(paragraph: Any) -> Iterator[Piece]:
    """The boxes of a paragraph and what stands after each."""
    for child in paragraph:
        box = child.find(f"{W}sdtPr/{_BOX}/{W14}checked")
        if box is not None:
            shown, state = _words(child), box.get(f"{W14}val")
            assert (shown, state) in (("\u2612", "1"), ("\u2610", "0"))
            yield "tick", "x" if state == "1" else ""
        else:
            yield "text", _words(child)


def _words(parent: Any, *, bold: bool = False) -> str:
    found = []
    for run in parent.iter(f"{W}r"):
        words = "".join(one.text or "" for one in run.iter(f"{W}t"))
        found.append(f"|{words}|" if bold and words and run.find(f"{W}rPr/{W}b") is not None else words)
    return "".join(found)


# -- PDF


def pdf_pieces(content: bytes) -> list[Piece]:
    """The pieces of a tagged PDF, in the order of its tags; fields are boxes and ticks."""
    return gathered(_Pdf(content).pieces())


_TAGS = {"/H1": "title", "/H2": "heading", "/LI": "item", "/TH": "head", "/TD": "cell", "/Figure": "picture"}


class _Pdf:
    def __init__(self, content: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(content))
        references = (page.indirect_reference for page in self._reader.pages)
        self._pages = {one.idnum: at for at, one in enumerate(references) if one is not None}
        self._texts = _marked_texts(content)

    def pieces(self) -> Iterator[Piece]:
        root: Any = self._reader.root_object["/StructTreeRoot"]
        yield from self._kid(root["/K"], -1)

    def _kid(self, kid: Any, page: int) -> Iterator[Piece]:
        kid = kid.get_object()
        if isinstance(kid, list):
            for one in kid:
                yield from self._kid(one, page)
        elif isinstance(kid, int):
            yield "text", self._texts.get((page, int(kid)), "")
        else:
            page = self._pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page
            match kid.get("/Type"):
                case "/MCR":
                    yield "text", self._texts.get((page, int(kid["/MCID"])), "")
                case "/OBJR":
                    yield _field(kid["/Obj"])
                case _:
                    yield from self._element(kid, page)

    def _element(self, element: Any, page: int) -> Iterator[Piece]:
        inner = self._kid(element["/K"], page) if "/K" in element else iter(())
        tag = element["/S"]
        if tag == "/Strong":
            yield "text", f"|{''.join(text for _, text in inner)}|"
        elif tag == "/Form" and element.get("/A", {}).get("/O") == "/PrintField":
            role, words = element["/A"]["/Role"], "".join(text for _, text in inner)
            yield ("box", words) if role == "/tv" else ("tick", "x" if element["/A"]["/checked"] == "/on" else "")
        elif tag != "/Lbl":
            if tag in _TAGS:
                yield _TAGS[tag], ""
            yield from inner


def _field(widget: Any) -> Piece:
    """A form field with what it holds; of a combo box, the answer as one reads it."""
    kind = widget.get("/FT") or widget["/Parent"]["/FT"]
    if kind == "/Btn":
        return "tick", "" if widget["/AS"] == "/Off" else "x"
    value = str(widget.get("/V", ""))
    return "box", dict(widget["/Opt"])[value] if kind == "/Ch" and value else value


def _marked_texts(content: bytes) -> Mapping[tuple[int, int], str]:
    """Text by page and number of the marked content it is drawn in."""
    found: dict[tuple[int, int], str] = {}
    for at, page in enumerate(pypdfium2.PdfDocument(content)):
        text = page.get_textpage()
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            key = at, raw.FPDFPageObj_GetMarkedContentID(drawn.raw)
            size = raw.FPDFTextObj_GetText(drawn.raw, text.raw, None, 0)
            letters = ctypes.create_string_buffer(size)
            raw.FPDFTextObj_GetText(drawn.raw, text.raw, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)), size)
            found[key] = found.get(key, "") + letters.raw.decode("utf-16-le").rstrip("\0")
    return found
