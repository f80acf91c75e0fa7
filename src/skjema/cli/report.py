"""Problems as a clerk reads them."""

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
"""Lines of notes at the end of a run."""


def show_counts(records: int, problems: Sequence[Problem]) -> None:
    """How many records were looked at, and how many problems of each kind there are."""
    counts = Counter(problem.severity for problem in problems)
    params = {f"{severity}s": counts[severity] for severity in Severity}
    click.echo(say("checked", current(), records=records, **params), err=True)


def check_exit_code(problems: Iterable[Problem]) -> ExitCode:
    """The exit code of data that were only looked at."""
    match worst_severity(problems):
        case Severity.ERROR:
            return ExitCode.INPUT
        case Severity.WARNING:
            return ExitCode.WARNINGS
        case _:
            return ExitCode.DONE


def as_data(problem: Problem) -> dict[str, object]:
    """A problem as JSON has it."""
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
    """The check of all records, during which the clerk sees how far it has come, and is asked about hidden rows.

    Args:
        beforehand: What is known of the files before they are read.
    """
    report = precheck(job, executor, target, looking(), ask_hidden)
    report.problems[:0] = beforehand
    return report


def show_notes(report: PrecheckReport) -> None:
    """What was left out or read otherwise than written, as the last a clerk sees of a run."""
    show((problem for problem in report.problems if problem.severity is Severity.NOTE), most=_NOTES_SHOWN)


def is_stopped(report: PrecheckReport, *, partial: bool) -> bool:
    """Show what the check has found; where it stops the run, say so, and what else would help."""
    show(problem for problem in report.problems if problem.severity is not Severity.NOTE)
    show_counts(report.taken, report.problems)
    if not report.prevents(partial=partial):
        return False
    show_notes(report)  # one of them may be the cause, such as a column that isn't used
    click.echo(say("nothing-written", current()), err=True)
    if not partial and not report.prevents(partial=True):
        click.echo(say("try-partial", current(), count=report.taken - len(report.failed)), err=True)
    errors = {one.code for one in report.problems if one.severity is Severity.ERROR}
    if not report.plan.draft and errors <= INCOMPLETE:
        click.echo(say("try-draft", current()), err=True)
    return True


def is_nothing_new(report: PrecheckReport, since: object) -> bool:
    """Say what has changed since the run that `--changed` names; whether that is nothing, so that nothing is made."""
    show_changes(report)
    if report.taken or not report.unchanged:
        return False
    click.echo(say("since-nothing", current(), folder=since), err=True)
    return True


def outcome(report: PrecheckReport) -> ExitCode:
    """The exit code of a run in which all that could be printed was."""
    if report.failed:
        return ExitCode.SOME_FAILED
    doubtful = any(problem.severity is not Severity.NOTE for problem in report.problems)
    return ExitCode.WARNINGS if doubtful else ExitCode.DONE
