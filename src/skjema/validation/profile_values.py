"""The values that kommune.toml gives every record of a form."""

from datetime import date
from typing import Any

from skjema.definition.model import Form
from skjema.errors import DefinitionError
from skjema.fieldtypes.reading_results import InvalidValue, Repaired
from skjema.fieldtypes.texts import visible
from skjema.problems import Place, Problem, Severity
from skjema.validation.plain_values import doubts
from skjema.validation.value_description import describe_value


def common_values(form: Form, today: date) -> tuple[dict[str, Any], list[Problem]]:
    """Values by field id, and a problem for each that was read otherwise than written.

    Raises:
        DefinitionError: With every value that is none of its field.
    """
    place = Place(form.profile_name)
    values: dict[str, Any] = {}
    repairs: list[Problem] = []
    invalid: list[Problem] = []
    for field_id, written in form.common.items():
        if field_id not in form.fields:  # kommune.toml is the same for all forms, and not each has every field
            continue
        field = form.fields[field_id]
        text = visible(written) if isinstance(written, str) else written
        found = doubts(field.kind.plausibility, text) if isinstance(text, str) else ()
        for doubt in found:
            params = describe_value(field, field.label, text, doubt.params)
            (invalid if doubt.severity is Severity.ERROR else repairs).append(
                Problem(doubt.code, place, doubt.severity, params)
            )
        if any(doubt.severity is Severity.ERROR for doubt in found):
            continue
        try:
            value = field.kind.reader(field, today)(text)
        except InvalidValue as fault:
            params = describe_value(field, field.label, written, fault.params)
            invalid.append(Problem(fault.code, place, params=params))
            continue
        if isinstance(value, Repaired):
            params = describe_value(field, field.label, written, value.params)
            repairs.append(Problem(value.code, place, value.severity, params))
            value = value.value
        values[field_id] = value
    if invalid:
        raise DefinitionError(*invalid)
    return values, repairs
