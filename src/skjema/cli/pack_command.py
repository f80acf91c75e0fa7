"""`skjema pack`"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import click

from skjema.batch.executor import InProcess
from skjema.batch.pack_batch import write_pack
from skjema.batch.pack_layout import PackLayout
from skjema.batch.pack_order import pack_order
from skjema.batch.packed import Packed, further, recipient_fields, told_labels
from skjema.batch.plan import Plan
from skjema.batch.precheck import Job, PrecheckReport
from skjema.batch.run_notes import PackNotes
from skjema.batch.target import Target, run_in, run_of_pack
from skjema.cli.app import Command
from skjema.cli.changes import by_document, change_text
from skjema.cli.given_files import habit_problems, meant
from skjema.cli.labels import Labels, check_address, label_options, wanted_labels, write_labels
from skjema.cli.language import current
from skjema.cli.options import (
    Rows,
    data_argument,
    file_option,
    form_argument,
    form_language,
    hidden_option,
    open_form,
    option,
    paper_options,
    path_type,
)
from skjema.cli.progress import progress
from skjema.cli.report import checked_data, is_nothing_new, is_stopped, outcome, show_notes
from skjema.errors import ExitCode, InputError
from skjema.output.temporary_folder import remove_leftovers
from skjema.output.whole_file import check_room, make_folder, write_file, writing
from skjema.printing.print_check import SERVICES, Letter, Service, find_print_problems, not_checked
from skjema.records.record_rows import HiddenRows
from skjema.render.workbook.pack_index import index_workbook
from skjema.wording import in_language, message_language
from skjema.wording.messages import say

_WORD, _PDF = ".docx", ".pdf"
_BY_NUMBER = "svarut"
"""The service that finds recipients by a workbook of identity numbers (docs/sources.md#svarut-pdf-fil)."""


class FieldNames(click.ParamType[tuple[str, ...]]):
    """Names of fields: `barnehage_navn,barn_navn`."""

    name = "fields"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        return tuple(filter(None, (one.strip() for one in str(value).split(","))))


@click.command("pack", cls=Command)
@form_argument()
@data_argument()
@option("-o", "--output", text="pack -o", type=path_type(), metavar="FIL", required=True)
@option("--sort", type=FieldNames(), default="", metavar="FELT,FELT")
@option("--group", metavar="FELT")
@option("--duplex", is_flag=True)
@option("--cover", is_flag=True)
@option("--names", is_flag=True)
@file_option("--index")
@label_options
@option("--for", "service", type=click.Choice(SERVICES))
@option("--rows", type=Rows(), metavar="1-3,7")
@option("--draft", is_flag=True)
@option("--partial", is_flag=True)
@hidden_option()
@file_option("--changed", "since")
@option("--run", text="pack --run", type=path_type(), metavar="MAPPE")
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, form_id: str, files: tuple[Path, ...], output: Path, sort: tuple[str, ...], group: str | None,
    duplex: bool, cover: bool, names: bool, index: Path | None, labels: Path | None, label_sheet: str | None,
    first_label: int | None, service: str | None, rows: tuple[range, ...] | None, draft: bool, partial: bool,
    hidden: str | None, since: Path | None, run: Path | None, overwrite: bool, today: date, kommune: Path | None,
    templates: Path | None
) -> int:  # fmt: skip
    if fault := _misnamed((output, index, labels), files, pdf_only=cover or names or service is not None):
        raise click.UsageError(say(fault, current()), ctx)
    wanted = wanted_labels(ctx, labels, label_sheet, first_label)
    is_word, written = output.suffix.casefold() == _WORD, (output, *filter(None, (index, labels)))
    form_id, files = meant(form_id, files)
    form = open_form(form_id, templates, kommune)
    sort, group = pack_order(form, sort, group, "--cover" if cover else "--index" if index else "")
    check_address(form, wanted)
    check_room(written, overwrite=overwrite)
    plan = Plan(form, form_language(form), today, ("docx" if is_word else "pdf",), flat=True, draft=draft, packed=True)
    job = Job(plan, files, cast(HiddenRows, hidden or "ask"), rows, run_in(since, form.id))
    noted = run_of_pack(run, form.id)
    if noted and form.pdf == "own" and not is_word:
        click.echo(say("own-no-code", current()), err=True)
    report = checked_data(job, executor := InProcess(), noted, habit_problems(files, kommune))
    if is_stopped(report, partial=partial):
        return ExitCode.INPUT
    if is_nothing_new(report, since):
        return ExitCode.DONE
    layout = PackLayout(sort, group, duplex, cover, names, recipients=index is not None and service == _BY_NUMBER)
    return make_pack(report, executor, layout, output, index, service, wanted, noted, overwrite=overwrite)


