"""Tables with a column for each record, and their headings below one another."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.errors import InputError
from tests.drawing import TEMPLATES, checked, sheet

CHILD: dict[str, Any] = {
    "Barnets navn": "Kari Berg", "Fødselsdato": "21.03.2021", "Barnehage": "Granlia", "Skole": "Solbakken",
    "Skolestart": 2027, "Frist": "15.01.2027", "Leveres til": "Granlia", "Foresatt 1: Rolle": "Mor",
}  # fmt: skip


@pytest.mark.parametrize("title", [[], [["Felt", "Verdi"]], [["Skolestart 2027"], []]])
@pytest.mark.parametrize("count", [1, 3])
def test_headings_below_one_another_are_told_with_what_to_do(
    tmp_path: Path, title: list[list[str]], count: int
) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", None)
    path = sheet(tmp_path / "a.xlsx", [*title, *([name, *[value] * count] for name, value in CHILD.items())])
    with pytest.raises(InputError) as caught:
        checked(form, path)
    assert [one.code for one in caught.value.problems] == ["table-turned"]


def test_guardians_below_one_another_are_no_headings(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", None)
    rows = [["Barnets navn", "Foresatt"], *([role, "Kari Berg"] for role in ("Mor", "Far", "Verge", "Medmor", "Mamma"))]
    assert len(checked(form, sheet(tmp_path / "a.xlsx", rows))[0]) == 5
