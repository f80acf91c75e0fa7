"""Zip archives of Office files, checked before anything is unpacked: not damaged, encrypted or of extreme size."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote
from xml.parsers import expat

from skjema.errors import InputError
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem

MAX_MEMBERS = 10_000
MAX_UNPACKED = 1 << 30
"""Most bytes that a package may unpack to."""
MAX_RATIO = 200
"""Most that a package may grow by when it is unpacked; a sheet of 50 000 filled rows grows 10-20 times."""
_SMALL = 50 << 20
"""Packages that unpack to less than this may grow by more: an empty sheet with formats grows a lot."""
_CHUNK = 1 << 16

UNPACKING = (
    zipfile.BadZipFile, zlib.error, LZMAError, KeyError, EOFError, OSError, RuntimeError, ValueError,
    NotImplementedError,
)  # fmt: skip
"""Errors that zipfile raises for damaged members; OSError is bzip2's, since the package is already in memory.
"""
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Sieve = Callable[[Iterator[bytes]], Iterator[bytes]]
"""Filters the chunks of a part before a parser sees them."""


class Package:
    """A docx, xlsx or ods file: a zip archive whose size and members have been checked.

    Args:
        name: Name of the file in messages.
        content: Content of the file.

    Raises:
        InputError: The file is protected by a password, in an old format, damaged, or unpacks to an extreme size.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._zip = self._open(content)
        self.names = tuple(self._zip.namelist())
        self._members = {_equivalent(member): member for member in self.names}
        self._members |= {member: member for member in self.names}  # exact names win over equivalent ones

    @classmethod
    def at(cls, path: Path, name: str = "") -> Self:
        """The package at `path`, with its own or another name in messages; FileError where it can't be opened."""
        return cls(name or path.name, read_file(path, name))

    def _open(self, content: bytes) -> zipfile.ZipFile:
        if content.startswith(_OLE2):
            # files of Excel 2003 and newer files with a password are both OLE2 files
            protected = content.find(_ENCRYPTED, 0, 1 << 20) >= 0
            raise self._refused("file-password" if protected else "file-old-format")
        try:
            archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise self._refused("file-damaged" if content.startswith(b"PK") else "file-not-office") from None
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        swelling = unpacked > _SMALL and unpacked > MAX_RATIO * len(content)
        if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or swelling:
            raise self._refused("file-swells", megabytes=unpacked >> 20)
        if any(member.flag_bits & 1 for member in members):
            raise self._refused("file-password")
        return archive

    def _refused(self, code: str, **params: object) -> InputError:
        return InputError(Problem(code, Place(self.name), params=params))

    def damaged(self) -> InputError:
        """The error to raise where a part of the package is damaged."""
        return self._refused("file-damaged")

    def close(self) -> None:
        self._zip.close()

    def holds(self, part: str) -> bool:
        """Whether there is such a part, regardless of the case and the slashes of its name."""
        return _equivalent(part) in self._members

    def read(self, member: str) -> bytes:
        """The content of a member."""
        try:
            return self._zip.read(member)
        except UNPACKING:
            raise self.damaged() from None

    def chunks(self, part: str) -> Iterator[bytes]:
        """The content of a part in chunks; the name is looked up as in `holds`."""
        member = self._members.get(part) or self._members.get(_equivalent(part), part)
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except UNPACKING:
            raise self.damaged() from None

    def parse(self, part: str, sieve: Sieve = iter, **handlers: Any) -> Iterator[None]:
        """Feed a part to an XML parser; yields after each chunk, so that the caller can take what has been parsed.

        Args:
            sieve: Filters the chunks, to keep from the parser what the caller has read in another way.
            handlers: expat's, by name: `StartElementHandler`, `CharacterDataHandler` and so on. Names of elements and
                attributes come as namespace, space, name; see `local`.

        Raises:
            InputError: The XML is broken, or declares a DOCTYPE, which no office program writes.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = _CHUNK
        # without a DOCTYPE there are no entities, which could read files or grow without limit
        parser.StartDoctypeDeclHandler = self._doctype
        for name, handler in handlers.items():
            setattr(parser, name, handler)
        try:
            for chunk in sieve(self.chunks(part)):
                parser.Parse(chunk, False)
                yield
            parser.Parse(b"", True)
            yield
        except (expat.ExpatError, ValueError, LookupError, OverflowError):  # also for impossible numbers in handlers
            raise self.damaged() from None

    def _doctype(self, *_: object) -> None:
        raise self._refused("file-doctype")


def local(name: str) -> str:
    """The name of an XML element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def _equivalent(part: str) -> str:
    """A form of the name that is equal for equivalent names: case doesn't matter, and `%C3%A5` may stand for `å`.

    Source: ECMA-376 part 2. Some programs write backslashes as well.
    """
    return unquote(part).replace("\\", "/").lstrip("/").lower()
