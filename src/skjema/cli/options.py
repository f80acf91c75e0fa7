"""Options that several commands share, and functions that open what they name."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from skjema.cli.language import asked_language, current, set_municipal
from skjema.wording import LANGUAGES, Language
from skjema.wording.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from skjema.definition.model import Form

_KOMMUNE = "kommune.toml"
"""The profile that is used where none is named."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _Option(click.Option):
    """An option whose help comes from the wordings, in the current language."""

    def make_metavar(self, ctx: click.Context) -> str:
        from skjema.wording.help import help_word

        return help_word(super().make_metavar(ctx), current())

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from skjema.wording.help import help_text  # long tables, which a command that runs does without

        record = super().get_help_record(ctx)
        return record and (record[0], help_text(self.help or "", current()))


def option(*names: str, text: str | None = None, **settings: Any) -> Decorator:
    """A Click option whose help is the wording for its long name, or for `text`."""
    long_name = next((name for name in names if name.startswith("--")), names[0])
    return click.option(*names, help=text or long_name, cls=_Option, **settings)


def path_type() -> "type[Path]":
    """A type that takes any path, since opening it reports errors better; pathlib is loaded only when needed."""
    from pathlib import Path

    return Path


def file_option(*names: str, text: str | None = None) -> Decorator:
    return option(*names, text=text, type=path_type(), metavar="FIL")


def language_option(*, of_papers: bool = False) -> Decorator:
    """`--lang`, which `language.current` has already read.

    Args:
        of_papers: Whether the command makes papers, which may be in any language that the form has.
    """
    kind = click.STRING if of_papers else click.Choice(LANGUAGES)
    return option("--lang", type=kind, metavar="nb|nn|en", expose_value=False)


def templates_option() -> Decorator:
    return option("--templates", type=path_type(), metavar="MAPPE")


def kommune_option() -> Decorator:
    return file_option("--kommune")


def date_option() -> Decorator:
    return option("--date", "today", type=_Date(), default=_today, metavar="DATO")


def paper_options() -> Decorator:
    """Options that decide how papers are checked and printed: the day, profile, folder of forms, and language."""
    date_, kommune, templates = date_option(), kommune_option(), templates_option()
    language = language_option(of_papers=True)
    return lambda command: date_(kommune(templates(language(command))))


def hidden_option() -> Decorator:
    return option("--hidden", type=click.Choice(("use", "skip")))


def form_argument() -> Decorator:
    return click.argument("form_id", metavar="SKJEMA")


def data_argument(*, required: bool = True) -> Decorator:
    return click.argument("files", metavar="DATA...", nargs=-1, required=required, type=path_type())


def set_option() -> Decorator:
    """`--set`, values of one record instead of data files."""
    return option("--set", "pairs", multiple=True, metavar="FELT=VERDI")


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the date where the clerk is


class _Date(click.ParamType[date]):
    """A date, as ÅÅÅÅ-MM-DD or DD.MM.ÅÅÅÅ."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat("-".join(reversed(str(value).split("."))))
        except ValueError:
            self.fail(say("usage-date", current()), param, ctx)


class Rows(click.ParamType[tuple[range, ...]]):
    """Numbers of records: `1-3,7`."""

    name = "rows"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[range, ...]:
        numbers: list[range] = []
        for part in str(value).split(","):
            first, between, last = part.strip().partition("-")
            last = last if between else first
            if not first.isdecimal() or not last.isdecimal() or not 0 < int(first) <= int(last):
                self.fail(say("usage-rows", current()), param, ctx)
            numbers.append(range(int(first), int(last) + 1))
        return tuple(numbers)


def open_form(form_id: str, templates: "Path | None", kommune: "Path | None") -> "Form":
    """The form with this id and the municipality's profile, whose language becomes that of messages.

    Raises:
        UsageError: There is no such form.
        DefinitionError, FileError: The form or the profile can't be used.
    """
    from skjema import api  # whose parts `skjema --help` does without

    form = api.load_form(form_id, templates=templates, kommune=profile_file(kommune))
    set_municipal(form.profile.language)
    return form.with_common_values(current())


def profile_file(kommune: "Path | None") -> "Path | None":
    """The file named by --kommune, else the kommune.toml in the working folder; None without."""
    from pathlib import Path

    here = Path(_KOMMUNE)
    return kommune or (here if here.exists() else None)


def form_language(form: "Form") -> Language:
    """The language of papers: the requested one, else that of messages.

    Raises:
        UsageError: The form doesn't have that language.
    """
    from skjema.errors import UsageError
    from skjema.problems import Problem

    language = asked_language() or current()
    if language not in form.languages:
        raise UsageError(Problem("language-unknown", params={"got": language, "known": form.languages}))
    return language
