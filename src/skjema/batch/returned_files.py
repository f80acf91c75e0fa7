"""Files that have come back: which there are, and what is written in each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from skjema.errors import FileError, SkjemaError
from skjema.formats.form_fields import FormFields
from skjema.formats.open_input import read_file
from skjema.hashing import blake2b
from skjema.problems import Place, Problem
from skjema.records.answers_workbook import is_of_answers
from skjema.records.input_files import names_in_messages
from skjema.records.readers import HEIC, PICTURES, RETURNED, read_content
from skjema.records.returned import mark_of

_OWN = frozenset({"run.json", "run.key", "run.part"})
"""Files of a run that are no documents."""
_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
"""Files that Windows and macOS leave in folders by themselves."""
_KINDS = {
    **dict.fromkeys((".eml", ".msg"), "returned-mail"),
    **dict.fromkeys((".zip", ".7z", ".rar"), "returned-zip"),
    **dict.fromkeys(PICTURES, "returned-picture"),
    **dict.fromkeys(HEIC, "returned-heic"),
}
"""Codes of what can be read in another way, or once it has been taken out of what holds it."""


def returned_files(given: Iterable[Path]) -> Iterator[Path]:
    """The files that are given, and all those in the folders that are; but for a run's own report, workbooks of
    replies, hidden files and those of the system.

    Raises:
        FileError: One of those given isn't there.
    """
    for path in given:
        if not path.exists():
            raise FileError(Problem("file-missing", Place(path.name)))
        if not path.is_dir():
            yield path
            continue
        for one in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in one.relative_to(path).parts)
            if one.is_file() and not hidden and one.name not in _OWN and not _is_by_the_way(one):
                yield one


def _is_by_the_way(path: Path) -> bool:
    """Whether a file lies in a folder of answers and is none: left by the system, or by an earlier collecting."""
    if path.name.casefold() in _SYSTEM:
        return True
    with suppress(FileError):  # what can't be opened is told as any other file
        return path.suffix.casefold() == ".xlsx" and is_of_answers(read_file(path))
    return False


class ReadFile(NamedTuple):
    """A file that has come back.

    Attributes:
        fields: What is written in it; None where it can't be read, or has been read already.
        problems: Why.
        path: Where it lies.
        digest: Of its bytes.
    """

    name: str
    fields: FormFields | None
    problems: tuple[Problem, ...] = ()
    path: Path | None = None
    digest: bytes = b""


def can_scan() -> bool:
    """Whether what reads scanned papers is installed."""
    return all(find_spec(name) is not None for name in ("numpy", "PIL", "zxingcpp"))


def _read_returned(path: Path, name: str, known: dict[bytes, str]) -> ReadFile:
    """What is written in a file that has come back; it is left where and as it is.

    Args:
        name: What messages call it.
        known: What they call the files read before it, by a hash of their bytes: somebody who sends a file twice has
            answered once.
    """
    if path.suffix.casefold() not in RETURNED:
        return ReadFile(name, None, (Problem(_KINDS.get(path.suffix.casefold(), "returned-kind"), Place(name)),))
    try:
        content = read_file(path, name)
        digest = blake2b(content).digest()
        if digest in known:
            return ReadFile(name, None, (Problem("returned-again", Place(name), params={"first": known[digest]}),))
        fields = read_content(content, name, len).fields
        if fields is not None and fields.pictures:
            if not can_scan():
                return ReadFile(name, None, (Problem("scan-extra", Place(name)),))
            from skjema.scan.cut_out import cut_out  # only what came by way of skjema scan has some

            fields = fields._replace(pictures=cut_out(content, fields.pictures))
        known[digest] = name  # a file that can't be read by its ending may well be read by that of its twin
        return ReadFile(name, fields, path=path, digest=digest)
    except SkjemaError as error:
        return ReadFile(name, None, error.problems)


def read_all(files: Sequence[Path], progress: Callable[[int, int], None] | None = None) -> list[ReadFile]:
    """What is written in each of some files.

    Args:
        progress: Called with how many are read, and how many there are.
    """
    names, read, known = names_in_messages(files), list[ReadFile](), dict[bytes, str]()
    for done, path in enumerate(files, start=1):
        read.append(_read_returned(path, names[path], known))
        if progress:
            progress(done, len(files))
    return read


def likely_form(files: Iterable[ReadFile]) -> str:
    """Id of the form that most of the files say they are; empty where none says anything."""
    marks = (mark_of(one.fields) for one in files if one.fields is not None)
    counts = Counter(mark.form for mark in marks if mark is not None)
    return counts.most_common(1)[0][0] if counts else ""
