"""All forms of a run as one print-ready file: sorted, grouped, with covers, each on sheets of its own."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from skjema.batch.run import Progress
from skjema.batch.survey import Job, Survey, records_of
from skjema.definition.model import Form
from skjema.problems import Place
from skjema.render.collation import Order, order
from skjema.render.display import display
from skjema.render.letterhead import SENDER
from skjema.render.pdf.heads import head_text
from skjema.render.pdf.pack import Bookmark, Bundle, PdfPack, Sink
from skjema.render.typeset import typeset
from skjema.render.word.pack import WordPack
from skjema.validation.check import Checker
from skjema.validation.checked import Checked
from skjema.wording import Language, in_language
from skjema.wording.forms import word


@dataclass(frozen=True, slots=True)
class Layout:
    """How a pack is laid out.

    Attributes:
        sort: Fields that decide the order, the first before the next.
        group: The field whose values gather forms, before they are sorted.
        duplex: Whether paper is printed on both sides: each form then begins on a new sheet.
        cover: Whether each group begins with a sheet that lists it.
        names: Whether bookmarks say whom a form concerns, rather than its number alone.
    """

    sort: tuple[str, ...] = ()
    group: str | None = None
    duplex: bool = False
    cover: bool = False
    names: bool = False


class Packed(NamedTuple):
    """One form of a pack.

    Attributes:
        sender: The municipality it is from.
        key: Whom it concerns.
        first: Its first page, counted from 1; 0 in a Word file, whose pages Word decides.
        pages: How many it has, without a blank back.
    """

    number: int
    place: Place
    group: str
    sender: str
    key: str
    first: int = 0
    pages: int = 0


class _Waiting(NamedTuple):
    """A form that is made, and waits for its place."""

    order: tuple[Order, ...]
    packed: Packed
    made: Any


def pack_pdf(job: Job, found: Survey, layout: Layout, out: Sink, progress: Progress | None = None) -> list[Packed]:
    """Write the pack as PDF; what became of each form, in print order."""
    plan = job.plan
    pack = PdfPack(out, plan.form, plan.language, draft=plan.draft)
    waiting = sorted(_made(job, found, layout, pack, progress), key=lambda one: one.order)
    sheets = _Sheets(pack, layout, plan.form, plan.language)
    for group, members in groupby(waiting, key=lambda one: one.packed.group):
        sheets.add_group(group, list(members))
    pack.finish(sheets.bundles, sheets.bookmarks, duplex=layout.duplex)
    return sheets.packed


def pack_word(job: Job, found: Survey, layout: Layout, out: Sink, progress: Progress | None = None) -> list[Packed]:
    """Write the pack as one Word file; its forms in print order.

    Raises:
        TemplateError: The form's Word template can't be repeated in one file.
    """
    pack = WordPack(job.plan.form, job.plan.language, draft=job.plan.draft, duplex=layout.duplex)
    waiting = sorted(_made(job, found, layout, pack, progress), key=lambda one: one.order)
    out.write(pack.whole(one.made for one in waiting))
    return [one.packed for one in waiting]


def _made(
    job: Job, found: Survey, layout: Layout, pack: PdfPack | WordPack, progress: Progress | None
) -> Iterator[_Waiting]:
    """Every form that can be printed, in the order of the data."""
    plan = job.plan
    fields = [plan.form.fields[name] for name in (*filter(None, (layout.group,)), *layout.sort)]
    checker = Checker(plan.form, plan.today, found.plan.absent, draft=plan.draft)
    with closing(records_of(job, found)) as records:
        for done, record in enumerate(records, start=1):
            if record.number not in found.failed:
                checked = checker.check(record)
                orders = tuple(order(one, checked.values[one.id], plan.language) for one in fields)
                yield _Waiting((*orders, (0, record.number, "")), _packed(plan.form, checked, layout, plan.language),
                               pack.add(checked))  # fmt: skip
            if progress:
                progress(done, found.taken)


def _packed(form: Form, checked: Checked, layout: Layout, language: Language) -> Packed:
    group = display(form.fields[layout.group], checked.values[layout.group], language) if layout.group else ""
    place = checked.record.placing.place()
    sender = checked.values.get(SENDER[0]) or ""
    return Packed(checked.record.number, place, group, sender, head_text(form, checked, language))


class _Sheets:
    """Lays forms one after another, group by group."""

    def __init__(self, pack: PdfPack, layout: Layout, form: Form, language: Language) -> None:
        self._pack, self._layout, self._form, self._language = pack, layout, form, language
        self.bundles: list[Bundle | None] = []
        self.bookmarks: list[Bookmark] = []
        self.packed: list[Packed] = []
        self._pages = 0

    def add_group(self, group: str, members: Sequence[_Waiting]) -> None:
        first = self._pages
        if self._layout.cover:
            data = cover_data(self._form, group, [one.packed for one in members], self._language)
            self._add(self._pack.add_pages(typeset(data, layout="cover")))
        below = [self._add_form(one) for one in members]
        if self._layout.group:
            self.bookmarks.append(Bookmark(group, first, below))
        else:
            self.bookmarks += below

    def _add_form(self, one: _Waiting) -> Bookmark:
        first = self._pages
        self._add(one.made)
        self.packed.append(one.packed._replace(first=first + 1, pages=len(one.made.pages)))
        title = f"{one.packed.number:04}"
        return Bookmark(f"{title} {one.packed.key}" if self._layout.names else title, first)

    def _add(self, bundle: Bundle) -> None:
        self.bundles.append(bundle)
        self._pages += len(bundle.pages)
        if self._layout.duplex and self._pages % 2:
            self.bundles.append(None)
            self._pages += 1


def cover_data(form: Form, group: str, members: Sequence[Packed], language: Language) -> dict[str, Any]:
    """What cover.typ sets: a line for each form of the group."""
    year, month, day = map(int, form.version.split("-"))
    rows = [(f"{one.number:04}", one.key) for one in members]
    title = in_language(form.title, language)
    return {
        "title": title if group else "",
        "group": group or title,
        "sender": members[0].sender,
        "language": language,
        "date": {"year": year, "month": month, "day": day},
        "count": word("cover-count", language, count=len(rows)),
        "heads": (
            word("cover-number", language),
            ", ".join(in_language(form.fields[one].label, language) for one in form.key).capitalize(),
        ),
        "rows": rows,
        "page": word("page", language, n="%", total="%").split("%"),
    }
