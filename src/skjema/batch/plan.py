"""What a run makes of every record alike: small enough to be sent to whoever does the work."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import NamedTuple, Protocol, TypeVar

from skjema.definition.catalogue import is_bundled
from skjema.definition.model import Form
from skjema.disk_cache import blake2b
from skjema.errors import TypesetError
from skjema.output.file_names import namer
from skjema.problems import Place, Problem, Severity
from skjema.records.record import Record
from skjema.validation.check import Checker
from skjema.validation.checked import Checked
from skjema.validation.profile_values import common_values
from skjema.wording import Language

HELD = 1500
"""Records, and what was read in them, that are held between the look and the making: those of an ordinary run."""
INCOMPLETE = frozenset({"required-empty", "column-missing", "common-missing", "group-too-few"})
"""What a draft may lack."""


class Renderer(Protocol):
    """Makes the files of one format."""

    suffix: str

    def problems(self, checked: Checked) -> Iterator[Problem]: ...

    def render(self, checked: Checked) -> bytes: ...


class Plan(NamedTuple):
    """What is made of each record.

    Attributes:
        formats: Endings of the files to make; with none, records are only looked at, as PDF would print them.
        flat: Whether PDFs are left without fields.
        draft: Whether records may be incomplete, and say so.
        today: The run's date.
        pattern: Of the file names; None for the form's id and the record's number.
        absent: Fields without a column, which have been reported already.
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

    def ready(self, absent: Iterable[str]) -> "Plan":
        """The plan as it is sent to those who do the work."""
        return self._replace(absent=frozenset(absent), template=self._template())

    def _template(self) -> tuple[str, bytes] | None:
        if self.template is not None or "docx" not in self.formats:
            return self.template
        from skjema.render.word.word_renderer import template_file

        return template_file(self.form, self.language)

    def doubts(self) -> list[Problem]:
        """What of kommune.toml is read otherwise than written, and what a municipality's own Word template leaves out.

        The templates that come with skjema leave out nothing.
        """
        _, doubts = common_values(self.form, self.today)
        if self.template is not None and not is_bundled(*self.template):
            from skjema.render.word.check_names import left_out

            doubts += left_out(self.form, *self.template)
        return doubts

    @property
    def printing(self) -> tuple[object, ...]:
        """All that decides what the files of a record look like, beside what is written in its row."""
        form, (_, template) = self.form, self._template() or ("", b"")
        made = (self.language, self.today, self.formats, self.flat, self.draft, self.pattern)
        return (form.digest, form.profile, form.logo, blake2b(template).digest(), *made)

    def stops(self, problem: Problem) -> bool:
        """Whether a problem keeps what it concerns from being printed."""
        return problem.severity is Severity.ERROR and not (self.draft and problem.code in INCOMPLETE)


class Looked(NamedTuple):
    """What a look at one record showed.

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


class Made(NamedTuple):
    """One record's files.

    Attributes:
        files: Name and content of each.
        failed: Why there are none, where they couldn't be made.
    """

    number: int
    problems: list[Problem]
    files: list[tuple[str, bytes]]
    failed: tuple[Problem, ...] = ()


class Engine:
    """Does a plan's work, record by record.

    Args:
        held: How many records that were looked at are held until they are made.
    """

    def __init__(self, plan: Plan, held: int = 0) -> None:
        self._held = held
        self._checker = Checker(plan.form, plan.today, plan.absent, draft=plan.draft)
        self._name_of = namer(plan.form, plan.language, plan.pattern)
        self._renderers = [_renderer(one, plan) for one in plan.formats]
        self._measures = self._renderers or [_renderer("pdf", plan)]
        self._looked_at: dict[int, Checked] = {}

    def look(self, record: Record) -> Looked:
        checked = self._checker.check(record)
        if len(self._looked_at) < self._held:
            self._looked_at[record.number] = checked
        problems = checked.problems + [one for renderer in self._measures for one in renderer.problems(checked)]
        return Looked(record.number, record.placing.place(), checked.key, self._name_of(checked), problems)

    def make(self, record: Record) -> Made:
        """The files of a record that a look has found fit to print."""
        held = self._looked_at.pop(record.number, None)
        checked = held if held and held.record is record else self._checker.check(record)
        name = self._name_of(checked)
        try:
            files = [(f"{name}{one.suffix}", one.render(checked)) for one in self._renderers]
        except TypesetError as error:
            return Made(record.number, checked.problems, [], error.problems)
        return Made(record.number, checked.problems, files)


def _renderer(kind: str, plan: Plan) -> Renderer:
    if kind == "docx":
        from skjema.render.word.word_renderer import WordRenderer

        return WordRenderer(plan.form, plan.language, draft=plan.draft, template=plan.template)
    from skjema.render.pdf.pdf_renderer import PdfRenderer

    return PdfRenderer(plan.form, plan.language, flat=plan.flat, draft=plan.draft)


Result = TypeVar("Result")
Work = Callable[[Engine, Record], Result]
"""`Engine.look` or `Engine.make`."""

_one_at_a_time = Lock()
"""Engines are no threads' business: a cluster's worker may have several."""


@lru_cache(maxsize=2)
def _engine(packed: bytes) -> Engine:
    """The engine of a plan; each process builds it once."""
    return Engine(pickle.loads(packed))  # noqa: S301 - our own plan, from our own process


def done(packed: bytes, work: Work[Result], records: Sequence[Record]) -> list[Result]:
    """What an executor is given to do: a plain function of bytes and records, in whatever process."""
    with _one_at_a_time:
        engine = _engine(packed)
        return [work(engine, record) for record in records]
