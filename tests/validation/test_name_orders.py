"""Lists of families in which the surname stands first."""

from pathlib import Path

import pytest

from skjema.api import check, load_form
from tests.drawing import TEMPLATES


@pytest.mark.parametrize(
    ("families", "is_told"),
    [
        (["Nes Kari;Nes Ola", "Lie Per;Lie Anne", "Moe Siri;Dal Ola"], True),
        (["Kari Nes;Ola Nes", "Per Lie;Anne Lie", "Siri Moe;Ola Dal"], False),
        (["Nguyen Van An;Nguyen Van Bo", "Kari Nes;Ola Nes", "Per Lie;Anne Lie"], False),
        (["Ole Nes;Ole Nes", "Per Lie;Per Moe", "Siri Moe;Ola Dal"], False),
        (["Nes, Kari;Nes, Ola", "Lie, Per;Lie, Anne"], False),
        (["Kari;Ola", "Nes Kari;Nes Ola"], False),
    ],
)  # fmt: skip
def test_names_of_families_that_begin_alike_are_told_of(families: list[str], is_told: bool, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n".join(["Barnets navn;Mor", *families]), "utf-8")
    form = load_form("samtykke-overgang", templates=TEMPLATES)
    codes = [one.code for one in check(form, [tmp_path / "a.csv"]).problems]
    assert codes.count("names-surname-first") == is_told
