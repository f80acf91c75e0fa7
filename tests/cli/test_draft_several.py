"""`skjema draft` of several forms: each in a folder of its own, with the Word file and the PDF that it may have."""

import re
import shlex
from pathlib import Path

import pytest

from skjema.errors import ExitCode
from tests.cli.running import skjema
from tests.draft.test_two_papers import PDF_FIELDS, pdf_form, word_form
from tests.render.word.documents import docx

FORM = docx("Navn: ________", "Klasse: ________")


def test_each_of_several_files_becomes_a_form_called_as_the_file_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Søknad om permisjon.docx").write_bytes(FORM)
    Path("Egenerklæring (2026).docx").write_bytes(FORM)
    found = skjema("draft", "Søknad om permisjon.docx", "Egenerklæring (2026).docx", "-o", "templates")
    assert found.code == ExitCode.DONE
    assert sorted(one.name for one in Path("templates").iterdir()) == ["egenerklaering-2026", "soknad-om-permisjon"]
    for name in ("egenerklaering-2026", "soknad-om-permisjon"):
        assert f"skjema lint {name}\n" in found.said
        assert skjema("lint", name).code == ExitCode.DONE


def test_what_is_wrong_with_one_file_keeps_none_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tom.docx").write_bytes(docx("Bare tekst."))
    Path("liste.txt").write_text("navn")
    Path("skjema.docx").write_bytes(FORM)
    found = skjema("draft", "tom.docx", "liste.txt", "skjema.docx", "-o", "templates")
    assert found.code == ExitCode.INPUT
    assert "[draft-empty]" in found.said
    assert "[draft-kind]" in found.said
    assert [one.name for one in Path("templates").iterdir()] == ["skjema"]


def test_two_files_of_one_name_are_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Soknad.docx").write_bytes(FORM)
    Path("søknad.docx").write_bytes(FORM)
    found = skjema("draft", "Soknad.docx", "søknad.docx", "-o", "templates")
    assert "Soknad.docx, søknad.docx ville bli det samme skjemaet, «soknad»" in found.said
    assert not Path("templates").exists()


def test_a_word_file_and_a_pdf_of_one_name_are_papers_of_one_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("permisjon.docx").write_bytes(word_form())
    Path("permisjon.pdf").write_bytes(pdf_form(*PDF_FIELDS))
    Path("annet.docx").write_bytes(FORM)
    found = skjema("draft", "permisjon.docx", "annet.docx", "permisjon.pdf", "-o", "templates")
    assert found.code == ExitCode.WARNINGS
    assert sorted(one.name for one in Path("templates/permisjon").iterdir()) == [
        "permisjon.nb.docx", "permisjon.pdf", "skjema.toml"
    ]  # fmt: skip
    assert sorted(one.name for one in Path("templates/annet").iterdir()) == ["annet.nb.docx", "skjema.toml"]


@pytest.mark.parametrize("folder", ["templates/soknad", "våre skjemaer/soknad", "soknad"])
def test_the_commands_that_are_named_last_work_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(FORM)
    said = skjema("draft", "a.docx", "-o", folder).said
    named = re.findall(r"^  skjema (.+)$", said, re.M)
    assert [one.split()[0] for one in named] == ["lint", "sheet"]
    for one in named:
        assert skjema(*shlex.split(one)).code == ExitCode.DONE
    assert Path("soknad.xlsx").exists()
