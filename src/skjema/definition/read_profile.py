"""Reads `kommune.toml`, a municipality's profile, and its logo."""

from pathlib import Path as File

from skjema.definition.profile import Profile
from skjema.definition.toml_file import TomlFile
from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.formats.png import is_png, is_whole, pixels

_LARGEST_LOGO = 200_000
"""Largest size in bytes; every document that is made carries the logo."""
_MOST_PIXELS = 4000
"""Greatest width or height in pixels, since drawing the logo holds all pixels in memory."""


def read_profile(file: TomlFile, path: File) -> tuple[Profile, bytes | None]:
    """The profile in `file`, which was read from `path`, and the content of its logo; None without a logo."""
    table = dict(file.data)
    table.pop("schema", None)  # checked on opening; Profile would report a wrong one again
    profile = file.read(Profile, table, ()) or Profile()
    if profile.logo is None:
        return profile, None
    logo = _read_logo(path.parent / profile.logo, profile.logo)
    if logo is None:
        file.fault(("logo",), "logo-missing", got=profile.logo, file=path.name)
        return profile, None
    # the size is checked before `is_whole`, which unpacks the whole picture
    if not is_png(logo):
        file.fault(("logo",), "logo-not-png", got=profile.logo)
    elif len(logo) > _LARGEST_LOGO or max(pixels(logo)) > _MOST_PIXELS:
        file.fault(("logo",), "logo-large", got=profile.logo, most=_LARGEST_LOGO // 1000)
    elif not is_whole(logo):
        file.fault(("logo",), "logo-damaged", got=profile.logo)
    return profile, logo


def _read_logo(path: File, name: str) -> bytes | None:
    """The content of a logo's file; None where there is no such file.

    Raises:
        FileError: The file exists, but can't be read.
    """
    try:
        return read_file(path, name)
    except ValueError:  # a name that no file can have, such as one with a NUL
        return None
    except FileError as error:
        if error.problems[0].code != "file-missing":
            raise
        return None
