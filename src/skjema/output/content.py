"""What is to be written into a file: bytes, or what another process has written for it already."""

import os
from collections.abc import Iterable
from typing import NamedTuple


class StagedFile(NamedTuple):
    """A file that another process has written whole, in a staging folder, and that is yet to be put in its place."""

    path: str

    def read(self) -> bytes:
        with open(self.path, "rb") as file:
            return file.read()


class StagedPart(NamedTuple):
    """A file that another process has written together with others, one after another into one file.

    Attributes:
        start: Where it begins, in bytes.
        is_last: Whether nothing is needed any more of the file it is in, when it has been read.
    """

    path: str
    start: int
    length: int
    is_last: bool

    def read(self) -> bytes:
        with open(self.path, "rb") as file:
            file.seek(self.start)
            return file.read(self.length)


Staged = StagedFile | StagedPart
"""What another process has written for this one."""
Content = bytes | Staged | Iterable[bytes]
"""A file's content, whole, as it lies elsewhere on the same disk, or in pieces."""


def whole(content: Content) -> bytes:
    """The content in one piece; a file that was staged is gone then, with its last part if it has several."""
    if isinstance(content, StagedFile | StagedPart):
        read = content.read()
        if isinstance(content, StagedFile) or content.is_last:
            os.unlink(content.path)
        return read
    return content if isinstance(content, bytes) else b"".join(content)
