"""PDF documents as objects: read by pypdf, changed and added to, and written by our own code."""

import io
import logging
import zlib
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import cast

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from skjema.formats.pdf.sparing_reader import SparingReader
from skjema.formats.pdf.syntax import written_name, written_text

_LARGE = 20_000
"""Stream data of at least this many bytes is cached in compressed form."""
_NO_FILE_HAS = 1 << 30
"""A number greater than that of any object in a file."""
# pypdf would report repairs on stderr, and quote the file's contents
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


def name(text: str) -> NameObject:
    """A PDF name; `text` comes without the slash."""
    return NameObject(f"/{text}")


def array(*items: object) -> ArrayObject:
    return ArrayObject(_object(item) for item in items)


def dictionary(**entries: object) -> DictionaryObject:
    """A dictionary with names as keys; Python values become PDF objects, a str a text string."""
    return DictionaryObject({name(key): _object(value) for key, value in entries.items()})


def stream(data: bytes, **entries: object) -> DecodedStreamObject:
    item = DecodedStreamObject()
    item.set_data(data)
    item.update(dictionary(**entries))
    return item


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


class Objects:
    """A collection of new objects that can refer to one another, numbered from `first`."""

    def __init__(self, first: int) -> None:
        self._added: dict[int, PdfObject] = {}
        self._first = first

    def add(self, item: PdfObject) -> IndirectObject:
        """Add an object; returns a reference to it."""
        number = self._first + len(self._added)
        self._added[number] = item
        return IndirectObject(number, 0, self)

    def replace(self, reference: IndirectObject, item: PdfObject) -> None:
        """Replace an object that `add` has added."""
        self._added[reference.idnum] = item

    def get_object(self, reference: IndirectObject) -> PdfObject | None:
        """The object of a reference that `add` has returned; pypdf calls this to follow it."""
        return self._added[reference.idnum]


class Document(Objects):
    """The objects of a PDF file, which can be changed and added to.

    Args:
        only_read: Whether nothing of it will be written: then no more is read than is asked for.

    Attributes:
        content: The file.
        root: The document catalogue.
        is_encrypted: Whether the file is encrypted; the objects read without a password are decrypted.
    """

    def __init__(self, data: bytes, *, only_read: bool = False) -> None:
        self.content = data
        self._reader = (SparingReader if only_read else PdfReader)(io.BytesIO(data))
        # new numbers are higher than any of the file's, even if its trailer gives a wrong count
        super().__init__(_NO_FILE_HAS)
        self.root = cast(DictionaryObject, self._reader.trailer["/Root"].get_object())
        self.is_encrypted = self._reader.is_encrypted

    @property
    def trailer(self) -> DictionaryObject:
        return self._reader.trailer

    def is_new(self, reference: IndirectObject) -> bool:
        """Whether an object has been added, and isn't from the file."""
        return reference.idnum >= _NO_FILE_HAS

    @property
    def read(self) -> list[IndirectObject]:
        """The objects of the file that have been read; only these can have been changed."""
        kinds = ("/ObjStm", "/XRef")  # the objects in these have been read one by one
        found = [(number, item) for (_, number), item in self._reader.resolved_objects.items() if item is not None]
        return [
            IndirectObject(number, 0, self._reader)
            for number, item in found
            if not (isinstance(item, StreamObject) and item.get("/Type") in kinds)
        ]

    @cached_property
    def pages(self) -> list[DictionaryObject]:
        references = (cast(IndirectObject, page.indirect_reference) for page in self._reader.pages)
        return [cast(DictionaryObject, reference.get_object()) for reference in references]

    def referred(self, item: PdfObject) -> IndirectObject | None:
        """A reference to an object that may be given directly or by reference; None for null."""
        if isinstance(item, IndirectObject):
            return None if isinstance(target(item), NullObject) else item
        return None if isinstance(item, NullObject) else self.add(item)

    @property
    def roots(self) -> list[PdfObject]:
        """The objects that all others are reached from: catalogue and information dictionary."""
        trailer = self._reader.trailer
        return [trailer.raw_get(key) for key in ("/Root", "/Info") if key in trailer]


_A4 = (0, 0, 595.28, 841.89)


