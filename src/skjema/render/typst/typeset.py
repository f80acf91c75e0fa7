"""Pages set by typst, from plain data, with skjema's own fonts only and no clock."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from skjema.errors import TypesetError
from skjema.formats.fonts import FOLDER
from skjema.problems import Place, Problem

_STANDARDS: Final = ("a-2a", "ua-1")
"""Every PDF that is a document of its own is archival and accessible at once."""

_FORM = "form"


@cache
def _compiler() -> typst.Compiler:
    # the machine's own fonts would make other pages on another machine
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts)


@cache
def _source(layout: str) -> bytes:
    return Path(__file__).with_name(f"{layout}.typ").read_bytes()


def typeset(data: dict[str, Any], logo: bytes | None = None, layout: str = _FORM, *, tagged: bool = True) -> bytes:
    """The PDF of a `Page`'s data, or of a cover's; the same bytes for the same data.

    Args:
        logo: A PNG file, where the data ask for one.
        layout: Which of the .typ files beside this module sets it.
        tagged: Whether it is a document of its own, rather than pages of a pack for paper: that takes twice as long.

    Raises:
        TypesetError: It can't be set.
    """
    # typst takes no binary files from memory, so that the picture goes as a list of numbers
    input_data = data | {"logo": None if logo is None else list(logo)}
    files = {"main.typ": _source(layout), "form.json": json.dumps(input_data).encode()}
    standards: list[Any] = list(_STANDARDS) if tagged else []
    try:
        pdf = _compiler().compile(  # type: ignore[type-var]
            files, format="pdf", pdf_standards=standards, pdf_tags=tagged
        )
    except typst.TypstError:  # whose message may quote a value
        raise TypesetError(Problem("typeset-failed", Place(str(data.get("author", layout))))) from None
    assert isinstance(pdf, bytes)  # a list of them where pages are asked for one by one
    return pdf
