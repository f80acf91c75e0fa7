"""The command line: one module a command, imported when it is called. Only this package prints."""

import gc

gc.set_threshold(20_000)  # a start makes tens of thousands of objects that stay; Python looks at them every 700

from skjema.cli.app import main  # noqa: E402 - what it loads is what is meant

__all__ = ["main"]
