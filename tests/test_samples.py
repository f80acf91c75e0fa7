"""The samples do what they show: every input of a form gives the same papers, and they say what they must."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.formats.docx.members import members_of
from skjema.render.pdf.pdf_renderer import blank_pdf
from tests.cli.running import skjema
from tests.drawing import SAMPLES, TEMPLATES, checked
from tests.goldens import projections
from tests.reading_back import pdf_text
from tests.sample_files import (
    FORMS,
    KOMMUNE,
    SINGLE,
    TRIED,
    csv_sample,
    json_sample,
    made_workbooks,
    sample_inputs,
    sample_workbook,
)


def values(name: str, files: list[Path]) -> list[dict[str, Any]]:
    form = load_form(TEMPLATES / name, KOMMUNE)
    records, problems = checked(form, *files)
    assert [one for one in problems if one.severity == "error"] == []
    return [one.values for one in records]


@pytest.mark.parametrize("name", TRIED)
def test_the_papers_say_what_they_must(name: str) -> None:
    for path, text in projections(name):
        assert text == path.read_text("utf-8"), f"{path}: if it is meant, run python -m tests.goldens"


@pytest.mark.parametrize("name", FORMS)
def test_the_workbook_and_the_json_hold_the_same(name: str) -> None:
    assert values(name, [sample_workbook(name)]) == values(name, [json_sample(name)])


def test_the_consents_from_csv_are_those_of_the_workbook() -> None:
    name = "samtykke-samarbeid"
    assert values(name, csv_sample(name)) == values(name, [json_sample(name)])


def test_the_plans_from_csv_are_those_of_the_workbook() -> None:
    def without_order(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
        # rows of every unit come first in the sheet, and are given once
        return [plan | {"planverk": sorted(repr({**row, "nr": 0}) for row in plan["planverk"])} for plan in plans]

    name = "virksomhetsplan"
    csv, json = values(name, csv_sample(name)), values(name, [json_sample(name)])
    assert without_order(csv) == without_order(json)


def test_the_register_export_is_read_as_it_is() -> None:
    """Windows-1252, titles above the heading, names in two columns, two-digit years and a line of totals."""
    found = values("samtykke-overgang", csv_sample("samtykke-overgang"))
    expected = values("samtykke-overgang", [json_sample("samtykke-overgang")])
    assert [one["barn_fodselsdato"] for one in found] == [one["barn_fodselsdato"] for one in expected]
    assert found[0]["barn_navn"] == "Ola Ærlig-Øvergård"
    assert found[0]["foresatte"][0]["navn"] == "Maren Ærlig"


@pytest.mark.parametrize("name", TRIED)
def test_the_sample_workbooks_are_what_skjema_sheet_makes(name: str) -> None:
    for path, made in made_workbooks(name):
        assert members(made) == members(path.read_bytes()), f"{path}: run python -m tests.sample_files"


@pytest.mark.parametrize("name", TRIED)
def test_the_sheet_for_one_case_holds_the_first_record(name: str) -> None:
    found, every = values(name, [SAMPLES / name / SINGLE]), values(name, [json_sample(name)])
    assert found == every[: len(found)]  # one meeting is a document for each participant
    assert 0 < len(found) < len(every)


def members(content: bytes) -> dict[str, bytes]:
    return dict(members_of(content))


@pytest.mark.parametrize("name", TRIED)
def test_every_input_makes_every_paper(name: str, tmp_path: Path) -> None:
    for at, files in enumerate(sample_inputs(name)):
        found = skjema("fill", name, *files, "--kommune", KOMMUNE, "--date", "2026-11-22", "-o", tmp_path / str(at))
        assert found.code in (0, 1), found.said
        assert len(list((tmp_path / str(at)).glob(f"{name}-*"))) == 2 * len(values(name, [json_sample(name)]))


@pytest.mark.parametrize("profile", sorted((SAMPLES / "kommuner").glob("*.toml")), ids=lambda path: str(path.stem))
def test_a_municipality_has_its_own_services_on_its_consents(profile: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-samarbeid", profile)
    own = [row.label["nb"] for row in form.groups["tjenester"].row]
    assert own == [row.label["nb"] for row in form.profile.rows["tjenester"]]
    text = pdf_text(blank_pdf(form, "nb")).replace("\r\n", " ")
    assert all(label in text for label in own)
    name = str(form.profile.values["kommune_navn"]).removesuffix(" kommune")
    for path in (TEMPLATES.parent / "src").rglob("*.py"):
        assert name not in path.read_text("utf-8"), f"{path} knows {name}"
