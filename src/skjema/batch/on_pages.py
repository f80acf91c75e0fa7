"""Finds what somebody's program has drawn on the pages of a PDF themselves, as beside its fields."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from skjema.batch.returned_files import ReadFile
from skjema.formats.form_fields import Spot
from skjema.formats.open_input import read_file
from skjema.formats.pdf.form_fields import signed_line
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.open_form import BROKEN
from skjema.formats.pdf.page_changes import changed_spots, page_digests


class PageChanges(NamedTuple):
    """What is drawn on the pages of a document, where it was sent without.

    Attributes:
        pages: On which something is, from 1, but for what lies on a line to sign on.
        signed: Names of those lines.
    """

    pages: tuple[int, ...] = ()
    signed: frozenset[str] = frozenset()

    @property
    def listed(self) -> str:
        """The pages as a sentence names them."""
        return ", ".join(map(str, self.pages))


def page_changes(file: ReadFile, sent: Callable[[], bytes | None]) -> PageChanges:
    """What is drawn on the pages of a PDF that has come back; nothing where it isn't known how it was sent.

    Args:
        sent: Gives the PDF as it was sent.
    """
    fields = file.fields
    original = sent() if fields is not None and fields.pages and file.path is not None else None
    if fields is None or file.path is None or original is None:
        return PageChanges()
    compared = _changed(original, fields.pages)
    if not compared:
        return PageChanges()
    pages, signed = set[int](), set[str]()
    for spot in _spots(original, read_file(file.path, file.name), compared):
        if line := signed_line(spot, fields.lines):
            signed.add(line)
        else:
            pages.add(spot[0] + 1)
    return PageChanges(tuple(sorted(pages)), frozenset(signed))


def _changed(original: bytes, pages: Sequence[bytes]) -> list[tuple[int, int]]:
    """The pages that another program has written, at least: the number of each in the original, and in the copy."""
    try:
        before = page_digests(Document(original, only_read=True))
    except BROKEN:
        return []
    left = [at for at, digest in enumerate(before) if not digest or digest not in pages]
    written = [at for at, digest in enumerate(pages) if not digest or digest not in before]
    return [*zip(left, written, strict=False)]  # what is put in or taken out is told by itself


def _spots(original: bytes, content: bytes, pages: Sequence[tuple[int, int]]) -> list[Spot]:
    try:
        return changed_spots(original, content, pages)
    except BROKEN:  # what can't be drawn is to be looked at
        return [(page, (0.0, 0.0, 0.0, 0.0)) for _, page in pages]
