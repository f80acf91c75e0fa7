"""The door to definitions: a form that has been read and found whole once is taken from what is kept of it."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path as File

from skjema.definition.catalogue import bundled
from skjema.definition.model import Form
from skjema.kept import kept


def load_form(folder: File, profile_file: File | None = None, shelves: Sequence[File] = ()) -> Form:
    """The form in `folder`, with the municipality's settings from `profile_file`.

    Args:
        shelves: Folders of forms, whose Word templates of this form come before its own.

    Raises:
        DefinitionError: With every fault of the definition, its blocks and the profile.
        FileError: A file is missing or can't be read.
    """
    homes = (*(shelf / folder.name for shelf in shelves), folder)

    def read() -> Form:
        from skjema.definition.loading import read_form

        return read_form(folder, profile_file, homes)

    content = (*_content(folder, profile_file), repr((folder, homes)).encode())
    return kept("form", content, File(__file__).parent.glob("*.py"), read)


def _content(folder: File, profile_file: File | None) -> Iterator[bytes]:
    """All that a form is made of: its definition, every block there is, the profile and its logo."""
    blocks = (sorted((shelf / "_blocks").glob("*.toml")) for shelf in (folder.parent, bundled()))
    logo = _logo(profile_file) if profile_file else None
    for path in (folder / "skjema.toml", *(one for shelf in blocks for one in shelf), profile_file, logo):
        yield str(path).encode()
        if path is not None and path.is_file():
            yield path.read_bytes()


def _logo(profile_file: File) -> File | None:
    """Where the profile's logo lies, as far as that can be told before it is read for good."""
    try:
        name = tomllib.loads(profile_file.read_text("utf-8-sig")).get("logo")
    except (OSError, ValueError):
        return None
    return profile_file.parent / name if isinstance(name, str) else None
