"""Every sentence is there in three languages, with the same gaps, in letters a Windows console has."""

import re
import string
from pathlib import Path

import pytest

from skjema.fieldtypes import TYPES
from skjema.wording import LANGUAGES, Wording
from skjema.wording.draft import DRAFT
from skjema.wording.forms import FORMS
from skjema.wording.help import CLICK, HELP
from skjema.wording.messages import MESSAGES
from skjema.wording.problems import PROBLEMS
from skjema.wording.workbook import GUIDE

SOURCE = Path(__file__).parent.parent / "src" / "skjema"
TABLES = {
    "problems": PROBLEMS,
    "messages": MESSAGES,
    "draft": DRAFT,
    "forms": FORMS,
    "help": HELP,
    "click": CLICK,
    "guide": GUIDE,
    "types": {name: one.help for name, one in TYPES.items() if one.help},
}
ALL = [(name, key, wording) for name, table in TABLES.items() for key, wording in table.items()]

COUNTS = frozenset({"count", "excess", "failed", "files", "length", "pages", "records", "seconds", "usual", "wanted"})
"""Gaps that hold a number of things in one wording or another."""
SAME_FOR_ONE = frozenset({"tegn", "teikn"})
NEVER_ONE = {
    "digits-length": "four or more",
    "document-hung": "two minutes",
    "print-pages-many": "more than a print service takes",
    "text-long": "more than a text may have",
}
_COUNTED = re.compile(r"\{(\w+)\} (\w+)")


def params(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("table", "key", "wording"), ALL, ids=[f"{table}-{key}" for table, key, _ in ALL])
def test_each_wording_is_complete(table: str, key: str, wording: Wording) -> None:
    assert all(text.strip() for text in wording)
    assert params(wording.nb) == params(wording.nn) == params(wording.en)
    if table != "forms":
        for text in wording:
            assert not set(text) & set("–—…“”’"), "use plain punctuation"
            assert set(re.findall(r"\b[A-Z][a-z]+[A-Z]\w*", text)) <= {"LibreOffice"}, "a name of the code"
            if "č" not in text:
                text.encode("cp1252")
                text.encode("cp850")


@pytest.mark.parametrize(("table", "key", "wording"), ALL, ids=[f"{table}-{key}" for table, key, _ in ALL])
def test_a_count_reads_right_for_one(table: str, key: str, wording: Wording) -> None:
    """No word in the plural stands after a number that may be 1; see docs/decisions/0014-wordings.md."""
    for text in wording:
        for gap, word in _COUNTED.findall(text):
            assert gap not in COUNTS or word in SAME_FOR_ONE or key in NEVER_ONE, f"«{{{gap}}} {word}» in {key}"


def test_no_two_tables_define_the_same_problem() -> None:
    files = SOURCE.glob("wording/problems_*.py")
    codes = [
        code for path in files for code in re.findall(r'^    "([a-z0-9-]+)": Wording\(', path.read_text("utf-8"), re.M)
    ]
    assert sorted(codes) == sorted(set(codes)) == sorted(PROBLEMS)


def test_codes_in_the_source_are_those_of_the_tables() -> None:
    """No wording without a problem; one without a wording ends in a KeyError wherever it is tested."""
    used = set()
    for path in SOURCE.rglob("*.py"):
        if "wording" not in path.parts:
            used |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', path.read_text("utf-8")))
    used |= {f"{kind}-checksum" for kind in ("fodselsnummer", "organisasjonsnummer", "kontonummer")}
    assert set(PROBLEMS) - used - {"constraint"} == set()


def test_a_language_is_chosen_by_its_code() -> None:
    assert [PROBLEMS["required-empty"].text(code, label={"nb": "Navn", "nn": "Namn"}) for code in LANGUAGES] == [
        "«Navn» må fylles ut.",
        "«Namn» må fyllast ut.",
        '"Navn" must be filled in.',
    ]
