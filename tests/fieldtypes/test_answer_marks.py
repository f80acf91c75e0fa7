"""Answers with a box or another sign beside them, as they are pasted from forms in Word and from other programs."""

from datetime import date
from typing import Any

import pytest

from skjema.definition.model import Choice
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.validation.value_description import describe_value
from tests.drawing import field_of

SERVICES = tuple(
    Choice(id=one.lower(), label={"nb": one}) for one in ("Skole", "PPT", "BUP", "Nav", "Fly (x)", "Barn, unge")
)
YES_NO = (Choice(id="ja", label={"nb": "Ja"}), Choice(id="nei", label={"nb": "Nei"}, words=("+ Ikke",)))
SEVERAL, ONE = field_of("choices", choices=SERVICES), field_of("choice", choices=YES_NO)


def read(field: Any, written: str) -> Any:
    return field.kind.reader(field, date(2026, 11, 22))(written)


def refusal(field: Any, written: str) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        read(field, written)
    return caught.value


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ("☒ Skole\n☐ PPT\n☐ BUP\n☒ Nav", ("skole", "nav")), ("[x] Skole; [ ] BUP; (X) PPT", ("skole", "ppt")),
        ("✔️ Skole, ⬜ PPT, ✅ Nav", ("skole", "nav")), ("Skole ☒\nPPT ☐", ("skole",)), ("Skole: ☑; PPT: □", ("skole",)),
        ("✓ Skole\n✗ BUP\n× Nav", ("skole",)), ("[ ] BUP\nSkole", ("skole",)), ('["Skole","PPT"]', ("skole", "ppt")),
        ("● Skole\n○ PPT", ("skole",)), ("☒Barn, unge; ☐ Nav", ("barn, unge",)), ("☐ Skole\n☐ PPT", ""),
        ("- Skole\n- PPT", ("skole", "ppt")), ("• BUP", ("bup",)), ("☒ Skole; ☐ Tannlege", ("skole",)),
        ("Skole, BUP og PPT", ("skole", "ppt", "bup")), ("Skolen og Nav", ("skole", "nav")), ("PPT & Nav", ("ppt", "nav")),
        ("Fly (x), Skole", ("skole", "fly (x)")), ("«Skole»; 'PPT'", ("skole", "ppt")),
    ],
)  # fmt: skip
def test_a_tick_beside_an_answer_is_a_yes_and_an_empty_box_a_no(written: str, chosen: Any) -> None:
    assert read(SEVERAL, written) == chosen


@pytest.mark.parametrize(
    "written",
    [
        "Skole\n✗ BUP", "✗ BUP", "× Skole\n☐ PPT", "☒ Skole\nPPT", "~ Skole", "- Skole\n+ PPT", "- Skole\nPPT", "! BUP",
        "☒ Skole ☐", "■ PPT □ ", "☒ Skole; ☐ Skole", "👍 Nav", "☒ Skole\n☐ PPT\n✗ Nav", "~Skole\n~PPT",
    ],
)  # fmt: skip
def test_signs_that_may_say_yes_or_no_are_asked_about(written: str) -> None:
    assert refusal(SEVERAL, written).code == "answer-sign"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("☐ Ja", "answer-unticked"), ("[ ] Ja", "answer-unticked"), ("Nei ⬜", "answer-unticked"), ("( ) Ja", "answer-unticked"),
        ("✗ Ja", "answer-sign"), ("× Nei", "answer-sign"), ("-ja-", "answer-sign"), ("~Ja", "answer-sign"),
        ("☐ Ja ☒ Nei", "choice-unknown"), ("☐ Kanskje", "choice-unknown"), ("(ja)", "choice-unknown"),
    ],
)  # fmt: skip
def test_an_empty_box_before_the_only_answer_is_no_answer(written: str, told: str) -> None:
    assert refusal(ONE, written).code == told


@pytest.mark.parametrize(
    ("written", "answer"),
    [("☒ Ja", "ja"), ("Ja ✓", "ja"), ("[X] nei", "nei"), ("● Ja", "ja"), ("'Ja", "ja"), ("+ ikke", "nei"), ("+Ikke", "nei"),
     ("ja!", "ja"), ("NEI.", "nei"), ("☒", "ja"), ("☐", "nei")],
)  # fmt: skip
def test_a_ticked_answer_is_read_as_that_answer(written: str, answer: str) -> None:
    assert read(ONE, written) == answer


@pytest.mark.parametrize("written", ["Barnevernstjenesten", "barnevernstjenesta", "Barnevernstjeneste"])
def test_a_service_is_known_in_its_definite_form_too(written: str) -> None:
    care = Choice(id="vern", label={"nb": "Barnevernstjeneste"})
    field = field_of("choice", choices=(care, Choice(id="nav", label={"nb": "Nav"})))
    assert read(field, written) == "vern"
    assert refusal(field, "Navn").code == "choice-unknown"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Skole, Skolehelsetjenesten og PPT", "'Skolehelsetjenesten og PPT'"),
        ("Skole;PPT;Kommunal tannlege;", "'Kommunal tannlege'"), ("lege, Skole\n☒ tannlege", "'lege', '☒ tannlege'"),
        ("a, b, c, d, e", "'a', 'b', 'c', ..."),
    ],
)  # fmt: skip
def test_of_several_answers_those_are_named_that_are_none(written: str, named: str) -> None:
    told = refusal(SEVERAL, written)
    assert (told.code, told.params["got"]) == ("answers-unknown", named)
    secret = field_of("choices", choices=SERVICES, sensitive=True)
    assert named not in str(describe_value(secret, secret.label, written, told.params))
