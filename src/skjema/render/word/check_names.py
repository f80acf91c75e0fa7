"""Checks that a Word template and its definition agree: every name in it exists, and every field has a place."""

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes

from skjema.definition.expressions import ROW
from skjema.definition.model import Form
from skjema.definition.placeholders import ROW_NAMES, TEMPLATE_NAMES
from skjema.definition.toml_file import nearest_names
from skjema.errors import SkjemaError, TemplateError
from skjema.formats.docx.members import Members, members_of
from skjema.problems import Place, Problem, Severity
from skjema.render.word.asked_names import asked_names, wanted_names
from skjema.render.word.compiled_template import PARAGRAPHS, PICTURE_ID, RUNS
from skjema.render.word.context import LINE_NAMES
from skjema.render.word.static_parts import MARK, build_template, template_mark
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import open_template, template_file
from skjema.wording import Language, in_language

_TAG = re.compile(rb"\{[{%]|%7b(?:%7b|%25)", re.IGNORECASE)
"""The beginning of a tag; in links, also in percent encoding."""
_CONTROL = re.compile(rb'<w:tag w:val="([^"]+)"')


def template_problems(form: Form, language: Language) -> Iterator[Problem]:
    """Problems with a form's Word template."""
    try:
        name, docx = template_file(form, language)
        template, members = open_template(form, language, name, docx), members_of(docx, name)
    except SkjemaError as error:
        yield from error.problems
        return
    place = Place(name)
    yield from _tag_problems(form, template.sources, place, language)
    yield from _tags_elsewhere(template, place)
    yield from template.left_out
    yield from _claim_problems(form, place, members)
    yield from _answers_by_hand(form, place, members)
    mark = "" if form.word == "own" else _mark(members)
    if mark and mark != template_mark(form, language):
        yield Problem("template-outdated", place, Severity.WARNING, {"form": form.id})
    elif mark and members != members_of(build_template(form, language)):
        yield Problem("template-restyled", place, Severity.NOTE)


def template_warnings(form: Form, language: Language, name: str, docx: bytes) -> list[Problem]:
    """Warnings about fields and parts of the file that a template would leave out of every document.

    Raises:
        TemplateError: It has what no template may have, or tags that would be printed as they are.
    """
    template = open_template(form, language, name, docx)
    if stray := list(_tags_elsewhere(template, Place(name))):
        raise TemplateError(*stray)
    problems = _tag_problems(form, template.sources, Place(name), language)
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    return [*warnings, *template.left_out, *_claim_problems(form, Place(name), members_of(docx, name))]


def _claim_problems(form: Form, place: Place, members: Members) -> Iterator[Problem]:
    """A warning for a Word file that wasn't made by skjema, if the definition doesn't say `word = "own"`."""
    if form.word == "made" and not _mark(members):
        yield Problem("template-unclaimed", place, Severity.WARNING)


def _answers_by_hand(form: Form, place: Place, members: Members) -> Iterator[Problem]:
    """A note on recipient's fields without a control in an office's own Word file, so that no reply can be read."""
    controls = {name.decode().partition(".")[0] for part in members.values() for name in _CONTROL.findall(part)}
    asked = [one for one in form.fields.values() if one.recipient and one.printed and not one.is_signature]
    if form.word == "own" and (left := tuple(one.label for one in asked if one.id not in controls)):
        yield Problem("answers-by-hand", place, Severity.NOTE, {"names": left})


def _tags_elsewhere(template: WordTemplate, place: Place) -> Iterator[Problem]:
    """Tags in parts that are never rendered: endnotes, SmartArt, addresses of links."""
    for part, content in template.static_members:
        # in relationships the attributes matter, since they hold addresses; in other parts the text
        if part.endswith(".rels"):
            text = content
        elif part.endswith(".xml"):
            text = re.sub(rb"<[^>]*>", b"", content)
        else:
            continue
        if _TAG.search(text):
            yield Problem("tag-not-rendered", place, params={"part": part})


def _tag_problems(form: Form, sources: list[str], place: Place, language: Language) -> Iterator[Problem]:
    """Unknown names in tags, and fields without a tag in the body, the first of the sources."""
    in_body, *elsewhere = (set(asked_names(source)) for source in sources)
    known = known_names(form)
    for name in sorted(in_body.union(*elsewhere) - known):
        yield Problem("tag-unknown", place, params={"got": name, "hint": nearest_names(name, sorted(known))})
    for name in sorted(set().union(*map(_quoted_names, sources)) & known):
        yield Problem("tag-quoted", place, Severity.WARNING, {"got": name})
    yield from _file_tags(form, sources, place)
    yield from _answer_problems(form, sources, place)
    yield from _comparison_problems(form, sources, place, language)
    # templates made by skjema have every field in the body; an office may put fields elsewhere
    placed = in_body if form.word == "made" else in_body.union(*elsewhere)
    for name in wanted_names(form):
        if name not in placed:
            yield Problem("field-without-tag", place, Severity.WARNING, {"got": name})


