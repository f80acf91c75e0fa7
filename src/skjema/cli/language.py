"""The language a command speaks: asked for, or the environment's, or the municipality's, or bokmål."""

import os
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise

from skjema.wording import LANGUAGES, Language

_ASKED: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
_MUNICIPAL: ContextVar[Language] = ContextVar("municipal", default="nb")


def begin(arguments: Sequence[str] | None) -> None:
    """Remember the command line, whose `--lang` decides before it has been parsed."""
    _MUNICIPAL.set("nb")
    _ASKED.set(list(sys.argv[1:] if arguments is None else arguments))


def set_municipal(language: Language) -> None:
    """Remember the language of kommune.toml."""
    _MUNICIPAL.set(language)


def current() -> Language:
    """The language of messages and help."""
    given = _ASKED.get()
    asked = [after for before, after in pairwise(given) if before == "--lang"]
    asked += [one.removeprefix("--lang=") for one in given if one.startswith("--lang=")]
    for candidate in (*asked, os.environ.get("SKJEMA_LANG")):
        for language in LANGUAGES:
            if candidate == language:
                return language
    return _MUNICIPAL.get()
