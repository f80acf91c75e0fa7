"""What the samples must say on paper, as text: `samples/<form>/expected/`.

Written again by `python -m tests.goldens`, on purpose; the diff is then read like any other.
"""

from collections.abc import Iterator
from pathlib import Path

from skjema.definition.form_cache import load_form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import SAMPLES, TEMPLATES, checked
from tests.reading_back import docx_text, pdf_text
from tests.sample_files import FORMS, KOMMUNE, json_sample

SHOWN = 3
"""Records of each form whose text is kept."""


def projections(name: str) -> Iterator[tuple[Path, str]]:
    """File and text of each golden of a form."""
    form = load_form(TEMPLATES / name, KOMMUNE)
    records, _ = checked(form, json_sample(name))
    renderers = (WordRenderer(form, "nb"), docx_text), (PdfRenderer(form, "nb", flat=True), pdf_text)
    for one in records[:SHOWN]:
        for renderer, text_of in renderers:
            path = SAMPLES / name / "expected" / f"{one.record.number:04}{renderer.suffix}.txt"
            yield path, "\n".join(line.rstrip() for line in text_of(renderer.render(one)).splitlines()) + "\n"


if __name__ == "__main__":
    for form_name in FORMS:
        for file, text in projections(form_name):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
