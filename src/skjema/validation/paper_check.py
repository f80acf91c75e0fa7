"""What would look wrong on paper though it breaks no rule: gaps, outdated words, what may not concern a record."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from skjema.definition.expressions import ROW, parse_expression
from skjema.definition.model import Field
from skjema.definition.outdated import Outdated
from skjema.definition.slot import Slot
from skjema.problems import Severity
from skjema.records.record import named_slot
from skjema.validation.checked import CheckedRecord
from skjema.validation.checklist import Checklist, ValueCell
from skjema.wording import Text, in_language


def check_paper(checklist: Checklist, checked: CheckedRecord) -> None:
    """Warn of gaps in sentences, of words that are out of date, and of what is printed since nobody can tell."""
    paper_check = _PaperCheck(checklist, checked)
    paper_check.check_sentences()
    paper_check.check_words()
    paper_check.tell_undecided()


class _PaperCheck:
    """Checks one record whose values have been read and judged; writes into its `problems`."""

    def __init__(self, checklist: Checklist, checked: CheckedRecord) -> None:
        self._checklist = checklist
        self._checked = checked
        self._values = checked.values

    def check_sentences(self) -> None:
        """Warn of what is empty in the middle of a sentence, each once."""
        form, checked = self._checklist.form, self._checked
        lacking: dict[Slot, Field] = {}
        for item_id, names in self._checklist.sentences:
            for name in names if item_id not in checked.hidden else ():
                slot = named_slot(form, checked.record, name)
                field = form.groups[slot.group].column(slot.field) if slot.group else form.fields.get(name)
                scope = self._values[ROW] if slot.group else self._values
                if slot.group and scope["nr"] is None:  # there is nobody to write to, which is told of
                    continue
                if field and not field.recipient and scope[slot.field] is None:
                    lacking[slot] = field
        for slot in lacking.keys() - checked.missing.keys() - checked.invalid:
            checked.report("sentence-empty", slot, Severity.WARNING, label=lacking[slot].label)

    def check_words(self) -> None:
        """Tell of words that are out of date, such as the name of a law that is repealed."""
        rows = [(group, row) for group in self._checklist.groups for row in self._values[group.id]]
        scopes = [(self._checklist.worded[""], self._values)]
        scopes += [(self._checklist.worded[group.id], row) for group, row in rows]
        # all of a record at once, since nearly always there is none
        if self._checklist.outdated.may_be_in(scope[name] for names, scope in scopes for name in names):
            self._check_words(self._checklist.columns, self._values)
            for group, row in rows:
                self._check_words(self._checklist.row_cells(group, row["nr"]), row)

    def _check_words(self, cells: Sequence[ValueCell], scope: dict[str, Any]) -> None:
        """Tell of those in one row, of each law once: a list has its name and its number side by side."""
        told: set[tuple[str, tuple[str, ...]]] = set()
        for cell in cells:
            text = scope[cell.field.id]
            if cell.field.id not in self._checklist.worded[cell.slot.group] or not isinstance(text, str):
                continue
            found: dict[str, list[tuple[str, Outdated]]] = {}
            for got, one in self._checklist.outdated.find(text):
                if (one.code, one.words) not in told:
                    told.add((one.code, one.words))
                    found.setdefault(one.code, []).append((got, one))
            for code, words in found.items():
                severity = Severity.WARNING if code == "law-repealed" else Severity.NOTE
                got = "», «".join(dict.fromkeys(written for written, _ in words))
                self._checked.report(code, cell.slot, severity, label=cell.label, got=got, instead=_instead(words))

    def tell_undecided(self) -> None:
        """Warn of what is printed because nobody can tell whether it concerns the record, once for what is lacking."""
        printed: dict[Slot, list[Text]] = {}
        labels: dict[Slot, Text] = {}
        for item_id, (condition, group_id) in self._checked.undecided.items():
            names_read = parse_expression(condition).names
            lacking = dict(chain.from_iterable(self._lacking(name, group_id) for name in names_read))
            # what is told of already needs no second word
            is_told = any(slot in self._checked.missing or slot in self._checked.invalid for slot in lacking)
            if lacking and not is_told and item_id not in self._checklist.never_printed:
                labels |= lacking
                names, name = printed.setdefault(next(iter(lacking)), []), self._checklist.names_of_items[item_id]
                if name not in names:
                    names.append(name)
        for slot, items in printed.items():
            params: dict[str, object] = {"label": labels[slot], "items": tuple(items)}
            self._checked.report("relevance-undecided", slot, Severity.WARNING, **params)

    def _lacking(self, name: str, of_rows: str) -> Iterator[tuple[Slot, Text]]:
        """Where a value lacks that an expression calls by this name; who gets the paper may fill in theirs there.

        Args:
            of_rows: The group of whose rows it is asked, which call their columns by their own ids.
        """
        form, (named_group, _, column) = self._checklist.form, name.rpartition(".")
        if named_group == ROW:
            yield from self._lacking_of_addressed(column)
            return
        group = form.groups.get(named_group or of_rows)
        if group is not None and column in [field.id for field in group.field]:
            for row in self._values[group.id] if group.id not in self._checked.hidden else ():
                for cell in self._checklist.row_cells(group, row["nr"]):
                    if cell.field.id == column and row[column] is None and not cell.field.recipient:
                        yield cell.slot, cell.label
        elif name in form.fields and name not in self._checked.hidden:
            field = form.fields[name]
            if self._values[name] is None and not field.recipient:
                yield Slot(name), field.label

    def _lacking_of_addressed(self, column: str) -> Iterator[tuple[Slot, Text]]:
        """Where a value lacks in the row that the document is for."""
        group, row = self._checklist.form.addressed, self._values[ROW]
        if group is not None and row["nr"] is not None and group.id not in self._checked.hidden:
            for cell in self._checklist.row_cells(group, row["nr"]):
                if cell.field.id == column and row[column] is None and not cell.field.recipient:
                    yield cell.slot, cell.label


def _instead(words: Sequence[tuple[str, Outdated]]) -> Text:
    """What to write in place of some words, in each language."""
    languages = {language for _, one in words for language in one.instead}
    return {
        language: ", ".join(dict.fromkeys(in_language(one.instead, language) for _, one in words))
        for language in sorted(languages)
    }
