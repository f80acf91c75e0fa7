"""The commands by name; and the one place where errors become messages and exit codes."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from skjema import __version__
from skjema.cli.language import asked_command, begin, current
from skjema.cli.options import language_option, option
from skjema.cli.streams import open_streams, refusal
from skjema.errors import ExitCode, SkjemaError, WorkerLostError, file_error
from skjema.wording import MessageLanguage
from skjema.wording.messages import say

if TYPE_CHECKING:
    from skjema.problems import Problem

_HELP_WORDS = ("hjelp", "help")
COMMANDS = (
    "list", "show", "sheet", "check", "fill", "pack", "collect", "scan", "status", "remind", "archive", "erase",
    "convert", "draft", "build", "lint", "schema",
)  # fmt: skip
"""In the order of the work; each has a module in this package, with a function `command`."""


# the tables of help texts are long, so only what shows help loads them


class _Formatter(click.HelpFormatter):
    """Formats Click's help pages with headings in the clerk's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{_word('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_word(heading))


def _word(written: str) -> str:
    from skjema.wording.help import help_word

    return help_word(written, current())


def _help(name: str) -> str:
    from skjema.wording.help import help_text

    return help_text(name, current())


class _Context(click.Context):
    formatter_class = _Formatter


def _show_help(ctx: click.Context, _: click.Parameter, given: bool) -> None:
    """Show help as Click's own option does, but without loading the locale for Click's texts."""
    if given:
        click.echo(ctx.get_help())
        ctx.exit(ExitCode.DONE)


class Command(click.Command):
    """A command with its help page in the clerk's language."""

    context_class = _Context

    def __init__(self, *parts: Any, **settings: Any) -> None:
        super().__init__(*parts, **settings)
        option("-h", "--help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help)(self)

    def invoke(self, ctx: click.Context) -> Any:
        gc.freeze()  # keeps the loaded objects out of garbage collection
        gc.enable()
        return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_word(one) for one in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help(str(self.name)))


class _Commands(Command, click.Group):
    """The commands, each imported when it is called."""

    def invoke(self, ctx: click.Context) -> Any:
        return click.Group.invoke(self, ctx)  # a group's `invoke` loads the command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module: Any = import_module(f"skjema.cli.{cmd_name}_command")
        return module.command  # type: ignore[no-any-return]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _help(name)) for name in COMMANDS])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] in _HELP_WORDS:
            args = [*(one for one in args[1:2] if one in COMMANDS), "--help"]
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from skjema.cli.given_files import is_file_of_data

            if is_file_of_data(args[0]):
                guided: Any = import_module("skjema.cli.guided")
                return "guided", guided.command, args
            raise click.UsageError(say("usage-no-command", current(), got=args[0], known=COMMANDS), ctx)
        return super().resolve_command(ctx, args)


def _show_version(ctx: click.Context, _: click.Parameter, given: bool) -> None:
    if given:
        click.echo(__version__)
        ctx.exit(ExitCode.DONE)


@click.command("skjema", cls=_Commands, no_args_is_help=True)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
@language_option()
def program() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line, and exit with its exit code."""
    open_streams()
    atexit.register(gc.freeze)  # saves the search for cycles at exit, a tenth of the time of a small command
    sys.exit(_heard(_run(arguments)))


def _heard(code: int) -> int:
    """The exit code of a command that ended with `code`, or the one for output that couldn't be written."""
    sys.stdout.flush()
    if (error := refusal()) is None:
        return code
    click.echo(say("output-refused", current(), reason=error.strerror), err=True)
    return code if code > ExitCode.WARNINGS else ExitCode.FILES


def _run(arguments: Sequence[str] | None) -> int:
    begin(arguments)
    try:
        return _exit_code(arguments)
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("interrupted", current()), err=True)
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary: a bug gives no traceback, whose values would be personal
        if refused := _refused(error):
            click.echo(refused.text(current()), err=True)
            return ExitCode.FILES
        click.echo(say("bug", current(), what=_where(error)), err=True)
        return ExitCode.BUG


def _refused(error: Exception) -> "Problem | None":
    """The problem for an error of the operating system that no command has handled, such as a path that is too long."""
    if not isinstance(error, OSError):
        return None
    from skjema.problems import Problem  # only where something went wrong: a class of data takes long to load

    try:
        os.getcwd()  # noqa: PTH109 - pathlib takes longer to load
    except FileNotFoundError:
        return Problem("working-folder-gone")
    if not isinstance(error.filename, str):
        return None
    return file_error(error.filename.rpartition(os.sep)[2], error).problems[0]


def _exit_code(arguments: Sequence[str] | None) -> int:
    try:
        return int(program.main(args=arguments, prog_name="skjema", standalone_mode=False) or ExitCode.DONE)
    except SkjemaError as error:
        from skjema.cli.problem_lines import show

        show(error.problems)
        if isinstance(error, WorkerLostError):  # a pool that has lost a process may never end
            sys.stdout.flush()
            os._exit(error.exit_code)
        return error.exit_code
    except click.UsageError as error:
        click.echo(usage_message(error, current()), err=True)
        return ExitCode.USAGE


def usage_message(error: click.UsageError, language: MessageLanguage) -> str:
    """The message about a faulty command line, in the clerk's language."""
    match error:
        case click.NoSuchOption():
            text = say("usage-no-option", language, got=error.option_name)
        case click.MissingParameter() if error.param is not None:
            text = say(
                "usage-missing", language, got=error.param.get_error_hint(error.ctx) if error.ctx else error.param.name
            )
        case click.BadParameter() if error.param is not None and error.ctx is not None:
            hint = _hint(error.param.type, language) or error.message
            text = say("usage-value", language, got=error.param.get_error_hint(error.ctx), hint=hint)
        case click.BadOptionUsage():
            text = say("usage-needs-value", language, got=error.option_name)
        case click.exceptions.NoArgsIsHelpError():
            return error.message
        case _ if error.message.startswith("Got unexpected extra argument"):
            text = say("usage-too-much", language)
        case _:
            text = error.message
    command = error.ctx.command_path if error.ctx else asked_command(COMMANDS)
    return f"{text} {say('usage-help', language, command=command)}"


def _hint(kind: click.ParamType[Any], language: MessageLanguage) -> str:
    """A hint at what may be written instead; empty where the message has said it."""
    match kind:
        case click.Choice():
            return say("usage-one-of", language, known=tuple(kind.choices))
        case click.IntRange():
            return say("usage-between", language, least=kind.min, most=kind.max)
        case _:
            return ""


def _where(error: Exception) -> str:
    """Kind and position of an error, without its message, which may quote a value."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" {trace.tb_frame.f_code.co_filename.rpartition(os.sep)[2]}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
