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
from typing import Any

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.returning import typed_in_word  # noqa: E402

from people import People  # noqa: E402
from returned.programs import NAMES, Answers, missing, opened, saved_by_libreoffice  # noqa: E402
from returned.strangers import strangers  # noqa: E402

FORM = "samtykke-foto"
SKJEMA = str(Path(sys.executable).with_name("skjema"))
FIXED = ("--kommune", str(ROOT / "samples" / "kommune.toml"), "--date", "2026-11-22")
SEED = 20261130
CHILDREN = 200
"""Documents that are sent, however many of them are answered."""
USES = ("vegg", "portal", "nettside", "sosiale_medier", "lokalavis")
WORDS = (
    "Ikke når Åse er «kledd ut».\nSpør (alltid) først; 100 % sikkert?",
    "Máret ja Áilu eai oro govas",
    "Łukasz: tylko w grupie",
    "Nguyễn Thị Ánh",
    "Helst ikke nærbilder \\ portrett",
    "Ring oss: 22 22 22 22 (etter kl. 16)",
    '<ja> & "nei"',
)
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
    name: str = ""


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


def children(seed: int) -> list[dict[str, Any]]:
    """Invented children and their parents."""
    people = People(seed)
    return [
        {
            "barn_navn": f"{people.person()} {number}",
            "barn_fodselsdato": f"20{17 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}",
            "barn_barnehage_skole": f"{people.pick(('Solbakken', 'Åsheim', 'Nordby'))} barnehage",
            "skolear": "2026/2027",
            "foresatte": [{"navn": people.person(), "rolle": "mor", "foreldreansvar": "ja"}] * (1 + number % 2),
            "kontoer": "Ingen",
            "frist_retur": "2026-12-11",
            "retur_til": "Barnehagen",
        }
        for number in range(1, CHILDREN + 1)
    ]


def said_by(random: Random) -> Answers:
    """What somebody answers: some of the questions, or all."""
    typed = {f"bruk.{use}.svar": random.choice(("/ja", "/nei")) for use in USES if random.random() < 0.9}
    typed |= {name: random.choice(WORDS) for name in ("unntak", "barn_synspunkt") if random.random() < 0.7}
    typed["underskrift_foresatt.1.dato"] = f"{random.randint(1, 28)}.11.2026"
    return typed


def as_word(typed: Answers) -> dict[str, str | bool]:
    """The same by the names that controls in a Word file have."""
    return {
        f"{name}.{text[1:]}" if text[0] == "/" else name: True if text[0] == "/" else text
        for name, text in typed.items()
    }


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
                    source = sent / f"{FORM}-{one.number:04}.pdf"
                    (folder / one.name).write_bytes(fill(source, one.typed))
        tally.files, tally.seconds = len(theirs), time.perf_counter() - begun


def _fill_word(sent: Path, folder: Path, theirs: Sequence[Answered]) -> None:
    with tempfile.TemporaryDirectory() as typed:
        files = [Path(typed, one.name) for one in theirs]
        for one, path in zip(theirs, files, strict=True):
            content = (sent / f"{FORM}-{one.number:04}.docx").read_bytes()
            path.write_bytes(typed_in_word(content, as_word(one.typed)))
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


def expected(name: str, typed: str) -> str:
    """An answer as the workbook has it."""
    if name.endswith(".dato"):
        day, month, year = typed.split(".")
        return f"{year}-{int(month):02}-{int(day):02} 00:00:00"
    return {"/ja": "Ja", "/nei": "Nei"}.get(typed, typed)


def judge(answered: Iterable[Answered], workbook: Path, tallies: dict[str, Tally]) -> None:
    """Count what is right, file by file."""
    found, changed = read_back(workbook), changed_files(workbook)
    for one in answered:
        tally = tallies[one.program]
        tally.typed += len(one.typed)
        if one.name not in found:
            tally.wrong.append(f"{one.name}: not read")
        elif (number := found[one.name][0]) != one.number:
            tally.elsewhere.append(f"{one.name}: about {number}, not {one.number}")
        else:
            _judge_answers(one, found[one.name][1], tally, is_told=one.program == WORD and one.name in changed)


def _judge_answers(one: Answered, read: dict[str, str], tally: Tally, *, is_told: bool) -> None:
    """Count the answers of one file.

    Args:
        is_told: Whether it is told that texts were moved: LibreOffice 7.4 takes line breaks out of them.
    """
    for name, typed in one.typed.items():
        if read.get(name) == expected(name, typed):
            tally.right += 1
        elif "\n" in typed and is_told:
            tally.told += 1
        else:
            tally.wrong.append(f"{one.name}: {name} is {read.get(name)!r}, not {expected(name, typed)!r}")
    invented = [name for name in _answers_of(read) if name not in one.typed]
    tally.wrong += [f"{one.name}: {name} is {read[name]!r}, and nothing was typed" for name in invented]


def _answers_of(read: dict[str, str]) -> list[str]:
    return [
        name for name in read if name.startswith(("bruk.", "unntak", "barn_synspunkt", "underskrift_foresatt.1.dato"))
    ]


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
    random = Random(SEED)
    data, sent, back = home / "barn.json", home / "sendt", home / "innboks"
    data.write_text(json.dumps(children(SEED)), "utf-8")
    back.mkdir()
    run("fill", FORM, str(data), "-o", str(sent), *FIXED)
    numbers = random.sample(range(1, CHILDREN + 1), each * len(programs))
    answered = [Answered(number, programs[at // each], said_by(random)) for at, number in enumerate(numbers)]
    names = random.sample(range(1000, 10_000), len(answered))
    for one, number in zip(answered, names, strict=True):
        one.name = f"Skann {number}.{'docx' if one.program == WORD else 'pdf'}"
    tallies = {program: Tally() for program in programs}
    fill_in(sent, back, answered, tallies)
    odd = strangers(sent, back, FORM, ROOT)
    workbook, begun = home / "svar.xlsx", time.perf_counter()
    said = run(
        "collect",
        str(back),
        "--run",
        str(sent),
        "--list",
        str(data),
        "-o",
        str(workbook),
        *FIXED[:2],
        "--date",
        "2026-12-20",
    )
    print(f"collect: {len(answered) + len(odd)} files in {time.perf_counter() - begun:.1f} s")
    judge(answered, workbook, tallies)
    told = {name for name, code in odd.items() if any(name in line and code in line for line in said.splitlines())}
    return report(tallies, odd, told)


if __name__ == "__main__":
    main()
