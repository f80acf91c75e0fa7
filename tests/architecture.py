"""The picture of `docs/architecture.md`: the rooms of the code and who uses whom; `python -m tests.architecture` draws it.

The rooms lie in stage order, what runs first at the bottom. An arrow that follows from two others is left out, and so
are those to the ground, which every room may use.
"""

import ast
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from tests.module_graph import SOURCE, STAGES, module_graph, stage_of

PICTURE = Path(__file__).parent.parent / "docs" / "architecture.svg"
GROUND = STAGES[: STAGES.index("formats")]
ROOMS = STAGES[STAGES.index("formats") :]

_WIDTH, _LEFT, _RIGHT = 920, 150, 24
"""Room for arrows on the left of the boxes, and for nothing on their right."""
_BOX, _GAP, _TOP = 46, 18, 20
_FIRST_LANE, _LANE = 30, 18
"""How far to the left of the boxes long arrows run: each in a lane of its own beside those it passes."""
_ROUNDED = 100
"""Lines are told in hundreds, so that the picture changes when the house does."""
_BAR = 0.02
"""Length of the bar, in units of the picture, for one line of code."""
_INK, _GREY, _LINE, _FILL, _GROUND_FILL = "#1B2733", "#4A5864", "#16324F", "#F3F6F9", "#DCE4EB"
_FONT = "'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"

Uses = Mapping[str, frozenset[str]]
"""Each room, and the rooms it imports of."""


Arrow = tuple[str, str]
"""A room, and one that it uses."""


def uses() -> Uses:
    """Which rooms import which, without the ground."""
    found: dict[str, set[str]] = {room: set() for room in ROOMS}
    for module, imported in module_graph().items():
        if (room := stage_of(module)) in found:
            found[room].update(stage_of(one) for one in imported)
    return {room: frozenset(names) & set(ROOMS) - {room} for room, names in found.items()}


def direct(graph: Uses) -> Iterator[Arrow]:
    """The arrows that don't follow from two others."""
    for room in ROOMS:
        reached = {one for used in graph[room] for one in _reachable(used, graph)}
        yield from ((room, used) for used in sorted(graph[room] - reached, key=ROOMS.index))


def _reachable(start: str, graph: Uses) -> set[str]:
    found = set(graph[start])
    for used in graph[start]:
        found |= _reachable(used, graph)
    return found


def picture() -> str:
    """The picture as SVG."""
    graph = uses()
    arrows = list(direct(graph))
    height = _TOP + (len(ROOMS) + 1) * (_BOX + _GAP) + 8
    body = [line for room in ROOMS for line in _box(room)]
    body += [_arrow(user, used, lane) for (user, used), lane in lanes(arrows).items()]
    body += _ground()
    return "\n".join([*_head(height, _in_words(arrows)), *body, "</svg>", ""])


def lanes(arrows: list[Arrow]) -> dict[Arrow, int]:
    """The lane of each arrow, the shortest nearest to the boxes; two in one lane never lie side by side."""
    taken: dict[int, list[Arrow]] = {}
    found: dict[Arrow, int] = {}
    for arrow in sorted(arrows, key=_passed):
        lane = 0
        while any(_side_by_side(arrow, other) for other in taken.get(lane, ()) if _passed(arrow) > 1):
            lane += 1
        found[arrow] = lane
        if _passed(arrow) > 1:
            taken.setdefault(lane, []).append(arrow)
    return found


def _passed(arrow: Arrow) -> int:
    """How many rooms down an arrow leads."""
    return ROOMS.index(arrow[0]) - ROOMS.index(arrow[1])


def _side_by_side(one: Arrow, other: Arrow) -> bool:
    (one_user, one_used), (user, used) = (map(ROOMS.index, arrow) for arrow in (one, other))
    return one_used <= user and used <= one_user


def _in_words(arrows: list[Arrow]) -> str:
    told = {room: [used for user, used in arrows if user == room] for room in reversed(ROOMS)}
    return "; ".join(f"{room} uses {' and '.join(used)}" for room, used in told.items() if used)


def _head(height: int, in_words: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title text" width="{_WIDTH}" '
        f'height="{height}" viewBox="0 0 {_WIDTH} {height}" font-family="{_FONT}" font-size="13" fill="{_INK}">'
    )
    yield f'<title id="title">The rooms of skjema and who uses whom</title><desc id="text">{escape(in_words)}.</desc>'
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{_LINE}"/></marker></defs>'
    )
    yield f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="#FFFFFF"/>'


def _top(room: str) -> int:
    return _TOP + (len(ROOMS) - 1 - ROOMS.index(room)) * (_BOX + _GAP)


def _box(room: str) -> Iterator[str]:
    top, lines = _top(room), _lines(room)
    rounded = round(lines / _ROUNDED) * _ROUNDED
    yield _rectangle(top, _FILL)
    yield _text(_LEFT + 14, top + 19, room, weight="bold", size=14)
    yield _text(_LEFT + 14, top + 37, _meaning(room), color=_GREY, size=12)
    edge = _WIDTH - _RIGHT - 14
    yield _text(edge, top + 19, f"{rounded:,} lines".replace(",", " "), color=_GREY, anchor="end")
    length = rounded * _BAR
    yield f'<rect x="{edge - 76 - length:.0f}" y="{top + 9}" width="{length:.0f}" height="10" fill="{_LINE}"/>'


def _ground() -> Iterator[str]:
    top = _TOP + len(ROOMS) * (_BOX + _GAP)
    yield _rectangle(top, _GROUND_FILL)
    yield _text(_LEFT + 14, top + 19, " · ".join(GROUND), weight="bold", size=14)
    yield _text(
        _LEFT + 14, top + 37, "The ground: every room may use it, so its arrows are not drawn.", color=_GREY, size=12
    )


def _arrow(user: str, used: str, lane: int) -> str:
    """Straight down to the room below; in a bow on the left to one further off."""
    start, end = _top(user), _top(used)
    if _passed((user, used)) == 1:
        path = f"M{_LEFT + 40} {start + _BOX}V{end}"
    else:
        out = _FIRST_LANE + lane * _LANE
        path = f"M{_LEFT} {start + 30}h-{out - 10}q-10 0 -10 10V{end + 6}q0 10 10 10H{_LEFT}"
    return f'<path d="{path}" fill="none" stroke="{_LINE}" stroke-width="1.5" marker-end="url(#tip)"/>'


def _rectangle(top: int, fill: str) -> str:
    width = _WIDTH - _LEFT - _RIGHT
    return f'<rect x="{_LEFT}" y="{top}" width="{width}" height="{_BOX}" rx="5" fill="{fill}" stroke="{_LINE}"/>'


def _text(
    x: int, y: int, text: str, *, color: str = _INK, size: int = 13, weight: str = "normal", anchor: str = "start"
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{color}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )


def _lines(room: str) -> int:
    return sum(len(path.read_text("utf-8").splitlines()) for path in _files(room))


def _files(room: str) -> list[Path]:
    """The modules of a room, its own first; a room of one module has no folder."""
    module = SOURCE / f"{room}.py"
    return [module] if module.exists() else sorted((SOURCE / room).rglob("*.py"))


def _meaning(room: str) -> str:
    """The first line of the room's docstring."""
    docstring = ast.get_docstring(ast.parse(_files(room)[0].read_text("utf-8")))
    assert docstring, f"{room} has no docstring"
    return docstring.splitlines()[0].replace("`", "")


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
