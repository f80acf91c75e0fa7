"""`skjema build`"""

from pathlib import Path

import click

from skjema import api
from skjema.cli.app import Command
from skjema.cli.language import current
from skjema.cli.options import kommune_option, language_option, open_form, option, path_type, templates_option
from skjema.definition.catalogue import form_folders
from skjema.definition.model import Form
from skjema.formats.open_input import read_file
from skjema.output.whole_file import make_folder, write_file
from skjema.render.word.static_parts import build_template
from skjema.wording import Language
from skjema.wording.messages import say

_NAMED = 5
"""Number of differences that a message names."""


@click.command("build", cls=Command)
@click.argument("form_ids", metavar="[SKJEMA...]", nargs=-1)
@option("-o", "--output", text="build -o", type=path_type(), metavar="MAPPE")
@option("--reference", type=path_type(), metavar="BREVMAL")
@option("--overwrite", is_flag=True)
@kommune_option()
@templates_option()
@language_option()
def command(
    form_ids: tuple[str, ...], output: Path | None, reference: Path | None, overwrite: bool, kommune: Path | None,
    templates: Path | None,
) -> None:  # fmt: skip
    for form_id in form_ids or [one.id for one in api.list_forms(templates)]:
        form = open_form(form_id, templates, kommune)
        folder = output or form_folders(templates)[0] / form.id
        make_folder(folder)
        for code in form.languages:
            if reference is not None:
                _build_on(reference, form, code, folder, overwrite=overwrite)
                continue
            contents = {}
            if form.word == "made":
                contents["docx"] = build_template(form, code)
            if form.pdf == "made":
                contents["pdf"] = api.blank_pdf(form, language=code)
            for suffix, content in contents.items():
                target = folder / f"{form.id}.{code}.{suffix}"
                write_file(target, content, overwrite=overwrite)
                click.echo(say("file-written", current(), file=target), err=True)


def _build_on(reference: Path, form: Form, language: Language, folder: Path, *, overwrite: bool) -> None:
    """Build the Word template of a form on a letterhead; an edited template is kept, and its differences are shown."""
    from skjema.render.word.reference import build_on_letterhead, differences, is_as_built

    if form.word != "made":
        return
    target = folder / f"{form.id}.{language}.docx"
    content = build_on_letterhead(form, language, reference.name, read_file(reference))
    before = read_file(target) if target.exists() else None
    if before is not None and not overwrite and not is_as_built(before):
        found = differences(before, content)
        some = (*found[:_NAMED], *["..."] * (len(found) > _NAMED))
        click.echo(say("template-kept", current(), file=target, count=len(found), found=some), err=True)
        return
    write_file(target, content, overwrite=before is not None)
    click.echo(say("file-written", current(), file=target), err=True)
