"""The bundled Noto Sans: which characters it has, their widths, and the font data for a PDF."""

import hashlib
import io
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from skjema.disk_cache import cached

FOLDER = Path(__file__).resolve().parent.parent / "fonts"

# tables that a PDF needs for glyphs chosen by number, and for viewers in which people type characters
_PDF_TABLES = frozenset({"GlyphOrder", "head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"})


@dataclass(frozen=True, slots=True, eq=False)
class ValueFont:
    """A font for values in PDF boxes; widths and heights are thousandths of the type size.

    Attributes:
        name: PostScript name.
        glyphs: Glyph number by code point.
        hex: Glyph number as four hexadecimal digits by code point, for `str.translate`.
        advances: Width of each glyph, by number.
        widths: Width of each character that can be drawn alone.
    """

    name: str
    glyphs: dict[int, int]
    hex: dict[int, str]
    advances: tuple[int, ...]
    widths: dict[str, int]
    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int

    def lacks(self, text: str) -> frozenset[str]:
        """The characters of `text` that the font can't draw; line breaks don't count."""
        return frozenset(text).difference(self.widths) - {"\n"}

    def lacking(self, text: str) -> tuple[str, ...]:
        """The characters that the font can't draw, as messages name them: the character and its Unicode number."""
        return tuple(f"{letter} (U+{ord(letter):04X})" for letter in sorted(self.lacks(text)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the font by its name only."""
        return _named, (self.name,)


@cache
def _named(name: str) -> ValueFont:
    file = _file(name)
    return ValueFont(name, *cached("font", (name.encode(),), lambda: _measured(file)))


def latin_font() -> ValueFont:
    """The small font, with Latin letters only."""
    return _named("NotoSans-Latin")


def full_font() -> ValueFont:
    """The full font, with every character of the bundled font."""
    return _named("NotoSans-Regular")


def font_for(text: str) -> ValueFont:
    """The smallest font that has every character of `text`; the full font if none has."""
    return full_font() if latin_font().lacks(text) else latin_font()


def _file(name: str) -> Path:
    return FOLDER / f"{name}.ttf"


def _opened(file: Path) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(file, lazy=True, recalcTimestamp=False)  # otherwise every PDF would contain the time of day


def _measured(file: Path) -> tuple[Any, ...]:
    """All values of a `ValueFont` except its name, read from the font file."""
    with _opened(file) as font:
        glyphs = {point: font.getGlyphID(glyph) for point, glyph in font.getBestCmap().items()}
        scale = 1000 / font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        advances = tuple(round(metrics[glyph][0] * scale) for glyph in font.getGlyphOrder())
        head, across = font["head"], font["hhea"]
        return (
            glyphs,
            {point: f"{glyph:04X}" for point, glyph in glyphs.items()},
            advances,
            # combining marks need text shaping, which isn't done; most marked letters have code points of their own
            {chr(point): advances[glyph] for point, glyph in glyphs.items() if not _is_mark(point)},
            tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
            round(across.ascent * scale),
            round(across.descent * scale),
            round(font["OS/2"].sCapHeight * scale),
        )


def _is_mark(point: int) -> bool:
    return unicodedata.category(chr(point)) in ("Mn", "Me")


def file_of(font: ValueFont) -> bytes:
    """The font as a TrueType file, with only the tables a PDF needs."""
    return _trimmed(font.name)


@cache
def _trimmed(name: str) -> bytes:
    with _opened(_file(name)) as opened:
        return _with_pdf_tables(opened)


def subset(font: ValueFont, letters: set[str]) -> tuple[ValueFont, bytes]:
    """The font with only these characters, and its file; glyphs keep their numbers."""
    from fontTools import subset as subsetting

    tools: Any = subsetting  # fontTools has no types
    # text that is already drawn refers to glyph numbers
    options = tools.Options(retain_gids=True, notdef_outline=True, layout_features=[], recalc_timestamp=False)
    subsetter = tools.Subsetter(options)
    points = sorted({ord(letter) for letter in letters} & font.glyphs.keys())
    subsetter.populate(unicodes=points)
    with _opened(_file(font.name)) as opened:
        subsetter.subset(opened)
        data = _with_pdf_tables(opened)
    glyphs = {point: font.glyphs[point] for point in points}
    return replace(font, name=f"{_tag(points)}+{font.name}", glyphs=glyphs), data


def _tag(points: list[int]) -> str:
    """Six capitals that identify this subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.md5(repr(points).encode(), usedforsecurity=False).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _with_pdf_tables(font: Any) -> bytes:
    for table in set(font.keys()) - _PDF_TABLES:
        del font[table]
    data = io.BytesIO()
    font.save(data, reorderTables=None)
    return data.getvalue()
