"""`--set`: one record from the command line, read and judged as one from a file is."""

from pathlib import Path

import pytest

from tests.cli.running import skjema
from tests.drawing import HEAD, field, write_form
from tests.reading_back import docx_text, pdf_text

GROUPS = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\n'
    '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn på foresatt" }\n'
    '[[section.field]]\nid = "planer"\ntype = "group"\nlabel = { nb = "Plan" }\n'
    'row = [{ id = "ros", label = { nb = "ROS" } }, { id = "brann", label = { nb = "Brann" } }]\n'
    '[[section.field.field]]\nid = "revidert"\ntype = "date"\nlabel = { nb = "Revidert" }\n'
)
ANSWERS = '[{ id = "skole", label = { nb = "Skole" } }, { id = "ppt", label = { nb = "PPT" } }]'


@pytest.fixture(autouse=True)
def _form(folder: Path) -> None:
    fields = field("navn", "name", required="true") + field("postnr", "postnummer")
    write_form(folder, '[[section]]\nid = "del"\n' + fields + field("med", "choices", choices=ANSWERS) + GROUPS, HEAD)


def test_one_record_is_filled_without_a_file(folder: Path) -> None:
    pairs = (
        "navn=Máret Ŋaba", "postnr=0150", "med.ppt=ja", "foresatte.2.navn=Per Nes", "foresatte.1.navn=Kari Nes",
        "planer.brann.revidert=1.2.2026",
    )  # fmt: skip
    found = skjema("fill", "prove", *(word for pair in pairs for word in ("--set", pair)), "-o", "ut")
    assert found.code == 0, found.said
    text = docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    paper = pdf_text((folder / "ut" / "prove-0001.pdf").read_bytes())
    for value in ("Máret Ŋaba", "0150", "Kari Nes", "Per Nes", "01.02.2026"):
        assert value in text
        assert value in paper
    assert text.index("Kari Nes") < text.index("Per Nes")


def test_it_is_checked_as_any_record_is() -> None:
    found = skjema("check", "prove", "--set", "postnr=150000")
    assert found.code == 4
    assert "--set.json:$[0].navn: «Navn» må fylles ut. [required-empty]" in found.out
    assert "--set.json:$[0].postnr: " in found.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "nvan=Kari"], "«nvan» er ikke et felt i skjemaet. Mente du «navn»?"),
        (["--set", "foresate.2.navn=Kari"], "Mente du «foresatte.2.navn»?"),
        (["--set", "planer.1.revidert=1.2.2026"], "«planer.1.revidert» er ikke et felt i skjemaet."),
        (["--set", "foresatte.navn=Kari"], "«foresatte.navn» er ikke et felt"),
        (["--set", "foresatte=Kari"], "«foresatte» er ikke et felt"),
        (["--set", "xyz.abc=Kari"], "Feltene står i «skjema show prove»."),
        (["--set", "foresatte.100.navn=Kari"], "Skriv et tall fra 1 til 99."),
        (["--set", "foresatte.0.navn=Kari"], "Skriv et tall fra 1 til 99."),
        (["--set", "navn"], "Skriv --set som felt=verdi."),
        (["--set", "navn=Kari", "--set", "navn=Per"], "navn er gitt to verdier med --set."),
        (["--set", "foresatte.1.navn=Kari", "--set", "foresatte.01.navn=Per"], "Skriv et tall fra 1 til 99."),
        (["--set", "foresatte.٣.navn=Per"], "Skriv et tall fra 1 til 99."),
        (["--set", f"foresatte.{'9' * 5000}.navn=Per"], "Skriv et tall fra 1 til 99."),
        (["--set", "med.ppt=ja", "--set", "med=ppt"], "med er gitt to verdier med --set."),
        (["--set", "med=ppt", "--set", "med.ppt=ja"], "med.ppt er gitt to verdier med --set."),
        (["--set", "01891599999"], "Skriv --set som felt=verdi."),
        (["--set", "navn=Kari", "liste.csv"], "Oppgi enten filer eller --set."),
        ([], "DATA... mangler i kommandoen."),
    ],
)
@pytest.mark.parametrize("command", ["check", "fill"])
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    command: str, words: list[str], said: str, folder: Path
) -> None:
    found = skjema(command, "prove", *words, *(["-o", "ut"] if command == "fill" else []))
    assert found.code == 2
    assert said in found.said
    assert not (folder / "ut").exists()
