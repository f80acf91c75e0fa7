"""Templates that others wrote, compiled and rendered in a process of their own, within limits of time and memory.

A template can do no harm but to go on for ever or to fill the memory: `{{ 'a' * 10**9 }}`, loops in loops. Such a one
is stopped, and told of by name. What a program of ours renders (see `compiled_part`) can do neither.
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
"""Seconds that a template may take to be compiled; a page takes hundredths of one."""
RENDERING = 10.0
"""Seconds that one record may take."""
MEMORY = 1 << 30
"""Bytes that the process may have, itself included; where the system knows such a limit, which Windows doesn't."""
LARGEST = 64 << 20
"""Bytes that a rendered part may have: Word opens none of a tenth of it."""
_MOST_STOPPED = 3
"""Records in a row that are stopped, before the others aren't tried."""
_LENGTH = 8
"""Bytes that say how long a message is."""


class LimitedProcess:
    """A process that compiles and renders templates, started when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has been started and not stopped."""
        return self._process is not None

    def ask(self, kind: bytes, message: bytes, seconds: float) -> bytes:
        """Its answer.

        Raises:
            TimeoutError: There was none for so long.
            MemoryError: The process ended, which is what too little memory does to one.
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
            # -P: a folder called skjema where the clerk works is none of ours
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
    """A process for one template."""
    return contextlib.closing(LimitedProcess())


def compile_limited(name: str, members: Members, logo: bytes | None, *, marked: bool = False) -> CompiledTemplate:
    """The template as `compile_template` makes it.

    Raises:
        TemplateError: As for `compile_template`, or compiling it takes more time or memory than any template needs.
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
    """The parts of one template, as Jinja renders them in a process of its own.

    Args:
        name: What messages call the template.
    """

    def __init__(self, name: str, parts: Sequence[Part]) -> None:
        self._name, self._parts = name, parts
        self._process: LimitedProcess | None = None
        self._stopped: list[TemplateLimitError] = []

    def render(self, number: int, context: Mapping[str, Any], first_picture: int) -> Rendered:
        """The part with this number, from 0.

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
        # JSON, since what a template has run in is not to be trusted with more
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
