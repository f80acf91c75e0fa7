"""Finds places to fill in that Word knows: content controls and legacy form fields."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from skjema.draft.answer_kinds import kind_of_answers
from skjema.draft.box_answers import are_yes_no
from skjema.draft.guess import Guess, GuessedAnswer, guess_type
from skjema.draft.word_around import place_key, words_before
from skjema.draft.word_own_boxes import OwnBox, own_box, said
from skjema.draft.word_places import Place, value_of
from skjema.draft.word_said import said_in_control, said_in_form_field
from skjema.fieldtypes.answers import NO, YES
from skjema.formats.docx.part_xml import W
from skjema.text_match import match_key

_NO_ANSWER = re.compile(r"(velg|vel|choose|select)\b", re.IGNORECASE)
_NO_TEXTS = frozenset({"picture", "docPartList", "docPartObj", "group", "citation", "bibliography", "equation"})
_OWN_NAME = re.compile(
    r"(tekst|text|avm\w*|check\w*|kontroll\w*|control|rull\w*|dropdown|list\w*|felt|field|boks|box|ja|nei|yes|no|navnløs"
    r"|richtext|rik tekst|plaintext|ren tekst)?[\s_-]*\d*",
    re.IGNORECASE,
)
"""Names given by a program, or otherwise meaningless."""


def control_places(root: etree._Element) -> Iterator[Place]:
    for control in root.iter(f"{W}sdt"):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None or next(content.iter(f"{W}sdt"), None) is not None:
            continue
        kinds = {etree.QName(child).localname for child in properties}
        if "{" in "".join(map(str, content.itertext())) or kinds & _NO_TEXTS:
            continue
        title, tag = (value_of(properties.find(f"{W}{name}")) for name in ("alias", "tag"))
        is_named = any(name and not _OWN_NAME.fullmatch(name) for name in (title, tag))
        box = own_box(control) if "checkbox" in kinds and not is_named else None
        if box is not None:
            guess = _box_guess(box, title or tag)
            key = box.key or f"control {place_key(control)}"
        else:
            guess = _control_guess(properties, control, kinds, is_named=is_named)
            key = _key(control, properties, title, tag, is_named=is_named)
        guess = replace(guess, said=said_in_control(control, box))
        yield Place(control, "control", key, guess, _name_control(properties, box))


def _key(control: etree._Element, properties: etree._Element, title: str, tag: str, *, is_named: bool) -> str:
    """A key that is equal for controls meant as one field: with a name given by a person, or with the same data."""
    bound = properties.find(f"{W}dataBinding")
    if bound is not None:
        return f"control data {bound.get(f'{W}storeItemID', '')} {bound.get(f'{W}xpath', '')}"
    return f"control named {match_key(title)} {match_key(tag)}" if is_named else f"control {place_key(control)}"


def _box_guess(box: OwnBox, source: str) -> Guess:
    guess = Guess(id=box.label, type="yes_no", label=box.label, sources=(source,), reason=box.reason)
    if not box.answers or are_yes_no(box.answers):
        return guess
    kind, reason = kind_of_answers(box.answers, box.label) if box.is_line else ("choice", box.reason)
    answers = tuple(GuessedAnswer("", one) for one in box.answers)
    return replace(guess, type=kind, reason=reason if box.reason == "kind" else "label", answers=answers)


def _control_guess(properties: etree._Element, control: etree._Element, kinds: set[str], *, is_named: bool) -> Guess:
    title, tag = (value_of(properties.find(f"{W}{name}")) for name in ("alias", "tag"))
    around = _words_after(control) if "checkbox" in kinds else ""
    around = "" if is_named else around or words_before(control)
    label = around or title or tag
    lists = [properties.find(f"{W}{kind}") for kind in ("dropDownList", "comboBox")]
    items = [one for found in lists if found is not None for one in found.findall(f"{W}listItem")]
    answers = tuple(GuessedAnswer("", words) for one in items if (words := _item_words(one)))
    guess = Guess(
        id=tag if is_named and tag else label, type="text", label=label, sources=(title or tag,), reason="kind"
    )
    text = properties.find(f"{W}text")
    if "checkbox" in kinds or are_yes_no([one.label for one in answers]):
        return replace(guess, type="yes_no")
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


def _words_after(element: etree._Element) -> str:
    words = ""
    for following in element.itersiblings():
        if following.tag == f"{W}sdt":
            break
        words += said(following)
    return _first_words(words)


def _first_words(words: str) -> str:
    return re.split(r"\t|  ", words.strip())[0].strip()


def _named(guess: Guess, box: OwnBox | None) -> str:
    """The name for a control with a box: that of the field, or of the field and the box's answer."""
    if box is None or not box.answers:
        return guess.id
    if guess.answers:
        return f"{guess.id}.{guess.answers[box.number].id}"
    return f"{guess.id}.{NO if match_key(box.answers[box.number]) in ('nei', 'no') else YES}"


