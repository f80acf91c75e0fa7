"""Values as they stand on paper, and what is printed reads back as what it was."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.model import Choice
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.show import chosen_answers, show
from tests.drawing import field_of
from tests.fieldtypes.test_types import read

CHOICES = (
    Choice(id="hjem", label={"nb": "Hjemme", "nn": "Heime"}),
    Choice(id="skole", label={"nb": "På skolen", "nn": "På skulen"}),
)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("text", "Kari", "Kari"),
        ("date", date(2027, 3, 9), "09.03.2027"),
        ("time", time(9, 30), "09.30"),
        ("integer", 2027, "2027"),
        ("decimal", Decimal("3.50"), "3,50"),
        ("yes_no", True, "Ja"),
        ("yes_no", False, "Nei"),
        ("choice", "skole", "På skolen"),
        ("choices", ("hjem", "skole"), "Hjemme, På skolen"),
        ("fodselsnummer", "10821512345", "108215\u00a012345"),
        ("organisasjonsnummer", "974760673", "974\u00a0760\u00a0673"),
        ("kontonummer", "12345678903", "1234\u00a056\u00a078903"),
        ("postnummer", "0150", "0150"),
        ("kommunenummer", "0301", "0301"),
        ("phone", "22334455", "22\u00a033\u00a044\u00a055"),
        ("phone", "80012345", "800\u00a012\u00a0345"),
        ("phone", "+4712345678", "+4712345678"),
        ("email", "a@b.no", "a@b.no"),
        ("date", None, ""),
    ],
)
def test_a_value_stands_on_paper_as_norwegians_write_it(kind: str, value: Any, shown: str) -> None:
    assert show(field_of(kind, choices=CHOICES), value, "nb") == shown


def test_answers_in_another_language() -> None:
    one = field_of("choices", choices=CHOICES)
    assert show(one, ("hjem",), "nn") == "Heime"
    assert chosen_answers(one, ("hjem",)) == {"hjem"}
    assert chosen_answers(field_of("choice", choices=CHOICES), "hjem") == {"hjem"}
    assert chosen_answers(field_of("yes_no"), False) == {"nei"}
    assert chosen_answers(one, None) == frozenset()


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "date": st.dates(date(1900, 1, 2), date(2099, 12, 31)),  # the first of 1900 is what programs write for no date
    "time": st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0)),
    "integer": st.integers(-(10**9), 10**9),
    "decimal": st.decimals(-(10**6), 10**6, places=2),
    "yes_no": st.booleans(),
    "postnummer": st.integers(1, 9999).map("{:04}".format),
    "phone": st.integers(20_000_000, 99_999_999).map(str),
}


@pytest.mark.parametrize("kind", sorted(VALUES))
@given(data=st.data())
def test_what_is_printed_reads_back(kind: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    found = read(kind, show(field_of(kind), value, "nb"))
    assert (found.value if isinstance(found, Repaired) else found) == value
