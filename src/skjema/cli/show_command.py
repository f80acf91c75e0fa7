"""`skjema show`"""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import form_argument, kommune_option, language_option, open_form, option, templates_option
from skjema.cli.papers import papers_of
from skjema.definition.columns import main_columns
from skjema.definition.model import Field, Form, Group
from skjema.definition.relevance import never_relevant
from skjema.wording import Text, in_language, on_one_line
from skjema.wording.messages import say


@click.command("show", cls=Command)
@form_argument()
@option("--json", "as_json", is_flag=True)
@kommune_option()
@templates_option()
@language_option()
def command(form_id: str, as_json: bool, kommune: Path | None, templates: Path | None) -> None:
    form = open_form(form_id, templates, kommune)
    click.echo(json.dumps(_data(form), ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(form)))


def _fields(form: Form) -> Iterator[tuple[str, Field]]:
    """Every field that can be relevant under the municipality's settings; `group[].field` in a group."""
    for item in form.items:
        if never_relevant(form, item.relevant):
            continue
        if isinstance(item, Field):
            yield item.id, item
        elif isinstance(item, Group):
            yield from ((f"{item.id}[].{one.id}", one) for one in item.field)


def _data(form: Form) -> dict[str, object]:
    return {
        "id": form.id,
        "title": form.title,
        "version": form.version,
        "layout": form.layout,
        "languages": form.languages,
        "word": form.word,
        "pdf": form.pdf,
        "key": form.key,
        "fields": [
            {
                "name": name,
                "type": one.type,
                "label": one.label,
                "required": one.required,
                "relevant": one.relevant,
                "filled_by": one.filled_by,
                "choices": [choice.id for choice in one.choices],
            }
            for name, one in _fields(form)
        ],
        "headings": _headings(form),
        "rules": [{"id": rule.id, "severity": rule.severity, "message": rule.message} for rule in form.rules],
    }


def _lines(form: Form) -> Iterator[str]:
    yield f"{_text(form.title)} ({form.id} {form.version}){papers_of(form)}"
    if form.pdf == "own":
        names = sorted({name for name, _ in form.own_pdfs.values()})
        yield f"{say('own-pdf', current())}: {', '.join(names) or '-'}"
    fields = list(_fields(form))
    wide = max(len(name) for name, _ in fields)
    for heading, wanted in (
        ("show-office", lambda one: not one.recipient and not one.profile),
        ("show-common", lambda one: one.profile),
        ("show-recipient", lambda one: one.recipient),
    ):
        listed = [(name, one) for name, one in fields if wanted(one)]
        if listed:
            yield f"\n{say(heading, current())}"
            yield from (f"  {name:{wide}}  {one.type:18} {_text(one.label)}{_required(one)}" for name, one in listed)
    yield f"\n{say('show-headings', current())}"
    yield from (f"  {name:{wide}}  {'; '.join(headings)}" for name, headings in _headings(form).items())
    if form.rules:
        yield f"\n{say('show-rules', current())}"
        yield from (f"  {rule.id} ({say(rule.severity, current())}): {_text(rule.message)}" for rule in form.rules)


def _headings(form: Form) -> dict[str, list[str]]:
    """Other headings for each field's column in a list, besides its label; for a group, for its first row."""
    headings: dict[str, list[str]] = {}
    for column in main_columns(form):
        if column.slot.row in ("", "1") and not column.is_answer:
            others = [parts[0] for parts in column.others if len(parts) == 1]
            joined = [" + ".join(parts) for parts in column.others if len(parts) > 1]
            names = [*(["Fornavn + Mellomnavn + Etternavn"] if column.field.type == "name" else []), *others, *joined]
            if names:
                headings[column.name] = [_text(column.heading), *names]
    for group in form.groups.values():
        if group.member:
            headings[f"{group.id}[]"] = [word for member in group.member for word in member.words]
    return headings


def _required(field: Field) -> str:
    if field.required is False:
        return ""
    return f" ({say('show-required' if field.required is True else 'show-sometimes', current())})"


def _text(text: Text) -> str:
    return on_one_line(in_language(text, current()))
