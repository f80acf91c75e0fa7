"""A PDF as objects: read by pypdf, changed and added to, written in one revision with one table of places."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import cast

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_DELIMITERS = b"#/()<>[]{}%"
_ESCAPES = re.compile(rb"[\\()]")


def name(text: str) -> NameObject:
    """A PDF name; `text` without its slash."""
    return NameObject(f"/{text}")


def array(*items: object) -> ArrayObject:
    return ArrayObject(_object(item) for item in items)


def dictionary(**entries: object) -> DictionaryObject:
    """A dictionary whose keys are names; str becomes a text string, numbers and lists what they are."""
    return DictionaryObject({name(key): _object(value) for key, value in entries.items()})


def stream(data: bytes, **entries: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(**entries))
    return made


def _object(value: object) -> PdfObject:
    match value:
        case PdfObject():
            return value
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(round(value, 2))
        case str():
            return TextStringObject(value)
        case _:
            raise TypeError(type(value))


class Document:
    """The objects of a PDF that can be changed and added to.

    Attributes:
        root: The document catalogue.
    """

    def __init__(self, data: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(data))
        self._added: dict[int, PdfObject] = {}
        self._first = int(cast(int, self._reader.trailer["/Size"]))
        self.root = cast(DictionaryObject, self._reader.trailer["/Root"].get_object())

    @property
    def pages(self) -> list[DictionaryObject]:
        references = (cast(IndirectObject, page.indirect_reference) for page in self._reader.pages)
        return [cast(DictionaryObject, reference.get_object()) for reference in references]

    @property
    def roots(self) -> list[PdfObject]:
        """What everything else is reached from: the catalogue and the information dictionary."""
        trailer = self._reader.trailer
        return [trailer.raw_get(key) for key in ("/Root", "/Info") if key in trailer]

    def add(self, item: PdfObject) -> IndirectObject:
        """A reference to a new object."""
        number = self._first + len(self._added)
        self._added[number] = item
        return IndirectObject(number, 0, self)

    def get_object(self, reference: IndirectObject) -> PdfObject | None:
        """What pypdf asks for when it follows a reference made by `add`."""
        return self._added[reference.idnum]

    def reachable(self, apart_from: frozenset[int] = frozenset()) -> list[IndirectObject]:
        """Every object that can be reached, each once, in a fixed order.

        Args:
            apart_from: Numbers of objects that are followed, but left out of the list.
        """
        found: dict[int, IndirectObject] = {}
        waiting = list(reversed(self.roots))
        while waiting:
            item = waiting.pop()
            if isinstance(item, IndirectObject):
                if item.idnum not in found:
                    found[item.idnum] = item
                    waiting.append(target(item))
            else:
                waiting.extend(reversed(list(inner(item))))
        return [reference for number, reference in found.items() if number not in apart_from]


def target(reference: IndirectObject) -> PdfObject:
    """What a reference points at; null where there is no such object (ISO 32000-1, 7.3.10)."""
    found = reference.get_object()
    return NullObject() if found is None else found


def inner(item: PdfObject) -> Iterator[PdfObject]:
    """What stands directly in a dictionary or an array, references as they are."""
    if isinstance(item, DictionaryObject):
        yield from (item.raw_get(key) for key in item)
    elif isinstance(item, ArrayObject):
        yield from list.__iter__(item)


def written(item: PdfObject, numbers: dict[int, int]) -> bytes:
    """An object as it stands in a file, its references renumbered."""
    match item:
        case IndirectObject():
            return b"%d 0 R" % numbers[item.idnum]
        case StreamObject():
            return _written_stream(item, numbers)
        case DictionaryObject():
            return b"<<" + entries(item, numbers) + b">>"
        case ArrayObject():
            return b"[" + b" ".join(written(one, numbers) for one in list.__iter__(item)) + b"]"
        case NameObject():
            return written_name(item[1:])
        case TextStringObject():
            return written_text(item)
        case ByteStringObject():
            return b"<" + bytes(item).hex().encode() + b">"
        case _:
            out = io.BytesIO()
            item.write_to_stream(out)
            return out.getvalue()


def entries(item: DictionaryObject, numbers: dict[int, int], without: tuple[str, ...] = ()) -> bytes:
    """The keys and values of a dictionary, without its brackets."""
    kept = (key for key in item if key not in without)
    return b"".join(written_name(key[1:]) + b" " + written(item.raw_get(key), numbers) for key in kept)


def _written_stream(item: StreamObject, numbers: dict[int, int]) -> bytes:
    data = item.get_data()
    kept = entries(item, numbers, ("/Length", "/Filter", "/DecodeParms"))
    if item.get("/Type") != "/Metadata":  # metadata stay legible
        data = zlib.compress(data, 9)
        kept += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (kept, len(data), data)


def written_name(text: str) -> bytes:
    encoded = text.encode()
    if encoded.isalnum():
        return b"/" + encoded
    return b"/" + b"".join(bytes([c]) if 33 <= c <= 126 and c not in _DELIMITERS else b"#%02X" % c for c in encoded)


def written_text(text: str) -> bytes:
    """A text string: as it is where ASCII suffices, else UTF-16 with its mark."""
    if text.isascii() and text.isprintable():
        return b"(" + _ESCAPES.sub(rb"\\\g<0>", text.encode()) + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"
