"""A test that waits has an end to it: what never comes is a failure, not a silence."""

import ast
from pathlib import Path

import pytest

WAITS = frozenset({"run", "check_output", "check_call", "communicate", "result"})
FILES = sorted(Path(__file__).parent.rglob("*.py"))


def is_wait(call: ast.Call) -> bool:
    """Whether it waits for a process, or for work that another one does."""
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr not in WAITS:
        return False
    of_a_module = isinstance(function.value, ast.Name) and function.value.id == "subprocess"
    return of_a_module or function.attr in ("communicate", "result")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_whoever_waits_says_how_long(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    endless = [call.lineno for call in calls if is_wait(call) and "timeout" not in {one.arg for one in call.keywords}]
    assert endless == []


@pytest.mark.parametrize(("code", "waits"), [("subprocess.run(x)", True), ("work.run(x)", False), ("f.result()", True)])
def test_a_wait_is_known_when_it_is_seen(code: str, waits: bool) -> None:
    (call,) = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    assert is_wait(call) == waits
