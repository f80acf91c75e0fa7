"""Questions to the clerk, where one is there: yes or no in any of our languages, and never a silent default."""

import sys

import click

from skjema.cli.language import current
from skjema.records.record_rows import HiddenRows
from skjema.wording.messages import say

_YES, _NO = frozenset({"j", "ja", "y", "yes"}), frozenset({"n", "nei", "no"})


def is_somebody_there() -> bool:
    """Whether a question would be seen and can be answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool | None:
    """The answer to a question; asked again until it is one, None where the clerk answers no more."""
    while True:
        click.echo(f"{question} {say('ask-yes-no', current())} ", nl=False, err=True)
        answer = sys.stdin.readline()
        if not answer:
            return None
        word = answer.strip().casefold()
        if word in _YES or word in _NO:
            return word in _YES


def ask_hidden(count: int) -> HiddenRows:
    """What to do with rows that a sheet hides; `ask` where nobody is there."""
    if not is_somebody_there():
        return "ask"
    answer = ask(say("ask-hidden", current(), count=count))
    return "ask" if answer is None else "use" if answer else "skip"
