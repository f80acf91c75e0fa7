"""A program that makes PDF: what every one offers, and how one is run and ended when it hangs."""

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
"""Documents to a process; LibreOffice has been seen to die after some hundreds."""
PATIENCE = 120.0
"""Seconds to wait for the next PDF; a page takes hundredths of one, a start one or two."""
_PAUSE = 0.1
"""Seconds between two looks for PDFs."""
_LEAVE = 10.0
"""Seconds a program gets to end by itself when it has made everything."""


class ConverterHungError(Exception):
    """No PDF came within the time limit, and the program was stopped."""


class Converter(Protocol):
    """A program that makes PDF files."""

    @property
    def name(self) -> str:
        """What a clerk calls it."""

    @property
    def is_offline(self) -> bool:
        """Whether it fetches nothing from the net, and so leaves out pictures that are there."""

    @property
    def patience(self) -> float:
        """Seconds to wait for the next PDF."""

    def convert(self, files: Sequence[Path], folder: Path, stopped: Event) -> Generator[Path]:
        """Each PDF, `<stem>.pdf` in `folder`, when it is whole; of a file that can't be converted there is none.

        One process converts all files, and is gone when the generator is closed.

        Args:
            stopped: Set by another thread when the run is to end.

        Raises:
            ConverterHungError: No PDF came for `patience` seconds.
            ConverterError: The program doesn't start.
        """


def run_program(
    command: Sequence[str], pdfs: Sequence[Path], patience: float, stopped: Event, environment: Mapping[str, str]
) -> Generator[Path]:
    """Start a program, and give each of the PDFs that it is to make when it is whole. See `Converter.convert`.

    Args:
        pdfs: All in one folder.
        environment: Variables that the program gets besides our own.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the user's own choice
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
            # A group of its own, so that all it started can be ended with it.
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
    """Each PDF when it is whole, until the program has ended.

    Raises:
        ConverterHungError: No PDF came for `patience` seconds.
    """
    waiting = {pdf.name: pdf for pdf in pdfs}
    limit = time.monotonic() + patience
    while waiting and not stopped.is_set():
        # Asked before the folder is looked at: what a program made just before it ended is there then.
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
    """Whether a PDF is there from its first bytes to its last."""
    try:
        with pdf.open("rb") as file:
            start = file.read(5)
            file.seek(max(0, pdf.stat().st_size - 32))
            return start == b"%PDF-" and file.read().rstrip().endswith(b"%%EOF")
    except OSError:  # still open in the program that writes it
        return False


def windows_program(*parts: str) -> str:
    """A program that comes with Windows, by its whole path: a bare name is looked for in the working folder first."""
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", *parts))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = (windows_program("taskkill.exe"), "/F", "/T", "/PID", str(process.pid))
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
