"""Shows a clerk the problems of a check and the outcome of a run."""

from collections import Counter
from collections.abc import Iterable, Sequence

import click

from skjema.batch.executor import Executor
from skjema.batch.plan import INCOMPLETE
from skjema.batch.precheck import Job, PrecheckReport, precheck
from skjema.batch.target import Target
from skjema.cli.ask import ask_hidden
from skjema.cli.changes import show_changes
from skjema.cli.language import current
from skjema.cli.problem_lines import show
from skjema.cli.progress import looking
from skjema.errors import ExitCode
from skjema.problems import Problem, Severity, worst_severity
from skjema.wording.messages import say

_NOTES_SHOWN = 12
"""Lines of notes shown at the end of a run."""


def show_counts(records: int, problems: Sequence[Problem]) -> None:
    """Show the number of checked records, and of problems of each severity."""
    counts = Counter(problem.severity for problem in problems)
    params = {f"{severity}s": counts[severity] for severity in Severity}
    click.echo(say("checked", current(), records=records, **params), err=True)


def check_exit_code(problems: Iterable[Problem]) -> ExitCode:
    """The exit code after a check alone."""
    match worst_severity(problems):
        case Severity.ERROR:
            return ExitCode.INPUT
        case Severity.WARNING:
            return ExitCode.WARNINGS
        case _:
            return ExitCode.DONE


def as_data(problem: Problem) -> dict[str, object]:
    """A problem as JSON."""
    place = problem.place
    where: dict[str, object] = {}
    if place is not None:
        named = {"file": place.file, "sheet": place.sheet, "row": place.row, "column": place.column, "path": place.path}
        where = {key: value for key, value in named.items() if value}
    return {
        "code": problem.code,
        "severity": problem.severity,
        "place": where,
        "message": problem.sentence(current()),
    }


def checked_data(
    job: Job, executor: Executor, target: Target | None = None, beforehand: Sequence[Problem] = ()
) -> PrecheckReport:
    """Check all records, with progress shown and questions about hidden rows asked.

    Args:
        beforehand: Problems with the files, known before they are read.
    """
    report = precheck(job, executor, target, looking(), ask_hidden)
    report.problems[:0] = beforehand
    return report


def show_notes(report: PrecheckReport) -> None:
    """Show, at the end of a run, what was left out or read otherwise than written."""
    show((problem for problem in report.problems if problem.severity is Severity.NOTE), most=_NOTES_SHOWN)


def is_stopped(report: PrecheckReport, *, partial: bool) -> bool:
    """Show the result of the check; returns whether it stops the run, and says so with advice."""
    show(problem for problem in report.problems if problem.severity is not Severity.NOTE)
    show_counts(report.taken, report.problems)
    if not report.prevents(partial=partial):
        return False
    show_notes(report)  # a note may be the cause, such as about an unused column
    click.echo(say("nothing-written", current()), err=True)
    if not partial and not report.prevents(partial=True):
        click.echo(say("try-partial", current(), count=report.taken - len(report.failed)), err=True)
    errors = {one.code for one in report.problems if one.severity is Severity.ERROR}
    if not report.plan.draft and errors <= INCOMPLETE:
        click.echo(say("try-draft", current()), err=True)
    return True


def is_nothing_new(report: PrecheckReport, since: object) -> bool:
    """Show what has changed since the run that `--changed` names; returns whether there is nothing to make."""
    show_changes(report)
    if report.taken or not report.unchanged:
        return False
    click.echo(say("since-nothing", current(), folder=since), err=True)
    return True


def outcome(report: PrecheckReport) -> ExitCode:
    """The exit code of a run in which everything that could be printed was."""
    if report.failed:
        return ExitCode.SOME_FAILED
    doubtful = any(problem.severity is not Severity.NOTE for problem in report.problems)
    return ExitCode.WARNINGS if doubtful else ExitCode.DONE
