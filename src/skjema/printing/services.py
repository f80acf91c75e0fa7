"""Print services and their rules, as data.

A rule stands here only where its source was opened: docs/sources.md has it under the name
that the rule gives. What no source says is not judged, and `not_checked` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a service asks of a file; measures are in whole millimetres.

    Attributes:
        source: Its heading in docs/sources.md.
        read: The day when that source was read.
    """

    source: str
    read: date = date(2026, 11, 24)


class NoPassword(Rule):
    """The file is not protected."""

    __slots__ = ()


class EqualPages(Rule):
    """The file holds letters only, and each takes as many pages as the next."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestVersion(Rule):
    """The file is of this version of PDF or of an older one."""

    version: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MostPages(Rule):
    """A letter has at most this many pages."""

    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize(Rule):
    """Each page, upright or lying, has sides within these limits once rounded to whole millimetres."""

    short: tuple[int, int]
    long: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedFonts(Rule):
    """The file holds its fonts, save those with one of these words in their names."""

    save: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins(Rule):
    """Nothing is printed nearer than this to the long and to the short sides of a page."""

    long: int
    short: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankZone(Rule):
    """Nothing is printed within `depth` of the left side of an upright page, or the lower side of a lying one.

    Attributes:
        start: Where along that side the zone begins, from the top of an upright page, the left of a lying one.
        end: Where it ends.
    """

    depth: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Service:
    """A print service.

    Attributes:
        name: What it calls itself.
        rules: In the order in which their problems are told.
        unstated: Key of the message on what its sources don't say.
    """

    name: str
    rules: tuple[Rule, ...]
    unstated: str

    @property
    def read(self) -> date:
        """The day when the rule that was read first was read."""
        return min(rule.read for rule in self.rules)


SERVICES: Mapping[str, Service] = {
    "svarut": Service(
        "SvarUt",
        (
            NoPassword(source="svarut-dokumenter"),
            EqualPages(source="svarut-pdf-fil"),
            Margins(source="svarut-pdf-fil", long=10, short=3),
        ),
        unstated="unchecked-svarut",
    ),
    "digipost": Service(
        "Digipost",
        (
            NoPassword(source="digipost-print"),
            NewestVersion(source="digipost-print", version=(1, 7)),
            MostPages(source="digipost-validator", pages=20),
            PageSize(source="digipost-validator", short=(200, 210), long=(287, 297)),
            EmbeddedFonts(
                source="digipost-validator",
                save=("TIMES", "COURIER", "HELVETICA", "SYMBOL", "ZAPFDINGBATS", "ARIAL"),
            ),
            BlankZone(source="digipost-print", depth=15, start=95, end=175),
        ),
        unstated="unchecked-digipost",
    ),
}
"""By what `--for` calls them."""


def not_checked(service: Service) -> tuple[str, ...]:
    """Keys of messages on what nobody has checked; their params are `service`, the name, and `read`, the date."""
    return (service.unstated, "unchecked-address", "unchecked-paper", "unchecked-acceptance", "unchecked-age")
