"""The operators of expressions, and what they do with empty values."""

import ast
import operator
from collections.abc import Callable
from typing import Any

from skjema.definition.functions import require_filled


def is_filled(value: Any) -> bool:
    """Whether a field counts as filled: yes/no only if it is yes; a number also if it is 0."""
    return value is not False and value not in EMPTY


def _equal(left: Any, right: Any) -> bool:
    """Whether two values are equal; all kinds of empty value are equal: no text, no rows, no answers."""
    if left is None or right is None:
        return left in EMPTY and right in EMPTY
    return bool(left == right)


def _is_in(value: Any, values: Any) -> bool:
    if value in EMPTY:
        return not isinstance(values, str) and None in (values or ())
    return value in (values or ())


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A comparison by size, which raises Undecided for empty values."""
    return lambda left, right: test(*require_filled(left, right))


def _times(left: Any, right: Any) -> Any:
    """The product of two numbers."""
    # Python would repeat a text or list: gigabytes for `'x' * 10**9`
    if isinstance(left, str | tuple | list) or isinstance(right, str | tuple | list):
        raise TypeError
    return left * right


EMPTY: tuple[Any, ...] = (None, "", (), [])
ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
}
# `==` and `in` also decide for empty values, so that `felt == ''` can be asked
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
