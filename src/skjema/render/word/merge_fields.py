"""Word's own merge fields, of a letter that was made for mail merge: those that name a field of the form become tags.

A field that can't become one (of another name, with a switch that changes the value, within an IF) stays, and is told
of when the template is cleaned.
"""

import re
from copy import deepcopy

from lxml import etree

from skjema.definition.model import Form
from skjema.formats.docx.members import members_of
from skjema.formats.docx.part_xml import W, parse, unparse
from skjema.formats.zip_writer import Archive, compress_member
from skjema.records.headings import find_field

_SIGN = b"instr"
"""What stands in every part with a field; Word may cut the word MERGEFIELD in two."""
_INSTRUCTION = re.compile(
    r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*', re.IGNORECASE
)
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
    for field in list(root.iter(f"{W}fldSimple")):
        if tag := _tag(field.get(f"{W}instr", ""), form):
            _put(field, tag, list(field.iter(f"{W}r")), [field])
            count += 1
    for paragraph in list(root.iter(f"{W}p")):
        for runs, instruction in _complex_fields(paragraph):
            if tag := _tag(instruction, form):
                _put(runs[0], tag, runs, runs)
                count += 1
    return count > 0


def _complex_fields(paragraph: etree._Element) -> list[tuple[list[etree._Element], str]]:
    """The runs and the instruction of each field of a paragraph that has no other within it, and is in none."""
    found: list[tuple[list[etree._Element], str]] = []
    runs: list[etree._Element] = []
    words: list[str] = []
    depth = deepest = 0
    has_result = False
    for run in paragraph.iterchildren(f"{W}r"):
        marks = [mark.get(f"{W}fldCharType", "") for mark in run.iter(f"{W}fldChar")]
        if "begin" in marks:
            depth += 1
            deepest = max(deepest, depth)
            if depth == 1:
                runs, words, has_result, deepest = [], [], False, 1
        if depth:
            runs.append(run)
            has_result |= "separate" in marks
            words += [] if has_result else [text.text or "" for text in run.iter(f"{W}instrText")]
        if "end" in marks and depth:
            depth -= 1
            if depth == 0 and deepest == 1:
                found.append((runs, "".join(words)))
    return found


def _tag(instruction: str, form: Form) -> str:
    """The tag for a merge field; empty where the form has no such field, or the tag would print something else."""
    match = _INSTRUCTION.fullmatch(instruction)
    if match is None:
        return ""
    field = find_field(form, (match["quoted"] or match["bare"] or "").replace("_", " "))
    return f"{{{{ {field.id} }}}}" if field is not None and not field.is_signature else ""


def _put(place: etree._Element, tag: str, looks: list[etree._Element], old: list[etree._Element]) -> None:
    """Put a run with a tag in the place of a field, looking like the last of the field's runs that says how."""
    run = etree.Element(f"{W}r")
    properties = [one for one in (run_of.find(f"{W}rPr") for run_of in looks) if one is not None]
    if properties:
        run.append(deepcopy(properties[-1]))
    text = etree.SubElement(run, f"{W}t")
    text.set(_SPACE, "preserve")
    text.text = tag
    parent = place.getparent()
    assert parent is not None
    parent.insert(parent.index(place), run)
    for element in old:
        parent.remove(element)
