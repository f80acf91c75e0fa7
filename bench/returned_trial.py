"""Documents filled in and saved by the programs people have, then collected: what was typed, and what was read.

    python bench/returned_trial.py [--each N] [--only firefox,chromium,…] [--keep FOLDER]

Makes documents of invented children, has each program fill in some (see returned/programs.py), has LibreOffice save
Word files, puts ten files between them that are no answers, gives all of them other names, and collects them. It says
what each program's files came to, and ends with exit code 1 where an answer is wrong, about another child, or untold.
"""

import argparse
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.returning import typed_in_word  # noqa: E402

from returned.programs import NAMES, Answers, missing, opened, saved_by_libreoffice  # noqa: E402
from returned.sent_forms import CHILDREN, FORMS, SentForm  # noqa: E402
from returned.strangers import strangers  # noqa: E402

SKJEMA = str(Path(sys.executable).with_name("skjema"))
FIXED = ("--kommune", str(ROOT / "samples" / "kommune.toml"), "--date", "2026-11-22")
SEED = 20261130
WORD = "word"
"""The Word files, typed into by python-docx and saved by LibreOffice."""


@dataclass(slots=True)
class Answered:
    """A document that somebody has filled in.

    Attributes:
        typed: By the name of a box: a text, or the state of a box to tick with a slash before it.
    """

    number: int
    program: str
    typed: Answers
    name: str


@dataclass(slots=True)
class Tally:
    """What became of one program's files.

    Attributes:
        told: Answers that the program itself has changed, of files that `collect` says so of.
    """

    files: int = 0
    typed: int = 0
    right: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    seconds: float = 0.0


def as_word(typed: Answers) -> dict[str, str | bool]:
    """The same by the names that controls in a Word file have."""
    found: dict[str, str | bool] = {}
    for name, text in typed.items():
        if text[0] == "/":
            found[name if text == "/Ja" else f"{name}.{text[1:]}"] = True
        else:
            found[name] = text
    return found


def run(*command: str, ok: Sequence[int] = (0, 1)) -> str:
    done = subprocess.run([SKJEMA, *command], capture_output=True, text=True, check=False)
    if done.returncode not in ok:
        sys.exit(f"{command[0]}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stderr


def fill_in(sent: Path, folder: Path, answered: Iterable[Answered], tallies: dict[str, Tally]) -> None:
    """Have each program fill in its files, into a folder, under names that say nothing."""
    by_program: dict[str, list[Answered]] = {}
    for one in answered:
        by_program.setdefault(one.program, []).append(one)
    for program, theirs in by_program.items():
        begun, tally = time.perf_counter(), tallies[program]
        if program == WORD:
            _fill_word(sent, folder, theirs)
        else:
            with opened(program) as (fill, version):
                print(f"{program} {version}: {len(theirs)} files", flush=True)
                for one in theirs:
                    (folder / one.name).write_bytes(fill(_document(sent, one, "pdf"), one.typed))
        tally.files += len(theirs)
        tally.seconds += time.perf_counter() - begun


def _document(sent: Path, answered: Answered, ending: str) -> Path:
    return next(sent.glob(f"*-{answered.number:04}.{ending}"))


def _fill_word(sent: Path, folder: Path, theirs: Sequence[Answered]) -> None:
    with tempfile.TemporaryDirectory() as typed:
        files = [Path(typed, one.name) for one in theirs]
        for one, path in zip(theirs, files, strict=True):
            path.write_bytes(typed_in_word(_document(sent, one, "docx").read_bytes(), as_word(one.typed)))
        print(f"{WORD}: {len(files)} files", flush=True)
        saved_by_libreoffice(files, folder)


def read_back(workbook: Path) -> dict[str, tuple[int, dict[str, str]]]:
    """The number of the document and the answers of each file, by its name."""
    _, ids, *rows = openpyxl.load_workbook(workbook)["Svar"].iter_rows(values_only=True)
    found = {}
    for row in rows:
        read = {str(name): str(value) for name, value in zip(ids, row, strict=True) if value is not None}
        found[read["@fil"]] = int(read["@svar"]), read
    return found


def changed_files(workbook: Path) -> set[str]:
    """The Word files of which it is told that a program has moved or added text."""
    _, *rows = openpyxl.load_workbook(workbook)["Feil"].iter_rows(values_only=True)
    return {str(row[1]) for row in rows if row[-1] == "returned-beside"}


def judge(form: SentForm, answered: Iterable[Answered], workbook: Path, tallies: dict[str, Tally]) -> None:
    """Count what is right, file by file."""
    found, changed = read_back(workbook), changed_files(workbook)
    for one in answered:
        tally = tallies[one.program]
        wanted = form.expected(one.typed)
        tally.typed += len(wanted)
        if one.name not in found:
            tally.wrong.append(f"{one.name}: not read")
        elif (number := found[one.name][0]) != one.number:
            tally.elsewhere.append(f"{one.name}: about {number}, not {one.number}")
        else:
            read = {name: text for name, text in found[one.name][1].items() if name.startswith(form.open)}
            _judge_answers(one, wanted, read, tally, is_told=one.program == WORD and one.name in changed)


def _judge_answers(one: Answered, wanted: dict[str, str], read: dict[str, str], tally: Tally, *, is_told: bool) -> None:
    """Count the answers of one file.

    Args:
        is_told: Whether it is told that texts were moved: LibreOffice 7.4 takes line breaks out of them.
    """
    for name, text in wanted.items():
        if read.get(name) == text:
            tally.right += 1
        elif "\n" in text and is_told:
            tally.told += 1
        else:
            tally.wrong.append(f"{one.name}: {name} is {read.get(name)!r}, not {text!r}")
    invented = read.keys() - wanted.keys()
    tally.wrong += [f"{one.name}: {name} is {read[name]!r}, and nothing was typed" for name in sorted(invented)]


def report(tallies: dict[str, Tally], odd: dict[str, str], told: set[str]) -> bool:
    """Say what each class came to; whether all of it is as it should be."""
    print(f"\n{'':12}{'files':>7}{'typed':>8}{'right':>8}{'told':>8}{'wrong':>8}{'other child':>13}{'s a file':>10}")
    for program, tally in tallies.items():
        print(
            f"{program:12}{tally.files:7}{tally.typed:8}{tally.right:8}{tally.told:8}{len(tally.wrong):8}{len(tally.elsewhere):13}"
            f"{tally.seconds / max(1, tally.files):10.2f}"
        )
    untold = sorted(name for name in odd if name not in told)
    print(f"{'no answers':12}{len(odd):7}, told: {len(odd) - len(untold)}")
    faults = [line for tally in tallies.values() for line in (*tally.wrong, *tally.elsewhere)]
    faults += [f"{name} is not told with {odd[name]}" for name in untold]
    print(*faults[:40], sep="\n")
    return not faults


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=20, help="files for each program")
    parser.add_argument("--only", default=",".join((*NAMES, WORD)), help="programs")
    parser.add_argument("--keep", type=Path, help="a folder for all that is made")
    options = parser.parse_args()
    logging.disable(logging.WARNING)  # pypdf's, of letters that it can't draw and writes all the same
    programs = [one for one in options.only.split(",") if one]
    for program in programs:
        if lacking := missing(program):
            sys.exit(f"{program}: not installed ({lacking})")
    home = options.keep or Path(tempfile.mkdtemp())
    home.mkdir(exist_ok=True)
    try:
        sys.exit(not trial(home, programs, options.each))
    finally:
        if not options.keep:
            shutil.rmtree(home, ignore_errors=True)


