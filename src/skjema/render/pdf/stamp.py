"""The mark of a file as objects that are compiled before the record's token is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from skjema.records.mark import NO_TOKEN

TOKEN = "@token"  # noqa: S105 - what it is called
"""What the token is called among a record's box values; no box of a form has such a name."""


class Parted(NamedTuple):
    """An object in two parts, before and after its token.

    Attributes:
        is_wide: Whether it stands in a text of UTF-16, see `formats.pdf.syntax.written_text`.
    """

    before: bytes
    after: bytes
    is_wide: bool


@dataclass(slots=True)
class Stamp:
    """The objects of a file that say which document it is."""

    objects: Sequence[Parted]

    def written(self, values: Mapping[str, str | bool]) -> list[bytes]:
        """The objects as they stand in the file of a record."""
        token = str(values.get(TOKEN) or NO_TOKEN)
        plain, wide = token.encode(), in_hex(token)
        return [b"%s%s%s" % (one.before, wide if one.is_wide else plain, one.after) for one in self.objects]


def in_hex(token: str) -> bytes:
    """A token as it stands in a text of UTF-16."""
    return token.encode("utf-16-be").hex().encode()
