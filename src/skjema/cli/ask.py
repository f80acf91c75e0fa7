"""Questions to the clerk, where one is there to answer."""

import sys
from collections.abc import Callable

import click

from skjema.batch.precheck import Job, PrecheckReport
from skjema.cli.language import current
from skjema.wording.messages import say


def about_hidden(job: Job, look: Callable[[Job], PrecheckReport]) -> tuple[Job, PrecheckReport]:
    """Look at the data; where rows are hidden and nobody has said what to do, ask, and look again."""
    found = look(job)
    hidden = sum(int(str(problem.gaps["count"])) for problem in found.problems if problem.code == "rows-hidden")
    if not hidden or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return job, found
    use = click.confirm(say("ask-hidden", current(), count=hidden), err=True)
    job = job._replace(hidden="use" if use else "skip")
    return job, look(job)
