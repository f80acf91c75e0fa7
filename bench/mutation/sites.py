"""Where a module's source can be changed so that its behaviour should change with it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CONDITIONS = (ast.If, ast.IfExp)


@dataclass(frozen=True)
class Site:
    """One change: the bytes from `start` to `end` of a file become `after`."""

    file: str
    line: int
    start: int
    end: int
    kind: str
    before: str
    after: str
    at_import: bool
    """Whether the line runs once, when the module is loaded."""

    def mutated(self, source: bytes) -> bytes:
        return source[: self.start] + self.after.encode() + source[self.end :]


def sites(file: Path, name: str) -> list[Site]:
    """Every change of one module, in the order of its source."""
    source = file.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, kind, after, at_import in _changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        before = source[start:end].decode()
        found.append(Site(name, node.lineno, start, end, kind, before, after, at_import))
    return sorted(found, key=lambda one: (one.start, one.kind, one.after))


def _changes(module: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str, str, bool]]:
    for node, at_import in _walk(module, at_import=True):
        if isinstance(node, ast.stmt):
            for kind, after in _of_statement(node):
                yield node, kind, after, at_import
        if isinstance(node, ast.expr):
            for kind, after in _of_expression(node):
                yield node, kind, f"({after})", at_import
        tests = [node.test] if isinstance(node, _CONDITIONS) else getattr(node, "ifs", [])
        for test in tests:
            yield test, "condition", f"(not ({ast.unparse(test)}))", at_import


def _walk(node: ast.AST, *, at_import: bool) -> Iterator[tuple[ast.AST, bool]]:
    """What can be changed: no annotations, docstrings, f-strings' texts, imports, nor what only type checkers read."""
    in_function = isinstance(node, ast.FunctionDef | ast.Lambda)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_comment"}:
            continue
        inside = at_import and not (in_function and name == "body")
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left_out(child):
                yield child, inside
                yield from _walk(child, at_import=inside)


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
        return "Literal[" in ast.unparse(node.value) or "Callable[" in ast.unparse(node.value)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {"cast", "TypeVar", "TypeError", "AssertionError"}:
        return True
    return isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Assert)


def _of_statement(node: ast.stmt) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
        yield "return", "return None"
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue):
        yield "removed", "pass"
    elif isinstance(node, ast.Break):
        yield "removed", "continue"


def _of_expression(node: ast.expr) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Constant(value=value):
            yield from (("constant", repr(other)) for other in _neighbours(value))
        case ast.Compare(left=left, ops=ops, comparators=right):
            for at, one in enumerate(ops):
                for other in _COMPARISONS[type(one)][: None if len(ops) == 1 else 1]:
                    yield "comparison", ast.unparse(ast.Compare(left, [*ops[:at], other(), *ops[at + 1 :]], right))
        case ast.BoolOp(op=op, values=values):
            yield "boolean", ast.unparse(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", ast.unparse(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            yield "arithmetic", ast.unparse(ast.BinOp(left, _ARITHMETIC[type(op)](), right))


def _neighbours(value: object) -> list[object]:
    """What a constant might have been by mistake."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 1.1 + 0.1]
    return [] if not isinstance(value, str) else [""] if value else ["XX"]
