"""One direction: a stage imports earlier stages only, and only the command line knows click."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "skjema"
STAGES = (
    "wording",
    "problems",
    "errors",
    "archive",
    "digests",
    "kept",
    "open_input",
    "definition",
    "records",
    "validation",
    "render",
    "output",
    "convert",
    "batch",
    "cli",
)
FILES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__main__.py")


def stage_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "skjema" and len(parts) > 1 and parts[1] in STAGES else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_stage_imports_earlier_stages_only(path: Path) -> None:
    own = (
        STAGES.index(path.relative_to(SOURCE).parts[0].removesuffix(".py"))
        if path.parent != SOURCE or path.stem in STAGES
        else -1
    )
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        for name in names:
            other = stage_of(name)
            if other is not None:
                # problems and their wording are one layer: a problem knows its sentence
                assert STAGES.index(other) <= own or {other, STAGES[own]} == {"problems", "wording"}, (
                    f"{path}: imports {name}"
                )


def test_only_the_command_line_imports_click() -> None:
    for path in FILES:
        if "cli" not in path.parts:
            assert "import click" not in path.read_text("utf-8"), path


def test_only_output_and_nothing_before_it_writes_files() -> None:
    writing = (
        ".write_bytes(",
        "path.write_text(",
        '.open("w',
        '.open("xb',
        "os.replace",
        ".replace(path)",
        "NamedTemporary",
    )
    for path in FILES:
        if "output" not in path.parts and path.name != "kept.py":  # definitions and templates, no values
            found = [one for one in writing if one in path.read_text("utf-8")]
            assert not found, f"{path}: {found}"
