"""Which records of another form a form concerns, where it begins with them: the plans whose review is due."""

from collections.abc import Iterable
from datetime import date

from skjema.definition.expressions import holds
from skjema.definition.model import Form
from skjema.records.record import Record
from skjema.validation.check import RecordChecker


def concerned(form: Form, records: Iterable[Record], today: date) -> list[Record]:
    """Those of the taken records that the form's `taken_from` wants; one that lacks what it asks for is among them."""
    wanted = form.taken_from.relevant if form.taken_from else True
    checker = RecordChecker(form, today)
    return [one for one in records if holds(wanted, checker.check(one).values, if_undecided=True)]
