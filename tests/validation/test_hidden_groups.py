"""Rows of a group that doesn't concern a record."""

from pathlib import Path
from typing import Any

import pytest

from skjema import api
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from tests.drawing import HEAD, checked, field, form_of, from_json, lines, sheet
from tests.reading_back import docx_text, pdf_text


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
    assert [record.hidden for record in records] == [{"rader"}, frozenset()]


def test_what_must_be_filled_in_there_need_not_be(tmp_path: Path) -> None:
    fixed = 'row = [{ id = "a", label = { nb = "Mandag" } }, { id = "b", label = { nb = "Tirsdag" } }]\n'
    rows: list[list[Any]] = [
        ["Navn", "Tolk", "Mandag: Hva", "Tirsdag: Hva"],
        ["Kari", "nei", None, None],
        ["Per", "ja", "x", None],
    ]
    records, problems = checked(form(tmp_path, fixed), sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == ["a.xlsx:Ark!D3: «Tirsdag: Hva» må fylles ut. [required-empty]"]
    assert [record.missing for record in records] == [{}, {Slot("hva", "rader", "b"): {"nb": "Tirsdag: Hva"}}]


LATER = """
[[section]]
id = "hvis_tolk"
title = { nb = "Om tolken" }
[[section.field]]
id = "tolk_tekst"
type = "note"
text = { nb = "Vi bestiller." }
relevant = "tolk"
[[section.field]]
id = "tolken"
type = "signature"
label = { nb = "Tolken" }
filled_by = "recipient"
relevant = "tolk"
[[section]]
id = "til_slutt"
title = { nb = "Til slutt" }
"""


@pytest.mark.parametrize("layout", ["fixed", "flowing"])
@pytest.mark.parametrize("interpreted", [True, False])
def test_a_section_of_which_nothing_is_left_has_no_title_and_no_number(
    tmp_path: Path, layout: str, interpreted: bool
) -> None:
    head = HEAD.replace('"fixed"', f'"{layout}"')
    form = form_of(tmp_path, field("navn"), field("tolk", "yes_no"), LATER, field("sted"), head=head)
    (checked_record,) = from_json(form, tmp_path, {"navn": "Kari", "tolk": interpreted, "sted": "Her"})
    for text in (
        docx_text(api.render(form, checked_record, "docx")),
        pdf_text(api.render(form, checked_record, "pdf", flat=True)),
    ):
        assert ("Om tolken" in text) is interpreted
        assert ("2 Til slutt" if interpreted else "1 Til slutt") in text
