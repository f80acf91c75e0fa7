"""A place to fill in of a Word file, and the tags that go into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from skjema.draft.blank_shapes import MARK
from skjema.draft.guess import Guess, Origin
from skjema.fieldtypes.answers import YES
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, put

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Replacement(NamedTuple):
    """Words in the place of letters of a paragraph, which are counted as its own words had them in the file."""

    paragraph: etree._Element
    start: int
    end: int
    words: str


def nothing(_: Guess) -> None:
    """What a place needs that is filled by its name as it is."""


@dataclass(slots=True, eq=False)
class Place:
    """A place to fill in.

    Attributes:
        element: Where it begins.
        key: The same for places of one field.
        fill: Puts in what the copy needs, once the field has its id; the answers of the guess have theirs then.
        at: Where it begins among the letters of its element.
        letters: What it puts in the place of letters that are drawn, once the field has its id.
    """

    element: etree._Element
    source: Origin
    key: str
    guess: Guess
    fill: Callable[[Guess], None] = nothing
    at: int = 0
    letters: Callable[[Guess], Sequence[Replacement]] = lambda _: ()


def fill_places(filled: Sequence[tuple[Guess, Sequence[Place]]]) -> None:
    """Fill in places, each pair a field and where it stands in the file."""
    letters = [one for guess, same in filled for place in same for one in place.letters(guess)]
    # from the end, so that what stands before is where it was: a line may stand between two boxes of a field
    for one in sorted(letters, key=lambda one: one.start, reverse=True):
        put(texts_of(one.paragraph), one.start, one.end, one.words).set(_SPACE, "preserve")
    for guess, same in reversed(filled):
        for place in reversed(same):
            place.fill(guess)


def value_of(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def value_or_line(name: str, line: str) -> str:
    """The tag of a value; where there is none, the line that was drawn for a pen stays."""
    return f"{{{{ {name} or '{line}' }}}}" if line and MARK not in line else f"{{{{ {name} }}}}"


def answer_tag(guess: Guess, answer: str) -> str:
    """The tag of a tick box drawn as a letter."""
    return f"{{{{ '\u2612' if valgt.{guess.id}.{answer} else '\u2610' }}}}"


def yes_tag(guess: Guess) -> str:
    return answer_tag(guess, YES)


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    return list(own_texts(paragraph))
