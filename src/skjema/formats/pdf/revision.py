"""A PDF of which only some objects change from file to file: the rest is bytes made once."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from struct import Struct
from typing import NamedTuple

_ROW = Struct(">BIH")
"""An entry of a cross-reference stream: kind, and where the object is (ISO 32000-1, table 18)."""
_FREE, _IN_FILE, _IN_STREAM = range(3)
UNUSED = _ROW.pack(_FREE, 0, 65535)
"""The first entry."""


class Revision(NamedTuple):
    """The unchanging part of a document.

    Attributes:
        static: The file up to the first object that changes.
        table: The entries of the objects in it.
        first: Number of the first object that changes.
        end: The first number that is not yet taken.
        roots: What the trailer says of the catalogue and the information dictionary.
    """

    static: bytes
    table: bytes
    first: int
    end: int
    roots: bytes

    def build(self, objects: Sequence[bytes]) -> bytes:
        """The file with its changing `objects`, numbered without a gap from `first`."""
        changing = b"".join(objects)
        positions = list(accumulate(map(len, objects), initial=len(self.static)))
        # Made of what changes, not of the time and the path (ISO 32000-1, 14.4): the same values give the same bytes.
        name = hashlib.sha256(changing).hexdigest()[:32].encode()
        number = self.first + len(objects)
        table = self.table + in_file(positions)
        entries = b"/W[1 4 2]/Size %d%s/ID[<%s><%s>]/Length %d" % (number + 1, self.roots, name, name, len(table))
        end = b"%d 0 obj\n<</Type/XRef%s>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        return b"".join((self.static, changing, end % (number, entries, table, positions[-1])))


def in_file(positions: Iterable[int]) -> bytes:
    """The entries of objects that begin there."""
    return b"".join(map(_ROW.pack, repeat(_IN_FILE), positions, repeat(0)))


def in_stream(number: int, count: int) -> Iterable[bytes]:
    """The entries of the objects in the object stream with this number."""
    return (_ROW.pack(_IN_STREAM, number, at) for at in range(count))


def numbered(number: int, body: bytes) -> bytes:
    """An object as it stands in a file."""
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)
