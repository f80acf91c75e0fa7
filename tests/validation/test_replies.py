"""What a reply says in one place, where something of it can't be read."""

from datetime import date
from pathlib import Path

from skjema.definition.slot import Slot
from skjema.formats.form_fields import FormFields
from skjema.formats.table import Written
from skjema.records.record import Record
from skjema.records.returned import ReturnedPlaces
from skjema.validation.check import RecordChecker
from skjema.validation.replies import Reply, Sent, given, reply_columns
from tests.drawing import field, form_of

DAY = date(2026, 12, 20)
CHOICES = '[{ id = "a", label = { nb = "A" } }, { id = "b", label = { nb = "B" } }]'


def test_an_answer_that_is_none_takes_no_other_with_it(tmp_path: Path) -> None:
    which = field("hva", "choices", filled_by='"recipient"', choices=CHOICES)
    form = form_of(tmp_path, field("navn"), which)
    record = Record(
        1,
        ReturnedPlaces("svar.docx"),
        {Slot("navn"): "Kari", Slot("hva", answer="a"): True, Slot("hva", answer="b"): "kanskje"},
    )
    reply = Reply(
        "svar.docx", None, Sent(1, ""), FormFields((), {}), RecordChecker(form, DAY, answered=True).check(record)
    )
    assert [one.code for one in reply.checked.problems] == ["yes-no-form"]
    (column,) = reply_columns(form, [reply])
    assert given(form, reply, column) == (("a",), "")


def test_a_value_that_is_none_is_shown_as_it_is_written_and_its_neighbours_as_they_are_read(tmp_path: Path) -> None:
    row = field("dag", "date", filled_by='"recipient"') + field("antall", "integer", filled_by='"recipient"')
    group = '[[section.field]]\nid = "rader"\ntype = "group"\nlabel = { nb = "Rad" }\nmax = 2\n'
    form = form_of(tmp_path, field("navn"), group, row.replace("section.field", "section.field.field"))
    written: dict[Slot, Written] = {
        Slot("navn"): "Kari",
        Slot("dag", "rader", "1"): "1.2.2027",
        Slot("antall", "rader", "1"): "mange",
    }
    record = Record(1, ReturnedPlaces("svar.pdf"), written, rows={"rader": 1})
    reply = Reply(
        "svar.pdf", None, Sent(1, ""), FormFields((), {}), RecordChecker(form, DAY, answered=True).check(record)
    )
    found = {column.slot.field: given(form, reply, column) for column in reply_columns(form, [reply])}
    assert found == {"dag": (date(2027, 2, 1), ""), "antall": (None, "mange")}


def test_there_is_a_column_for_all_that_recipients_are_asked_though_no_reply_could_be_read(tmp_path: Path) -> None:
    asked = [field(name, filled_by='"recipient"') for name in ("grunn", "telefon")]
    form = form_of(tmp_path, field("navn"), *asked, field("underskrift", "signature", filled_by='"recipient"'))
    assert [one.slot.name for one in reply_columns(form, [])] == ["grunn", "telefon"]
