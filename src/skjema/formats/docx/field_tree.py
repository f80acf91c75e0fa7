"""Word's fields in a paragraph, nested ones included: the instruction of each, and the runs that it stands in."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from skjema.formats.docx.part_xml import W


class Words(NamedTuple):
    """A piece of a field's instruction, and the run that it stands in, whose formatting the result takes."""

    text: str
    run: etree._Element


@dataclass(eq=False)
class ComplexField:
    """A field, from its begin mark to its end mark.

    Attributes:
        elements: All its elements, children of the paragraph, in order.
        instruction: The instruction, in which a nested field stands for its result.
        is_plain: Whether the instruction holds only text and fields.
    """

    elements: list[etree._Element] = field(default_factory=list)
    instruction: list["Words | ComplexField"] = field(default_factory=list)
    is_plain: bool = True
    in_instruction: bool = True

    @property
    def words(self) -> str | None:
        """The text of the instruction; None where it holds a field or other elements."""
        texts = [piece.text for piece in self.instruction if isinstance(piece, Words)]
        return "".join(texts) if self.is_plain and len(texts) == len(self.instruction) else None


def outer_fields(paragraph: etree._Element) -> Iterator[ComplexField]:
    """Each outermost field of a paragraph that begins and ends as a direct child of the paragraph.

    The paragraph is changed: runs that hold a field mark and something else are split first.
    """
    for run in paragraph.findall(f"{W}r"):
        if run.find(f"{W}fldChar") is not None:
            _part(run)
    open_fields: list[ComplexField] = []
    for element in paragraph:
        for one in open_fields:
            one.elements.append(element)
        if element.tag == f"{W}fldSimple" and open_fields and open_fields[-1].in_instruction:
            words = Words(element.get(f"{W}instr", ""), next(element.iter(f"{W}r"), element))
            open_fields[-1].instruction.append(ComplexField([element], [words]))
        elif element.tag == f"{W}r":
            if (ended := _read_run(element, open_fields)) is not None:
                yield ended
        elif open_fields and open_fields[-1].in_instruction and element.tag != f"{W}del":
            # a link, content control or insertion: its text belongs to the instruction, but isn't read
            open_fields[-1].is_plain &= next(element.iter(f"{W}r"), None) is None


def _part(run: etree._Element) -> None:
    """Split a run into one run for each of its elements."""
    looks = run.find(f"{W}rPr")
    place = run
    for child in [child for child in run if child is not looks][1:]:
        own = deepcopy(run)
        own[:] = []
        if looks is not None:
            own.append(deepcopy(looks))
        own.append(child)
        place.addnext(own)
        place = own


def _read_run(run: etree._Element, open_fields: list[ComplexField]) -> ComplexField | None:
    """Add the contents of a run to the innermost open field; returns the outermost field if it ends in this run."""
    ended = None
    for child in run:
        mark = child.get(f"{W}fldCharType", "") if child.tag == f"{W}fldChar" else ""
        if mark == "begin":
            open_fields.append(ComplexField([run]))
        elif not open_fields or child.tag == f"{W}rPr":
            continue
        elif mark == "separate":
            open_fields[-1].in_instruction = False
        elif mark == "end":
            ended = open_fields.pop()
            if open_fields and open_fields[-1].in_instruction:
                open_fields[-1].instruction.append(ended)
        elif open_fields[-1].in_instruction:
            open_fields[-1].instruction.append(Words(child.text or "", run))
            open_fields[-1].is_plain &= child.tag == f"{W}instrText"
    return None if open_fields else ended
