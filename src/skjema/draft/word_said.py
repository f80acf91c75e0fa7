"""Reads the value that a place in a Word file already has: text, or whether its box is ticked."""

from collections.abc import Iterator

from lxml import etree

from skjema.draft.own_values import is_prompt
from skjema.draft.word_own_boxes import OwnBox
from skjema.draft.word_places import value_of
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_words

_ON = ("1", "true", "on", "")


def said_in_control(control: etree._Element, box: OwnBox | None) -> tuple[str, ...]:
    """The value in a content control, without instructions on how to fill it in."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if properties is None or content is None or properties.find(f"{W}showingPlcHdr") is not None:
        return ()
    mark = properties.find("{*}checkbox")
    if mark is not None:
        ticked = mark.find("{*}checked")
        is_ticked = ticked is not None and next(iter(ticked.attrib.values()), "1") in _ON
        return _ticked(box) if is_ticked else ()
    lines = [own_words(one) for one in content.iter(f"{W}p")] or ["".join(map(str, content.itertext()))]
    return _text("\n".join(lines))


def said_in_form_field(data: etree._Element, run: etree._Element, box: OwnBox | None) -> tuple[str, ...]:
    """The value in a form field, or its default."""
    mark, choices, text = (data.find(f"{W}{name}") for name in ("checkBox", "ddList", "textInput"))
    if mark is not None:
        told = [one for one in (mark.find(f"{W}checked"), mark.find(f"{W}default")) if one is not None]
        return _ticked(box) if told and value_of(told[0]) in _ON else ()
    if choices is not None:
        entries = [value_of(one) for one in choices.findall(f"{W}listEntry")]
        told = [one for one in (choices.find(f"{W}result"), choices.find(f"{W}default")) if one is not None]
        at = int(value_of(told[0])) if told and value_of(told[0]).isdecimal() else 0
        return _text(entries[at]) if 0 < at < len(entries) else ()  # the first entry is shown where nobody has chosen
    if text is None or is_calculated(run):
        return ()
    return _text("".join(_result(run))) or _text(value_of(text.find(f"{W}default")))


def is_calculated(run: etree._Element) -> bool:
    """Whether Word calculates the contents of the form field that begins in a run, such as a sum or the date."""
    kind = run.find(f".//{W}ffData/{W}textInput/{W}type")
    return value_of(kind) in ("calculated", "currentDate", "currentTime")


def _ticked(box: OwnBox | None) -> tuple[str, ...]:
    return (box.answers[box.number],) if box is not None and box.answers else ("ja",)


def _text(words: str) -> tuple[str, ...]:
    """The words as a value, unless they are an instruction."""
    return () if is_prompt(words) else (words.strip(),)


def _result(begin: etree._Element) -> Iterator[str]:
    """The words in the result of a form field."""
    is_result = False
    for run in begin.itersiblings(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        kind = "" if mark is None else mark.get(f"{W}fldCharType", "")
        if kind in ("begin", "end"):
            return
        is_result |= kind == "separate"
        if is_result:
            yield from (one.text or "" for one in run.iter(f"{W}t"))
