"""Documents that have come back: whom each concerns, what it says, and what is told of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from skjema.batch.beside import (
    FieldNames,
    differing_fields,
    has_more_pages,
    is_beside,
    lacks_fields,
    lacks_pages,
    with_names,
    without_drawn_signatures,
    without_prompts,
)
from skjema.batch.on_pages import PageChanges, page_changes
from skjema.batch.plan import Renderer, make_renderer
from skjema.batch.plan_defaults import make_plan
from skjema.batch.rescanned import replace_incomplete
from skjema.batch.returned_files import ReadFile
from skjema.batch.sent import SentList
from skjema.batch.signed_until import signed_until
from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.errors import SkjemaError
from skjema.formats.form_fields import FieldValue, FormFields
from skjema.layout.shown import ShownRecord
from skjema.problems import Place, Problem, Severity, sort_problems
from skjema.records.mark import Mark
from skjema.records.readers import read_content
from skjema.records.record import Record
from skjema.records.returned import (
    ReturnedPlaces,
    field_at,
    is_merged,
    is_of_form,
    is_recipients,
    label_of,
    mark_of,
    returned_record,
    rows_of_their_own,
)
from skjema.validation.check import RecordChecker
from skjema.validation.checked import CheckedRecord
from skjema.validation.replies import Collection, Reply, Sent, is_blank
from skjema.validation.scanned import judged_as_scanned, problem_of_sheets
from skjema.validation.value_description import describe_value
from skjema.validation.withdrawal import judged_withdrawal
from skjema.wording import Language

if TYPE_CHECKING:
    from skjema.render.pdf.own_returned import OwnNames


def collect_files(form: Form, files: Iterable[ReadFile], sent: SentList, today: date) -> Collection:
    """What files that have come back say, and of whom.

    Args:
        sent: Whom documents were sent about.
        today: The day that replies are judged by.
    """
    collecting = _Collecting(form, sent, today)
    for one in files:
        collecting.add(one)
    replace_incomplete(collecting.collection)
    if not sent.run and any(reply.mark and reply.mark.token for reply in collecting.collection.replies):
        collecting.collection.problems.append(Problem("returned-any-run", None, Severity.NOTE))
    return collecting.collection


class _Refused(Exception):
    """A file that fits nobody, with the problem that says why."""

    def __init__(self, code: str, name: str, **params: object) -> None:
        super().__init__(code)
        self.problem = Problem(code, Place(name), params=params)


class _Collecting:
    def __init__(self, form: Form, sent: SentList, today: date) -> None:
        self._form, self._sent, self._today = form, sent, today
        self._keys = RecordChecker(form, today)
        self._judge = RecordChecker(form, today, answered=True)
        self._unknown: dict[object, Sent] = {}
        """Those who are known by their replies alone, where there is neither list nor run."""
        self._renderers: dict[tuple[str, Language], Renderer] = {}
        self._own: dict[Language, OwnNames] = {}
        self._names: FieldNames = {}
        self.collection = Collection(form, list(sent.everyone), problems=sent.problems, run=sent.run)

    def add(self, file: ReadFile) -> None:
        """Judge one file."""
        if file.fields is None:
            self.collection.odd.extend(file.problems)
            return
        if file.fields.page_problems:  # pages of a stack
            self.collection.odd.extend(problem_of_sheets(one, file.name) for one in file.fields.page_problems)
            return
        try:
            self.collection.replies.append(self._reply(file, file.fields))
        except _Refused as refused:
            self.collection.odd.append(refused.problem)

    def _reply(self, file: ReadFile, read: FormFields) -> Reply:
        name, mark = file.name, mark_of(read)
        fields = self._by_slot(read, self._language(mark))
        self._require_form(name, mark, fields)
        sent = self._sent_about(name, mark, fields)
        if (drawn := page_changes(file, partial(self._sent_pdf, sent, mark))).signed:
            fields = self._by_slot(read._replace(signed=read.signed | drawn.signed), self._language(mark))
        original = self._original(name, sent, mark)
        named = with_names(fields, original)
        if named is None:
            raise _Refused("returned-names-lost", name)
        fields = without_prompts(named, original)
        original = without_prompts(original, original) if original else None
        if not any(field.recipient or field.is_signature for field in self._form.all_fields):
            raise _Refused("returned-nothing-asked", name)
        pages = [*self._pages(name, sent, mark, fields, drawn)]
        is_changed = pages or is_beside(self._form, fields, original)
        if not is_changed and is_blank(self._form, fields, self._was(sent, mark, original)):
            raise _Refused("scan-blank" if fields.on_paper else "returned-blank", name)
        record = self._merged(name, sent, mark, fields)
        checked = self._judge.check(record)
        found = without_drawn_signatures(checked.problems, fields, original)
        told = [*judged_as_scanned(self._form, name, fields, found), *self._undecided(name, fields, checked)]
        told += [*self._differences(name, sent, mark, fields, original), *pages]
        told += judged_withdrawal(self._form, name, fields, checked)
        until = signed_until(self._form, fields, sent, self._today, is_moved=sent.number in self._sent.moved)
        return Reply(name, mark, sent, fields, checked, sort_problems(told), until, file.digest)

    def _require_form(self, name: str, mark: Mark | None, fields: FormFields) -> None:
        form = self._form
        if is_merged(form, fields):
            raise _Refused("returned-merged", name)
        if mark is None and not is_of_form(form, fields):
            raise _Refused("returned-foreign", name, form=form.id)
        if mark is not None and mark.form != form.id:
            raise _Refused("returned-other-form", name, got=mark.form, form=form.id)
        if mark is not None and mark.edition != form.version:
            raise _Refused("returned-other-edition", name, got=mark.edition, wanted=form.version)

    def _by_slot(self, fields: FormFields, language: Language) -> FormFields:
        """The fields by the names of the form's values, which those of a PDF that somebody else made don't have."""
        if self._form.pdf != "own" or fields.controls:
            return fields
        if language not in self._own:
            from skjema.render.pdf.own_returned import OwnNames

            self._own[language] = OwnNames(self._form, language)
        return self._own[language].read(fields)

    # -- whom it concerns

    def _sent_about(self, name: str, mark: Mark | None, fields: FormFields) -> Sent:
        token = mark.token if mark else ""
        if token in self._sent.by_token:
            return self._sent.by_token[token]
        if token and (self._sent.by_token or self._sent.run):
            raise _Refused("returned-other-run", name)
        key = self._keys.check(returned_record(self._form, 1, name, fields)).key
        if self._sent.data is None and not self._sent.by_token:
            return self._unknown_of(name, token or key or name)
        if not key:
            raise _Refused("returned-no-name", name)
        found = self._sent.by_key.get(key, [])
        if len(found) != 1:
            raise _Refused("returned-several" if found else "returned-nobody", name)
        return found[0]

    def _unknown_of(self, name: str, identity: object) -> Sent:
        if identity not in self._unknown:
            self._unknown[identity] = Sent(len(self._unknown) + 1, name)
            self.collection.everyone.append(self._unknown[identity])
        return self._unknown[identity]

    # -- what it says

    def _merged(self, name: str, sent: Sent, mark: Mark | None, fields: FormFields) -> Record:
        """The row with what the recipient has written; without a list, all that stands in the document."""
        returned = returned_record(self._form, sent.number, name, fields)
        if sent.checked is None:
            return returned
        form, row = self._form, sent.checked.record
        lines = {
            (paper.slot.group, paper.name.split(".")[1]): paper.slot.row
            for paper, _, _ in self._shown(sent, mark).values
            if paper.group
        }
        office = {slot: value for slot, value in row.cells.items() if not is_recipients(form, slot)}
        lines |= rows_of_their_own(form, row, returned, lines)
        theirs = {
            slot._replace(row=lines.get((slot.group, slot.row), slot.row)): value
            for slot, value in returned.cells.items()
            if is_recipients(form, slot)
        }
        rows = {group: max(row.rows.get(group, 0), returned.rows.get(group, 0)) for group in (row.rows | returned.rows)}
        for slot in theirs:
            if slot.row.isdecimal() and slot.group in form.groups:
                rows[slot.group] = max(rows.get(slot.group, 0), int(slot.row))
        return Record(
            sent.number, ReturnedPlaces(name), office | theirs, row.shared, rows,
            addressed=row.addressed, problems=returned.problems,
        )  # fmt: skip

    def _shown(self, sent: Sent, mark: Mark | None) -> ShownRecord:
        assert sent.checked is not None
        return ShownRecord(self._form, sent.checked, self._language(mark))

    def _language(self, mark: Mark | None) -> Language:
        language = mark.language if mark else ""
        return language if language in self._form.languages else self._form.languages[0]

    def _undecided(self, name: str, fields: FormFields, checked: CheckedRecord) -> Iterator[Problem]:
        """That what decides stands open, though something is written: somebody may have answered beside the boxes."""
        group, _, column = self._form.answer.rpartition(".")
        rows = checked.values[group] if group else [checked.values]
        places = {Slot.parse(one, self._form) for one in (*fields.doubtful, *fields.unread)}
        to_see = {slot.field for slot in places if slot is not None and slot.group == group}
        deciding = column or self._form.answer
        item = self._form.groups[group] if group else self._form.fields.get(deciding)
        # what must be answered is told of by itself
        is_told = any(
            one.code == "required-empty" and one.place and one.place.path == deciding for one in checked.problems
        )
        if item and not is_told and deciding not in to_see and all(row.get(deciding) is None for row in rows):
            yield Problem("returned-undecided", Place(name), Severity.WARNING, {"label": item.label})

    # -- what of it isn't as it was sent

    def _original(self, name: str, sent: Sent, mark: Mark | None) -> FormFields | None:
        """The fields of a Word file as it was sent; of a PDF they are compared by what should stand there first."""
        is_word = PurePath(name).suffix.casefold() != ".pdf"
        return self._made(sent, mark, "docx") if is_word and sent.checked else None

    def _made(self, sent: Sent, mark: Mark | None, kind: str) -> FormFields | None:
        """The fields of a document as it is made of the row; None where it can't be."""
        content = self._rendered(sent, mark, kind)
        fields = read_content(content, f"x.{kind}", len).fields if content else None
        return self._by_slot(fields, self._language(mark)) if fields else None

    def _rendered(self, sent: Sent, mark: Mark | None, kind: str) -> bytes | None:
        """A document as it is made of the row; None where it can't be."""
        if sent.checked is None:
            return None
        language = self._language(mark)  # and the token is drawn at the foot of its pages, also where no run is known
        sent.checked.record.token = sent.token or (mark.token if mark else "")
        if (kind, language) not in self._renderers:
            self._renderers[kind, language] = make_renderer(kind, make_plan(self._form, (kind,), language, self._today))
        try:
            return self._renderers[kind, language].render(sent.checked)
        except SkjemaError:  # the row as it is now can't be printed any more
            return None

    def _sent_pdf(self, sent: Sent, mark: Mark | None) -> bytes | None:
        """A PDF as it was sent: as it lies with its run, or is made of the row where it lies there no more."""
        run = self._sent.previous
        return (run and run.document(sent.number, ".pdf")) or self._rendered(sent, mark, "pdf")

    def _was(self, sent: Sent, mark: Mark | None, original: FormFields | None) -> Mapping[str, FieldValue]:
        """What stood in a document when it was sent; nothing where that isn't known."""
        if original is not None:
            return original.values
        return self._shown(sent, mark).boxes()[0] if sent.checked else {}

    def _differences(
        self, name: str, sent: Sent, mark: Mark | None, fields: FormFields, original: FormFields | None
    ) -> Iterator[Problem]:
        if is_beside(self._form, fields, original):
            yield Problem("returned-beside", Place(name), Severity.WARNING)
        if sent.checked is None:
            return
        differing = differing_fields(self._form, fields, self._was(sent, mark, original))
        if differing and not fields.controls:
            # long texts go on on another sheet, and a viewer may write numbers its own way: what was made decides
            made = self._made(sent, mark, "pdf")
            differing = differing_fields(self._form, fields, made.values if made else {})
        for slot, wanted in differing.items():
            field, got = field_at(self._form, slot), str(fields.values[slot.name])
            shown = describe_value(field, label_of(self._form, slot), got, {"value": wanted})
            yield Problem("returned-differs", Place(name, path=slot.name), Severity.WARNING, shown)

    def _pages(
        self, name: str, sent: Sent, mark: Mark | None, fields: FormFields, drawn: PageChanges
    ) -> Iterator[Problem]:
        """That pages were taken out, put in or written on."""
        if drawn.pages:
            yield Problem("returned-drawn", Place(name), Severity.WARNING, {"page_list": drawn.listed})
        made = partial(self._made, sent, mark, "pdf")
        is_known = sent.checked is not None and not fields.on_paper
        if lacks_pages(self._form, fields) or (
            is_known and lacks_fields(fields, self._was(sent, mark, None), made, self._names)
        ):
            yield Problem("returned-pages", Place(name), Severity.WARNING)
        if is_known and has_more_pages(fields, made):
            yield Problem("returned-more-pages", Place(name), Severity.WARNING)
