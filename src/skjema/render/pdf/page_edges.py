"""The page edges outside the form: the running head, and the code at the foot."""

from dataclasses import dataclass

from skjema.render.pdf.paper_code import PaperCode
from skjema.render.pdf.running_head import HEAD, RunningHead
from skjema.render.pdf.stamp import TOKEN
from skjema.render.pdf.written import BoxValues


@dataclass(frozen=True, slots=True)
class PageEdges:
    """Draws it for one record after another.

    Attributes:
        code: None where pages have none.
    """

    head: RunningHead
    code: PaperCode | None = None

    def drawn(self, count: int, values: BoxValues) -> list[bytes]:
        """The operators for each of so many pages; the first says itself whom it concerns."""
        head = self.head.operators(str(values.get(HEAD, "")))
        edges = [b"", *[head] * (count - 1)]
        if self.code is None:
            return edges
        codes = self.code.operators(str(values.get(TOKEN) or ""))
        return [b"%s\n%s" % pair if pair[0] else pair[1] for pair in zip(edges, codes, strict=True)]
