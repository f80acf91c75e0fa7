"""Recognises answers as people write them: by id or label, and yes and no in the many ways of writing them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from skjema.fieldtypes.answer_marks import Mark, marked_name
from skjema.fieldtypes.cell_text import cell_text, is_dash
from skjema.fieldtypes.field_type import Answer, TypedField
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value
from skjema.text_match import match_key
from skjema.wording import LANGUAGES, Text
from skjema.wording.forms import FORMS

# What clerks type, and what registers and Excel in Norwegian or English write for a logical value or a ticked box.
_YES = frozenset({"ja", "j", "x", "1", "yes", "y", "✓", "✔", "☒", "☑", "sann", "true"})
_NO = frozenset({"nei", "n", "0", "no", "☐", "usann", "false"})
_DRAWN_BOXES = {"[x]": "x", "[ ]": "☐", "[]": "☐", "□": "☐", "✅": "✓", "√": "✓"}
"""Boxes and ticks drawn with the keyboard or with emoji, by the sign in `_YES` or `_NO` that means the same."""
_SHORTEST_NOUN = 3
"""Names of this many letters or fewer, such as `nei`, have no definite form."""


class _YesOrNo(NamedTuple):
    """Yes or no, as an `Answer`."""

    id: str
    label: Text
    words: tuple[str, ...] = ()


YES, NO = "ja", "nei"
YES_NO: tuple[Answer, ...] = tuple(
    _YesOrNo(answer, {code: getattr(FORMS[key], code) for code in LANGUAGES})
    for answer, key in ((YES, "yes"), (NO, "no"))
)
"""The answers of a yes_no field, as if it were a choice."""


def read_yes_or_no(written: Value) -> bool:
    """Whether a cell says yes; the caller skips empty cells.

    Raises:
        InvalidValue: The cell says something other than yes or no.
    """
    said = yes_or_no(written)
    if said is None:
        raise InvalidValue("yes-no-form")
    return said


def yes_or_no(written: object) -> bool | None:
    """Whether a cell says yes; None where it says neither yes nor no."""
    if isinstance(written, bool):
        return written
    word = _whole(str(written).strip().casefold().rstrip(".,;!"))
    return word in _YES if word in _YES or word in _NO else None


def _whole(text: str) -> str:
    """Turns `1.0` and `0.0`, as programs export a column with gaps, into `1` and `0`, and a drawn box into its sign."""
    return text[:-2] if text in ("1.0", "0.0") else _DRAWN_BOXES.get(text, text)


def says_no(written: object) -> bool:
    """Whether a cell only says that a box isn't ticked: FALSE, Nei, ☐ or 0."""
    return written is False or (isinstance(written, str) and _whole(written.strip().casefold()) in _NO)


def means_no_person(written: object) -> bool:
    """Whether a cell of a person's column says that there is no such person: an unticked box, or a dash."""
    return says_no(written) or is_dash(written)


def answer_key(text: str) -> str:
    """The key by which a cell and the name of an answer are compared; a sign such as ✓ is its own key.

    A text with a question mark, or all in brackets, shows that the writer wasn't sure. It is kept as it is, so that it
    matches no answer.
    """
    bare = _whole(text.strip())
    if "?" in bare or (bare[:1] == "(" and bare[-1:] == ")"):
        return bare
    return match_key(bare) or bare


def answers_by_name(field: TypedField) -> Mapping[str, str]:
    """The id of each answer by the `answer_key` of its id, of its label in each language, and of its other words."""
    ids: dict[str, str] = {}
    for choice in field.choices:
        ids.update(dict.fromkeys(map(answer_key, choice.words), choice.id))
    for choice in field.choices:
        ids.update(dict.fromkeys(map(answer_key, choice.label.values()), choice.id))
    # Ids last: a cell that holds one means it, whatever another answer's label is.
    ids.update({answer_key(choice.id): choice.id for choice in field.choices})
    for name, answer in list(ids.items()):  # last, since another answer may have such a name
        for definite in _definite_forms(name):
            ids.setdefault(definite, answer)
    if YES in ids and NO in ids:  # a box that is ticked or not also answers a question of yes or no
        for answer, words in ((YES, _YES), (NO, _NO)):
            for word in map(answer_key, words):
                ids.setdefault(word, ids[answer])
    return ids


def _definite_forms(name: str) -> Iterator[str]:
    """The definite forms of a noun, such as `skolen` of `skole`, as people write answers in a sentence."""
    if len(name) > _SHORTEST_NOUN and name.isalpha():
        yield from (name + ending for ending in ("n", "en", "et", "a", "ene", "ane"))
        yield from (name[:-1] + ending for ending in ("a", "et") if name.endswith("e"))


class GivenAnswer(NamedTuple):
    """One answer that a cell, or a part of it, gives.

    Attributes:
        written: The text of this answer in the cell, with its mark.
        id: Id of the answer; None where the text names none.
    """

    written: str
    id: str | None
    mark: Mark


def answer_finder(field: TypedField) -> Callable[[str], GivenAnswer]:
    """A function that finds which answer of a field a text names, and how it is marked."""
    ids = answers_by_name(field)
    names = [name.strip() for one in field.choices for name in (one.id, *one.label.values(), *one.words)]
    in_full = set(map(str.casefold, names))
    # an answer may begin with a sign of its own, such as +
    with_sign = {name[:1] + answer_key(name) for name in names if not name[:1].isalnum()}

    def find(text: str) -> GivenAnswer:
        written = text.strip()
        if written.casefold() in in_full:
            return GivenAnswer(written, ids.get(answer_key(written)), "")
        mark, name = marked_name(written)
        key = answer_key(name)
        is_own_sign = mark == "unclear" and name[:1] + key in with_sign
        return GivenAnswer(written, ids.get(key), "" if is_own_sign else mark)

    return find


def answer_reader(field: TypedField) -> Callable[[Value], str]:
    """A function that reads a cell as one answer of a field, and returns its id."""
    find, labels = answer_finder(field), tuple(choice.label for choice in field.choices)

    def read_answer(written: Value) -> str:
        given = find(str(written) if isinstance(written, bool) else cell_text(written))
        if given.id is None:
            raise InvalidValue("choice-unknown", known=labels)
        if given.mark == "open":
            raise InvalidValue("answer-unticked")
        if given.mark in ("cross", "unclear"):
            raise InvalidValue("answer-sign")
        return given.id

    return read_answer
