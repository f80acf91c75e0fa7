"""Places to fill in that a Word file names itself: content controls, legacy form fields, merge fields and bookmarks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from skjema.draft.box_answers import YES_NO, are_yes_no, box_answers
from skjema.draft.guess import Guess, GuessedAnswer, Reason, guess_type
from skjema.fieldtypes.answers import YES
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, own_words
from skjema.text_match import match_key

_NO_ANSWER = re.compile(r"(velg|vel|choose|select)\b", re.IGNORECASE)

Source = Literal["tag", "merge", "control", "legacy", "bookmark", "blank", "box", "cell", "table"]
"""What a place was read from."""


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
    source: Source
    key: str
    guess: Guess
    fill: Callable[[Guess], None]
    at: int = 0


def value_of(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def words_before(element: etree._Element) -> str:
    """The words of its paragraph before an element, after a tab or a tag; without any, those around the paragraph."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return ""
    before = []
    for node in paragraph.iter(etree.Element):
        if node is element:
            break
        if node.tag == f"{W}t":
            before.append(node.text or "")
        elif node.tag in (f"{W}tab", f"{W}br"):
            before.append("\t")
    words = re.split(r"\t|\}\}|_{3,}|\.{5,}", "".join(before).rstrip("\t "))[-1].strip(" :")
    return words or label_around(paragraph)


