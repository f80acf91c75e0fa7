"""Runs typst on plain data, with skjema's own fonts only, and without a clock."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from skjema.errors import TypesetError
from skjema.formats.fonts import FOLDER
from skjema.problems import Place, Problem

_STANDARDS: Final = ("a-2a", "ua-1")
"""Standards of every PDF that is a document of its own: archival and accessible."""

_FORM = "form"


@cache
def _compiler() -> typst.Compiler:
    # with the fonts of the machine, pages would differ between machines
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts)


@cache
def _source(layout: str) -> bytes:
    return Path(__file__).with_name(f"{layout}.typ").read_bytes()


def typeset(data: dict[str, Any], logo: bytes | None = None, layout: str = _FORM, *, tagged: bool = True) -> bytes:
    """The PDF of a `Page`'s data, or of a cover's; the same data give the same bytes.

    Args:
        logo: A PNG file, if the data refer to one.
        layout: Name of the .typ file beside this module that lays the data out.
        tagged: Whether it is a document of its own, and thus tagged; pages of a print pack aren't, in half the time.

    Raises:
        TypesetError: It can't be set.
    """
    # typst takes no binary files from memory, so the picture is passed as a list of numbers
    input_data = data | {"logo": None if logo is None else list(logo)}
    files = {"main.typ": _source(layout), "form.json": json.dumps(input_data).encode()}
    standards: list[Any] = list(_STANDARDS) if tagged else []
    try:
        pdf = _compiler().compile(  # type: ignore[type-var]
            files, format="pdf", pdf_standards=standards, pdf_tags=tagged
        )
    except typst.TypstError:  # the message may quote a value
        raise TypesetError(Problem("typeset-failed", Place(str(data.get("author", layout))))) from None
    assert isinstance(pdf, bytes)  # a list only if pages are asked for one by one
    return pdf
