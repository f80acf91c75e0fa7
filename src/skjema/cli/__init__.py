"""The command line: one module a command, imported when it is called. Only this package prints."""

from skjema.cli.app import main

__all__ = ["main"]
