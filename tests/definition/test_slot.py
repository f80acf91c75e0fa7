"""One address for every value: its name says where it belongs, and leads back to it."""

import pytest
from hypothesis import given

from skjema.definition.columns import group_columns, main_columns
from skjema.definition.model import Form
from skjema.definition.slot import SIGNATURE_COLUMNS, Slot
from tests.random_forms import Table, definitions, toml
from tests.render.test_twins import ONCE_THROUGH, read


def slots(form: Form) -> list[Slot]:
    """Every address of a form that a column, a row or a line to sign on has."""
    found = [column.slot for column in main_columns(form)]
    for group in form.groups.values():
        found += [column.slot for column in group_columns(form, group)]
        found += [Slot(group=group.id), Slot(group=group.id, row=group.row_name(1))]
        found += [Slot(one.id, group.id, group.row_name(1)) for one in group.field]
    for one in form.fields.values():
        if one.is_signature:
            found += [Slot(column, one.id, "2") for column in SIGNATURE_COLUMNS]
    return found


@ONCE_THROUGH
@given(definitions())
def test_a_name_leads_back_to_its_address(definition: Table) -> None:
    form = read(toml(definition))
    for slot in slots(form):
        if slot.row or not slot.group or not slot.field:  # a column in whichever row has no name of its own
            assert Slot.parse(slot.name, form) == slot


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("barn_navn", Slot("barn_navn")),
        ("omfang.helse", Slot(group="omfang", row="helse")),
        ("foresatte.2.navn", Slot("navn", "foresatte", "2")),
        ("foresatte.2.foreldreansvar.ja", Slot("foreldreansvar", "foresatte", "2", "ja")),
        ("foresatte", Slot(group="foresatte")),
        ("underskrift_foresatt.1.dato", Slot("dato", "underskrift_foresatt", "1")),
    ],
)
def test_an_address_is_one_word(overgang: Form, name: str, slot: Slot) -> None:
    assert slot.name == name
    assert Slot.parse(name, overgang) == slot


def test_an_answer_is_part_of_its_field(samarbeid: Form) -> None:
    assert Slot("opplysninger", answer="helse").name == "opplysninger.helse"
    assert Slot.parse("opplysninger.helse", samarbeid) == Slot("opplysninger", answer="helse")


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "barn", "barn_navn.x", "barn_navn.1.navn", "omfang.sport", "foresatte.x.navn", "foresatte.1.alder",
        "foresatte.1.navn.ja", "foresatte..navn", "underskrift_foresatt.1.sted", "barn_navn.", "foresatte.1.navn.ja.nei",
        "foresatte.0.navn", "foresatte.01.navn", "foresatte.٢.navn", "foresatte.30000000.navn",
        "underskrift_foresatt.1000.dato", f"foresatte.{'9' * 5000}.navn",
    ],
)  # fmt: skip
def test_what_the_form_has_nothing_for_is_no_address(overgang: Form, name: str) -> None:
    assert Slot.parse(name, overgang) is None
