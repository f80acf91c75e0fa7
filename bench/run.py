"""Measure skjema beside its peers, and say how it stands to its goals. `python bench/run.py --help`"""

import argparse
import compileall
import json
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module

import chart
import machine
import peers
import report
from measure import HERE, WORK, Settings, begin, clean
from section import Section

PARTS = ("word", "one", "pdf", "pack", "reading", "start", "whole", "invitations", "curve")
RESULTS = WORK / "results.json"


def main() -> None:
    options = _options()
    chosen = options.only.split(",") if options.only else list(PARTS)
    WORK.mkdir(exist_ok=True)
    compileall.compile_dir(HERE.parent / "src", quiet=1)  # as an installed program is
    peers.install(chosen, _progress)
    settings = Settings(options.rounds, options.curve, _progress)
    sections: list[Section] = []
    began, load = datetime.now().astimezone(), machine.load()
    for part in chosen:
        begin()
        try:
            measure: Callable[[Settings], list[Section]] = import_module(f"parts.{part}").measure
            sections += measure(settings)
        finally:
            clean()
    about = machine.describe(began, load)
    data = {"about": about, "sections": [section.as_data() for section in sections]}
    RESULTS.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    text = report.markdown(about, sections)
    sys.stdout.write(text)
    if options.write:
        report.put_into(HERE / "README.md", text)
        (HERE / "chart.svg").write_text(chart.drawn(sections), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure skjema beside its peers.")
    parser.add_argument("--only", metavar="PART,…", help=f"parts to run: {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each race; the median counts (3)")
    parser.add_argument("--curve", action="store_true", help="draw the cost curve up to 50 000 records")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md and draw chart.svg")
    options = parser.parse_args()
    unknown = set((options.only or PARTS[0]).split(",")) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _progress(what: str) -> None:
    """One line on stderr, the last one written over where there is a terminal."""
    sys.stderr.write(f"\r\x1b[K{what[:110]}" if sys.stderr.isatty() else f"{what}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
