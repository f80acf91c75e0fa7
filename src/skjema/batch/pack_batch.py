"""All forms of a run as one print-ready file: sorted, grouped, with covers, each on sheets of its own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from skjema.batch.executor import InProcess
from skjema.batch.pack_layout import PackLayout
from skjema.batch.packed import Packed, index_fields, key_labels, packed_record
from skjema.batch.plan import Engine, Renderer
from skjema.batch.precheck import PrecheckReport
from skjema.batch.run_batch import Progress
from skjema.batch.run_notes import PackNotes
from skjema.definition.model import Form
from skjema.errors import ConverterError
from skjema.fieldtypes.field_type import SortKey
from skjema.fieldtypes.show import sort_key
from skjema.layout.printed_numbers import page_words
from skjema.render.pdf.pdf_pack import Bookmark, Bundle, PdfPack, Sink
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.typst.typeset import typeset
from skjema.render.word.word_pack import WordPack
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, in_language
from skjema.wording.forms import paper_word


class _Waiting(NamedTuple):
    """A form that is made, and waits for its place; forms of one group are alike in the first part of the order."""

    order: tuple[SortKey, ...]
    packed: Packed
    made: Any


def write_pack(
    report: PrecheckReport, executor: InProcess, layout: PackLayout, out: Sink, beside: Path,
    progress: Progress | None = None, notes: PackNotes | None = None,
) -> list[Packed]:  # fmt: skip
    """Write the pack in the plan's one format; what became of each form, in print order.

    Args:
        beside: The folder that the pack is written in, where Word files lie while PDFs are made of them.
        executor: What has checked the records: what it still holds of them isn't made again.
        notes: Of the run that the papers are to be known by when they come back.

    Raises:
        TemplateError: The form's Word template can't be repeated in one file.
        InputError: A cover or a label would have to show letters that no font has.
    """
    making = _Making(report, executor.engine(report.plan), layout, beside, progress, notes)
    if notes is None:
        return _pack(making, out)
    complete = False
    try:
        packed = _pack(making, out)
        complete = True
    finally:
        notes.end(complete=complete)
    return packed


class _Making(NamedTuple):
    """What every form of a pack is made with."""

    report: PrecheckReport
    engine: Engine
    layout: PackLayout
    beside: Path
    progress: Progress | None
    notes: PackNotes | None


def _pack(making: _Making, out: Sink) -> list[Packed]:
    return (_pack_word if making.report.plan.formats == ("docx",) else _pack_pdf)(making, out)


def _pack_pdf(making: _Making, out: Sink) -> list[Packed]:
    plan, (renderer,), layout = making.report.plan, making.engine.renderers, making.layout
    pages = renderer.pack_pages if isinstance(renderer, PdfRenderer) else None
    pack = PdfPack(out, plan.form, plan.language, draft=plan.draft, pages=pages)
    if pages is None:
        files = _WordFiles(renderer, making.beside)
        made = iter(files.with_pages(_made(making, files), pack))
    else:
        made = _made(making, pack)
    waiting = sorted(made, key=lambda one: one.order)
    sheets = _Sheets(pack, layout, plan.form, plan.language)
    for _, members in groupby(waiting, key=lambda one: one.order[0]) if layout.group else [(None, waiting)]:
        sheets.add_group(list(members))
    pack.finish(sheets.bundles, sheets.bookmarks, duplex=layout.duplex)
    return sheets.packed


class _WordFiles:
    """Fills the Word files of a pack whose pages are made of them, all at once."""

    def __init__(self, renderer: Renderer, beside: Path) -> None:
        self._renderer, self._beside = renderer, beside
        self._files: dict[str, bytes] = {}

    def add(self, checked: CheckedRecord) -> str:
        """Name of the Word file of a record."""
        name = f"{len(self._files):06}{self._renderer.suffix}"
        self._files[name] = self._renderer.render(checked)
        return name

    def with_pages(self, waiting: Iterable[_Waiting], pack: PdfPack) -> list[_Waiting]:
        """The forms with their pages instead of the names of their Word files.

        Raises:
            ConverterError: Some of them can't be made: a pack is whole or not there.
        """
        from skjema.batch.word_to_pdf import convert_word_files  # only where the definition says so
        from skjema.convert.find import find_converter

        converter, listed = find_converter(), list(waiting)
        pdfs = convert_word_files(self._files, converter, self._beside)
        if problems := [problem for pdf in pdfs.values() if isinstance(pdf, tuple) for problem in pdf]:
            raise ConverterError(*problems)
        pages = {name: pack.add_pages(pdf) for name, pdf in pdfs.items() if isinstance(pdf, bytes)}
        return [one._replace(made=pages[one.made]) for one in listed]


def _pack_word(making: _Making, out: Sink) -> list[Packed]:
    plan = making.report.plan
    pack = WordPack(plan.form, plan.language, draft=plan.draft, duplex=making.layout.duplex)
    waiting = sorted(_made(making, pack), key=lambda one: one.order)
    out.write(pack.build(one.made for one in waiting))
    return [one.packed for one in waiting]


def _made(making: _Making, pack: PdfPack | WordPack | _WordFiles) -> Iterator[_Waiting]:
    """Every form that can be printed, in the order of the data."""
    report, engine, layout, _, progress, notes = making
    form, language = report.plan.form, report.plan.language
    for done, record in enumerate(report.records, start=1):
        if notes:
            notes.expect(record)
        if record.number not in report.failed:
            checked = engine.checked(record)
            shown = {name: None if name in checked.hidden else checked.values[name] for name in layout.fields}
            orders = tuple(sort_key(form.fields[name], shown[name], language) for name in layout.fields)
            packed = packed_record(form, checked, layout, shown, language)
            made = pack.add(checked)
            if notes:
                notes.note(record, made.layout if isinstance(made, Bundle) else None)
            yield _Waiting((*orders, (0, record.number, "")), packed, made)
        if progress:
            progress(done, report.taken)


class _Sheets:
    """Lays forms one after another, group by group."""

    def __init__(self, pack: PdfPack, layout: PackLayout, form: Form, language: Language) -> None:
        self._pack, self._layout, self._form, self._language = pack, layout, form, language
        self.bundles: list[Bundle | None] = []
        self.bookmarks: list[Bookmark] = []
        self.packed: list[Packed] = []
        self._pages = 0

    def add_group(self, members: Sequence[_Waiting]) -> None:
        first, group = self._pages, self._title(members[0].packed)
        if self._layout.cover:
            packed = [one.packed for one in members]
            data = cover_data(self._form, self._layout, group, packed, self._language)
            self._add(self._pack.add_pages(typeset(data, layout="cover", tagged=False)))
        below = [self._add_form(one) for one in members]
        if self._layout.group:
            self.bookmarks.append(Bookmark(group, first, below))
        else:
            self.bookmarks += below

    def _title(self, packed: Packed) -> str:
        """What a group is called: as its first form writes it."""
        if not self._layout.group or packed.group:
            return packed.group
        label = in_language(self._form.fields[self._layout.group].label, self._language)
        return paper_word("cover-none", self._language, label=label)

    def _add_form(self, waiting: _Waiting) -> Bookmark:
        first = self._pages
        self._add(waiting.made)
        self.packed.append(waiting.packed._replace(first=first + 1, pages=len(waiting.made.pages)))
        title = f"{waiting.packed.number:04}"
        return Bookmark(f"{title} {waiting.packed.whom}" if self._layout.names else title, first)

    def _add(self, bundle: Bundle) -> None:
        self.bundles.append(bundle)
        self._pages += len(bundle.pages)
        if self._layout.duplex and self._pages % 2:
            self.bundles.append(None)
            self._pages += 1


def cover_data(
    form: Form, layout: PackLayout, group: str, members: Sequence[Packed], language: Language
) -> dict[str, Any]:
    """What cover.typ sets: a line for each form of the group."""
    year, month, day = map(int, form.version.split("-"))
    rows = [(f"{one.number:04}", one.whom, *one.sorted_by) for one in members]
    key = ", ".join(in_language(label, language) for label in key_labels(form))
    title = in_language(form.title, language)
    return {
        "title": title if group else "",
        "group": group or title,
        "sender": members[0].sender,
        "language": language,
        "landscape": form.is_landscape,
        "date": {"year": year, "month": month, "day": day},
        "count": paper_word("cover-count", language, count=len(rows)),
        "heads": (
            paper_word("row-number", language),
            key[:1].upper() + key[1:],
            *(in_language(form.fields[name].label, language) for name in index_fields(form, layout)),
        ),
        "rows": rows,
        "page": page_words(language),
    }
