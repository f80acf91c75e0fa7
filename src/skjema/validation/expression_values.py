"""The value of an expression of the definition for one record."""

from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided


def evaluate(expression: str, scope: dict[str, Any]) -> Any:
    """What an expression gives with the values of `scope`; None where one that it needs is empty."""
    try:
        return parse_expression(expression)(scope)
    except Undecided:
        return None
