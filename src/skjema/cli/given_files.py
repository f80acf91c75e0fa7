"""Works out which form and files a command line means: swapped arguments, patterns, other Unicode normal forms."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from skjema.problems import Place, Problem, Severity
from skjema.records.readers import READERS

_PROFILES = ("kommune.toml", "kommune.toml.txt", "Kommune.toml.txt", "kommune.txt")
"""Names of a municipality's profile, also with the ending that Windows hides."""
_LOCKS = ("~$", ".~lock.")
"""Prefixes of the lock files of Excel and LibreOffice."""


def meant(form_id: str, files: Sequence[Path]) -> tuple[str, tuple[Path, ...]]:
    """The form and the data of a command; swapped if a data file stands first, and with patterns expanded."""
    if _is_data(form_id) and len(files) == 1 and not _is_data(str(files[0])):
        form_id, files = str(files[0]), [Path(form_id)]
    return form_id, tuple(path for file in files for path in _written_out(file))


def _is_data(name: str) -> bool:
    return Path(name).suffix.casefold() in READERS


def _written_out(path: Path) -> Iterator[Path]:
    """The files that a path means: those matching a pattern, which Windows doesn't expand, or the file of that name."""
    if path.exists():
        yield path
    elif any(sign in path.name for sign in "*?"):
        found = sorted(one for one in path.parent.glob(path.name) if not one.name.startswith(_LOCKS))
        yield from found or [path]
    else:
        yield _alike(path)


def _alike(path: Path) -> Path:
    """The file whose name is equal in another normal form, as Macs write letters like å; else the path itself."""
    wanted = unicodedata.normalize("NFC", path.name)
    there = path.parent.iterdir() if path.parent.is_dir() else ()
    return next((one for one in there if unicodedata.normalize("NFC", one.name) == wanted), path)


def habit_problems(files: Sequence[Path], kommune: Path | None) -> list[Problem]:
    """Warnings about the files, before they are read: files open in another program, a profile with a wrong name."""
    problems = [
        Problem("file-open-elsewhere", Place(file.name), Severity.WARNING)
        for file in files
        if any((file.parent / lock).exists() for lock in (f"~${file.name}", f".~lock.{file.name}#"))
    ]
    here = Path("kommune.toml")
    if kommune is None and not here.exists():
        for folder in dict.fromkeys((Path(), *(file.parent for file in files))):
            for name in _PROFILES:
                if (folder / name).is_file():
                    params: dict[str, object] = {"got": str(folder / name)}
                    problems.append(Problem("profile-elsewhere", Place(name), Severity.WARNING, params))
    return problems


def is_file_of_data(name: str) -> bool:
    """Whether an argument is an existing file that may hold records."""
    return _is_data(name) and Path(name).is_file()
