"""Where on the pages of a paper the recipient answers: what is needed to read a scan of it, and no value."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Self

from skjema.hashing import blake2b


class PaperBox(NamedTuple):
    """A place for the recipient, in millimetres from the upper left corner of its page.

    Attributes:
        name: Of the value that stands there, such as `foresatte.1.navn`.
        answer: Id of the answer that is ticked there, where the value is one of several; empty otherwise.
        kind: What is drawn there: `tick`, `radio`, `text`, `longtext`, `combo` or `signature`.
        page: Counted from 1.
    """

    name: str
    answer: str
    kind: str
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_ticked(self) -> bool:
        """Whether it is a box to tick."""
        return self.kind in ("tick", "radio")


@dataclass(frozen=True)
class PaperLayout:
    """The pages of a paper; many records share one.

    Attributes:
        pages: How many there are.
        width, height: Of each, in millimetres.
        printed: How much is printed where on each, as `PrintedPage.text` has it; empty where nobody has noted it.
    """

    pages: int
    width: float
    height: float
    boxes: tuple[PaperBox, ...]
    printed: tuple[str, ...] = ()

    @cached_property
    def token(self) -> str:
        """What it is called by those that have it: the same for the same places."""
        return blake2b(json.dumps(self.data).encode(), digest_size=8).hexdigest()

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        places = {"pages": self.pages, "size": [self.width, self.height], "boxes": [*map(list, self.boxes)]}
        return places | ({"printed": [*self.printed]} if self.printed else {})

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From what `data` gave; what JSON raises for what isn't so is left to the caller."""
        width, height = map(float, data["size"])
        printed = tuple(map(str, data.get("printed", ())))
        return cls(int(data["pages"]), width, height, tuple(_box(one) for one in data["boxes"]), printed)

    def on(self, page: int) -> list[PaperBox]:
        """The places on one page, counted from 1."""
        return [box for box in self.boxes if box.page == page]


def _box(listed: Sequence[Any]) -> PaperBox:
    name, answer, kind, page, *edges = listed
    left, top, right, bottom = map(float, edges)
    return PaperBox(str(name), str(answer), str(kind), int(page), left, top, right, bottom)
