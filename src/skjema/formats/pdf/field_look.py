"""The look of a form field in a foreign PDF: border, text style, tick mark, and how its box lies on the page."""

import re
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from skjema.formats.pdf.acroform import COMB, MULTILINE, PASSWORD, FormField, Place
from skjema.formats.pdf.fit_text import LARGEST, SMALLEST, TextBox
from skjema.formats.pdf.fonts_used import has_all_fonts
from skjema.formats.pdf.values import number, resolved, text_of, whole

Matrix = tuple[float, float, float, float, float, float]
"""Transforms points of a box into points of the page (ISO 32000-1, 8.3.3)."""

_SIZE = re.compile(r"/\S*\s+(-?[\d.]+)\s+Tf")
_COLOR = re.compile(r"((?:-?[\d.]+\s+){1}g|(?:-?[\d.]+\s+){3}rg|(?:-?[\d.]+\s+){4}k)(?!\w)")
_PAINTS = re.compile(rb"(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|sh)(?=\s|$)")
_TEXT = re.compile(rb"\sTf\s")
_INVOKES = re.compile(rb"/\S+\s+Do(?=\s|$)")
_HEIGHT_OF_TYPE = 1.2
"""Least height of a box, as a multiple of the type size, so that letters aren't cut off."""
_LEAST_LINES, _LINE = 3, 1.3
"""Number of lines that a multi-line box has room for at least, and their height as a multiple of the type size."""
_NO_COLOR = b"0 g"


UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)


class Look(NamedTuple):
    """The look of one place of a field.

    Attributes:
        size: Width and height of its box in points, in reading direction.
        matrix: Transforms the box into its place on the page.
        under: Operators that draw the background and border.
        color: Operator that sets the colour of letters and ticks.
    """

    size: tuple[float, float]
    matrix: Matrix
    under: bytes
    color: bytes


def look_of(field: FormField, place: Place) -> Look:
    left, bottom, right, top = place.rectangle
    width, height = round(right - left, 3), round(top - bottom, 3)
    marks = resolved(place.entry.get("/MK"))
    turned = (whole(marks.get("/R")) if isinstance(marks, DictionaryObject) else 0) % 360
    size = (height, width) if turned in (90, 270) else (width, height)
    return Look(size, _turned(turned, width, height), _frame(place.entry, size), _color(field, place))


def _turned(angle: int, width: float, height: float) -> Matrix:
    match angle:
        case 90:
            return (0, 1, -1, 0, width, 0)
        case 180:
            return (-1, 0, 0, -1, width, height)
        case 270:
            return (0, -1, 1, 0, 0, height)
        case _:
            return UPRIGHT


def text_box(field: FormField, place: Place, size: tuple[float, float]) -> TextBox:
    """The box for a text at a place of its field."""
    width, height = size
    given = _type_size(field, place)
    is_multiline = bool(field.flags & MULTILINE) and field.kind == "text"
    if is_multiline and given * _LEAST_LINES * _LINE > height > LARGEST * _LEAST_LINES * _LINE:
        given = 0.0  # an editor such as pdf-lib has fitted the size to an empty box, which leaves no room for text
    tallest = height / _HEIGHT_OF_TYPE
    largest = max(min(given or LARGEST, tallest), 1.0)
    alignment = whole(place.entry.get("/Q", field.entries.get("/Q"))) if field.kind == "text" else 0
    return TextBox(
        width, height, multiline=is_multiline, largest=largest, smallest=min(SMALLEST, largest),
        pad=min(1.5 + border_width(place.entry), width / 8, height / 8),
        align=alignment if alignment in (0, 1, 2) else 0, color=_color(field, place),
        most=field.max_length if field.kind == "text" else 0, comb=field.is_comb and bool(field.flags & COMB),
        masked=bool(field.flags & PASSWORD) and field.kind == "text",
    )  # fmt: skip


def _appearance_string(field: FormField, place: Place) -> str:
    return text_of(place.entry.get("/DA", field.entries.get("/DA")))


def _type_size(field: FormField, place: Place) -> float:
    """The type size that a field asks for; 0 where the filling program chooses it."""
    found = _SIZE.search(_appearance_string(field, place))
    size = _float(found[1]) if found else 0.0
    return size if size > 1 else 0.0