def _answer_problems(form: Form, sources: list[str], place: Place) -> Iterator[Problem]:
    """Unknown answers in tags, and the municipality's own answers without a box although others have one."""
    asked = {found for source in sources for found in _asked_answers(source)}
    known = {field.id: [answer.id for answer in field.kind.answers(field)] for field in form.all_fields}
    for name, answer in sorted(asked):
        if known.get(name) and answer not in known[name]:
            hint = nearest_names(answer, known[name])
            yield Problem("tag-unknown", place, params={"got": f"valgt.{name}.{answer}", "hint": hint})
    own = {field.id for field in form.all_fields if form.profile.answers(field.shares)}
    for name in sorted({name for name, _ in asked} & own):
        for answer in known[name]:
            if (name, answer) not in asked:
                yield Problem("field-without-tag", place, Severity.WARNING, {"got": f"{name}.{answer}"})


def _comparison_problems(form: Form, sources: list[str], place: Place, language: Language) -> Iterator[Problem]:
    """Comparisons of a field with a text that is none of its answers, which are never true."""
    fields = {field.id: field for field in form.fields.values() if field.type in ("choice", "yes_no")}
    compared = {found for source in sources for found in _compared_texts(source)}
    for name, text in sorted(compared):
        if text and (field := fields.get(name)) is not None:
            known = [in_language(one.label, language) for one in field.kind.answers(field)]
            if text not in known:
                params: dict[str, object] = {"name": name, "got": text, "known": tuple(known)}
                yield Problem("tag-never-true", place, Severity.WARNING, params)


def _compared_texts(source: str) -> Iterator[tuple[str, str]]:
    for comparison in Environment().parse(source).find_all(nodes.Compare):
        match comparison:
            case nodes.Compare(
                expr=nodes.Name(name=name), ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str() as text))]
            ):
                yield name, text


def _asked_answers(source: str) -> Iterator[tuple[str, str]]:
    """Field and answer of each box: `tema` and `helse` in `valgt.tema.helse` and `rad.valgt.tema.helse`."""
    for access in Environment().parse(source).find_all(nodes.Getattr):
        match access.node:
            case nodes.Getattr(node=nodes.Name(name="valgt") | nodes.Getattr(attr="valgt"), attr=name):
                yield name, access.attr


def _file_tags(form: Form, sources: list[str], place: Place) -> Iterator[Problem]:
    """Tags that would insert pictures as paragraphs, or documents as text."""
    kinds = {field.id: field.kind.names_file for field in form.all_fields if field.kind.names_file}
    asked = {found for source in sources if kinds for found in _ways_of_asking(source)}
    for name, function in sorted(asked):
        kind = kinds.get(name)
        if kind and function != (PARAGRAPHS if kind == "document" else ""):
            wanted = f"{{{{{'p' if kind == 'document' else ''} {name} }}}}"
            yield Problem("tag-of-file", place, params={"got": name, "wanted": wanted})


def _ways_of_asking(source: str) -> Iterator[tuple[str, str]]:
    """Last parts of the names that a part's tags print, each with the function that makes XML of it, if any."""
    for output in Environment().parse(source).find_all(nodes.Output):
        for piece in output.nodes:
            match piece:
                case nodes.Call(
                    node=nodes.Name(name=called), args=[nodes.Name(name=name) | nodes.Getattr(attr=name), *_]
                ):
                    yield name, called
                case nodes.Name(name=name) | nodes.Getattr(attr=name):
                    yield name, ""


def known_names(form: Form) -> set[str]:
    """Every name that a template of the form may use; `foresatte.navn` for a column of a group."""
    names = {*form.fields, *form.groups, *form.settings, "today", *TEMPLATE_NAMES, PICTURE_ID, RUNS, PARAGRAPHS}
    names |= {name for name, _ in form.year_wheels}
    for group in form.groups.values():
        columns = [column.id for column in group.field]
        inner = [one.id for one in form.inner_groups(group)]
        names |= {f"{group.id}.{name}" for name in (*columns, *inner, *ROW_NAMES)}
    if form.addressed:
        names |= {ROW, *(f"{ROW}.{column.id}" for column in form.addressed.field)}
    for field in form.fields.values():
        if field.is_signature:
            names |= {f"{field.id}.{name}" for name in LINE_NAMES}
    return names


def _quoted_names(source: str) -> set[str]:
    """Texts that tags print literally: `{{ 'navn' }}` prints the word instead of the value."""
    quoted: set[str] = set()
    for output in Environment().parse(source).find_all(nodes.Output):
        constants = [piece for piece in output.nodes if isinstance(piece, nodes.Const)]
        quoted.update(str(constant.value) for constant in constants)
    return quoted


def _mark(members: Members) -> str:
    """The mark of the definition that a template was built from; empty for one made by hand."""
    mark = re.search(rf'name="{MARK}"[^>]*><vt:lpwstr>([^<]*)'.encode(), members.get("docProps/custom.xml", b""))
    return mark[1].decode() if mark else ""
