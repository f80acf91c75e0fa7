"""Writes a PDF in which only some objects change from file to file; all other bytes are made once."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from struct import Struct
from typing import NamedTuple

_ROW = Struct(">BIH")
"""An entry of a cross-reference stream: its kind, and where the object is (ISO 32000-1, table 18)."""
_FREE, _IN_FILE, _IN_STREAM = range(3)
UNUSED = _ROW.pack(_FREE, 0, 65535)
"""The entry of object 0."""


class Revision(NamedTuple):
    """The unchanging part of a document.

    Attributes:
        static: The file up to the first object that changes.
        table: Cross-reference entries of the objects in it.
        first: Number of the first object that changes.
        end: The first unused number.
        roots: The trailer's entries for catalogue and information dictionary.
    """

    static: bytes
    table: bytes
    first: int
    end: int
    roots: bytes

    def build(self, objects: Sequence[bytes]) -> bytes:
        """The complete file, with the changing `objects` numbered consecutively from `first`."""
        changing = b"".join(objects)
        positions = list(accumulate(map(len, objects), initial=len(self.static)))
        # the file's identifier is a hash of what changes, not of time and path, so equal values give equal bytes (14.4)
        name = hashlib.sha256(changing).hexdigest()[:32].encode()
        number = self.first + len(objects)
        table = self.table + in_file(positions)
        entries = b"/W[1 4 2]/Size %d%s/ID[<%s><%s>]/Length %d" % (number + 1, self.roots, name, name, len(table))
        end = b"%d 0 obj\n<</Type/XRef%s>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        return b"".join((self.static, changing, end % (number, entries, table, positions[-1])))


def in_file(positions: Iterable[int]) -> bytes:
    """The cross-reference entries of objects at these positions."""
    return b"".join(map(_ROW.pack, repeat(_IN_FILE), positions, repeat(0)))


def in_stream(number: int, count: int) -> Iterable[bytes]:
    """The cross-reference entries of the objects in an object stream."""
    return (_ROW.pack(_IN_STREAM, number, at) for at in range(count))


def numbered(number: int, body: bytes) -> bytes:
    """A numbered object as it stands in a file."""
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


class Appended(NamedTuple):
    """A signed document that is kept unchanged, with changes appended (ISO 32000-1, 7.5.6).

    Attributes:
        original: The unchanged file.
        constant: New objects that are the same for every record, by number.
        numbers: Numbers of the changed objects, in the order in which they are given.
        end: The first unused number.
        roots: The trailer's entries for catalogue and information dictionary.
        identifier: The identifier of the original file; empty without.
        before: Position of the original's last cross-reference table.
        has_stream: Whether that table is a stream; the appended one must be of the same kind.
    """

    original: bytes
    constant: Sequence[tuple[int, bytes]]
    numbers: Sequence[int]
    end: int
    roots: bytes
    identifier: bytes
    before: int
    has_stream: bool

    def build(self, objects: Sequence[bytes]) -> bytes:
        """The complete file, with `objects`: those with the numbers in `numbers`, then new ones from `end`."""
        added = range(self.end, self.end + len(objects) - len(self.numbers))
        numbers = [*(number for number, _ in self.constant), *self.numbers, *added]
        bodies = [*(body for _, body in self.constant), *objects]
        start = len(self.original) + 1
        positions = dict(zip(numbers, accumulate(map(len, bodies), initial=start), strict=False))
        changed = b"".join(bodies)
        name = hashlib.sha256(changed).hexdigest()[:32].encode()
        size = max((self.end - 1, *numbers)) + 1
        table = self._stream if self.has_stream else self._table
        return b"".join((self.original, b"\n", changed, table(positions, start + len(changed), size, name)))

    def _table(self, positions: dict[int, int], start: int, size: int, name: bytes) -> bytes:
        rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, positions[number]) for number in sorted(positions))
        identifier = self.identifier or b"<%s>" % name
        entries = b"/Size %d%s/ID[%s<%s>]/Prev %d" % (size, self.roots, identifier, name, self.before)
        return b"xref\n%strailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (rows, entries, start)

    def _stream(self, positions: dict[int, int], start: int, size: int, name: bytes) -> bytes:
        positions = positions | {size: start}
        index = b" ".join(b"%d 1" % number for number in sorted(positions))
        table = in_file(positions[number] for number in sorted(positions))
        entries = b"/W[1 4 2]/Index[%s]/Size %d%s/ID[%s<%s>]/Prev %d/Length %d" % (
            index, size + 1, self.roots, self.identifier or b"<%s>" % name, name, self.before, len(table)
        )  # fmt: skip
        body = b"<</Type/XRef%s>>stream\n%s\nendstream" % (entries, table)
        return b"%sstartxref\n%d\n%%%%EOF\n" % (numbered(size, body), start)
