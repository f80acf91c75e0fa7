"""The objects of a PDF that hold its mark: a form field, and the metadata in both of its forms."""

from collections.abc import Iterable
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from skjema.formats.pdf.objects import Document, dictionary, name, target, written
from skjema.formats.pdf.revision import numbered
from skjema.formats.pdf.values import entries_of, resolved, text_of
from skjema.records.mark import FIELD, NO_TOKEN, Mark
from skjema.render.pdf.stamp import Parted, Stamp, in_hex

_READ_ONLY = 1


def mark_field(document: Document, mark: str) -> IndirectObject:
    """A field that stands on no page: viewers keep it with the others, and show it to nobody."""
    return document.add(dictionary(FT=name("Tx"), T=FIELD, Ff=_READ_ONLY, V=mark))


def put_mark(document: Document, mark: str) -> None:
    """Give somebody else's form its mark, in the place of one that it has already, and beside its own keywords."""
    form = cast(DictionaryObject, resolved(document.root["/AcroForm"]))
    others = [one for one in _fields(form) if not _is_mark(one)]
    form[NameObject("/Fields")] = ArrayObject([*others, mark_field(document, mark)])
    told = document.trailer.raw_get("/Info") if "/Info" in document.trailer else None
    own = DictionaryObject(entries_of(told))
    keywords = Mark.without(text_of(own.get("/Keywords")))
    own.update(dictionary(Keywords=f"{keywords} {mark}".strip()))
    document.trailer[NameObject("/Info")] = document.add(own)


def marked(document: Document) -> list[IndirectObject]:
    """The objects of a document that hold its mark."""
    fields = [one for one in _fields(resolved(document.root.get("/AcroForm"))) if _is_mark(one)]
    told = [document.roots[-1], *(document.root.raw_get(key) for key in ("/Metadata",) if key in document.root)]
    return [*fields, *(one for one in told if isinstance(one, IndirectObject) and _says_mark(target(one)))]


def _fields(form: object) -> list[IndirectObject]:
    listed = resolved(form.get("/Fields")) if isinstance(form, DictionaryObject) else None
    return [*list.__iter__(listed)] if isinstance(listed, ArrayObject) else []


def _is_mark(field: IndirectObject) -> bool:
    entry = target(field)
    return isinstance(entry, DictionaryObject) and text_of(entry.get("/T")) == FIELD


def _says_mark(item: object) -> bool:
    if isinstance(item, StreamObject):  # the metadata of somebody else's form say nothing of it
        return NO_TOKEN.encode() in item.get_data()
    return isinstance(item, DictionaryObject) and NO_TOKEN in text_of(item.get("/Keywords"))


def stamp(references: Iterable[IndirectObject], numbers: dict[int, int]) -> Stamp:
    """The stamp of a file, of the objects that `marked` gave."""
    return Stamp([_parted(numbered(numbers[one.idnum], written(target(one), numbers))) for one in references])


def _parted(item: bytes) -> Parted:
    """An object round its token, which among keywords with other letters stands as they do."""
    wide = in_hex(NO_TOKEN)
    before, token, after = item.rpartition(wide if wide in item else NO_TOKEN.encode())
    return Parted(before, after, is_wide=token == wide)
