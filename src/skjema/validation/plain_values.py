"""Values that are surely in order: the rules for those that look wrong are loaded for the others alone."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from skjema.fieldtypes.field_type import Plausibility
from skjema.validation.placeholder_words import AND_WORDS, NO_NAME_WORDS, NO_TEXT, RELATIONS

if TYPE_CHECKING:
    from skjema.validation.plausibility import Doubt

_CAPITAL, _SMALL = "[A-ZÆØÅÄÖÉÁČĐŊŠŦŽ]", "[a-zæøåäöéèáàüóôčđŋšŧž]+"
_IN_TEXTS = "A-Za-z0-9ÆØÅæøåéüöä.,:()§@!"
_NO_NAMES = frozenset(map(str.capitalize, {"none", *RELATIONS, *AND_WORDS, *NO_NAME_WORDS}))
_NAME = f"{_CAPITAL}{_SMALL}"
# two names at least: of one alone, the rules ask whether it is a word for no name
_NAMES = re.compile(rf"(?!.*\b(\w+) \1\b)(?!(\w+ .+) \2$){_NAME}(?:[ -]{_NAME})+")

_PROMPTS = "klikk|trykk|velg|vel|click|choose|sett?|skrive?|lorem"
"""How what stands where nobody has written yet begins."""
_OF_PROGRAMS = rf"(?!(?:\d+\.0|\d\d[.-][A-Za-z]{{3}}\.?) ?$)(?!(?i:{_PROMPTS})\b)(?!.*\d{{4}}-\d\d-\d\d[T ]\d\d:)"
_HAS_WORD = "(?=[.,:()§@!]*[A-Za-z0-9ÆØÅæøåéüöä])"
_WORDS = re.compile(rf"{_OF_PROGRAMS}{_HAS_WORD}[{_IN_TEXTS}][{_IN_TEXTS}/§-]*(?: [{_IN_TEXTS}/§-]+)* ?(?<!\.\.\.)")


def _is_plain_name(text: str) -> bool:
    return _NAMES.fullmatch(text) is not None and _NO_NAMES.isdisjoint(text.replace("-", " ").split(" "))


def _is_plain_text(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and text.rstrip(" ").casefold() not in NO_TEXT


# The words are looked up in sets: a pattern of them all takes longer to compile than a form takes to fill.
_IS_PLAIN: Mapping[Plausibility, Callable[[str], bool]] = {
    "": str.isprintable,
    "name": _is_plain_name,
    "text": _is_plain_text,
    "prose": _is_plain_text,
}
"""For each kind, whether a text is surely in order, so that no rule need be asked: nearly every value of a list is."""


def plain_test(kind: Plausibility) -> Callable[[str], bool]:
    """A test that a text of a kind is surely in order: printable, and nothing that any rule finds."""
    return _IS_PLAIN[kind]


def doubts(kind: Plausibility, text: str) -> "tuple[Doubt, ...]":
    """What looks wrong with a text of this kind, as it was written; see `plausibility`."""
    if not kind or _IS_PLAIN[kind](text):
        return ()
    from skjema.validation.plausibility import found_in

    return found_in(kind, text)
