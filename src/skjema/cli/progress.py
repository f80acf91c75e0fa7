"""Shows the progress of a run on one line of the terminal; nothing where there is no terminal."""

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
"""Seconds between two updates of the line."""
_SOON = 2.0
"""Seconds until the pace is known well enough for an estimate."""


def progress() -> "Progress | None":
    """A function that shows done and total, the pace, and the time left; None without a terminal."""
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
    """A function that shows how many records have been checked so far; None without a terminal."""
    if not sys.stderr.isatty():
        return None
    line = _Line()
    return lambda done: line.show(say("progress-looking", current(), done=done))


class _Line:
    """A line of the terminal that is overwritten, but not too often."""

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
