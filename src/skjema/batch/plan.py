"""What a run makes of every record: small enough to be sent to the processes that do the work."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from skjema.definition.catalogue import is_bundled
from skjema.definition.model import Form
from skjema.errors import AttachedFileError, TemplateLimitError, TypesetError
from skjema.hashing import blake2b
from skjema.output.content import Staged, whole
from skjema.output.file_names import namer
from skjema.problems import Place, Problem, Severity
from skjema.records.record import Record
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.validation.profile_values import common_values
from skjema.wording import Language

if TYPE_CHECKING:
    from skjema.output.staging import Staging
    from skjema.records.paper_layout import PaperLayout

HELD = 1500
"""Records, and what was read in them, that are held from inspection to rendering: those of an ordinary run."""
INCOMPLETE = frozenset({"required-empty", "column-absent", "column-missing", "common-missing", "group-too-few"})
"""What a draft may lack."""


class Renderer(Protocol):
    """Makes the files of one format."""

    suffix: str

    @property
    def layout(self) -> "PaperLayout | None":
        """Where the recipient answers on what was made last, if it has pages with codes."""

    def problems(self, checked: CheckedRecord) -> Iterator[Problem]: ...

    def render(self, checked: CheckedRecord) -> bytes: ...


class Plan(NamedTuple):
    """What is made of each record.

    Attributes:
        formats: Endings of the files to make; with none, records are only inspected, as PDF would print them.
        flat: Whether PDFs are left without fields.
        draft: Whether records may be incomplete, and say so.
        today: The run's date.
        pattern: Of the file names; None for the form's id and the record's number.
        absent: Fields without a column, which have been reported already.
        packed: Whether the forms are put into one file, with pages of their own kind.
        template: Name and content of the Word template, so that whoever does the work needs no disk of ours.
    """

    form: Form
    language: Language
    today: date
    formats: tuple[str, ...] = ()
    flat: bool = False
    draft: bool = False
    pattern: str | None = None
    absent: frozenset[str] = frozenset()
    template: tuple[str, bytes] | None = None
    packed: bool = False

    @property
    def rendered(self) -> tuple[str, ...]:
        """Endings of what is made of each record itself: PDFs may be made of the Word files of many at a time."""
        if self.form.pdf != "from-word":
            return self.formats
        return tuple(dict.fromkeys("docx" if one == "pdf" else one for one in self.formats or ("pdf",)))

    def ready(self, absent: Iterable[str]) -> "Plan":
        """The plan as it is sent to those who do the work."""
        return self._replace(absent=frozenset(absent), template=self._template())

    def _template(self) -> tuple[str, bytes] | None:
        if self.template is not None or "docx" not in self.rendered:
            return self.template
        from skjema.render.word.word_renderer import template_file

        return template_file(self.form, self.language)

    def warnings(self) -> list[Problem]:
        """Repairs of values in kommune.toml, and fields that the municipality's own Word template lacks.

        The templates that come with skjema leave out nothing.
        """
        from skjema.definition.unread import unread_files, unread_names, unspoken_texts

        _, problems = common_values(self.form, self.today)
        problems += [*unread_names(self.form), *unspoken_texts(self.form, self.language), *unread_files(self.form)]
        if self.form.pdf == "own" and (not self.formats or "pdf" in self.formats):
            from skjema.render.pdf.own_paper import own_paper_problems

            problems += own_paper_problems(self.form, self.language)
        if self.template is not None and not is_bundled(*self.template):
            from skjema.render.word.check_names import template_warnings

            problems += template_warnings(self.form, self.language, *self.template)
        return problems

    @property
    def printing(self) -> tuple[object, ...]:
        """Everything except a record's row that affects what its files look like."""
        form, (_, template) = self.form, self._template() or ("", b"")
        settings = (self.language, self.today, self.formats, self.flat, self.draft, self.pattern)
        papers = (blake2b(content).digest() for _, content in form.own_pdfs.values())
        return (form.digest, form.profile, form.logo, blake2b(template).digest(), *papers, *settings)

    def is_blocking(self, problem: Problem) -> bool:
        """Whether a problem keeps what it concerns from being printed."""
        return problem.severity is Severity.ERROR and not self._may_lack(problem)

    def weighed(self, problem: Problem) -> Problem:
        """The problem with the severity it has in this run: in a draft, a missing value is a warning."""
        return replace(problem, severity=Severity.WARNING) if self._may_lack(problem) else problem

    def _may_lack(self, problem: Problem) -> bool:
        return self.draft and problem.severity is Severity.ERROR and problem.code in INCOMPLETE


class Inspection(NamedTuple):
    """What a check of one record, and of how it would be printed, showed.

    Attributes:
        place: Where it stands.
        key: Equal for records that the form's key doesn't tell apart; None for one without a key.
        name: Of its files, without ending.
    """

    number: int
    place: Place
    key: bytes | None
    name: str
    problems: list[Problem]


