"""What makes the pages of one record differ from another's, but for the values in its boxes."""

from dataclasses import dataclass, field
from datetime import date

from skjema.definition.expressions import ROW
from skjema.definition.model import Form, Group
from skjema.definition.relevance import never_relevant
from skjema.definition.slot import Slot
from skjema.fieldtypes.show import show, show_in_sentence
from skjema.layout.sentences import missing_in_sentence, names_in_text, to_fill
from skjema.records.record import named_slot
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, in_language


@dataclass(frozen=True, slots=True)
class Variant:
    """All that makes the pages of one record differ from another's, but for the values in its boxes.

    Attributes:
        hidden: Ids of what is not printed.
        rows: Number of rows of each group.
        signatures: Number of lines of each signature field.
        texts: Values printed as text: the sender's and those in notes.
        inner: Of each group that stands in another, how many rows each row of that has.
        missing: For a draft, the labels of what is missing; None for a finished form.
        attached: Title and text of what its boxes have no room for, printed on sheets behind the form.
        running: Whom it concerns, for the head of sheets behind a paper of somebody else's.
        is_common: Whether none of its texts is the record's own: written in its row, or made of what is.
    """

    hidden: frozenset[str]
    rows: tuple[tuple[str, int], ...]
    signatures: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, tuple[int, ...]], ...] = ()
    missing: tuple[str, ...] | None = None
    attached: tuple[tuple[str, str], ...] = ()
    running: str = ""
    # what pages look like doesn't depend on it: records with the same pages share them
    is_common: bool = field(default=True, compare=False)


def blank_variant(form: Form, language: Language) -> Variant:
    """The form with nothing filled in: everything is shown, and as many rows as its definition says."""
    signatures = [field for field in form.fields.values() if field.is_signature]
    municipal = {**form.settings, **form.common}
    inner = [group for group in form.groups.values() if group.parent]
    day = date.fromisoformat(form.version)  # a blank form is of its edition's day, also where a law has changed
    return Variant(
        hidden=frozenset(part.id for part in (*form.sections, *form.items) if never_relevant(form, part.relevant, day)),
        rows=tuple((group.id, _blank_rows(form, group)) for group in form.groups.values()),
        signatures=tuple(
            (field.id, form.groups[field.for_each].blank if field.for_each else 1) for field in signatures
        ),
        texts=tuple(
            (name, show_in_sentence(municipal[name], language) if name in municipal else to_fill(form, name, language))
            for name in names_in_text(form)
        ),
        inner=tuple((group.id, (group.blank,) * form.groups[group.parent].blank) for group in inner),
    )


def value_in_sentence(form: Form, checked: CheckedRecord, name: str, language: Language) -> str:
    """A value, or a setting, as it stands in a sentence; nothing for what doesn't concern the record."""
    slot = named_slot(form, checked.record, name)
    if form.addressed and slot.group:
        return show(form.addressed.column(slot.field), checked.values[ROW][slot.field], language)
    field = form.fields.get(name)
    if field is None:
        return show_in_sentence(checked.values[name], language)
    return "" if name in checked.hidden else show(field, checked.values[name], language)


def _blank_rows(form: Form, group: Group) -> int:
    each = len(group.row) or group.blank
    return each * form.groups[group.parent].blank if group.parent else each


class Variants:
    """What the pages of a form's records look like before their boxes are filled.

    Args:
        draft: Whether they are marked as drafts.

    Attributes:
        in_text: Names whose values are printed as text rather than in a box.
    """

    def __init__(self, form: Form, language: Language, *, draft: bool = False) -> None:
        self._form, self._language, self._draft = form, language, draft
        self.in_text = tuple(names_in_text(form))
        self._inner = [group for group in form.groups.values() if group.parent]

    def of(self, checked: CheckedRecord) -> Variant:
        language = self._language
        missing = tuple(in_language(label, language) for label in checked.missing.values())
        if self._form.pdf == "own":  # whose pages are what they are
            return Variant(frozenset(), (), (), (), missing=missing if self._draft else None)
        return Variant(
            # a thousand consents have about ten variants, so that few pages are set (decision 6)
            hidden=checked.hidden,
            rows=tuple((group, len(checked.values[group])) for group in self._form.groups),
            signatures=tuple((name, len(names)) for name, names in checked.signers.items()),
            texts=tuple((name, self._text(name, checked)) for name in self.in_text),
            inner=tuple((group.id, self._inner_rows(group, checked)) for group in self._inner),
            missing=missing if self._draft else None,
            is_common=all(self._is_common(name, checked) for name in self.in_text),
        )

    @staticmethod
    def _inner_rows(group: Group, checked: CheckedRecord) -> tuple[int, ...]:
        under = [row["under"] for row in checked.values[group.id]]
        return tuple(under.count(row["nr"]) for row in checked.values[group.parent])

    def _text(self, name: str, checked: CheckedRecord) -> str:
        """A value as it stands in a sentence; in a draft, what says that it is missing."""
        slot = named_slot(self._form, checked.record, name)
        if self._draft and slot in checked.missing:
            return missing_in_sentence(self._form, checked.missing[slot], self._language)
        return value_in_sentence(self._form, checked, name, self._language)

    def _is_common(self, name: str, checked: CheckedRecord) -> bool:
        """Whether a text would be the same in every row that writes nothing of its own."""
        form, record = self._form, checked.record
        # nothing of a row is kept on disk, and what is common may be: when in doubt, it is the record's own
        if named_slot(form, record, name).group:
            return False
        is_shared = name in form.settings or Slot(name) in record.shared or name == "today"
        return is_shared or checked.values[name] is None or (name in form.common and Slot(name) not in record.cells)
