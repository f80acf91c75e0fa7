"""Reads pictures to put into documents: complete PNG and JPEG files, without metadata.

Photos tell where, when and with whose phone they were taken; documents must not pass that on.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from skjema.formats.png import is_png, is_whole, pixels

MOST_PIXELS = 60_000_000
"""Most pixels of a picture: Word holds all of them in memory, however small the file."""
_TOLD = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
"""PNG chunks with metadata (PNG, third edition, 11.3)."""
_SIGNATURE = 8
_FRAMES = (0xC0, 0xC1, 0xC2)
"""Markers of kinds of JPEG that every program can draw: baseline, extended, progressive (ITU-T T.81, table B.1)."""
_ALL_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, 0xD9
_COLOURS, _CALLED = (0xE0, 0xEE), 0xE2
"""Segments that say how to interpret colours: JFIF's and Adobe's; and the one that may hold a colour profile."""
_DRAWN = (0xC4, 0xDB, 0xDD, *_FRAMES, _SCAN)
"""Segments that are needed to draw the picture."""
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""The next marker after the data of a scan."""
_TURNS = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (1, False), 7: (1, True), 8: (3, False)}
"""For each Exif orientation but the first: quarter turns to the right, and whether to mirror before."""
_ORIENTATION = 0x112
"""Number of the Exif tag for the orientation (CIPA DC-008)."""


class ImageFile(NamedTuple):
    """A picture.

    Attributes:
        content: Content of the file, without metadata.
        ending: Ending for its file name.
        width: Width in pixels as stored, before any turn.
        turns: Quarter turns to the right for display, after mirroring if `is_mirrored`.
    """

    content: bytes
    ending: Literal["png", "jpeg"]
    width: int
    height: int
    turns: int = 0
    is_mirrored: bool = False


class ImageError(Exception):
    """The file can't be used as a picture; `code` is that of the problem to report."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_image(content: bytes) -> ImageFile:
    """The picture in a file.

    Raises:
        ImageError: The file is no PNG or JPEG file, is incomplete or damaged, or has too many pixels.
    """
    if content.startswith(b"\x89PNG"):
        image = _png(content)
    elif content.startswith(b"\xff\xd8\xff"):
        image = _jpeg(content)
    else:
        raise ImageError("image-kind")
    if image.width * image.height > MOST_PIXELS:
        raise ImageError("image-pixels")
    return image


def _png(content: bytes) -> ImageFile:
    if not is_png(content):
        raise ImageError("image-damaged")
    width, height = pixels(content)
    if width * height > MOST_PIXELS:  # refused before all pixels are unpacked
        raise ImageError("image-pixels")
    if not is_whole(content):
        raise ImageError("image-damaged")
    kept, start = [content[:_SIGNATURE]], _SIGNATURE
    while start < len(content):
        end = start + 12 + int.from_bytes(content[start : start + 4])
        if content[start + 4 : start + 8] not in _TOLD:
            kept.append(content[start:end])
        start = end
    return ImageFile(b"".join(kept), "png", width, height)


def _jpeg(content: bytes) -> ImageFile:
    kept, size, orientation = [b"\xff\xd8"], (0, 0), 1
    for marker, segment in _segments(content):
        body = segment[4:]
        if marker in _ALL_FRAMES:
            if marker not in _FRAMES or body[:1] != b"\x08":
                raise ImageError("image-kind")
            size = int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            orientation = _orientation(body[6:])
        if marker in (*_DRAWN, *_COLOURS, _END) or (marker == _CALLED and body.startswith(b"ICC_PROFILE\0")):
            kept.append(segment)
    if min(size) < 1:
        raise ImageError("image-damaged")
    return ImageFile(b"".join(kept), "jpeg", *size, *_TURNS.get(orientation, (0, False)))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment up to the end of the picture; a scan segment includes its data.

    Raises:
        ImageError: The file ends too early.
    """
    at = 2
    while True:
        while content[at : at + 2] == b"\xff\xff":  # any number of fill bytes may stand before a marker
            at += 1
        head = content[at : at + 4]
        if head[:2] == bytes((0xFF, _END)):
            yield _END, head[:2]
            return
        end = at + 2 + int.from_bytes(head[2:4])
        if len(head) < 4 or head[0] != 0xFF or end < at + 4 or end > len(content):
            raise ImageError("image-damaged")
        if head[1] == _SCAN:
            following = _MARKER.search(content, end)
            if following is None:
                raise ImageError("image-damaged")
            end = following.start()
        yield head[1], content[at:end]
        at = end


def _orientation(tiff: bytes) -> int:
    """The Exif orientation of a photo; 1, which means upright, where there is none that can be read."""
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    for number in range(int.from_bytes(tiff[start : start + 2], order)):
        entry = tiff[start + 2 + 12 * number : start + 14 + 12 * number]
        if int.from_bytes(entry[:2], order) == _ORIENTATION:
            return int.from_bytes(entry[8:10], order)
        if len(entry) < 12:
            break
    return 1
