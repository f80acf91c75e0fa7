"""Makes Word's REF fields, which repeat the contents of a bookmark, show the value of a tag in that bookmark."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from skjema.formats.docx.field_tree import outer_fields
from skjema.formats.docx.part_xml import W
from skjema.render.word.merge_fields import run_like
from skjema.render.word.own_fields import say_result

_REF = re.compile(r"\s*REF\s+(?P<name>[^\W\d_]\w*)(?:\s+\\(?:h|\*\s*(?:MERGEFORMAT|CHARFORMAT)))*\s*", re.IGNORECASE)
"""An instruction without switches that change the text."""
_TAG = re.compile(r"\s*(\{\{[^{}]*\}\})\s*")


class RepeatedValues:
    """Puts the tags of bookmarks into the results of REF fields; the fields are kept, since Word may update them.

    Args:
        roots: Parts whose own places already have tags.
    """

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        marks = (mark for root in roots for mark in root.iter(f"{W}bookmarkStart"))
        held = ((mark.get(f"{W}name", ""), _TAG.fullmatch("".join(_texts_in(mark)))) for mark in marks)
        self._tags = {name.casefold(): tag[1] for name, tag in held if tag and not name.startswith("_")}

    def place_tags(self, root: etree._Element) -> bool:
        """Put tags into REF fields; returns whether there were any."""
        if not self._tags:
            return False
        count = 0
        for paragraph in root.iter(f"{W}p"):
            for field in list(outer_fields(paragraph)):
                tag = self._tag(field.words or "")
                count += bool(tag) and say_result(field.elements[0], tag)
        for simple in root.iter(f"{W}fldSimple"):
            if tag := self._tag(simple.get(f"{W}instr", "")):
                simple[:] = [run_like(tag, simple.iter(f"{W}r"))]
                count += 1
        return count > 0

    def _tag(self, instruction: str) -> str:
        """The tag that a field's instruction refers to; empty without."""
        found = _REF.fullmatch(instruction)
        return self._tags.get(found["name"].casefold(), "") if found else ""


def _texts_in(mark: etree._Element) -> Iterator[str]:
    """The texts in a bookmark that ends in its own paragraph; none for other bookmarks."""
    texts: list[str] = []
    for element in mark.itersiblings():
        if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
            yield from texts
            return
        texts += (one.text or "" for one in element.iter(f"{W}t"))
