"""The language of a command's messages: requested, else from the environment, the municipality, or bokmål."""

import contextlib
import os
import sys
from collections.abc import Collection, Sequence
from contextvars import ContextVar
from itertools import pairwise

from skjema.wording import LANGUAGES, MessageLanguage, message_language

_PROFILE = "kommune.toml"
_ARGUMENTS: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
_ASKED: ContextVar[str | None] = ContextVar("asked", default=None)
_MUNICIPAL: ContextVar[MessageLanguage | None] = ContextVar("municipal", default=None)


def begin(arguments: Sequence[str] | None) -> None:
    """Remember the command line and its `--lang`, which is needed before the command line has been parsed."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    asked = [after for before, after in pairwise(words) if before == "--lang"]
    asked += [one.removeprefix("--lang=") for one in words if one.startswith("--lang=")]
    _ARGUMENTS.set(words)
    _ASKED.set(next(filter(None, (*asked, os.environ.get("SKJEMA_LANG"))), None))
    _MUNICIPAL.set(None)


def set_municipal(language: MessageLanguage) -> None:
    """Remember the language that kommune.toml gives."""
    _MUNICIPAL.set(language)


def asked_command(known: Collection[str]) -> str:
    """The command line up to the name of the command, which is one of `known`."""
    return " ".join(("skjema", *[one for one in _ARGUMENTS.get() if one in known][:1]))


def asked_language() -> str | None:
    """The requested language as written; it may be one that papers have and messages don't."""
    return _ASKED.get()


def current() -> MessageLanguage:
    """The language of messages and help."""
    asked = _ASKED.get()
    if asked in LANGUAGES:
        return message_language(asked)
    if (found := _MUNICIPAL.get()) is None:
        set_municipal(found := _of_this_folder())
    return found


def _of_this_folder() -> MessageLanguage:
    """The language that the kommune.toml in the working folder gives, before a command has read one."""
    if os.path.isfile(_PROFILE):  # noqa: PTH113 - most often it isn't there, and pathlib takes longer to load
        import tomllib
        from pathlib import Path

        from skjema.errors import FileError
        from skjema.formats.open_input import read_file

        with contextlib.suppress(FileError, ValueError, RecursionError):
            said = tomllib.loads(read_file(Path(_PROFILE)).decode()).get("language")
            return next((one for one in LANGUAGES if one == said), "nb")
    return "nb"
