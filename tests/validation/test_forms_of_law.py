"""What the bundled forms say of records that the law has something to say of."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.functions import same_birth
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example


def codes(record: CheckedRecord) -> list[str]:
    return [problem.code for problem in record.problems]


YOUTH = {"gjelder_rolle": "ungdom", "barn_fodselsdato": "2011-03-21", "rettsomrade": ["skole"]}
SAMARBEID: list[tuple[dict[str, Any], str]] = [
    ({**YOUTH, "tjenester": {"skole": {"kryss": True}, "bup": {"kryss": True}}}, "constraint"),
    ({**YOUTH, "opplysninger": ["helse"]}, "opplysninger-utenfor-fagomradet"),
    ({"gjelder_rolle": "voksen", "barn_fodselsdato": "2010-03-21", "rettsomrade": ["barnevern"]}, "rolle-alder"),
    ({"gjelder_rolle": "gravid", "barn_fodselsdato": "2013-03-21", "rettsomrade": ["helse"]}, "gravid-alder"),
    ({**YOUTH, "barn_fodselsdato": "2011-12-15"}, "blir-gammel-nok-i-perioden"),
]


@pytest.mark.parametrize(("changes", "code"), SAMARBEID)
def test_a_consent_is_signed_by_whom_the_law_says(changes: dict[str, Any], code: str, tmp_path: Path) -> None:
    assert code in codes(example(load_form(TEMPLATES / "samtykke-samarbeid"), tmp_path, **changes))


@pytest.mark.parametrize(
    ("parents", "lines"),
    [
        ([("verge", "nei")], ["Nora Nes"]),
        ([("verge", "nei"), ("mor", "nei")], ["Nora Nes"]),
        ([("verge", "nei"), ("mor", "alene")], ["Per Nes"]),
        ([("far", "Død"), ("mor", "ja")], ["Per Nes"]),
        ([("mor", "Mor alene")], ["Nora Nes"]),
        ([("barnevernstjenesten", None), ("institusjon", None), ("mor", "nei")], ["Nora Nes", "Per Nes"]),
    ],
)
def test_who_decides_for_a_child_has_a_line_and_nobody_else(
    parents: list[tuple[str, str | None]], lines: list[str], tmp_path: Path
) -> None:
    rows = [
        {"navn": name, "rolle": role} | ({"foreldreansvar": duty} if duty else {})
        for name, (role, duty) in zip(("Nora Nes", "Per Nes", "Ola Nes"), parents, strict=False)
    ]
    record = example(load_form(TEMPLATES / "samtykke-samarbeid"), tmp_path, foresatte=rows)
    assert list(record.signers["underskrift_foresatt"]) == lines
    told = {"bare-en-forelder", "ingen-kan-samtykke", "omsorg-uten-barnevern", "samtykke-uten-underskrift"}
    assert not told & set(codes(record))


def test_an_invitation_tells_of_parents_who_get_no_letter(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "moteinnkalling")
    row = {"navn": "Nora Nes", "instans": "skole"}
    assert "foreldre-invitert-ingen" in codes(example(form, tmp_path, deltakere=[row], foreldre_invitert=True))
    assert "annen-instans" in codes(example(form, tmp_path, deltakere=[row | {"instans": "annen"}]))


def test_an_empty_consent_is_told_once_and_not_of_each_who_is_invited(tmp_path: Path) -> None:
    record = example(load_form(TEMPLATES / "moteinnkalling"), tmp_path, samtykke_instanser=None)
    assert "constraint" not in codes(record)
    assert "required-empty" in codes(record)


@pytest.mark.parametrize(
    ("number", "born", "is_same"),
    [
        ("21831812345", date(2018, 3, 21), True),  # synthetic: 80 added to the month
        ("61031812345", date(2018, 3, 21), True),  # a D-number: 40 added to the day
        ("21431812345", date(2018, 3, 21), True),
        ("21681812345", date(2018, 3, 21), True),
        ("21041812345", date(2018, 3, 21), False),
        ("21831912345", date(2018, 3, 21), False),
        ("22831812345", date(2018, 3, 21), False),
        (None, date(2018, 3, 21), True),
        ("21831812345", None, True),
    ],
)
def test_an_identity_number_says_the_day_of_birth(number: str | None, born: date | None, is_same: bool) -> None:
    assert same_birth(number, born) is is_same
