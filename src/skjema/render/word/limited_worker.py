"""The process that compiles and renders templates made by others, within limits; see `limited`.

A message is a letter, its length, and its bytes; an answer is a length and its bytes.
"""

import json
import pickle
import sys
from typing import Any, BinaryIO

from skjema.errors import TemplateError
from skjema.render.word.jinja_environment import JinjaTemplates

_LENGTH = 8


class Worker:
    """Answers the messages to the process.

    Args:
        largest: Largest size of a rendered part in bytes.
    """

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._jinja: JinjaTemplates | None = None

    def answer(self, kind: bytes, message: bytes) -> bytes:
        try:
            match kind:
                case b"c":
                    return pickle.dumps(_compiled(*pickle.loads(message)))  # noqa: S301 - from our own process
                case b"o":
                    self._jinja = JinjaTemplates(pickle.loads(message))  # noqa: S301
                    return b"{}"
                case _:
                    return self._rendered(*pickle.loads(message))  # noqa: S301
        except MemoryError:
            return pickle.dumps(None) if kind == b"c" else b"[null, [], null]"

    def _rendered(self, number: int, context: dict[str, Any], first_picture: int) -> bytes:
        assert self._jinja is not None
        rendered = self._jinja.render(number, context, first_picture)
        is_huge = len(rendered.text) > self._largest or (rendered.failed and rendered.failed.reason == "MemoryError")
        return json.dumps((None if is_huge else rendered.text, rendered.missing, rendered.failed)).encode()


def _compiled(name: str, members: dict[str, bytes], logo: bytes | None, marked: bool) -> Any:
    from skjema.render.word.compile_template import compile_template

    try:
        return compile_template(name, members, logo, marked=marked)
    except TemplateError as error:
        return error


def _limit(memory: int) -> None:
    """Limit the memory of the process, on systems that can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _serve(given: BinaryIO, taken: BinaryIO, worker: Worker) -> None:
    """Answer messages until input ends."""
    while kind := given.read(1):
        message = given.read(int.from_bytes(given.read(_LENGTH)))
        answer = worker.answer(kind, message)
        taken.write(len(answer).to_bytes(_LENGTH) + answer)
        taken.flush()


if __name__ == "__main__":
    _limit(int(sys.argv[1]))
    _serve(sys.stdin.buffer, sys.stdout.buffer, Worker(int(sys.argv[2])))
