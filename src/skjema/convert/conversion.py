"""One run: every document looked at, converted in batches, and each PDF put in place when it is whole."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from contextvars import copy_context
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event, Lock

from skjema.convert.converter import BATCH, Converter, ConverterHungError
from skjema.convert.documents import Document, look
from skjema.errors import FileError, InputError
from skjema.output.whole_file import make_folder, sync_to_disk, temporary_folder, write_file
from skjema.problems import Problem, Severity, worst

_HANGS = 3
"""Documents in a row that the program may hang on, before the rest of their batch is given up."""

Progress = Callable[[int, int], None]
"""Called with how many documents are done, and how many there are."""

Problems = dict[Document, list[Problem]]


def run(
    documents: Sequence[Document], converter: Converter, *,
    workers: int = 1, overwrite: bool = False, progress: Progress | None = None
) -> Problems:  # fmt: skip
    """Make the PDF of every document; its problems, an error among them where it has none.

    Args:
        workers: How many programs are to run at once.

    Raises:
        InputError: None of the documents is fit to be converted.
        FileError: The disk is full; the PDFs written so far are whole.
        ConverterError: The program doesn't start.
        KeyboardInterrupt: The PDFs written so far are whole, and the programs stopped.
    """
    found = {document: look(document, offline=converter.is_offline) for document in documents}
    fit = [document for document in documents if is_made(found[document])]
    if not fit:
        raise InputError(*chain.from_iterable(found.values()))
    for folder in dict.fromkeys(document.target.parent for document in fit):
        make_folder(folder)
    work = _Work(converter, overwrite, len(documents), progress, found, done=len(documents) - len(fit))
    with ThreadPoolExecutor(workers) as pool:
        # in a copy of our context, in which the progress finds the language it speaks
        futures = [pool.submit(copy_context().run, work.convert, batch) for batch in _batches(fit, workers)]
        try:
            for future in as_completed(futures):
                future.result()
        except BaseException:
            work.stopped.set()
            pool.shutdown(cancel_futures=True)
            raise
    sync_to_disk()
    return found


def is_made(problems: Sequence[Problem]) -> bool:
    """Whether a document with these problems has become a PDF, or can."""
    return worst(problems) is not Severity.ERROR


def _batches(documents: Sequence[Document], workers: int) -> Iterator[Sequence[Document]]:
    """Documents whose PDFs go into one folder, in which no two have the same name; some for every worker."""
    by_folder: dict[Path, list[Document]] = {}
    for document in documents:
        by_folder.setdefault(document.target.parent, []).append(document)
    for together in by_folder.values():
        size = min(BATCH, -(-len(together) // workers))
        yield from (together[at : at + size] for at in range(0, len(together), size))


@dataclass(slots=True)
class _Work:
    """What the workers of a run share."""

    converter: Converter
    overwrite: bool
    total: int
    progress: Progress | None
    found: Problems
    done: int
    stopped: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def convert(self, batch: Sequence[Document]) -> None:
        """Convert a batch in one go, then one by one what got no PDF, so that one document never stops the others."""
        missing, hung = self._attempt(batch)
        hangs = 0
        for document in missing:
            if hangs == _HANGS:
                self._finish(document, "converter-silent")
                continue
            left = [document]
            if len(batch) > 1:
                left, hung = self._attempt([document])
            hangs = hangs + 1 if hung else 0
            if left:
                self._finish(document, "document-hung" if hung else "document-refused")

    def _attempt(self, documents: Sequence[Document]) -> tuple[list[Document], bool]:
        """Convert documents with one process; those that got no PDF, and whether the process hung."""
        if self.stopped.is_set():
            return [], False
        hung = False
        with temporary_folder(documents[0].target.parent) as folder:
            waiting = {folder / f"{one.source.stem}.pdf": one for one in documents}
            with closing(self.converter.convert([one.source for one in documents], folder, self.stopped)) as pdfs:
                try:
                    for pdf in pdfs:
                        self._place(waiting.pop(pdf), pdf.read_bytes())
                except ConverterHungError:
                    hung = True
        return list(waiting.values()), hung

    def _place(self, document: Document, content: bytes) -> None:
        with self.lock:
            try:
                write_file(document.target, content, overwrite=self.overwrite)
            except FileError as error:
                if error.problems[0].code == "disk-full":
                    raise
                self.found[document].extend(error.problems)
        self._finish(document)

    def _finish(self, document: Document, code: str | None = None) -> None:
        """Note that a document is done, and why it got no PDF."""
        with self.lock:
            if code:
                gaps: dict[str, object] = {
                    "program": self.converter.name, "seconds": round(self.converter.patience), "count": _HANGS,
                }  # fmt: skip
                self.found[document].append(Problem(code, document.place, gaps=gaps))
            self.done += 1
            if self.progress:
                self.progress(self.done, self.total)
