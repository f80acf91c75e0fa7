"""The command line: one module per command, imported when the command is called. Only this package prints."""

import gc

gc.disable()  # starting makes tens of thousands of objects that are kept; a command turns collection on, see `app`

from skjema.cli.app import main  # noqa: E402 - what it loads is what is meant

__all__ = ["main"]
