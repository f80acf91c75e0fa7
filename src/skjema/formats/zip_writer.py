"""Zip archives, written by hand with fixed dates, so that the same input gives the same bytes.

Office files are made whole, in memory; an archive of many documents as they come.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from isal import isal_zlib

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
# For what has no room in the entries above (APPNOTE.TXT 6.3.10, 4.3.14, 4.3.15 and 4.5.3).
_FAR = struct.Struct("<2HQ")
_LARGE_END = struct.Struct("<4sQ2H2I4Q")
_LARGE_PLACE = struct.Struct("<4sIQI")
_MOST_FILES, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF
_VERSION, _LARGE_VERSION = 20, 45
_STORED, _DEFLATED = 0, 8
_SMALL = 1500
"""Bytes."""
_DOS_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
"""1 January 1980, the first day a zip archive knows."""
_UTF8 = 0x800


class Member(NamedTuple):
    """A file of an archive, compressed."""

    name: bytes
    checksum: int
    size: int
    packed: bytes
    method: int = _DEFLATED

    @property
    def content(self) -> bytes:
        """The file as it was before it was packed."""
        return self.packed if self.method == _STORED else zlib.decompress(self.packed, -15)


def pack(name: str, content: bytes, *, quick: bool = False) -> Member:
    """A file for an archive; a small one as it is, since a compressor takes longer to set up than it saves.

    Args:
        quick: Whether it is packed in a quarter of the time, and an eighth larger.
    """
    if len(content) < _SMALL:
        return Member(name.encode(), isal_zlib.crc32(content), len(content), content, _STORED)
    packed = isal_zlib.compress(content, 1, -15) if quick else zlib.compress(content, 6, -15)
    return Member(name.encode(), isal_zlib.crc32(content), len(content), packed)


class Archive:
    """An archive whose first members are always the same.

    Args:
        members: Those members, in order; of an Office file the first is `[Content_Types].xml`.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        files, places, self._end = _entries(members, 0)
        self._files, self._places, self._count = b"".join(files), b"".join(places), len(places) // 2

    def whole(self, members: Iterable[Member] = ()) -> bytes:
        """The archive with `members` after those that are always the same."""
        files, places, end = _entries(members, self._end)
        count, size = self._count + len(places) // 2, len(self._places) + sum(map(len, places))
        last = _END.pack(b"PK\5\6", 0, 0, count, count, size, end, 0)
        return b"".join((self._files, *files, self._places, *places, last))


class Growing:
    """An archive of any number of files that are packed already, written file by file.

    Args:
        out: Open for writing, at its beginning; it can be sought in.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._places = bytearray()
        self._count = self._position = 0

    def add(self, name: str, content: bytes) -> None:
        """Write a file; whatever interrupts that, the archive is then as it was before."""
        before = self._position, self._count, len(self._places)
        try:
            self._add(name.encode(), content)
        except BaseException:
            self._position, self._count, end = before
            del self._places[end:]
            self._out.seek(self._position)
            self._out.truncate()
            raise

    def _add(self, name: bytes, content: bytes) -> None:
        common = (_UTF8, _STORED, 0, _DOS_DATE, isal_zlib.crc32(content), len(content), len(content), len(name))
        far = b"" if self._position < _MOST_BYTES else _FAR.pack(1, 8, self._position)
        version, place = (_LARGE_VERSION, _MOST_BYTES) if far else (_VERSION, self._position)
        head = _LOCAL.pack(b"PK\3\4", _VERSION, *common, 0) + name
        self._out.write(head)
        self._out.write(content)
        self._places += _CENTRAL.pack(b"PK\1\2", version, version, *common, len(far), 0, 0, 0, 0, place) + name + far
        self._position += len(head) + len(content)
        self._count += 1

    def end(self) -> None:
        """Write where each file lies."""
        start, count, size = self._position, self._count, len(self._places)
        self._out.write(self._places)
        if count >= _MOST_FILES or start >= _MOST_BYTES:
            versions, counts = (_LARGE_VERSION,) * 2, (count, count)
            self._out.write(_LARGE_END.pack(b"PK\6\6", _LARGE_END.size - 12, *versions, 0, 0, *counts, size, start))
            self._out.write(_LARGE_PLACE.pack(b"PK\6\7", 0, start + size, 1))
        few, near = min(count, _MOST_FILES), min(start, _MOST_BYTES)
        self._out.write(_END.pack(b"PK\5\6", 0, 0, few, few, min(size, _MOST_BYTES), near, 0))


def _entries(members: Iterable[Member], position: int) -> tuple[list[bytes], list[bytes], int]:
    """Local files from `position` on, their entries in the central directory, and where the files end."""
    files: list[bytes] = []
    places: list[bytes] = []
    for name, checksum, size, packed, method in members:
        common = (_VERSION, _UTF8, method, 0, _DOS_DATE, checksum, len(packed), size, len(name), 0)
        files += (_LOCAL.pack(b"PK\3\4", *common), name, packed)
        places += (_CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, position), name)
        position += _LOCAL.size + len(name) + len(packed)
    return files, places, position
