"""Compiles and renders templates made by others in a separate process, within limits of time and memory.

The only harm that a template can do is to run endlessly or to fill the memory: `{{ 'a' * 10**9 }}`, nested loops. It is
then stopped and named in a problem. Programs made by `compiled_part` can do neither, and need no limits.
"""

import atexit
import contextlib
import json
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from threading import Timer
from typing import Any

from skjema.errors import TemplateError, TemplateLimitError
from skjema.formats.docx.members import Members
from skjema.problems import Place, Problem
from skjema.render.word.compiled_template import CompiledTemplate, Part
from skjema.render.word.jinja_environment import FailedTag, MissingName, Rendered

COMPILING = 60.0
"""Seconds for compiling a template; a page takes hundredths of a second."""
RENDERING = 10.0
"""Seconds for rendering one record."""
MEMORY = 1 << 30
"""Bytes of memory for the process, on systems that can limit it, which Windows can't."""
LARGEST = 64 << 20
"""Largest size of a rendered part in bytes; Word can't open one of a tenth of it."""
_MOST_STOPPED = 3
"""Number of records in a row that are stopped before no more are tried."""
_LENGTH = 8
"""Number of bytes that give the length of a message."""


class LimitedProcess:
    """A process that compiles and renders templates; it is started when first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether the process has been started and not stopped."""
        return self._process is not None

    def ask(self, kind: bytes, message: bytes, seconds: float) -> bytes:
        """The answer to a message.

        Raises:
            TimeoutError: There was no answer within the time.
            MemoryError: The process ended, as it does when memory runs out.
        """
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(kind + len(message).to_bytes(_LENGTH) + message)
            process.stdin.flush()
            length = int.from_bytes(process.stdout.read(_LENGTH))
            answer = process.stdout.read(length)
        except OSError:
            length, answer = 1, b""
        finally:
            is_late = timer.finished.is_set()
            timer.cancel()
        if length and len(answer) == length:
            return answer
        self.close()
        raise TimeoutError if is_late else MemoryError

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # -P: a folder called skjema in the clerk's working folder must not be imported
            command = [sys.executable, "-P", "-m", "skjema.render.word.limited_worker", str(MEMORY), str(LARGEST)]
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
            atexit.register(self.close)
        return self._process

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        atexit.unregister(self.close)
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def compiler() -> AbstractContextManager[LimitedProcess]:
    """A process for compiling one template."""
    return contextlib.closing(LimitedProcess())


def compile_limited(name: str, members: Members, logo: bytes | None, *, marked: bool = False) -> CompiledTemplate:
    """The template compiled as by `compile_template`.

    Raises:
        TemplateError: As for `compile_template`; or compiling it takes more time or memory than any template needs.
    """
    try:
        with compiler() as process:
            answer = process.ask(b"c", pickle.dumps((name, dict(members), logo, marked)), COMPILING)
    except (TimeoutError, MemoryError) as error:
        raise TemplateError(_problem(name, "", error)) from None
    found = pickle.loads(answer)  # noqa: S301 - from our own process, which compiles a template and runs none of it
    if found is None:
        raise TemplateError(_problem(name, "", MemoryError()))
    if isinstance(found, TemplateError):
        raise found
    assert isinstance(found, CompiledTemplate)
    return found


class LimitedJinja:
    """Renders the parts of one template with Jinja, in a separate process.

    Args:
        name: Name of the template in messages.
    """

    def __init__(self, name: str, parts: Sequence[Part]) -> None:
        self._name, self._parts = name, parts
        self._process: LimitedProcess | None = None
        self._stopped: list[TemplateLimitError] = []

    def render(self, number: int, context: Mapping[str, Any], first_picture: int) -> Rendered:
        """Render the part with this number, from 0.

        Raises:
            TemplateLimitError: It takes more time or memory than any record needs.
        """
        if len(self._stopped) >= _MOST_STOPPED:
            raise self._stopped[-1]
        try:
            rendered = self._ask(number, context, first_picture)
        except (TimeoutError, MemoryError) as error:
            self._stopped.append(TemplateLimitError(_problem(self._name, self._parts[number].name, error)))
            raise self._stopped[-1] from None
        self._stopped.clear()
        return rendered

    def _ask(self, number: int, context: Mapping[str, Any], first_picture: int) -> Rendered:
        answer = self._opened().ask(b"r", pickle.dumps((number, dict(context), first_picture)), RENDERING)
        # JSON, since the answer of a process that has run a template isn't trusted
        text, missing, failed = json.loads(answer)
        if text is None:
            raise MemoryError
        return Rendered(text, [MissingName(*one) for one in missing], FailedTag(*failed) if failed else None)

    def _opened(self) -> LimitedProcess:
        if self._process is None or not self._process.is_running:
            self._process = LimitedProcess()
            self._process.ask(b"o", pickle.dumps([(part.code, part.looks) for part in self._parts]), COMPILING)
        return self._process


def _problem(name: str, part: str, error: Exception) -> Problem:
    code = "template-slow" if isinstance(error, TimeoutError) else "template-huge"
    return Problem(code, Place(name), params={"part": part or name})
