"""A place to fill in of a Word file, and the tags that go into it."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from skjema.draft.blank_shapes import MARK
from skjema.draft.guess import Guess, Origin
from skjema.fieldtypes.answers import YES
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts


@dataclass(slots=True, eq=False)
class Place:
    """A place to fill in.

    Attributes:
        element: Where it begins.
        key: The same for places of one field.
        fill: Puts in what the copy needs, once the field has its id; the answers of the guess have theirs then.
        at: Where it begins among the letters of its element.
    """

    element: etree._Element
    source: Origin
    key: str
    guess: Guess
    fill: Callable[[Guess], None]
    at: int = 0


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
