"""Turns Word's merge fields, as in letters made for mail merge, into tags where they name a field of the form.

An IF field that compares such a field with a text becomes a condition. A merge field that can't become a tag (with an
unknown name, with a switch that changes the value, compared with what the field never says) is kept, and reported when
the template is cleaned.
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
"""Occurs in every part with a field; Word may split the word MERGEFIELD."""
_INSTRUCTION = re.compile(
    r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*', re.IGNORECASE
)
_OPERATORS = {"=": "==", "<>": "!="}
"""Word's operators for comparing texts, and those of tags; Word's order of texts is not supported."""
_COMPARED_OTHERWISE = re.compile(r"[\\*?]")
"""Wildcards in the texts that IF fields compare with (ECMA-376 part 1, 17.16.5.26)."""
_PRINTED_OTHERWISE = re.compile(r"[\\{}]")
"""Letters with a special meaning in Word's fields or in tags."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _StaysError(Exception):
    """A field can't become a tag, or needn't."""


class MergeFields:
    """Replaces the merge fields of a template's parts by tags."""

    def __init__(self, form: Form, language: Language) -> None:
        self._form = form
        self._language = language

    def place_tags(self, root: etree._Element) -> bool:
        """Replace fields by tags; returns whether there were any to replace."""
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
        """The runs that replace a field.

        Raises:
            _StaysError: The field is kept.
        """
        words = field.words
        if words is not None and (tag := self._tag(words)):
            yield run_like(tag, field.elements)
        elif words is None and (parts := if_field(field)) is not None:
            yield from self._conditional(parts)
        else:
            raise _StaysError

    def _tag(self, instruction: str) -> str:
        """The tag for a merge field; empty for other fields, and where the tag would print something else."""
        field = self._field_named(instruction)
        return f"{{{{ {field.id} }}}}" if field else ""

    def _field_named(self, instruction: str) -> Field | None:
        """The field of the form that a merge field prints unchanged."""
        match = _INSTRUCTION.fullmatch(instruction)
        if match is None:
            return None
        field = find_field(self._form, (match["quoted"] or match["bare"] or "").replace("_", " "))
        return None if field is None or field.is_signature else field

    def _conditional(self, parts: IfField) -> Iterator[etree._Element]:
        """The condition for an IF field and both its texts, in runs with their formatting."""
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
        """The field of the form that a merge field on the left side of a comparison names."""
        words = atoms[0].words if len(atoms) == 1 and isinstance(atoms[0], ComplexField) else None
        return self._field_named(words) if words else None

    def _quoted(self, atoms: Atoms, field: Field) -> str:
        """The text on the right side of a comparison, as an expression for a tag."""
        text, answers = plain_text(atoms), field.kind.answers(field)
        # a text that is no answer would never match: the letter was made for a list with other words
        is_said = not text or not answers or text in [in_language(one.label, self._language) for one in answers]
        if text is None or _COMPARED_OTHERWISE.search(text) or not is_said:
            raise _StaysError
        # in NFC and with single spaces, as values are; as numbers, since docxtpl changes signs and quotes in tags
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
    """Whether a simple field is in the instruction or result of another field, and is thus kept."""
    begun = [mark.get(f"{W}fldCharType") for run in element.itersiblings(f"{W}r", preceding=True) for mark in run]
    return begun.count("begin") > begun.count("end")


def run_like(text: str, looks: Iterable[etree._Element] = ()) -> etree._Element:
    """A run with a text, formatted like the last of these runs that has formatting."""
    run = etree.Element(f"{W}r")
    properties = [one for one in (run_of.find(f"{W}rPr") for run_of in looks) if one is not None]
    if properties:
        run.append(deepcopy(properties[-1]))
    written = etree.SubElement(run, f"{W}t")
    written.set(_SPACE, "preserve")
    written.text = text
    return run


def put_in_place(old: list[etree._Element], runs: list[etree._Element]) -> None:
    """Replace the runs of a field; bookmarks are kept, since they may end elsewhere."""
    parent = old[0].getparent()
    assert parent is not None
    place = parent.index(old[0])
    parent[place:place] = runs
    for element in old:
        if element.tag == f"{W}fldSimple" or next(element.iter(f"{W}r"), None) is not None:
            parent.remove(element)
