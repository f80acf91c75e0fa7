"""The value of an expression of the definition for one record."""

from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided
from skjema.definition.model import Group


def evaluate(expression: str, scope: dict[str, Any]) -> Any:
    """What an expression gives with the values of `scope`; None where one that it needs is empty."""
    try:
        return parse_expression(expression)(scope)
    except Undecided:
        return None


def fewest_rows(group: Group, values: dict[str, Any]) -> int:
    """The fewest rows that a group may have in a record; 0 where nobody can tell, and 1 for a yes."""
    if isinstance(group.min, int):
        return group.min
    from decimal import Decimal  # which few forms need

    fewest = evaluate(group.min, values)
    return int(fewest) if isinstance(fewest, int | float | Decimal) else 0
