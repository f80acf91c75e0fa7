"""How many small changes of the source the tests notice, room by room.

    git archive HEAD --prefix=tree/ | tar x -C WORK
    (cd WORK/tree && COVERAGE_CORE=ctrace PYTHONPATH=src python -m pytest -o addopts= -q --cov=skjema \\
        --cov-context=test --cov-report= --durations=0 --durations-min=0 > ../durations.txt; mv .coverage ..)
    python bench/mutation/run.py WORK records=src/skjema/records validation=src/skjema/validation

Wants the package pytest-cov. A change (`sites.py`) is put into the copy in WORK/tree, and the tests that run its
line are run until one fails, the quick ones first: first as many as take `--first` seconds, and where none of these
fails, the others up to `--most` seconds. What survives is for a person to look at; `equal.md` lists what no test can
tell. The sample is drawn with a seed, from each module as many as it has of its room's sites, so that a room can be
measured again when its code has moved.
"""

import argparse
import importlib
import json
import os
import random
import re
import resource
import signal
import sqlite3
import sys
import time
from collections import defaultdict
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path

import hypothesis
import pytest
from sites import Site, sites

_DURATION = re.compile(r"^([\d.]+)s (?:call|setup|teardown) +(\S.*)$", re.MULTILINE)
_LONGEST_STATEMENT = 12
"""Lines above a site in which its statement begins."""
_REWRITTEN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""Hypothesis has been loaded before pytest could rewrite its assertions, and needn't be."""


class Tests:
    """Which tests run which line, and how long each takes."""

    def __init__(self, work: Path) -> None:
        self.seconds: dict[str, float] = defaultdict(lambda: 0.005)
        for spent, name in _DURATION.findall((work / "durations.txt").read_text("utf-8")):
            self.seconds[name] += float(spent)
        self._of_line: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._of_file: dict[str, set[str]] = defaultdict(set)
        rows = sqlite3.connect(work / ".coverage").execute(
            "select file.path, context.context, line_bits.numbits from line_bits"
            " join file on file.id = file_id join context on context.id = context_id where context.context != ''"
        )
        for path, context, bits in rows:
            name = path.rpartition("/tree/")[2]
            test = context.rpartition("|")[0]
            self._of_file[name].add(test)
            for number, byte in enumerate(bits):
                for bit in range(8):
                    if byte >> bit & 1:
                        self._of_line[name, number * 8 + bit].add(test)

    def of(self, site: Site) -> list[str]:
        """The tests that run a site's line, then those that run its module (what is cached shows in one test only)."""
        lines = () if site.at_import else range(site.line, max(site.line - _LONGEST_STATEMENT, 0), -1)
        near = next((found for line in lines if (found := self._of_line.get((site.file, line)))), set())
        return sorted(self._of_file[site.file], key=lambda one: (one not in near, self.seconds[one], one))

    def halves(self, site: Site, first: float, most: float) -> tuple[list[str], list[str]]:
        """The tests to run first, and those to run where none of these fails."""
        early: list[str] = []
        late: list[str] = []
        spent = 0.0
        for one in self.of(site):
            spent += self.seconds[one]
            if spent <= first:
                early.append(one)
            elif spent <= most:
                late.append(one)
        return early, late


def drawn(tree: Path, paths: list[str], size: int, seed: int) -> tuple[list[Site], int]:
    """A sample of a room, from each module by its share of the sites; and how many sites there are."""
    roots = [tree / one for one in paths]
    files = sorted(found for root in roots for found in ([root] if root.suffix else root.rglob("*.py")))
    found = {file: sites(file, file.relative_to(tree).as_posix()) for file in files}
    total = sum(map(len, found.values()))
    chance = random.Random(seed)
    shares = {file: size * len(several) / total for file, several in found.items()}
    counts = {file: int(share) for file, share in shares.items()}
    for file in sorted(shares, key=lambda one: counts[one] - shares[one])[: size - sum(counts.values())]:
        counts[file] += 1
    chosen = [site for file in files for site in chance.sample(found[file], min(counts[file], len(found[file])))]
    return chance.sample(chosen, len(chosen)), total


def outcome(tree: Path, site: Site, halves: tuple[list[str], list[str]], patience: float) -> str:
    """`killed`, `timeout` or `survived`; the file is put back as it was."""
    file = tree / site.file
    source, times = file.read_bytes(), file.stat()
    file.write_bytes(site.mutated(source))
    try:
        return next((said for several in halves if several and (said := _tried(tree, several, patience))), "survived")
    finally:
        file.write_bytes(source)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _tried(tree: Path, tests: list[str], patience: float) -> str:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (int(patience), int(patience) + 5))
        _run_tests(tree, tests)
    end = time.monotonic() + 10 * patience
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return {0: "", -signal.SIGXCPU: "timeout"}.get(code, "killed")
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timeout"


def _run_tests(tree: Path, tests: list[str]) -> None:
    """Run the tests in this forked process, which has loaded what skjema builds on, but not skjema."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for one in (0, 1, 2):
        os.dup2(null, one)
    os.chdir(tree)
    sys.path[:0] = [str(tree / "src"), str(tree)]
    code = 1
    try:
        arguments = ["-o", "addopts=", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov"]
        code = pytest.main([*arguments, *_REWRITTEN, *tests])
    finally:
        os._exit(code)


def load_beneath() -> None:
    """Load what tests need and no change touches; forked processes have it for nothing."""
    for name in (
        "click",
        "docxtpl",
        "fontTools.subset",
        "lxml.etree",
        "openpyxl",
        "pydantic",
        "pypdf",
        "pytest",
        "typst",
    ):
        importlib.import_module(name)
    hypothesis.settings.register_profile("mutation", derandomize=True, deadline=None, database=None)
    hypothesis.settings.load_profile("mutation")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("rooms", nargs="+", help="name=path,path ...")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--first", type=float, default=1.5)
    parser.add_argument("--most", type=float, default=5.0)
    parser.add_argument("--patience", type=float, default=60.0, help="seconds of processor time for one change")
    parser.add_argument("--out", type=Path, default=Path("mutation.json"))
    options = parser.parse_args()
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(options.work.resolve() / "tree/src")}
    sys.dont_write_bytecode = True
    tree, tests = options.work.resolve() / "tree", Tests(options.work)
    load_beneath()
    rooms = {}
    for room in options.rooms:
        name, _, paths = room.partition("=")
        rooms[name] = drawn(tree, paths.split(","), options.sample, options.seed)
    results: list[dict[str, object]] = []
    turns = zip_longest(*([(name, total, site) for site in chosen] for name, (chosen, total) in rooms.items()))
    for name, total, site in (one for turn in turns for one in turn if one):
        said = outcome(tree, site, tests.halves(site, options.first, options.most), options.patience)
        results.append({"room": name, "sites": total, "outcome": said, **asdict(site)})
        print(name, said, f"{site.file}:{site.line}", f"{site.before!r} -> {site.after!r}", flush=True)
        options.out.write_text(json.dumps(results, indent=1, ensure_ascii=False), "utf-8")
    for name, (_, total) in rooms.items():
        said = [one["outcome"] for one in results if one["room"] == name]
        print(f"== {name}: {len(said) - said.count('survived')} of {len(said)} noticed ({total} sites)")


if __name__ == "__main__":
    main()
