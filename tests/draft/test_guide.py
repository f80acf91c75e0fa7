"""The guide to PDFs of others is true: its commands, in order, make what it says."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import skjema
from tests.draft.guide_run import GUIDE, KINDERGARTEN, SFO, commands, fill_workbook, put_papers


@pytest.mark.thorough
def test_every_command_of_the_guide_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put_papers(tmp_path)
    for command in commands():
        _, verb, what, *_ = command.split()
        told = skjema(*command.split()[1:])
        assert told.code == 0, f"{command}: {told.out}{told.said}"
        if verb == "sheet":
            fill_workbook(Path(f"{what}.xlsx"), KINDERGARTEN if what == "soknad" else SFO)
    made = {folder: sorted(Path(folder).glob("*.pdf")) for folder in ("ferdige", "ferdige-sfo")}
    assert {folder: len(files) for folder, files in made.items()} == {"ferdige": 100, "ferdige-sfo": 100}
    assert len(PdfReader("soknader.pdf").pages) == 200
    assert Path("soknad-merknader.pdf").exists()
    fields = PdfReader(made["ferdige"][11]).get_fields() or {}
    wanted = {
        "Text Field 1": "Áile Eksempel",
        "sosken_navn_1": "Ola Eksempel",
        "radio_kjonn": "/0",
        "valg1": "Åsen barnehage",
    }
    assert {name: fields[name].get("/V") for name in wanted} == wanted
    fields = PdfReader(made["ferdige-sfo"][99]).get_fields() or {}
    wanted = {
        "etternavn": "Demo",
        "fornavn": "Nguyễn",
        "foresatte.1.mobil": "22\u00a022\u00a022\u00a022",
        "type_plass": "/halv_plass",
    }
    assert {name: fields[name].get("/V") for name in wanted} == wanted


def test_every_picture_of_the_guide_is_there() -> None:
    text = GUIDE.read_text("utf-8")
    pictures = sorted(GUIDE.with_suffix("").glob("*.png"))
    assert pictures
    assert all(f"({GUIDE.stem}/{one.name})" in text and one.stat().st_size < 60_000 for one in pictures)
