"""Sorts a stack of scanned papers: the pages of each record are put together and read, all others reported."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple

from skjema.definition.model import Form
from skjema.errors import FileError
from skjema.formats.form_fields import SheetProblem
from skjema.formats.pdf.scanned_pages import SourcePage, Stacks, scanned_pdf
from skjema.formats.scanned import Reading
from skjema.output.folder import LocalFolder
from skjema.output.previous import Outcome, Previous
from skjema.problems import Place, Problem, Severity
from skjema.records.mark import Mark
from skjema.records.page_code import PageCode, paper_number
from skjema.records.paper_layout import PaperLayout
from skjema.scan.pages import stack_pages
from skjema.scan.read_page import ScannedPage, read_page
from skjema.scan.read_paper import read_paper

UNKNOWN = "uten-eier"
"""Beginning of the name of the PDF with the pages that fit no record; the name of their stack follows."""


class ScannedPaper(NamedTuple):
    """The scanned pages of one record.

    Attributes:
        name: File name of its PDF: that of the record's own document.
        token: Token of the record; empty for pages that fit no record.
        edition: Edition of the form, as given by the codes.
    """

    name: str
    token: str
    edition: str
    pages: Sequence[SourcePage]
    reading: Reading


@dataclass(slots=True, eq=False, repr=False)
class Counts:
    """The number of pages of each kind in a stack, and problems with files that can't be read."""

    pages: int = 0
    blank: int = 0
    turned: int = 0
    unknown: int = 0
    papers: int = 0
    problems: list[Problem] = field(default_factory=list)


class StackSorter:
    """Reads a stack page by page, and puts together the pages of each record; no pictures are kept in memory.

    Args:
        previous: The run that made the papers.
    """

    def __init__(self, form: Form, previous: Previous) -> None:
        self._form, self._previous = form, previous
        self._outcomes = {one.key: one for one in previous.outcomes.values() if one.key}
        self._layouts: dict[tuple[str, int], PaperLayout | None] = {}
        self._papers: defaultdict[tuple[str, int], list[ScannedPage]] = defaultdict(list)
        self._unknown: defaultdict[Path, list[tuple[ScannedPage, str]]] = defaultdict(list)
        self.counts = Counts()

    def read(self, path: Path) -> Iterator[int]:
        """Read the pages of one file; yields the number of pages read so far. What can't be read is recorded."""
        try:
            for page in stack_pages(path):
                self.counts.pages += 1
                if page.picture is None:
                    where: dict[str, object] = {"file": path.name, "page_list": str(page.number)}
                    self.counts.problems.append(Problem("scan-page", Place(path.name), params=where))
                else:
                    self._sort(read_page(page, self._layout))
                yield self.counts.pages
        except FileError as error:
            self.counts.problems += error.problems

    def _layout(self, code: PageCode) -> PaperLayout | None:
        """The layout of a paper as its run recorded it; None where it hasn't."""
        key = code.token, code.paper
        if key not in self._layouts:
            outcome = self._outcomes.get(code.token)
            named = (
                called
                for called in (outcome.papers if outcome else ())
                for language in self._form.languages
                if paper_number(self._form.id, language, called) == code.paper
            )
            called = next(named, "")
            noted = self._previous.papers.get(called)
            self._layouts[key] = PaperLayout.of(noted) if noted else None
        return self._layouts[key]

    def _sort(self, page: ScannedPage) -> None:
        self.counts.turned += page.turns != 0
        if page.is_blank:
            self.counts.blank += 1
        elif code := self._stranger(page):
            self.counts.unknown += 1
            self._unknown[page.file].append((page, code))
        else:
            self._papers[page.code.token, page.code.paper].append(page)

    def _stranger(self, page: ScannedPage) -> str:
        """Code of the problem for a page that fits no record; empty if it fits."""
        if len(page.codes) != 1:
            return "scan-two-sheets" if page.codes else "scan-no-code"
        if not page.code.token:
            return "scan-not-named"
        return "" if page.code.token in self._outcomes else "scan-other-run"

    def papers(self) -> Iterator[ScannedPaper]:
        """The papers of the stack, then the pages that fit no record."""
        taken: Counter[str] = Counter()
        for (token, _), pages in self._papers.items():
            stem = self._stem(self._outcomes[token])
            for copy in _copies(pages):
                self.counts.papers += 1
                taken[stem] += 1
                name = f"{stem}-{taken[stem]}.pdf" if taken[stem] > 1 else f"{stem}.pdf"
                edition = copy[0].code.edition.isoformat()
                yield ScannedPaper(name, token, edition, [*map(_source, copy)], read_paper(copy))
        for file, strangers in self._unknown.items():
            problems = tuple(SheetProblem(code, file.name, str(page.number)) for page, code in strangers)
            sources = [_source(page) for page, _ in strangers]
            yield ScannedPaper(
                f"{UNKNOWN}-{file.stem}.pdf", "", self._form.version, sources, Reading(page_problems=problems)
            )

    def _stem(self, outcome: Outcome) -> str:
        """File name of the record's own documents, without the ending."""
        stems = (PurePath(file).stem for file in outcome.files)
        return next(stems, f"{self._form.id}-{outcome.number:04}")

    def content(self, stacks: Stacks, paper: ScannedPaper) -> bytes:
        """The PDF of a paper."""
        mark = Mark(self._form.id, paper.edition, self._form.languages[0], paper.token)
        return scanned_pdf(stacks, paper.pages, str(mark), paper.reading)


def sort_stack(
    form: Form, previous: Previous, files: Iterable[Path], progress: Callable[[int], None] | None = None
) -> StackSorter:
    """Read all files of a stack; files that can't be read are recorded.

    Args:
        progress: Called with the number of pages read so far.

    Raises:
        FileError: No file can be read.
    """
    sorter = StackSorter(form, previous)
    for file in files:
        for count in sorter.read(file):
            if progress:
                progress(count)
    counts = sorter.counts
    if counts.problems and not counts.pages:
        raise FileError(*counts.problems)
    if counts.blank and counts.blank == counts.pages:
        counts.problems.append(Problem("scan-all-blank", Place(""), Severity.WARNING))
    return sorter


def write_papers(sorter: StackSorter, folder: LocalFolder) -> None:
    """Write the PDF of each paper; existing PDFs of the same sheets are kept, and no file is overwritten."""
    folder.make()
    there = {name.casefold(): name for name in folder.names()}
    with closing(Stacks()) as stacks:
        for paper in sorter.papers():
            content, stem, number = sorter.content(stacks, paper), Path(paper.name).stem, 1
            name = paper.name
            while name.casefold() in there and folder.read(there[name.casefold()]) != content:
                number += 1
                name = f"{stem}-{number}.pdf"
            if name.casefold() not in there:
                folder.write(name, content)
                there[name.casefold()] = name


def _source(page: ScannedPage) -> SourcePage:
    return SourcePage(page.file, page.number, page.turns)


def _copies(pages: Sequence[ScannedPage]) -> list[list[ScannedPage]]:
    """The pages of each copy of a paper, in order.

    Two copies are separated only if each lies together in the stack, in page order or in reverse; otherwise it can't be
    known which pages belong together.
    """
    numbers, count = [one.code.page for one in pages], pages[0].code.pages
    forwards = [*range(1, count + 1)]
    for whole in (forwards, forwards[::-1]):
        times = len(numbers) // count if count else 0
        if times and numbers == whole * times:
            cut = [pages[at * count : (at + 1) * count] for at in range(times)]
            return [sorted(one, key=lambda page: page.code.page) for one in cut]
    return [sorted(pages, key=lambda page: page.code.page)]
