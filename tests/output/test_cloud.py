"""A folder in object storage: files whole or not there, nothing overwritten unasked, and every refusal told."""

from collections.abc import Iterator
from typing import Any

import fsspec
import pytest

from skjema.errors import FileError, UsageError
from skjema.output.folder import Folder, folder_at
from tests.drawing import lines

ADDRESS = "memory://skjemaer/2026"


@pytest.fixture
def folder() -> Iterator[Folder]:
    """An empty folder in the memory of this process, which fsspec takes for a kind of storage."""
    storage: Any = fsspec.filesystem("memory")
    storage.store.clear()
    yield folder_at(ADDRESS)
    storage.store.clear()


def test_what_is_written_is_there_by_its_name(folder: Folder) -> None:
    assert sorted(folder.names()) == []
    folder.make()
    folder.write("a.pdf", b"innhold")
    folder.write("b.pdf", iter([b"inn", b"hold"]))
    assert sorted(folder.names()) == ["a.pdf", "b.pdf"]
    assert [folder.read(name) for name in ("a.pdf", "b.pdf")] == [b"innhold", b"innhold"]
    assert (folder.name, str(folder), folder.can_be_resumed) == ("2026", ADDRESS, True)


def test_nothing_is_overwritten_unasked(folder: Folder) -> None:
    folder.write("a.pdf", b"fra i fjor")
    with pytest.raises(FileError) as caught:
        folder.write("a.pdf", b"ny")
    assert lines(caught.value.problems) == [
        "a.pdf: Filen finnes fra før og blir ikke overskrevet. Velg et annet navn, eller legg til --overwrite. [file-exists]"
    ]
    assert folder.read("a.pdf") == b"fra i fjor"
    folder.write("a.pdf", b"ny", overwrite=True)
    folder.write("ny.pdf", b"ny", overwrite=True)
    assert [folder.read(name) for name in ("a.pdf", "ny.pdf")] == [b"ny", b"ny"]


def test_a_file_is_removed_once_and_then_is_gone(folder: Folder) -> None:
    folder.write("a.pdf", b"x")
    folder.remove("a.pdf")
    folder.remove("a.pdf")
    assert sorted(folder.names()) == []
    with pytest.raises(FileNotFoundError):
        folder.read("a.pdf")


def test_what_the_storage_refuses_is_told_by_the_kind_of_its_error(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "pipe_file", refuse)
    with pytest.raises(FileError) as caught:
        folder.write("a.pdf", b"x")
    assert [one.code for one in caught.value.problems] == ["storage-refused"]
    assert "PermissionError" in lines(caught.value.problems)[0]


def test_an_address_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        folder_at("ukjent://skjemaer")
    assert [one.code for one in caught.value.problems] == ["storage-unknown"]


@pytest.mark.parametrize("address", ["memory://skjemaer/2026", "memory://skjemaer/2026/", "memory://skjemaer/2026//"])
def test_a_folder_is_called_by_the_last_word_of_its_address(address: str) -> None:
    assert folder_at(address).name == "2026"
