"""Pages that can be put into any file, as bytes with numbers still to be filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from skjema.formats.pdf.fit_text import BoxWriter, TextWriter, joint_writer
from skjema.records.paper_layout import PaperLayout
from skjema.render.pdf.fillable import FillablePdf
from skjema.render.pdf.flat import Drawing, FlatPdf, pages_drawn
from skjema.render.pdf.page_edges import PageEdges
from skjema.render.pdf.written import BoxValues

Pieces = tuple[bytes | int, ...]
"""An object: bytes, and where it refers to another one, that one's place among the objects beside it."""
VALUE_FONT = -1
"""Stands for the font that values are drawn with, which all pages of a file share."""


class OnePage(NamedTuple):
    """A page without its place in a file.

    Attributes:
        geometry: How large it is, and how it is turned, as entries of its dictionary.
        contents: What is drawn on it, as references with spaces between them.
    """

    geometry: bytes
    resources: Pieces
    contents: Pieces


class Pages(NamedTuple):
    """Pages of one document, with all the objects they need."""

    objects: Sequence[Pieces]
    pages: Sequence[OnePage]


@dataclass
class RecordPages:
    """The pages of one variant: what is the same, what is drawn in which box, and at their edges.

    Attributes:
        layout: Where the recipient answers, on pages with codes.
    """

    pages: Pages
    drawings: Sequence[Drawing]
    edges: PageEdges
    layout: PaperLayout | None = None

    @cached_property
    def writers(self) -> dict[str, TextWriter]:
        """What writes the text of each box, by its name."""
        return writers_of(self.drawings)

    def overlays(self, values: BoxValues) -> list[bytes]:
        """What is drawn on each page.

        Raises:
            TextTooLongError: A value doesn't fit its box.
            KeyError: A value has a letter that the font lacks.
        """
        drawn = ((drawing.page, drawing.operators(values)) for drawing in self.drawings)
        return pages_drawn(self.edges.drawn(len(self.pages.pages), values), filter(itemgetter(1), drawn))


def writers_of(drawings: Iterable[Drawing]) -> dict[str, TextWriter]:
    """What writes the text of each value, by its name, in all places that show it."""
    writers: dict[str, list[BoxWriter]] = {}
    for drawing in drawings:
        if drawing.name and not drawing.tick and not drawing.options and not drawing.listed:
            writers.setdefault(drawing.name, []).append(drawing.writer)
    return {name: joint_writer(several) for name, several in writers.items()}


Kind = TypeVar("Kind", bound=FillablePdf | FlatPdf | RecordPages)
"""What pages are compiled for: to be filled in further, to be printed flat, or to be put into a pack."""
