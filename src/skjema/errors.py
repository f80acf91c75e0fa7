"""Errors that stop a run, by who can act on them, with the exit code of each."""

import errno
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skjema.problems import Problem


class ExitCode(IntEnum):
    """Exit codes of every command; a stable interface."""

    DONE = 0
    WARNINGS = 1
    USAGE = 2
    SOME_FAILED = 3
    INPUT = 4
    TEMPLATE = 5
    FILES = 6
    CONVERTER = 7
    BUG = 70
    INTERRUPTED = 130


class SkjemaError(Exception):
    """A run can't go on. `problems` say why, in the user's words; never empty."""

    exit_code = ExitCode.BUG

    def __init__(self, *problems: "Problem") -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["SkjemaError"], tuple["Problem", ...]]:
        """How to recreate the error in the process that waits for a worker."""
        # by default, pickle would pass the message instead of the problems
        return type(self), self.problems


class UsageError(SkjemaError):
    """The command was called with something that doesn't exist or doesn't fit."""

    exit_code = ExitCode.USAGE


class InputError(SkjemaError):
    """The clerk must correct the data."""

    exit_code = ExitCode.INPUT


class DefinitionError(SkjemaError):
    """The form author must correct `skjema.toml` or `kommune.toml`."""

    exit_code = ExitCode.TEMPLATE


class TemplateError(SkjemaError):
    """The form author must correct the Word or PDF file."""

    exit_code = ExitCode.TEMPLATE


class TypesetError(TemplateError):
    """A page can't be typeset: something in the form or the record is more than typst can handle."""


class TemplateLimitError(TemplateError):
    """A template takes more time or memory for a record than any needs, and was stopped."""


class AttachedFileError(InputError):
    """A file that a record names has changed since the record was checked."""


class WorkerLostError(SkjemaError):
    """A process or cluster that did the work is gone; the files written until then are complete."""

    exit_code = ExitCode.SOME_FAILED


class ConverterError(SkjemaError):
    """No program to make PDFs from Word files is installed, or it doesn't start."""

    exit_code = ExitCode.CONVERTER


class FileError(SkjemaError):
    """A file is missing, locked, full or not permitted."""

    exit_code = ExitCode.FILES


def file_error(name: str, error: OSError) -> FileError:
    """The error for a file that can't be opened or written, with what the clerk can do about it.

    Args:
        name: Name of the file in messages.
    """
    from skjema.problems import Place, Problem

    place = Place(name)
    match error:
        case FileNotFoundError():
            return FileError(Problem("file-missing", place))
        case NotADirectoryError():
            return FileError(Problem("folder-is-file", place))
        case IsADirectoryError():
            return FileError(Problem("file-is-folder", place))
        case PermissionError():
            return FileError(Problem("file-locked", place))
        case OSError(errno=errno.ENAMETOOLONG):
            # quoted in full, an overlong name would make the message unreadable
            return FileError(Problem("path-too-long", place._replace(file=f"{name[:40]}...")))
        case _:
            return FileError(
                Problem("file-unreadable", place, params={"reason": error.strerror or type(error).__name__})
            )
