"""Words that are out of date: names of repealed laws, and what is called otherwise now."""

from datetime import date
from typing import NamedTuple

from skjema.wording import Text


class Outdated(NamedTuple):
    """Words that are out of date.

    Attributes:
        code: Of the problem that says so.
        instead: What to write.
        since: The day from which they are.
    """

    code: str
    words: tuple[str, ...]
    instead: Text
    since: date
