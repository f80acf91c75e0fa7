"""A Word template once it is compiled: its parts with tags as programs, and the members that are always the same."""

import re
from typing import NamedTuple

from skjema.definition.placeholders import MARK_NAME
from skjema.formats.zip_writer import Member
from skjema.problems import Problem

PICTURE_ID = "docpr_id"
"""Name of the function that gives each picture of a rendered part its id."""
RUNS, PARAGRAPHS = "skjema_runs", "skjema_paragraphs"
"""Names of the functions that make XML of a text, with the number of the tag they stand in the place of."""
MARK_TAG = f"{{{{ {MARK_NAME} }}}}"
"""Stands where the document says what it is."""
ATTACHED = " attached"
"""Key of a record's files among its names; no name has a space in it."""
PROGRAM = "part"
"""Name of the function in a part's program: from the values to the part's XML."""
_CALL = re.compile(r"\{\{ skjema_(r|p)\w+\((.*?), \d+\) \}\}")
"""A rich tag as it stands in the source."""


class Look(NamedTuple):
    """How a rich tag looks in its template, as XML: properties of its paragraph, and of its runs, plain and bold."""

    paragraph: str
    plain: str
    bold: str


class Part(NamedTuple):
    """A part with tags.

    Attributes:
        source: As docxtpl prepared it, one paragraph a line.
        code: What Jinja made of it, as `marshal` writes it.
        program: What `translated` made of it, likewise; nothing where only Jinja can render it.
        looks: Of its rich tags, by number.
    """

    name: str
    source: str
    code: bytes
    program: bytes
    looks: tuple[Look, ...]

    def paragraph(self, line: int) -> str:
        """The words of a line of the source, counted from 1."""
        return words_of(self.source.split("\n")[line - 1])


class CompiledTemplate(NamedTuple):
    """A template ready to be rendered.

    Attributes:
        static_members: The files that are the same for every record.
        columns: Names of the parts whose tags make columns of tables.
        emptied: Names of the parts whose tags may leave a cell without a paragraph.
        left_out: What of the file is missing from every document, as a warning; see `clean_template`.
    """

    parts: list[Part]
    static_members: list[Member]
    columns: frozenset[str]
    emptied: frozenset[str]
    left_out: tuple[Problem, ...]


class InsertedText:
    """The text of another Word file, which stands in the place of a paragraph."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml


def words_of(xml: str) -> str:
    """The words of a piece of XML."""
    return _CALL.sub(r"{{\1 \2 }}", re.sub(r"<[^>]*>|\{#|#\}", "", xml)).strip()
