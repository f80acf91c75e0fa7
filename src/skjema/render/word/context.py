"""The values that a Word template can use: the form's fields as text, and some helpers.

* `vis.<id>`: whether a part is relevant for the record;
* `valgt.<field>.<answer>`: whether an answer is chosen, for tick boxes;
* rows of a group have their columns, `nr`, `id`, `rad` (the label of a fixed row) and their own `valgt`;
* a signature field is a list of lines with `nr`, `id` and `navn`;
* `nummer.<section>`: the number before a section's title;
* a year wheel has `nr_1` and `rader_1` to `rader_12`, with the entries of each month;
* `avsender` (the sender's lines), `logo` or, for a wide one, `bred_logo`, and in drafts `utkast`;
* `skjema_merke`: the document's description of itself, for programs.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form, Group, YearWheel
from skjema.definition.placeholders import MARK_NAME
from skjema.fieldtypes.show import chosen_answers, show, show_in_sentence
from skjema.layout.letterhead import is_wide, sender_lines
from skjema.layout.printed_numbers import section_numbers, signer_number
from skjema.layout.sentences import draft_text, missing_in_sentence, missing_text, names_in_text
from skjema.layout.year_wheel import months
from skjema.records.mark import Mark
from skjema.records.record import named_slot
from skjema.validation.checked import CheckedRecord, row_label
from skjema.wording import Language, in_language
from skjema.wording.running_text import TEXT_FUNCTIONS, in_sentence

Context = dict[str, Any]

LINE_NAMES = ("nr", "id", "navn")
"""Names in a line of a signature field."""


def context(form: Form, checked: CheckedRecord, language: Language, *, draft: bool = False) -> Context:
    """A record's values for a template: only texts, booleans, rows of these, and attached files.

    Raises:
        AttachedFileError: A file has changed since the record was checked.
    """
    hidden, values = checked.hidden, checked.values
    names: Context = {name: show_in_sentence(values[name], language) for name in (*form.settings, "today")}
    shown, ticked = _fields(form, checked, language)
    names |= shown
    names |= _groups(form, checked, language)
    names |= {name: _months(form, wheel, values, language) for name, wheel in form.year_wheels}
    if form.is_flowing:
        _say_missing(form, checked, names, language)
    elif draft:
        _say_missing_in_sentences(form, checked, names, language)
    if _names_files(form):
        from skjema.render.word.attachments import put_files  # which most forms do without

        put_files(form, checked, names, language)
    wide = is_wide(form.logo)
    names |= {short: _InSentences(function, names, language) for function, short in TEXT_FUNCTIONS.items()}
    return names | {
        "vis": _shown(form, hidden),
        "nummer": _numbers(form, hidden),
        "valgt": ticked,
        "avsender": sender_lines(form, names, language),
        "logo": form.logo is not None and not wide,
        "bred_logo": wide,
        MARK_NAME: str(Mark.of(form, language, checked.record.token)),
        "utkast": draft_text(tuple(checked.missing.values()), language) if draft else "",
    }


def _fields(form: Form, checked: CheckedRecord, language: Language) -> tuple[Context, Context]:
    """Values of the record's own fields, and which of their answers are ticked."""
    names: Context = {}
    ticked: Context = {}
    for field in form.fields.values():
        if field.is_signature:
            names[field.id] = _lines(checked.signers.get(field.id, ()))
            continue
        value = None if field.id in checked.hidden else checked.values[field.id]
        names[field.id] = show(field, value, language)
        if field.kind.answers(field):
            ticked |= _ticked(field, value)
    return names, ticked


def _say_missing_in_sentences(form: Form, checked: CheckedRecord, names: Context, language: Language) -> None:
    """Put the labels of missing values into the sentences of a form whose other places stay empty in a draft."""
    for name in names_in_text(form):
        slot = named_slot(form, checked.record, name)
        if (label := checked.missing.get(slot)) is not None:
            (names[ROW] if slot.group else names)[slot.field] = missing_in_sentence(form, label, language)


@lru_cache(maxsize=64)
def _names_files(form: Form) -> bool:
    return any(field.kind.names_file for field in form.all_fields)


