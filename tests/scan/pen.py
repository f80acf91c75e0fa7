"""A pen and a worn scanner: papers answered by hand, with Pillow's strokes, and scanned as offices scan."""

import io
import math
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from PIL.Image import Image as Picture

DOTS = 150
Edges = Sequence[float]
"""Left, top, right and bottom, in millimetres."""


def printed(pdf: bytes) -> list[Picture]:
    """The pages as they come out of a printer."""
    return [page.render(scale=DOTS / 72).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]


def _line(page: Picture, points: Sequence[tuple[float, float]], width: float = 0.5) -> None:
    scale = DOTS / 25.4
    where = [(x * scale, y * scale) for x, y in points]
    ImageDraw.Draw(page).line(where, fill=(30, 50, 140), width=max(1, round(width * scale)), joint="curve")


def cross(page: Picture, box: Edges) -> None:
    left, top, right, bottom = box
    _line(page, [(left + 0.6, top + 0.4), (right - 0.3, bottom + 0.3)])
    _line(page, [(right + 0.2, top), (left + 0.5, bottom - 0.5)])


def large_cross(page: Picture, box: Edges) -> None:
    """Over the frame on all sides, into the rules between the rows, and uneven as by hand."""
    left, top, right, bottom = box
    _line(page, [(left - 1.6, top - 1.2), (left + 2.2, top + 2.0), (right + 1.3, bottom + 1.7)])
    _line(page, [(right + 1.7, top - 1.5), (left + 1.9, top + 2.3), (left - 1.2, bottom + 1.4)])


def large_tick(page: Picture, box: Edges) -> None:
    """With its foot below the box, and out again at the upper right."""
    left, top, right, bottom = box
    _line(page, [(left - 0.8, top + 1.9), (left + 1.6, bottom + 0.6), (right + 2.4, top - 1.8)])


def cross_over_tick(page: Picture, box: Edges) -> None:
    """What may be taken back: a large cross over a tick."""
    tick(page, box)
    large_cross(page, box)


def struck_large_cross(page: Picture, box: Edges) -> None:
    large_cross(page, box)
    left, top, right, bottom = box
    _line(page, [(left - 4, (top + bottom) / 2 - 0.3), (right + 5, (top + bottom) / 2 + 0.4)])


def cross_over_word(page: Picture, box: Edges) -> None:
    """Over a box and the word behind it."""
    left, top, right, bottom = box
    _line(page, [(left - 3, top - 1.5), (right + 6, bottom + 1.5)])
    _line(page, [(left - 3, bottom + 1.5), (right + 6, top - 1.5)])


def tick(page: Picture, box: Edges) -> None:
    left, top, right, bottom = box
    _line(page, [(left + 0.6, top + 1.8), (left + 1.7, bottom - 0.6), (right + 1.5, top - 1.2)])


def cross_out(page: Picture, box: Edges) -> None:
    left, top, right, bottom = box
    for step in range(16):
        x = left - 0.5 + (right - left + 1) * step / 15
        _line(page, [(x, top - 0.5), (x + 0.2, bottom + 0.5)])


def dot(page: Picture, box: Edges) -> None:
    left, top, _, _ = box
    _line(page, [(left + 1.6, top + 2), (left + 2.3, top + 2)], 0.4)


def thick_dot(page: Picture, box: Edges) -> None:
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    _line(page, [(x - 0.4, y), (x + 0.4, y)], 0.8)


def ring(page: Picture, box: Edges) -> None:
    """Wide enough to run through the boxes above and below."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    _line(page, [(x + 5 * math.cos(at / 5), y + 6 * math.sin(at / 5)) for at in range(33)])


def struck_tick(page: Picture, box: Edges) -> None:
    tick(page, box)
    left, top, right, bottom = box
    _line(page, [(left - 4, (top + bottom) / 2), (right + 5, (top + bottom) / 2 + 0.4)])


def through(page: Picture, box: Edges) -> None:
    """Down through the box, and those above and below."""
    tick(page, box)
    left, top, right, bottom = box
    _line(page, [((left + right) / 2, top - 9), ((left + right) / 2 + 0.4, bottom + 9)])


def long_tick(page: Picture, box: Edges) -> None:
    left, top, right, bottom = box
    _line(page, [(left + 0.6, top + 1.8), (left + 1.7, bottom - 0.6), (right + 6, top - 1.8)])


def large_signature(page: Picture, box: Edges) -> None:
    left, top, _, bottom = box
    y = (top + bottom) / 2
    _line(page, [(left + 4 + step * 1.5, y + (6 if step % 2 else -6) * (step % 5) / 5) for step in range(26)])


def strike(page: Picture, box: Edges) -> None:
    """Across the whole page."""
    _line(page, [(25, 30), (185, 255)], 0.7)


def note(page: Picture, box: Edges) -> None:
    """A few words at the foot of the page, below all that is printed."""
    _line(page, [(60 + step, 262 + (step * 7 % 4)) for step in range(30)])


def beside(page: Picture, box: Edges) -> None:
    """A cross of a thin blue pen to the left of its box, on the paper's white."""
    left, top, _, bottom = box
    cross(page, (left - 5.5, top, left - 1.7, bottom))


