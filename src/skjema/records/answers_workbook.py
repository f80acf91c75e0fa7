"""The workbook that `skjema collect` makes: how it is told from other files, and of which run its replies are."""

import re
from contextlib import closing, suppress

from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.formats.office_package import Package
from skjema.formats.self_description import self_descriptions
from skjema.problems import Place, Problem
from skjema.records.reply_ids import NUMBER
from skjema.wording import LANGUAGES
from skjema.wording.workbook import GUIDE

_MARK, _NO_RUN = "skjema-svar", "-"
_MARKED = re.compile(rf"{_MARK} (\S+) (\S+)")
_CELLS = re.compile(r"xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml|content\.xml")
"""Parts of a workbook that hold the texts of cells."""


def answers_mark(form: Form, run: str, keywords: str) -> str:
    """The keywords of a workbook of replies, with what it says of itself.

    Args:
        keywords: Those that the list has which it is a copy of.
        run: What tells the run that made the documents from others; empty where there is none.
    """
    kept = _MARKED.sub("", keywords).strip()
    return f"{kept} {_MARK} {form.id} {run or _NO_RUN}".lstrip()


def is_of_answers(content: bytes) -> bool:
    """Whether a file is a workbook of replies, or has their columns; not by keywords, which a list has kept of one."""
    if not content.startswith(b"PK"):
        return False
    with suppress(InputError), closing(Package("", content)) as package:
        return any(_holds_sign(package, part) for part in package.names if _CELLS.fullmatch(part))
    return False


def _holds_sign(package: Package, part: str) -> bool:
    signs, before = _signs(), b""
    for chunk in package.chunks(part):  # never all of it: it may be made to fill the memory
        piece = before + chunk
        if any(sign in piece for sign in signs):
            return True
        before = piece[-max(map(len, signs)) :]
    return False


def _signs() -> list[bytes]:
    """What only such a workbook has in a cell: the ids, and the heading of the columns beside the list's own."""
    beside = GUIDE["answers-beside"]
    texts = [NUMBER, *(text for language in LANGUAGES if (text := getattr(beside, language)))]
    return [f">{text}<".encode() for text in texts]


def require_run(form: Form, name: str, content: bytes, run: str) -> None:
    """Refuse replies to other documents: their numbers are the same, and whom they are about is not."""
    for text in self_descriptions(content):
        mark = _MARKED.search(text)
        if mark and (mark[1] != form.id or (run and mark[2] not in (_NO_RUN, run))):
            raise InputError(Problem("answers-other-run", Place(name), params={"form": mark[1]}))
        if mark and run and mark[2] == _NO_RUN:  # its numbers are rows of a list, or files
            raise InputError(Problem("answers-no-run", Place(name)))
