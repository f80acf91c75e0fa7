"""A Word template compiled once: docxtpl prepares it, Jinja renders it, and what never changes is packed already."""

import io
import re
import zipfile
from collections.abc import Hashable, Iterator, Mapping
from itertools import count
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from xml.parsers import expat

from docxtpl.template import DocxTemplate
from jinja2 import Template, TemplateSyntaxError
from lxml import etree

from skjema.archive import Archive, pack
from skjema.errors import TemplateError
from skjema.problems import Place, Problem
from skjema.render.word.controls import PICTURE_ID, place_logo, prepare
from skjema.render.word.environment import FailedTag, WordEnvironment
from skjema.render.word.grids import fit_grids, makes_columns
from skjema.render.word.lint import paragraph_faults
from skjema.render.word.markup import LOGO_EMU, LOGO_NAME

Members = Mapping[str, bytes]
"""Files of a docx by name, in the order of the archive."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARAGRAPH = re.compile(r"<w:p[ >]")
_LITERAL_BRACES = (("{_{", "{{ '{{' }}"), ("}_}", "{{ '}}' }}"), ("{_%", "{{ '{%' }}"), ("%_}", "{{ '%}' }}"))
"""How docxtpl lets a template print braces."""
_FIRST_PICTURE = 1001
_LEVEL = 1
"""Of compression; the levels above cost more time than they save in space."""


def members_of(docx: bytes) -> Members:
    """The files of a docx that is known to be whole."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class _Part(NamedTuple):
    """A part with tags: its source as docxtpl prepared it, one paragraph a line, and that compiled."""

    name: str
    source: str
    template: Template

    def paragraph(self, line: int) -> str:
        """The words of a line of the source, counted from 1."""
        return _text(self.source.split("\n")[line - 1])


class WordTemplate:
    """Renders one template, record after record.

    Args:
        name: What messages call it.
        logo: A PNG file to put in place of the picture called `logo`.

    Attributes:
        still: Name and content of each file that is the same for every record.

    Raises:
        TemplateError: With every fault of its tags, each with the paragraph it stands in.
    """

    def __init__(self, name: str, members: Members, logo: bytes | None = None) -> None:
        self._name = name
        self._environment = WordEnvironment()
        self._sound: set[Hashable] = set()
        try:
            changing = dict.fromkeys(_parts_with_tags(members))
            faults = [self._fault(*found) for part in changing for found in paragraph_faults(members[part])]
        except (etree.XMLSyntaxError, KeyError):  # no XML, or no body
            raise TemplateError(Problem("file-damaged", Place(name))) from None
        if faults:
            raise TemplateError(*faults)
        media = f"word/media/{LOGO_NAME}.png"
        static = {part: content for part, content in members.items() if part not in changing}
        if logo is not None and media in static:
            static[media] = logo
        self.still = list(static.items())
        self._archive = Archive(pack(part, content) for part, content in self.still)
        self._parts = [self._compile(part, members[part], logo) for part in changing]
        self._makes_columns = {part for part in changing if makes_columns(members[part])}

    def _fault(self, code: str, paragraph: str, **gaps: object) -> Problem:
        return Problem(code, Place(self._name), gaps={"paragraph": paragraph, **gaps})

    def _compile(self, part: str, content: bytes, logo: bytes | None) -> _Part:
        root = parse(content)
        if logo is not None:
            place_logo(root, logo, LOGO_NAME, LOGO_EMU)
        prepare(root)
        source: str = DocxTemplate(part).patch_xml(  # type: ignore[no-untyped-call]
            etree.tostring(root, encoding="unicode")
        )
        for braces, expression in _LITERAL_BRACES:
            source = source.replace(braces, expression)
        # A comment with a line break before each paragraph: line numbers tell paragraphs, and nothing is printed.
        source = _PARAGRAPH.sub(lambda found: "{#\n#}" + found[0], source)
        try:
            return _Part(part, source, self._environment.from_string(source))
        except TemplateSyntaxError as error:
            paragraph = _text(source.split("\n")[error.lineno - 1])
            raise TemplateError(self._fault("tag-syntax", paragraph, reason=error.message or "")) from None

    @property
    def sources(self) -> list[str]:
        """The source of each part that has tags."""
        return [part.source for part in self._parts]

    def render(self, context: Mapping[str, Any], shape: Hashable) -> bytes:
        """The template with a record's values, as a docx; see `parts`."""
        changing = self.parts(context, shape)
        return self._archive.whole(pack(name, (DECLARATION + text).encode(), _LEVEL) for name, text in changing)

    def parts(
        self, context: Mapping[str, Any], shape: Hashable, first_picture: int = _FIRST_PICTURE
    ) -> list[tuple[str, str]]:
        """Name and XML of each part that changes.

        Args:
            shape: Equal for records that show the same parts; the XML of each shape is checked once.
            first_picture: The id of the first picture of each part.

        Raises:
            TemplateError: It asks for names that `context` lacks, or its tags don't nest with Word's own elements.
        """
        rendered: list[tuple[str, str]] = []
        faults: list[Problem] = []
        for part in self._parts:
            values = {**context, PICTURE_ID: count(first_picture).__next__}
            try:
                text, missing = self._environment.render_part(part.template, values)
            except FailedTag as error:
                faults.append(self._fault("tag-fails", part.paragraph(error.line), reason=error.reason))
                continue
            faults += (self._fault("tag-name", part.paragraph(one.line), got=one.name) for one in missing)
            rendered.append((part.name, text))
        if faults:
            raise TemplateError(*faults)
        if shape not in self._sound:
            for name, text in rendered:
                self._check(name, text)
            self._sound.add(shape)
        return [(name, fit_grids(text) if name in self._makes_columns else text) for name, text in rendered]

    def _check(self, part: str, text: str) -> None:
        try:
            expat.ParserCreate().Parse(text, True)
        except expat.ExpatError:
            raise TemplateError(Problem("tags-crossed", Place(self._name), gaps={"part": part})) from None


def parse(content: bytes) -> etree._Element:
    """The XML of a part, strictly: nothing is mended and no entity is looked up."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _text(xml: str) -> str:
    """The words of a piece of XML."""
    return re.sub(r"<[^>]*>|\{#|#\}", "", xml).strip()


def _parts_with_tags(members: Members) -> Iterator[str]:
    """The parts whose tags are rendered: the body, headers, footers, footnotes and the title page's properties."""
    main = next((target for kind, target in _relationships(members, "") if kind.endswith("/officeDocument")), "")
    yield main
    for kind, target in _relationships(members, main):
        if kind.endswith(("/header", "/footer", "/footnotes")) and b"{" in members.get(target, b""):
            yield target
    for kind, target in _relationships(members, ""):
        if kind.endswith("/core-properties") and b"{{" in members.get(target, b""):
            yield target


def _relationships(members: Members, part: str) -> Iterator[tuple[str, str]]:
    """Type and target of each part that `part` refers to."""
    path = PurePosixPath(part)
    name = str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"
    if name in members:
        for one in parse(members[name]):
            if one.get("TargetMode") != "External":
                target = one.get("Target", "")
                yield one.get("Type", ""), target[1:] if target.startswith("/") else str(path.parent / target)
