"""What the samples must say on paper, and what is told of the faulty ones, as text: `samples/<form>/expected/`.

Written again by `python -m tests.goldens`, on purpose, of every form or of those named; the diff is then read like any
other.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from skjema.definition.form_cache import load_form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.word_renderer import WordRenderer
from skjema.wording import Language
from tests.cli.running import skjema
from tests.drawing import SAMPLES, TEMPLATES, TODAY, checked
from tests.reading_back import docx_text, pdf_text
from tests.sample_files import FORMS, KOMMUNE, faulty_workbooks, json_sample

SHOWN = 3
"""Records of each form whose text is kept in Bokmål; in Nynorsk the first."""


def projections(name: str) -> Iterator[tuple[Path, str]]:
    """File and text of each golden of a form."""
    form = load_form(TEMPLATES / name, KOMMUNE)
    records, _ = checked(form, json_sample(name))
    languages: dict[Language, int] = {"nb": SHOWN, "nn": 1}
    for language in languages.keys() & set(form.languages):
        renderers = (WordRenderer(form, language), docx_text), (PdfRenderer(form, language, flat=True), pdf_text)
        for one in records[: languages[language]]:
            for renderer, text_of in renderers:
                name_of = f"{one.record.number:04}{'' if language == 'nb' else '.nn'}{renderer.suffix}.txt"
                lines = (line.rstrip() for line in text_of(renderer.render(one)).splitlines())
                yield SAMPLES / name / "expected" / name_of, "\n".join(lines) + "\n"
    for book in faulty_workbooks(name):
        told = skjema("check", name, book, "--kommune", KOMMUNE, "--date", f"{TODAY}")
        yield SAMPLES / name / "expected" / f"{book.stem}.txt", told.out + told.said


if __name__ == "__main__":
    for form_name in sys.argv[1:] or FORMS:
        for file, text in projections(form_name):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
