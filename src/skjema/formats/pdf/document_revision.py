"""Splits a document into bytes that never change and objects that change for each record."""

import re
import zlib
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from skjema.formats.pdf.objects import Document, reachable, target, written
from skjema.formats.pdf.revision import UNUSED, Appended, Revision, in_file, in_stream, numbered
from skjema.formats.pdf.syntax import HEADER

_PACKED = 50_000
"""Most objects in an object stream: the cross-reference table has two bytes for the index within it."""


def revision(document: Document, variable: Sequence[IndirectObject]) -> tuple[Revision, dict[int, int]]:
    """The unchanging part of a document, and the new number of each object, by its number in the document.

    Args:
        variable: The objects that change; they come last in the file, in this order.
    """
    changing = frozenset(reference.idnum for reference in variable)
    streams: list[IndirectObject] = []
    others: list[IndirectObject] = []
    for reference in reachable(document.roots):
        if reference.idnum not in changing:
            (streams if isinstance(target(reference), StreamObject) else others).append(reference)
    # objects other than streams are packed into object streams, which saves a third of the file (7.5.7)
    # the packed objects are numbered first
    parts = range(0, len(others), _PACKED)
    object_stream = len(others) + len(streams) + 1
    first = object_stream + len(parts)
    numbers = {reference.idnum: number for number, reference in enumerate((*others, *streams), start=1)}
    numbers |= {reference.idnum: number for number, reference in enumerate(variable, start=first)}
    objects = [numbered(numbers[reference.idnum], written(target(reference), numbers)) for reference in streams]
    packed = [written(target(reference), numbers) for reference in others]
    table = [UNUSED]
    for number, start in enumerate(parts, start=object_stream):
        bodies = packed[start : start + _PACKED]
        objects.append(numbered(number, _object_stream(bodies, start + 1)))
        table += in_stream(number, len(bodies))
    positions = list(accumulate(map(len, objects), initial=len(HEADER)))
    table.append(in_file(positions[:-1]))
    keys = (b"/Root ", b"/Info ")
    roots = b"".join(key + written(root, numbers) for key, root in zip(keys, document.roots, strict=False))
    return Revision(b"".join((HEADER, *objects)), b"".join(table), first, first + len(variable), roots), numbers


def _object_stream(bodies: Sequence[bytes], first: int) -> bytes:
    """Objects that are no streams, numbered from `first`, packed into an object stream (ISO 32000-1, 7.5.7)."""
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    index = b" ".join(b"%d %d" % pair for pair in zip(range(first, first + len(bodies)), starts, strict=False)) + b"\n"
    data = zlib.compress(index + b"\n".join(bodies), 9)  # the best level, since this is done once for all records
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(bodies), len(index), len(data))
    return b"<<%s>>stream\n%s\nendstream" % (head, data)


Revise = Callable[[Document, Sequence[IndirectObject]], tuple[Revision | Appended, dict[int, int]]]
"""Makes files from a document in which some objects change; see `revision`."""

_TABLE_AT = re.compile(rb"startxref\s+(\d+)")


def added_to(
    document: Document, content: bytes, variable: Sequence[IndirectObject], constant: Sequence[IndirectObject]
) -> tuple[Appended, dict[int, int]]:
    """A document that is kept as it is, the changes to append to it, and the number of each object; see `revision`.

    Args:
        content: The original file.
        variable: The objects that change.
        constant: Other new objects that the appended part needs.
    """
    objects = reachable([*variable, *constant])
    new = [one for one in objects if document.is_new(one)]
    size = cast(int, document.trailer["/Size"])
    first = max(int(size), 1 + max(one.idnum for one in objects if not document.is_new(one)))
    numbers = {one.idnum: one.idnum for one in objects if not document.is_new(one)}
    numbers |= {one.idnum: number for number, one in enumerate(new, start=first)}
    return _appended(document, content, new, variable, first + len(new), numbers), numbers


def amended(document: Document, variable: Sequence[IndirectObject]) -> tuple[Appended, dict[int, int]]:
    """Like `revision`, but for a single record: made in half the time, and twice as large.

    Objects that were read, and so may have been changed, are appended to the original file together with new ones.

    Args:
        variable: The objects that change.
    """
    known = range(int(cast(int, document.trailer["/Size"])))
    changing = frozenset(reference.idnum for reference in variable)
    read = [one for one in document.read if one.idnum not in changing]
    # objects that weren't read are unchanged, and refer to nothing new
    reached = reachable([target(one) for one in (*read, *variable)], without=known)
    new = list({one.idnum: one for one in (*reached, *variable) if document.is_new(one)}.values())
    numbers = {number: number for number in known}
    numbers |= {one.idnum: number for number, one in enumerate(new, start=len(known))}
    constant = [*read, *(one for one in new if one.idnum not in changing)]
    return _appended(document, document.content, constant, variable, len(known) + len(new), numbers), numbers


def _appended(
    document: Document,
    content: bytes,
    constant: Sequence[IndirectObject],
    variable: Sequence[IndirectObject],
    end: int,
    numbers: dict[int, int],
) -> Appended:
    trailer = document.trailer
    added = [(numbers[one.idnum], numbered(numbers[one.idnum], written(target(one), numbers))) for one in constant]
    roots = b"".join(
        b"/%s %s" % (key.encode(), written(trailer.raw_get(f"/{key}"), numbers | _itself(trailer, key)))
        for key in ("Root", "Info")
        if f"/{key}" in trailer
    )
    identifier = trailer.get("/ID")
    known = written(identifier[0], {}) if isinstance(identifier, ArrayObject) and identifier else b""
    before = int(_TABLE_AT.findall(content)[-1])
    changing = [numbers[one.idnum] for one in variable]
    has_stream = not content[before : before + 20].lstrip().startswith(b"xref")
    return Appended(content, added, changing, end, roots, known, before, has_stream)


def _itself(trailer: DictionaryObject, key: str) -> dict[int, int]:
    reference = trailer.raw_get(f"/{key}")
    return {reference.idnum: reference.idnum} if isinstance(reference, IndirectObject) else {}
