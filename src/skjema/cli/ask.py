"""Asks the clerk at the terminal: yes or no in any of the languages, and never with a silent default."""

import sys

import click

from skjema.cli.language import current
from skjema.records.record_rows import HiddenRows
from skjema.wording.messages import say

_YES, _NO = frozenset({"j", "ja", "y", "yes"}), frozenset({"n", "nei", "no"})


def is_somebody_there() -> bool:
    """Whether somebody at a terminal can see a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool | None:
    """The answer to a yes/no question, which is repeated until it is answered; None where input ends."""
    while True:
        click.echo(f"{question} {say('ask-yes-no', current())} ", nl=False, err=True)
        answer = sys.stdin.readline()
        if not answer:
            return None
        word = answer.strip().casefold()
        if word in _YES or word in _NO:
            return word in _YES


def ask_hidden(count: int) -> HiddenRows:
    """What to do with rows that a sheet hides; the result is `ask` where nobody can answer."""
    if not is_somebody_there():
        return "ask"
    answer = ask(say("ask-hidden", current(), count=count))
    return "ask" if answer is None else "use" if answer else "skip"
