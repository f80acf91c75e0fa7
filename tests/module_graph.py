"""Which module imports which, read from the source: imports inside functions and for types alone included."""

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "skjema"

STAGES = (
    "wording", "problems", "errors", "text_match", "misread", "hashing", "disk_cache", "formats", "fieldtypes", "definition",
    "records", "validation", "layout", "printing", "scan", "render", "draft", "output", "convert", "batch", "api", "cli",
)  # fmt: skip
"""The rooms of the house, each of which imports earlier ones only."""

Graph = Mapping[str, frozenset[str]]
"""Name of each module, without `skjema.`, and the modules it imports."""


def stage_of(module: str) -> str:
    """The room a module is in; empty for the package itself and its `__main__`."""
    first = module.partition(".")[0]
    return first if first in STAGES else ""


def module_graph() -> Graph:
    """Every module of skjema."""
    files = {_name(path): path for path in sorted(SOURCE.rglob("*.py"))}
    return {name: frozenset(_imported(path, files.keys())) - {name} for name, path in files.items()}


def circles(graph: Graph) -> list[list[str]]:
    """Modules that import each other, directly or by way of others."""
    reached = {name: _reachable(name, graph) for name in graph}
    in_circles = {name for name in graph if name in reached[name]}
    groups = {frozenset({name} | {one for one in reached[name] if name in reached[one]}) for name in in_circles}
    return sorted(sorted(group) for group in groups)


def _reachable(start: str, graph: Graph) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, known: Collection[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "skjema":
            base = (node.module or "").removeprefix("skjema").removeprefix(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}" if base else alias.name
                yield inner if inner in known else base
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("skjema."):
                    yield alias.name.removeprefix("skjema.")
