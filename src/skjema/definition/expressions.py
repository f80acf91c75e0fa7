"""Expressions over a record's own names: Jinja's syntax, a closed set of meanings.

Jinja parses; the tree is then turned into plain functions, node by node, so that an
expression can reach nothing but the names and functions listed here. It is several
times faster than rendering a template and needs no sandbox.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

Scope = Mapping[str, Any]
"""Names and their values: None where empty, a tuple of ids for `choices`, a list of rows for a group."""

_Evaluate = Callable[[Scope], Any]


class Undecided(Exception):
    """A value the expression needs is empty, so that it is neither true nor false."""


class ExpressionFault(Exception):
    """The text isn't an expression skjema knows. `code` and `gaps` make a Problem."""

    def __init__(self, code: str, **gaps: object) -> None:
        super().__init__(code)
        self.code = code
        self.gaps = gaps


class Expression:
    """A parsed expression.

    Attributes:
        names: Every name it reads, in order; `foresatte.navn` for the column of a group.
        literals: Pairs of a name and a text it is compared with.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.names: dict[str, None] = {}
        self.literals: set[tuple[str, str]] = set()
        self._evaluate = self._function(_parsed(source))

    def __call__(self, scope: Scope) -> Any:
        """The value in `scope`.

        Raises:
            Undecided: A value that is ordered, counted with or handed to a function is empty.
        """
        return self._evaluate(scope)

    def holds(self, scope: Scope, *, otherwise: bool) -> bool:
        """Whether it is true in `scope`; `otherwise` where that can't be decided."""
        try:
            return bool(self._evaluate(scope))
        except Undecided:
            return otherwise

    def _function(self, node: nodes.Node) -> _Evaluate:
        for kind, translate in _TRANSLATIONS.items():
            if isinstance(node, kind):
                return translate(self, node)
        raise ExpressionFault("expression-unsupported", what=type(node).__name__)

    def _constant(self, node: nodes.Const) -> _Evaluate:
        value = node.value
        return lambda scope: value

    def _name(self, node: nodes.Name) -> _Evaluate:
        name = node.name
        self.names[name] = None
        return lambda scope: scope[name]

    def _column(self, node: nodes.Getattr) -> _Evaluate:
        if not isinstance(node.node, nodes.Name):
            raise ExpressionFault("expression-unsupported", what=f".{node.attr}")
        group, column = node.node.name, node.attr
        self.names[f"{group}.{column}"] = None
        return lambda scope: [row[column] for row in scope[group]]

    def _element(self, node: nodes.Getitem) -> _Evaluate:
        inner, index = self._function(node.node), self._function(node.arg)

        def element(scope: Scope) -> Any:
            values, at = inner(scope), index(scope)
            return values[at] if at < len(values) else None

        return element

    def _sequence(self, node: nodes.List | nodes.Tuple) -> _Evaluate:
        parts = [self._function(item) for item in node.items]
        return lambda scope: tuple(part(scope) for part in parts)

    def _logic(self, node: nodes.And | nodes.Or) -> _Evaluate:
        left, right = self._function(node.left), self._function(node.right)
        if isinstance(node, nodes.And):
            return lambda scope: left(scope) and right(scope)
        return lambda scope: left(scope) or right(scope)

    def _negation(self, node: nodes.Not) -> _Evaluate:
        inner = self._function(node.node)
        return lambda scope: not inner(scope)

    def _choice(self, node: nodes.CondExpr) -> _Evaluate:
        test, then = self._function(node.test), self._function(node.expr1)
        other = self._function(node.expr2) if node.expr2 else lambda scope: None
        return lambda scope: then(scope) if test(scope) else other(scope)

    def _arithmetic(self, node: nodes.BinExpr) -> _Evaluate:
        left, right = self._function(node.left), self._function(node.right)
        apply = _ARITHMETIC[type(node)]
        return lambda scope: apply(*_filled(left(scope), right(scope)))

    def _minus(self, node: nodes.Neg) -> _Evaluate:
        inner = self._function(node.node)
        return lambda scope: -_filled(inner(scope))[0]

    def _call(self, node: nodes.Call) -> _Evaluate:
        name = node.node.name if isinstance(node.node, nodes.Name) else "?"
        if name not in FUNCTIONS or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise ExpressionFault("expression-function", got=name, known=tuple(FUNCTIONS))
        function, (fewest, most) = FUNCTIONS[name], _ARGUMENTS[name]
        if not fewest <= len(node.args) <= most:
            raise ExpressionFault("expression-arguments", got=name, wanted=fewest)
        arguments = [self._function(argument) for argument in node.args]
        return lambda scope: function(*[argument(scope) for argument in arguments])

    def _comparison(self, node: nodes.Compare) -> _Evaluate:
        self._remember_literals(node)
        first = self._function(node.expr)
        rest = [(_COMPARISONS[op.op], self._function(op.expr)) for op in node.ops]

        def compare(scope: Scope) -> bool:
            left = first(scope)
            for test, part in rest:
                right = part(scope)
                if not test(left, right):
                    return False
                left = right
            return True

        return compare

    def _remember_literals(self, node: nodes.Compare) -> None:
        sides = [node.expr, *(op.expr for op in node.ops)]
        names = [name for side in sides for name in _path(side)]
        self.literals.update((name, text) for name in names for side in sides for text in _texts(side))


