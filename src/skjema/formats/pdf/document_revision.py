"""A document as a revision: what never changes of it as bytes, and the numbers of what does."""

import re
import zlib
from collections.abc import Callable, Sequence
from itertools import accumulate, count
from typing import cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from skjema.formats.pdf.objects import Document, reachable, target, written
from skjema.formats.pdf.revision import UNUSED, Appended, Revision, in_file, in_stream, numbered
from skjema.formats.pdf.syntax import HEADER

_MOST_PACKED = 65_536
"""Objects of one stream of objects: a table of places has two bytes for which of them one is."""


def revision(document: Document, variable: Sequence[IndirectObject]) -> tuple[Revision, dict[int, int]]:
    """What never changes of a document, and the number in the file of each object, by its number in the document.

    Args:
        variable: The objects that change; they stand last in the file, in this order.
    """
    changing = frozenset(reference.idnum for reference in variable)
    streams: list[IndirectObject] = []
    others: list[IndirectObject] = []
    for reference in reachable(document.roots):
        if reference.idnum not in changing:
            (streams if isinstance(target(reference), StreamObject) else others).append(reference)
    # What is no stream lies packed in object streams, a third off the file; streams can't lie in them (7.5.7).
    # What lies in them comes first among the numbers: `_object_stream` counts on from there.
    packs = [others[start : start + _MOST_PACKED] for start in range(0, len(others), _MOST_PACKED)] or [[]]
    first_pack = len(others) + len(streams) + 1
    first = first_pack + len(packs)
    numbers = {reference.idnum: number for number, reference in enumerate((*others, *streams), start=1)}
    numbers |= {reference.idnum: number for number, reference in enumerate(variable, start=first)}
    objects = [numbered(numbers[reference.idnum], written(target(reference), numbers)) for reference in streams]
    for number, pack in enumerate(packs):
        packed = [written(target(reference), numbers) for reference in pack]
        objects.append(numbered(first_pack + number, _object_stream(packed, 1 + number * _MOST_PACKED)))
    positions = list(accumulate(map(len, objects), initial=len(HEADER)))
    in_packs = [row for number, pack in enumerate(packs) for row in in_stream(first_pack + number, len(pack))]
    table = b"".join((UNUSED, *in_packs, in_file(positions[:-1])))
    keys = (b"/Root ", b"/Info ")
    roots = b"".join(key + written(root, numbers) for key, root in zip(keys, document.roots, strict=False))
    return Revision(b"".join((HEADER, *objects)), table, first, first + len(variable), roots), numbers


def _object_stream(bodies: Sequence[bytes], first: int) -> bytes:
    """Objects that are no streams, numbered from `first`, packed into one that is (ISO 32000-1, 7.5.7)."""
    starts = list(accumulate((len(body) + 1 for body in bodies), initial=0))
    index = b" ".join(b"%d %d" % pair for pair in zip(count(first), starts[: len(bodies)], strict=False)) + b"\n"
    data = zlib.compress(index + b"\n".join(bodies), 9)  # the best level: it is made once for all records
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(bodies), len(index), len(data))
    return b"<<%s>>stream\n%s\nendstream" % (head, data)


Revise = Callable[[Document, Sequence[IndirectObject]], tuple[Revision | Appended, dict[int, int]]]
"""What makes a file of a document, of which some objects change; see `revision`."""

_TABLE_AT = re.compile(rb"startxref\s+(\d+)")


def added_to(
    document: Document, content: bytes, variable: Sequence[IndirectObject], constant: Sequence[IndirectObject]
) -> tuple[Appended, dict[int, int]]:
    """A document that stays as it is, what is to be added behind it, and the number of each object; see `revision`.

    Args:
        content: The file as it is.
        variable: The objects that change.
        constant: New objects that what is added refers to, besides those that objects of `variable` do.
    """
    objects = reachable([*variable, *constant])
    new = [one for one in objects if document.is_new(one)]
    size = cast(int, document.trailer["/Size"])
    first = max(int(size), 1 + max(one.idnum for one in objects if not document.is_new(one)))
    numbers = {one.idnum: one.idnum for one in objects if not document.is_new(one)}
    numbers |= {one.idnum: number for number, one in enumerate(new, start=first)}
    return _appended(document, content, new, variable, first + len(new), numbers), numbers


def amended(document: Document, variable: Sequence[IndirectObject]) -> tuple[Appended, dict[int, int]]:
    """A document as `revision` has it, for one record: made in half the time, and twice as large.

    What was read of it, and so may have been changed, stands behind the file as it was, with what is new.

    Args:
        variable: The objects that change.
    """
    known = range(int(cast(int, document.trailer["/Size"])))
    changing = frozenset(reference.idnum for reference in variable)
    read = [one for one in document.read if one.idnum not in changing]
    # what has not been read is as it was, and leads to nothing new
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
