"""The peers: what is installed, where, and why one of them can't be run. Nothing here is part of skjema."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from measure import HERE, WORK, Progress

PDFCPU = "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0"
PDFCPU_PROGRAM = WORK / "bin" / "pdfcpu"
PDFCPU_SETTINGS = WORK / "pdfcpu"
PYPDFFORM_HOME = WORK / "pypdfform"
"""A virtual environment of its own: PyPDFForm asks for an older pypdf than skjema."""


def node_absent() -> str:
    """Why the peers in node can't be run, or ""."""
    if not shutil.which("node"):
        return "not run: needs node"
    return "" if (HERE / "node_modules").exists() else "not run: npm could not install it"


def pdfcpu_absent() -> str:
    if PDFCPU_PROGRAM.exists():
        return ""
    return "not run: go could not build it" if shutil.which("go") else "not run: needs go"


def pypdfform_absent() -> str:
    return "" if pypdfform_python().exists() else "not run: pip could not install it"


def pypdfform_python() -> Path:
    return PYPDFFORM_HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(parts: Sequence[str], progress: Progress) -> None:
    """Get the peers of these parts that aren't there yet; one that can't be got is told of when it is its turn."""
    if "word" in parts or "pdf" in parts:
        _install_node(progress)
    if "pdf" in parts:
        _install_pdfcpu(progress)
        _install_pypdfform(progress)


def _install_node(progress: Progress) -> None:
    wanted, installed = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    is_old = not installed.exists() or installed.stat().st_mtime < wanted.stat().st_mtime
    if shutil.which("npm") and is_old:
        progress("npm ci")
        _quietly(["npm", "ci", "--silent"], cwd=HERE)


def _install_pdfcpu(progress: Progress) -> None:
    PDFCPU_SETTINGS.mkdir(parents=True, exist_ok=True)
    if shutil.which("go") and not PDFCPU_PROGRAM.exists():
        progress(f"go install {PDFCPU}")
        # without cgo: what looks for a C compiler, run as root, has been seen to remove /dev/null
        settings = {"GOBIN": str(PDFCPU_PROGRAM.parent), "CGO_ENABLED": "0"}
        _quietly(["go", "install", PDFCPU], env=os.environ | settings)


def _install_pypdfform(progress: Progress) -> None:
    if not pypdfform_python().exists():
        progress("pip install PyPDFForm")
        venv.create(PYPDFFORM_HOME, with_pip=True)
        wanted = HERE / "requirements-pypdfform.txt"
        made = _quietly([pypdfform_python(), "-m", "pip", "install", "--quiet", "--requirement", wanted])
        if not made:
            shutil.rmtree(PYPDFFORM_HOME)


def _quietly(command: Sequence[str | Path], cwd: Path | None = None, env: dict[str, str] | None = None) -> bool:
    """Whether the command went well; what it has to say goes to stderr."""
    done = subprocess.run([str(one) for one in command], stdout=sys.stderr, check=False, cwd=cwd, env=env)
    return done.returncode == 0
