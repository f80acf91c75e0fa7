"""Consents of parents that outlive the day a young person decides alone: told on every form that has such a consent."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.functions import school_year_end
from tests.drawing import TEMPLATES, example
from tests.sample_files import KOMMUNE

OUTGROWN = "blir-gammel-nok-i-perioden"


def codes(name: str, folder: Path, **changes: Any) -> list[str]:
    record = example(load_form(TEMPLATES / name, KOMMUNE), folder, barn_vekt="Stor vekt.", **changes)
    return [problem.code for problem in record.problems]


@pytest.mark.parametrize(
    ("name", "birth", "until", "told"),
    [
        ("samtykke-foto", "2012-07-31", {"skolear": "2026/2027"}, True),
        ("samtykke-foto", "2012-08-01", {"skolear": "2026/2027"}, False),
        ("samtykke-foto", "2011-11-22", {"skolear": "2026/2027"}, False),
        ("individuell-plan", "2011-10-31", {"plan_til": "2027-10-31"}, True),
        ("individuell-plan", "2011-11-01", {"plan_til": "2027-10-31"}, False),
        ("individuell-plan", "2010-11-22", {"plan_til": "2027-10-31"}, False),
        ("stafettlogg", "2012-06-30", {"samtykke_gyldig_til": "2027-06-30"}, True),
        ("stafettlogg", "2012-07-01", {"samtykke_gyldig_til": "2027-06-30"}, False),
    ],
)
def test_a_consent_that_outlives_the_day_is_told(
    name: str, birth: str, until: dict[str, Any], told: bool, tmp_path: Path
) -> None:
    assert (OUTGROWN in codes(name, tmp_path, barn_fodselsdato=birth, **until)) is told


def test_who_has_consented_already_is_not_asked_again(tmp_path: Path) -> None:
    given = {"samtykke_gyldig_til": "2027-06-30", "samtykke_av": ["foreldre", "ungdom"]}
    assert OUTGROWN not in codes("stafettlogg", tmp_path, barn_fodselsdato="2012-06-30", **given)


@pytest.mark.parametrize("written", ["2026/2027", "26/27", "Skoleåret 2026-27"])
def test_a_school_year_ends_in_july(written: str) -> None:
    assert school_year_end(written) == date(2027, 7, 31)
