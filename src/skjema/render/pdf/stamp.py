"""What a file says of itself: objects laid out before it is known whose the file is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skjema.records.mark import NO_TOKEN

TOKEN = "@token"  # noqa: S105 - what it is called
"""What the token is called among a record's box values; no box of a form has such a name."""


@dataclass(slots=True)
class Stamp:
    """The objects of a file that say which document it is, each up to the token and from there on."""

    objects: Sequence[tuple[bytes, bytes]]

    def written(self, values: Mapping[str, str | bool]) -> list[bytes]:
        """The objects as they stand in the file of a record."""
        token = str(values.get(TOKEN) or NO_TOKEN).encode()
        return [b"%s%s%s" % (before, token, after) for before, after in self.objects]
