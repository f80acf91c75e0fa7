"""The values that kommune.toml gives every record of a form."""

from datetime import date
from typing import Any

from skjema.definition.model import Field, Form
from skjema.errors import DefinitionError
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.fieldtypes.texts import visible
from skjema.formats.table import Value
from skjema.problems import Place, Problem, Severity
from skjema.validation.plain_values import doubts
from skjema.validation.value_description import describe_value


def common_values(form: Form, today: date) -> tuple[dict[str, Any], list[Problem]]:
    """Values by field id, and a problem for each that was read otherwise than written.

    Raises:
        DefinitionError: With every value that is none of its field.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for field_id, written in form.common.items():
        if field_id in form.fields:  # kommune.toml is the same for all forms, and not each has every field
            values[field_id] = _value(form.fields[field_id], written, today, Place(form.profile_name), problems)
    if invalid := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise DefinitionError(*invalid)
    return values, problems


def _value(field: Field, written: Value, today: date, place: Place, problems: list[Problem]) -> Any:
    """The value of a field; what looks wrong with it, or was read otherwise, goes to `problems`."""
    text = visible(written) if isinstance(written, str) else written
    found = doubts(field.kind.plausibility, text) if isinstance(text, str) else ()
    for doubt in found:
        params = describe_value(field, field.label, text, doubt.params)
        problems.append(Problem(doubt.code, place, doubt.severity, params))
    if any(doubt.severity is Severity.ERROR for doubt in found):
        return None
    try:
        value = field.kind.reader(field, today)(text)
    except InvalidValue as fault:
        params = describe_value(field, field.label, written, fault.params)
        problems.append(Problem(fault.code, place, params=params))
        return None
    if not isinstance(value, Repaired):
        return value
    params = describe_value(field, field.label, written, value.params)
    problems.append(Problem(value.code, place, value.severity, params))
    return value.value
