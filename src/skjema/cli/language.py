"""The language a command speaks: asked for, or the environment's, or the municipality's, or bokmål."""

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
    """Remember the command line and the language it asks for, which decides before the command line has been parsed."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    asked = [after for before, after in pairwise(words) if before == "--lang"]
    asked += [one.removeprefix("--lang=") for one in words if one.startswith("--lang=")]
    _ARGUMENTS.set(words)
    _ASKED.set(next(filter(None, (*asked, os.environ.get("SKJEMA_LANG"))), None))
    _MUNICIPAL.set(None)


def set_municipal(language: MessageLanguage) -> None:
    """Remember the language of kommune.toml."""
    _MUNICIPAL.set(language)


def asked_command(known: Collection[str]) -> str:
    """The command line up to its command, one of those `known`."""
    return " ".join(("skjema", *[one for one in _ARGUMENTS.get() if one in known][:1]))


def asked_language() -> str | None:
    """The language asked for, as it is written: it may be one that papers have and messages haven't."""
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
    """What the kommune.toml that lies here says, before a command has read one."""
    if os.path.isfile(_PROFILE):  # noqa: PTH113 - most often it isn't there, and pathlib takes longer to load
        import tomllib
        from pathlib import Path

        from skjema.errors import FileError
        from skjema.formats.open_input import read_file

        with contextlib.suppress(FileError, ValueError, RecursionError):
            said = tomllib.loads(read_file(Path(_PROFILE)).decode()).get("language")
            return next((one for one in LANGUAGES if one == said), "nb")
    return "nb"
