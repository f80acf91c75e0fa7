"""A folder in object storage, by its address for fsspec, such as `s3://skjemaer/2026`."""

import tempfile
from collections.abc import Collection
from typing import IO, Any, ClassVar

from skjema.errors import FileError, UsageError
from skjema.output.write import Content
from skjema.problems import Place, Problem


class CloudFolder:
    """Files appear there whole or not at all: object storage knows no others.

    A journal needs a file that grows, which object storage lacks: it is kept on this
    machine, without any value, so that a run whose process was killed begins anew.
    """

    can_be_resumed: ClassVar[bool] = True

    def __init__(self, address: str) -> None:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise UsageError(Problem("extra-missing", gaps={"extra": "cloud"})) from None
        try:
            found: tuple[Any, str] = url_to_fs(address)
        except (ImportError, ValueError) as error:  # no such kind of storage, or its package is missing
            raise UsageError(Problem("storage-unknown", gaps={"got": address, "reason": str(error)})) from None
        self._system, self._path = found
        self._address = address
        self.name = self._path.rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return self._address

    def make(self) -> None:
        """Nothing: a folder is there when a file is in it."""

    def names(self) -> Collection[str]:
        try:
            self._system.invalidate_cache()
            return frozenset(str(path).rpartition("/")[2] for path in self._system.ls(self._path, detail=False))
        except FileNotFoundError:
            return frozenset()
        except Exception as error:  # noqa: BLE001 - each storage has errors of its own
            raise self._error(self.name, error) from None

    def read(self, name: str) -> bytes:
        try:
            return bytes(self._system.cat_file(f"{self._path}/{name}"))
        except FileNotFoundError:
            raise
        except Exception as error:  # noqa: BLE001 - each storage has errors of its own
            raise self._error(name, error) from None

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        path = f"{self._path}/{name}"
        try:
            exists = not overwrite and self._system.exists(path)
            if not exists:
                self._system.pipe_file(path, content if isinstance(content, bytes) else b"".join(content))
        except Exception as error:  # noqa: BLE001 - each storage has errors of its own
            raise self._error(name, error) from None
        if exists:
            raise FileError(Problem("file-exists", Place(name)))

    def remove(self, name: str) -> None:
        try:
            if self._system.exists(f"{self._path}/{name}"):
                self._system.rm_file(f"{self._path}/{name}")
        except Exception as error:  # noqa: BLE001 - each storage has errors of its own
            raise self._error(name, error) from None

    def journal(self, name: str) -> IO[bytes]:
        return tempfile.TemporaryFile()

    def settle(self) -> None:
        """Nothing: what is written is there."""

    def sweep(self) -> None:
        """Nothing: no file is ever half there."""

    def close(self, *, complete: bool) -> None:
        """Nothing: each file is there whole."""

    def _error(self, name: str, error: Exception) -> FileError:
        return FileError(Problem("storage-refused", Place(name), gaps={"reason": type(error).__name__}))
