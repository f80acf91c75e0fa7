"""`skjema remind`"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from skjema.batch.executor import InProcess
from skjema.batch.pack_layout import PackLayout
from skjema.batch.pack_order import pack_order
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job
from skjema.batch.status import read_status
from skjema.batch.target import Target, earlier_run
from skjema.cli.app import Command
from skjema.cli.labels import check_address, label_options, wanted_labels
from skjema.cli.language import current
from skjema.cli.options import file_option, form_language, open_form, option, paper_options, path_type
from skjema.cli.pack_command import FieldNames, make_pack
from skjema.cli.problem_lines import show
from skjema.cli.report import checked_data, is_stopped
from skjema.definition.model import Form
from skjema.definition.reminder import with_reminder
from skjema.errors import ExitCode
from skjema.output.folder import folder_at
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.problems import Problem
from skjema.render.workbook.phone_list import phone_list
from skjema.validation.replies import office_expiry
from skjema.validation.standing import Standing, State
from skjema.wording import Language
from skjema.wording.messages import say

_EXPIRING = (State.EXPIRING, State.EXPIRED)


@click.command("remind", cls=Command)
@click.argument("listed", metavar="LISTE...", nargs=-1, required=True, type=path_type())
@option("--run", type=path_type(), metavar="MAPPE", required=True)
@file_option("--answers")
@option("-o", "--output", text="remind -o", type=path_type(), metavar="FIL", required=True)
@option("--expiring", "soon", text="remind --expiring", type=click.IntRange(0, 3650), metavar="DAGER")
@file_option("--phones")
@option("--sort", type=FieldNames(), default="", metavar="FELT,FELT")
@option("--group", metavar="FELT")
@option("--duplex", is_flag=True)
@option("--cover", is_flag=True)
@option("--names", is_flag=True)
@file_option("--index")
@label_options
@option("--partial", is_flag=True)
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, listed: tuple[Path, ...], run: Path, answers: Path | None, output: Path, soon: int | None,
    phones: Path | None, sort: tuple[str, ...], group: str | None, duplex: bool, cover: bool, names: bool,
    index: Path | None, labels: Path | None, label_sheet: str | None, first_label: int | None, partial: bool,
    overwrite: bool, today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    answers = answers or Path("svar.xlsx")
    written = (output, *filter(None, (index, phones)))
    if fault := _misnamed(written, labels, (answers, *listed)):
        raise click.UsageError(say(fault, current()), ctx)
    on_labels = wanted_labels(ctx, labels, label_sheet, first_label)
    check_room((*written, *filter(None, (labels,))), overwrite=overwrite)
    previous = earlier_run(folder := folder_at(str(run)), None)
    form = open_form(previous.form, templates, kommune)
    sort, group = pack_order(form, sort, group, "--cover" if cover else "--index" if index else "")
    check_address(form, on_labels)
    status = read_status(form, listed, previous, answers, today, soon or 0)
    show(status.problems)
    wanted = _wanted(status.everyone, soon)
    if (same := _of_same_period(form, wanted) if soon is not None else ()) and not partial:
        return ExitCode.INPUT
    wanted = [one for one in wanted if one.sent.number not in same]
    if not wanted:
        return _nobody()
    language = form_language(form)
    job = _job(_printed(form, language, soon), language, today, listed, wanted)
    noted = Target(folder, previous=previous, keeps=True)  # so that each reminder has the number of the first form
    job = job._replace(contents=status.contents)  # the list as it was judged, even if it has been saved meanwhile
    report = checked_data(job, executor := InProcess(), noted)
    if is_stopped(report, partial=partial):
        return ExitCode.INPUT
    layout = PackLayout(sort, group, duplex, cover, names)
    code = make_pack(report, executor, layout, output, index, None, on_labels, noted, overwrite=overwrite)
    _write(phones, phone_list(form, [one.sent for one in wanted], language, today), overwrite=overwrite)
    return code


def _printed(form: Form, language: Language, soon: int | None) -> Form:
    """The form, with its reminder unless it is renewed; a PDF made by others has no room for one, which is reported."""
    if soon is not None:
        return form
    if form.pdf == "own":
        click.echo(say("remind-own", current()), err=True)
    return with_reminder(form, language)


def _nobody() -> ExitCode:
    click.echo(say("remind-nobody", current()), err=True)
    return ExitCode.DONE


def _misnamed(written: Sequence[Path], labels: Path | None, read: Sequence[Path]) -> str:
    """What is wrong with the file names, as a key of `MESSAGES`; empty if nothing."""
    pack, *workbooks = written
    if pack.suffix.casefold() != ".pdf" or any(one.suffix.casefold() != ".xlsx" for one in workbooks):
        return "usage-remind-file"
    made = [one.resolve() for one in (*written, *filter(None, (labels,)))]
    is_twice = len(set(made)) < len(made) or not set(made).isdisjoint(one.resolve() for one in read)
    return "usage-same-file" if is_twice else ""


def _write(phones: Path | None, content: bytes, *, overwrite: bool) -> None:
    """Write the list for phoning, if one is asked for."""
    if phones is None:
        return
    make_folder(phones.parent)
    write_file(phones, content, overwrite=overwrite)
    click.echo(say("file-written", current(), file=phones), err=True)


def _wanted(everyone: Sequence[Standing], soon: int | None) -> list[Standing]:
    """Those who haven't answered or, with `soon`, those whose answers expire."""
    states = (State.SILENT,) if soon is None else _EXPIRING
    return [one for one in everyone if one.state in states]


def _of_same_period(form: Form, wanted: Sequence[Standing]) -> tuple[int, ...]:
    """Numbers of records whose renewal would end on the same day as the signed paper; they are reported."""
    if office_expiry(form) is None:
        return ()
    listed = ((one, one.sent.checked.values.get(form.expires)) for one in wanted if one.sent.checked)
    same = tuple(one.sent.number for one, day in listed if day is not None and day == one.expires)
    if same:
        show([Problem("remind-same-period", None, params={"numbers": same})])
    return same


def _job(form: Form, language: Language, today: date, listed: Sequence[Path], wanted: Sequence[Standing]) -> Job:
    """The job to pack some of the list's records, with the numbers of their first documents."""
    plan = Plan(form, language, today, ("pdf",), flat=True, packed=True)
    numbers = [one.sent.checked.record.number for one in wanted if one.sent.checked]
    return Job(plan, listed, "use", tuple(range(number, number + 1) for number in numbers))
