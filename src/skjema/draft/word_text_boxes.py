"""Text boxes of Word, which a file holds twice: as Word draws them now, and for programs that are older."""

from copy import deepcopy

from lxml import etree

from skjema.formats.docx.part_xml import W

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


class TextBoxes:
    """The text boxes of a part, of which only one of two is looked through.

    Args:
        root: The second text of each is taken out of it.
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
        """Let each second text be as the first is now."""
        for own, copy in self._pairs:
            copy[:] = [deepcopy(child) for child in own]
