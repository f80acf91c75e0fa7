"""The rows of groups in groups: to which row of the outer group each belongs, and their order."""

from typing import Any

from skjema.definition.model import Field, Group
from skjema.definition.slot import UNDER, Slot
from skjema.problems import Severity
from skjema.text_match import match_key
from skjema.validation.checked import CheckedRecord, row_label
from skjema.validation.value_description import describe_value
from skjema.wording import Text


def put_under(group: Group, outer: Group, checked: CheckedRecord, *, draft: bool) -> None:
    """Give each row of a group, as `under`, the number of the outer row it belongs to, and put them in the outer order.

    Rows that belong to none are reported; a draft has those that don't say it under the first.
    """
    rows, outer_rows = checked.values[group.id], checked.values[outer.id]
    for row in rows:
        written = row[group.link]
        found = _rows_called(outer, outer_rows, written) if written is not None else []
        row["under"] = found[0] if len(found) == 1 else outer_rows[0]["nr"] if draft and outer_rows else None
        if written is not None and len(found) != 1:
            _report(group, outer, checked, row, len(found))
    order = [row["nr"] for row in outer_rows]
    rows.sort(key=lambda row: order.index(row["under"]) if row["under"] in order else len(order))


def _rows_called(outer: Group, rows: list[dict[str, Any]], written: str) -> list[int]:
    """Numbers of the rows that a text may mean: that of JSON's own, by number, or by what names them."""
    if written.startswith(UNDER):
        return [row["nr"] for row in rows if str(row["nr"]) == written.removeprefix(UNDER)]
    called, first = outer.named_by, outer.name_field
    for name in dict.fromkeys((called.id, first.id)):
        found = [row["nr"] for row in rows if row[name] is not None and match_key(str(row[name])) == match_key(written)]
        if found:
            return found
    # a number counts the rows, where they have no numbers of their own
    is_counted = called is first and written.isdecimal() and int(written) <= len(rows)
    return [rows[int(written) - 1]["nr"]] if is_counted and int(written) else []


def _report(group: Group, outer: Group, checked: CheckedRecord, row: dict[str, Any], count: int) -> None:
    link = group.column(group.link)
    label, slot = row_label(group, row["nr"], link), Slot(link.id, group.id, group.row_name(row["nr"]))
    known = tuple(_name(outer.named_by, one) for one in checked.values[outer.id])
    params = describe_value(link, label, row[link.id], {"outer": outer.label, "known": known})
    checked.invalid.add(slot)
    checked.report("inner-row-of-several" if count else "inner-row-of-none", slot, Severity.ERROR, **params)


def _name(field: Field, row: dict[str, Any]) -> str | Text:
    value = row[field.id]
    return str(row["nr"]) if field.is_secret or value is None else str(value)
