"""What is imported is what `pyproject.toml` asks for: a package that happens to lie here is missing elsewhere."""

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = {name: wanted for name, wanted in PROJECT["optional-dependencies"].items() if name != "dev"}
PRODUCT = [*PROJECT["dependencies"], *(one for wanted in EXTRAS.values() for one in wanted)]


@pytest.mark.thorough
def test_the_product_imports_what_it_asks_for() -> None:
    assert undeclared(ROOT / "src", PRODUCT) == set()


@pytest.mark.thorough
def test_the_tests_import_what_they_ask_for() -> None:
    assert undeclared(ROOT / "tests", [*PRODUCT, *PROJECT["optional-dependencies"]["dev"]]) == set()


def undeclared(folder: Path, declared: Iterable[str]) -> set[str]:
    """Packages that files import, and that neither are declared nor come with those that are."""
    distributions = packages_distributions()
    known = with_theirs(map(Requirement, declared))
    ours = {"skjema", "tests", *sys.stdlib_module_names}
    return {
        name
        for path in folder.rglob("*.py")
        for name in imported(path)
        if name not in ours and known.isdisjoint(map(canonicalize_name, distributions.get(name, ())))
    }


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def with_theirs(wanted: Iterable[Requirement]) -> set[str]:
    """Names of packages, and of those that they ask for in turn on this machine."""
    known: set[tuple[str, str]] = set()
    waiting = [(canonicalize_name(one.name), extra) for one in wanted for extra in ("", *one.extras)]
    while waiting:
        name, extra = asked = waiting.pop()
        if asked in known:
            continue
        known.add(asked)
        try:
            needed = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:  # of another system
            continue
        waiting += [
            (canonicalize_name(one.name), inner)
            for one in needed
            if one.marker is None or one.marker.evaluate({"extra": extra})
            for inner in ("", *one.extras)
        ]
    return {name for name, _ in known}
