"""`skjema list`"""

from pathlib import Path

import click

from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import language_option, option, templates_option
from skjema.cli.papers import papers_of
from skjema.definition.catalogue import FAMILIES, list_forms
from skjema.wording import in_language, on_one_line
from skjema.wording.messages import say


@click.command("list", cls=Command)
@option("--json", "as_json", is_flag=True)
@templates_option()
@language_option()
def command(as_json: bool, templates: Path | None) -> None:
    # the API isn't used, since loading it takes longer than making the list
    entries = list(list_forms(templates))
    if as_json:
        import json  # only here, as a list is to be there at once

        listed = [
            {
                "id": one.id,
                "family": one.family,
                "title": one.title,
                "purpose": one.purpose,
                "version": one.version,
                "layout": one.layout,
                "languages": one.languages,
                "word": one.word,
                "pdf": one.pdf,
            }
            for one in entries
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    width = max((len(on_one_line(one.id)) for one in entries), default=0)
    for family in (*FAMILIES, ""):
        members = [one for one in entries if (one.family if one.family in FAMILIES else "") == family]
        if members:
            click.echo(say(f"family-{family or 'other'}", current()))
        for one in members:
            name = on_one_line(one.id)  # the name of a folder, which may hold any characters
            title = on_one_line(in_language(one.title, current())) if one.title else say("unreadable-form", current())
            click.echo(f"  {name:{width}}  {title} ({', '.join(one.languages)}){papers_of(one)}")
            if one.purpose:
                click.echo(f"  {'':{width}}  {on_one_line(in_language(one.purpose, current()))}")
