"""Parts of a form that concern no record, whatever it holds."""

from datetime import date
from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided
from skjema.definition.model import Condition, Form


class _Known(dict[str, Any]):
    """What is known before there is a record; whatever else is asked for is undecided."""

    def __missing__(self, name: str) -> Any:
        raise Undecided


def never_relevant(form: Form, condition: Condition, today: date | None = None) -> bool:
    """Whether the municipality's settings, or the law of a day, alone make the condition false."""
    if isinstance(condition, bool):
        return not condition
    known = _Known(form.settings if today is None else {**form.settings, "today": today})
    return parse_expression(condition).judge(known) is False
