"""Questions to the clerk, where one is there to answer."""

import sys

import click

from skjema.cli.language import current
from skjema.records.input import HiddenRows
from skjema.wording.messages import say


def ask_hidden(count: int) -> HiddenRows:
    """What to do with rows that a sheet hides; `ask` where nobody is there."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return "ask"
    return "use" if click.confirm(say("ask-hidden", current(), count=count), err=True) else "skip"
