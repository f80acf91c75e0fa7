"""Places to fill in that Word's merge fields and bookmarks name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from skjema.draft.box_answers import YES_NO_WORDS
from skjema.draft.guess import Guess, GuessedAnswer, guess_type
from skjema.draft.word_around import words_before
from skjema.draft.word_places import Place
from skjema.formats.docx.field_tree import ComplexField, outer_fields
from skjema.formats.docx.if_field import if_field, plain_text
from skjema.formats.docx.part_xml import W
from skjema.text_match import match_key

_MERGE = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_LONGEST = 60
"""Letters of a text within a bookmark that is taken for a place to fill in."""


def nothing(_: Guess) -> None:
    """What a place needs that is filled by its name as it is."""


# -- merge fields


def merge_places(root: etree._Element) -> Iterator[Place]:
    for paragraph in list(root.iter(f"{W}p")):
        for field in list(outer_fields(paragraph)):
            yield from _merged(field, field.elements[0])
    for simple in root.iter(f"{W}fldSimple"):
        if found := _MERGE.match(simple.get(f"{W}instr", "")):
            yield _merge_place(found[1] or found[2], simple)


def _merged(field: ComplexField, element: etree._Element) -> Iterator[Place]:
    if field.words is not None:
        if found := _MERGE.match(field.words):
            yield _merge_place(found[1] or found[2], element)
        return
    parts = if_field(field)
    if parts is None:
        return
    left = parts.left[0] if len(parts.left) == 1 else None
    compared = _MERGE.match(left.words or "") if isinstance(left, ComplexField) else None
    if compared:
        yield _merge_place(compared[1] or compared[2], element, plain_text(parts.right) or "")
    for atoms in (parts.printed, parts.otherwise):
        for atom in atoms:
            if isinstance(atom, ComplexField):
                yield from _merged(atom, element)


def _merge_place(name: str, element: etree._Element, compared: str | None = None) -> Place:
    """A merge field, compared with a text where it stands in a condition."""
    label = name.replace("_", " ")
    kind, reason = guess_type(label, name)
    guess = Guess(id=label, type=kind, label=label, sources=(name,), reason=reason)
    if compared and match_key(compared) in YES_NO_WORDS:
        guess = replace(guess, type="yes_no", reason="kind")
    elif compared and kind == "text":
        guess = replace(guess, type="choice", answers=(GuessedAnswer("", compared),), reason="kind")
    return Place(element, "merge", f"merge {match_key(label)}", guess, nothing)


# -- bookmarks


def bookmark_places(root: etree._Element) -> Iterator[Place]:
    for mark in root.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name", "")
        between: list[etree._Element] = []
        for element in mark.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
                break
            between.append(element)
        else:
            continue
        is_plain = all(one.tag == f"{W}r" and one.find(f"{W}fldChar") is None for one in between)
        words = "".join(text.text or "" for one in between for text in one.iter(f"{W}t"))
        if name.startswith("_") or not is_plain or len(words) > _LONGEST or _says(words):
            continue
        label = words_before(mark) or re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|_", " ", name)
        kind, reason = guess_type(label, name)
        guess = Guess(id=name, type=kind, label=label, sources=(name,), reason=reason)
        yield Place(mark, "bookmark", f"bookmark {name}", guess, _tag_between(mark, between))


def _says(words: str) -> bool:
    """Whether a text says more than that something is to be written there, or is a tag."""
    is_blank = re.fullmatch(r"[\W_\dxX]*", words) or re.fullmatch(r"[\[<«(].*[\]>»)]", words.strip())
    return "{" in words or not is_blank


def _tag_between(mark: etree._Element, between: list[etree._Element]) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        texts = [text for one in between for text in one.iter(f"{W}t")]
        if texts:
            texts[0].text = f"{{{{ {guess.id} }}}}"
            for text in texts[1:]:
                text.text = ""
        else:
            run = etree.Element(f"{W}r")
            etree.SubElement(run, f"{W}t").text = f"{{{{ {guess.id} }}}}"
            mark.addnext(run)

    return fill
