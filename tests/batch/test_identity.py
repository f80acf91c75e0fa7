"""A record is known by who it is, not by its row: nobody's papers are ever written over by somebody else's."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from skjema import api
from tests.cli.running import Result, skjema
from tests.drawing import field, write_form
from tests.reading_back import docx_text, pdf_text

FORM = '[[section]]\nid = "del"\n' + field("navn", "name", required="true") + field("skole") + field("merknad")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ADJECTIVES = [f"{first}{second.casefold()}a" for first in LETTERS for second in LETTERS]


class Child(NamedTuple):
    name: str
    school: str = "Solbakken"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, FORM)
    return tmp_path


def written(children: list[Child], hidden: Collection[str] = ()) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Navn", "Skole"])
    for number, child in enumerate(children, start=2):
        page.append([child.name, child.school])
        page.row_dimensions[number].hidden = child.name in hidden
    book.save("liste.xlsx")
    return Path("liste.xlsx")


def fill(*arguments: object, output: str = "ut") -> Result:
    return skjema("fill", "prove", "liste.xlsx", "-o", output, "--format", "docx", *arguments)


def papers(folder: str = "ut") -> dict[str, str]:
    """The child and the school on each paper, by the name of its file."""
    return {path.name: docx_text(path.read_bytes()) for path in sorted(Path(folder).glob("*.docx"))}


def contents(folder: str = "ut") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.docx"))}


def test_a_filtered_list_touches_nobody_else(folder: Path) -> None:
    children = [Child("Kari A"), Child("Per B"), Child("Ola C"), Child("Eva D")]
    written(children)
    fill()
    before = contents()
    written([Child("Kari A"), Child("Per B", "Vika"), Child("Ola C"), Child("Eva D")], hidden={"Kari A", "Ola C"})
    found = fill("--hidden", "skip", "--resume")
    after = contents()
    assert {name for name in after if after[name] != before.get(name)} == {"prove-0002.docx"}
    assert after.keys() == before.keys()
    assert "Nye: 0. Endret: 1. Uendret: 1. Ikke lenger i listen: 0." in found.said
    assert "lager lenger" not in found.said
    assert "Slett" not in found.said


@pytest.mark.parametrize("how", ["--overwrite", "--resume"])
def test_a_list_in_another_order_gives_everybody_their_own_files(folder: Path, how: str) -> None:
    written([Child("Kari A"), Child("Per B"), Child("Ola C")])
    fill()
    before = papers()
    written([Child("Ola C"), Child("Ny D"), Child("Kari A")])
    found = fill(how)
    after = papers()
    assert {name: text for name, text in after.items() if name in before} == before
    assert "Ny D" in after["prove-0004.docx"]
    assert "Nr. 0002 er ikke lenger i listen." in found.said


@pytest.mark.parametrize("how", ["--overwrite", "--resume"])
def test_rows_that_are_not_taken_or_in_error_are_not_gone(folder: Path, how: str) -> None:
    written([Child("Kari A"), Child("Per B"), Child("Ola C")])
    fill()
    before = contents()
    written([Child("Kari A"), Child("Per B", "#REF!"), Child("Ola C")])
    found = fill(how, "--rows", "1-2", "--partial")
    assert contents().keys() == before.keys()
    assert contents()["prove-0002.docx"] == before["prove-0002.docx"]
    assert "ikke lenger i listen." not in found.said
    assert "lager lenger" not in found.said


def test_records_alike_in_their_key_are_told_apart_by_what_else_they_say(folder: Path) -> None:
    written([Child("Kari A", "en"), Child("Kari A", "to")])
    fill()
    before = contents()
    written([Child("Kari A", "to"), Child("Kari A", "en")])
    found = fill("--resume")
    assert "kjent igjen på plassen" not in found.said
    assert {name: one for name, one in contents().items() if name != "run.json"} == {
        name: one for name, one in before.items() if name != "run.json"
    }


@pytest.mark.parametrize("how", ["--resume", "--overwrite"])
@pytest.mark.parametrize("now", [["tre", "fire"], ["tre"], ["en", "tre", "fire"]])
def test_whom_nobody_can_tell_from_a_namesake_gets_a_new_number(folder: Path, now: list[str], how: str) -> None:
    written([Child("Kari A", "en"), Child("Kari A", "to")])
    fill()
    before = contents()
    written([Child("Kari A", school) for school in now])
    found = fill(how)
    new = [school for school in now if school != "en"]
    assert "kan være andre enn før: " in found.said
    assert {name: contents()[name] for name in before} == before
    made = [text for name, text in papers().items() if name not in before]
    assert sorted(school for school in new for text in made if school in text.split()) == sorted(new)
    assert "andre enn før" not in fill("--resume").said  # and then they are known


def test_a_folder_of_another_edition_is_refused_in_one_message(folder: Path) -> None:
    written([Child("Kari A")])
    fill()
    report = json.loads(Path("ut", "run.json").read_bytes())
    del report["edition"]
    Path("ut", "run.json").write_text(json.dumps(report), "utf-8")
    before = contents()
    for how in ("--resume", "--overwrite"):
        found = fill(how)
        assert (found.code, "[report-of-other-edition]" in found.said) == (6, True)
    assert (skjema("fill", "prove", "liste.xlsx", "-o", "ny", "--changed", "ut").code, contents()) == (6, before)


def test_what_changed_goes_to_another_folder(folder: Path) -> None:
    written([Child("Kari A")])
    fill()
    found = fill("--changed", "ut")
    assert (found.code, "[changed-same-folder]" in found.said) == (2, True)
    found = fill("--changed", "ut", output="ny")
    assert (found.code, "Ingen post er ny eller endret siden kjøringen i ut, så ingenting er laget." in found.said) == (
        0,
        True,
    )
    assert not Path("ny").exists()


def test_of_three_hundred_the_eleven_that_are_new_or_moved_are_made(folder: Path) -> None:
    children = [Child(f"Barn {word}") for word in ADJECTIVES[:300]]
    written(children)
    fill()
    before = contents()
    moved = [child._replace(school="Vika") if 40 <= at < 48 else child for at, child in enumerate(children)]
    now = sorted([*moved[2:], *(Child(f"Ny {word}") for word in ADJECTIVES[:3])], key=lambda child: child.name[::-1])
    written(now, hidden={child.name for child in now[5:60] if child.school != "Vika" and child.name[:2] != "Ny"})
    found = fill("--changed", "ut", "--hidden", "skip", output="ny")
    assert found.code == 0, found.said
    made = papers("ny")
    assert sorted(made) == [f"prove-{number:04}.docx" for number in (*range(41, 49), 301, 302, 303)]
    assert all("Vika" in made[f"prove-{number:04}.docx"] for number in range(41, 49))
    assert {text.count("Ny ") for name, text in made.items() if name > "prove-0300"} == {1}
    assert "Nye: 3. Endret: 8. Uendret:" in found.said
    assert "Ikke lenger i listen: 2." in found.said
    assert "Nr. 0001, 0002 er ikke lenger i listen." in found.said
    assert "  Nr. 0041: Skole\n" in found.said
    assert contents() == before
    packed = skjema(
        "pack",
        "prove",
        "liste.xlsx",
        "-o",
        "ny.pdf",
        "--changed",
        "ut",
        "--hidden",
        "skip",
        "--index",
        "ny.xlsx",
        "--sort",
        "navn",
    )
    assert packed.code == 0, packed.said
    text = pdf_text(Path("ny.pdf").read_bytes())
    assert sum(child.name in text for child in now) == 11
    index = load_workbook("ny.xlsx").active
    assert index is not None
    rows = [[cell.value for cell in row] for row in index.iter_rows()]
    assert rows[0][-1] == "Endring"
    assert sorted(str(row[-1]) for row in rows[1:]) == ["Skole"] * 8 + ["ny"] * 3


names = st.lists(st.sampled_from(ADJECTIVES[:12]), min_size=1, max_size=6, unique=True)
lists = names.flatmap(
    lambda some: st.tuples(*(st.builds(Child, st.just(f"Barn {one}"), st.sampled_from(["Nes", "Vik"])) for one in some))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(lists, min_size=2, max_size=4), how=st.sampled_from(["--resume", "--overwrite"]))
def test_whatever_is_done_to_a_list_each_child_keeps_its_own_paper(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, edits: list[tuple[Child, ...]], how: str
) -> None:
    place = tmp_path_factory.mktemp("liste")
    monkeypatch.chdir(place)
    write_form(place, FORM)
    owners: dict[str, str] = {}
    for number, children in enumerate(edits):
        written(list(children))
        found = fill(*([how] if number else []))
        assert found.code == 0, found.said
        made = papers()
        for name, text in made.items():
            (whose,) = (word for word in ADJECTIVES[:12] if f"Barn {word}" in text)
            assert owners.setdefault(name, whose) == whose
        for child in children:
            (text,) = (text for name, text in made.items() if owners[name] == child.name.split()[1])
            assert child.school in text.split()


def test_a_program_makes_what_is_new_since_a_run(folder: Path) -> None:
    form = api.load_form("prove", templates=folder / "templates")
    api.fill(form, [written([Child("Kari A"), Child("Per B")])], "ut", formats=["docx"])
    data = written([Child("Per B"), Child("Ola C"), Child("Kari A", "Vika")])
    report, result = api.fill(form, [data], "ny", formats=["docx"], since=Path("ut"))
    assert (result.files, report.unchanged) == (2, 1)
    assert sorted(papers("ny")) == ["prove-0001.docx", "prove-0003.docx"]
    _, packed = api.pack(form, [data], Path("ny.pdf"), since=Path("ut"))
    assert sorted(one.number for one in packed) == [1, 3]
