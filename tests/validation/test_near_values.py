"""What the texts of a whole column say of it."""

from pathlib import Path

import pytest

from skjema import api
from tests.drawing import field, form_of


@pytest.mark.parametrize(
    ("texts", "is_told"),
    [
        (["x", "X", "x"], True),
        (["☒", "☐", "☒", "☐"], True),
        (["1", "0", "1"], True),
        (["1", "1", "1"], False),  # the grade of a first class
        (["x", "x"], False),
        (["x", "x", "Solbakken skole"], False),
        (["2", "1", "1", "2"], False),
    ],
)
def test_a_column_of_ticks_is_told_of_and_no_column_of_grades(tmp_path: Path, texts: list[str], is_told: bool) -> None:
    form = form_of(tmp_path, field("navn"), field("skole"))
    rows = "".join(f"Barn {number};{text}\n" for number, text in enumerate(texts, start=1))
    (tmp_path / "a.csv").write_text(f"Navn;Skole\n{rows}", "utf-8")
    codes = [one.code for one in api.check(form, [tmp_path / "a.csv"]).problems]
    assert ("column-of-ticks" in codes) is is_told
