"""A file that a record names: a picture or a document beside the file that the record stands in."""

from pathlib import Path
from typing import Self


class AttachedFile(str):
    """The name of a file as it was written, a text like any other, that knows where the file is.

    Attributes:
        path: Where it lies.
        digest: A hash of its content when the record was checked.
    """

    __slots__ = ("digest", "path")
    path: Path
    digest: bytes

    @classmethod
    def at(cls, name: str, path: Path, digest: bytes) -> Self:
        """The file at `path`, called as the record calls it."""
        file = cls(name)
        file.path, file.digest = path, digest
        return file
