"""Files made by skjema beside those that are erased: they are reported, and left."""

from collections.abc import Iterable
from pathlib import Path

from skjema.errors import SkjemaError
from skjema.formats.open_input import read_file
from skjema.output.erase import is_made, scans_in
from skjema.output.previous import KEY

_KINDS = frozenset({".pdf", ".docx", ".docm", ".xlsx", ".xlsm", ".ods", ".zip"})
"""Endings of what is made, and of what programs save it as."""


def left_beside(folder: Path | None, taken: Iterable[Path]) -> list[Path]:
    """Files, and folders of scanned papers, beside a run's folder and beside the files to be removed.

    Nothing says which run they are of, so that nobody takes them away unasked.

    Args:
        taken: What is to be removed.
    """
    known = {path.resolve() for path in taken}
    run = folder.resolve() if folder else None
    places = dict.fromkeys([*([run.parent] if run else []), *(path.parent for path in sorted(known))])
    beside = [place for place in places if run is None or run not in (place, *place.parents)]
    there = [path for place in beside if place not in known for path in sorted(place.iterdir())]
    return [path for path in there if path not in {run, *known, *places} and _says_so(path)]


def _says_so(path: Path) -> bool:
    try:
        if path.is_dir():
            return not (path / KEY).exists() and bool(scans_in(path))
        return path.suffix.casefold() in _KINDS and is_made(read_file(path))
    except (SkjemaError, OSError):  # what can't be read says nothing
        return False
