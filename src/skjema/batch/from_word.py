"""A run's records with PDFs of their filled Word files."""

from collections.abc import Iterable, Iterator
from itertools import islice

from skjema.batch.plan import RenderedRecord
from skjema.batch.word_to_pdf import Converted, convert_word_files
from skjema.convert.converter import BATCH, Converter
from skjema.output.folder import Folder

_WORD = ".docx"


def with_pdfs(
    records: Iterable[RenderedRecord], formats: Iterable[str], folder: Folder, converter: Converter
) -> Iterator[RenderedRecord]:
    """Records with PDFs of their Word files, which stay only where they are wanted too.

    Args:
        records: Each has a Word file, but for those that failed.
        folder: Where they are going: no other disk sees them on their way.

    Raises:
        ConverterError, FileError: As for `convert_word_files`.
    """
    waiting = iter(records)
    while some := list(islice(waiting, BATCH)):
        words = {
            name: content
            for one in some
            for name, content in one.files
            if name.endswith(_WORD) and isinstance(content, bytes)
        }
        converted = convert_word_files(words, converter, folder.beside) if words else {}
        for one in some:
            yield _with_pdf(one, formats, converted) if one.files else one


def _with_pdf(record: RenderedRecord, formats: Iterable[str], converted: Converted) -> RenderedRecord:
    files = dict(record.files)
    name = next(one for one in files if one.endswith(_WORD))
    stem, pdf = name.removesuffix(_WORD), converted[name]
    if isinstance(pdf, tuple):
        return record._replace(files=[], failed=pdf)
    files[f"{stem}.pdf"] = pdf
    return record._replace(files=[(f"{stem}.{one}", files[f"{stem}.{one}"]) for one in formats])
