"""The language a command speaks: asked for, or the environment's, or the municipality's, or bokmål."""

import contextlib
import os
import sys
from collections.abc import Collection, Sequence
from contextvars import ContextVar
from itertools import pairwise

from skjema.wording import LANGUAGES, MessageLanguage

_PROFILE = "kommune.toml"
_ASKED: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
_MUNICIPAL: ContextVar[MessageLanguage | None] = ContextVar("municipal", default=None)


def begin(arguments: Sequence[str] | None) -> None:
    """Remember the command line, whose `--lang` decides before it has been parsed."""
    _MUNICIPAL.set(None)
    _ASKED.set(list(sys.argv[1:] if arguments is None else arguments))


def set_municipal(language: MessageLanguage) -> None:
    """Remember the language of kommune.toml."""
    _MUNICIPAL.set(language)


def asked_command(known: Collection[str]) -> str:
    """The command line up to its command, one of those `known`."""
    return " ".join(("skjema", *[one for one in _ASKED.get() if one in known][:1]))


def asked_language() -> str | None:
    """The language asked for, as it is written: it may be one that papers have and messages haven't."""
    given = _ASKED.get()
    asked = [after for before, after in pairwise(given) if before == "--lang"]
    asked += [one.removeprefix("--lang=") for one in given if one.startswith("--lang=")]
    return next((one for one in (*asked, os.environ.get("SKJEMA_LANG")) if one), None)


def current() -> MessageLanguage:
    """The language of messages and help."""
    for candidate in (asked_language(), os.environ.get("SKJEMA_LANG")):
        for language in LANGUAGES:
            if candidate == language:
                return language
    if (found := _MUNICIPAL.get()) is None:
        set_municipal(found := _of_this_folder())
    return found


def _of_this_folder() -> MessageLanguage:
    """What the kommune.toml that lies here says, before a command has read one."""
    if os.path.isfile(_PROFILE):  # noqa: PTH113 - most often it isn't there, and pathlib takes longer to load
        import tomllib

        with contextlib.suppress(OSError, ValueError, RecursionError), open(_PROFILE, "rb") as file:  # noqa: PTH123
            said = tomllib.load(file).get("language")
            return next((one for one in LANGUAGES if one == said), "nb")
    return "nb"
