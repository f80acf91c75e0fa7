"""The content of a file to write: bytes, or a file that another process has staged."""

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class StagedFile(NamedTuple):
    """A file that another process has written whole, in a staging folder, and that is yet to be put in its place."""

    path: str

    def read(self) -> bytes:
        with open(self.path, "rb") as file:
            return file.read()


class StagedPart(NamedTuple):
    """A file that another process has written together with others, which are read one after another.

    Attributes:
        path: The file they are in, which is gone when the first of them has been read.
        start: Where it begins there, in bytes.
    """

    path: str
    start: int
    length: int

    def read(self) -> bytes:
        return _joined(self.path)[self.start : self.start + self.length]


@lru_cache(maxsize=1)
def _joined(path: str) -> bytes:
    """The content of a staged file of several parts, read once, since opening it for each part takes longer."""
    content = StagedFile(path).read()
    os.unlink(path)
    return content


Staged = StagedFile | StagedPart
"""What another process has written for this one."""
Content = bytes | Staged | Iterable[bytes]
"""A file's content, whole, as it lies elsewhere on the same disk, or in pieces."""


def whole(content: Content) -> bytes:
    """The content as bytes; a staged file is removed."""
    if isinstance(content, StagedPart):
        return content.read()
    if isinstance(content, StagedFile):
        read = content.read()
        os.unlink(content.path)
        return read
    return content if isinstance(content, bytes) else b"".join(content)