def _color(field: FormField, place: Place) -> bytes:
    found = _COLOR.findall(_appearance_string(field, place))
    return " ".join(found[-1].split()).encode() if found else _NO_COLOR


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def border_width(entry: DictionaryObject) -> float:
    style, border = resolved(entry.get("/BS")), resolved(entry.get("/Border"))
    if isinstance(style, DictionaryObject):
        width = number(style.get("/W", 1)) if "/W" in style else 1.0
    elif isinstance(border, ArrayObject) and len(border) > 2:
        width = number(border[2])
    else:
        marks = resolved(entry.get("/MK"))
        width = 1.0 if isinstance(marks, DictionaryObject) and "/BC" in marks else 0.0
    return min(max(width, 0.0), 12.0)


def _frame(entry: DictionaryObject, size: tuple[float, float]) -> bytes:
    """The operators that draw the background and border of a box."""
    marks = resolved(entry.get("/MK"))
    if not isinstance(marks, DictionaryObject):
        return b""
    drawn, line = [], border_width(entry)
    if ground := _paint(marks.get("/BG"), fill=True):
        drawn.append(b"%s 0 0 %g %g re f" % (ground, *size))
    if (edge := _paint(marks.get("/BC"), fill=False)) and line:
        style = resolved(entry.get("/BS"))
        kind = text_of(style.get("/S")) if isinstance(style, DictionaryObject) else "S"
        dash = b"[3] 0 d " if kind == "D" else b""
        if kind == "U":
            drawn.append(b"%s %g w 0 %g m %g %g l S" % (edge, line, line / 2, size[0], line / 2))
        else:
            inner = (line / 2, line / 2, max(size[0] - line, 0), max(size[1] - line, 0))
            drawn.append(b"%s %s%g w %g %g %g %g re S" % (edge, dash, line, *inner))
    return b"q %s Q\n" % b" ".join(drawn) if drawn else b""


def _paint(color: object, *, fill: bool) -> bytes:
    """The operator that sets a colour; empty where the object is no colour."""
    parts = resolved(color)
    if not isinstance(parts, ArrayObject):
        return b""
    operator = {1: b"g", 3: b"rg", 4: b"k"}.get(len(parts), b"")
    if not operator:
        return b""
    shown = b" ".join(b"%g" % number(part) for part in parts)
    return b"%s %s" % (shown, operator if fill else operator.upper())


def is_drawn(appearance: object) -> bool:
    """Whether an appearance draws something, with fonts that are embedded in the file."""
    if not isinstance(appearance, StreamObject):
        return False
    content = appearance.get_data()
    if _TEXT.search(b" %s " % content):
        return has_all_fonts(appearance)
    return bool(_PAINTS.search(content) or _INVOKES.search(content))


def placed(appearance: DictionaryObject, rectangle: tuple[float, float, float, float]) -> Matrix:
    """The transformation of an appearance into its rectangle (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    given = resolved(appearance.get("/BBox"))
    box = [number(edge) for edge in given] if isinstance(given, ArrayObject) and len(given) == 4 else [0, 0, 1, 1]
    a, b, c, d, e, f = matrix_of(appearance)
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[0::2] for y in box[1::2]]
    across, along = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    wide, high = across[-1] - across[0], along[-1] - along[0]
    left, bottom, right, top = rectangle
    x_scale = (right - left) / wide if wide else 1.0
    y_scale = (top - bottom) / high if high else 1.0
    return (x_scale, 0, 0, y_scale, left - across[0] * x_scale, bottom - along[0] * y_scale)


def matrix_of(appearance: DictionaryObject) -> Matrix:
    given = resolved(appearance.get("/Matrix"))
    if isinstance(given, ArrayObject) and len(given) == 6:
        a, b, c, d, e, f = (number(one) for one in given)
        return (a, b, c, d, e, f)
    return UPRIGHT


def moved(matrix: Matrix, left: float, bottom: float) -> bytes:
    """The operator that transforms a box by `matrix` and moves it to a place of the page."""
    a, b, c, d, e, f = matrix
    return b"%g %g %g %g %.3f %.3f cm" % (a, b, c, d, e + left, f + bottom)