def _name_control(properties: etree._Element, box: OwnBox | None) -> Callable[[Guess], None]:
    """A function that names a control after its field, in its tag, which has priority over the title."""

    def fill(guess: Guess) -> None:
        tag = properties.find(f"{W}tag")
        if tag is None:
            alias = properties.find(f"{W}alias")
            tag = etree.Element(f"{W}tag")
            properties.insert(0 if alias is None else properties.index(alias) + 1, tag)
        tag.set(f"{W}val", _named(guess, box))

    return fill


# -- legacy form fields


def form_field_places(root: etree._Element) -> Iterator[Place]:
    for data in root.iter(f"{W}ffData"):
        name = value_of(data.find(f"{W}name"))
        told = value_of(data.find(f"{W}statusText")) or value_of(data.find(f"{W}helpText"))
        run = next(data.iterancestors(f"{W}r"), data)
        label = told or words_before(run) or name
        box = own_box(run) if data.find(f"{W}checkBox") is not None and not told else None
        guess = _form_field_guess(data, run, name, label, box)
        if guess.type == "choice" and not guess.answers:
            continue
        is_named = not _OWN_NAME.fullmatch(name) and not guess.answers
        own = f"legacy {name} {match_key(label)}" if is_named else f"legacy {place_key(run)}"
        key = box.key if box is not None and box.key else own
        guess = replace(guess, said=said_in_form_field(data, run, box))
        yield Place(run, "legacy", key, guess, _name_form_field(data, box))


def _form_field_guess(data: etree._Element, run: etree._Element, name: str, label: str, box: OwnBox | None) -> Guess:
    is_box = data.find(f"{W}checkBox") is not None
    label = (_words_after_run(run) if is_box and box is None else "") or label
    own_id = name if name and not _OWN_NAME.fullmatch(name) else label
    choices = data.find(f"{W}ddList")
    guess = Guess(id=own_id, type="yes_no", label=label, sources=(name,), reason="kind")
    if box is not None:
        is_own = box.key or own_id != name
        return replace(_box_guess(box, name), id=box.label if is_own else own_id)
    if is_box:
        return guess
    if choices is not None:
        entries = [value_of(one) for one in choices.findall(f"{W}listEntry")]
        answers = tuple(GuessedAnswer("", one) for one in entries if one.strip() and not _NO_ANSWER.match(one))
        return replace(guess, type="choice", answers=answers)
    text = data.find(f"{W}textInput/{W}type")
    kind, reason = ("date", "kind") if value_of(text) == "date" else guess_type(label, name)
    return replace(guess, type=kind, reason=reason)  # type: ignore[arg-type]


def _words_after_run(run: etree._Element) -> str:
    words, is_ended = "", False
    for following in run.itersiblings():
        mark = following.find(f"{W}fldChar")
        if mark is not None:
            if mark.get(f"{W}fldCharType") == "begin":
                break
            is_ended |= mark.get(f"{W}fldCharType") == "end"
        elif is_ended:
            words += said(following)
    return _first_words(words)


_LONGEST_NAME = 65
"""Most characters in a form field's name (ECMA-376 part 1, ST_FFName)."""
_LAST = (f"{W}checkBox", f"{W}ddList", f"{W}textInput")
"""Last elements in the data of a form field."""


def _name_form_field(data: etree._Element, box: OwnBox | None) -> Callable[[Guess], None]:
    def fill(guess: Guess) -> None:
        name = data.find(f"{W}name")
        if name is None:
            name = etree.Element(f"{W}name")
            data.insert(0, name)
        own = _named(guess, box)
        is_short = len(own) <= _LONGEST_NAME
        name.set(f"{W}val", own if is_short else "")
        if not is_short:  # the status text may be longer
            for old in data.findall(f"{W}statusText"):
                data.remove(old)
            told = etree.Element(f"{W}statusText", {f"{W}type": "text", f"{W}val": own})
            data.insert(next(at for at, one in enumerate(data) if one.tag in _LAST), told)

    return fill
