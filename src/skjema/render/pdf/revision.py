"""A PDF of which only some objects change from file to file: the rest is bytes made once."""

import hashlib
from collections.abc import Iterable, Sequence

from pypdf.generic import IndirectObject

from skjema.render.pdf.objects import Document, reachable, target, written

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE = b"0000000000 65535 f \n"


class Revision:
    """The unchanging part of a document, and the numbers of the objects that change.

    Args:
        variable: The objects that change; they stand last in the file, in this order.

    Attributes:
        numbers: The number in the file of each object, by its number in the document.
        end: The first number that is not yet taken.
    """

    def __init__(self, document: Document, variable: Sequence[IndirectObject]) -> None:
        changing = frozenset(one.idnum for one in variable)
        static = [one for one in reachable(document.roots) if one.idnum not in changing]
        self.numbers = {one.idnum: at for at, one in enumerate((*static, *variable), start=1)}
        self.end = len(self.numbers) + 1
        self._first = len(static) + 1
        bodies = (written(target(one), self.numbers) for one in static)
        self._static, self._table = _HEADER, _FREE
        objects, lines = self._laid_out(bodies, 1)
        self._static, self._table = b"".join((_HEADER, *objects)), b"".join((_FREE, *lines))
        self._root, self._info = (written(one, self.numbers) for one in document.roots)

    def whole(self, bodies: Iterable[bytes]) -> bytes:
        """The file with `bodies` as its changing objects, and more objects after them."""
        objects, lines = self._laid_out(bodies, self._first)
        changing = b"".join(objects)
        size = self._first + len(objects)
        digest = hashlib.md5(changing, usedforsecurity=False).hexdigest().encode()
        trailer = b"trailer\n<</Size %d/Root %s/Info %s/ID[<%s><%s>]>>" % (size, self._root, self._info, digest, digest)
        end = b"\nstartxref\n%d\n%%%%EOF\n" % (len(self._static) + len(changing))
        return b"".join((self._static, changing, b"xref\n0 %d\n" % size, self._table, *lines, trailer, end))

    def _laid_out(self, bodies: Iterable[bytes], first: int) -> tuple[list[bytes], list[bytes]]:
        """Objects numbered from `first` after the static part, and the lines that say where each begins."""
        position = len(self._static)
        objects, lines = [], []
        for number, body in enumerate(bodies, start=first):
            one = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            objects.append(one)
            lines.append(b"%010d 00000 n \n" % position)
            position += len(one)
        return objects, lines
