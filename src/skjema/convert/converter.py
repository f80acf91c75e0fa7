"""What every program that converts to PDF offers; starts such a program, and kills it when it hangs."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import Protocol

from skjema.errors import ConverterError
from skjema.problems import Problem

BATCH = 100
"""Documents per process; LibreOffice has been seen to crash after some hundreds."""
PATIENCE = 120.0
"""Seconds to wait for the next PDF; a page takes hundredths of a second, starting one or two seconds."""
_PAUSE = 0.1
"""Seconds between two checks for PDFs."""
_LEAVE = 10.0
"""Seconds that a program gets to exit by itself when all PDFs are made."""


class ConverterHungError(Exception):
    """No PDF appeared within the time limit, and the program was killed."""


class Converter(Protocol):
    """A program that makes PDF files from documents."""

    @property
    def name(self) -> str:
        """The program's name for clerks."""

    @property
    def is_offline(self) -> bool:
        """Whether it never fetches anything from the net, and so leaves out linked pictures."""

    @property
    def patience(self) -> float:
        """Seconds to wait for the next PDF."""

    def convert(self, files: Sequence[Path], folder: Path, stopped: Event) -> Generator[Path]:
        """Yields each PDF, `<stem>.pdf` in `folder`, when it is complete; a file that can't be converted gives none.

        One process converts all files; it is stopped when the generator is closed.

        Args:
            stopped: Set by another thread when the run is to end.

        Raises:
            ConverterHungError: No PDF appeared for `patience` seconds.
            ConverterError: The program doesn't start.
        """


def run_program(
    command: Sequence[str], pdfs: Sequence[Path], patience: float, stopped: Event, environment: Mapping[str, str]
) -> Generator[Path]:
    """Start a program, and yield each of the PDFs that it is to make when it is complete. See `Converter.convert`.

    Args:
        pdfs: All in one folder.
        environment: Variables to add to the process's own.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the user's own choice
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
            # a process group of its own, so that everything it starts can be killed with it
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise ConverterError(Problem("converter-named", params={"got": command[0]})) from None
    try:
        yield from _whole_pdfs(process, pdfs, patience, stopped)
    finally:
        _kill(process)


def _whole_pdfs(
    process: subprocess.Popen[bytes], pdfs: Sequence[Path], patience: float, stopped: Event
) -> Generator[Path]:
    """Yields each PDF when it is complete, until the program has ended.

    Raises:
        ConverterHungError: No PDF appeared for `patience` seconds.
    """
    waiting = {pdf.name: pdf for pdf in pdfs}
    limit = time.monotonic() + patience
    while waiting and not stopped.is_set():
        # asked before listing the folder, so that PDFs made just before the end are seen
        is_running = process.poll() is None
        for name in os.listdir(pdfs[0].parent):  # noqa: PTH208 - one question a look, also to a slow share
            if name in waiting and _is_whole(waiting[name]):
                yield waiting.pop(name)
                limit = time.monotonic() + patience
        if not is_running:
            return
        if time.monotonic() > limit:
            raise ConverterHungError
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_PAUSE if waiting else _LEAVE)


def _is_whole(pdf: Path) -> bool:
    """Whether a PDF file is complete, from its first bytes to its last."""
    try:
        with pdf.open("rb") as file:
            start = file.read(5)
            file.seek(max(0, pdf.stat().st_size - 32))
            return start == b"%PDF-" and file.read().rstrip().endswith(b"%%EOF")
    except OSError:  # still open in the program that writes it
        return False


def windows_program(*parts: str) -> str:
    """The full path of a program that comes with Windows, which looks up bare names in the working folder first."""
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", *parts))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the program and everything it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = (windows_program("taskkill.exe"), "/F", "/T", "/PID", str(process.pid))
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
