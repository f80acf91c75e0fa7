"""A PDF of which only some objects change from file to file: the rest is bytes made once."""

import hashlib
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from skjema.render.pdf.syntax import FREE, places


class Revision(NamedTuple):
    """The unchanging part of a document.

    Attributes:
        static: The file up to the first object that changes.
        table: Where the objects in it begin, as lines of the table of places.
        first: Number of the first object that changes.
        end: The first number that is not yet taken.
        roots: What the trailer says of the catalogue and the information dictionary.
    """

    static: bytes
    table: bytes
    first: int
    end: int
    roots: bytes

    def whole(self, bodies: Iterable[bytes]) -> bytes:
        """The file with `bodies` as its changing objects, and more objects after them."""
        objects = numbered(bodies, self.first)
        changing = b"".join(objects)
        positions = list(accumulate(map(len, objects), initial=len(self.static)))
        start = positions.pop()
        size = self.first + len(objects)
        digest = hashlib.md5(changing, usedforsecurity=False).hexdigest().encode()
        trailer = b"trailer\n<</Size %d%s/ID[<%s><%s>]>>" % (size, self.roots, digest, digest)
        end = b"\nstartxref\n%d\n%%%%EOF\n" % start
        table = b"xref\n0 %d\n%s%s%s" % (size, FREE, self.table, places(positions))
        return b"".join((self.static, changing, table, trailer, end))


def numbered(bodies: Iterable[bytes], first: int) -> list[bytes]:
    """Objects as they stand in a file, numbered from `first`."""
    return [b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(bodies, first)]
