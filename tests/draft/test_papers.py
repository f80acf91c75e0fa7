"""Papers without form fields, made by other programs: what is drawn becomes fields, is told, and can be filled in."""

import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader

from skjema import api
from skjema.definition.form_cache import load_form
from skjema.draft.first_draft import Draft
from skjema.problems import Severity
from skjema.render.pdf.own_paper import lint_own_paper
from tests.cli.running import skjema
from tests.draft.truth import PAPERS, Count, count, told, truth_of

NAMES = sorted(path.stem for path in PAPERS.glob("*.pdf"))


def drafted(paper: Path) -> tuple[Draft, list[str]]:
    draft = api.draft(paper, "soknad")
    fields = [one for part in tomllib.loads(draft.definition)["section"] for one in part.get("field", ())]
    rows = [(one["label"]["nb"], one["max"]) for one in fields if one["type"] == "group"]
    return draft, told(draft.guesses, rows)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_drawn_is_taken_for_what_it_is(name: str) -> None:
    draft, guessed = drafted(PAPERS / f"{name}.pdf")
    assert count(truth_of(PAPERS / f"{name}.pdf"), guessed) == Count(len(guessed), (), ())
    assert [one.code for one in draft.problems if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_definition_of_a_drawn_paper_is_sound(tmp_path: Path, name: str) -> None:
    draft, _ = drafted(PAPERS / f"{name}.pdf")
    folder = tmp_path / "templates" / "soknad"
    folder.mkdir(parents=True)
    (folder / "skjema.toml").write_text(draft.definition, "utf-8")
    for called, content in draft.papers.items():
        (folder / called).write_bytes(content)
    found = list(lint_own_paper(load_form(folder), "nb"))
    assert [one.text("nb") for one in found if one.severity is Severity.ERROR] == []


def test_from_a_drawn_paper_to_a_filled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = skjema("draft", str(PAPERS / "sfo.pdf"), "-o", "templates/sfo")
    assert made.code == 0
    assert "[draft-made-fillable]" in made.said
    values = (
        "etternavn=Ŋoaivi", "fornavn=Áile", "type_plass=Halv plass", "sosken_pa_sfo=ja",
        "foresatte.1.foresatts_navn=Máret", "foresatte.2.foresatts_navn=Łukasz", "foresatte.2.mobil=22222222",
    )  # fmt: skip
    sets = [word for value in values for word in ("--set", value)]
    filled = skjema("fill", "sfo", "--format", "pdf", "-o", "ut", *sets, "--date", "2026-11-30")
    assert filled.code == 0, filled.said
    (pdf,) = Path("ut").glob("*.pdf")
    fields = PdfReader(pdf).get_fields() or {}
    wanted = {
        "etternavn": "Ŋoaivi", "foresatte.1.foresatts_navn": "Máret", "foresatte.2.foresatts_navn": "Łukasz",
        "type_plass": "/halv_plass", "sosken_pa_sfo": "/ja",
    }  # fmt: skip
    assert {name: fields[name].get("/V") for name in wanted} == wanted
