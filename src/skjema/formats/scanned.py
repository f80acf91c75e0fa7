"""What was read from a scanned paper; it is stored in the PDF of its pages, to be collected like e-mailed documents."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from skjema.formats.form_fields import FieldValue, FormFields, Picture, SheetProblem

READING = "@scan"
"""Name of the PDF field, on no page, that holds the reading."""
_STORED_AS = {"doubtful": "looks", "sheet_problems": "told", "page_problems": "unknown"}
"""Keys in the PDFs of earlier scans, which are still read."""


class Reading(NamedTuple):
    """What was read from a scanned paper.

    Attributes:
        values: Values of boxes that are surely ticked or surely empty, by field name.
        doubtful: Names of fields whose value is doubtful.
        unread: Names of fields on pages that are missing or unreadable.
        written: Names of fields with handwriting.
        signed: Names of lines that are signed.
        pictures: Parts of the pages that a person must look at.
        sheet_problems: Problems with its sheets.
        page_problems: Problems with pages that belong to no record.
    """

    values: Mapping[str, FieldValue] = {}
    doubtful: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sheet_problems: tuple[SheetProblem, ...] = ()
    page_problems: tuple[SheetProblem, ...] = ()

    def text(self) -> str:
        """The reading as JSON, in ASCII."""
        cut = [one[:-1] for one in self.pictures]  # without the pictures themselves
        stored = {_STORED_AS.get(name, name): value for name, value in self._asdict().items()}
        return json.dumps(stored | {"pictures": cut})

    def fields(self, mark: str) -> FormFields:
        """The reading as the fields of a document.

        Args:
            mark: The document's description of itself.
        """
        doubtful, unread, written = (frozenset(one) for one in (self.doubtful, self.unread, self.written))
        return FormFields(
            (mark,), dict(self.values), signed=frozenset(self.signed), doubtful=doubtful, unread=unread,
            on_paper=True, handwritten=written, pictures=self.pictures,
            sheet_problems=self.sheet_problems, page_problems=self.page_problems,
        )  # fmt: skip


def reading_of(text: str) -> Reading:
    """The reading that `Reading.text` has written.

    Raises:
        ValueError, LookupError, TypeError: The text is no such JSON.
    """
    stored: dict[str, Any] = json.loads(text)
    values = {str(name): value for name, value in stored["values"].items() if isinstance(value, str | bool)}
    stored |= {name: stored[old] for name, old in _STORED_AS.items()}
    doubtful, unread, written, signed = (
        tuple(map(str, stored[name])) for name in ("doubtful", "unread", "written", "signed")
    )
    pictures = tuple(Picture(str(name), int(page), *edges) for name, page, *edges in stored["pictures"])
    of_sheets, of_pages = (
        tuple(SheetProblem(*one) for one in stored[name]) for name in ("sheet_problems", "page_problems")
    )
    return Reading(values, doubtful, unread, written, signed, pictures, of_sheets, of_pages)
