"""How many rows a group may have, and how long a rule is in force."""

from pathlib import Path

import pytest

from skjema.definition.slot import Slot
from skjema.errors import DefinitionError
from tests.drawing import field, form_of, from_json, lines

PLACE = "poster.json:$[0]"


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (
            0,
            "Antall rader i «Mål» er 0, men skal være minst 2. Fyll ut kolonnene eller arket for dem («Mål 1: Hva»). [group-too-few]",
        ),
        (
            1,
            "Antall rader i «Mål» er 1, men skal være minst 2. Fyll ut kolonnene eller arket for dem («Mål 2: Hva»). [group-too-few]",
        ),
        (2, None),
        (3, None),
        (4, "[group-too-many]"),
    ],
)
def test_a_group_has_as_many_rows_as_its_definition_allows(tmp_path: Path, count: int, message: str | None) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nmin = 2\nmax = 3\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    rows = [{"hva": f"Mål {at}"} for at in range(count)]
    (record,) = from_json(form_of(tmp_path, field("navn"), group), tmp_path, {"navn": "Kari", "maal": rows})
    messages = lines(record.problems)
    assert len(messages) == (message is not None)
    assert all(text.endswith(message or "") for text in messages)
    assert len(record.values["maal"]) == count
    assert (Slot(group="maal") in record.missing) == (count < 2)


@pytest.mark.parametrize(
    ("serious", "count", "wanted"),
    [(True, 1, 2), (True, 2, None), (False, 0, None), (None, 0, None)],
)
def test_how_many_rows_there_must_be_may_hang_on_the_record(
    tmp_path: Path, serious: bool | None, count: int, wanted: int | None
) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nmin = "2 if alvorlig else 0"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    form = form_of(tmp_path, field("navn"), field("alvorlig", "yes_no"), group)
    rows = [{"hva": f"Mål {at}"} for at in range(count)]
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "alvorlig": serious, "maal": rows})
    assert [problem.params["wanted"] for problem in record.problems] == ([] if wanted is None else [wanted])


def test_a_number_of_rows_may_be_any_kind_of_number(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nmin = "antall"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    form = form_of(tmp_path, field("navn"), field("antall", "decimal"), group)
    (record,) = from_json(form, tmp_path, {"navn": "Kari", "antall": "2"})
    assert [problem.params["wanted"] for problem in record.problems] == [2]


def test_a_text_is_no_number_of_rows(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nmin = "navn"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    with pytest.raises(DefinitionError) as caught:
        from_json(form_of(tmp_path, field("navn"), group), tmp_path, {"navn": "Kari"})
    assert [problem.code for problem in caught.value.problems] == ["expression-mixes"]


def test_a_yes_asks_for_one_row_and_what_cannot_be_told_for_none(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nmin = "alder > 15"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
    )
    form = form_of(tmp_path, field("navn"), field("alder", "integer"), group)
    found = [from_json(form, tmp_path, {"navn": "Kari", "alder": alder})[0].problems for alder in (16, 15, None)]
    assert [[problem.params["wanted"] for problem in problems] for problems in found] == [[1], [], []]


@pytest.mark.parametrize(
    ("dates", "is_in_force"),
    [
        ("valid_from = 2026-11-22", True), ("valid_from = 2026-11-23", False),
        ("valid_to = 2026-11-22", True), ("valid_to = 2026-11-21", False),
        ("valid_from = 2026-11-22\nvalid_to = 2026-11-22", True), ("", True),
    ],
)  # fmt: skip
def test_a_rule_is_in_force_on_its_first_and_its_last_day(tmp_path: Path, dates: str, is_in_force: bool) -> None:
    rule = f'[[rule]]\nid = "ikke-a"\ntest = "navn != \'A\'"\nmessage = {{ nb = "Ikke A." }}\n{dates}\n'
    (record,) = from_json(form_of(tmp_path, field("navn"), more=rule), tmp_path, {"navn": "A"})
    assert lines(record.problems) == ([f"{PLACE}.navn: Ikke A. [ikke-a]"] if is_in_force else [])


def test_a_rule_over_rows_is_told_at_the_first_row_that_breaks_it(tmp_path: Path) -> None:
    group = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "kr"\ntype = "integer"\nlabel = { nb = "Kr" }\n'
    )
    rule = '[[rule]]\nid = "for-mye"\ntest = "count(maal.kr) <= 2"\nmessage = { nb = "For mye." }\n'
    form = form_of(tmp_path, field("navn"), group, more=rule)

    def messages_for(*amounts: int) -> list[str]:
        (record,) = from_json(form, tmp_path, {"navn": "A", "maal": [{"kr": amount} for amount in amounts]})
        return lines(record.problems)

    assert messages_for(4, 6) == []
    assert messages_for(4, 6, 1) == messages_for(4, 6, 1, 2) == [f"{PLACE}.maal[2].kr: For mye. [for-mye]"]
