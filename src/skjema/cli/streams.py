"""Standard output and error that never stop a run, even if nobody reads them."""

import errno
import io
import os
import sys
from typing import Any, TextIO

_NOBODY_LISTENS = frozenset({errno.EPIPE, errno.EINVAL, errno.EBADF})
"""Errors of a closed pipe or stream (EINVAL on Windows), which are no faults: the reader wants no more."""
_STANDARD = 3
"""Number of standard streams, which are the first open files of a process."""


class _Lasting(io.RawIOBase):
    """Writes through to a stream as long as it accepts data, and remembers the error when it no longer does."""

    def __init__(self, text: Any) -> None:
        self._text = text  # kept, since it would close the underlying stream when it is collected
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
    """Replace the standard streams by lasting ones, which escape letters that the terminal lacks."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _take_standard_numbers()
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we run
    sys.stdout, sys.stderr = _lasting(sys.stdout), _lasting(sys.stderr)


def refusal() -> OSError | None:
    """The error that ended standard output, if the user should know: its disk is full or damaged."""
    lasting = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    refusal = lasting.refusal if isinstance(lasting, _Lasting) else None
    return None if refusal is None or refusal.errno in _NOBODY_LISTENS else refusal


def _take_standard_numbers() -> None:
    """Reserve the numbers of closed standard streams, so that messages can't end up in a file that we write."""
    while (number := os.open(os.devnull, os.O_RDWR)) < _STANDARD:
        pass
    os.close(number)


def _lasting(stream: TextIO | None) -> io.TextIOWrapper:
    if stream is None:
        stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we run
    return io.TextIOWrapper(
        io.BufferedWriter(_Lasting(stream)), encoding=stream.encoding, errors="backslashreplace", line_buffering=True
    )
