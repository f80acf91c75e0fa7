"""Rows of groups within groups: the outer row that each belongs to, and their order."""

from typing import Any

from skjema.definition.model import Field, Group
from skjema.definition.slot import UNDER, Slot
from skjema.problems import Severity
from skjema.text_match import match_key
from skjema.validation.checked import CheckedRecord, row_label
from skjema.validation.value_description import describe_value


def put_under(group: Group, outer: Group, checked: CheckedRecord, *, draft: bool) -> None:
    """Give each row of a group, as `under`, the number of the outer row it belongs to, and put them in the outer order.

    Rows that belong to none are reported, or what makes outer rows alike; a draft has those that say nothing under the
    first.
    """
    rows, outer_rows = checked.values[group.id], checked.values[outer.id]
    unknown: list[dict[str, Any]] = []
    alike: list[int] = []
    for row in rows:
        written = row[group.link]
        found = _rows_called(outer, outer_rows, written) if written is not None else []
        row["under"] = found[0] if len(found) == 1 else outer_rows[0]["nr"] if draft and outer_rows else None
        if len(found) == 1:  # the same however it was said
            row[group.link] = _name(outer.named_by, next(one for one in outer_rows if one["nr"] == found[0]))
        if written is not None and not found:
            unknown.append(row)
        alike = alike or found[:2] if len(found) > 1 else alike
    if alike:
        _report_alike(outer, checked, *alike)
    elif draft or not any(_is_nameless(outer, one) for one in outer_rows):  # which is told, and suffices
        is_unsure = any(_name_slot(outer, one) in checked.invalid for one in outer_rows)
        # where two are alike, or one has a number that can't be read, others may be missed for it
        for row in () if is_unsure else unknown:
            _report_unknown(group, outer, checked, row)
    order = [row["nr"] for row in outer_rows]
    rows.sort(key=lambda row: order.index(row["under"]) if row["under"] in order else len(order))


def _name_slot(outer: Group, row: dict[str, Any]) -> Slot:
    """The slot of the column by which inner rows name an outer row."""
    return Slot(outer.named_by.id, outer.id, outer.row_name(row["nr"]))


def _is_nameless(outer: Group, row: dict[str, Any]) -> bool:
    """Whether an outer row lacks what inner rows name it by, which is told by itself."""
    return outer.named_by.required is True and row[outer.named_by.id] is None


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
    numbers = [str(number) for number in range(1, len(rows) + 1)] if called is first else []
    return [rows[numbers.index(written)]["nr"]] if written in numbers else []


def _report_unknown(group: Group, outer: Group, checked: CheckedRecord, row: dict[str, Any]) -> None:
    link = group.column(group.link)
    known = tuple(_name(outer.named_by, one) for one in checked.values[outer.id])
    code = "inner-row-of-none" if known else "inner-row-alone"
    _report(code, group, link, checked, row, {"outer": outer.label, "known": known})


def _report_alike(outer: Group, checked: CheckedRecord, first: int, second: int) -> None:
    """Report two outer rows that a row means both of, at the second."""
    row = next(row for row in checked.values[outer.id] if row["nr"] == second)
    slots = (Slot(field.id, outer.id, outer.row_name(second)) for field in (outer.named_by, outer.name_field))
    checked.invalid.update(slots)
    _report("outer-rows-alike", outer, outer.named_by, checked, row, {"other": outer.row_label(first)})


def _report(
    code: str, group: Group, field: Field, checked: CheckedRecord, row: dict[str, Any], details: dict[str, object]
) -> None:
    label, slot = row_label(group, row["nr"], field), Slot(field.id, group.id, group.row_name(row["nr"]))
    params = describe_value(field, label, str(row[field.id]), details)
    checked.invalid.add(slot)
    checked.report(code, slot, Severity.ERROR, **params)


def _name(field: Field, row: dict[str, Any]) -> str:
    value = row[field.id]
    return str(row["nr"]) if field.is_secret or value is None else str(value)
