"""File names: numbers unless a pattern asks for more, and always names that Windows takes."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.output.file_names import fresh_folder, namer, safe
from tests.drawing import example, field, lines, write_form


def test_names_are_numbers_unless_asked(overgang: Form, tmp_path: Path) -> None:
    assert namer(overgang, "nb", None)(example(overgang, tmp_path)) == "samtykke-overgang-0001"


def test_a_pattern_puts_values_in_names(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, barnehage_navn="Lia/Berg: barnehage", barn_fodselsdato="2021-03-21")
    assert namer(overgang, "nb", "{nr} {barnehage_navn} {barn_fodselsdato}")(one) == "0001 LiaBerg barnehage 21.03.2021"


def test_a_pattern_of_unknown_names_or_none_is_refused(overgang: Form) -> None:
    with pytest.raises(UsageError) as caught:
        namer(overgang, "nb", "{barnets_nvan}")
    assert caught.value.problems[0].code == "pattern-name"
    with pytest.raises(UsageError) as caught:
        namer(overgang, "nb", "samtykke")
    assert lines(caught.value.problems)[0].endswith("[pattern-constant]")


SECRET = (
    '[[section]]\nid = "del"\n' + field("navn") + field("fnr", "fodselsnummer") + field("diagnose", sensitive="true")
)


@pytest.mark.parametrize("name", ["fnr", "diagnose", "Diagnose"])
def test_identity_numbers_and_sensitive_values_are_in_no_file_name(tmp_path: Path, name: str) -> None:
    form = load_form(write_form(tmp_path, SECRET))
    with pytest.raises(UsageError) as caught:
        namer(form, "nb", f"{{navn}}-{{{name}}}")
    (said,) = lines(caught.value.problems)
    assert said == (
        f"«{name.capitalize()}» er fødselsnummer eller merket som sensitivt, og --name ville vist det utenfor skjemaet. "
        "Bruk et annet felt eller nummeret. [field-secret]"
    )


RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(1, 10)), *(f"LPT{n}" for n in range(1, 10))}


@given(st.text(max_size=200))
def test_a_safe_name_is_one_that_windows_takes(text: str) -> None:
    name = safe(text)
    assert len(name) <= 100
    assert (PureWindowsPath(name).name, PureWindowsPath(name).parts[1:]) == (name, ())
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert all(one.isprintable() for one in name)
    assert name.split(".")[0].upper() not in RESERVED
    assert not name.startswith(("-", "~", "."))


@pytest.mark.parametrize(
    "name", ["CON", "nul.txt", "com1", "..", "../../etc/passwd", "\u202efdp.exe", "-rf", "-CON-", "~aux"]
)
def test_names_with_a_meaning_lose_it(name: str) -> None:
    assert safe(name).upper() not in RESERVED
    assert "/" not in safe(name)
    assert "\u202e" not in safe(name)


def test_a_name_of_letters_that_take_many_bytes_is_short_enough_for_any_disk() -> None:
    assert len(safe("漢" * 100).encode()) <= 200


def test_what_stands_after_a_long_value_stays(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, barnehage_navn="x" * 150)
    assert namer(overgang, "nb", "{Barnehage}-{nr}")(one) == f"{'x' * 40}-0001"


@pytest.mark.parametrize("letters", ["x" * 95, "x" * 98, "x" * 99, "x" * 100, "漢" * 90, "ა" * 70])
@pytest.mark.parametrize("pattern", ["{Barnehage}-{nr}", "{Barnehage}" + "y" * 120 + "{nr}", "{nr} {Barnehage}"])
def test_a_number_that_is_asked_for_is_in_every_name(
    overgang: Form, tmp_path: Path, letters: str, pattern: str
) -> None:
    name = namer(overgang, "nb", pattern)(example(overgang, tmp_path, barnehage_navn=letters))
    assert "0001" in name
    assert (len(name) <= 100, len(name.encode()) <= 200) == (True, True)


def test_each_run_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    wanted = tmp_path / "samtykke"
    assert fresh_folder(wanted) == wanted
    wanted.mkdir()
    (tmp_path / "samtykke-2").mkdir()
    assert fresh_folder(wanted) == tmp_path / "samtykke-3"
