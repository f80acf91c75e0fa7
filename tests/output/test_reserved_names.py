"""Names that mean something to Windows, a shell or a printer queue, and how long a name may be."""

import pytest

from skjema.output.file_names import safe

DEVICES = ("CON", "PRN", "AUX", "NUL", *(f"{one}{at}" for one in ("COM", "LPT") for at in range(1, 10)))


@pytest.mark.parametrize("name", DEVICES)
def test_the_name_of_a_device_gets_a_letter_more(name: str) -> None:
    assert [safe(name), safe(name.lower()), safe(f"{name}.txt")] == [f"{name}_", f"{name.lower()}_", f"{name}_.txt"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Kari Nordmann", "Kari Nordmann"),
        ("CONRAD", "CONRAD"),
        ("  Kari \n\t Nordmann ", "Kari Nordmann"),
        ('a<b>c:d"e/f\\g|h?i*j', "abcdefghij"),
        (".skjult", "skjult"),
        ("slutt.", "slutt"),
        ("--~a~--", "a"),
        ("A\u030ase", "Åse"),
        ("a\u202eb\u200bc", "abc"),
        ("...", ""),
        ("a .?", "a"),
        ("?-~a", "a"),
    ],
)
def test_a_name_keeps_all_that_means_nothing(name: str, made: str) -> None:
    assert safe(name) == made


@pytest.mark.parametrize(
    ("name", "letters"),
    [("x" * 100, 100), ("x" * 101, 100), ("ø" * 100, 100), ("ø" * 101, 100), ("漢" * 66, 66), ("漢" * 67, 66)],
)
def test_a_name_has_at_most_a_hundred_letters_and_two_hundred_bytes(name: str, letters: int) -> None:
    assert safe(name) == name[:letters]


def test_a_name_that_is_cut_does_not_end_in_a_sign() -> None:
    assert safe("x" * 98 + " -y") == "x" * 98