def word_beside(page: Picture, box: Edges) -> None:
    """A short word by hand, to the left of a box."""
    left, top, _, bottom = box
    _line(page, [(left - 9 + step * 0.45, (bottom - 0.5) if step % 2 else top) for step in range(17)], 0.5)


def highlighted(page: Picture, box: Edges) -> None:
    """With a yellow pen, which greys of a scan nearly hide."""
    left, top, right, bottom = box
    scale = DOTS / 25.4
    y = (top + bottom) / 2 * scale
    line = ImageDraw.Draw(page, "RGBA")
    line.line(
        [((left + 0.4) * scale, y), ((right - 0.4) * scale, y)], fill=(255, 235, 60, 255), width=round(1.6 * scale)
    )


def holes(page: Picture, box: Edges) -> None:
    """What a punch leaves in a scan with a dark lid."""
    scale = DOTS / 25.4
    for y in (108.5, 188.5):
        ImageDraw.Draw(page).ellipse([9 * scale, (y - 3) * scale, 15 * scale, (y + 3) * scale], fill=(40, 40, 40))


def note_at_edge(page: Picture, box: Edges) -> None:
    _line(page, [(9 + (step % 3) * 2, 100 + step) for step in range(20)], 0.6)


def write(page: Picture, box: Edges) -> None:
    left, top, _, bottom = box
    y = min(bottom - 2, top + 5)
    _line(page, [(left + 3 + step, y - (step * 7 % 4) * 0.7) for step in range(20)], 0.4)


def scanned(page: Picture, seed: int, skew: float | None = None, *, turned: bool = False) -> Picture:
    """The page skewed, soft, noisy, grey and squeezed by JPEG."""
    chance, noise = random.Random(seed), np.random.default_rng(seed)
    angle = chance.uniform(-3, 3) if skew is None else skew
    grey = page.convert("L").rotate(angle, Image.Resampling.BILINEAR, fillcolor=250)
    soft = np.asarray(grey.filter(ImageFilter.GaussianBlur(0.4)), np.float32)
    pale = 30 + soft * 0.82 + noise.standard_normal(soft.shape, np.float32) * 6
    out = Image.fromarray(pale.clip(0, 255).astype(np.uint8)).rotate(180 if turned else 0)
    squeezed = io.BytesIO()
    out.save(squeezed, "JPEG", quality=60)
    return Image.open(squeezed)


def at_an_angle(page: Picture, corners: Sequence[tuple[float, float]]) -> Picture:
    """The page as a telephone sees it: its upper left, upper right, lower right and lower left corners moved.

    Args:
        corners: By how many millimetres each is moved, to the right and down.
    """
    width, height = page.size
    own = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, found = [], []
    for (column, row), move in zip(own, corners, strict=True):
        x, y = column + move[0] * DOTS / 25.4, row + move[1] * DOTS / 25.4
        rows += [(x, y, 1, 0, 0, 0, -x * column, -y * column), (0, 0, 0, x, y, 1, -x * row, -y * row)]
        found += [column, row]
    solved = np.linalg.solve(np.array(rows), np.array(found)).tolist()
    return page.transform(page.size, Image.Transform.PERSPECTIVE, solved, Image.Resampling.BICUBIC, fillcolor="white")


def stacked(pages: Sequence[Picture], path: Path) -> Path:
    """The pages as one file, as a copier sends them: a PDF, or a TIFF of many pages."""
    first, *others = pages
    if path.suffix == ".pdf":
        first.save(path, save_all=True, append_images=others, resolution=DOTS)
    else:
        first.save(path, save_all=True, append_images=others, dpi=(DOTS, DOTS))
    return path