def media_box(page: DictionaryObject) -> ArrayObject:
    """The edges of a page in points; A4 where the page has none."""
    given = page.get("/MediaBox", NullObject()).get_object()
    if isinstance(given, ArrayObject) and len(given) == len(_A4):
        return ArrayObject(one.get_object() for one in list.__iter__(given))
    return array(*_A4)


def reachable(roots: Iterable[PdfObject], *, without: Collection[int] = ()) -> list[IndirectObject]:
    """Every object that can be reached from `roots`, each once, in a fixed order.

    Args:
        without: Numbers of objects that aren't followed.
    """
    reached: dict[int, IndirectObject] = {}
    waiting = list(reversed(list(roots)))
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            if item.idnum not in reached:
                reached[item.idnum] = item
                if item.idnum in without:
                    continue
                waiting.append(target(item))
        else:
            waiting.extend(reversed(list(inner(item))))
    return list(reached.values())


def target(reference: IndirectObject) -> PdfObject:
    """The object that a reference points to; null where there is none (ISO 32000-1, 7.3.10)."""
    item = reference.get_object()
    return NullObject() if item is None else item


def inner(item: PdfObject) -> Iterator[PdfObject]:
    """The objects directly in a dictionary or an array, references unresolved."""
    if isinstance(item, DictionaryObject):
        yield from (item.raw_get(key) for key in item)
    elif isinstance(item, ArrayObject):
        yield from list.__iter__(item)


def pieces(item: PdfObject) -> Iterator[bytes | IndirectObject]:
    """An object as bytes for a file, with its references left as separate pieces."""
    match item:
        case IndirectObject():
            yield item
        case StreamObject():
            yield from _stream_pieces(item)
        case DictionaryObject():
            yield b"<<"
            yield from entry_pieces(item)
            yield b">>"
        case ArrayObject():
            yield b"["
            # pypdf's own iteration would resolve the references
            for place, member in enumerate(list.__iter__(item)):
                yield b" " if place else b""
                yield from pieces(member)
            yield b"]"
        case NameObject():
            yield written_name(item[1:])
        case TextStringObject():
            yield written_text(item)
        case ByteStringObject():
            yield b"<%s>" % bytes(item).hex().encode()
        case _:
            out = io.BytesIO()
            item.write_to_stream(out)
            yield out.getvalue()


def entry_pieces(item: DictionaryObject, without: tuple[str, ...] = ()) -> Iterator[bytes | IndirectObject]:
    for key in item:
        if key not in without:
            yield written_name(key[1:]) + b" "
            yield from pieces(item.raw_get(key))


def _stream_pieces(item: StreamObject) -> Iterator[bytes | IndirectObject]:
    yield b"<<"
    if isinstance(item, EncodedStreamObject):
        yield from entry_pieces(item, ("/Length",))
        data = item._data  # still compressed: unpacking and repacking it would take a third of a pack's time
    else:
        yield from entry_pieces(item)
        data = item.get_data()
        if item.get("/Type") != "/Metadata":  # metadata stay uncompressed
            data = _packed(data) if len(data) > _LARGE else zlib.compress(data, 9)
            yield b"/Filter/FlateDecode"
    yield b"/Length %d>>\nstream\n%s\nendstream" % (len(data), data)


@lru_cache(maxsize=4)
def _packed(data: bytes) -> bytes:
    """Compressed data; cached for large data, such as fonts, that many documents share."""
    return zlib.compress(data, 9)


def written(item: PdfObject, numbers: dict[int, int]) -> bytes:
    """An object as bytes for a file, with its references renumbered."""
    return _numbered(pieces(item), numbers)


def entries(item: DictionaryObject, numbers: dict[int, int], without: tuple[str, ...] = ()) -> bytes:
    """The keys and values of a dictionary, without its brackets."""
    return _numbered(entry_pieces(item, without), numbers)


def _numbered(pieces_of_object: Iterable[bytes | IndirectObject], numbers: dict[int, int]) -> bytes:
    return b"".join(
        b"%d 0 R" % numbers[piece.idnum] if isinstance(piece, IndirectObject) else piece for piece in pieces_of_object
    )
