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


_NO_NAMES = sorted(map(str.capitalize, {"none", *RELATIONS, *AND_WORDS, *NO_NAME_WORDS}))
_NAME = rf"(?!(?:{'|'.join(_NO_NAMES)})\b){_CAPITAL}{_SMALL}"
_NO_TEXT = "|".join(map(re.escape, sorted(NO_TEXT)))

_PROMPTS = "klikk|trykk|velg|vel|click|choose|sett?|skrive?|lorem"
"""How what stands where nobody has written yet begins."""
_NONE = (
    rf"(?!(?:(?i:{_NO_TEXT})|\d+\.0|\d\d[.-][A-Za-z]{{3}}\.?) ?$)(?!(?i:{_PROMPTS})\b)(?!.*\d{{4}}-\d\d-\d\d[T ]\d\d:)"
)
_HAS_WORD = "(?=[.,:()§@!]*[A-Za-z0-9ÆØÅæøåéüöä])"

_IS_PLAIN: Mapping[Plausibility, Callable[[str], object]] = {
    "": str.isprintable,
    # two names at least: of one alone, the rules ask whether it is a word for no name
    "name": re.compile(rf"(?!.*\b(\w+) \1\b)(?!(\w+ .+) \2$){_NAME}(?:[ -]{_NAME})+").fullmatch,
    "text": re.compile(
        rf"{_NONE}{_HAS_WORD}[{_IN_TEXTS}][{_IN_TEXTS}/§-]*(?: [{_IN_TEXTS}/§-]+)* ?(?<!\.\.\.)"
    ).fullmatch,
}
"""For each kind, whether a text is surely in order, so that no rule need be asked: nearly every value of a list is."""
_IS_PLAIN = {**_IS_PLAIN, "prose": _IS_PLAIN["text"]}


def plain_test(kind: Plausibility) -> Callable[[str], object]:
    """A test that a text of a kind is surely in order: printable, and nothing that any rule finds."""
    return _IS_PLAIN[kind]


def doubts(kind: Plausibility, text: str) -> "tuple[Doubt, ...]":
    """What looks wrong with a text of this kind, as it was written; see `plausibility`."""
    if not kind or _IS_PLAIN[kind](text):
        return ()
    from skjema.validation.plausibility import found_in

    return found_in(kind, text)
