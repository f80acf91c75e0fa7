"""Word's own merge fields, of a letter that was made for mail merge: those that name a field of the form become tags.

An IF field that compares one of them with a text becomes a condition. A field that can't become a tag (of another name,
with a switch that changes the value, compared with what the field never says) stays, and is told of when the template
is cleaned.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import groupby

from lxml import etree

from skjema.definition.model import Field, Form
from skjema.formats.docx.field_tree import ComplexField, Words, outer_fields
from skjema.formats.docx.if_field import Atoms, IfField, if_field, plain_text
from skjema.formats.docx.part_xml import W
from skjema.records.headings import find_field
from skjema.wording import Language, in_language

SIGN = b"instr"
"""What stands in every part with a field; Word may cut the word MERGEFIELD in two."""
_INSTRUCTION = re.compile(
    r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*', re.IGNORECASE
)
_OPERATORS = {"=": "==", "<>": "!="}
"""What Word compares texts with, and a tag's word for it; an order of texts is Word's own."""
_COMPARED_OTHERWISE = re.compile(r"[\\*?]")
"""Letters that mean others in what an IF field compares with (ECMA-376 part 1, 17.16.5.26)."""
_PRINTED_OTHERWISE = re.compile(r"[\\{}]")
"""Letters that Word, or a tag, prints as something else."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _StaysError(Exception):
    """A field can't become tags, or needn't."""


class MergeFields:
    """Puts tags in the place of the merge fields of a template's parts."""

    def __init__(self, form: Form, language: Language) -> None:
        self._form = form
        self._language = language

    def place_tags(self, root: etree._Element) -> bool:
        """Put tags in place of fields; whether there were any to replace."""
        count = 0
        for paragraph in list(root.iter(f"{W}p")):
            for field in list(outer_fields(paragraph)):
                try:
                    runs = list(self._runs_of(field))
                except _StaysError:
                    continue
                put_in_place(field.elements, runs)
                count += 1
        for simple in list(root.iter(f"{W}fldSimple")):
            tag = self._tag(simple.get(f"{W}instr", ""))
            if tag and not _is_within_field(simple):
                put_in_place([simple], [run_like(tag, simple.iter(f"{W}r"))])
                count += 1
        return count > 0

    def _runs_of(self, field: ComplexField) -> Iterator[etree._Element]:
        """What stands in the place of a field.

        Raises:
            _StaysError: Nothing does.
        """
        words = field.words
        if words is not None and (tag := self._tag(words)):
            yield run_like(tag, field.elements)
        elif words is None and (parts := if_field(field)) is not None:
            yield from self._conditional(parts)
        else:
            raise _StaysError

    def _tag(self, instruction: str) -> str:
        """The tag for a merge field; empty where it is none, or the tag would print something else."""
        field = self._field_named(instruction)
        return f"{{{{ {field.id} }}}}" if field else ""

    def _field_named(self, instruction: str) -> Field | None:
        """The field that a merge field prints as it is."""
        match = _INSTRUCTION.fullmatch(instruction)
        if match is None:
            return None
        field = find_field(self._form, (match["quoted"] or match["bare"] or "").replace("_", " "))
        return None if field is None or field.is_signature else field

    def _conditional(self, parts: IfField) -> Iterator[etree._Element]:
        """The condition of an IF field, and both texts, each run as it looks there."""
        field = self._compared(parts.left)
        if field is None or parts.operator not in _OPERATORS:
            raise _StaysError
        yield run_like(f"{{% if {field.id} {_OPERATORS[parts.operator]} {self._quoted(parts.right, field)} %}}")
        yield from self._printed(parts.printed)
        if parts.otherwise:
            yield run_like("{% else %}")
            yield from self._printed(parts.otherwise)
        yield run_like("{% endif %}")

    def _compared(self, atoms: Atoms) -> Field | None:
        """The field that a merge field on the left of an operator names."""
        words = atoms[0].words if len(atoms) == 1 and isinstance(atoms[0], ComplexField) else None
        return self._field_named(words) if words else None

    def _quoted(self, atoms: Atoms, field: Field) -> str:
        """The text on the right of an operator, as a tag has it."""
        text, answers = plain_text(atoms), field.kind.answers(field)
        # what no answer says would never be true: the list that the letter was made for had other words
        is_said = not text or not answers or text in [in_language(one.label, self._language) for one in answers]
        if text is None or _COMPARED_OTHERWISE.search(text) or not is_said:
            raise _StaysError
        # composed and with single spaces, as values are; by numbers, since docxtpl changes signs and quotes within tags
        letters = unicodedata.normalize("NFC", " ".join(text.split()))
        return '"' + "".join(one if one.isalnum() or one == " " else f"\\U{ord(one):08x}" for one in letters) + '"'

    def _printed(self, atoms: Atoms) -> Iterator[etree._Element]:
        for run, together in groupby(atoms, key=lambda atom: atom.run if isinstance(atom, Words) else None):
            if run is None:
                for field in together:
                    assert isinstance(field, ComplexField)
                    yield from self._runs_of(field)
            else:
                text = plain_text(list(together)) or ""
                if _PRINTED_OTHERWISE.search(text):
                    raise _StaysError
                yield run_like(text, [run])


# -- putting runs in place


def _is_within_field(element: etree._Element) -> bool:
    """Whether a simple field stands in another one's instruction or result, which stays as it is."""
    begun = [mark.get(f"{W}fldCharType") for run in element.itersiblings(f"{W}r", preceding=True) for mark in run]
    return begun.count("begin") > begun.count("end")


def run_like(text: str, looks: Iterable[etree._Element] = ()) -> etree._Element:
    """A run that looks like the last of some runs that says how."""
    run = etree.Element(f"{W}r")
    properties = [one for one in (run_of.find(f"{W}rPr") for run_of in looks) if one is not None]
    if properties:
        run.append(deepcopy(properties[-1]))
    written = etree.SubElement(run, f"{W}t")
    written.set(_SPACE, "preserve")
    written.text = text
    return run


def put_in_place(old: list[etree._Element], runs: list[etree._Element]) -> None:
    """Put runs in the place of those that a field was written in; bookmarks stay: they may end outside of it."""
    parent = old[0].getparent()
    assert parent is not None
    place = parent.index(old[0])
    parent[place:place] = runs
    for element in old:
        if element.tag == f"{W}fldSimple" or next(element.iter(f"{W}r"), None) is not None:
            parent.remove(element)
