"""What a form's settings decide for every record alike."""

from skjema.definition.expressions import parse
from skjema.definition.model import Condition, Form


def never_relevant(form: Form, condition: Condition) -> bool:
    """Whether the municipality's settings alone make the condition false."""
    if isinstance(condition, bool):
        return not condition
    expression = parse(condition)
    return expression.names.keys() <= form.settings.keys() and not expression.holds(form.settings, otherwise=True)
