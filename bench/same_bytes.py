"""Whether a change to the code changes a byte of what skjema makes of the samples.

    python bench/same_bytes.py make FOLDER              every output of every sample, by the skjema of this Python
    python bench/same_bytes.py compare BEFORE AFTER     the files that differ; exit code 1 where there are any

Every form in each of its languages: workbooks, templates, filled documents, packs, reports and marked copies.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SETTINGS = ("--kommune", SAMPLES / "kommune.toml")
DATE = ("--date", "2026-11-22")
RANDOM = ("run.key", "run.json")
"""Files of a run that hold its random key, or what is hashed with it."""
FINE = (0, 1)
"""Exit codes of a command that has done all of its work."""


def skjema(*arguments: object, codes: tuple[int, ...] = FINE) -> str:
    """What a command says on both streams."""
    command = [sys.executable, "-m", "skjema", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode not in codes:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return f"{done.returncode}\n{done.stdout}{done.stderr}"


def make(folder: Path) -> None:
    """Write every output of every sample into a folder."""
    folder.mkdir(parents=True)
    (folder / "list.txt").write_text(skjema("list"), "utf-8")
    for definition in sorted((ROOT / "templates").glob("*/skjema.toml")):
        form = definition.parent.name
        shown = skjema("show", form, "--json")
        for language in json.loads(shown[shown.index("{") :])["languages"]:
            _make_form(form, language, folder / f"{form}.{language}")


def _make_form(form: str, language: str, out: Path) -> None:
    out.mkdir()
    spoken = (*SETTINGS, "--lang", language)
    data = sorted(path for path in (SAMPLES / form).glob("*.*") if path.suffix in (".xlsx", ".json", ".csv"))
    reports = {f"show {form}": skjema("show", form, *spoken)}
    skjema("build", form, "-o", out / "build", *spoken)
    skjema("sheet", form, "-o", out / "blank.xlsx", *spoken)
    skjema("sheet", form, "--example", "-o", out / "example.xlsx", *spoken)
    for file in data:
        name = f"{file.stem}-{file.suffix[1:]}"
        for more in ((), ("--json",)):
            said = skjema("check", form, file, *more, *spoken, *DATE, codes=(0, 1, 4))
            reports[f"check {name} {' '.join(more)}"] = said
        if file.suffix != ".json":
            skjema("check", form, file, "--annotate", out / f"marked-{name}.xlsx", *spoken, *DATE, codes=(0, 1, 4))
        if reports[f"check {name} "][0] in "01" and file.suffix == ".xlsx":
            _fill_and_pack(form, file, out / name, spoken)
    report = "\n".join(f"== {name}\n{text}" for name, text in reports.items())
    (out / "reports.txt").write_text(report.replace(str(out), "OUT"), "utf-8")


def _fill_and_pack(form: str, file: Path, out: Path, spoken: tuple[object, ...]) -> None:
    source = (form, file, *spoken, *DATE)
    skjema("fill", *source, "-o", out / "fillable")
    skjema("fill", *source, "-o", out / "flat", "--format", "pdf", "--flat")
    skjema("fill", *source, "-o", out / "draft", "--draft")
    skjema("fill", *source, "-o", out / "all.zip")
    skjema("pack", *source, "-o", out / "plain.pdf")
    skjema("pack", *source, "-o", out / "duplex.pdf", "--duplex", "--names", "--index", out / "index.xlsx")
    first = json.loads(skjema("show", form, "--json")[2:])["key"][0]
    skjema("pack", *source, "-o", out / "grouped.pdf", "--group", first, "--cover", "--duplex")
    skjema("pack", *source, "-o", out / "pack.docx")


def compare(before: Path, after: Path) -> Iterator[str]:
    """A line for each file that is in one folder alone, or differs."""
    names = {path.relative_to(root) for root in (before, after) for path in root.rglob("*") if path.is_file()}
    for name in sorted(names):
        one, other = before / name, after / name
        if not (one.exists() and other.exists()):
            yield f"{name}: only {'before' if one.exists() else 'after'}"
        elif name.name not in RANDOM and _content(one) != _content(other):
            yield f"{name}: differs"


def _content(path: Path) -> object:
    """What is compared of a file: of an archive of documents, each of them but for those made with a random key."""
    if path.suffix != ".zip":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist() if name not in RANDOM]


def main() -> None:
    match sys.argv[1:]:
        case ["make", folder]:
            make(Path(folder).resolve())
        case ["compare", before, after]:
            lines = list(compare(Path(before), Path(after)))
            print("\n".join(lines) or "the same, byte for byte")
            sys.exit(bool(lines))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
