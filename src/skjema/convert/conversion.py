"""Runs `skjema convert`: documents are inspected, converted in batches, and each PDF put in place when complete."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from contextvars import copy_context
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event, Lock

from skjema.convert.converter import BATCH, Converter, ConverterHungError
from skjema.convert.documents import Document, inspect_document
from skjema.errors import FileError, InputError
from skjema.output.temporary_folder import temporary_folder
from skjema.output.whole_file import make_folder, sync_to_disk, write_file
from skjema.problems import Problem, Severity, worst_severity

_MOST_HANGS = 3
"""Number of hangs in a row after which the rest of a batch is given up."""

Progress = Callable[[int, int], None]
"""Called with the number of documents that are done, and the number of all documents."""

Problems = dict[Document, list[Problem]]
"""The problems of every document; an empty list for one that went well."""


def convert_documents(
    documents: Sequence[Document], converter: Converter, *,
    workers: int = 1, overwrite: bool = False, progress: Progress | None = None
) -> Problems:  # fmt: skip
    """Make the PDF of every document; returns the problems of each, with an error among them where it got no PDF.

    Args:
        workers: Number of converter processes at the same time.

    Raises:
        InputError: None of the documents can be converted.
        FileError: The disk is full; the PDFs written so far are complete.
        ConverterError: The program doesn't start.
        KeyboardInterrupt: The PDFs written so far are complete, and the programs are stopped.
    """
    problems = {document: inspect_document(document, offline=converter.is_offline) for document in documents}
    convertible = [document for document in documents if is_convertible(problems[document])]
    if not convertible:
        raise InputError(*chain.from_iterable(problems.values()))
    for folder in dict.fromkeys(document.target.parent for document in convertible):
        make_folder(folder)
    done = len(documents) - len(convertible)
    work = _Conversion(converter, overwrite, len(documents), progress, problems, done)
    with ThreadPoolExecutor(workers) as pool:
        # in a copy of this context, so that progress is reported in the same language
        futures = [pool.submit(copy_context().run, work.convert, batch) for batch in _batches(convertible, workers)]
        try:
            for future in as_completed(futures):
                future.result()
        except BaseException:
            work.stopped.set()
            pool.shutdown(cancel_futures=True)
            raise
    sync_to_disk()
    return problems


def is_convertible(problems: Sequence[Problem]) -> bool:
    """Whether a document with these problems has become a PDF, or can."""
    return worst_severity(problems) is not Severity.ERROR


def _batches(documents: Sequence[Document], workers: int) -> Iterator[Sequence[Document]]:
    """Batches of documents whose PDFs go into the same folder; enough batches to give every worker one.

    No two PDFs of a batch have the same name, since the program makes them in one folder.
    """
    by_folder: dict[Path, list[Document]] = {}
    for document in documents:
        by_folder.setdefault(document.target.parent, []).append(document)
    for of_folder in by_folder.values():
        size = min(BATCH, -(-len(of_folder) // workers))  # rounded up
        for start in range(0, len(of_folder), size):
            yield of_folder[start : start + size]


@dataclass(slots=True)
class _Conversion:
    """The conversion of all documents, shared by the workers.

    Attributes:
        done: Number of documents that have become PDFs or been given up.
        stopped: Set when the run is to end.
        lock: Held by the worker that writes a PDF or reports progress.
    """

    converter: Converter
    overwrite: bool
    total: int
    progress: Progress | None
    problems: Problems
    done: int
    stopped: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def convert(self, batch: Sequence[Document]) -> None:
        """Convert a batch at once, then its failed documents one by one, so that one failure never stops the others."""
        without_pdf, hung = self._attempt(batch)
        hangs = 0
        for document in without_pdf:
            if hangs == _MOST_HANGS:
                self._finish(document, "converter-silent")
                continue
            is_refused = True
            if len(batch) > 1:
                refused, hung = self._attempt([document])
                is_refused = bool(refused)
            hangs = hangs + 1 if hung else 0
            if is_refused:
                self._finish(document, "document-hung" if hung else "document-refused")

    def _attempt(self, documents: Sequence[Document]) -> tuple[list[Document], bool]:
        """Convert documents with one process; returns those that got no PDF, and whether the process hung."""
        if self.stopped.is_set():
            return [], False
        hung = False
        with temporary_folder(documents[0].target.parent) as folder:
            waiting = {folder / f"{document.source.stem}.pdf": document for document in documents}
            sources = [document.source for document in documents]
            with closing(self.converter.convert(sources, folder, self.stopped)) as pdfs:
                try:
                    for pdf in pdfs:
                        self._place(waiting.pop(pdf), pdf.read_bytes())
                except ConverterHungError:
                    hung = True
        return list(waiting.values()), hung

    def _place(self, document: Document, content: bytes) -> None:
        """Write a PDF to its place; an existing file fails only its own document, a full disk the whole run."""
        with self.lock:
            try:
                write_file(document.target, content, overwrite=self.overwrite)
            except FileError as error:
                if error.problems[0].code == "disk-full":
                    raise
                self.problems[document].extend(error.problems)
        self._finish(document)

    def _finish(self, document: Document, code: str | None = None) -> None:
        """Count a document as done, with the `code` of a problem if it got no PDF."""
        with self.lock:
            if code:
                params: dict[str, object] = {
                    "program": self.converter.name, "seconds": round(self.converter.patience), "count": _MOST_HANGS,
                }  # fmt: skip
                self.problems[document].append(Problem(code, document.place, params=params))
            self.done += 1
            if self.progress:
                self.progress(self.done, self.total)
