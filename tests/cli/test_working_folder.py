"""What lies in the working folder is data: a Python file among the lists is never run."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import own_process
from tests.drawing import SAMPLES

FORM = "samtykke-overgang"
DATA = (SAMPLES / FORM / "barn.xlsx", "--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22", "--rows", "1-4")
LOADED = "import runpy, importlib.util, sys; print(*{name.partition('.')[0] for name in sys.modules})"


@pytest.fixture
def planted(folder: Path) -> Path:
    """A folder with a module of every name that Python or a package has, and the file that tells which were run."""
    ran = folder / "ran.txt"
    libraries = {name.partition(".")[0] for name in importlib.metadata.packages_distributions()}
    for name in {*sys.stdlib_module_names, *libraries} - {"__main__"}:
        (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write({name!r} + ' ')\n", "utf-8")
    return ran


def ran(command: list[str], planted: Path, **environment: str) -> str:
    run = subprocess.run(command, capture_output=True, timeout=120, env={**os.environ, **environment})
    assert (run.returncode in (0, 1), b"Traceback" in run.stderr) == (True, False), run.stderr.decode()
    return planted.read_text("utf-8") if planted.exists() else ""


@pytest.mark.parametrize("workers", [1, 2])
def test_no_module_of_the_working_folder_is_run(planted: Path, workers: int) -> None:
    # what `python -m` itself looks for, before a line of ours is run; only -P keeps it from the working folder
    before_us = subprocess.run([sys.executable, "-P", "-c", LOADED], capture_output=True, check=True, timeout=60)
    for name in ("skjema", *before_us.stdout.decode().split()):
        planted.with_name(f"{name}.py").unlink(missing_ok=True)
    assert ran(own_process("fill", FORM, *DATA, "-o", "ut", "--workers", workers), planted) == ""


@pytest.mark.thorough
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("start", ["script", "module with -P"])
def test_nor_one_that_python_itself_begins_with(planted: Path, start: str, workers: int) -> None:
    module, script = [sys.executable, "-P", "-m", "skjema"], [str(Path(sys.executable).with_name("skjema"))]
    command = script if start == "script" else module
    arguments = map(str, ("fill", FORM, *DATA, "-o", "ut", "--workers", workers))
    assert ran([*command, *arguments], planted) == ""


def test_a_process_that_is_started_forgets_what_was_said_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from skjema.batch.executor import open_executor

    for before in (None, ""):
        if before is not None:
            monkeypatch.setenv("PYTHONSAFEPATH", before)
        with open_executor(2) as processes:
            assert os.environ.get("PYTHONSAFEPATH") == before
            assert processes._pool.submit(os.getpid).result(timeout=60) != os.getpid()  # type: ignore[attr-defined]
