"""Who consents to a referral, and who is to know of it, by age: the rules of health, each as a small story."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.validation.checked import CheckedRecord
from tests.drawing import TEMPLATES, example
from tests.sample_files import KOMMUNE

DAY_BEFORE, BIRTHDAY = date(2026, 11, 23), date(2026, 11, 22)
"""Of birth, years before the tests' today: the day before one's birthday, and the day itself."""


@pytest.fixture(scope="module")
def bup() -> Form:
    return load_form(TEMPLATES / "henvisning-bup", KOMMUNE)


@pytest.fixture(scope="module")
def ke() -> Form:
    return load_form(TEMPLATES / "meldeskjema-ke", KOMMUNE)


def born(day: date, age: int) -> str:
    return day.replace(year=day.year - age).isoformat()


def codes(record: CheckedRecord) -> list[str]:
    return [problem.code for problem in record.problems]


def referral(form: Form, folder: Path, **changes: Any) -> CheckedRecord:
    return example(form, folder, barn_vekt="Stor vekt.", **changes)


@pytest.mark.parametrize(
    ("birth", "who", "expected"),
    [
        (born(DAY_BEFORE, 16), "alle", []),
        (born(DAY_BEFORE, 16), "ungdom", ["ungdom-under-16"]),
        (born(BIRTHDAY, 16), "alle", ["ungdom-over-16"]),
        (born(BIRTHDAY, 16), "ungdom", []),
        (born(BIRTHDAY, 18), "ungdom", ["alder-bup"]),
    ],
)
def test_who_consents_changes_on_the_sixteenth_birthday(
    bup: Form, tmp_path: Path, birth: str, who: str, expected: list[str]
) -> None:
    assert codes(referral(bup, tmp_path, barn_fodselsdato=birth, samtykker=who)) == expected


def test_where_one_parent_consents_only_that_one_has_a_line(bup: Form, tmp_path: Path) -> None:
    both = [{"navn": name, "rolle": "annen", "foreldreansvar": "ja"} for name in ("Mona Jahr", "Fredrik Jahr")]
    unsaid = referral(bup, tmp_path, samtykker="en", samtykke_unntak="Far er på reise.", foresatte=both)
    assert codes(unsaid) == ["hvem-samtykker"]
    said = [both[0], {**both[1], "gir_samtykke": True}]
    record = referral(bup, tmp_path, samtykker="en", samtykke_unntak="Mor er på reise.", foresatte=said)
    assert (codes(record), record.signers["samtykke_foresatt"]) == ([], ("Fredrik Jahr",))
    alone = [{**both[0], "foreldreansvar": "alene"}]
    record = referral(bup, tmp_path, samtykker="en", foresatte=alone)
    assert (codes(record), record.signers["samtykke_foresatt"]) == ([], ("Mona Jahr",))


@pytest.mark.parametrize(
    ("birth", "is_asked"),
    [
        (born(DAY_BEFORE, 12), False), (born(BIRTHDAY, 12), True), (born(DAY_BEFORE, 16), True),
        (born(BIRTHDAY, 16), False),
    ],
)  # fmt: skip
def test_whether_the_parents_are_told_is_asked_from_twelve_to_sixteen(
    bup: Form, ke: Form, tmp_path: Path, birth: str, is_asked: bool
) -> None:
    for form in (bup, ke):
        record = referral(form, tmp_path, barn_fodselsdato=birth)
        assert ("foreldre_informeres_ikke" not in record.hidden) == is_asked


def test_parents_who_are_not_told_are_not_called_and_sign_nothing(bup: Form, ke: Form, tmp_path: Path) -> None:
    secret = {"barn_fodselsdato": born(BIRTHDAY, 13), "foreldre_informeres_ikke": True}
    assert codes(referral(bup, tmp_path, **secret, samtykker="alle")).count("foreldre-vet-ikke") == 1
    for form, young in ((bup, "samtykke_ungdom"), (ke, "samtykke_person")):
        who = {"samtykker": "ungdom", "foreldre_syn": None} if form is bup else {}
        record = referral(form, tmp_path, **secret, **who)
        assert set(codes(record)) - {"not-relevant"} == {"ikke-til-foreldrene"}
        assert record.signers[young]
        assert not record.signers["samtykke_foresatt"]
        assert all("telefon" not in row or row["telefon"] is None for row in record.values["foresatte"])
