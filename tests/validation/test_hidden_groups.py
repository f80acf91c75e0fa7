"""Rows of a group that doesn't concern a record."""

from pathlib import Path
from typing import Any

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from tests.drawing import checked, field, form_of, lines, sheet


def form(folder: Path, more: str = "max = 2\n") -> Form:
    group = (
        '[[section.field]]\nid = "rader"\ntype = "group"\nlabel = { nb = "Rad" }\nrelevant = "tolk"\n'
        + more
        + '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nrequired = true\n'
    )
    return form_of(folder, field("navn"), field("tolk", "yes_no"), group)


def test_what_is_filled_in_there_is_told_once_at_its_first_cell(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Tolk", "Rad 1: Hva", "Rad 2: Hva"],
        ["Kari", "nei", "x", "y"],
        ["Per", "ja", "x", None],
    ]
    records, problems = checked(form(tmp_path), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == [
        "a.xlsx:Ark!C2: «Rad» er fylt ut, men gjelder ikke her og blir ikke skrevet på skjemaet. Se etter om noe annet er "
        "feil. [not-relevant]"
    ]
    assert [one.hidden for one in records] == [{"rader"}, frozenset()]


def test_what_must_be_filled_in_there_need_not_be(tmp_path: Path) -> None:
    fixed = 'row = [{ id = "a", label = { nb = "Mandag" } }, { id = "b", label = { nb = "Tirsdag" } }]\n'
    rows: list[list[Any]] = [
        ["Navn", "Tolk", "Mandag: Hva", "Tirsdag: Hva"],
        ["Kari", "nei", None, None],
        ["Per", "ja", "x", None],
    ]
    records, problems = checked(form(tmp_path, fixed), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == ["a.xlsx:Ark!D3: «Tirsdag: Hva» må fylles ut. [required-empty]"]
    assert [one.missing for one in records] == [{}, {Slot("hva", "rader", "b"): {"nb": "Tirsdag: Hva"}}]
