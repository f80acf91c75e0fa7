"""Compiles a Word template: docxtpl prepares it, its faults are found, and its unchanging parts are compressed."""

import marshal
import re
from collections.abc import Iterator

from docxtpl.template import DocxTemplate
from jinja2 import TemplateSyntaxError
from lxml import etree

from skjema.errors import TemplateError
from skjema.formats.docx.clean import clean_template
from skjema.formats.docx.grids import makes_columns
from skjema.formats.docx.markup import LOGO_NAME
from skjema.formats.docx.members import Members
from skjema.formats.docx.part_xml import parse, part_of_kind, relations
from skjema.formats.docx.properties import with_property
from skjema.formats.docx.repair import may_be_emptied
from skjema.formats.zip_writer import compress_member
from skjema.problems import Place, Problem
from skjema.records.mark import NAME
from skjema.render.word.check_tags import paragraph_faults
from skjema.render.word.compiled_part import translated
from skjema.render.word.compiled_template import MARK_TAG, PARAGRAPHS, RUNS, CompiledTemplate, Part, words_of
from skjema.render.word.controls import place_logo, prepare
from skjema.render.word.jinja_environment import WordEnvironment
from skjema.render.word.nesting import CrossedTagsError, is_always_well_formed
from skjema.render.word.rich_text import place_rich_tags

_PARAGRAPH = re.compile(r"<w:p[ >]")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
"""Elements of tracked changes that nobody has accepted or rejected."""
_CALLS = re.compile(f"{RUNS}|{PARAGRAPHS}")
_LITERAL_BRACES = (("{_{", "{{ '{{' }}"), ("}_}", "{{ '}}' }}"), ("{_%", "{{ '{%' }}"), ("%_}", "{{ '%}' }}"))
"""How templates for docxtpl print literal braces."""


def compile_template(name: str, members: Members, logo: bytes | None, *, marked: bool = False) -> CompiledTemplate:
    """The compiled template; see `WordTemplate`.

    Raises:
        TemplateError: It has what no template may have; or, with every fault of its tags and their paragraphs.
    """
    members, left_out = clean_template(name, members)
    if marked:
        members = with_property(members, NAME, MARK_TAG)
    try:
        # each part once: docxtpl renders footnotes once per section, so that `{{ }}` in a value becomes a tag
        changing = dict.fromkeys(_parts_with_tags(members))
        faults = [fault for part in changing for fault in paragraph_faults(members[part])]
    except (etree.XMLSyntaxError, KeyError):  # no XML, or no body
        raise TemplateError(Problem("template-damaged", Place(name))) from None
    if faults:
        raise TemplateError(*(_fault(name, code, paragraph) for code, paragraph in faults))
    if any(_TRACKED.search(members[part]) for part in changing):
        # deleted text would be printed, and inserted text might be rejected later: somebody has to decide
        raise TemplateError(Problem("template-tracked", Place(name)))
    media = f"word/media/{LOGO_NAME}.png"
    static = {part: content for part, content in members.items() if part not in changing}
    # relationship and content type stay, only the bytes are replaced
    if logo is not None and media in static:
        static[media] = logo
    environment = WordEnvironment()
    parts = [_compiled(name, part, members[part], logo, environment) for part in changing]
    # parsing a record's XML again takes longer than making it, so only parts that may need it are repaired
    columns = frozenset(part for part in changing if makes_columns(members[part]))
    emptied = frozenset(part for part in changing if may_be_emptied(parse(members[part])))
    return CompiledTemplate(
        parts, [compress_member(part, content) for part, content in static.items()], columns, emptied, left_out
    )


def _fault(name: str, code: str, paragraph: str, **params: object) -> Problem:
    return Problem(code, Place(name), params={"paragraph": paragraph, **params})


def _compiled(name: str, part: str, content: bytes, logo: bytes | None, environment: WordEnvironment) -> Part:
    """The compiled part."""
    root = parse(content)
    if reserved := _CALLS.search(
        "".join(map(str, root.itertext()))
    ):  # no tag asks for XML by the name we give the function
        raise TemplateError(_fault(name, "tag-name", f"{{{{ {reserved[0]} }}}}", got=reserved[0]))
    if logo is not None:
        place_logo(root, logo, LOGO_NAME)
    prepare(root)
    looks = place_rich_tags(root)
    # docxtpl's code is called and not copied, since it is LGPL
    source: str = DocxTemplate(name).patch_xml(  # type: ignore[no-untyped-call]
        etree.tostring(root, encoding="unicode")
    )
    # replaced here, and not in the result as by docxtpl, since a value may hold these letters
    for braces, expression in _LITERAL_BRACES:
        source = source.replace(braces, expression)
    # a comment with a line break before each paragraph: line numbers identify paragraphs, and nothing is printed
    source = _PARAGRAPH.sub(lambda start: "{#\n#}" + start[0], source)
    try:
        tree = environment.parse(source)
        is_well_formed = is_always_well_formed(tree)
        # compiling takes a third of docxtpl's time per document, so the result is cached
        code = marshal.dumps(environment.compile(tree))
    except TemplateSyntaxError as error:
        paragraph = words_of(source.split("\n")[error.lineno - 1])
        raise TemplateError(_fault(name, "tag-syntax", paragraph, reason=error.message or "")) from None
    except CrossedTagsError:
        raise TemplateError(Problem("tags-crossed", Place(name), params={"part": part})) from None
    program = translated(tree) if is_well_formed else None
    return Part(part, source, code, marshal.dumps(compile(program, part, "exec")) if program else b"", looks)


def _parts_with_tags(members: Members) -> Iterator[str]:
    """The parts whose tags are rendered: body, headers, footers, footnotes, and properties."""
    main = part_of_kind(members, "", "officeDocument")
    yield main
    for relation in relations(members, main):
        if relation.kind in ("header", "footer", "footnotes") and b"{" in members.get(relation.target, b""):
            yield relation.target
    for relation in relations(members, ""):
        if relation.kind in ("core-properties", "custom-properties") and b"{{" in members.get(relation.target, b""):
            yield relation.target
