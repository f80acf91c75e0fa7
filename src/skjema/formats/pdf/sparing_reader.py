"""Reads of a PDF what is asked for, where pypdf reads all objects of a stream of them at the first that is."""

import io

from pypdf import PdfReader
from pypdf.generic import IndirectObject, PdfObject, StreamObject, read_object


class SparingReader(PdfReader):
    """A file that is read to see some of what it says: most of a form's objects say how it is read aloud.

    Whatever isn't as it should be is left to pypdf, which mends or refuses it.
    """

    def __init__(self, stream: io.BytesIO) -> None:
        self._held: dict[int, tuple[bytes, dict[int, int]]] = {}
        """The data of each stream of objects, and where in it each of them begins."""
        super().__init__(stream)

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        number = indirect_reference.idnum
        holder = self.xref_objStm[number][0]
        if holder not in self._held:
            self._held[holder] = self._index(holder)
        data, starts = self._held[holder]
        if number not in starts:
            return super()._get_object_from_stream(indirect_reference)
        stream = io.BytesIO(data)
        stream.seek(starts[number])
        found = read_object(stream, self)
        self.cache_indirect_object(0, number, found)
        return found

    def _index(self, holder: int) -> tuple[bytes, dict[int, int]]:
        """Where the objects of a stream begin; nothing where what it says of that can't be so."""
        if holder in self.xref_objStm:
            return b"", {}
        stream = IndirectObject(holder, 0, self).get_object()
        if not isinstance(stream, StreamObject) or stream.get("/Type") != "/ObjStm":
            return b"", {}
        data, first = stream.get_data(), int(str(stream.get("/First", 0)))
        told = data[:first].split()
        if len(told) != 2 * int(str(stream.get("/N", -1))) or not all(map(bytes.isdigit, told)):
            return b"", {}
        numbers, places = map(int, told[0::2]), [first + int(one) for one in told[1::2]]
        if any(data[place : place + 1].isspace() for place in places) or max(places, default=0) >= len(data):
            return b"", {}
        return data, dict(zip(numbers, places, strict=True))
