"""Fills places that an office's own Word file has: content controls, legacy form fields and bookmarks.

A place gets a tag if its tag, title or name is the id or label of a field; so does a tick box named after an answer
(`opplysninger.helse`, `Opplysninger: Helse`). All others are kept for whoever gets the document.
"""

import re
from typing import NamedTuple

from lxml import etree

from skjema.definition.columns import main_columns
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.fieldtypes.answers import YES
from skjema.formats.docx.part_xml import W
from skjema.records.headings import Headings
from skjema.text_match import match_key
from skjema.wording import in_language

SIGNS = (b"<w:sdt>", b"<w:sdt ", b"w:ffData", b"w:bookmarkStart")
"""Texts of which one occurs in every part with such places."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STALE = (f"{W}fullDate", f"{W}lastValue")
"""Attributes that remember the last value of a control."""
_CORE_STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""Id of the file's properties in the bindings of controls (ECMA-376 part 1, 17.5.2.6; MS-OI29500)."""
_CORE = ("title", "subject", "creator", "keywords", "description", "category", "contentStatus")
"""Properties that are texts."""
_NOT_FILLED = ("picture", "docPartList", "docPartObj", "group", "citation", "bibliography", "equation")
"""Kinds of controls that can't hold a text."""


class _Found(NamedTuple):
    """The expressions for a place: for its text and for its tick, the latter empty where it can't be ticked."""

    text: str
    tick: str
    slot: Slot


class _Binding(NamedTuple):
    """The data that a control is bound to: their store, and the names of the elements on the path to them."""

    store: str
    path: tuple[str, ...]


class OwnFields:
    """Puts tags into the places of a template that are named after a field of the form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._headings = Headings(form, main_columns(form))
        self._answers: dict[str, Slot] = {}
        self._bound: dict[_Binding, _Found] = {}
        for field in form.fields.values():
            for answer in field.kind.answers(field):
                slot = Slot(field.id, answer=answer.id)
                names = [f"{text}: {in_language(answer.label, code)}" for code, text in field.label.items()]
                self._answers |= dict.fromkeys(map(match_key, (slot.name, *names)), slot)

    def learn_bindings(self, root: etree._Element) -> None:
        """Remember which bound data belong to a field, so that all controls bound to them are filled alike."""
        for control in root.iter(f"{W}sdt"):
            binding = _binding(control)
            if binding is not None and (found := self._named(control, binding)) is not None:
                self._bound.setdefault(binding, found)

    def place_property_tags(self, properties: etree._Element) -> bool:
        """Put tags into the file's properties that such controls are bound to; returns whether there were any."""
        count = 0
        for binding, found in self._bound.items():
            for element in properties.iter(f"{{*}}{binding.path[-1]}"):
                if binding.store == _CORE_STORE and binding.path[-1] in _CORE and "{" not in (element.text or ""):
                    element.text = f"{{{{ {found.text} }}}}"
                    count += 1
        return count > 0

    def _named(self, control: etree._Element, binding: _Binding | None) -> _Found | None:
        """The field that a control is named after: by its tag, title, or bound element."""
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            return None
        names = (_value(properties.find(f"{W}{name}")) for name in ("tag", "alias"))
        return self._meaning(*names, binding.path[-1] if binding is not None else "")

    def place_tags(self, root: etree._Element) -> bool:
        """Put tags into a part; returns whether there were any places for them."""
        count = 0
        for control in list(root.iter(f"{W}sdt")):
            count += self._fill_control(control)
        for form_field in list(root.iter(f"{W}ffData")):
            count += self._fill_form_field(form_field)
        for mark in list(root.iter(f"{W}bookmarkStart")):
            count += self._fill_bookmark(mark)
        return count > 0

    def _meaning(self, *names: str) -> _Found | None:
        """The expressions for the first of some names that is known; None without."""
        for name in filter(None, names):
            for called in dict.fromkeys((name, name.replace("_", " "))):
                slot = self._slot(called)
                if slot is not None and (found := self._expressions(slot)):
                    return found
        return None

    def _slot(self, name: str) -> Slot | None:
        column = self._headings.find(name)
        return column.slot if column else self._answers.get(match_key(name))

    def _expressions(self, slot: Slot) -> _Found | None:
        if slot.group:
            group = self._form.groups[slot.group]
            number = group.row_number(slot.row) - 1
            # a row that a record doesn't have leaves its place empty
            rows = f"{group.id}[{number}:]" if number else group.id
            return _Found(f"({group.id}[{number}].{slot.field} if {rows} else '')", "", slot)
        field = self._form.fields[slot.field]
        if field.recipient or field.is_signature:
            return None
        answer = slot.answer or (YES if field.kind.is_truth else "")
        return _Found(field.id, f"valgt.{field.id}.{answer}" if answer else "", slot)

    # -- content controls

    def _fill_control(self, control: etree._Element) -> bool:
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None or "{" in "".join(map(str, content.itertext())):
            return False
        binding = _binding(control)
        found = self._named(control, binding) or (self._bound.get(binding) if binding is not None else None)
        kinds = {etree.QName(child).localname for child in properties}
        if found is None or kinds.intersection(_NOT_FILLED) or next(content.iter(f"{W}sdt"), None) is not None:
            return False
        is_box = properties.find(f"{_W14}checkbox") is not None
        expression = found.tick if is_box else found.text
        if not expression or (found.slot.answer and not is_box):
            return False
        for element in properties.iter(etree.Element):
            for name in _STALE:
                if name in element.attrib:
                    del element.attrib[name]
        if properties.find(f"{W}showingPlcHdr") is not None:
            for style in list(content.iter(f"{W}rStyle")):  # the grey style of placeholders
                _remove(style)
            for shown in properties.findall(f"{W}showingPlcHdr"):
                properties.remove(shown)
        return _say(content, f"{{{{ {expression} }}}}")

    # -- legacy form fields

    def _fill_form_field(self, form_field: etree._Element) -> bool:
        found = self._meaning(
            *(_value(form_field.find(f"{W}{name}")) for name in ("name", "statusText", "helpText")),
        )
        if found is None:
            return False
        box, choices = form_field.find(f"{W}checkBox"), form_field.find(f"{W}ddList")
        if box is not None:
            return bool(found.tick) and _set(box, "checked", f"{{{{ '1' if {found.tick} else '0' }}}}", last=True)
        if choices is not None:
            return self._choose(choices, found.slot)
        run = next(form_field.iterancestors(f"{W}r"), None)
        return run is not None and not found.slot.answer and say_result(run, f"{{{{ {found.text} }}}}")

    def _choose(self, choices: etree._Element, slot: Slot) -> bool:
        """Let a drop-down list show the entry of the chosen answer."""
        field = self._form.fields.get(slot.field) if not slot.group else None
        entries = [match_key(_value(entry)) for entry in choices.findall(f"{W}listEntry")]
        expression = "'0'"
        for answer in reversed(field.kind.answers(field)) if field else ():
            names = [answer.id, *answer.label.values()]
            place = next((entries.index(key) for key in map(match_key, names) if key in entries), None)
            if place is not None:
                expression = f"('{place}' if valgt.{slot.field}.{answer.id} else {expression})"
        return expression != "'0'" and _set(choices, "result", f"{{{{ {expression} }}}}")

    # -- bookmarks

    def _fill_bookmark(self, mark: etree._Element) -> bool:
        """Fill a bookmark that is named after a field, and begins and ends in one paragraph."""
        name = mark.get(f"{W}name", "")
        field = self._form.fields.get(name)
        if field is None or field.recipient or field.is_signature:
            return False
        between: list[etree._Element] = []
        for element in mark.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
                break
            between.append(element)
        else:
            return False
        texts = [words for element in between for words in element.iter(f"{W}t")]
        is_plain = all(element.tag == f"{W}r" and element.find(f"{W}fldChar") is None for element in between)
        if not is_plain or any("{" in (words.text or "") for words in texts):
            return False
        if not texts:
            mark.addnext(_run(f"{{{{ {name} }}}}"))
        else:
            _put(texts, f"{{{{ {name} }}}}")
        return True


