"""A record for each document: of a form with `for_each`, one for each row of that group that holds something."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from skjema.definition.model import Form, Group
from skjema.fieldtypes.answers import means_no_person
from skjema.records.record import Record


def documents(form: Form, records: Iterable[Record]) -> Iterator[Record]:
    """The records numbered from 1, each as often as it has rows to write to; one without any is there once."""
    group, number = form.addressed, 0
    for record in records:
        for place, row in enumerate(_rows(group, record) or [""]):
            number += 1
            if group is None and record.number == number:
                yield record
            else:
                yield replace(record, number=number, document=0, addressed=row, is_again=place > 0)


def _rows(group: Group | None, record: Record) -> list[str]:
    """The names of the group's rows that hold something, as slots call them, in order."""
    if group is None:
        return []
    # boxes that nobody has ticked are no row, nor are dashes
    held = {slot.row for slot, value in record.cells.items() if slot.group == group.id and not means_no_person(value)}
    return sorted(held, key=group.row_number)
