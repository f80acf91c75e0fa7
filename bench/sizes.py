"""How large the code is, and how much of it a reader has to unfold: `python bench/sizes.py [SOURCE]`.

Counted over every module of src/skjema: lines, public names, functions over 35 lines, comments, comprehensions with two
clauses, and imports that run back or in circles by the stages of tests/module_graph.py.
"""

import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 35
"""Lines of a function, with its docstring."""
LARGEST = 300
"""Lines of a module."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def sizes(source: Path) -> Iterator[tuple[str, object]]:
    """What is counted, and the figure."""
    texts = {path: path.read_text("utf-8") for path in sorted(source.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    lines = sum(text.count("\n") for text in texts.values())
    comments = sum(map(_comments, texts.values()))
    long = [f"{path.name}:{one.name}" for path, one in nodes if isinstance(one, FUNCTIONS) and _length(one) > LONGEST]
    large = [path.name for path, text in texts.items() if text.count("\n") > LARGEST]
    unfolded = [one for _, one in nodes if isinstance(one, COMPREHENSIONS)]
    yield "modules", len(texts)
    yield "lines", lines
    yield "public names", sum(_is_public(one) for tree in trees.values() for one in tree.body)
    yield f"functions over {LONGEST} lines", f"{len(long)} {' '.join(long)}"
    yield f"modules over {LARGEST} lines", f"{len(large)} {' '.join(large)}"
    yield "lines a comment", round(lines / max(comments, 1))
    yield "comprehensions per 100 lines", round(100 * len(unfolded) / lines, 1)
    yield "of them with two clauses", sum(_clauses(one) > 1 for one in unfolded)
    yield (
        "imports inside functions",
        sum(
            isinstance(inner, ast.Import | ast.ImportFrom)
            for _, one in nodes
            if isinstance(one, FUNCTIONS)
            for inner in ast.walk(one)
        ),
    )


def _length(function: ast.AST) -> int:
    return function.end_lineno - function.lineno + 1  # type: ignore[attr-defined]


def _comments(text: str) -> int:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return sum(one.type == tokenize.COMMENT and "noqa" not in one.string and "fmt:" not in one.string for one in tokens)


def _clauses(comprehension: ast.AST) -> int:
    """How many `for` and `if` stand in it."""
    generators = comprehension.generators  # type: ignore[attr-defined]
    return len(generators) + sum(len(one.ifs) for one in generators)


def _is_public(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return not node.name.startswith("_")
    names = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return any(isinstance(one, ast.Name) and not one.id.startswith("_") for one in names)


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "src" / "skjema"
    for name, figure in sizes(source):
        print(f"{name:32} {figure}")
    if source == ROOT / "src" / "skjema":
        sys.path.insert(0, str(ROOT))
        from tests.module_graph import STAGES, circles, module_graph, stage_of

        graph = module_graph()
        print(f"{'import circles':32} {len(circles(graph))}")
        back = [
            f"{one}->{other}"
            for one, others in graph.items()
            for other in others
            if stage_of(one) and stage_of(other) and STAGES.index(stage_of(other)) > STAGES.index(stage_of(one))
        ]
        print(f"{'arrows back':32} {len(back)} {' '.join(back)}")


if __name__ == "__main__":
    main()
