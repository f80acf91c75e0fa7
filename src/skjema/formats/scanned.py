"""What was read from a scanned paper; it is stored in the PDF of its pages, to be collected like e-mailed documents."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from skjema.formats.form_fields import FieldValue, FormFields, Picture, Told

READING = "@scan"
"""Name of the PDF field, on no page, that holds the reading."""


class Reading(NamedTuple):
    """What was read from a scanned paper.

    Attributes:
        values: Values of boxes that are surely ticked or surely empty, by field name.
        looks: Names of fields whose value is doubtful.
        unread: Names of fields on pages that are missing or unreadable.
        written: Names of fields with handwriting.
        signed: Names of lines that are signed.
        pictures: Parts of the pages that a person must look at.
        told: Problems with its sheets.
        unknown: Problems with pages that belong to no record.
    """

    values: Mapping[str, FieldValue] = {}
    looks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    told: tuple[Told, ...] = ()
    unknown: tuple[Told, ...] = ()

    def text(self) -> str:
        """The reading as JSON, in ASCII."""
        cut = [one[:-1] for one in self.pictures]  # without the pictures themselves
        return json.dumps(self._asdict() | {"pictures": cut})

    def fields(self, mark: str) -> FormFields:
        """The reading as the fields of a document.

        Args:
            mark: The document's description of itself.
        """
        looks, unread, written = (frozenset(one) for one in (self.looks, self.unread, self.written))
        return FormFields(
            (mark,), dict(self.values), signed=frozenset(self.signed), looks=looks, unread=unread,
            on_paper=True, handwritten=written, pictures=self.pictures, told=self.told, unknown=self.unknown,
        )  # fmt: skip


def reading_of(text: str) -> Reading:
    """The reading that `Reading.text` has written.

    Raises:
        ValueError, LookupError, TypeError: The text is no such JSON.
    """
    said: dict[str, Any] = json.loads(text)
    values = {str(name): value for name, value in said["values"].items() if isinstance(value, str | bool)}
    looks, unread, written, signed = (tuple(map(str, said[name])) for name in ("looks", "unread", "written", "signed"))
    pictures = tuple(Picture(str(name), int(page), *edges) for name, page, *edges in said["pictures"])
    told, unknown = (tuple(Told(*one) for one in said[name]) for name in ("told", "unknown"))
    return Reading(values, looks, unread, written, signed, pictures, told, unknown)
