"""`skjema status`"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import click

from skjema.batch.status import Status, read_status
from skjema.batch.target import earlier_run
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import file_option, form_language, open_form, option, paper_options, path_type
from skjema.cli.problem_lines import show
from skjema.errors import ExitCode
from skjema.formats.open_input import read_file
from skjema.output.folder import folder_at
from skjema.output.whole_file import check_room, make_folder, write_file
from skjema.problems import Problem, Severity
from skjema.render.workbook.status_sheet import with_status
from skjema.validation.standing import State
from skjema.wording.messages import say
from skjema.wording.workbook import sheet_word


@click.command("status", cls=Command)
@click.argument("listed", metavar="LISTE...", nargs=-1, required=True, type=path_type())
@option("--run", type=path_type(), metavar="MAPPE", required=True)
@file_option("--answers")
@option("--expiring", "soon", type=click.IntRange(0, 3650), default=60, metavar="DAGER")
@option("--json", "as_json", is_flag=True)
@file_option("-o", "--output", text="status -o")
@option("--overwrite", is_flag=True)
@paper_options()
@click.pass_context
def command(
    ctx: click.Context, listed: tuple[Path, ...], run: Path, answers: Path | None, soon: int, as_json: bool,
    output: Path | None, overwrite: bool, today: date, kommune: Path | None, templates: Path | None
) -> int:  # fmt: skip
    answers = answers or Path("svar.xlsx")
    if output is not None:
        if output.resolve() in {one.resolve() for one in listed}:
            raise click.UsageError(say("usage-same-file", current()), ctx)
        check_room([output], overwrite=overwrite)
    previous = earlier_run(folder_at(str(run)), None)
    form = open_form(previous.form, templates, kommune)
    status = read_status(form, listed, previous, answers, today, soon)
    show(status.problems)
    for code, numbers in (("answers-unsigned", status.unsigned), ("answers-half-signed", status.half_signed)):
        if numbers:
            show([Problem(code, None, Severity.NOTE, {"numbers": numbers})])
    if status.strangers:
        strangers = tuple(map(str, status.strangers))
        click.echo(say("status-strangers", current(), numbers=strangers), err=True)
    _tell(status, as_json=as_json)
    if output is not None:
        content = with_status(answers.name, read_file(answers), form, status.everyone, form_language(form), today)
        make_folder(output.parent)
        write_file(output, content, overwrite=overwrite)
        click.echo(say("file-written", current(), file=output), err=True)
    doubtful = status.strangers or any(one.severity is not Severity.NOTE for one in status.problems)
    return ExitCode.WARNINGS if doubtful else ExitCode.DONE


def _tell(status: Status, *, as_json: bool) -> None:
    """Report each record's standing by number and place, and the totals; never names."""
    counts = Counter(one.state for one in status.everyone)
    if as_json:
        records = [
            {
                "nr": one.sent.number,
                "place": one.sent.place,
                "state": one.state,
                "answers": one.replies,
                "signed": one.sent.number not in (*status.unsigned, *status.half_signed) if one.replies else None,
                "expires": one.expires.isoformat() if one.expires else None,
            }
            for one in status.everyone
        ]
        listed = {"counts": {state: counts[state] for state in State}, "records": records}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in status.everyone:
        last = f"  {one.expires:%d.%m.%Y}" if one.expires else ""
        click.echo(f"{one.sent.number:04}  {sheet_word(f'state-{one.state}', current()):14}  {one.sent.place}{last}")
    for state in State:
        if counts[state]:
            click.echo(f"{sheet_word(f'state-{state}', current())}: {counts[state]}", err=True)
