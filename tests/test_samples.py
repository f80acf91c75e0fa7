"""The samples do what they show: every input of a form gives the same papers, and they say what they must."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_common, example_records
from skjema.definition.form_cache import load_form
from skjema.render.workbook.input_sheet import input_workbook
from tests.cli.running import skjema
from tests.drawing import SAMPLES, TEMPLATES, checked
from tests.goldens import DATA, projections

KOMMUNE = SAMPLES / "kommune.toml"
INPUTS: dict[str, list[list[Path]]] = {
    "samtykke-overgang": [[SAMPLES / "samtykke-overgang" / f"barn.{kind}"] for kind in ("json", "xlsx", "csv")],
    "samtykke-samarbeid": [[SAMPLES / "samtykke-samarbeid" / f"samtykker.{kind}"] for kind in ("json", "xlsx", "csv")],
    "virksomhetsplan": [
        [SAMPLES / "virksomhetsplan" / "enheter.json"],
        [SAMPLES / "virksomhetsplan" / "enheter.xlsx"],
        sorted((SAMPLES / "virksomhetsplan" / "csv").glob("*.csv")),
    ],
}


def values(name: str, files: list[Path]) -> list[dict[str, Any]]:
    form = load_form(TEMPLATES / name, KOMMUNE)
    records, problems = checked(form, *files)
    assert [one for one in problems if one.severity == "error"] == []
    return [one.values for one in records]


@pytest.mark.parametrize("name", DATA)
def test_the_papers_say_what_they_must(name: str) -> None:
    for path, text in projections(name):
        assert text == path.read_text("utf-8"), f"{path}: if it is meant, run python -m tests.goldens"


@pytest.mark.parametrize("name", DATA)
def test_the_workbook_and_the_json_hold_the_same(name: str) -> None:
    assert values(name, INPUTS[name][1]) == values(name, INPUTS[name][0])


def test_the_consents_from_csv_are_those_of_the_workbook() -> None:
    assert values("samtykke-samarbeid", INPUTS["samtykke-samarbeid"][2]) == values(
        "samtykke-samarbeid", INPUTS["samtykke-samarbeid"][0]
    )


def test_the_plans_from_csv_are_those_of_the_workbook() -> None:
    def without_order(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
        # rows of every unit come first in the sheet, and are given once
        return [plan | {"planverk": sorted(repr({**row, "nr": 0}) for row in plan["planverk"])} for plan in plans]

    json, _, csv = (values("virksomhetsplan", files) for files in INPUTS["virksomhetsplan"])
    assert without_order(csv) == without_order(json)


def test_the_register_export_is_read_as_it_is() -> None:
    """Windows-1252, titles above the heading, names in two columns, two-digit years and a line of totals."""
    found = values("samtykke-overgang", INPUTS["samtykke-overgang"][2])
    expected = values("samtykke-overgang", INPUTS["samtykke-overgang"][0])
    assert [one["barn_fodselsdato"] for one in found] == [one["barn_fodselsdato"] for one in expected]
    assert found[0]["barn_navn"] == "Ola Ærlig-Øvergård"
    assert found[0]["foresatte"][0]["navn"] == "Maren Ærlig"


@pytest.mark.parametrize("name", DATA)
def test_the_sample_workbook_is_what_skjema_sheet_makes(name: str) -> None:
    form = load_form(TEMPLATES / name)
    made = input_workbook(form, "nb", example_records(form), example_common(form))
    assert members(made) == members(INPUTS[name][1][0].read_bytes())


def members(content: bytes) -> dict[str, bytes]:
    from skjema.formats.docx.members import members_of

    return dict(members_of(content))


@pytest.mark.parametrize("name", DATA)
def test_every_input_makes_every_paper(name: str, tmp_path: Path) -> None:
    for at, files in enumerate(INPUTS[name]):
        found = skjema("fill", name, *files, "--kommune", KOMMUNE, "--date", "2026-11-22", "-o", tmp_path / str(at))
        assert found.code in (0, 1), found.said
        assert len(list((tmp_path / str(at)).glob(f"{name}-*"))) == 2 * len(values(name, INPUTS[name][0]))
