"""Word's own merge fields, of a letter that was made for mail merge: those that name a field of the form become tags.

An IF field that compares one of them with a text becomes a condition. A field that can't become a tag (of another name,
with a switch that changes the value, compared with what the field never says) stays, and is told of when the template
is cleaned.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import groupby

from lxml import etree

from skjema.definition.model import Field, Form
from skjema.formats.docx.field_tree import ComplexField, Words, outer_fields
from skjema.formats.docx.if_field import Atoms, IfField, if_field, plain_text
from skjema.formats.docx.members import members_of
from skjema.formats.docx.part_xml import W, parse, unparse
from skjema.formats.zip_writer import Archive, compress_member
from skjema.records.headings import find_field

_SIGN = b"instr"
"""What stands in every part with a field; Word may cut the word MERGEFIELD in two."""
_INSTRUCTION = re.compile(
    r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*', re.IGNORECASE
)
_OPERATORS = {"=": "==", "<>": "!="}
"""What Word compares texts with, and a tag's word for it; an order of texts is Word's own."""
_COMPARED_OTHERWISE = re.compile(r'["\\*?{}]')
"""Letters that mean others in what an IF field compares with (ECMA-376 part 1, 17.16.5.26), or something in a tag."""
_TAG = re.compile(r"\{[{%#]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def with_tags(name: str, docx: bytes, form: Form) -> bytes:
    """The template with a tag in place of each merge field that names a field of the form; unchanged without any.

    Args:
        name: What messages call the template.

    Raises:
        TemplateError: It is damaged.
    """
    members = members_of(docx, name)
    changed: dict[str, bytes] = {}
    for part, content in members.items():
        if _SIGN in content and part.endswith(".xml"):
            try:
                root = parse(content)
            except etree.XMLSyntaxError:  # told of with the rest of the template's faults
                continue
            if _replace(root, form):
                changed[part] = unparse(root)
    if not changed:
        return docx
    return Archive(compress_member(part, changed.get(part, content)) for part, content in members.items()).build()


def _replace(root: etree._Element, form: Form) -> bool:
    """Put tags in place of fields; whether there were any to replace."""
    count = 0
    for paragraph in list(root.iter(f"{W}p")):
        for field in list(outer_fields(paragraph)):
            try:
                runs = list(_runs_of(field, form))
            except _StaysError:
                continue
            _put(field.elements, runs)
            count += 1
    for simple in list(root.iter(f"{W}fldSimple")):
        tag = _tag(simple.get(f"{W}instr", ""), form)
        if tag and not _is_within_field(simple):
            _put([simple], [_run(tag, simple.iter(f"{W}r"))])
            count += 1
    return count > 0


class _StaysError(Exception):
    """A field can't become tags, or needn't."""


def _runs_of(field: ComplexField, form: Form) -> Iterator[etree._Element]:
    """What stands in the place of a field.

    Raises:
        _StaysError: Nothing does.
    """
    words = field.words
    if words is not None and (tag := _tag(words, form)):
        yield _run(tag, field.elements)
    elif words is None and (parts := if_field(field)) is not None:
        yield from _conditional(parts, form)
    else:
        raise _StaysError


def _tag(instruction: str, form: Form) -> str:
    """The tag for a merge field; empty where it is none, or the tag would print something else."""
    field = _field_named(instruction, form)
    return f"{{{{ {field.id} }}}}" if field else ""


def _field_named(instruction: str, form: Form) -> Field | None:
    """The field that a merge field prints as it is."""
    match = _INSTRUCTION.fullmatch(instruction)
    if match is None:
        return None
    field = find_field(form, (match["quoted"] or match["bare"] or "").replace("_", " "))
    return None if field is None or field.is_signature else field


# -- IF fields


def _conditional(parts: IfField, form: Form) -> Iterator[etree._Element]:
    """The condition of an IF field, and both texts, each run as it looks there."""
    field = _compared(parts.left, form)
    if field is None or parts.operator not in _OPERATORS:
        raise _StaysError
    yield _run(f"{{% if {field.id} {_OPERATORS[parts.operator]} {_quoted(parts.right, field)} %}}")
    yield from _printed(parts.printed, form)
    if parts.otherwise:
        yield _run("{% else %}")
        yield from _printed(parts.otherwise, form)
    yield _run("{% endif %}")


def _compared(atoms: Atoms, form: Form) -> Field | None:
    """The field that a merge field on the left of an operator names."""
    words = atoms[0].words if len(atoms) == 1 and isinstance(atoms[0], ComplexField) else None
    return _field_named(words, form) if words else None


def _quoted(atoms: Atoms, field: Field) -> str:
    """The text on the right of an operator, as a tag has it."""
    text, answers = plain_text(atoms), field.kind.answers(field)
    # what no answer says would never be true: the list that the letter was made for had other words
    is_said = not text or not answers or any(text in answer.label.values() for answer in answers)
    if text is None or _COMPARED_OTHERWISE.search(text) or not is_said:
        raise _StaysError
    return f'"{text}"'


def _printed(atoms: Atoms, form: Form) -> Iterator[etree._Element]:
    for run, together in groupby(atoms, key=lambda atom: atom.run if isinstance(atom, Words) else None):
        if run is None:
            for field in together:
                assert isinstance(field, ComplexField)
                yield from _runs_of(field, form)
        else:
            text = plain_text(list(together)) or ""
            if _TAG.search(text):
                raise _StaysError
            yield _run(text, [run])


# -- putting runs in place


def _is_within_field(element: etree._Element) -> bool:
    """Whether a simple field stands in another one's instruction or result, which stays as it is."""
    begun = [mark.get(f"{W}fldCharType") for run in element.itersiblings(f"{W}r", preceding=True) for mark in run]
    return begun.count("begin") > begun.count("end")


def _run(text: str, looks: Iterable[etree._Element] = ()) -> etree._Element:
    """A run that looks like the last of some runs that says how."""
    run = etree.Element(f"{W}r")
    properties = [one for one in (run_of.find(f"{W}rPr") for run_of in looks) if one is not None]
    if properties:
        run.append(deepcopy(properties[-1]))
    written = etree.SubElement(run, f"{W}t")
    written.set(_SPACE, "preserve")
    written.text = text
    return run


def _put(old: list[etree._Element], runs: list[etree._Element]) -> None:
    """Put runs in the place of what a field was written in."""
    parent = old[0].getparent()
    assert parent is not None
    place = parent.index(old[0])
    parent[place:place] = runs
    for element in old:
        parent.remove(element)
