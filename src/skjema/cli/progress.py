"""How far a run has come, on one line of the terminal; nothing where there is no terminal."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from skjema.cli.language import current
from skjema.wording.messages import say

if TYPE_CHECKING:
    from skjema.batch.run_batch import Progress

_PAUSE = 0.2
"""Seconds between two looks of the line."""
_SOON = 2.0
"""Seconds before the pace is known well enough to tell how long it takes."""


def progress() -> "Progress | None":
    """Shows done and total, the pace, and the time left."""
    if not sys.stderr.isatty():
        return None
    started = time.monotonic()
    line = _Line()

    def show(done: int, total: int) -> None:
        text = say("progress", current(), done=done, total=total)
        elapsed = time.monotonic() - started
        if elapsed > _SOON:
            pace = done / elapsed
            text += say("progress-pace", current(), pace=round(pace), left=_clock((total - done) / pace))
        line.show(text, last=done == total)

    return show


def looking() -> Callable[[int], None] | None:
    """Shows how many records have been looked at, until something else is said."""
    if not sys.stderr.isatty():
        return None
    line = _Line()
    return lambda done: line.show(say("progress-looking", current(), done=done))


class _Line:
    """A line that is written over, not too often."""

    def __init__(self) -> None:
        self._shown = time.monotonic()

    def show(self, text: str, *, last: bool = False) -> None:
        now = time.monotonic()
        if last or now - self._shown >= _PAUSE:
            self._shown = now
            click.echo(f"\r{text:78}" + ("" if last else "\r"), nl=last, err=True)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
