"""Handles Word's text boxes, which a file holds twice: in the current form, and in one for older programs."""

from copy import deepcopy

from lxml import etree

from skjema.formats.docx.part_xml import W

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


class TextBoxes:
    """The text boxes of a part; only the current form of each is examined.

    Args:
        root: XML of the part; the older form of each text box is emptied.
    """

    def __init__(self, root: etree._Element) -> None:
        self._pairs: list[tuple[etree._Element, etree._Element]] = []
        for one in root.iter(_ALTERNATIVES):
            first, second = (list(one.iterfind(f"{{*}}{name}//{W}txbxContent")) for name in ("Choice", "Fallback"))
            if len(first) == len(second):
                self._pairs += zip(first, second, strict=True)
        for _, copy in self._pairs:
            copy[:] = []

    def write_copies(self) -> None:
        """Replace each older form by a copy of the current one."""
        for own, copy in self._pairs:
            copy[:] = [deepcopy(child) for child in own]
