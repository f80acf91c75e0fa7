"""Parts of a form that a municipality's settings switch off for every record."""

from skjema.definition.expressions import parse_expression
from skjema.definition.model import Condition, Form


def never_relevant(form: Form, condition: Condition) -> bool:
    """Whether the municipality's settings alone make the condition false."""
    if isinstance(condition, bool):
        return not condition
    expression = parse_expression(condition)
    # One that reads a record's values as well may be true for another record.
    return expression.names.keys() <= form.settings.keys() and not expression.holds(form.settings, if_undecided=True)
