"""Problems that `skjema lint` finds by filling an office's own Word template: tags that fail only with values."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from skjema.definition.model import Field, Form
from skjema.errors import TemplateError
from skjema.problems import Place, Problem
from skjema.records.json_records import JsonRecords
from skjema.render.word.word_renderer import WordRenderer, is_ours, template_file
from skjema.validation.check import RecordChecker
from skjema.wording import Language

_ROWS = 2
"""Number of rows in each group of the made-up record."""


def trial_problems(form: Form, language: Language) -> Iterator[Problem]:
    """What keeps an empty record, or one with every field filled, from being printed; nothing for built templates.

    Raises:
        TemplateError: The template can't be compiled.
    """
    # a form with a document per row of a group has no document for a record without rows
    if form.for_each or is_ours(form, language, *template_file(form, language)):
        return
    renderer = WordRenderer(form, language)
    checker = RecordChecker(form, date.fromisoformat(form.version))
    told: list[Problem] = []
    for values in ({}, _made(form)):
        record = JsonRecords(form).record(1, Place(form.id), values)
        try:
            renderer.render(checker.check(record))
        except TemplateError as error:
            told += (one for one in error.problems if one not in told)
    yield from told


def _made(form: Form) -> dict[str, Any]:
    """A record with a value in every field, as in a JSON file."""
    rows = {one.id: [_values(one.field)] * _ROWS for one in form.groups.values() if not one.row and not one.parent}
    return _values(form.fields.values()) | rows


def _values(fields: Iterable[Field]) -> dict[str, Any]:
    made = {one.id: one.kind.examples or [answer.id for answer in one.kind.answers(one)] for one in fields}
    return {name: values[-1] for name, values in made.items() if values}
