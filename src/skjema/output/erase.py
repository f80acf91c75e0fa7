"""Finds and removes what runs left on the machine; the office's own lists are never among it."""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from skjema import __version__, disk_cache
from skjema.errors import SkjemaError, UsageError, file_error
from skjema.formats.open_input import read_file
from skjema.formats.self_description import MADE, self_descriptions
from skjema.output.folder import LocalFolder
from skjema.output.previous import JOURNAL, KEY, MANIFEST, SCANNED, Previous
from skjema.problems import Place, Problem
from skjema.records.answers_workbook import is_of_answers
from skjema.records.mark import Mark

Kind = Literal["document", "report", "key", "made"]
"""A document of the run, its report, its key, or another file that was made: a pack, an index, answers."""


class Remnant(NamedTuple):
    """A file that is to be removed."""

    kind: Kind
    path: Path


class Erased(NamedTuple):
    """A removed file: its kind, its size in bytes and the hash of its content."""

    kind: Kind
    size: int
    sha256: str


def remnants(folder: Path | None, previous: Previous | None, more: Sequence[Path]) -> list[Remnant]:
    """The files to remove: documents first, then other files, and the key last.

    Args:
        folder, previous: Of the run; None for files alone.
        more: Other files that were made: packs, indexes, marked copies, answers, runs in a zip file.

    Raises:
        UsageError: One of them wasn't made by skjema, or may be a list of the office's own.
        FileError: One can't be read.
    """
    found: list[Remnant] = []
    if folder is not None and previous is not None:
        found += [Remnant("document", folder / name) for name in sorted(previous.files)]
        found += [Remnant("made", path) for path in _left_in(folder)]
    foreign = [path for path in more if not is_made(read_file(path))]
    if foreign:
        raise UsageError(*(Problem("erase-foreign", Place(path.name)) for path in foreign))
    more = [one for path in more for one in (path, *_kept_before(path))]
    known = {one.path.resolve() for one in found}
    found += [Remnant("made", path) for path in dict.fromkeys(more) if path.resolve() not in known]
    if folder is not None:
        present = ((kind, folder / name) for kind, name in _OWN if (folder / name).exists())
        found += [Remnant(kind, path) for kind, path in present]
    return found


def _kept_before(path: Path) -> list[Path]:
    """The earlier editions of a workbook of answers, kept beside it."""
    if path.suffix.casefold() != ".xlsx":
        return []
    before = (one for one in path.parent.glob("*.xlsx") if one.stem.startswith(f"{path.stem}-forrige"))
    return [one for one in sorted(before) if one.is_file() and is_made(read_file(one))]


def scans_in(folder: Path) -> list[Path]:
    """The papers that were scanned into a folder of their own; nothing where anything else is in it."""
    there = sorted(folder.rglob("*"))
    return there if all(one.is_file() and _is_scan(read_file(one)) for one in there) else []


def _is_scan(content: bytes) -> bool:
    from skjema.formats.pdf.form_fields import read_fields

    with contextlib.suppress(SkjemaError):
        fields = read_fields(content, "")
        return fields.on_paper or bool(fields.page_problems)
    return False


def _left_in(folder: Path) -> list[Path]:
    """Files that other commands made in a run's folder: scanned papers and workbooks of answers."""
    scans = folder / SCANNED
    there = [*scans.glob("*.pdf"), *folder.glob("*.xlsx")] if scans.is_dir() else [*folder.glob("*.xlsx")]
    return [path for path in sorted(there) if path.is_file() and is_made(read_file(path))]


_OWN: tuple[tuple[Kind, str], ...] = (("report", JOURNAL), ("report", MANIFEST), ("key", KEY))
"""In this order: as long as the report is there, an erasing that was cut off can be taken up again."""


_ODS = b"opendocument.spreadsheet"
"""Near the start of an ods file, which programs save a workbook of answers as."""


def is_made(content: bytes) -> bool:
    """Whether a file's metadata says that a run made it, unlike a workbook for input."""
    texts = list(self_descriptions(content))
    if any(MADE in text for text in texts) or (_ODS in content[:100] and is_of_answers(content)):
        return True
    is_workbook = content.startswith(b"PK") and b"xl/workbook.xml" in content
    return not is_workbook and any(Mark.read(text) is not None for text in texts)


def erase(found: Sequence[Remnant]) -> Iterator[Erased]:
    """Remove files one by one; yields each when it is gone.

    Raises:
        FileError: One can't be removed; those before it are gone.
    """
    for kind, path in found:
        try:
            content = path.read_bytes()
            path.unlink()
        except OSError as error:
            raise file_error(path.name, error) from None
        yield Erased(kind, len(content), hashlib.sha256(content).hexdigest())


def leave(folder: Path, others: Iterable[Path] = ()) -> None:
    """Remove what is half-written in a run's folder, and the folder and others of scans if nothing is left.

    An empty folder that can't be removed stays: a link to one, that which one stands in, one that is held open.
    """
    LocalFolder(folder).remove_leftovers()
    for one in (folder / SCANNED, *others):
        with contextlib.suppress(OSError):  # it isn't there, or something else is in it
            one.rmdir()
    disk_cache.clear()
    with contextlib.suppress(OSError):
        folder.rmdir()


def still_there(found: Sequence[Remnant], folder: Path | None) -> int:
    """How many files are left: those that should have been removed, and others in the run's folder."""
    present = {one.path.resolve() for one in found if one.path.exists()}
    if folder is not None and folder.exists():
        present.update(path.resolve() for path in folder.iterdir())
    return len(present)


def receipt(form: str, records: int, erased: Sequence[Erased], left: int, day: date) -> bytes:
    """The receipt of what was removed: counts and hashes, without names, tokens or places."""
    listed = {
        "skjema": __version__,
        "form": form,
        "date": day.isoformat(),
        "records": records,
        "files": len(erased),
        "bytes": sum(one.size for one in erased),
        "left": left,
        "backups": "untouched",
        "erased": [one._asdict() for one in erased],
    }
    return json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"
