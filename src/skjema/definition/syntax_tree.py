"""Questions about the tree that Python's parser makes of an expression."""

import ast
from collections.abc import Iterator
from itertools import chain


def depth(tree: ast.expr) -> int:
    """How many parts stand inside one another."""
    # Level by level: a recursion would run out of stack where the question matters.
    count, level = 0, [tree]
    while level:
        count += 1
        level = list(chain.from_iterable(map(_parts, level)))
    return count


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions that an expression is put together of."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child


def names_in(side: ast.expr) -> Iterator[str]:
    """The name that one side of a comparison is, if it is one; `foresatte.navn` for the column of a group."""
    if isinstance(side, ast.Name):
        yield side.id
    elif isinstance(side, ast.Attribute) and isinstance(side.value, ast.Name):
        yield f"{side.value.id}.{side.attr}"


def texts_in(side: ast.expr) -> Iterator[str]:
    """The text that one side of a comparison is, or all those of a list."""
    if isinstance(side, ast.Constant) and isinstance(side.value, str):
        yield side.value
    elif isinstance(side, ast.List | ast.Tuple):
        for element in side.elts:
            yield from texts_in(element)
