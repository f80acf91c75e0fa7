"""Proofs that take too long, or rights too many, for the tests: kill -9 at random moments, and a disk that is full.

    python bench/proofs.py kill [TIMES]     a batch killed at random moments, whole files only, then taken up again
    python bench/proofs.py disk             a batch into a tmpfs of 5 MB (needs the right to mount)

Each says what it saw, and ends with exit code 1 where a promise was broken.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "samples" / "samtykke-overgang" / "barn.xlsx"
COPIES = 40
"""Times the sample is read: 480 records."""
FORM = "samtykke-overgang"
SEED = 20261124


def command(folder: Path, *more: str) -> list[str]:
    fixed = ("--kommune", str(ROOT / "samples" / "kommune.toml"), "--date", "2026-11-22")
    skjema = (sys.executable, "-m", "skjema", "fill", FORM)
    return [*skjema, *[str(DATA)] * COPIES, "-o", str(folder), *fixed, *more]


def run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, *more), capture_output=True, text=True, check=False)


def broken(folder: Path) -> list[str]:
    """Names of documents that aren't whole."""
    return [path.name for path in folder.glob(f"{FORM}-*") if not _is_whole(path)]


def _is_whole(path: Path) -> bool:
    if path.suffix == ".pdf":
        content = path.read_bytes()
        return content.startswith(b"%PDF-") and content.endswith(b"%%EOF\n")
    return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None


def kill(times: int) -> bool:
    """Whether a batch killed so many times is whole each time, and complete in the end."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place, "whole")
        started = time.monotonic()
        run(whole)
        length = time.monotonic() - started
        sound, folder = True, Path(place, "killed")
        for at in range(1, times + 1):
            workers = ("--workers", "2") if at % 2 else ()
            again = ("--resume",) if any(folder.glob("run.*")) else ("--overwrite",)
            process = subprocess.Popen(
                command(folder, *workers, *again), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
            time.sleep(chance.uniform(0.05, length))
            with_group(process.pid)
            process.wait()
            there, bad = len(list(folder.glob(f"{FORM}-*"))), broken(folder)
            sound &= not bad
            print(f"kill {at:2}: {there:3} documents, {len(bad)} broken")
            if there == 2 * COPIES * 12:
                shutil.rmtree(folder)
        last = run(folder, "--resume" if any(folder.glob("run.*")) else "--overwrite")
        same = {path.name: path.read_bytes() for path in whole.glob(f"{FORM}-*")}
        made = {path.name: path.read_bytes() for path in folder.glob(f"{FORM}-*")}
        left = [
            path.name for path in folder.iterdir() if path.name not in made and path.name not in ("run.json", "run.key")
        ]
        print(
            f"resumed: exit {last.returncode}, {len(made)} documents, as without a kill: {made == same}, left: {left}"
        )
    return sound and made == same and not left


def with_group(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], check=True)
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def disk() -> bool:
    """Whether a full disk is told, with whole files left, and the rest made when there is room."""
    with small_disk(5) as place:
        folder = place / "ut"
        found = run(folder)
        there, bad = len(list(folder.glob(f"{FORM}-*"))), broken(folder)
        print(
            f"full disk: exit {found.returncode}, {there} documents, {len(bad)} broken: {found.stderr.splitlines()[-1]}"
        )
        subprocess.run(["mount", "-o", "remount,size=100m", str(place)], check=True)
        again = run(folder, "--resume")
        whole = len(list(folder.glob(f"{FORM}-*")))
        print(f"with room: exit {again.returncode}, {whole} documents\n  {again.stderr.splitlines()[-1]}")
        return found.returncode == 6 and "[disk-full]" in found.stderr and not bad and whole == 2 * COPIES * 12


if __name__ == "__main__":
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    proofs = {"kill": lambda: kill(int(sys.argv[2]) if len(sys.argv) > 2 else 20), "disk": disk}
    if kind not in proofs:
        sys.exit(__doc__)
    sys.exit(not proofs[kind]())
