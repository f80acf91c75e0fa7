"""Embeds a value font into a PDF twice: as a font that viewers type with, and one for appearances drawn by skjema."""

from functools import lru_cache
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

from skjema.formats.fonts import ValueFont, file_of
from skjema.formats.pdf.objects import Document, Objects, array, dictionary, name, stream

_SYMBOLIC, _NONSYMBOLIC = 4, 32
_TO_UNICODE_HEAD = """/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange<0000><ffff>endcodespacerange
"""
_TO_UNICODE_FOOT = "endcmap CMapName currentdict/CMap defineresource pop end end"
_CMAP_BLOCK = 100
"""Most entries of one block of a CMap (ISO 32000-1, 9.7.5.4)."""


class Embedded(NamedTuple):
    typed: IndirectObject
    drawn: IndirectObject


def embed(document: Document, font: ValueFont) -> Embedded:
    """References to both fonts, which share one font file."""
    file = font_file(document, file_of(font))
    return Embedded(document.add(_simple(document, font, file)), composite(document, font, file))


def font_file(document: Objects, data: bytes) -> IndirectObject:
    return document.add(stream(data, Length1=len(data)))


def _descriptor(document: Objects, font: ValueFont, file: IndirectObject, flags: int) -> IndirectObject:
    return document.add(
        dictionary(
            Type=name("FontDescriptor"), FontName=name(font.name), Flags=flags, FontBBox=array(*font.box),
            ItalicAngle=0, Ascent=font.ascent, Descent=font.descent, CapHeight=font.cap_height, StemV=80,
            FontFile2=file,
        )
    )  # fmt: skip


def _simple(document: Document, font: ValueFont, file: IndirectObject) -> DictionaryObject:
    # viewers only type with simple fonts, which have 224 codes for letters of Windows-1252
    letters = (bytes([code]).decode("cp1252", "ignore") for code in range(32, 256))
    widths = array(*(font.widths.get(letter, 0) for letter in letters))
    return dictionary(
        Type=name("Font"), Subtype=name("TrueType"), BaseFont=name(font.name), Encoding=name("WinAnsiEncoding"),
        FirstChar=32, LastChar=255, Widths=widths, FontDescriptor=_descriptor(document, font, file, _NONSYMBOLIC),
    )  # fmt: skip


def composite(document: Objects, font: ValueFont, file: IndirectObject) -> IndirectObject:
    """A reference to the font that appearances are drawn with."""
    system = dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    widths = ArrayObject([NumberObject(0), array(*font.advances)])
    descendant = document.add(
        dictionary(
            Type=name("Font"), Subtype=name("CIDFontType2"), BaseFont=name(font.name), CIDSystemInfo=system,
            FontDescriptor=_descriptor(document, font, file, _SYMBOLIC), DW=500, W=widths,
            CIDToGIDMap=name("Identity"),
        )
    )  # fmt: skip
    font_entry = dictionary(
        Type=name("Font"), Subtype=name("Type0"), BaseFont=name(font.name), Encoding=name("Identity-H"),
        DescendantFonts=array(descendant), ToUnicode=document.add(stream(_to_unicode(font))),
    )  # fmt: skip
    return document.add(font_entry)


@lru_cache(maxsize=4)
def _to_unicode(font: ValueFont) -> bytes:
    """The CMap that maps glyphs to letters, for search and screen readers."""
    letters: dict[int, int] = {}
    # where several letters share a glyph, the first in Unicode's order is used
    for point, glyph in sorted(font.glyphs.items()):
        letters.setdefault(glyph, point)
    lines = [f"<{glyph:04x}><{chr(point).encode('utf-16-be').hex()}>" for glyph, point in sorted(letters.items())]
    blocks = [lines[start : start + _CMAP_BLOCK] for start in range(0, len(lines), _CMAP_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_TO_UNICODE_HEAD + body + _TO_UNICODE_FOOT).encode()
