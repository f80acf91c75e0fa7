"""One direction: a stage imports earlier stages only, no module is in a circle, and only the command line knows click."""

import pytest

from tests.module_graph import SOURCE, STAGES, Graph, circles, module_graph, stage_of

FILES = sorted(SOURCE.rglob("*.py"))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return module_graph()


def test_a_stage_imports_earlier_stages_only(graph: Graph) -> None:
    arrows = [
        (module, one) for module, imported in graph.items() for one in imported if stage_of(module) and stage_of(one)
    ]
    back = [(module, one) for module, one in arrows if STAGES.index(stage_of(one)) > STAGES.index(stage_of(module))]
    # a problem knows its sentence, and an error its problems: what they import of each other they import when asked
    assert [pair for pair in back if {*map(stage_of, pair)} - {"problems", "wording", "errors"}] == []


def test_no_module_is_in_a_circle(graph: Graph) -> None:
    assert circles(graph) == []


def test_every_room_is_known(graph: Graph) -> None:
    rooms = {name.partition(".")[0] for name in graph} - {"", "__main__"}
    assert rooms == set(STAGES)


def test_files_are_read_and_written_without_knowing_forms(graph: Graph) -> None:
    allowed = {"", "formats", "wording", "problems", "errors", "hashing", "disk_cache"}
    for module in graph:
        if stage_of(module) == "formats":
            assert {stage_of(one) for one in graph[module]} <= allowed, module


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
