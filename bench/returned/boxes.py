"""Where the boxes of a fillable PDF are, and what is to be written in some of them."""

import io
from typing import Any, NamedTuple

from pypdf import PdfReader


class Box(NamedTuple):
    """A place to write or tick, and what goes into it.

    Attributes:
        page: Counted from 0.
        rect: Left, bottom, right and top, in points from the lower left corner of its page.
        state: Of a box to tick, what it is called when it is ticked; empty for a place to write.
        text: What is typed into a place to write.
    """

    page: int
    name: str
    rect: tuple[float, float, float, float]
    state: str
    text: str

    @property
    def middle(self) -> tuple[float, float]:
        left, bottom, right, top = self.rect
        return (left + right) / 2, (bottom + top) / 2


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in PdfReader(io.BytesIO(pdf)).pages]


def boxes(pdf: bytes, answers: dict[str, str]) -> list[Box]:
    """The boxes that answers go into, from top to bottom.

    Args:
        answers: By the name of a box: a text, or the state of a box to tick with a slash before it.
    """
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        for one in page.get("/Annots", ()):
            widget: Any = one.get_object()
            name = full_name(widget)
            answer = answers.get(name)
            if answer is None:
                continue
            is_button = _of(widget, "/FT") == "/Btn"
            if is_button and answer not in widget["/AP"]["/N"]:
                continue
            left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
            state, text = (answer[1:], "") if is_button else ("", answer)
            found.append(Box(number, name, (left, bottom, right, top), state, text))
    return found


def full_name(widget: Any) -> str:
    """The name of the field of a widget, with those above it."""
    names: list[str] = []
    while widget is not None:
        names[:0] = [str(widget["/T"])] if "/T" in widget else []
        widget = widget["/Parent"].get_object() if "/Parent" in widget else None
    return ".".join(names)


def _of(widget: Any, key: str) -> Any:
    while key not in widget and "/Parent" in widget:
        widget = widget["/Parent"].get_object()
    return widget.get(key)
