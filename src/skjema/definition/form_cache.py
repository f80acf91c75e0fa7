"""Loads a form: from the cache while its files are unchanged, else from the files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from pathlib import Path as File

from skjema.definition.catalogue import LAWS, RULES, bundled_folder
from skjema.definition.model import Form
from skjema.disk_cache import cached
from skjema.formats.open_input import read_file
from skjema.wording import Language


def load_form(folder: File, profile_file: File | None = None, shelves: Sequence[File] = ()) -> Form:
    """The form in `folder`, with the municipality's settings from `profile_file`.

    Args:
        shelves: Folders of forms, in order of preference. Word templates of this form in earlier folders win over
            those beside the definition; later folders are ignored.

    Raises:
        DefinitionError: With every fault of the definition, its blocks and the profile.
        FileError: A file is missing or can't be read.
    """
    earlier = takewhile(lambda shelf: shelf.resolve() != folder.parent.resolve(), shelves)
    template_folders = (*(shelf / folder.name for shelf in earlier), folder)

    def read() -> Form:
        from skjema.definition.form_reader import read_form  # which loads pydantic: longer than most commands take

        return read_form(folder, profile_file, template_folders)

    sources = (*_sources(folder, profile_file), repr((folder, template_folders)).encode())
    form = cached("form", sources, read)
    # only the form says where its logo lies, so the first look-up can't take the logo into account
    logo = _logo(form, profile_file)
    if logo != form.logo:
        form = cached("form", (*sources, logo or b""), read)
    return replace(form, own_pdfs=_own_pdfs(form)) if form.pdf == "own" else form


def _sources(folder: File, profile_file: File | None) -> Iterator[bytes]:
    """Name and content of each file that the form may depend on: definition, blocks, laws, rules and profile."""
    # every block, since which ones the definition uses is known only after parsing
    shelves = dict.fromkeys((folder.parent, bundled_folder()))
    blocks = chain(*(sorted((shelf / "_blocks").glob("*.toml")) for shelf in shelves))
    shared = (shelf / name for shelf in shelves for name in (LAWS, RULES))
    for path in (folder / "skjema.toml", *blocks, *shared, profile_file):
        yield str(path).encode()
        if path is not None and path.is_file():
            yield read_file(path)


def _logo(form: Form, profile_file: File | None) -> bytes | None:
    """The current content of the logo; None without one."""
    path = profile_file.parent / form.profile.logo if profile_file and form.profile.logo else None
    return read_file(path) if path is not None and path.is_file() else None


def _own_pdfs(form: Form) -> dict[Language, tuple[str, bytes]]:
    """Name and content of the form's own PDF by language; a PDF without a language in its name serves the others."""
    found = {}
    for language in form.languages:
        names = (f"{form.id}.{language}.pdf", f"{form.id}.pdf")
        paths = (folder / name for name in names for folder in form.template_folders)
        if path := next(filter(File.is_file, paths), None):
            found[language] = (path.name, read_file(path))
    return found
