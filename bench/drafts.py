"""Count how many guesses of `skjema draft` are right, wrong and missing. `python bench/drafts.py`

Over Word forms that LibreOffice writes of `draft_forms`; what is to be found stands beside each there.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from skjema.draft.draft_word import draft_word
from skjema.draft.guess import Guess
from skjema.errors import SkjemaError
from skjema.text_match import match_key

from draft_forms import FORMS, LAST, LATER, Form, fodt


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for title, forms in (("first", FORMS), ("later", LATER), ("last", LAST)):
            whole: Counter[str] = Counter()
            for form, file in zip(forms, word_files(forms, Path(folder)), strict=True):
                count, told = counted(form, file)
                whole += count
                print(f"{form.name:14} {count['right']:3} right {count['wrong']:3} wrong {count['missing']:3} missing")
                if "-v" in sys.argv:
                    print("".join(f"    {one}\n" for one in told), end="")
            share = whole["right"] / whole.total()
            print(f"{title:14} {whole['right']:3} right {whole['wrong']:3} wrong {whole['missing']:3} missing")
            print(f"{title:14} {share:.1%} right")


def word_files(forms: Sequence[Form], folder: Path) -> list[Path]:
    """The forms as Word files that LibreOffice has written."""
    sources = [folder / f"{form.name}.fodt" for form in forms]
    for form, source in zip(forms, sources, strict=True):
        source.write_text(fodt(form), "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, *sources]
    subprocess.run(command, check=True, capture_output=True)
    return [source.with_suffix(".docx") for source in sources]


def counted(form: Form, file: Path) -> tuple[Counter[str], list[str]]:
    """How many guesses are right, wrong and missing, and what those are that aren't right.

    A guess is right where its label, type, rows and who fills it in are what a person says. One of a place that is none
    is wrong, as is one of another type.
    """
    try:
        guesses = draft_word(file.name, file.read_bytes()).guesses
    except SkjemaError:
        guesses = []
    count: Counter[str] = Counter()
    told: list[str] = []
    left = list(guesses)
    for line in form.expected:
        labels, kinds = line.rsplit(": ", 1)
        names = {match_key(label) for label in labels.split("|")}
        found = next((one for one in left if names & _labels(one)), None)
        if found is None:
            count["missing"] += 1
            told.append(f"missing: {line}")
            continue
        left.remove(found)
        is_right = _said(found) in kinds.split("|")
        count["right" if is_right else "wrong"] += 1
        if not is_right:
            told.append(f"wrong: {line}, taken for {_said(found)}")
    count["wrong"] += len(left)
    told += [f"none there: {one.label}: {_said(one)}" for one in left]
    return count, told


def _labels(one: Guess) -> set[str]:
    """What a guess is called: of two alike, one has its section or a number behind it."""
    return {match_key(one.label), match_key(re.sub(r" \([^()]*\)$", "", one.label))}


def _said(guess: Guess) -> str:
    return f"{guess.type}{' row' if guess.group else ''}{' recipient' if guess.recipient else ''}"


if __name__ == "__main__":
    main()
