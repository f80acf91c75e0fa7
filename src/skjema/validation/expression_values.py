"""The value of an expression of the definition for one record."""

from typing import Any

from skjema.definition.expressions import parse_expression
from skjema.definition.functions import Undecided
from skjema.definition.model import Form, Group
from skjema.errors import DefinitionError
from skjema.problems import Problem


def evaluate(expression: str, scope: dict[str, Any]) -> Any:
    """The value of an expression for the values of `scope`; None where one that it needs is empty."""
    try:
        return parse_expression(expression)(scope)
    except Undecided:
        return None


def fewest_rows(form: Form, group: Group, values: dict[str, Any]) -> int:
    """The fewest rows that a group may have in a record; 0 where nobody can tell, and 1 for a yes.

    A form with a document for each of them needs one.

    Raises:
        DefinitionError: Its expression gives no number.
    """
    always = int(group.id == form.for_each)
    if isinstance(group.min, int):
        return max(always, group.min)
    fewest = evaluate(group.min, values)
    try:
        return max(always, int(fewest or 0))
    except (TypeError, ValueError):
        raise DefinitionError(Problem("expression-mixes", params={"got": group.min})) from None
