"""Zip archives of Office files, looked at before anything is unpacked: whole, unprotected and of sane size."""

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
"""Bytes a package may unpack to."""
MAX_RATIO = 200
"""How much a package may swell; a sheet of 50 000 filled rows swells 10-20 times."""
_SMALL = 50 << 20
"""Bytes below which the ratio says nothing: an empty sheet with formats swells much."""
_CHUNK = 1 << 16

UNPACKING = (
    zipfile.BadZipFile, zlib.error, LZMAError, KeyError, EOFError, OSError, RuntimeError, ValueError,
    NotImplementedError,
)  # fmt: skip
"""What zipfile raises for members that aren't as they should be; OSError for what bzip2 can't unpack.

No storage is read any more by then: a package is made of bytes.
"""
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Sieve = Callable[[Iterator[bytes]], Iterator[bytes]]
"""From the pieces of a part to what a parser is to see of them."""


class Package:
    """A docx or xlsx file: a zip archive whose size and members have been looked at.

    Args:
        name: What messages call it.
        content: All of the file.

    Raises:
        InputError: It is protected by a password, in an old format, damaged, or swells beyond reason.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._zip = self._open(content)
        self.names = tuple(self._zip.namelist())
        self._members = {_equivalent(member): member for member in self.names}
        self._members |= {member: member for member in self.names}  # an exact name goes before one that is like it

    @classmethod
    def at(cls, path: Path, name: str = "") -> Self:
        """The file at `path`, which messages call by its own name or another; FileError where it can't be opened."""
        return cls(name or path.name, read_file(path, name))

    def _open(self, content: bytes) -> zipfile.ZipFile:
        if content.startswith(_OLE2):
            # both what Excel 2003 wrote and what newer ones protect by a password are OLE2 files
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
        """What to raise where something in the package is not as it should be."""
        return self._refused("file-damaged")

    def close(self) -> None:
        self._zip.close()

    def holds(self, part: str) -> bool:
        """Whether there is such a part, whatever the case and the slashes of its name."""
        return _equivalent(part) in self._members

    def read(self, member: str) -> bytes:
        """All of a member."""
        try:
            return self._zip.read(member)
        except UNPACKING:
            raise self.damaged() from None

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part piece by piece, see `holds`."""
        member = self._members.get(part) or self._members.get(_equivalent(part), part)
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except UNPACKING:
            raise self.damaged() from None

    def parse(self, part: str, sieve: Sieve = iter, **handlers: Any) -> Iterator[None]:
        """Feed a part to an XML parser; yields after each piece, for the caller to take what came.

        Args:
            sieve: Keeps from the parser what the caller has read by other means.
            handlers: expat's, by name: `StartElementHandler`, `CharacterDataHandler` and so on.
                Names come with their namespace before them, and a space between, see `local`.

        Raises:
            InputError: The XML is broken, or declares a DOCTYPE, which no office program writes.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = _CHUNK
        # without a DOCTYPE there are no entities, neither of files nor such as swell
        parser.StartDoctypeDeclHandler = self._doctype
        for name, handler in handlers.items():
            setattr(parser, name, handler)
        try:
            for chunk in sieve(self.chunks(part)):
                parser.Parse(chunk, False)
                yield
            parser.Parse(b"", True)
            yield
        except (expat.ExpatError, ValueError, LookupError, OverflowError):  # also a number or day that is none
            raise self.damaged() from None

    def _doctype(self, *_: object) -> None:
        raise self._refused("file-doctype")


def local(name: str) -> str:
    """The name of an XML element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def _equivalent(part: str) -> str:
    """Equal for names of one part: they know no case, and other letters than ASCII's may be written as `%C3%A5`.

    So ECMA-376 part 2 has it; some programs write backslashes besides.
    """
    return unquote(part).replace("\\", "/").lstrip("/").lower()
