"""Finds Word's merge fields as places to fill in, and those parts of mail merge that can or can't become tags."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from skjema.draft.box_answers import SHOWN_YES_NO, yes_no_words
from skjema.draft.guess import Guess, GuessedAnswer, guess_type
from skjema.draft.word_places import Place, nothing
from skjema.formats.docx.field_tree import ComplexField, outer_fields
from skjema.formats.docx.if_field import IfField, if_field, plain_text
from skjema.formats.docx.part_xml import W
from skjema.render.word.merge_fields import put_in_place, run_like
from skjema.text_match import match_key

_MERGE = re.compile(
    r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]+))(?P<rest>.*)', re.IGNORECASE | re.DOTALL
)
_SWITCH = re.compile(r'\\(?P<sign>[*@#bfmv])\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]*))', re.IGNORECASE)
_AS_IT_IS = frozenset({"mergeformat", "charformat"})
_FILTERS = {"upper": "upper", "lower": "lower", "firstcap": "firstcap", "caps": "caps"}
"""Jinja filters for Word's switches."""
_ORDERS = (">", ">=", "<", "<=")
_OF_MAIL_MERGE = re.compile(r"\s*(NEXT|NEXTIF|SKIPIF|MERGEREC|MERGESEQ|ADDRESSBLOCK|GREETINGLINE)\b", re.IGNORECASE)


class MergePlaces(NamedTuple):
    """The merge fields of a part.

    Attributes:
        shaped: Names of fields with a format for dates or numbers, which are now printed in the form's own format.
        left: Mail merge fields that can't become tags.
    """

    places: list[Place]
    shaped: list[str]
    left: list[str]


def merge_places(root: etree._Element) -> MergePlaces:
    found = MergePlaces([], [], [])
    for paragraph in list(root.iter(f"{W}p")):
        for field in list(outer_fields(paragraph)):
            _add(found, field, field.elements, is_outer=True)
    for simple in root.iter(f"{W}fldSimple"):
        if match := _MERGE.fullmatch(simple.get(f"{W}instr", "")):
            _add_merge(found, match, [simple], is_outer=True)
    return found


def _add(found: MergePlaces, field: ComplexField, elements: list[etree._Element], *, is_outer: bool) -> None:
    words = field.words
    if words is not None:
        if match := _MERGE.fullmatch(words):
            _add_merge(found, match, elements, is_outer=is_outer)
        elif (other := _OF_MAIL_MERGE.match(words)) is not None:
            found.left.append(other[1].upper())
        return
    parts = if_field(field)
    if parts is None:
        if "MERGEFIELD" in _instruction(field).upper():
            found.left.append(_instruction(field)[:_SHOWN])
        return
    left = parts.left[0] if len(parts.left) == 1 else None
    compared = _MERGE.fullmatch(left.words or "") if isinstance(left, ComplexField) else None
    if compared is None:
        found.left.append(_instruction(field)[:_SHOWN])
    else:
        _add_compared(found, compared, parts, elements, is_outer=is_outer)
    for atom in (*parts.printed, *parts.otherwise):
        if isinstance(atom, ComplexField):
            _add(found, atom, elements, is_outer=False)


_SHOWN = 60


def _instruction(field: ComplexField) -> str:
    said = (_instruction(one) if isinstance(one, ComplexField) else one.text for one in field.instruction)
    return " ".join("".join(said).split())


# -- merge fields


def _add_merge(found: MergePlaces, match: re.Match[str], elements: list[etree._Element], *, is_outer: bool) -> None:
    name = match["quoted"] or match["bare"] or ""
    switches = [(one["sign"], one["quoted"] or one["bare"] or "") for one in _SWITCH.finditer(match["rest"])]
    changing = [one for one in switches if one[0] != "*" or one[1].casefold() not in _AS_IT_IS]
    fill: Callable[[Guess], None] = nothing
    unknown = [text for sign, text in changing if sign == "*" and text.casefold() not in _FILTERS]
    if changing and (unknown or not is_outer or any(sign in "mv" for sign, _ in changing)):
        found.left.append(name)
    elif changing:
        fill = _tag_in_place(elements, changing)
        found.shaped.extend([name] if any(sign in "@#" for sign, _ in changing) else [])
    found.places.append(_merge_place(name, elements[0], fill=fill))


def _tag_in_place(elements: list[etree._Element], switches: Sequence[tuple[str, str]]) -> Callable[[Guess], None]:
    """A function that replaces a merge field by a tag with the effect of its switches."""
    around = {sign.casefold(): text for sign, text in switches}
    filters = "".join(f"|{_FILTERS[text.casefold()]}" for sign, text in switches if sign == "*")

    def fill(guess: Guess) -> None:
        tag = f"{{{{ {guess.id}{filters} }}}}"
        if "b" in around or "f" in around:
            tag = f"{{% if {guess.id} %}}{around.get('b', '')}{tag}{around.get('f', '')}{{% endif %}}"
        put_in_place(elements, [run_like(tag, [run for one in elements for run in one.iter(f"{W}r")])])

    return fill


def _merge_place(
    name: str, element: etree._Element, compared: str | None = None, fill: Callable[[Guess], None] | None = None
) -> Place:
    """The place of a merge field; `compared` is the text in a condition."""
    label = name.replace("_", " ")
    kind, reason = guess_type(label, name)
    guess = Guess(id=label, type=kind, label=label, sources=(name,), reason=reason)
    said = yes_no_words([compared]) if compared else ()
    if said == SHOWN_YES_NO:
        guess = replace(guess, type="yes_no", reason="kind")
    elif compared and (said or kind == "text"):
        answers = tuple(GuessedAnswer("", one) for one in said or [compared])
        guess = replace(guess, type="choice", answers=answers, reason="kind")
    return Place(element, "merge", f"merge {match_key(label)}", guess, fill or nothing)


# -- conditions


def _add_compared(
    found: MergePlaces, compared: re.Match[str], parts: IfField, elements: list[etree._Element], *, is_outer: bool
) -> None:
    name, right = compared["quoted"] or compared["bare"] or "", (plain_text(parts.right) or "").strip()
    is_number = re.fullmatch(r"-?\d+", right) is not None
    if parts.operator not in _ORDERS:
        found.places.append(_merge_place(name, elements[0], right))
        return
    texts = [plain_text(parts.printed), plain_text(parts.otherwise)]
    is_plain = None not in texts and not any(re.search(r"[\\{}]", one or "") for one in texts)
    if not is_number or not is_outer or not is_plain:
        found.left.append(name)
        found.places.append(_merge_place(name, elements[0]))
        return

    def fill(guess: Guess) -> None:
        own = f"{{% if {guess.id}|int {parts.operator} {right} %}}{texts[0]}"
        tag = f"{own}{{% else %}}{texts[1]}{{% endif %}}" if texts[1] else f"{own}{{% endif %}}"
        put_in_place(elements, [run_like(tag, [run for one in elements for run in one.iter(f"{W}r")])])

    place = _merge_place(name, elements[0], fill=fill)
    place.guess = replace(place.guess, type="integer", reason="kind", answers=())
    found.places.append(place)
