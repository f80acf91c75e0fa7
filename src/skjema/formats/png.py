"""Reads the size of PNG files, and checks that they are complete."""

import zlib
from collections.abc import Iterator
from itertools import pairwise

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Number of values per pixel, by colour type (PNG, third edition, 11.2.1)."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits that each of those values may have, by colour type."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Passes of an interlaced picture: first column and row, and steps across and down (8.2)."""
_FILTERS = 5


def is_png(data: bytes) -> bool:
    """Whether the data begins as a PNG file, has a width and a height, and ends as a PNG file."""
    return data.startswith(b"\x89PNG") and min(pixels(data)) > 0 and data[-8:-4] == b"IEND"


def pixels(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def is_whole(png: bytes) -> bool:
    """Whether every chunk of a PNG file is unchanged, and the picture is complete."""
    try:
        parts = list(_parts(png))
        if not parts or parts[0][0] != b"IHDR":
            return False
        depth, colour, *_, interlaced = parts[0][1][8:13]
        drawn = b"".join(content for kind, content in parts if kind == b"IDAT")
        lacks_palette = colour == 3 and all(kind != b"PLTE" for kind, _ in parts)
        if depth not in _DEPTHS.get(colour, ()) or interlaced > 1 or lacks_palette:
            return False
        lines = list(_line_lengths(*pixels(png), depth * _CHANNELS[colour], is_interlaced=interlaced == 1))
        # at most as many bytes as the picture has, since a small file may unpack to gigabytes
        raw = zlib.decompressobj().decompress(drawn, sum(lines))
    except (ValueError, zlib.error):
        return False
    starts = [0]
    for length in lines:
        starts.append(starts[-1] + length)
    return len(raw) == starts[-1] and all(raw[at] < _FILTERS for at, _ in pairwise(starts))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk.

    Raises:
        ValueError: A chunk has been changed or cut off.
    """
    start = 8  # after the signature; a chunk is its length, name, content, and a checksum of name and content (5.3)
    while start < len(png):
        end = start + 8 + int.from_bytes(png[start : start + 4])
        if zlib.crc32(png[start + 4 : end]) != int.from_bytes(png[end : end + 4]) or end + 4 > len(png):
            raise ValueError
        yield png[start + 4 : start + 8], png[start + 8 : end]
        start = end + 4


def _line_lengths(width: int, height: int, bits: int, *, is_interlaced: bool) -> Iterator[int]:
    """Length in bytes of each line, with the byte before it that says how the line is filtered."""
    for left, top, across, down in _PASSES if is_interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0:
            yield from [1 + (columns * bits + 7) // 8] * max(rows, 0)
