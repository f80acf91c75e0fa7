"""One direction: a stage imports earlier stages only, no module is in a circle, and only the command line knows click."""

import pytest

from tests.module_graph import SOURCE, STAGES, circles, module_graph, stage_of

GRAPH = module_graph()
FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("module", sorted(name for name in GRAPH if stage_of(name)))
def test_a_stage_imports_earlier_stages_only(module: str) -> None:
    own = STAGES.index(stage_of(module))
    later = [one for one in GRAPH[module] if stage_of(one) and STAGES.index(stage_of(one)) > own]
    # a problem knows its sentence, and an error its problems: what they import of each other they import when asked
    assert [one for one in later if {stage_of(one), stage_of(module)} - {"problems", "wording", "errors"}] == []


def test_no_module_is_in_a_circle() -> None:
    assert circles(GRAPH) == []


def test_every_room_is_known() -> None:
    rooms = {name.partition(".")[0] for name in GRAPH} - {"", "__main__"}
    assert rooms == set(STAGES)


def test_files_are_read_and_written_without_knowing_forms() -> None:
    allowed = {"", "formats", "wording", "problems", "errors", "disk_cache"}
    for module in GRAPH:
        if stage_of(module) == "formats":
            assert {stage_of(one) for one in GRAPH[module]} <= allowed, module


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
        if "output" not in path.parts and path.name != "disk_cache.py":  # definitions and templates, no values
            found = [one for one in writing if one in path.read_text("utf-8")]
            assert not found, f"{path}: {found}"
