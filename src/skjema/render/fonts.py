"""The bundled Noto Sans: which letters it has, how wide they are, and the bytes a PDF carries of it."""

import hashlib
import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "fonts"

# What a PDF needs of a TrueType font whose glyphs are chosen by number, and by a viewer in which one types by letter.
_PDF_TABLES = frozenset({"GlyphOrder", "head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"})


@dataclass(frozen=True, slots=True)
class ValueFont:
    """A font for values in PDF boxes. Widths and heights are thousandths of the type size.

    Attributes:
        name: PostScript name.
        data: The TrueType file, with only the tables a PDF needs.
        glyphs: Code point to glyph number.
        hex: Code point to glyph number as four hexadecimal digits, for `str.translate`.
        advances: Width of each glyph by number.
        widths: Width of each character.
    """

    name: str
    data: bytes
    glyphs: dict[int, int]
    hex: dict[int, str]
    advances: tuple[int, ...]
    widths: dict[str, int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int

    def lacks(self, text: str) -> frozenset[str]:
        """The characters of `text` that have no glyph; line breaks need none."""
        return frozenset(one for one in set(text) if one not in self.widths and one != "\n")


@cache
def latin() -> ValueFont:
    """The small font, for values in Latin letters."""
    return _load("NotoSans-Latin.ttf")


@cache
def whole() -> ValueFont:
    """Every letter the bundled font has."""
    return _load("NotoSans-Regular.ttf")


def font_for(text: str) -> ValueFont:
    """The smallest font that has every letter of `text`, or else the whole one."""
    return whole() if latin().lacks(text) else latin()


def _load(name: str) -> ValueFont:
    font: Any  # its tables have attributes that no stub knows
    with TTFont(FOLDER / name, lazy=True, recalcTimestamp=False) as font:
        glyphs = {point: font.getGlyphID(glyph) for point, glyph in font.getBestCmap().items()}
        scale = 1000 / font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        advances = tuple(round(metrics[glyph][0] * scale) for glyph in font.getGlyphOrder())
        head, across = font["head"], font["hhea"]
        return ValueFont(
            name=name.removesuffix(".ttf"),
            glyphs=glyphs,
            hex={point: f"{glyph:04X}" for point, glyph in glyphs.items()},
            advances=advances,
            widths={chr(point): advances[glyph] for point, glyph in glyphs.items()},
            box=tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
            ascent=round(across.ascent * scale),
            descent=round(across.descent * scale),
            cap_height=round(font["OS/2"].sCapHeight * scale),
            data=_with_pdf_tables(font),
        )


def subset(font: ValueFont, letters: set[str]) -> ValueFont:
    """The font with these letters only; glyphs keep their numbers."""
    from fontTools import subset as subsetting

    tools: Any = subsetting  # without types of its own
    options = tools.Options(retain_gids=True, notdef_outline=True, layout_features=[], recalc_timestamp=False)
    made = tools.Subsetter(options)
    points = sorted(ord(letter) for letter in letters if ord(letter) in font.glyphs)
    made.populate(unicodes=points)
    file = FOLDER / f"{font.name}.ttf"
    with TTFont(file, lazy=True, recalcTimestamp=False) as whole_font:
        made.subset(whole_font)
        data = _with_pdf_tables(whole_font)
    return replace(
        font,
        name=f"{_tag(points)}+{font.name}",
        data=data,
        glyphs={point: font.glyphs[point] for point in points},
    )


def _tag(points: list[int]) -> str:
    """Six capitals that tell this subset from another (ISO 32000-1, 9.6.4)."""
    digest = hashlib.md5(repr(points).encode(), usedforsecurity=False).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _with_pdf_tables(font: Any) -> bytes:
    for table in set(font.keys()) - _PDF_TABLES:
        del font[table]
    data = io.BytesIO()
    font.save(data, reorderTables=None)
    return data.getvalue()
