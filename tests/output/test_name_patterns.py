"""What is said of a pattern for file names that can't be used."""

from pathlib import Path

import pytest

from skjema.errors import UsageError
from skjema.output.file_names import namer
from tests.drawing import field, form_of, from_json, lines


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{nvan}-{nr}", "«nvan» i --name er ikke navnet på noe felt. Det finnes: nr, navn, sted. [pattern-name]"),
        (
            "brev",
            "--name brev gir alle filene samme navn. Ta med et felt eller {nr}, for eksempel skjema-{nr}. [pattern-constant]",
        ),
    ],
)
def test_a_pattern_that_cannot_be_used_says_what_can(tmp_path: Path, pattern: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        namer(form_of(tmp_path, field("navn"), field("sted")), "nb", pattern)
    assert lines(caught.value.problems) == [message]


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{navn}", "Kari Nordmann"), ("{Navn}-{nr}", "Kari Nordmann-0001"), ("{sted}", "prove-0001"), ("{sted}{sted}", "prove-0001"),
        ("brev {nr}", "brev 0001"), ("{nr}", "0001"),
    ],
)  # fmt: skip
def test_a_name_holds_what_its_pattern_asks_for_and_never_nothing(tmp_path: Path, pattern: str, name: str) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"))
    (record,) = from_json(form, tmp_path, {"navn": "Kari Nordmann"})
    assert namer(form, "nb", pattern)(record) == name


@pytest.mark.parametrize(("letters", "kept"), [(94, 94), (95, 95), (96, 40), (300, 40)])
def test_a_long_value_is_cut_to_forty_letters_only_where_the_name_is_too_long(
    tmp_path: Path, letters: int, kept: int
) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"))
    (record,) = from_json(form, tmp_path, {"navn": "n" * letters})
    assert namer(form, "nb", "{navn}-{nr}")(record) == "n" * kept + "-0001"
