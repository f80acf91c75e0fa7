"""The PDFs of filled Word files, for forms whose definition says `pdf = "from-word"`."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from skjema.convert.conversion import convert_documents, is_convertible
from skjema.convert.converter import Converter
from skjema.convert.documents import Document
from skjema.convert.find import find_converter
from skjema.definition.model import Form
from skjema.errors import ConverterError, InputError
from skjema.output.temporary_folder import temporary_folder
from skjema.output.whole_file import write_file
from skjema.problems import Problem
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language

Converted = Mapping[str, bytes | tuple[Problem, ...]]
"""The PDF of each Word file by its name, or why there is none."""


def convert_word_files(files: Mapping[str, bytes], converter: Converter, beside: Path) -> Converted:
    """The PDFs of Word files, made in one go.

    Args:
        beside: A folder in which they lie while they are converted.

    Raises:
        ConverterError, FileError: The program doesn't start, or there is no room.
    """
    with temporary_folder(beside) as folder:
        # under their own names, which a field such as FILENAME prints
        documents = [Document(folder / name, folder / f"{Path(name).stem}.pdf") for name in files]
        for document in documents:
            write_file(document.source, files[document.source.name])
        try:
            problems = convert_documents(documents, converter)
        except InputError as error:  # none of them can be converted
            return dict.fromkeys(files, error.problems)
        return {
            document.source.name: document.target.read_bytes()
            if is_convertible(problems[document])
            else tuple(problems[document])
            for document in documents
        }


class PdfFromWord:
    """Makes the PDF of one record after another, each by a program of its own: for runs, `with_pdfs` takes many.

    Raises:
        TemplateError, FileError: As for `WordRenderer`.
        ConverterError: No program that makes PDFs of Word files is there.
    """

    suffix = ".pdf"
    layout = None  # Word lays out its pages

    def __init__(self, form: Form, language: Language, *, draft: bool = False) -> None:
        self._words = WordRenderer(form, language, draft=draft)
        self._name = f"{form.id}.docx"
        self._converter = find_converter()

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]:
        """Nothing: Word has every letter, and its boxes grow."""
        return iter(())

    def render(self, checked: CheckedRecord) -> bytes:
        """The record as a PDF.

        Raises:
            ConverterError: It can't be made.
        """
        word = {self._name: self._words.render(checked)}
        made = convert_word_files(word, self._converter, Path(tempfile.gettempdir()))[self._name]
        if isinstance(made, tuple):
            raise ConverterError(*made)
        return made
