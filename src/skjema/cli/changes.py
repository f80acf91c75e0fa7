"""Shows how a list has changed since an earlier run, by numbers of documents and labels of fields, never values."""

from collections.abc import Mapping
from pathlib import Path

import click

from skjema.batch.identity import Change
from skjema.batch.precheck import PrecheckReport
from skjema.cli.language import current
from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.problems import Place, Problem
from skjema.wording import in_language
from skjema.wording.messages import say

_TOLD = 20
"""Number of records that are shown one by one."""


def refuse_same_folder(folder: Path | None, output: str | None) -> None:
    """Refuse to write what is new since a run into that run's own folder.

    Raises:
        UsageError: The folders are the same.
    """
    if folder is not None and output is not None and Path(output).resolve() == folder.resolve():
        raise UsageError(Problem("changed-same-folder", Place(folder.name)))


def show_changes(report: PrecheckReport) -> None:
    """Show which records are new, changed (and in which fields), unchanged, and gone."""
    identities, form = report.identities, report.plan.form
    if identities is None:
        return
    new = sum(not change.items for change in report.changes.values())
    params = {"new": new, "changed": len(report.changes) - new, "gone": len(identities.gone)}
    same = report.unchanged + report.taken - len(report.changes)
    click.echo(say("since", current(), same=same, **params), err=True)
    told = sorted(report.changes.values())
    for change in told[:_TOLD]:
        what = change_text(form, change)
        click.echo(f"  {say('since-change', current(), number=f'{change.document:04}', what=what)}", err=True)
    if len(told) > _TOLD:
        click.echo(f"  {say('since-more', current(), count=len(told) - _TOLD)}", err=True)
    if identities.gone:
        numbers = tuple(f"{one.number:04}" for one in identities.gone)
        click.echo(say("since-gone", current(), numbers=numbers), err=True)
    if identities.unknown:
        click.echo(say("since-unknown", current(), count=identities.unknown), err=True)


def change_text(form: Form, change: Change | None) -> str:
    """What has changed in a record: labels of its fields and groups."""
    if change is None:
        return ""
    items = [form.groups[name].label if name in form.groups else form.fields[name].label for name in change.items]
    return ", ".join(in_language(label, current()) for label in items) or say("since-new", current())


def by_document(report: PrecheckReport) -> Mapping[int, Change]:
    """The changes of records since the earlier run, by the number of their documents."""
    return {change.document: change for change in report.changes.values()}
