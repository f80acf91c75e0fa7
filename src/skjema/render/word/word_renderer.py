"""Records as Word files."""

from collections.abc import Iterator
from pathlib import Path

from skjema.definition.catalogue import is_bundled
from skjema.definition.model import Form
from skjema.formats.open_input import read_file
from skjema.problems import Problem
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language


class WordRenderer:
    """Makes the Word file of one record after another.

    Args:
        draft: Whether it is marked as a draft, with a list of what is missing.
        template: Name and content of the template, where it has been read already.

    Raises:
        TemplateError, FileError: The template is damaged or has faults, or can't be read.
    """

    suffix = ".docx"

    def __init__(
        self, form: Form, language: Language, *, draft: bool = False, template: tuple[str, bytes] | None = None
    ) -> None:
        self._form = form
        self._language = language
        self._draft = draft
        self._template = WordTemplate(*(template or template_file(form, language)), form.logo, marked=True)

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]:
        """Nothing: Word has every letter, and its boxes grow."""
        return iter(())

    def render(self, checked: CheckedRecord) -> bytes:
        """The record as a docx file."""
        names = context(self._form, checked, self._language, draft=self._draft)
        return self._template.render(names)


def template_file(form: Form, language: Language) -> tuple[str, bytes]:
    """Name and content of the form's Word template: a municipality's, or its own, or one built from its definition."""
    name = f"{form.id}.{language}.docx"
    # a municipality's own folder comes before the form's
    paths = [folder / name for folder in form.template_folders]
    path = next(filter(Path.exists, paths), None)
    if path is None:
        from skjema.render.word.static_parts import build_template

        return name, build_template(form, language)
    content = read_file(path)
    if is_bundled(name, content):
        return name, content
    from skjema.render.word.merge_fields import with_tags  # which only a municipality's own templates need

    return name, with_tags(name, content, form, language)
