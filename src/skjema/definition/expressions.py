"""Parses and evaluates expressions over a record's values, such as `alder >= 15`, in a syntax that Jinja shares.

Python's parser makes the tree, and each node becomes a plain function. So an expression can reach only the names and
functions listed here, needs no sandbox, and runs several times faster than a Jinja template.
See docs/decisions/0004-expressions.md.
"""

import ast
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain, product
from typing import Any

from skjema.definition.functions import ARGUMENTS, FUNCTIONS, TEXT_JUDGES, Undecided, require_filled
from skjema.definition.operators import ARITHMETIC, COMPARISONS, is_filled
from skjema.definition.special_calls import SPECIAL_CALLS, CallFault
from skjema.definition.syntax_tree import depth, names_in, texts_in
from skjema.errors import DefinitionError
from skjema.problems import Problem

ROW = "rad"
"""Name of the current row in a document for one row of a group: `rad.navn` is that row's name."""
ROW_ID, ROW_AREA = "row_id", "row_area"
"""Names of the id and the area of a fixed row, in expressions of its columns."""

Scope = Mapping[str, Any]
"""Values by name: None where empty, a tuple of ids for `choices`, a list of values per column for a group."""

_Evaluate = Callable[[Scope], Any]
_Judge = Callable[[Scope], tuple[Any, bool]]
"""Returns a value, and whether it counts as true."""

_LONGEST = 2_000
"""Most characters of an expression."""
_DEEPEST = 100
"""Most levels of nesting; evaluating each level takes some of Python's stack."""
_UNFIT = (TypeError, AttributeError, LookupError, ArithmeticError)
"""Errors that Python raises where an expression doesn't fit its values."""


