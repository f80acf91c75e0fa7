"""Proofs that take too long, or rights too many, for the tests.

    python bench/proofs.py kill [TIMES]     a batch killed at random moments, whole files only, then taken up again
    python bench/proofs.py disk             a batch into a tmpfs of 5 MB (needs the right to mount)
    python bench/proofs.py lunch            1 200 consents: checked, Word, PDF and a pack for print, then read back

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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2

import docx_text
import pdf_values
import workbooks

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


CONSENTS, READ_BACK = 1200, 10


def lunch() -> bool:
    """Whether 1 200 consents come out of one command line, and ten of them say what their rows say."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data, rows = folder / "barn.xlsx", list(workbooks.consent_rows(CONSENTS))
        workbooks.write(data, workbooks.CONSENT_HEADINGS, rows)
        fixed = f"--kommune {ROOT / 'samples' / 'kommune.toml'} --date 2026-11-22"
        skjema = f"{sys.executable} -m skjema"
        fill = f"{skjema} fill {FORM} {data} {fixed} -o {folder / 'ut'}"
        pack = (
            f"{skjema} pack {FORM} {data} {fixed} -o {folder / 'alle.pdf'} --group barnehage_navn --sort barn_navn "
            f"--duplex --cover --index {folder / 'alle.xlsx'}"
        )
        parts = {
            "check": f"{skjema} check {FORM} {data} {fixed}",
            "Word": f"{fill}-word --format docx",
            "PDF": f"{fill}-pdf --format pdf",
            "Word and PDF": f"{fill}-begge",
            "pack": f"{pack.replace('alle.', 'egen.')}",
            "fill && pack": f"{fill} && {pack}",
        }
        print("; ".join(f"{name} {_seconds(line):.2f} s" for name, line in parts.items()))
        return _packed_right(folder, rows) & _filled_right(folder / "ut", rows)


def _seconds(line: str) -> float:
    started = time.monotonic()
    subprocess.run(line, shell=True, check=True, capture_output=True)
    return time.monotonic() - started


def _texts(row: Sequence[object]) -> list[str]:
    """What of a row must stand on its form."""
    shown = (f"{one:%d.%m.%Y}" if isinstance(one, date) else str(one) for one in row)
    return [text for text in shown if text not in ("None", "Ja", "Nei", "Ukjent")]


def _packed_right(folder: Path, rows: Sequence[Sequence[object]]) -> bool:
    """Whether the index leads to the pages of each form, and ten of them show their row's values."""
    pack = pypdfium2.PdfDocument(folder / "alle.pdf")
    sheet = openpyxl.load_workbook(folder / "alle.xlsx").worksheets[0]
    lines = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int) or str(row[0]).isdigit()]
    first = {int(str(line[0])): int(line[-2]) for line in lines}  # type: ignore[call-overload]
    fronts = sum(page % 2 == 1 for page in first.values())
    chosen = random.Random(SEED).sample(range(CONSENTS), READ_BACK)
    lacking = []
    for at in chosen:
        pages = (pack[page].get_textpage().get_text_bounded() for page in (first[at + 1] - 1, first[at + 1]))
        shown = pdf_values.letters("".join(pages))
        lacking += [text for text in _texts(rows[at]) if pdf_values.letters(text) not in shown]
    size = (folder / "alle.pdf").stat().st_size
    print(
        f"pack: {len(pack)} pages, {size / 1e6:.2f} MB, {len(first)} forms in the index, {fronts} begin on a front; "
        f"of {READ_BACK} read back, values missing: {len(lacking)}"
    )
    pack.close()
    return len(first) == fronts == CONSENTS and not lacking


def _filled_right(folder: Path, rows: Sequence[Sequence[object]]) -> bool:
    """Whether every document is there, and ten of each kind hold their row's values."""
    made = [len(list(folder.glob(f"*.{kind}"))) for kind in ("docx", "pdf")]
    lacking = []
    for at in random.Random(SEED).sample(range(CONSENTS), READ_BACK):
        word = "".join(docx_text.paragraphs(folder / f"{FORM}-{at + 1:04}.docx")["body"])
        pdf = "".join(pdf_values.pages(folder / f"{FORM}-{at + 1:04}.pdf"))
        shown = [pdf_values.letters(one) for one in (word, pdf)]
        lacking += [text for text in _texts(rows[at]) for one in shown if pdf_values.letters(text) not in one]
    print(f"files: {made[0]} Word, {made[1]} PDF; of {READ_BACK} read back, values missing: {len(lacking)}")
    return made == [CONSENTS] * 2 and not lacking


if __name__ == "__main__":
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    proofs = {"kill": lambda: kill(int(sys.argv[2]) if len(sys.argv) > 2 else 20), "disk": disk, "lunch": lunch}
    if kind not in proofs:
        sys.exit(__doc__)
    sys.exit(not proofs[kind]())