def trial(home: Path, programs: Sequence[str], each: int) -> bool:
    """Send, answer and collect each form; whether all of it is as it should be."""
    random, tallies, odd, told = Random(SEED), {program: Tally() for program in programs}, dict[str, str](), set[str]()
    for at, kind in enumerate(FORMS):
        form, folder = kind(ROOT), home / kind.name
        theirs = each // len(FORMS) + (each % len(FORMS) if at == 0 else 0)
        if not theirs:
            continue
        data, sent, back, workbook = folder / "barn.json", folder / "sendt", folder / "innboks", folder / "svar.xlsx"
        back.mkdir(parents=True)
        data.write_text(json.dumps(form.children(SEED)), "utf-8")
        run("fill", form.name, str(data), "-o", str(sent), *FIXED)
        answered = _answered(form, random, programs, theirs)
        fill_in(sent, back, answered, tallies)
        strange = strangers(sent, back, form.name, ROOT) if at == 0 else {}
        begun, asked = time.perf_counter(), ("--run", str(sent), "--list", str(data), "-o", str(workbook))
        said = run("collect", str(back), *asked, *FIXED[:2], "--date", "2026-12-20").splitlines()
        print(f"collect: {len(answered) + len(strange)} files in {time.perf_counter() - begun:.1f} s", flush=True)
        judge(form, answered, workbook, tallies)
        told |= {name for name, code in strange.items() if any(name in line and code in line for line in said)}
        odd |= strange
    return report(tallies, odd, told)


def _answered(form: SentForm, random: Random, programs: Sequence[str], each: int) -> list[Answered]:
    """Who answers with which program, and what; the files' names say nothing of either."""
    numbers = random.sample(range(1, CHILDREN + 1), each * len(programs))
    names = random.sample(range(1000, 10_000), len(numbers))
    found = []
    for at, (number, name) in enumerate(zip(numbers, names, strict=True)):
        program = programs[at // each]
        ending = "docx" if program == WORD else "pdf"
        found.append(Answered(number, program, form.said_by(random), f"Skann {name}.{ending}"))
    return found


if __name__ == "__main__":
    main()
