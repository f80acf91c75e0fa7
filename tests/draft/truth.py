"""What stands in a paper to be filled in, written down by hand, and how much of it a draft has got right.

A line for each field, in the order in which they are read: its type, its label, and then its answers, or `group` or
`recipient`. `group | Foresatte | 3` before its columns is a group and how many rows there is room for.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from skjema.draft.guess import Guess
from skjema.text_match import match_key

PAPERS = Path(__file__).parent / "papers"


class Count(NamedTuple):
    """How many fields a draft has right, wrong or missing; a guess of something that isn't there is wrong too."""

    right: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.right / max(self.right + len(self.wrong) + len(self.missing), 1)


def truth_of(paper: Path) -> list[str]:
    """The lines of the file beside a paper, as `told` writes them."""
    lines = paper.with_suffix(".txt").read_text("utf-8").splitlines()
    return [" | ".join(part.strip() for part in line.split("|")) for line in lines if line.strip()]


def told(guesses: Sequence[Guess], groups: Sequence[tuple[str, int]]) -> list[str]:
    """What a draft says, as truths are written.

    Args:
        groups: Label of each group in turn, and how many rows it has room for.
    """
    lines: list[str] = []
    before = ""
    waiting = list(groups)
    for one in guesses:
        if one.group and one.group != before:
            label, rows = waiting.pop(0)
            lines.append(f"group | {label} | {rows}")
        before = one.group
        answers = ", ".join(answer.label for answer in one.answers)
        more = "group" if one.group else "recipient" if one.recipient else answers
        lines.append(" | ".join(filter(None, (one.type, one.label, more))))
    return lines


def count(truth: Sequence[str], guessed: Sequence[str]) -> Count:
    """Compare, label by label: what has the label of no field of the paper is wrong, whatever it is."""
    waiting = list(guessed)
    right, wrong, missing = 0, [], []
    for line in truth:
        found = next((one for one in waiting if _label(one) == _label(line)), None)
        if found is None:
            missing.append(line)
            continue
        waiting.remove(found)
        if _plain(found) == _plain(line):
            right += 1
        else:
            wrong.append(f"{found}  instead of  {line}")
    return Count(right, (*wrong, *waiting), tuple(missing))


def _plain(line: str) -> list[str]:
    """A line as it is compared: fonts of small capitals hide how a word is spelt."""
    return [match_key(part) for part in line.split(" | ")]


def _label(line: str) -> tuple[bool, str]:
    kind, label, *_ = line.split(" | ")
    return kind == "group", match_key(label)
