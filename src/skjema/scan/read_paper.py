"""Reads one copy of a scanned paper: certain ticks, handwritten places, and what a person must look at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from math import hypot

from skjema.formats.form_fields import ELSEWHERE, FieldValue, Picture, SheetProblem
from skjema.formats.scanned import Reading
from skjema.records.paper_layout import PaperBox
from skjema.scan.marks import BoxMark, State
from skjema.scan.read_page import ScannedPage
from skjema.scan.squares import Stray

_BESIDE = 25.0
"""Millimetres to the right of a box in which the label of its answer stands."""
_ALL_OVER = 120.0
"""Length in millimetres from which marks outside of places may concern the whole page."""

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom, as fractions of a page's sides."""


def read_paper(pages: Sequence[ScannedPage]) -> Reading:
    """What was read from the pages of one copy."""
    marks = _marks(pages)
    values, doubtful = _ticks(marks)
    unread = _named(marks, State.UNREAD)
    doubtful |= _named(marks, State.LOOK, is_ticked=False)
    signatures = {box.name for box in marks if box.kind == "signature"}
    written = _named(marks, State.YES, is_ticked=False)
    pictures = tuple(_pictures(pages, marks, doubtful | unread))
    return Reading(
        values, _sorted(doubtful - unread), _sorted(unread), _sorted(written - signatures),
        _sorted(written & signatures), pictures, tuple(_sheets(pages)),
    )  # fmt: skip


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _marks(pages: Sequence[ScannedPage]) -> dict[PaperBox, BoxMark]:
    """What stands in each place; unread where its page is missing or there twice.

    Places with marks over, around or beside them are doubtful.
    """
    layout = next((page.layout for page in pages if page.layout), None)
    marks: dict[PaperBox, BoxMark] = {}
    for box in layout.boxes if layout else ():
        found = [page for page in pages if page.code.page == box.page]
        one = found[0].marks.get(box) if len(found) == 1 else None
        marks[box] = one or BoxMark(State.UNREAD)
        # a ring round an answer may be meant as a tick
        is_read = one is not None and (one.state is State.YES or (one.state is State.NO and box.is_ticked))
        if one and is_read and _is_doubtful(box, found[0].strays or ()):
            marks[box] = one._replace(state=State.LOOK)
    return marks


def _is_doubtful(box: PaperBox, strays: Sequence[Stray]) -> bool:
    """Whether a mark lies on a place or on the label of its answer, or marks extend all over its page."""
    if not strays:
        return False
    left, top, right, bottom = (
        most(edges) for most, edges in zip((min, min, max, max), zip(*strays, strict=True), strict=True)
    )
    beside = _BESIDE if box.is_ticked else 0
    return hypot(right - left, bottom - top) > _ALL_OVER or any(
        stray.touches(box.left - 1, box.top - 1, box.right + beside, box.bottom + 1) for stray in strays
    )


def _named(marks: Mapping[PaperBox, BoxMark], state: State, *, is_ticked: bool | None = None) -> set[str]:
    """Names of the places in a state.

    Args:
        is_ticked: True for boxes to tick only, False for other places only.
    """
    kinds = (True, False) if is_ticked is None else (is_ticked,)
    return {box.name for box, mark in marks.items() if mark.state is state and box.is_ticked in kinds}


def _sheets(pages: Sequence[ScannedPage]) -> Iterator[SheetProblem]:
    """Problems with the sheets of one copy."""
    counts, total = Counter(page.code.page for page in pages), pages[0].code.pages
    if missing := [str(number) for number in range(1, total + 1) if number not in counts]:
        yield SheetProblem("scan-missing", pages[0].file.name, ", ".join(missing))
    kinds: dict[str, Callable[[ScannedPage], bool]] = {
        "scan-double": lambda page: bool(page.code.page) and counts[page.code.page] > 1,
        "scan-half": lambda page: page.is_half,
        "scan-unknown-paper": lambda page: page.layout is None,
        "scan-stray": lambda page: bool(page.strays),
        "scan-not-compared": lambda page: page.strays is None and page.lie is not None and page.lie.is_sure,
    }
    for code, is_so in kinds.items():
        for file, listed in groupby(filter(is_so, pages), key=lambda page: page.file):
            yield SheetProblem(code, file.name, ", ".join(str(page.number) for page in listed))


def _ticks(marks: Mapping[PaperBox, BoxMark]) -> tuple[dict[str, FieldValue], set[str]]:
    """Values of boxes that are ticked or empty, and names of those that a person must look at."""
    values: dict[str, FieldValue] = {}
    doubtful: set[str] = set()
    for box, mark in marks.items():
        if not box.is_ticked or mark.state is State.UNREAD:
            continue
        if mark.state is State.LOOK or (box.answer and mark.state is State.YES and values.get(box.name)):
            doubtful.add(box.name)  # also where one answer is ticked and another may be
        elif not box.answer:
            values[box.name] = mark.state is State.YES
        elif mark.state is State.YES:
            values[box.name] = box.answer
        else:
            values.setdefault(box.name, "")
    return {name: value for name, value in values.items() if name not in doubtful}, doubtful


def _pictures(pages: Sequence[ScannedPage], marks: Mapping[PaperBox, BoxMark], doubtful: set[str]) -> Iterator[Picture]:
    """Pictures of doubtful places on pages whose position is certain; for several answers, one picture of them all."""
    shown: dict[tuple[str, int], Edges] = {}
    for box, mark in marks.items():
        if not (box.name in doubtful if box.is_ticked else mark.state is not State.NO):
            continue
        for at, page in enumerate(pages, start=1):
            if page.code.page == box.page and page.lie is not None and page.lie.is_sure:
                edges, before = page.picture_of(box), shown.get((box.name, at))
                shown[box.name, at] = _around(edges, before) if before else edges
    for (called, at), edges in shown.items():
        yield Picture(called, at, *edges)
    for at, page in enumerate(pages, start=1):
        if page.strays:
            yield Picture(ELSEWHERE, at, *reduce(_around, map(page.picture_of, page.strays)))


def _around(one: Edges, other: Edges) -> Edges:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
