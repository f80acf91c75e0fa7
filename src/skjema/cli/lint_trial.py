"""What `skjema lint` finds by filling in a Word template that an office has made: tags that fail on values only."""

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
"""Rows that each group has in the made record."""


def trial_problems(form: Form, language: Language) -> Iterator[Problem]:
    """What keeps an empty record, or one with a value in every field, from being printed; nothing of our own templates.

    Raises:
        TemplateError: The template can't be compiled.
    """
    # of a letter to each row there is no record without rows
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
    """A value for every field, as a JSON file has it."""
    rows = {one.id: [_values(one.field)] * _ROWS for one in form.groups.values() if not one.row and not one.parent}
    return _values(form.fields.values()) | rows


def _values(fields: Iterable[Field]) -> dict[str, Any]:
    made = {one.id: one.kind.examples or [answer.id for answer in one.kind.answers(one)] for one in fields}
    return {name: values[-1] for name, values in made.items() if values}
