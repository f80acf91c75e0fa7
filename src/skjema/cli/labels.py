"""Address labels for a pack, for the same records in the same order."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from skjema.batch.packed import Packed, protected_homes
from skjema.batch.precheck import PrecheckReport
from skjema.cli.language import current
from skjema.cli.options import file_option, option
from skjema.cli.problem_lines import show
from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.layout.label_sheets import LABEL_SHEETS, LabelSheet
from skjema.output.whole_file import write_file
from skjema.problems import Problem, Severity
from skjema.wording import in_language
from skjema.wording.messages import say


class Labels(NamedTuple):
    """The labels that the options ask for.

    Attributes:
        first: The first label to use on the first sheet, counted from 1.
    """

    file: Path
    sheet: LabelSheet
    first: int


def label_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for address labels: `--labels`, `--label-sheet`, `--first-label`."""
    first = option("--first-label", type=click.IntRange(1), metavar="NR")
    sheet = option("--label-sheet", type=click.Choice(tuple(LABEL_SHEETS)))
    decorated: Callable[..., Any] = file_option("--labels")(sheet(first(command)))
    return decorated


def wanted_labels(ctx: click.Context, file: Path | None, sheet_name: str | None, first: int | None) -> Labels | None:
    """The labels that the options ask for; None without.

    Raises:
        click.UsageError: The options don't go together.
    """
    if file is None and sheet_name is None and first is None:
        return None
    if file is None or file.suffix.casefold() != ".pdf":
        raise click.UsageError(say("usage-labels", current()), ctx)
    sheet_name, first = sheet_name or next(iter(LABEL_SHEETS)), first or 1
    sheet = LABEL_SHEETS[sheet_name]
    if first > sheet.count:
        raise click.UsageError(say("usage-first-label", current(), sheet=sheet_name, count=sheet.count), ctx)
    return Labels(file, sheet, first)


def check_address(form: Form, labels: Labels | None) -> None:
    """Refuse labels for a form without an address.

    Raises:
        UsageError: The form has none.
    """
    if labels is not None and form.address is None:
        raise UsageError(Problem("address-missing", params={"form": form.id}))


def write_labels(
    report: PrecheckReport, packed: Sequence[Packed], labels: Labels, *, overwrite: bool
) -> list[Problem]:  # fmt: skip
    """Write a label for each paper that has an address, and report it.

    Returns:
        Warnings for papers without a label, which have been shown.
    """
    from skjema.render.typst.labels import label_pages

    plan, protected = report.plan, protected_homes(report)
    without = {one.number: code for one in packed if (code := _why_none(one, labels.sheet, protected))}
    problems = [
        Problem(without[one.number], one.place, Severity.WARNING, {"number": one.number})
        for one in packed
        if one.number in without
    ]
    show(problems)
    addresses = [one.address.lines for one in packed if one.number not in without]
    if not addresses:
        click.echo(say("labels-none", current()), err=True)
        return problems
    title, day = in_language(plan.form.title, plan.language), date.fromisoformat(plan.form.version)
    pages = label_pages(addresses, labels.sheet, labels.first, title, plan.language, day)
    write_file(labels.file, pages, overwrite=overwrite)
    params = {"file": labels.file, "count": len(addresses), "without": len(problems)}
    click.echo(say("labels-written", current(), **params), err=True)
    return problems


def _why_none(packed: Packed, sheet: LabelSheet, protected: AbstractSet[object]) -> str:
    """Code of the problem for a paper without a label; empty where it gets one."""
    from skjema.render.typst.labels import fits

    address = packed.address
    if address.is_withheld:
        return "label-withheld"
    if not address.lines:
        return "label-no-address"
    if not protected.isdisjoint(address.home):
        return "label-household"
    return "" if fits(address.lines, sheet) else "label-too-long"
