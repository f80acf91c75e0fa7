"""What processes of `--workers` write for the first one: the same bytes, wherever they end, and nothing left over."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.errors import FileError
from skjema.output.content import whole
from skjema.output.folder import folder_at
from skjema.output.staging import FileStaging, JoinedStaging, Staging, file_staging, joined_staging
from skjema.output.whole_file import write_file

CONTENTS = st.lists(st.binary(max_size=99), max_size=9)
KINDS = pytest.mark.parametrize("staging", [file_staging, joined_staging], ids=["moved", "copied"])
Kind = Callable[[Path], AbstractContextManager[Staging]]


def names(contents: list[bytes]) -> list[tuple[str, bytes]]:
    return [(f"{number}.pdf", content) for number, content in enumerate(contents)]


@KINDS
@given(contents=CONTENTS)
def test_what_is_staged_is_read_back_and_then_gone(
    tmp_path_factory: pytest.TempPathFactory, staging: Kind, contents: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("a")
    with staging(folder) as place:
        staged = place.stage(names(contents))
        assert [one.read() for one in staged] == contents
        assert [whole(one) for one in staged] == contents
        assert [path.name for path in folder.rglob("*") if path.is_file()] == ["in-use"]
    assert not list(folder.iterdir())


@KINDS
def test_what_is_staged_is_written_into_any_folder(tmp_path: Path, staging: Kind) -> None:
    with staging(tmp_path) as place:
        for number, staged in enumerate(place.stage(names([b"1", b"", b"3"]))):
            write_file(tmp_path / f"{number}.pdf", staged)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"0.pdf": b"1", "1.pdf": b"", "2.pdf": b"3"}


def test_the_files_of_a_batch_are_one_on_their_way_into_a_zip_file(tmp_path: Path) -> None:
    for target, count in (("ut.zip", 1), ("", 3)):
        with folder_at(str(tmp_path / target)).staging() as place:
            assert place is not None
            staged = place.stage(names([b"1", b"2", b"3"]))
            assert len({one.path for one in staged}) == count


@pytest.mark.parametrize("staging", [FileStaging, JoinedStaging])
def test_a_full_disk_is_told_by_the_name_the_file_was_to_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, staging: Callable[[str], Staging]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(FileError) as caught:
        staging(os.fspath(tmp_path)).stage(names([b"1"]))
    problem = caught.value.problems[0]
    assert (problem.code, problem.place and problem.place.file) == ("disk-full", "0.pdf")
