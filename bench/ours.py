"""All that the benchmarks ask of skjema; each function imports what it needs when it is called, as a command does."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

TODAY = "2026-11-22"
"""The day of every run."""
DONE = frozenset({0, 1})
"""Exit codes of a command that has done all of its work; 1 says that something should be looked at."""

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent
TEMPLATES = _HERE / "templates"
FONT = _ROOT / "src" / "skjema" / "fonts" / "NotoSans-Latin.ttf"
"""The font of values, as a file with all its tables."""
PROGRAM = Path(sys.executable).with_name("skjema")
CONSENT = "samtykke-overgang"

KOMMUNE = _ROOT / "samples" / "kommune.toml"

_SETTINGS = ("--templates", TEMPLATES, "--kommune", KOMMUNE, "--date", TODAY)


def word_engine() -> Callable[[bytes], Callable[[Mapping[str, Any]], bytes]]:
    """From a template's bytes to a function from a record's names to a docx."""
    from skjema.render.word.template import WordTemplate

    def compiled(docx: bytes) -> Callable[[Mapping[str, Any]], bytes]:
        template = WordTemplate("brev.docx", docx)

        def make(record: Mapping[str, Any]) -> bytes:
            return template.render(record)

        return make

    return compiled


def write(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there."""
    from skjema.output.whole_file import write_file

    write_file(path, content)


def archive_tools() -> tuple[Callable[[list[tuple[str, bytes]]], Callable[[Iterable[Any]], bytes]], Callable[..., Any]]:
    """How Word files are packed: an archive of what never changes, and one part deflated as the engine does it."""
    from skjema.formats.zip_writer import Archive, compress_member

    return (
        lambda static: Archive(compress_member(name, content) for name, content in static).build,
        lambda name, content: compress_member(name, content, fast=True),
    )


def store_in_zip() -> Callable[[ZipFile, str, bytes], None]:
    """How `-o FILE.zip` puts a document into its archive."""
    from skjema.output.zip_folder import store

    return store


# -- commands

Part = str | Path


def fill_command(form: str, data: Path, out: Path, *more: str) -> list[Part]:
    """`skjema fill`, Word and PDF."""
    return [PROGRAM, "fill", form, data, "-o", out, *_SETTINGS, *more]


def check_command(form: str, data: Path) -> list[Part]:
    return [PROGRAM, "check", form, data, *_SETTINGS]


def pack_command(form: str, data: Path, out: Path) -> list[Part]:
    """`skjema pack`: one PDF."""
    return [PROGRAM, "pack", form, data, "-o", out, *_SETTINGS]


# -- records


def checked(form: str, data: Path) -> Iterator[Any]:
    """The checked records of a file, as the renderers take them."""
    from datetime import date

    from skjema.records.input import Input
    from skjema.validation.check import Checker

    definition = _form(form)
    records = Input(definition, [data])
    checker = Checker(definition, date.fromisoformat(TODAY), frozenset(records.missing))
    yield from map(checker.check, records)


def _form(name: str) -> Any:
    """A form, with the settings of the samples' municipality."""
    from skjema.cli.options import open_form

    return open_form(name, TEMPLATES, KOMMUNE)


# -- renderers


def pdf_engine(form: str, *, flat: bool) -> Callable[[], Callable[[Any], bytes]]:
    """A renderer of PDF files, made when it is called: typesetting and compiling the form are part of the work."""
    from skjema.render.pdf.pdf_renderer import PdfRenderer

    definition = _form(form)
    return lambda: PdfRenderer(definition, "nb", flat=flat).render


def pack_engine(form: str) -> Callable[[Iterable[Any], Path], None]:
    """From checked records to a pack in a file."""
    from skjema.render.pdf.pdf_pack import PdfPack

    definition = _form(form)

    def write_pack(records: Iterable[Any], path: Path) -> None:
        with path.open("wb") as out:
            pack = PdfPack(out, definition, "nb")
            pack.finish([pack.add(one) for one in records], [], duplex=False)

    return write_pack


def docx_engine(form: str) -> Callable[[], Callable[[Any], bytes]]:
    """A renderer of Word files, made when it is called."""
    from skjema.render.word.word_renderer import WordRenderer

    definition = _form(form)
    return lambda: WordRenderer(definition, "nb").render


def blank_pdf(form: str) -> bytes:
    """The form as a PDF with nothing filled in."""
    from skjema.render.pdf.pdf_renderer import blank_pdf as blank

    return blank(_form(form), "nb")


def example(form: str) -> dict[str, Any]:
    """The first record of the form's example."""
    from skjema.definition.example import example_records

    return example_records(_form(form))[0]


def word_template(form: str, changed: Callable[[str], str]) -> bytes:
    """The form's Word template, its body `changed`."""
    from skjema.formats.docx.members import members_of
    from skjema.formats.zip_writer import Archive, compress_member
    from skjema.render.word.word_renderer import template_file

    members = members_of(template_file(_form(form), "nb")[1])
    body = "word/document.xml"
    parts = {**members, body: changed(members[body].decode()).encode()}
    return Archive(compress_member(name, content) for name, content in parts.items()).build()


def word_context(form: str, data: Path) -> dict[str, Any]:
    """The names of the first record's Word template."""
    from skjema.render.word.context import context

    return context(_form(form), next(checked(form, data)), "nb")
