"""Calendar files: one entry for each meeting, at the hour of Norway, which calendars of others read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from skjema import api
from skjema.definition.model import Form
from skjema.errors import DefinitionError, UsageError
from skjema.render.calendar.calendar_renderer import CalendarRenderer
from tests.cli.running import skjema
from tests.drawing import HEAD, SAMPLES, TODAY, field, form_of, from_json
from tests.sample_files import KOMMUNE

TABLE = '[form.calendar]\nof = "moter"\ndate = "dato"\nwhat = "hva"\nstart = "fra"\nend = "til"\nplace = "sted"\n'
GROUP = '[[section.field]]\nid = "moter"\ntype = "group"\nlabel = { nb = "Møte" }\n' + "".join(
    field(name, kind).replace("section.field", "section.field.field")
    for name, kind in (("dato", "date"), ("fra", "time"), ("til", "time"), ("hva", "text"), ("sted", "text"))
)


def plan_of(folder: Path, table: str = TABLE) -> Form:
    return form_of(folder, field("navn"), GROUP, head=HEAD + table)


def entries(form: Form, folder: Path, *rows: dict[str, Any]) -> list[Any]:
    (checked,) = from_json(form, folder, {"navn": "Plan", "moter": list(rows)})
    calendar = Calendar.from_ical(api.render(form, checked, "ics"))
    assert calendar["VERSION"] == "2.0"
    return list(calendar.walk("VEVENT"))


def test_an_hour_of_norway_is_the_same_moment_everywhere(tmp_path: Path) -> None:
    rows = [
        {"dato": f"2027-0{month}-15", "fra": "09:00", "til": "10:30", "hva": "Team, fast; møte", "sted": "Rom 2\nFjord"}
        for month in (1, 7)
    ]
    winter, summer = entries(plan_of(tmp_path), tmp_path, *rows)
    assert winter.decoded("DTSTART") == datetime(2027, 1, 15, 8, tzinfo=UTC)
    assert summer.decoded("DTSTART") == datetime(2027, 7, 15, 7, tzinfo=UTC)
    assert summer.decoded("DTEND") == datetime(2027, 7, 15, 8, 30, tzinfo=UTC)
    assert winter["SUMMARY"] == "Team, fast; møte"
    assert len({str(one["UID"]) for one in (winter, summer)}) == 2


def test_a_meeting_without_an_hour_takes_the_day_and_one_without_a_day_is_in_no_calendar(tmp_path: Path) -> None:
    (only,) = entries(plan_of(tmp_path), tmp_path, {"dato": "2027-03-01", "hva": "Frist"}, {"hva": "Ikke bestemt"})
    assert str(only.decoded("DTSTART")) == "2027-03-01"
    assert "LOCATION" not in only


def test_rows_without_a_date_are_told_by_number(tmp_path: Path) -> None:
    form = plan_of(tmp_path)
    rows = [{"hva": "Ikke bestemt"}, {"dato": "2027-03-01", "hva": "Frist"}, {"hva": "Senere"}]
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "moter": rows})
    (told,) = CalendarRenderer(form, "nb", TODAY).problems(checked)
    assert told.text("nb").endswith(
        "Kalenderfilen mangler det som ikke har dato: 2 (Møte 1, 3). Fyll ut datoen og kjør på nytt. [calendar-undated]"
    )
    (whole,) = from_json(form, tmp_path, {"navn": "Plan", "moter": rows[1:2]})
    assert not [*CalendarRenderer(form, "nb", TODAY).problems(whole)]


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    form = plan_of(tmp_path)
    row = {"dato": "2027-03-01", "fra": "09:00", "hva": "Møte"}
    (checked,) = from_json(form, tmp_path, {"navn": "Plan", "moter": [row]})
    assert api.render(form, checked, "ics") == api.render(form, checked, "ics")


def test_a_form_without_dates_for_a_calendar_says_so(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    (checked,) = from_json(form, tmp_path, {"navn": "A"})
    with pytest.raises(UsageError) as told:
        api.render(form, checked, "ics")
    assert told.value.problems[0].code == "calendar-missing"


@pytest.mark.parametrize(
    ("old", "new"), [('"moter"', '"mote"'), ('"dato"', '"hva"'), ('"fra"', '"dato"'), ('"sted"', '"stad"')]
)
def test_a_calendar_of_what_is_not_there_is_a_fault(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(DefinitionError) as told:
        plan_of(tmp_path, TABLE.replace(old, new))
    assert [one.code for one in told.value.problems] == ["name-unknown"]


def test_a_meeting_plan_as_a_calendar_and_as_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sample = SAMPLES / "moteplan" / "planer.json"
    sample = sample if sample.is_file() else next((SAMPLES / "moteplan").glob("*.json"))
    told = skjema(
        "fill", "moteplan", sample, "--format", "ics", "-o", "ut", "--kommune", KOMMUNE, "--date", "2026-11-22"
    )
    assert told.code == 0
    made = sorted(path.name for path in Path("ut").glob("moteplan*"))
    assert made == ["moteplan-0001.ics", "moteplan-0002.ics", "moteplan-0003.ics"]
    assert skjema("fill", "moteplan", sample, "-o", "b", "--kommune", KOMMUNE, "--date", "2026-11-22").code == 0
    assert {path.suffix for path in Path("b").glob("moteplan*")} == {".docx", ".pdf"}
