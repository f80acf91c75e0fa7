"""A folder in object storage, by its address for fsspec, such as `s3://skjemaer/2026`."""

import contextlib
import io
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Any, ClassVar

from skjema.errors import FileError, UsageError
from skjema.output.content import Content, whole
from skjema.problems import Place, Problem


class CloudFolder:
    """Files appear there whole or not at all: object storage knows no others.

    A journal needs a file that grows, which object storage lacks: it is kept in
    memory, so that a run whose process was killed begins again.
    """

    can_be_resumed: ClassVar[bool] = True

    def __init__(self, address: str) -> None:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise UsageError(Problem("extra-missing", params={"extra": "cloud"})) from None
        try:
            found: tuple[Any, str] = url_to_fs(address)
        except (ImportError, ValueError) as error:  # no such kind of storage, or its package is missing
            raise UsageError(Problem("storage-unknown", params={"got": address, "reason": str(error)})) from None
        self._system, self._path = found
        self._address = address
        self.name = self._path.rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return self._address

    def make(self) -> None:
        """Nothing: a folder is there when a file is in it."""

    @property
    def beside(self) -> Path:
        import tempfile  # only where Word files are converted on their way

        return Path(tempfile.gettempdir())

    def names(self) -> Collection[str]:
        with self._telling(self.name), contextlib.suppress(FileNotFoundError):
            self._system.invalidate_cache()
            return frozenset(str(path).rpartition("/")[2] for path in self._system.ls(self._path, detail=False))
        return frozenset()

    def read(self, name: str) -> bytes:
        with self._telling(name, FileNotFoundError):
            return bytes(self._system.cat_file(f"{self._path}/{name}"))

    def write(self, name: str, content: Content, *, overwrite: bool = False) -> None:
        path = f"{self._path}/{name}"
        with self._telling(name):
            exists = not overwrite and self._system.exists(path)
            if not exists:
                self._system.pipe_file(path, whole(content))
        if exists:
            raise FileError(Problem("file-exists", Place(name)))

    def staging(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def remove(self, name: str) -> None:
        with self._telling(name):
            if self._system.exists(f"{self._path}/{name}"):
                self._system.rm_file(f"{self._path}/{name}")

    def journal(self, name: str) -> IO[bytes]:
        return io.BytesIO()

    def sync_to_disk(self) -> None:
        """Nothing: what is written is there."""

    def remove_leftovers(self) -> None:
        """Nothing: no file is ever half there."""

    def close(self, *, complete: bool) -> None:
        """Nothing: each file is all there."""

    @contextlib.contextmanager
    def _telling(self, name: str, *expected: type[Exception]) -> Iterator[None]:
        """Tell the clerk what goes wrong with a file, but for what is `expected`.

        Raises:
            FileError: The storage refuses.
        """
        try:
            yield
        except expected:
            raise
        except Exception as error:  # noqa: BLE001 - each storage has errors of its own
            reason = type(error).__name__
            raise FileError(Problem("storage-refused", Place(name), params={"reason": reason})) from None
