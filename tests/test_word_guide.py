"""The way from an office's own Word form to a hundred filled ones, as its guide tells it."""

import re
import shutil
from pathlib import Path

import pytest

from skjema.formats.docx.members import members_of
from tests import word_guide
from tests.cli.running import skjema
from tests.reading_back import docx_text


def test_the_guide_to_own_word_forms_is_followed_to_a_hundred_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (word_guide.FORM, word_guide.LIST):
        shutil.copy(word_guide.FOLDER / name, tmp_path)
    definition = tmp_path / "templates" / "samtykke-bilder" / "skjema.toml"
    for line in word_guide.commands():
        told = skjema(*line.split()[1:])
        assert told.code == 0, f"{line}: {told.said}"
        if line.startswith("skjema draft"):
            (shown,) = re.findall(r"```text\n(.*?)```", word_guide.PAGE.read_text("utf-8"), re.S)
            assert told.out == shown
            definition.write_text(word_guide.corrected(definition.read_text("utf-8")), "utf-8")
    papers = [docx_text(path.read_bytes()) for path in sorted((tmp_path / "samtykker").glob("*.docx"))]
    assert len(papers) == 100
    assert not any("{" in paper for paper in papers)
    assert "Barnets navn | Nora Eksempel | Fødselsdato | 01.01.2021" in papers[0]
    assert "Samtykket gjelder til: 01.08.2027" in papers[0]
    assert all(paper.count("\u2610") == 5 for paper in papers)


def test_the_files_of_the_guide_are_those_that_its_script_makes() -> None:
    assert (word_guide.FOLDER / word_guide.LIST).read_text("utf-8") == word_guide.children()
    form = members_of((word_guide.FOLDER / word_guide.FORM).read_bytes())
    assert b"LibreOffice" in form["docProps/app.xml"]
    pictures = re.findall(r"!\[[^\]]{20,}\]\((eget-word-skjema/[\w-]+\.png)\)", word_guide.PAGE.read_text("utf-8"))
    assert [path.name for path in sorted(word_guide.FOLDER.glob("*.png"))] == [Path(one).name for one in pictures]
