"""Standard output and error that never stop a run, whether or not a program reads them."""

import errno
import io
import os
import sys
from typing import Any, TextIO

_NOBODY_LISTENS = frozenset({errno.EPIPE, errno.EINVAL, errno.EBADF})
"""Errors of a closed pipe or stream, the second on Windows: the reader wants no more."""
_STANDARD = 3
"""Standard input, output and error: the first three open files of a process."""


class _Lasting(io.RawIOBase):
    """Passes on what is written as long as that is taken, and remembers why it no longer was."""

    def __init__(self, text: Any) -> None:
        self._text = text  # which would close what is below it when nobody has it any more
        self._stream = getattr(text.buffer, "raw", text.buffer)
        self.refusal: OSError | None = None

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._text.isatty())

    def fileno(self) -> int:
        return int(self._stream.fileno())

    def write(self, content: Any) -> int:
        if self.refusal is None:
            try:
                return int(self._stream.write(content))
            except OSError as error:
                self.refusal = error
        return len(content)


def open_streams() -> None:
    """Write output as long as it is read, in letters that the terminal has."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _take_standard_numbers()
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we run
    sys.stdout, sys.stderr = _lasting(sys.stdout), _lasting(sys.stderr)


def refusal() -> OSError | None:
    """Why standard output took no more, where somebody should know: its disk is full, or damaged."""
    lasting = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    refusal = lasting.refusal if isinstance(lasting, _Lasting) else None
    return None if refusal is None or refusal.errno in _NOBODY_LISTENS else refusal


def _take_standard_numbers() -> None:
    """Let no file that we write get the number of a stream that was closed: what is said there would end up in it."""
    while (number := os.open(os.devnull, os.O_RDWR)) < _STANDARD:
        pass
    os.close(number)


def _lasting(stream: TextIO | None) -> io.TextIOWrapper:
    if stream is None:
        stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we run
    return io.TextIOWrapper(
        io.BufferedWriter(_Lasting(stream)), encoding=stream.encoding, errors="backslashreplace", line_buffering=True
    )
