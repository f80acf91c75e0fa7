"""Counts what `skjema draft` takes the fields of PDFs for, right, wrong and missing, by what people have written down.

    python bench/draft_guesses.py [FOLDER...]

A folder holds PDFs, and beside each a text file of its name with what is to be filled in; `tests/draft/truth.py` says
how. Without a folder, those of `tests/draft/papers`. PDFs without such a file are passed over.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from skjema import api  # noqa: E402
from tests.draft.truth import PAPERS, Count, count, told, truth_of  # noqa: E402


def counted(paper: Path) -> Count:
    """What a draft of a paper has right."""
    draft = api.draft(paper, "utkast")
    sections = tomllib.loads(draft.definition)["section"]
    fields = [one for part in sections for one in part.get("field", ())]
    rows = [(one["label"]["nb"], one["max"]) for one in fields if one["type"] == "group"]
    return count(truth_of(paper), told(draft.guesses, rows))


def main(folders: list[Path]) -> int:
    """Print the table; 1 where fewer than nine of ten guesses are right."""
    papers = [one for folder in folders for one in sorted(folder.glob("*.pdf")) if one.with_suffix(".txt").exists()]
    counts = {paper: counted(paper) for paper in papers}
    print("| paper | fields | right | wrong | missing |\n|---|---|---|---|---|")
    for paper, one in counts.items():
        fields = one.right + len(one.wrong) + len(one.missing)
        print(f"| {paper.stem} | {fields} | {one.right} | {len(one.wrong)} | {len(one.missing)} |")
    right, wrong = sum(one.right for one in counts.values()), sum(len(one.wrong) for one in counts.values())
    missing = sum(len(one.missing) for one in counts.values())
    share = right / max(right + wrong + missing, 1)
    print(f"| **all** | {right + wrong + missing} | {right} ({share:.0%}) | {wrong} | {missing} |")
    for paper, one in counts.items():
        for line in (*one.wrong, *(f"missing: {line}" for line in one.missing)):
            print(f"{paper.stem}: {line}", file=sys.stderr)
    return int(share < 0.9)


if __name__ == "__main__":
    sys.exit(main([Path(one) for one in sys.argv[1:]] or [PAPERS]))
