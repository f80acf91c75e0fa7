"""The races as a picture: bars on a scale where each step is ten times the last."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import chain
from math import ceil, floor, log10

from measure import Result, Role
from report import figure
from section import Section, median_each

_WIDTH = 880
_LEFT, _RIGHT = 220, 130
"""Room for names and for figures, beside the bars."""
_BAR, _GAP = 20, 8
_HEAD, _FOOT = 58, 34
"""Room for a panel's title above its bars, and for what it leaves below them."""
_SLACK = 0.1
"""How far, in steps, a bar may be shorter or longer than the scale before the scale gets another step."""
_COLORS: dict[Role, str] = {"ours": "#16324F", "peer": "#9DB4C8", "floor": "#DCE4EB"}
_INK, _GREY, _LINE = "#1B2733", "#5B6B7A", "#E6EBF0"
_FONT = "'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"


def drawn(sections: Sequence[Section]) -> str:
    """The sections that have a caption, one panel below the other, as SVG; the fastest of each at the top."""
    panels = [(section, _timed(section)) for section in sections if section.caption]
    panels = [(section, bars) for section, bars in panels if bars]
    if not panels:
        return ""
    times = [time for _, bars in panels for _, time in bars]
    low, high = floor(log10(min(times)) + _SLACK), ceil(log10(max(times)) - _SLACK)
    body: list[str] = []
    top = 16
    for section, bars in panels:
        body += _panel(section, bars, top, (low, high))
        top += _HEAD + len(bars) * (_BAR + _GAP) + _FOOT
    return "\n".join(chain(_head(top), body, ["</svg>", ""]))


def _timed(section: Section) -> list[tuple[Result, float]]:
    timed = [(one, median_each(one, section.documents)) for one in section.results if not one.fault]
    return sorted(timed, key=lambda pair: pair[1])


def _head(height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-family="{_FONT}" font-size="13" fill="{_INK}">'
    )
    yield f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="#FFFFFF"/>'


def _panel(section: Section, bars: Sequence[tuple[Result, float]], top: int, powers: tuple[int, int]) -> Iterator[str]:
    first, last = top + _HEAD, top + _HEAD + len(bars) * (_BAR + _GAP) - _GAP
    yield _text(24, top + 20, section.caption, size=15, weight="bold")
    yield _text(24, top + 38, f"milliseconds a {section.each}, the whole process; × skjema", size=12, color=_GREY)
    for power in range(powers[0], powers[1] + 1):
        x = _LEFT + (power - powers[0]) / (powers[1] - powers[0]) * (_WIDTH - _LEFT - _RIGHT)
        yield f'<line x1="{x:.1f}" y1="{first - 6}" x2="{x:.1f}" y2="{last + 6}" stroke="{_LINE}"/>'
        yield _text(x, last + 22, f"{10.0**power:g}", size=11, color=_GREY, anchor="middle")
    ours = next((median_each(one, section.documents) for one in section.results if _is_measure(one)), None)
    for at, (one, time) in enumerate(bars):
        yield from _bar(one, time, first + at * (_BAR + _GAP), powers, ours)


def _is_measure(one: Result) -> bool:
    """Whether the others are held against it, if it is the first."""
    return one.role == "ours" and not one.fault


def _bar(one: Result, time: float, y: int, powers: tuple[int, int], ours: float | None) -> Iterator[str]:
    end, middle = _x(time, powers), y + _BAR / 2 + 4.5
    weight = "bold" if one.role == "ours" else "normal"
    times = f"  ·  {figure(time / ours)} ×" if ours and one.role == "peer" else ""
    yield _text(_LEFT - 10, middle, one.name, weight=weight, anchor="end")
    yield f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.1f}" height="{_BAR}" rx="2" fill="{_COLORS[one.role]}"/>'
    yield _text(end + 8, middle, f"{figure(time)}{times}", weight=weight)


def _x(time: float, powers: tuple[int, int]) -> float:
    share = max(0.01, (log10(time) - powers[0]) / (powers[1] - powers[0]))
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _text(
    x: float, y: float, text: str, *, size: int = 13, weight: str = "normal", color: str = _INK, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{color}" '
        f'text-anchor="{anchor}" xml:space="preserve">{escape(text)}</text>'
    )
