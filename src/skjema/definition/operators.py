"""What the operators of expressions do with values that may be empty."""

import ast
import operator
from collections.abc import Callable
from typing import Any

from skjema.definition.functions import require_filled


def is_filled(value: Any) -> bool:
    """Whether a field has a value, which yes/no has where it says yes: 0 is a value as any other."""
    return value is not False and value not in EMPTY


def _equal(left: Any, right: Any) -> bool:
    """Whether two values are the same; all that is empty is: a text, a list of rows, several answers of which none."""
    if left is None or right is None:
        return left in EMPTY and right in EMPTY
    return bool(left == right)


def _is_in(value: Any, values: Any) -> bool:
    if value in EMPTY:
        return not isinstance(values, str) and None in (values or ())
    return value in (values or ())


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A comparison by size, which an empty value leaves undecided."""
    return lambda left, right: test(*require_filled(left, right))


def _times(left: Any, right: Any) -> Any:
    """The product of two numbers."""
    # Python would repeat a text or list as often as the number says: gigabytes for `'x' * 10**9`.
    if isinstance(left, str | tuple | list) or isinstance(right, str | tuple | list):
        raise TypeError
    return left * right


EMPTY: tuple[Any, ...] = (None, "", (), [])
ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
}
# Equality and `in` decide for empty values too, so that `felt == ''` can be asked.
COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: _equal,
    ast.NotEq: lambda left, right: not _equal(left, right),
    ast.Gt: _ordered(operator.gt),
    ast.GtE: _ordered(operator.ge),
    ast.Lt: _ordered(operator.lt),
    ast.LtE: _ordered(operator.le),
    ast.In: _is_in,
    ast.NotIn: lambda left, right: not _is_in(left, right),
}
