"""The clerk's August, from last year's plans to sixty invitations, as one script that a clerk could run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from tests.august import FOLDER, LISTS, workbook
from tests.reading_back import docx_text, page_count, pdf_text

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_are_those_that_are_made(name: str) -> None:
    assert Path(FOLDER, name).read_bytes() == workbook(name), "run python -m tests.august"


@pytest.mark.thorough
def test_the_script_makes_all_of_it(tmp_path: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        ["/bin/sh", "samples/august/august.sh", str(tmp_path)], cwd=ROOT, check=True, capture_output=True,
        env={**os.environ, "PATH": path}, timeout=300,
    )  # fmt: skip
    plans = sorted((tmp_path / "skjeletter").glob("*.docx"))
    assert len(plans) == len(sorted((tmp_path / "skjeletter").glob("*.pdf"))) == 35
    first, school = docx_text(plans[0].read_bytes()), pdf_text(plans[10].with_suffix(".pdf").read_bytes())
    for text, law in ((first, "Barnehageloven"), (school, "Opplæringslova")):
        assert law in text
        assert "UTKAST" in text
        assert "Fylles ut" in text
        assert "13.03.2027" in text  # last year's measure, a year on
        assert "Mars" in text
    # last year's absence stands beside the empty one of this year
    assert "4,1" in docx_text(plans[1].read_bytes()).partition("Året før, prosent")[2][:12]
    calendar = Calendar.from_ical(next((tmp_path / "moteplan").glob("*.ics")).read_bytes())
    assert len(calendar.walk("VEVENT")) == 10
    assert page_count((tmp_path / "innkallinger.pdf").read_bytes()) == 120  # each on a sheet of its own
    assert load_workbook(tmp_path / "innkallinger.xlsx").worksheets[0].max_row == 61
