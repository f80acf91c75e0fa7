"""Reads `kommune.toml`: what a municipality has set, and its logo."""

from pathlib import Path as File

from skjema.definition.profile import Profile
from skjema.definition.toml_file import TomlFile
from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.formats.png import is_png, is_whole, pixels

_LARGEST_LOGO = 200_000
"""Bytes; every file that is made carries the logo."""
_MOST_PIXELS = 4000
"""Of a logo's width or height: whatever draws it holds all its pixels in memory, however small the file."""


def read_profile(file: TomlFile, path: File) -> tuple[Profile, bytes | None]:
    """The municipality's profile, which stands in `file` at `path`, and its logo where it has one."""
    table = dict(file.data)
    table.pop("schema", None)  # checked where it is opened; Profile would report a wrong one once more
    profile = file.read(Profile, table, ()) or Profile()
    if profile.logo is None:
        return profile, None
    logo = _read_logo(path.parent / profile.logo, profile.logo)
    if logo is None:
        file.fault(("logo",), "logo-missing", got=profile.logo, file=path.name)
        return profile, None
    # The size comes before the last check, which unpacks the whole picture.
    if not is_png(logo):
        file.fault(("logo",), "logo-not-png", got=profile.logo)
    elif len(logo) > _LARGEST_LOGO or max(pixels(logo)) > _MOST_PIXELS:
        file.fault(("logo",), "logo-large", got=profile.logo, most=_LARGEST_LOGO // 1000)
    elif not is_whole(logo):
        file.fault(("logo",), "logo-damaged", got=profile.logo)
    return profile, logo


def _read_logo(path: File, name: str) -> bytes | None:
    """The file of a logo; None where there is none.

    Raises:
        FileError: It is there, but can't be read.
    """
    try:
        return read_file(path, name)
    except ValueError:  # a name that no file can have, such as one with a NUL in it
        return None
    except FileError as error:
        if error.problems[0].code != "file-missing":
            raise
        return None
