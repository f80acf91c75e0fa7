"""Tables in Markdown: of each race, and of the goals."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from measure import Result
from section import Goal, Section, median_each

BEGIN, END = "<!-- measured: bench/run.py --write puts this here -->", "<!-- /measured -->"


def markdown(about: Mapping[str, str], sections: Sequence[Section]) -> str:
    """Everything that was measured."""
    goals = list(chain.from_iterable(section.goals for section in sections))
    parts = [_about(about), *([_goals(goals)] if goals else []), *map(_table, sections)]
    return "\n\n".join(parts) + "\n"


def put_into(path: Path, text: str) -> None:
    """Replace what stands between the two marks of a file."""
    before, _, rest = path.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", "utf-8")


def _about(about: Mapping[str, str]) -> str:
    return (
        f"Measured {about['date']} in {about['minutes']} minutes on {about['machine']} (load before: {about['load']}); "
        f"Python {about['python']}, node {about['node']}. {about['versions']}."
    )


def _goals(goals: Sequence[Goal]) -> str:
    lines = ["| | goal | measured | |", "|---|---|---|---|"]
    for goal in goals:
        bound = f"{'≥' if goal.at_least else '≤'} {goal.bound:g} {goal.unit}"
        measured = "–" if goal.measured is None else f"{figure(goal.measured)} {goal.unit}"
        lines.append(f"| {goal.work} | {bound} | {measured} | {_verdict(goal)} |")
    return "\n".join(lines)


def _verdict(goal: Goal) -> str:
    if goal.measured is None:
        return "not measured"
    return "" if goal.is_met else "**not met**"


def _table(section: Section) -> str:
    heads = ("", "made", f"ms a {section.each} (min–max)", "× skjema", "without start", "MB", "")
    lines = [f"### {section.title}", "", section.text, "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    rivals = any(one.role != "ours" for one in section.results)
    ours = next((one for one in section.results if rivals and one.role == "ours" and not one.fault), None)
    lines += (_row(one, section.documents, ours) for one in section.results)
    return "\n".join(lines)


def _row(result: Result, documents: int, ours: Result | None) -> str:
    name = f"**{result.name}**" if result.role == "ours" else result.name
    if result.fault:
        return f"| {name} | | | | | | {result.fault.replace('|', '/')} |"
    each = result.each(documents)
    middle = median_each(result, documents)
    times = f"{figure(middle)} ({figure(min(each))}–{figure(max(each))})"
    against = figure(middle / median_each(ours, documents)) if ours else ""
    loop = "" if result.loop is None else figure(result.loop)
    return f"| {name} | {result.documents} | {times} | {against} | {loop} | {result.memory:.0f} | {result.note} |"


def figure(value: float) -> str:
    """Two or three digits that mean something."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
