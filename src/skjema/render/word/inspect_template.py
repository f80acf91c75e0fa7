"""Finds all faults of a Word file as a template at once, each with its paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError
from lxml import etree

from skjema.errors import TemplateError
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import W, parse, part_of_kind, relations
from skjema.formats.docx.run_texts import own_texts, own_words
from skjema.problems import Place, Problem, Severity
from skjema.render.word.check_tags import faulty_paragraphs
from skjema.render.word.inspect_places import block_faults, shared_names
from skjema.render.word.jinja_environment import WordEnvironment

_EXPRESSION = re.compile(r"\{\{(?:[rp]\s)?-?(.*?)-?\}\}", re.DOTALL)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_CURVED = re.compile("[\u2018\u2019\u201c\u201d]")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DRAWN_BEFORE = "{urn:schemas-microsoft-com:vml}shape"
"""The element of pictures in files of Word before 2007."""
_PERSONAL = {"creator", "lastModifiedBy", "Manager", "Company"}
"""Properties of a file that name its maker."""
_RENDERED = ("header", "footer", "footnotes")


class Finding(NamedTuple):
    """A fault or remark about a template.

    Attributes:
        part: The member that it concerns; empty for the file as a whole.
        paragraph: Number of the paragraph in that part, from 0; -1 outside of paragraphs.
    """

    problem: Problem
    part: str = ""
    paragraph: int = -1


def inspect_template(name: str, docx: bytes) -> list[Finding]:
    """Every fault of a file and every remark on it; serious faults of the file itself come first.

    Args:
        name: Name of the file in messages.
    """
    try:
        members = members_of(docx, name)
    except TemplateError as error:
        return [Finding(problem) for problem in error.problems]
    try:
        left_out = clean_template(name, members).left_out
    except TemplateError as error:
        left_out = error.problems
    return [*map(Finding, left_out), *_Inspection(name, members).findings()]


class _Inspection:
    def __init__(self, name: str, members: Members) -> None:
        self._place, self._members = Place(name), members
        self._main = part_of_kind(members, "", "officeDocument")
        rendered = [one.target for one in relations(members, self._main) if one.kind in _RENDERED]
        self._rendered = list(dict.fromkeys((self._main, *rendered)))
        self._mended: Counter[str] = Counter()

    def _problem(self, code: str, severity: Severity = Severity.ERROR, **params: object) -> Problem:
        return Problem(code, self._place, severity, params)

    def findings(self) -> Iterator[Finding]:
        for part in self._rendered:
            try:
                root = parse(self._members[part])
            except (KeyError, etree.XMLSyntaxError):  # reported by the check of the file
                continue
            yield from self._tags(part, root)
            for fault in (*block_faults(root), *shared_names(root)):
                severity = Severity.WARNING if fault.code == "place-name-shared" else Severity.ERROR
                yield Finding(self._problem(fault.code, severity, **fault.params), part, fault.paragraph)
            yield from self._tracked(part, root)
            yield from self._pictures(part, root)
        yield from self._elsewhere()
        yield from self._personal()
        if any(self._mended.values()):
            counts = {"quotes": self._mended["quotes"], "split": self._mended["split"]}
            yield Finding(self._problem("tags-mended", Severity.NOTE, **counts))

    def _tags(self, part: str, root: etree._Element) -> Iterator[Finding]:
        numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}
        faulty = set()
        for code, text, element in faulty_paragraphs(root):
            paragraph = element if element.tag == f"{W}p" else next(element.iter(f"{W}p"), element)
            faulty.add(paragraph)
            yield Finding(self._problem(code, paragraph=text), part, numbers.get(paragraph, -1))
        environment = WordEnvironment()
        for paragraph, number in numbers.items():
            words = own_words(paragraph)
            if "{" not in words or paragraph in faulty:
                continue
            self._count_mended(paragraph, words)
            for reason in _reasons(environment, words):
                yield Finding(self._problem("tag-syntax", paragraph=words, reason=reason), part, number)

    def _count_mended(self, paragraph: etree._Element, words: str) -> None:
        """Count tags of a paragraph that are read although they are written with curved quotes, or split into runs."""
        ends: list[int] = []
        for text in own_texts(paragraph):
            ends.append((ends[-1] if ends else 0) + len(text.text or ""))
        for tag in _TAG.finditer(words):
            self._mended["quotes"] += bool(_CURVED.search(tag[0]))
            self._mended["split"] += any(tag.start() < end < tag.end() for end in ends)

    def _tracked(self, part: str, root: etree._Element) -> Iterator[Finding]:
        changed = next(root.iter(*_TRACKED), None)
        if changed is not None:
            paragraph = next(changed.iterancestors(f"{W}p"), None)
            number = -1 if paragraph is None else list(root.iter(f"{W}p")).index(paragraph)
            yield Finding(self._problem("template-tracked"), part, number)

    def _pictures(self, part: str, root: etree._Element) -> Iterator[Finding]:
        numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"))}
        for picture in root.iter(_DRAWN, _DRAWN_BEFORE):
            told = picture.get("descr") or picture.get("title") or picture.get("alt")
            is_shape = picture.tag == _DRAWN_BEFORE and picture.find("{*}imagedata") is None
            if not told and not is_shape and not _is_decorative(picture):
                paragraph = next(picture.iterancestors(f"{W}p"), None)
                number = -1 if paragraph is None else numbers[paragraph]
                called = picture.get("name") or picture.get("id") or "?"
                yield Finding(self._problem("picture-without-text", Severity.WARNING, got=called), part, number)

    def _elsewhere(self) -> Iterator[Finding]:
        """Tags in parts that are never rendered."""
        for part, content in self._members.items():
            if part in self._rendered or not part.endswith(".xml") or part.startswith("docProps/"):
                continue
            if _TAG.search(re.sub(r"<[^>]*>", "", content.decode("utf-8", "replace"))):
                yield Finding(self._problem("tag-not-rendered", part=part), part)

    def _personal(self) -> Iterator[Finding]:
        """Properties that name the file's maker, reported without their values."""
        found = []
        for part, content in self._members.items():
            if part.startswith("docProps/") and part.endswith(".xml"):
                try:
                    properties = parse(content)
                except etree.XMLSyntaxError:
                    continue
                for one in properties.iter(etree.Element):
                    known = etree.QName(one).localname in _PERSONAL
                    if known and one.text and "{" not in one.text:
                        found.append(etree.QName(one).localname)
        if found:
            yield Finding(self._problem("template-personal", Severity.WARNING, names=tuple(dict.fromkeys(found))))


def _is_decorative(picture: etree._Element) -> bool:
    """Whether a picture is marked as decorative, so that screen readers ignore it."""
    return any(one.get("val") in ("1", "true") for one in picture.iter("{*}decorative"))


def _reasons(environment: WordEnvironment, words: str) -> Iterator[str]:
    """Error messages for the values that a paragraph uses, each checked alone."""
    for tag in _EXPRESSION.finditer(words):
        expression = _CURVED.sub(lambda sign: "'" if sign[0] in "\u2018\u2019" else '"', tag[1])
        try:
            environment.compile(f"{{{{ {expression} }}}}")
        except TemplateSyntaxError as error:
            yield error.message or ""