class RenderedRecord(NamedTuple):
    """One record's files.

    Attributes:
        codes: Of its problems, but for notes.
        files: Name and content of each.
        failed: Why there are none, where they couldn't be made.
        layout: Where the recipient answers, if that is asked for on paper.
    """

    number: int
    codes: tuple[str, ...]
    files: list[tuple[str, bytes | Staged]]
    failed: tuple[Problem, ...] = ()
    layout: "PaperLayout | None" = None


class Engine:
    """Does a plan's work, record by record.

    Args:
        held: How many records that were inspected are held until they are rendered.

    Attributes:
        renderers: One for each format.
    """

    def __init__(self, plan: Plan, held: int = 0) -> None:
        self._held = held
        self._checker = RecordChecker(plan.form, plan.today, plan.absent, draft=plan.draft)
        self._name_of = namer(plan.form, plan.language, plan.pattern)
        self.renderers = [make_renderer(one, plan) for one in plan.rendered]
        self._measures = self.renderers or [make_renderer("pdf", plan)]
        self._inspected: dict[int, CheckedRecord] = {}

    def inspect(self, record: Record) -> Inspection:
        checked = self._checker.check(record)
        if len(self._inspected) < self._held:
            self._inspected[record.number] = checked
        problems = checked.problems + [one for renderer in self._measures for one in renderer.problems(checked)]
        return Inspection(record.number, record.places.place(), checked.key, self._name_of(checked), problems)

    def checked(self, record: Record) -> CheckedRecord:
        """The record's values: from its inspection where that is held, which it then no longer is."""
        held = self._inspected.pop(record.number, None)
        return held if held and held.record is record else self._checker.check(record)

    def render(self, record: Record) -> RenderedRecord:
        """The files of a record that an inspection has found fit to print."""
        checked = self.checked(record)
        name, codes = self._name_of(checked), grave_codes(checked.problems)
        try:
            files = [(f"{name}{renderer.suffix}", renderer.render(checked)) for renderer in self.renderers]
        except (TypesetError, TemplateLimitError, AttachedFileError) as error:
            return RenderedRecord(record.number, codes, [], error.problems)
        layout = next((one.layout for one in self.renderers if one.layout), None)
        return RenderedRecord(record.number, codes, [*files], layout=layout)

    def inspect_all(self, records: Iterable[Record]) -> Iterator[Inspection]:
        return map(self.inspect, records)

    def render_all(self, records: Iterable[Record]) -> Iterator[RenderedRecord]:
        return map(self.render, records)


def render_staged(staging: "Staging", engine: Engine, records: Iterable[Record]) -> Iterator[RenderedRecord]:
    """Records with their files staged, so that whoever puts them in place needn't be sent them.

    Raises:
        FileError: They can't be written.
    """
    batch = [*engine.render_all(records)]
    staged = iter(staging.stage([(name, whole(content)) for rendered in batch for name, content in rendered.files]))
    for rendered in batch:
        yield rendered._replace(files=[(name, next(staged)) for name, _ in rendered.files])


def grave_codes(problems: Iterable[Problem]) -> tuple[str, ...]:
    """The codes of problems that are no mere notes, each once."""
    return tuple(dict.fromkeys(one.code for one in problems if one.severity is not Severity.NOTE))


def make_renderer(kind: str, plan: Plan) -> Renderer:
    """What makes the files of one format: `docx`, `pdf` or `ics`.

    Raises:
        ValueError: It is none of these.
    """
    if kind == "ics":
        from skjema.render.calendar.calendar_renderer import CalendarRenderer

        return CalendarRenderer(plan.form, plan.language, plan.today)
    if kind == "docx":
        from skjema.render.word.word_renderer import WordRenderer

        return WordRenderer(plan.form, plan.language, draft=plan.draft, template=plan.template)
    if kind != "pdf":
        raise ValueError(f"{kind} is no format of documents")
    if plan.form.pdf == "from-word":
        from skjema.batch.word_to_pdf import PdfFromWord

        return PdfFromWord(plan.form, plan.language, draft=plan.draft)
    from skjema.render.pdf.pdf_renderer import PdfRenderer

    return PdfRenderer(plan.form, plan.language, flat=plan.flat, draft=plan.draft, packed=plan.packed)


Result = TypeVar("Result")
Work = Callable[[Engine, Iterable[Record]], Iterator[Result]]
"""`Engine.inspect_all`, `Engine.render_all`, or `render_staged` with its staging: a result for each record."""

_one_at_a_time = Lock()
"""Engines are no threads' business: a cluster's worker may have several."""


@lru_cache(maxsize=2)
def _engine(packed: bytes) -> Engine:
    """The engine of a plan; each process builds it once."""
    return Engine(pickle.loads(packed))  # noqa: S301 - our own plan, from our own process


def run_batch(packed: bytes, work: Work[Result], records: Sequence[Record]) -> list[Result]:
    """What `work` makes of some records: a plain function of bytes and records, for whatever process.

    Args:
        packed: The plan, pickled.
    """
    with _one_at_a_time:
        engine = _engine(packed)
        return [*work(engine, records)]