def _groups(form: Form, checked: CheckedRecord, language: Language) -> Context:
    """The rows of each group, and the row that the document is for."""
    names: Context = {}
    values = checked.values
    for group in form.groups.values():
        rows = () if group.id in checked.hidden else values[group.id]
        names[group.id] = [_row(group, place, row, language) for place, row in enumerate(rows)]
        if form.is_flowing and group.number_field:
            for row in names[group.id]:
                row["nr"] = row[group.number_field.id] or row["nr"]
        if group.parent:
            _put_under(group, values, names)
    if form.addressed:
        place = values[form.for_each].index(values[ROW]) if values[ROW] in values[form.for_each] else 0
        names[ROW] = _row(form.addressed, place, values[ROW], language)
    return names


def _months(form: Form, wheel: YearWheel, values: dict[str, Any], language: Language) -> Context:
    """The entries of each month: `nr_1` and `rader_1` for January."""
    listed = enumerate(months(form, wheel, values, language), start=1)
    return {
        name: text for at, month in listed for name, text in ((f"nr_{at}", month.numbers), (f"rader_{at}", month.rows))
    }


class _InSentences(dict[str, Any]):
    """The results of a text function for the names of a template, each computed when it is used."""

    def __init__(self, function: str, names: Context, language: Language) -> None:
        self._function, self._names, self._language = function, names, language

    def __missing__(self, name: str) -> Any:
        value = self._names[name]
        if isinstance(value, dict):
            return _InSentences(self._function, value, self._language)
        return in_sentence(self._function, value, self._language)


@lru_cache(maxsize=256)
def _shown(form: Form, hidden: frozenset[str]) -> dict[str, bool]:
    """Whether each part is relevant for the record."""
    # cached: a thousand consents hide parts in about ten different ways
    return {part.id: part.id not in hidden for part in (*form.sections, *form.items)}


_numbers = lru_cache(maxsize=256)(section_numbers)


def _say_missing(form: Form, checked: CheckedRecord, names: Context, language: Language) -> None:
    """In a draft of a flowing form, put a remark in the place of each missing value."""
    for slot, label in checked.missing.items():
        if not slot.group:
            names[slot.field] = missing_text(label, language, form.fields[slot.field])
        elif slot.field:
            number = form.groups[slot.group].row_number(slot.row)
            # empty rows aren't printed, so that a row's number and its position may differ
            numbers = [row["nr"] for row in checked.values[slot.group]]
            text = missing_text(label, language, form.groups[slot.group].column(slot.field))
            names[slot.group][numbers.index(number)][slot.field] = text
            if slot.group == form.for_each and slot.row == checked.record.addressed:
                names[ROW][slot.field] = text
        elif not slot.row:
            _say_missing_in_rows(form.groups[slot.group], names[slot.group], language)


def _say_missing_in_rows(group: Group, rows: Sequence[Context], language: Language) -> None:
    """Put the remarks into the rows of a group that has no rows filled."""
    for number, row in enumerate(rows, start=1):
        for field in group.field:
            if field.required is True and not row[field.id]:
                row[field.id] = missing_text(row_label(group, number, field), language, field)


@lru_cache(maxsize=4096)
def _ticked(field: Field, value: Any) -> Context:
    """Whether each answer of a field is chosen."""
    ticked = chosen_answers(field, value)
    return {field.id: {answer.id: answer.id in ticked for answer in field.kind.answers(field)}}


def _row(group: Group, place: int, row: dict[str, Any], language: Language) -> Context:
    ticked: Context = {}
    names: Context = {}
    for field in group.field:
        names[field.id] = show(field, row[field.id], language)
        if field.kind.answers(field):
            ticked |= _ticked(field, row[field.id])
    fixed = group.row[place] if group.row else None
    label = in_language(fixed.label, language) if fixed else ""
    number = str(place + 1)
    own = {"nr": number, "id": fixed.id if fixed else number, "rad": label, "valgt": ticked, "forste_rad": place == 0}
    return names | own


def _put_under(group: Group, values: dict[str, Any], names: Context) -> None:
    """Give each row of an outer group its rows of the inner group, numbered within it."""
    outer_rows = values[group.parent]
    for place, outer in enumerate(names[group.parent]):
        number = outer_rows[place]["nr"]
        pairs = zip(values[group.id], names[group.id], strict=False)  # a hidden group has no rows to show
        outer[group.id] = [shown for row, shown in pairs if row["under"] == number]
        for inner, shown in enumerate(outer[group.id], start=1):
            shown["nr"], shown["forste_rad"] = f"{outer['nr']}.{inner}", inner == 1


def _lines(signers: tuple[str, ...]) -> list[Context]:
    numbered = enumerate(signers, start=1)
    return [{"nr": signer_number(line, len(signers)), "id": str(line), "navn": name} for line, name in numbered]