def label_around(paragraph: etree._Element) -> str:
    """What says what a paragraph without words is for: the cell to its left, that above it, or the paragraph before."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    earlier = next((one for one in paragraph.itersiblings(f"{W}p", preceding=True)), None)
    if earlier is not None and (words := own_words(earlier).strip(" :")):
        return words
    if cell is None:
        return ""
    beside = next(cell.itersiblings(f"{W}tc", preceding=True), None)
    if beside is not None and (words := _cell_words(beside)):
        return words
    row = cell.getparent()
    above = None if row is None else next(row.itersiblings(f"{W}tr", preceding=True), None)
    if above is None or row is None:
        return ""
    cells = above.findall(f"{W}tc")
    at = row.findall(f"{W}tc").index(cell)
    return _cell_words(cells[at]) if at < len(cells) else ""


def _cell_words(cell: etree._Element) -> str:
    return " ".join(own_words(one) for one in cell.iter(f"{W}p")).strip(" :")


# -- content controls


def control_places(root: etree._Element) -> Iterator[Place]:
    for control in root.iter(f"{W}sdt"):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None or next(content.iter(f"{W}sdt"), None) is not None:
            continue
        if "{" in "".join(map(str, content.itertext())):
            continue
        guess = _control_guess(properties, control)
        if guess is not None:
            yield Place(control, "control", f"control {guess.label}", guess, _name_control(properties))


def _control_guess(properties: etree._Element, control: etree._Element) -> Guess | None:
    title, tag = value_of(properties.find(f"{W}alias")), value_of(properties.find(f"{W}tag"))
    kinds = {etree.QName(child).localname for child in properties}
    if kinds & {"picture", "docPartList", "docPartObj", "group", "citation", "bibliography", "equation"}:
        return None
    is_box = "checkbox" in kinds
    label = title or tag or words_before(control)
    reason: Reason = "kind"
    if is_box and not (title or tag):
        beside = _box_words(control)
        label, reason = beside or (_words_after(control) or label, reason)
    lists = [properties.find(f"{W}{kind}") for kind in ("dropDownList", "comboBox")]
    items = [one for found in lists if found is not None for one in found.findall(f"{W}listItem")]
    answers = tuple(GuessedAnswer("", words) for one in items if (words := _item_words(one)))
    text = properties.find(f"{W}text")
    guess = Guess(id=tag or label, type="text", label=label, sources=(title or tag,), reason="kind")
    if is_box or (answers and {match_key(one.label) for one in answers} <= YES_NO):
        return replace(guess, type="yes_no", reason=reason)
    if answers:
        return replace(guess, type="choice", answers=answers)
    if "date" in kinds:
        return replace(guess, type="date")
    if text is not None and text.get(f"{W}multiLine") in ("1", "true", "on"):
        return replace(guess, type="longtext", lines=3)
    kind, reason = guess_type(label, tag)
    return replace(guess, type=kind, reason=reason)


def _item_words(item: etree._Element) -> str:
    words = item.get(f"{W}displayText") or item.get(f"{W}value") or ""
    return "" if not item.get(f"{W}value", "x") or _NO_ANSWER.match(words) else words


def _box_words(element: etree._Element) -> tuple[str, Reason] | None:
    """What one of several boxes of a paragraph is called, and whether that is sure; None where it is no such box.

    Args:
        element: The child of the paragraph that holds the box.
    """
    boxes, parts = list[etree._Element](), [""]
    parent = element.getparent()
    for child in () if parent is None or parent.tag != f"{W}p" else parent:
        if child.tag == f"{W}sdt" or next(child.iter(f"{W}ffData"), None) is not None:
            if next(child.iter(f"{W}checkBox", "{*}checkbox"), None) is None:
                return None  # a line with something else to fill in, too
            boxes.append(child)
            parts.append("")
        elif next(child.iter(f"{W}fldChar"), None) is None:
            parts[-1] += _said(child)
    if len(boxes) < 2 or element not in boxes:
        return None
    around = label_around(parent) if parent is not None else ""
    found = box_answers(parts, has_question=bool(around))
    answer, question = found.answers[boxes.index(element)], found.question or around
    if not answer:
        return None
    label = f"{question} {answer}" if question and are_yes_no(found.answers) else answer
    return label, "kind" if found.is_sure else "label"


def _words_after(element: etree._Element) -> str:
    words = ""
    for following in element.itersiblings():
        if following.tag == f"{W}sdt":
            break
        words += _said(following)
    return _first_words(words)


def _said(element: etree._Element) -> str:
    """The words of an element, with its tabs."""
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in element.iter(f"{W}t", f"{W}tab"))


def _first_words(words: str) -> str:
    return re.split(r"\t|  ", words.strip())[0].strip()


def _name_control(properties: etree._Element) -> Callable[[Guess], None]:
    """Has a control be called what the field is: the tag goes before the title."""

    def fill(guess: Guess) -> None:
        tag = properties.find(f"{W}tag")
        if tag is None:
            alias = properties.find(f"{W}alias")
            tag = etree.Element(f"{W}tag")
            properties.insert(0 if alias is None else properties.index(alias) + 1, tag)
        tag.set(f"{W}val", guess.id)

    return fill


# -- legacy form fields


def form_field_places(root: etree._Element) -> Iterator[Place]:
    for data in root.iter(f"{W}ffData"):
        name_element = data.find(f"{W}name")
        name = value_of(name_element)
        told = value_of(data.find(f"{W}statusText")) or value_of(data.find(f"{W}helpText"))
        run = next(data.iterancestors(f"{W}r"), data)
        label = told or words_before(run) or name
        choices, box = data.find(f"{W}ddList"), data.find(f"{W}checkBox")
        if box is not None:
            beside, sure = _box_words(run) or (_words_after_run(run), "kind")
            guess = Guess(id=name, type="yes_no", label=told or beside or label, sources=(name,), reason=sure)
        elif choices is not None:
            entries = [value_of(one) for one in choices.findall(f"{W}listEntry")]
            answers = tuple(GuessedAnswer("", one) for one in entries if one.strip() and not _NO_ANSWER.match(one))
            guess = Guess(id=name, type="choice", label=label, answers=answers, sources=(name,), reason="kind")
        else:
            text = data.find(f"{W}textInput/{W}type")
            kind, reason = ("date", "kind") if value_of(text) == "date" else guess_type(label, name)
            guess = Guess(id=name, type=kind, label=label, sources=(name,), reason=reason)  # type: ignore[arg-type]
        if not guess.answers and guess.type == "choice":
            continue
        yield Place(run, "legacy", f"legacy {name}", guess, _name_form_field(data))


def _words_after_run(run: etree._Element) -> str:
    words, is_ended = "", False
    for following in run.itersiblings():
        mark = following.find(f"{W}fldChar")
        if mark is not None:
            if mark.get(f"{W}fldCharType") == "begin":
                break
            is_ended |= mark.get(f"{W}fldCharType") == "end"
        elif is_ended:
            words += _said(following)
    return _first_words(words)


def _name_form_field(data: etree._Element) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        name = data.find(f"{W}name")
        if name is None:
            name = etree.Element(f"{W}name")
            data.insert(0, name)
        # Word takes 20 letters of a name; what it is told of may be longer
        name.set(f"{W}val", guess.id)

    return fill


def answer_tag(guess: Guess, answer: str) -> str:
    """The tag of a tick box drawn as a letter."""
    return f"{{{{ '\u2612' if valgt.{guess.id}.{answer} else '\u2610' }}}}"


def yes_tag(guess: Guess) -> str:
    return answer_tag(guess, YES)


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    return list(own_texts(paragraph))
