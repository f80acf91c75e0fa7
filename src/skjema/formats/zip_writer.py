"""Writes Office files as zip archives in memory, with fixed dates, so that the same input gives the same bytes.

zipfile would take longer than all other work on a Word file. Most members are the same for every record, and are
compressed and laid out only once here.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from isal import isal_zlib

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_STORED, _DEFLATED = 0, 8
_SMALL = 1500
"""Members smaller than this many bytes are stored uncompressed."""
_DOS_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
"""1 January 1980, the earliest date in a zip archive."""
_UTF8 = 0x800
"""Flag for names in UTF-8; without it programs read names in a DOS code page."""


class Member(NamedTuple):
    """A file of an archive, compressed."""

    name: bytes
    checksum: int
    size: int
    packed: bytes
    method: int = _DEFLATED

    @property
    def content(self) -> bytes:
        """The file's content, uncompressed."""
        return self.packed if self.method == _STORED else zlib.decompress(self.packed, -15)


def compress_member(name: str, content: bytes, *, fast: bool = False) -> Member:
    """A file as a member of an archive; small files are stored, since compressing them takes longer than it saves.

    Args:
        fast: Whether to compress in a quarter of the time, to files that are an eighth larger.
    """
    if len(content) < _SMALL:
        return Member(name.encode(), isal_zlib.crc32(content), len(content), content, _STORED)
    # -15: without zlib's header and checksum, as in zip archives
    packed = isal_zlib.compress(content, 1, -15) if fast else zlib.compress(content, 6, -15)
    return Member(name.encode(), isal_zlib.crc32(content), len(content), packed)


class Archive:
    """An archive whose first members are always the same.

    Args:
        members: Those first members, in order; for an Office file, `[Content_Types].xml` comes first.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        files, places, self._end = _entries(members, 0)
        self._files, self._places, self._count = b"".join(files), b"".join(places), len(places) // 2

    def build(self, members: Iterable[Member] = ()) -> bytes:
        """The archive with `members` after its fixed ones."""
        files, places, end = _entries(members, self._end)
        count, size = self._count + len(places) // 2, len(self._places) + sum(map(len, places))
        last = _END.pack(b"PK\5\6", 0, 0, count, count, size, end, 0)
        return b"".join((self._files, *files, self._places, *places, last))


def _entries(members: Iterable[Member], position: int) -> tuple[list[bytes], list[bytes], int]:
    """The entries of files from `position` on, their entries for the central directory, and the position after them."""
    files: list[bytes] = []
    places: list[bytes] = []
    for name, checksum, size, packed, method in members:
        common = (_VERSION, _UTF8, method, 0, _DOS_DATE, checksum, len(packed), size, len(name), 0)
        files += (_LOCAL.pack(b"PK\3\4", *common), name, packed)
        places += (_CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, position), name)
        position += _LOCAL.size + len(name) + len(packed)
    return files, places, position
