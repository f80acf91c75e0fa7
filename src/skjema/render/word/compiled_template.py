"""A compiled Word template: programs for its parts with tags, and its unchanging members."""

import re
from typing import NamedTuple

from skjema.definition.placeholders import MARK_NAME
from skjema.formats.zip_writer import Member
from skjema.problems import Problem

PICTURE_ID = "docpr_id"
"""Name of the template function that returns a new id for each picture."""
RUNS, PARAGRAPHS = "skjema_runs", "skjema_paragraphs"
"""Names of the template functions that turn a text into runs or paragraphs, given the text and a tag's number."""
MARK_TAG = f"{{{{ {MARK_NAME} }}}}"
"""The tag that inserts the document's description of itself."""
ATTACHED = " attached"
"""Key of a record's files among its names; no name has a space."""
PROGRAM = "part"
"""Name of the function in a part's program, which turns values into the part's XML."""
_CALL = re.compile(r"\{\{ skjema_(r|p)\w+\((.*?), \d+\) \}\}")
"""A rich tag as it stands in the source."""


class Look(NamedTuple):
    """The formatting of a rich tag, as XML: properties of its paragraph, of plain runs, and of bold runs."""

    paragraph: str
    plain: str
    bold: str


class Part(NamedTuple):
    """A part with tags.

    Attributes:
        source: The source as prepared by docxtpl, with one paragraph per line.
        code: Jinja's compiled code, marshalled.
        program: Compiled code of the function made by `translated`, marshalled; empty where Jinja is needed.
        looks: The formatting of its rich tags, by number.
    """

    name: str
    source: str
    code: bytes
    program: bytes
    looks: tuple[Look, ...]

    def paragraph(self, line: int) -> str:
        """The text of a line of the source, counted from 1."""
        return words_of(self.source.split("\n")[line - 1])


class CompiledTemplate(NamedTuple):
    """A template ready to be rendered.

    Attributes:
        static_members: Members that are the same for every record.
        columns: Names of the parts whose tags make table columns.
        emptied: Names of the parts whose tags may leave a cell without a paragraph.
        left_out: A warning about what is left out of every document; see `clean_template`.
    """

    parts: list[Part]
    static_members: list[Member]
    columns: frozenset[str]
    emptied: frozenset[str]
    left_out: tuple[Problem, ...]


class InsertedText:
    """The text of another Word file, which replaces a paragraph."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml


def words_of(xml: str) -> str:
    """The text of a piece of XML."""
    return _CALL.sub(r"{{\1 \2 }}", re.sub(r"<[^>]*>|\{#|#\}", "", xml)).strip()