def _parsed(source: str) -> nodes.Node:
    try:
        template = _environment().parse("{{ " + source + " }}")
    except TemplateSyntaxError:
        raise ExpressionFault("expression-syntax", got=source) from None
    match template.body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return expression
        case _:
            raise ExpressionFault("expression-syntax", got=source)


@cache
def _environment() -> Environment:
    return Environment()


def _path(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        yield f"{node.node.name}.{node.attr}"


def _texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.List | nodes.Tuple):
        for item in node.items:
            yield from _texts(item)


def _filled(*values: Any) -> tuple[Any, ...]:
    if None in values:
        raise Undecided
    return values


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda left, right: test(*_filled(left, right))


def age(born: date | None, on: date | None) -> int:
    """Whole years from `born` to `on`."""
    born, on = _filled(born, on)
    return int(on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def months(first: date | None, last: date | None) -> int:
    """Months from `first` to `last`, a begun month counted whole; 0 for the same day."""
    first, last = _filled(first, last)
    return int((last.year - first.year) * 12 + last.month - first.month + (last.day > first.day))


def year(day: date | list[date | None] | None) -> int | list[int | None]:
    """The year of a date, or of each date of a column."""
    if isinstance(day, list):
        return [None if one is None else one.year for one in day]
    return int(_filled(day)[0].year)


def count(values: list[Any] | tuple[Any, ...] | None, *wanted: Any) -> int:
    """How many values are one of `wanted`; without `wanted`, how many are filled and not no."""
    return sum(value in wanted if wanted else bool(value) for value in values or ())


def length(text: str | None) -> int:
    """Number of characters."""
    return len(text or "")


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "age": age,
    "months": months,
    "year": year,
    "count": count,
    "length": length,
}
_ARGUMENTS = {"age": (2, 2), "months": (2, 2), "year": (1, 1), "count": (1, 99), "length": (1, 1)}

_ARITHMETIC: dict[type[nodes.BinExpr], Callable[[Any, Any], Any]] = {
    nodes.Add: operator.add,
    nodes.Sub: operator.sub,
    nodes.Mul: operator.mul,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": _ordered(operator.gt),
    "gteq": _ordered(operator.ge),
    "lt": _ordered(operator.lt),
    "lteq": _ordered(operator.le),
    "in": lambda left, right: left in (right or ()),
    "notin": lambda left, right: left not in (right or ()),
}
_TRANSLATIONS: dict[type[nodes.Node], Callable[[Expression, Any], _Evaluate]] = {
    nodes.Const: Expression._constant,
    nodes.Name: Expression._name,
    nodes.Getattr: Expression._column,
    nodes.Getitem: Expression._element,
    nodes.List: Expression._sequence,
    nodes.Tuple: Expression._sequence,
    nodes.And: Expression._logic,
    nodes.Or: Expression._logic,
    nodes.Not: Expression._negation,
    nodes.CondExpr: Expression._choice,
    nodes.Add: Expression._arithmetic,
    nodes.Sub: Expression._arithmetic,
    nodes.Mul: Expression._arithmetic,
    nodes.Neg: Expression._minus,
    nodes.Call: Expression._call,
    nodes.Compare: Expression._comparison,
}


@cache
def parse(source: str) -> Expression:
    """The expression, parsed once.

    Raises:
        ExpressionFault: It is no expression, or uses something skjema doesn't know.
    """
    return Expression(source)


def holds(condition: bool | str, scope: Scope, *, otherwise: bool) -> bool:
    """Whether a condition is true in `scope`; `otherwise` where that can't be decided."""
    return condition if isinstance(condition, bool) else parse(condition).holds(scope, otherwise=otherwise)
