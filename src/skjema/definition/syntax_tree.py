"""Questions about the syntax tree that Python's parser makes of an expression."""

import ast
from collections.abc import Iterator
from itertools import chain


def depth(tree: ast.expr) -> int:
    """The number of levels of nesting in an expression."""
    # level by level, since recursion would run out of stack on deep trees
    count, level = 0, [tree]
    while level:
        count += 1
        level = list(chain.from_iterable(map(_parts, level)))
    return count


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions directly inside an expression."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child


def names_in(side: ast.expr) -> Iterator[str]:
    """The name on one side of a comparison, if that side is just a name; `foresatte.navn` for a column of a group."""
    if isinstance(side, ast.Name):
        yield side.id
    elif isinstance(side, ast.Attribute) and isinstance(side.value, ast.Name):
        yield f"{side.value.id}.{side.attr}"


def texts_in(side: ast.expr) -> Iterator[str]:
    """The text on one side of a comparison, or the texts in its list."""
    if isinstance(side, ast.Constant) and isinstance(side.value, str):
        yield side.value
    elif isinstance(side, ast.List | ast.Tuple):
        for element in side.elts:
            yield from texts_in(element)
