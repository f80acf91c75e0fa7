"""Pages set by typst, from plain data, with skjema's own fonts only and no clock."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from skjema.render.fonts import FOLDER

STANDARDS: Final = ("a-2a", "ua-1")
"""Every PDF is archival and accessible at once."""

_MAIN = Path(__file__).with_name("form.typ")


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts)


@cache
def _source() -> bytes:
    return _MAIN.read_bytes()


def typeset(data: dict[str, Any], logo: bytes | None = None) -> bytes:
    """The PDF of a `Page`'s data; the same bytes for the same data.

    Args:
        logo: A PNG file, where the data ask for one.
    """
    # typst takes no binary files from memory, so that the picture goes as a list of numbers
    whole = data | {"logo": None if logo is None else list(logo)}
    files = {"main.typ": _source(), "form.json": json.dumps(whole).encode()}
    made = _compiler().compile(files, format="pdf", pdf_standards=list(STANDARDS))  # type: ignore[type-var]
    assert isinstance(made, bytes)
    return made
