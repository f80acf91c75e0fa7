"""The command line: one module a command, imported when it is called. Only this package prints."""

import gc

gc.disable()  # a start makes tens of thousands of objects that stay; a command turns it on, see `app`

from skjema.cli.app import main  # noqa: E402 - what it loads is what is meant

__all__ = ["main"]
