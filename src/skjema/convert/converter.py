"""What every program that makes PDF has in common, and how one is kept from running for ever."""

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
    def patience(self) -> float: ...

    def convert(self, files: Sequence[Path], folder: Path, stopped: Event) -> Generator[Path]:
        """Make `<stem>.pdf` in `folder` of each file, and give each when it is whole.

        What gives no PDF is left out. One process does it all, and is gone when the generator is closed.

        Raises:
            ConverterHungError: No PDF came for `patience` seconds.
            ConverterError: The program doesn't start.
        """


def made_by(
    command: Sequence[str], wanted: Sequence[Path], patience: float, stopped: Event, environment: Mapping[str, str]
) -> Generator[Path]:
    """The wanted PDFs, all in one folder, as a program makes them. See `Converter.convert`.

    Args:
        environment: What the program is told beside our own environment.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the user's own choice
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
            start_new_session=sys.platform != "win32",  # so that all it starts can be stopped with it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise ConverterError(Problem("converter-named", gaps={"got": command[0]})) from None
    try:
        yield from _arriving(process, wanted, patience, stopped)
    finally:
        _kill(process)


def _arriving(
    process: subprocess.Popen[bytes], wanted: Sequence[Path], patience: float, stopped: Event
) -> Generator[Path]:
    waiting = {path.name: path for path in wanted}
    limit = time.monotonic() + patience
    while waiting and not stopped.is_set():
        is_running = process.poll() is None  # before the look: what it wrote last is then still seen
        there = os.listdir(wanted[0].parent)  # noqa: PTH208 - one question a look, also to a slow share
        for name in [one for one in there if one in waiting and _is_whole(waiting[one])]:
            yield waiting.pop(name)
            limit = time.monotonic() + patience
        if not is_running:
            return
        if time.monotonic() > limit:
            raise ConverterHungError
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_PAUSE if waiting else _LEAVE)


def _is_whole(pdf: Path) -> bool:
    try:
        with pdf.open("rb") as file:
            start = file.read(5)
            file.seek(max(0, pdf.stat().st_size - 32))
            return start == b"%PDF-" and file.read().rstrip().endswith(b"%%EOF")
    except OSError:  # still open in the program that writes it
        return False


def of_windows(*parts: str) -> str:
    """A program that comes with Windows, by its whole path: a bare name is looked for in the working folder first."""
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", *parts))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = (of_windows("taskkill.exe"), "/F", "/T", "/PID", str(process.pid))
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
