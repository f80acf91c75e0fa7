"""The samples' workbooks saved anew by every program: the same report, the same values, the same papers."""

from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import skjema
from tests.sample_files import KOMMUNE, TRIED, faulty_workbooks, json_sample, sample_workbook
from tests.test_samples import values
from tests.workbooks.pages import pages_of
from tests.workbooks.programs import WAYS

CHILDREN = sample_workbook("samtykke-overgang")
WAYS_IN_TURN = 6
"""Each program saves every sixth form, another one's another sixth: each form is saved by several of them."""


def in_turn() -> list[tuple[str, str]]:
    """Programs, each with the forms whose samples it saves."""
    return [(way, name) for at, way in enumerate(WAYS) for name in TRIED[at % WAYS_IN_TURN :: WAYS_IN_TURN]]


PAIRS = [(name, book) for name in TRIED for book in (sample_workbook(name), *faulty_workbooks(name))]
SAVED = [(way, *pair) for way, name in in_turn() for pair in PAIRS if pair[0] == name]


def report(name: str, book: Path) -> tuple[int, str, str]:
    found = skjema("check", name, book, "--kommune", KOMMUNE, "--date", "2026-11-22")
    return found.code, found.out, found.said


known_report = cache(report)


def saved_by(way: str, book: Path, folder: Path) -> Path:
    """The workbook as this program saves it, under the same name."""
    path = folder / book.name
    path.write_bytes(WAYS[way](pages_of(book)))
    return path


@pytest.mark.parametrize(("way", "name", "book"), SAVED, ids=[f"{way}-{name}-{book.stem}" for way, name, book in SAVED])
def test_the_report_is_the_same(way: str, name: str, book: Path, tmp_path: Path) -> None:
    assert report(name, saved_by(way, book, tmp_path)) == known_report(name, book)


@pytest.mark.parametrize(("way", "name"), in_turn())
def test_the_values_are_the_same(way: str, name: str, tmp_path: Path) -> None:
    assert values(name, [saved_by(way, sample_workbook(name), tmp_path)]) == values(name, [json_sample(name)])


@pytest.mark.usefixtures("one_key")
@pytest.mark.parametrize("way", WAYS)
def test_the_papers_are_the_same(way: str, tmp_path: Path) -> None:
    def papers(book: Path, out: Path) -> dict[str, bytes]:
        arguments = ("--kommune", KOMMUNE, "--date", "2026-11-22", "--format", "docx", "-o", out)
        assert skjema("fill", "samtykke-overgang", book, *arguments).code in (0, 1)
        return {path.name: path.read_bytes() for path in sorted(out.glob("*.docx"))}

    expected = papers(CHILDREN, tmp_path / "kjent")
    assert len(expected) == len(values("samtykke-overgang", [CHILDREN]))
    assert papers(saved_by(way, CHILDREN, tmp_path), tmp_path / "ut") == expected