def make_pack(
    report: PrecheckReport, executor: InProcess, layout: PackLayout, output: Path, index: Path | None,
    service: str | None, labels: Labels | None, noted: Target | None, *, overwrite: bool,
) -> ExitCode:  # fmt: skip
    """Write a pack of the checked records, with its index and labels, and report it.

    Args:
        noted: The run to record the papers in, so that they are recognised when returned; None for no record.
    """
    layout = replace(layout, addresses=labels is not None)
    _make_folders([output, *filter(None, (index, labels and labels.file))])
    try:
        with writing(output, overwrite=overwrite) as out:
            notes = PackNotes(report, noted.folder, noted.previous) if noted else None
            packed = write_pack(report, executor, layout, out, output.parent, progress(), notes)
            if service is not None:
                _check_print(out, packed, SERVICES[service])
    except KeyboardInterrupt:
        click.echo(say("interrupted-pack", current(), file=output), err=True)
        return ExitCode.INTERRUPTED
    if index is not None:
        write_file(index, _index(report, layout, packed), overwrite=overwrite)
    if labels is not None:
        report.problems += write_labels(report, packed, labels, overwrite=overwrite)
    _say_packed(report, packed, output, index)
    return outcome(report)


def _make_folders(files: Sequence[Path]) -> None:
    for path in files:
        make_folder(path.parent)
        remove_leftovers(path.parent)


def _misnamed(written: tuple[Path, Path | None, Path | None], data: Sequence[Path], *, pdf_only: bool) -> str:
    """What is wrong with the file names of a pack, as a key of `MESSAGES`; empty if nothing."""
    output, index, labels = written
    kind = output.suffix.casefold()
    if kind not in (_WORD, _PDF):
        return "usage-pack-file"
    if kind == _WORD and pdf_only:
        return "usage-pack-word"
    if index is not None and index.suffix.casefold() != ".xlsx":
        return "usage-index"
    made, given = [one.resolve() for one in (output, index, labels) if one], {one.resolve() for one in data}
    return "usage-same-file" if len({*made, *given}) < len(made) + len(given) else ""


def _say_packed(report: PrecheckReport, packed: Sequence[Packed], output: Path, index: Path | None) -> None:
    """Report what has been written and left out; only the pack's name goes to stdout."""
    pages = max((one.first + one.pages - 1 for one in packed if one.first), default=0)
    told = say("packed-pages" if pages else "packed", current(), file=output, count=len(packed), pages=pages)
    click.echo(told, err=True)
    if index is not None:
        click.echo(say("file-written", current(), file=index), err=True)
    show_notes(report)
    click.echo(output)


def _check_print(file: BinaryIO, packed: Sequence[Packed], service: Service) -> None:
    """Report what the print service would refuse, and what hasn't been checked.

    Raises:
        InputError: It would refuse the file, which is then removed.
    """
    letters = (Letter(one.number, one.place, one.first, one.pages) for one in packed)
    if problems := list(find_print_problems(file, letters, service)):
        raise InputError(*problems)
    click.echo(say("print-fits", current(), service=service.name), err=True)
    for key in not_checked(service):
        click.echo(f"  {say(key, current(), service=service.name, read=service.read)}", err=True)


def _index(report: PrecheckReport, layout: PackLayout, packed: Sequence[Packed]) -> bytes:
    form, language, changes = report.plan.form, report.plan.language, by_document(report)
    has_pages, spoken = any(one.first for one in packed), message_language(language)
    labels = [*told_labels(form), *(form.fields[one].label for one in further(form, layout))]
    headings = [say("index-number", spoken), *(in_language(label, language) for label in labels)]
    headings += [say("index-group", spoken)] * bool(layout.group)
    has_numbers = layout.recipients and bool(recipient_fields(form))
    headings += [say("index-recipient", spoken)] * has_numbers
    headings += [say("index-from", spoken), say("index-to", spoken)] * has_pages
    headings += [say("index-change", spoken)] * bool(changes)
    headings += [say("index-missing-count", spoken), say("index-missing", spoken)] * report.plan.draft
    rows: list[list[str | int]] = []
    for one in packed:
        last = [one.group] if layout.group else []
        last += [one.recipient] if has_numbers else []
        pages = [one.first, one.first + one.pages - 1] if has_pages else []
        change = [change_text(form, changes.get(one.number))] if changes else []
        missing: list[str | int] = [len(one.missing), ", ".join(one.missing)] if report.plan.draft else []
        rows.append([one.number, *one.key, *one.sorted_by, *last, *pages, *change, *missing])
    return index_workbook(form.id[:31], headings, rows, date.fromisoformat(form.version))
