"""Renders records as Word files."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from skjema.definition.catalogue import is_bundled
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.errors import TemplateError
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem, Severity
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language


class WordRenderer:
    """Renders the Word files of one record after another.

    Args:
        draft: Whether they are marked as drafts, with a list of what is missing.
        template: Name and content of the template, if it has been read already.

    Raises:
        TemplateError, FileError: The template is missing, damaged or faulty, or can't be read.
    """

    suffix = ".docx"
    layout = None  # Word lays out its pages

    def __init__(
        self, form: Form, language: Language, *, draft: bool = False, template: tuple[str, bytes] | None = None
    ) -> None:
        self._form = form
        self._language = language
        self._draft = draft
        self._template = open_template(form, language, *(template or template_file(form, language)), marked=True)

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]:
        """Warnings for values without a place on an office's own paper; Word has every letter, and its boxes grow."""
        for name in self._left_open:
            if Slot(name) in checked.record.cells:
                label = self._form.fields[name].label
                yield Problem(
                    "value-left-out", checked.record.places.place(Slot(name)), Severity.WARNING, {"label": label}
                )

    @cached_property
    def _left_open(self) -> list[str]:
        """Ids of fields that the office's own paper leaves for handwriting by the recipient."""
        if self._form.word != "own":
            return []
        from skjema.render.word.asked_names import asked_names, stands_open  # loads Jinja

        asked = {name for source in self._template.sources for name in asked_names(source)}
        return [
            name for name, field in self._form.fields.items() if stands_open(self._form, field) and name not in asked
        ]

    def render(self, checked: CheckedRecord) -> bytes:
        """The record as a docx file."""
        names = context(self._form, checked, self._language, draft=self._draft)
        return self._template.render(names)


def open_template(form: Form, language: Language, name: str, docx: bytes, *, marked: bool = False) -> WordTemplate:
    """A form's template; one that others have made or changed is used within limits.

    Args:
        marked: Whether its documents get a mark among their properties.

    Raises:
        TemplateError: It is damaged or has faults.
    """
    return WordTemplate(name, docx, form.logo, lambda: is_ours(form, language, name, docx), marked=marked)


def is_ours(form: Form, language: Language, name: str, docx: bytes) -> bool:
    """Whether a template is unchanged from what skjema builds or comes with."""
    from skjema.render.word.static_parts import build_template

    return is_bundled(name, docx) or docx == build_template(form, language)


def template_file(form: Form, language: Language) -> tuple[str, bytes]:
    """Name and content of the form's Word template: the municipality's, the form's own, or one built now.

    Raises:
        TemplateError: It is damaged, or the office's own template is missing.
        FileError: It can't be read.
    """
    name = f"{form.id}.{language}.docx"
    # a municipality's own folder comes before the form's
    paths = [folder / name for folder in form.template_folders]
    path = next(filter(Path.exists, paths), None)
    if path is None:
        if form.word == "own":
            raise TemplateError(Problem("template-own-missing", Place(name)))
        from skjema.render.word.static_parts import build_template

        return name, build_template(form, language)
    content = read_file(path)
    if is_bundled(name, content):
        return name, _with_own_answers(form, language) or content
    from skjema.render.word.own_template import with_tags  # which only a municipality's own templates need

    return name, with_tags(name, content, form, language)


def _with_own_answers(form: Form, language: Language) -> bytes:
    """A newly built template, if the municipality's own answers replace those of a list; else empty.

    Boxes are drawn for each answer, while other settings are values, or rows that a template repeats.
    """
    if not any(form.profile.answers(field.shares) for field in form.all_fields):
        return b""
    from skjema.render.word.static_parts import build_template

    return build_template(form, language)
