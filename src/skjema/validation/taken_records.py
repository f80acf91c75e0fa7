"""Which records of another form a form concerns, where it begins with them: the plans whose review is due."""

from datetime import date
from pathlib import Path

from skjema.definition.expressions import holds
from skjema.definition.model import Form
from skjema.records.earlier import Earlier
from skjema.records.taken import read_taken
from skjema.validation.check import RecordChecker


def taken_records(form: Form, other: Form, file: Path, today: date) -> tuple[Earlier, int]:
    """The records of another form that a form takes its first values from, and how many it doesn't concern.

    A record that lacks what the condition asks for is taken.
    """
    held = read_taken(form, other, file, today)
    wanted = form.taken_from.relevant if form.taken_from else True
    checker = RecordChecker(form, today)
    records = [one for one in held.records if holds(wanted, checker.check(one).values, if_undecided=True)]
    return held._replace(records=records), len(held.records) - len(records)
