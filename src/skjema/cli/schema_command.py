"""`skjema schema`"""

import json

import click

from skjema.cli.app import Command
from skjema.cli.options import language_option
from skjema.definition.json_schema import SCHEMAS, json_schema


@click.command("schema", cls=Command)
@click.argument("file", type=click.Choice(list(SCHEMAS)), default="skjema")
@language_option()
def command(file: str) -> None:
    click.echo(json.dumps(json_schema(file), ensure_ascii=False, indent=2))
