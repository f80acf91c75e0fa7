"""`skjema build`"""

from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import kommune_option, language_option, open_form, option, path_type, templates_option
from skjema.definition.catalogue import form_folders
from skjema.output.whole_file import make_folder, write_file
from skjema.render.word.static_parts import build_template
from skjema.wording.messages import say


@click.command("build", cls=Command)
@click.argument("form_ids", metavar="[SKJEMA...]", nargs=-1)
@option("-o", "--output", text="build -o", type=path_type(), metavar="MAPPE")
@option("--overwrite", is_flag=True)
@kommune_option()
@templates_option()
@language_option()
def command(
    form_ids: tuple[str, ...], output: Path | None, overwrite: bool, kommune: Path | None, templates: Path | None,
) -> None:  # fmt: skip
    for form_id in form_ids or [one.id for one in api.list_forms(templates)]:
        form = open_form(form_id, templates, kommune)
        folder = output or form_folders(templates)[0] / form.id
        make_folder(folder)
        for code in form.languages:
            contents = {"docx": build_template(form, code)}
            if form.pdf == "made":  # a PDF of its own is nobody's to make
                contents["pdf"] = api.blank_pdf(form, language=code)
            for suffix, content in contents.items():
                target = folder / f"{form.id}.{code}.{suffix}"
                write_file(target, content, overwrite=overwrite)
                click.echo(say("file-written", current(), file=target), err=True)
