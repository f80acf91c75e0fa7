"""How far a run has come, on one line of the terminal; nothing where there is no terminal."""

import sys
import time
from typing import TYPE_CHECKING

import click

from skjema.cli.language import current
from skjema.wording.messages import say

if TYPE_CHECKING:
    from skjema.batch.run import Progress

_PAUSE = 0.2
"""Seconds between two looks of the line."""
_SOON = 2.0
"""Seconds before the pace is known well enough to tell how long it takes."""


def progress() -> "Progress | None":
    """Shows done and total, the pace, and the time left."""
    if not sys.stderr.isatty():
        return None
    started = shown = time.monotonic()

    def show(done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if done < total and now - shown < _PAUSE:
            return
        shown = now
        line = say("progress", current(), done=done, total=total)
        if now - started > _SOON:
            pace = done / (now - started)
            line += say("progress-pace", current(), pace=round(pace), left=_clock((total - done) / pace))
        click.echo(f"\r{line:78}", nl=done == total, err=True)

    return show


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
