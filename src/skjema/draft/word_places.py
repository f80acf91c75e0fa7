"""A place to fill in of a Word file, and the tags that are put into it."""

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
    """Words to put in place of some letters of a paragraph, counted in the file's own text."""

    paragraph: etree._Element
    start: int
    end: int
    words: str


def nothing(_: Guess) -> None:
    """Does nothing, for places that are found by their own name when a document is filled."""


@dataclass(slots=True, eq=False)
class Place:
    """A place to fill in.

    Attributes:
        element: The element where it begins.
        key: Equal for all places of one field.
        fill: Puts the tag into the copy, given the guess with its final id and answers.
        at: Position where it begins among the letters of its element.
        letters: Returns the replacements of letters that draw it, given the guess with its final id.
    """

    element: etree._Element
    source: Origin
    key: str
    guess: Guess
    fill: Callable[[Guess], None] = nothing
    at: int = 0
    letters: Callable[[Guess], Sequence[Replacement]] = lambda _: ()


def fill_places(filled: Sequence[tuple[Guess, Sequence[Place]]]) -> None:
    """Fill in the places of each field."""
    letters = [one for guess, same in filled for place in same for one in place.letters(guess)]
    # from the end, so that earlier positions stay valid: a line may stand between two boxes of a field
    for one in sorted(letters, key=lambda one: one.start, reverse=True):
        put(texts_of(one.paragraph), one.start, one.end, one.words).set(_SPACE, "preserve")
    for guess, same in reversed(filled):
        for place in reversed(same):
            place.fill(guess)


def value_of(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def value_or_line(name: str, line: str) -> str:
    """The tag of a value; if the value is empty, the drawn line stays for handwriting."""
    return f"{{{{ {name} or '{line}' }}}}" if line and MARK not in line else f"{{{{ {name} }}}}"


def answer_tag(guess: Guess, answer: str) -> str:
    """The tag of a tick box drawn as a letter."""
    return f"{{{{ '\u2612' if valgt.{guess.id}.{answer} else '\u2610' }}}}"


def yes_tag(guess: Guess) -> str:
    return answer_tag(guess, YES)


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    return list(own_texts(paragraph))