def _binding(control: etree._Element) -> _Binding | None:
    bound = control.find(f"{W}sdtPr/{W}dataBinding")
    if bound is None:
        return None
    steps = re.sub(r"\[1\]|[\w.-]+:", "", bound.get(f"{W}xpath", "")).strip("/ ").split("/")
    return _Binding(bound.get(f"{W}storeItemID", "").upper(), tuple(steps))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _set(holder: etree._Element, name: str, value: str, *, last: bool = False) -> bool:
    """Give an element a child with this value, in place of earlier ones."""
    for old in holder.findall(f"{W}{name}"):
        holder.remove(old)
    child = etree.Element(f"{W}{name}", {f"{W}val": value})
    holder.insert(len(holder) if last else 0, child)
    return True


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = text
    return run


def _put(texts: list[etree._Element], words: str) -> None:
    """Put words into the first of some texts, and empty the others."""
    first, *others = texts
    first.text = words
    for text in others:
        text.text = ""
    for text in texts:
        run = text.getparent()
        for line_break in [] if run is None else run.findall(f"{W}br"):
            _remove(line_break)


def _say(content: etree._Element, words: str) -> bool:
    """Replace the contents of a control with words; returns whether it has a place for them."""
    paragraphs = list(content.iter(f"{W}p"))
    for paragraph in paragraphs[1:]:
        if paragraph.getparent() is content:
            content.remove(paragraph)
    if texts := list(content.iter(f"{W}t")):
        _put(texts, words)
        return True
    holder = paragraphs[0] if paragraphs else content
    if holder is content and next(content.iter(f"{W}tbl", f"{W}tr", f"{W}tc"), None) is not None:
        return False
    for run in holder.findall(f"{W}r"):
        holder.remove(run)
    holder.append(_run(words))
    return True


def say_result(begin: etree._Element, words: str) -> bool:
    """Replace the result of a form field that begins in this run; returns whether it has a result."""
    between: list[etree._Element] = []
    is_result = False
    for run in begin.itersiblings(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        kind = "" if mark is None else mark.get(f"{W}fldCharType", "")
        if kind == "separate":
            is_result = True
            last = run
        elif kind == "end":
            texts = [text for one in between for text in one.iter(f"{W}t")]
            if texts:
                _put(texts, words)
            elif is_result:
                last.addnext(_run(words))
            return is_result
        elif is_result:
            between.append(run)
    return False
