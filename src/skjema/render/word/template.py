"""Renders a compiled Word template, by its own program or by Jinja."""

import marshal
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from skjema.disk_cache import cached
from skjema.errors import TemplateError
from skjema.formats.docx.members import DECLARATION, members_of
from skjema.formats.docx.runs import flat, joined
from skjema.formats.zip_writer import Archive, compress_member
from skjema.problems import Place, Problem
from skjema.render.word.compiled_template import ATTACHED, PROGRAM, CompiledTemplate
from skjema.render.word.part_values import part_values

if TYPE_CHECKING:
    from skjema.render.word.jinja_environment import JinjaTemplates
    from skjema.render.word.limited import LimitedJinja

_FIRST_PICTURE = 1001  # as in docxtpl


class WordTemplate:
    """Renders one template, record after record.

    Args:
        name: Name of the template in messages.
        docx: Content of the template.
        logo: A PNG file to put in place of the picture called `logo`.
        is_ours: Whether skjema has made it; other templates are compiled and rendered within limits.
        marked: Whether its documents get a mark among their properties.

    Raises:
        TemplateError: The file is damaged; or, with every fault of its tags and their paragraphs.
    """

    def __init__(
        self, name: str, docx: bytes, logo: bytes | None = None, is_ours: Callable[[], bool] = lambda: True, *,
        marked: bool = False,
    ) -> None:  # fmt: skip
        def compiled() -> CompiledTemplate:
            if not is_ours():
                from skjema.render.word.limited import compile_limited

                return compile_limited(name, members_of(docx, name), logo, marked=marked)
            from skjema.render.word.compile_template import compile_template

            return compile_template(name, members_of(docx, name), logo, marked=marked)

        self._name, self._is_ours = name, is_ours
        sources = (name.encode(), docx, logo or b"", b"marked" * marked)
        self._compiled = cached("word", sources, compiled, ("docxtpl", "jinja2"))
        self._archive = Archive(self._compiled.static_members)
        self._programs = [_load_program(part.program) for part in self._compiled.parts]

    @cached_property
    def _jinja(self) -> "JinjaTemplates | LimitedJinja":
        # Jinja isn't loaded for templates whose parts all have programs
        if not self._is_ours():
            from skjema.render.word.limited import LimitedJinja

            return LimitedJinja(self._name, self._compiled.parts)
        from skjema.render.word.jinja_environment import JinjaTemplates

        return JinjaTemplates((part.code, part.looks) for part in self._compiled.parts)

    def _fault(self, code: str, paragraph: str, **params: object) -> Problem:
        return Problem(code, Place(self._name), params={"paragraph": paragraph, **params})

    @property
    def changing(self) -> list[str]:
        """Names of the parts with tags, the body first."""
        return [part.name for part in self._compiled.parts]

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """A warning about what is left out of every document; empty where nothing is."""
        return self._compiled.left_out

    @property
    def sources(self) -> list[str]:
        """The sources of the parts with tags."""
        return [part.source for part in self._compiled.parts]

    @property
    def static_members(self) -> list[tuple[str, bytes]]:
        """Name and content of each member that is the same for every record."""
        return [(member.name.decode(), member.content) for member in self._compiled.static_members]

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The template with a record's values, as a docx; see `parts`."""
        parts = self.parts(context)
        if attached := context.get(ATTACHED):
            whole: bytes = attached.build(self._compiled.static_members, parts, _FIRST_PICTURE)
            return whole
        return self._archive.build(compress_member(name, xml, fast=True) for name, xml in parts)

    def parts(self, context: Mapping[str, Any], first_picture: int = _FIRST_PICTURE) -> list[tuple[str, bytes]]:
        """Name and XML of each part with tags, rendered.

        Args:
            first_picture: Id of the first picture in each part.

        Raises:
            TemplateError: It uses names that `context` lacks, or its tags cross XML elements.
            TemplateLimitError: It takes more time or memory than any record needs.
        """
        rendered: list[tuple[str, bytes]] = []
        faults: list[Problem] = []
        for number, part in enumerate(self._compiled.parts):
            xml = self._by_program(number, part_values(context, part.looks, first_picture))
            if xml is None:
                xml, problems = self._by_jinja(number, context, first_picture)
                faults += problems
            rendered.append((part.name, xml))
        if faults:
            raise TemplateError(*faults)
        return [(name, self._repair(name, xml)) for name, xml in rendered]

    def _repair(self, name: str, xml: bytes) -> bytes:
        """Fit the grids of tables to their columns, and give every cell a paragraph, which tags can't do."""
        if name in self._compiled.columns:
            from skjema.formats.docx.grids import fit_grids

            try:
                xml = fit_grids(xml)
            except ValueError as error:
                reason = type(error).__name__
                raise TemplateError(self._fault("tag-fails", "{% colspan ... %}", reason=reason)) from None
        if name in self._compiled.emptied:
            from skjema.formats.docx.repair import filled

            xml = filled(xml)
        return xml

    def _by_program(self, number: int, values: Mapping[str, Any]) -> bytes | None:
        """The XML of the part with this number, made by its program; None where Jinja is needed."""
        program = self._programs[number]
        if program is None:
            return None
        try:
            return program(values)
        except (LookupError, NameError, TypeError):  # a name is missing or no text; Jinja reports where
            return None

    def _by_jinja(self, number: int, context: Mapping[str, Any], first_picture: int) -> tuple[bytes, list[Problem]]:
        """The XML of the part with this number, made by Jinja, and its problems."""
        part = self._compiled.parts[number]
        names = {name: value for name, value in context.items() if name != ATTACHED}  # Jinja needs no files
        rendered = self._jinja.render(number, names, first_picture)
        if rendered.failed is not None:
            return b"", [self._fault("tag-fails", part.paragraph(rendered.failed.line), reason=rendered.failed.reason)]
        problems = [
            self._fault("tag-name", part.paragraph(missing.line), got=missing.name) for missing in rendered.missing
        ]
        xml = DECLARATION + rendered.text.encode()
        self._check(part.name, xml)
        return xml, problems

    def _check(self, part: str, xml: bytes) -> None:
        from xml.parsers import expat  # not for what a program of ours has written

        try:
            expat.ParserCreate().Parse(xml, True)
        except expat.ExpatError:
            raise TemplateError(Problem("tags-crossed", Place(self._name), params={"part": part})) from None


_Program = Callable[[Mapping[str, Any]], bytes]


def _load_program(code: bytes) -> _Program | None:
    """The function of a part's program; None without."""
    if not code:
        return None
    module: dict[str, Any] = {function.__name__: function for function in (joined, flat)}
    exec(marshal.loads(code), module)  # noqa: S102, S302 - made by `translated`, which puts in names and texts only
    program: _Program = module[PROGRAM]
    return program
