"""Commands run as a clerk runs them, in a folder of their own."""

import contextlib
import io
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest import mock

import pytest

from skjema.cli import main
from skjema.render.word.word_renderer import WordRenderer


@dataclass(frozen=True)
class Result:
    """What a command left: exit code, its result, and what it said."""

    code: int
    out: str
    said: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class _Console(io.TextIOWrapper):
    """A stream that isn't a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        self.flush()
        return bytes(self.buffer.getvalue()).decode()  # type: ignore[attr-defined]


def skjema(*arguments: object, answers: str = "") -> Result:
    """What a command left behind that was given these lines to read."""
    out, said = _Console(), _Console()
    code: object = None
    with (
        mock.patch.object(sys, "stdin", io.StringIO(answers)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(said),
    ):
        try:
            main([str(one) for one in arguments])
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    result = Result(int(code), out.text(), said.text())
    assert "Traceback" not in result.out + result.said
    return result


def own_process(*arguments: object) -> list[str]:
    """A command line of skjema, for a process of its own."""
    return [sys.executable, "-m", "skjema", *map(str, arguments)]


@contextlib.contextmanager
def started(command: Sequence[object], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that heeds Ctrl-C, whatever those who started the tests ignore, and that is gone afterwards."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen([str(one) for one in command], **options)
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait for something a running process does, which it must do before it ends, and soon."""
    end = time.monotonic() + seconds
    while not is_so():
        assert process.poll() is None, "it has ended"
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.005)


def interrupt(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Press Ctrl-C when so many Word files have been made."""
    render = WordRenderer.render
    made = 0

    def counted(self: WordRenderer, checked: Any) -> bytes:
        nonlocal made
        if made == after:
            raise KeyboardInterrupt
        made += 1
        return render(self, checked)

    monkeypatch.setattr(WordRenderer, "render", counted)
