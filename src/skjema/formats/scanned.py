"""What was read of a scanned paper, as it stands in the PDF of its pages, to be read as what came by e-mail is."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from skjema.formats.form_fields import FieldValue, FormFields, Picture, Told

READING = "@scan"
"""Name of the field that holds it, on no page."""


class Reading(NamedTuple):
    """What was read of a paper.

    Attributes:
        values: Of boxes that are surely ticked, or surely not, by the name of the value.
        looks: Names of values that nobody can be sure of.
        unread: Names of those of sheets that aren't there, or that nothing on is sure of.
        written: Names of places where something is written by hand.
        signed: Names of lines that are signed.
        pictures: Where to look.
        told: What is wrong with its sheets.
        unknown: Of pages that fit nobody: what is told of each.
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
        """As JSON, in letters that every PDF has."""
        cut = [one[:-1] for one in self.pictures]  # without the pictures themselves
        return json.dumps(self._asdict() | {"pictures": cut})

    def fields(self, mark: str) -> FormFields:
        """As fields of a document.

        Args:
            mark: What the document says of itself.
        """
        looks, unread, written = (frozenset(one) for one in (self.looks, self.unread, self.written))
        return FormFields(
            (mark,), dict(self.values), signed=frozenset(self.signed), looks=looks, unread=unread,
            on_paper=True, handwritten=written, pictures=self.pictures, told=self.told, unknown=self.unknown,
        )  # fmt: skip


def reading_of(text: str) -> Reading:
    """What `Reading.text` gave.

    Raises:
        ValueError, LookupError, TypeError: It is something else.
    """
    said: dict[str, Any] = json.loads(text)
    values = {str(name): value for name, value in said["values"].items() if isinstance(value, str | bool)}
    looks, unread, written, signed = (tuple(map(str, said[name])) for name in ("looks", "unread", "written", "signed"))
    pictures = tuple(Picture(str(name), int(page), *edges) for name, page, *edges in said["pictures"])
    told, unknown = (tuple(Told(*one) for one in said[name]) for name in ("told", "unknown"))
    return Reading(values, looks, unread, written, signed, pictures, told, unknown)
