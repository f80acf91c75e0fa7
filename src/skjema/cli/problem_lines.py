"""Problems as lines of text, no more of them than anybody reads."""

from collections.abc import Iterable

import click

from skjema.cli.language import current
from skjema.problems import Problem, Severity
from skjema.wording.messages import say

_MOST_SHOWN = 1000
"""Lines; a list with a wrong column has one for each of its rows."""
_GRAVEST_FIRST = list(Severity)


def show(problems: Iterable[Problem], *, on_stdout: bool = False) -> None:
    """One line a problem, in their order; what isn't an error says so first.

    Of more than `_MOST_SHOWN` the gravest are shown, and how many others there are.
    """
    shown = list(problems)
    ranked = sorted(range(len(shown)), key=lambda at: _GRAVEST_FIRST.index(shown[at].severity))
    for at in sorted(ranked[:_MOST_SHOWN]):
        mark = "" if shown[at].severity is Severity.ERROR else f"{say(shown[at].severity, current())} "
        click.echo(f"{mark}{shown[at].text(current())}", err=not on_stdout)
    if len(shown) > _MOST_SHOWN:
        click.echo(say("more-problems", current(), count=len(shown) - _MOST_SHOWN), err=True)
