"""What is told of meetings: in which order and how often they stand, and whether a child who is to come is asked."""

from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.functions import in_order
from tests.drawing import TEMPLATES, TODAY, example, field, form_of, from_json
from tests.sample_files import KOMMUNE

DAYS = ("2026-08-27", "2026-09-24", "2026-10-22")


def codes(name: str, folder: Path, **changes: Any) -> list[str]:
    return [one.code for one in example(load_form(TEMPLATES / name, KOMMUNE), folder, **changes).problems]


def meetings(*days: str, place: str = "Møterom 2") -> list[dict[str, str]]:
    hours = {"kl_fra": "08:30", "kl_til": "10:00", "arena": "kompetanseteam_skole", "sted": place}
    return [{"dato": day, **hours} for day in days]


def test_meetings_out_of_order_are_told(tmp_path: Path) -> None:
    told = "moter-ute-av-rekkefolge"
    assert told not in codes("moteplan", tmp_path, moter=meetings(*DAYS))
    assert told in codes("moteplan", tmp_path, moter=meetings(*reversed(DAYS)))


def test_the_same_meeting_twice_is_told(tmp_path: Path) -> None:
    told = "group-row-twice"
    assert told in codes("moteplan", tmp_path, moter=meetings(*DAYS, DAYS[-1]))
    elsewhere = [*meetings(*DAYS), *meetings(DAYS[-1], place="Møterom 3")]
    assert told not in codes("moteplan", tmp_path, moter=elsewhere)


def test_rows_that_nothing_names_are_compared_whole_and_quoted_as_people_write(tmp_path: Path) -> None:
    group = '[[section.field]]\nid = "moter"\ntype = "group"\nlabel = { nb = "Møte" }\n'
    columns = "".join(
        f'[[section.field.field]]\nid = "{name}"\ntype = "{kind}"\nlabel = {{ nb = "{label}" }}\n'
        for name, kind, label in (("dag", "date", "Dag"), ("sted", "text", "Sted"))
    )
    rows = [{"dag": "2026-08-27", "sted": "A"}, {"dag": "2026-08-27", "sted": "B"}, {"dag": "2026-08-27", "sted": "A"}]
    [record] = from_json(form_of(tmp_path, field("navn"), group + columns), tmp_path, {"navn": "Kari", "moter": rows})
    assert [one.text("nb").split(": ", 1)[1] for one in record.problems] == [
        "«Møte 3: Dag» er det samme som i Møte 1: '27.08.2026'. Ta bort den ene, eller rett den. [group-row-twice]"
    ]


def test_an_empty_date_is_in_order_anywhere() -> None:
    assert in_order([None, TODAY, None, TODAY])
    assert in_order(None)


@pytest.mark.parametrize(
    ("role", "comes", "told"),
    [
        ("Eleven", "ja", False), ("Barnet, 9 år", "delvis", False), ("sønn", "ja", False), ("Bestefar", "ja", True),
        ("Bestefar", "nei", False), ("Bestefar", "vet_ikke", False), ("Barnehagelærer", "delvis", True),
    ],
)  # fmt: skip
def test_a_child_who_is_to_come_is_asked(role: str, comes: str, told: bool, tmp_path: Path) -> None:
    asked = [{"navn": "Nora Nes", "rolle": "Mor"}, {"navn": "Lásse Nes", "rolle": role}]
    found = codes("moteinnkalling", tmp_path, barnet_deltar=comes, deltakere=asked)
    assert ("barnet-ikke-innkalt" in found) is told


@pytest.mark.parametrize("name", ["moteinnkalling", "nettverksrad-innkalling"])
def test_nobody_is_asked_to_answer_before_the_letter_is_written(name: str, tmp_path: Path) -> None:
    assert "constraint" in codes(name, tmp_path, brev_dato="2026-11-20", svarfrist="2026-11-19")
    assert "constraint" not in codes(name, tmp_path, brev_dato="2026-11-20", svarfrist="2026-11-20")
