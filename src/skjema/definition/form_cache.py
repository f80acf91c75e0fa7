"""The door to definitions: a form that has been read and found whole once is taken from what is kept of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path as File

from skjema.definition.catalogue import bundled
from skjema.definition.model import Form
from skjema.disk_cache import cached
from skjema.formats.open_input import read_file


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
        from skjema.definition.form_reader import read_form

        return read_form(folder, profile_file, homes)

    made_of = (*_content(folder, profile_file), repr((folder, homes)).encode())
    form = cached("form", made_of, read)
    logo = _logo(form, profile_file)
    return form if logo == form.logo else cached("form", (*made_of, logo or b""), read)


def _content(folder: File, profile_file: File | None) -> Iterator[bytes]:
    """All that a form is made of but its logo: its definition, every block there is, and the profile."""
    blocks = (sorted((shelf / "_blocks").glob("*.toml")) for shelf in (folder.parent, bundled()))
    for path in (folder / "skjema.toml", *(one for shelf in blocks for one in shelf), profile_file):
        yield str(path).encode()
        if path is not None and path.is_file():
            yield read_file(path)


def _logo(form: Form, profile_file: File | None) -> bytes | None:
    """The logo as it is now; None where there is none."""
    path = profile_file.parent / form.profile.logo if profile_file and form.profile.logo else None
    return read_file(path) if path is not None and path.is_file() else None
