"""An attached file: a picture or a document that a record names, in the folder of the data."""

from pathlib import Path
from typing import Self


class AttachedFile(str):
    """The name of an attached file as the record has it: a text that also knows where the file is.

    Attributes:
        path: Path of the file.
        digest: Hash of its content at the time when the record was checked.
    """

    __slots__ = ("digest", "path")
    path: Path
    digest: bytes

    @classmethod
    def at(cls, name: str, path: Path, digest: bytes) -> Self:
        """The file at `path`, with the name that the record has for it."""
        file = cls(name)
        file.path, file.digest = path, digest
        return file
