"""The objects of a PDF that hold its mark: a field of the form, and what is told of the file, in both ways."""

from collections.abc import Iterable
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from skjema.formats.pdf.objects import Document, dictionary, name, target, written
from skjema.formats.pdf.revision import numbered
from skjema.records.mark import FIELD, NO_TOKEN
from skjema.render.pdf.stamp import Stamp

_READ_ONLY = 1


def mark_field(document: Document, mark: str) -> IndirectObject:
    """A field that stands on no page: viewers keep it with the others, and show it to nobody."""
    return document.add(dictionary(FT=name("Tx"), T=FIELD, Ff=_READ_ONLY, V=mark))


def marked(document: Document) -> list[IndirectObject]:
    """The objects of a document that hold its mark."""
    form = cast(DictionaryObject, document.root.get("/AcroForm", DictionaryObject()).get_object())
    fields = cast(list[IndirectObject], list.__iter__(form.get("/Fields", ArrayObject())))
    field = [one for one in fields if cast(DictionaryObject, target(one)).get("/T") == FIELD]
    told = document.roots[-1], document.root.raw_get("/Metadata")
    return [*field, *cast(tuple[IndirectObject, ...], told)]


def stamp(references: Iterable[IndirectObject], numbers: dict[int, int]) -> Stamp:
    """The stamp of a file, of the objects that `marked` gave."""
    objects = (numbered(numbers[one.idnum], written(target(one), numbers)) for one in references)
    parts = (item.rpartition(NO_TOKEN.encode()) for item in objects)
    return Stamp([(before, after) for before, _, after in parts])
