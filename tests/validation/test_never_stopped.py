"""A report to the child welfare service is never stopped because somebody was not informed, or nobody said so."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.example import example_records
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from tests.drawing import TEMPLATES, from_json
from tests.sample_files import KOMMUNE


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(TEMPLATES / "bekymringsmelding", KOMMUNE)


def told(form: Form, folder: Path, group: str, **changes: Any) -> list[tuple[str, str]]:
    record: dict[str, Any] = dict(example_records(form)[0])
    record[group] = [record[group][0] | changes, *record[group][1:]]
    problems = from_json(form, folder, record)[0].problems
    return [(one.code, str(one.severity)) for one in problems if "orientert" in one.code or one.severity == "error"]


@pytest.mark.parametrize("group", ["barn", "foresatte"])
def test_an_answer_that_is_missing_is_a_warning(form: Form, tmp_path: Path, group: str) -> None:
    changes = {"orientert": None, "orientert_grunn": None}
    assert told(form, tmp_path, group, **changes) == [("orientert-ikke-svart", "warning")]


@pytest.mark.parametrize("group", ["barn", "foresatte"])
def test_so_is_a_reason_that_is_missing(form: Form, tmp_path: Path, group: str) -> None:
    changes = {"orientert": False, "orientert_grunn": None}
    assert told(form, tmp_path, group, **changes) == [("ikke-orientert-uten-grunn", "warning")]


def test_an_unborn_child_knows_nothing_and_nobody_asks(form: Form, tmp_path: Path) -> None:
    unborn = {"ufodt": True, "fodselsdato": None, "orientert": None, "orientert_grunn": None}
    assert ("orientert-ikke-svart", "warning") not in told(form, tmp_path, "barn", **unborn)


def test_a_full_one_has_nothing_to_be_told(form: Form, tmp_path: Path) -> None:
    assert told(form, tmp_path, "barn") == []
