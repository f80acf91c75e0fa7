"""Finds parts of a form that concern no record, whatever the record holds."""

from datetime import date
from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided
from skjema.definition.model import Condition, Form


class _Known(dict[str, Any]):
    """The values known before there is a record; any other name raises Undecided."""

    def __missing__(self, name: str) -> Any:
        raise Undecided


def never_relevant(form: Form, condition: Condition, today: date | None = None) -> bool:
    """Whether a condition is false for all records, by the settings alone, or by the settings on a day."""
    if isinstance(condition, bool):
        return not condition
    known = _Known(form.settings if today is None else {**form.settings, "today": today})
    return parse_expression(condition).judge(known) is False
