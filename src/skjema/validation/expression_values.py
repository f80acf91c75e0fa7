"""The value of an expression of the definition for one record."""

from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided
from skjema.definition.model import Group
from skjema.errors import DefinitionError
from skjema.problems import Problem


def evaluate(expression: str, scope: dict[str, Any]) -> Any:
    """What an expression gives with the values of `scope`; None where one that it needs is empty."""
    try:
        return parse_expression(expression)(scope)
    except Undecided:
        return None


def fewest_rows(group: Group, values: dict[str, Any]) -> int:
    """The fewest rows that a group may have in a record; 0 where nobody can tell, and 1 for a yes.

    Raises:
        DefinitionError: Its expression gives no number.
    """
    if isinstance(group.min, int):
        return group.min
    fewest = evaluate(group.min, values)
    try:
        return int(fewest or 0)
    except (TypeError, ValueError):
        raise DefinitionError(Problem("expression-mixes", params={"got": group.min})) from None
