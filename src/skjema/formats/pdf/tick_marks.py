"""Draws tick marks as lines, since viewers lack the font that forms use for them."""

from collections.abc import Callable, Mapping

_ROUND = 0.5523
"""Distance of the control points of a circle's Bézier curves from their ends, as a fraction of its radius."""


def tick_marks(width: float, height: float) -> bytes:
    """Operators that draw a tick in a box with its lower left corner at the origin."""
    points = (width * 0.2, height * 0.5, width * 0.42, height * 0.24, width * 0.82, height * 0.8)
    return b"q 1.4 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q" % points


def mark(sign: str, width: float, height: float, color: bytes = b"0 g") -> bytes:
    """Operators that draw the mark of a ZapfDingbats letter in a box with its lower left corner at the origin.

    Args:
        sign: `4` tick, `8` cross, `l` circle, `n` square, `u` diamond, `H` star; anything else is a tick.
        color: Operator that sets its colour.
    """
    side = min(width, height)
    left, bottom = (width - side) / 2, (height - side) / 2
    thick = max(side / 8, 0.6)
    stroke = color[:-2] + color[-2:].upper() if color[-2:] in (b"rg",) else color[:-1] + color[-1:].upper()
    drawn = _SHAPES.get(sign, _tick)(side)
    return b"q %s %s %.2f w 1 J 1 j 1 0 0 1 %.2f %.2f cm %s Q" % (color, stroke, thick, left, bottom, drawn)


def _tick(side: float) -> bytes:
    return _lines(side, (0.2, 0.5), (0.42, 0.24), (0.82, 0.8)) + b" S"


def _cross(side: float) -> bytes:
    return _lines(side, (0.2, 0.2), (0.8, 0.8)) + b" " + _lines(side, (0.2, 0.8), (0.8, 0.2)) + b" S"


def _square(side: float) -> bytes:
    return _lines(side, (0.24, 0.24), (0.76, 0.24), (0.76, 0.76), (0.24, 0.76)) + b" f"


def _diamond(side: float) -> bytes:
    return _lines(side, (0.5, 0.18), (0.82, 0.5), (0.5, 0.82), (0.18, 0.5)) + b" f"


def _star(side: float) -> bytes:
    points = ((0.5, 0.88), (0.61, 0.61), (0.88, 0.61), (0.66, 0.43), (0.75, 0.14), (0.5, 0.32))
    mirrored = ((0.25, 0.14), (0.34, 0.43), (0.12, 0.61), (0.39, 0.61))
    return _lines(side, *points, *mirrored) + b" f"


def _circle(side: float) -> bytes:
    middle, radius = side / 2, side * 0.27
    bow = radius * _ROUND
    edges = ((radius, bow, bow, radius, 0, radius), (-bow, radius, -radius, bow, -radius, 0),
             (-radius, -bow, -bow, -radius, 0, -radius), (bow, -radius, radius, -bow, radius, 0))  # fmt: skip
    curves = (b"%.2f %.2f %.2f %.2f %.2f %.2f c" % tuple(middle + one for one in edge) for edge in edges)
    return b"%.2f %.2f m %s f" % (middle + radius, middle, b" ".join(curves))


def _lines(side: float, first: tuple[float, float], *points: tuple[float, float]) -> bytes:
    drawn = [b"%.2f %.2f m" % (first[0] * side, first[1] * side)]
    return b" ".join((*drawn, *(b"%.2f %.2f l" % (x * side, y * side) for x, y in points)))


_SHAPES: Mapping[str, Callable[[float], bytes]] = {
    "4": _tick, "3": _tick, "8": _cross, "l": _circle, "n": _square, "u": _diamond, "H": _star
}  # fmt: skip
