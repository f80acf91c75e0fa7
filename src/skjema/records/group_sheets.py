"""Which group's rows a sheet holds whose title doesn't say so."""

import re
from collections.abc import Iterator, Sequence

from skjema.definition.model import Form, Group
from skjema.definition.slot import Slot
from skjema.formats.table import Row
from skjema.problems import Problem
from skjema.records.recognise import FormHeadings
from skjema.records.recognised_table import FormTable
from skjema.wording import Text

_WORD = re.compile(r"[^\W\d_]{3,}")


def find_groups(
    found: Sequence[FormTable | None], headings: FormHeadings
) -> tuple[list[FormTable | None], list[Problem]]:
    """The tables, each of a group as that of the one it fits; None for one that fits several, which is a problem.

    A table with the key of the records and no more of theirs holds rows of a group, where another holds records.
    """
    form, problems = headings.form, list[Problem]()
    has_records = any(one is not None and one.group is None and not _is_keyed_alone(one, form) for one in found)

    def of_its_group(one: FormTable | None) -> FormTable | None:
        if one is None or headings.group_titled(one.table.name):
            return one
        if one.group is None and not (has_records and _is_keyed_alone(one, form)):
            return one
        fitting = list(_fitting(one, headings))
        if not fitting:
            return one if one.group is None or not one.heading.unknown else None
        named = [fit for fit in fitting if fit.group and _is_like(one.table.name, fit.group.label)]
        if len(named or fitting) == 1:
            return (named or fitting)[0]
        known = tuple(fit.group.label for fit in fitting if fit.group)
        problems.append(Problem("sheet-of-several", one.table.place(), params={"known": known}))
        return None

    return list(map(of_its_group, found)), problems


def _is_keyed_alone(form_table: FormTable, form: Form) -> bool:
    """Whether the key is all that a table of records says of each."""
    return {slot.field for slot in form_table.heading.column_of if not slot.group} == set(form.key)


def _fitting(form_table: FormTable, headings: FormHeadings) -> Iterator[FormTable]:
    """The table as that of each group that its headings fit best, key and all."""
    row = Row(form_table.heading.number, dict(form_table.heading.texts))
    counts: dict[str, int] = {}
    for group_id, own in headings.groups.items():
        heading = own.match(row)
        if all(Slot(field_id) in heading.column_of for field_id in headings.form.key):
            counts[group_id] = sum(slot.group == group_id for slot in heading.column_of)
    most = max(counts.values(), default=0)
    for group_id, count in counts.items():
        if count == most > 0:
            group: Group = headings.form.groups[group_id]
            yield form_table._replace(group=group, heading=headings.of(group).match(row))


def _is_like(title: str, label: Text) -> bool:
    """Whether a title has the words of a label, or some of them: `Fravær` for `Meldt fravær`, `Møter 2026`."""
    own = _words(title)
    return any(_has_all(words, own) or _has_all(own, words) for words in map(_words, label.values()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _has_all(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each wanted word, or a form of it, is among the others."""
    return bool(wanted) and all(any(one.startswith(word) or word.startswith(one) for word in words) for one in wanted)
