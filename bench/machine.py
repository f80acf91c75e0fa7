"""What the benchmarks ran on."""

import os
import platform
import shutil
import subprocess
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import peers
from measure import HERE

_PACKAGES = ("skjema", "docxtpl", "docx-mailmerge2", "lxml", "pypdf", "pikepdf", "openpyxl", "python-calamine")
_NODE_PACKAGES = ("easy-template-x", "docxtemplater", "carbone", "pdf-lib")


def load() -> str:
    """How many processes wanted to run in the last minute; what else ran blurs the figures."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def describe(began: datetime, load_before: str) -> dict[str, str]:
    """Day, machine and versions."""
    return {
        "date": f"{began:%Y-%m-%d %H:%M}",
        "minutes": f"{(datetime.now().astimezone() - began).total_seconds() / 60:.0f}",
        "machine": f"{os.cpu_count()} cores ({_processor()}), {_memory()}, {platform.system()} {platform.release()}",
        "load": load_before,
        "python": platform.python_version(),
        "node": _said("node", "--version"),
        "versions": ", ".join((*_python_versions(), *_node_versions(), *_others())),
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return "memory unknown"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def _python_versions() -> list[str]:
    return [f"{name} {version(name)}" for name in _PACKAGES]


def _node_versions() -> list[str]:
    listed = (HERE / "node_modules" / name / "package.json" for name in _NODE_PACKAGES)
    return [f"{path.parent.name} {_version_in(path)}" for path in listed if path.exists()]


def _version_in(path: Path) -> str:
    import json

    return str(json.loads(path.read_bytes())["version"])


def _others() -> list[str]:
    pypdfform = next(peers.PYPDFFORM_HOME.glob("lib/python*/site-packages/[Pp]y[Pp][Dd][Ff][Ff]orm-*.dist-info"), None)
    found = [f"PyPDFForm {pypdfform.name.split('-')[1].removesuffix('.dist')}"] if pypdfform else []
    return [*found, f"pdfcpu {peers.PDFCPU.split('@v')[1]}"] if peers.PDFCPU_PROGRAM.exists() else found


def _said(*command: str) -> str:
    if not shutil.which(command[0]):
        return "none"
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().removeprefix("v")
