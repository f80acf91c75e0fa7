"""Answers of a field as people write them: recognised by id or label, and the many ways of writing yes and no."""

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
"""Boxes and ticks as people draw them by keys, or take them from a telephone."""
_SHORTEST_NOUN = 3
"""Letters of `nei`, which has no such forms."""


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
    """Whether a cell says yes; an empty cell says nothing and never comes here.

    Raises:
        InvalidValue: It says something else than yes or no.
    """
    if isinstance(written, bool):
        return written
    word = _whole(str(written).strip().casefold().rstrip(".,;!"))
    if word in _YES or word in _NO:
        return word in _YES
    raise InvalidValue("yes-no-form")


def _whole(text: str) -> str:
    """A number without the `.0` that programs put behind the ones and noughts of a column with empty cells; a box."""
    return text[:-2] if text in ("1.0", "0.0") else _DRAWN_BOXES.get(text, text)


def says_no(written: object) -> bool:
    """Whether a cell says no more than that a box isn't ticked: FALSE, Nei, ☐ or 0."""
    return written is False or (isinstance(written, str) and _whole(written.strip().casefold()) in _NO)


def says_nobody(written: object) -> bool:
    """Whether a cell says of nobody that they are there: a box that isn't ticked, or a dash."""
    return says_no(written) or is_dash(written)


def answer_key(text: str) -> str:
    """What a cell and the name of an answer have in common; a sign such as ✓ is one of its own.

    A question mark, or brackets around all of it, say that somebody isn't sure: that names no answer.
    """
    bare = _whole(text.strip())
    if "?" in bare or (bare[:1] == "(" and bare[-1:] == ")"):
        return bare
    return match_key(bare) or bare


def answers_by_name(field: TypedField) -> Mapping[str, str]:
    """Id of each answer by the `answer_key` of its label in any language, of its other words, and of the id itself."""
    ids: dict[str, str] = {}
    for choice in field.choices:
        ids.update(dict.fromkeys(map(answer_key, choice.words), choice.id))
    for choice in field.choices:
        ids.update(dict.fromkeys(map(answer_key, choice.label.values()), choice.id))
    # Ids last: a cell that holds one means it, whatever another answer's label is.
    ids.update({answer_key(choice.id): choice.id for choice in field.choices})
    for name, answer in list(ids.items()):  # last, since another answer may be called so
        for definite in _definite_forms(name):
            ids.setdefault(definite, answer)
    if YES in ids and NO in ids:  # a box that is ticked or not answers as well
        for answer, words in ((YES, _YES), (NO, _NO)):
            for word in map(answer_key, words):
                ids.setdefault(word, ids[answer])
    return ids


def _definite_forms(name: str) -> Iterator[str]:
    """`skolen` and `tjenesta` of `skole` and `tjeneste`, as people write the answers in a sentence."""
    if len(name) > _SHORTEST_NOUN and name.isalpha():
        yield from (name + ending for ending in ("n", "en", "et", "a", "ene", "ane"))
        yield from (name[:-1] + ending for ending in ("a", "et") if name.endswith("e"))


class GivenAnswer(NamedTuple):
    """What a cell, or a part of one, says of one answer.

    Attributes:
        written: All of it, with its mark.
        id: Of the answer that it names; None where it names none.
    """

    written: str
    id: str | None
    mark: Mark


def answer_finder(field: TypedField) -> Callable[[str], GivenAnswer]:
    """A function that gives which answer of a field a text names, and how it is marked."""
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
    """A reader of one answer of a field, which gives its id."""
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