class ExpressionFault(Exception):
    """The text is no expression that skjema knows; `code` and `params` are those of the problem to report."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Expression:
    """A parsed expression, which is called with the values of a record.

    Attributes:
        names: Every name it reads, in order; `foresatte.navn` for a column of a group.
        literals: Pairs of a name and a text that it is compared with.
        judged_texts: Names whose texts are each judged alone, by a function such as `identifies`.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.names: dict[str, None] = {}
        self.literals: set[tuple[str, str]] = set()
        self.judged_texts: set[str] = set()
        if len(source) > _LONGEST or depth(tree := _parsed(source)) > _DEEPEST:
            raise ExpressionFault("expression-long")
        self._judge = self._judged(tree)

    def __call__(self, scope: Scope) -> Any:
        """The value of the expression in `scope`.

        Raises:
            Undecided: An empty value is compared by size, calculated with, or passed to a function that needs it.
        """
        try:
            return self._judge(scope)[0]
        except _UNFIT:
            raise self._misfit() from None

    def judge(self, scope: Scope) -> bool | None:
        """Whether it is true in `scope`; None where that can't be decided."""
        try:
            return self._judge(scope)[1]
        except Undecided:
            return None
        except _UNFIT:
            raise self._misfit() from None

    def holds(self, scope: Scope, *, if_undecided: bool) -> bool:
        """Whether it is true in `scope`; `if_undecided` where that can't be decided."""
        verdict = self.judge(scope)
        return if_undecided if verdict is None else verdict

    def _misfit(self) -> DefinitionError:
        """The error to raise where values don't fit the expression, such as a text compared by size with a number."""
        return DefinitionError(Problem("expression-mixes", params={"got": self.source}))

    def _translate(self, node: ast.AST) -> _Evaluate:
        """The function that evaluates one node of an expression.

        Raises:
            ExpressionFault: skjema doesn't know this kind of node.
        """
        translate = _TRANSLATIONS.get(type(node))
        if translate is None:
            raise ExpressionFault("expression-unsupported", what=type(node).__name__)
        return translate(self, node)

    def _constant(self, node: ast.Constant) -> _Evaluate:
        value = node.value
        if not isinstance(value, str | int | float | None):
            raise ExpressionFault("expression-unsupported", what=type(value).__name__)
        given = None if value == "" else value  # an empty field is None, so the empty text is too
        return lambda scope: given

    def _name(self, node: ast.Name) -> _Evaluate:
        name = node.id
        if name in CONSTANTS:  # to Python's parser `true` is a name
            return self._constant(ast.Constant(CONSTANTS[name]))
        self.names[name] = None
        return lambda scope: scope[name]

    def _column(self, node: ast.Attribute) -> _Evaluate:
        if not isinstance(node.value, ast.Name):
            raise ExpressionFault("expression-unsupported", what=f".{node.attr}")
        group, column = node.value.id, node.attr
        self.names[f"{group}.{column}"] = None
        if group == ROW:
            return lambda scope: scope[ROW][column]
        return lambda scope: [row[column] for row in scope[group]]

    def _element(self, node: ast.Subscript) -> _Evaluate:
        inner, index = self._translate(node.value), self._translate(node.slice)

        def element(scope: Scope) -> Any:
            values, position = inner(scope), index(scope)
            # beyond the last row is empty: a record has as many rows as were filled in
            return values[position] if position < len(values) else None

        return element

    def _sequence(self, node: ast.List | ast.Tuple) -> _Evaluate:
        parts = [self._translate(item) for item in node.elts]
        return lambda scope: tuple(part(scope) for part in parts)

    def _judged(self, node: ast.AST) -> _Judge:
        """The function that evaluates a node, and says whether its value counts as true.

        The value of a field counts as true where it is filled, even by 0; a computed value, such as `count(x)`, counts
        as in Python.
        """
        match node:
            case ast.BoolOp():
                return self._judged_logic(node)
            case ast.IfExp():
                test, if_true, if_false = map(self._judged, (node.test, node.body, node.orelse))
                return lambda scope: if_true(scope) if test(scope)[1] else if_false(scope)
            case ast.UnaryOp(op=ast.Not()):
                negation = self._negation(node)
                return lambda scope: (negation(scope),) * 2
        value = self._translate(node)
        counts = is_filled if isinstance(node, ast.Name | ast.Subscript) else bool
        return lambda scope: (found := value(scope), counts(found))

    def _judged_logic(self, node: ast.BoolOp) -> _Judge:
        *others, last = map(self._judged, node.values)
        is_or = isinstance(node.op, ast.Or)

        # as in Python, evaluation stops at the part that decides, so empty values after it do no harm
        def logic(scope: Scope) -> tuple[Any, bool]:
            for part in others:
                found = part(scope)
                if found[1] is is_or:
                    return found
            return last(scope)

        return logic

    def _decision(self, node: ast.BoolOp | ast.IfExp) -> _Evaluate:
        judged = self._judged(node)
        return lambda scope: judged(scope)[0]

    def _negation(self, node: ast.UnaryOp) -> _Evaluate:
        if isinstance(node.op, ast.Not):
            operand = self._judged(node.operand)
            return lambda scope: not operand(scope)[1]
        if isinstance(node.op, ast.USub):
            inner = self._translate(node.operand)
            return lambda scope: -require_filled(inner(scope))[0]
        raise ExpressionFault("expression-unsupported", what=type(node.op).__name__)

    def _arithmetic(self, node: ast.BinOp) -> _Evaluate:
        if type(node.op) not in ARITHMETIC:
            raise ExpressionFault("expression-unsupported", what=type(node.op).__name__)
        left, right = self._translate(node.left), self._translate(node.right)
        apply = ARITHMETIC[type(node.op)]
        return lambda scope: apply(*require_filled(left(scope), right(scope)))

    def _call(self, node: ast.Call) -> _Evaluate:
        name = node.func.id if isinstance(node.func, ast.Name) else "?"
        is_plain = not node.keywords and not any(isinstance(argument, ast.Starred) for argument in node.args)
        if name in SPECIAL_CALLS and not node.keywords:
            try:
                return SPECIAL_CALLS[name](node, self.names)
            except CallFault as fault:
                raise ExpressionFault(fault.code, **fault.params) from None
        if name not in FUNCTIONS or not is_plain:
            raise ExpressionFault("expression-function", got=name, known=(*FUNCTIONS, *SPECIAL_CALLS))
        function, (fewest, most) = FUNCTIONS[name], ARGUMENTS[name]
        if not fewest <= len(node.args) <= most:
            raise ExpressionFault("expression-arguments", got=name, wanted=fewest)
        arguments = [self._translate(argument) for argument in node.args]
        if name in TEXT_JUDGES:
            self.judged_texts.update(chain.from_iterable(map(names_in, node.args)))
        return lambda scope: function(*[argument(scope) for argument in arguments])

    def _comparison(self, node: ast.Compare) -> _Evaluate:
        for operation in node.ops:
            if type(operation) not in COMPARISONS:
                raise ExpressionFault("expression-unsupported", what=type(operation).__name__)
        self._remember_literals(node)
        first = self._translate(node.left)
        tests = [COMPARISONS[type(operation)] for operation in node.ops]
        steps = list(zip(tests, map(self._translate, node.comparators), strict=True))
        if len(steps) == 1:  # as nearly all
            ((only_test, only_part),) = steps
            return lambda scope: only_test(first(scope), only_part(scope))

        # `10 < alder < 15` is two comparisons, with the middle value evaluated once
        def compare(scope: Scope) -> bool:
            left = first(scope)
            for test, part in steps:
                right = part(scope)
                if not test(left, right):
                    return False
                left = right
            return True

        return compare

    def _remember_literals(self, node: ast.Compare) -> None:
        """Record every pair of a name and a text that are compared."""
        sides = [node.left, *node.comparators]
        names = chain.from_iterable(map(names_in, sides))
        texts = chain.from_iterable(map(texts_in, sides))
        self.literals.update(product(names, filter(None, texts)))  # any field may be compared with the empty text


def _parsed(source: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            # Python only warns about a meaningless backslash; here it is a fault
            warnings.simplefilter("error")
            return ast.parse(source.replace("\n", " ").strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ExpressionFault("expression-syntax", got=source) from None


CONSTANTS = {"true": True, "false": False, "none": None}
"""Constants as Jinja and TOML write them; Python parses its own as constants already."""
_TRANSLATIONS: dict[type[ast.AST], Callable[[Expression, Any], _Evaluate]] = {
    ast.Constant: Expression._constant,
    ast.Name: Expression._name,
    ast.Attribute: Expression._column,
    ast.Subscript: Expression._element,
    ast.List: Expression._sequence,
    ast.Tuple: Expression._sequence,
    ast.BoolOp: Expression._decision,
    ast.UnaryOp: Expression._negation,
    ast.IfExp: Expression._decision,
    ast.BinOp: Expression._arithmetic,
    ast.Call: Expression._call,
    ast.Compare: Expression._comparison,
}


@cache
def parse_expression(source: str) -> Expression:
    """The parsed expression; each source text is parsed once.

    Raises:
        ExpressionFault: The text is no expression, or uses something that skjema doesn't know.
    """
    return Expression(source)


def holds(condition: bool | str, scope: Scope, *, if_undecided: bool) -> bool:
    """Whether a condition is true in `scope`; `if_undecided` where that can't be decided."""
    if isinstance(condition, bool):
        return condition
    return parse_expression(condition).holds(scope, if_undecided=if_undecided)
