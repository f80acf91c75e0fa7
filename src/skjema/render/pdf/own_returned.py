"""Reads a returned copy of a form's own PDF into values by slot name."""

from collections import defaultdict
from collections.abc import Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.form_fields import FieldValue, FormFields
from skjema.formats.pdf.form_fields import read_fields
from skjema.records.mark import FIELD
from skjema.records.returned import SIGNED, field_at
from skjema.render.pdf.bind_fields import Bound
from skjema.render.pdf.own_paper import OwnPaper, open_own_paper
from skjema.render.pdf.pdf_renderer import blank_pages
from skjema.wording import Language


class OwnNames:
    """Tells what each field of a form's own PDF holds.

    Raises:
        TemplateError: The form's own PDF can't be read or filled in.
    """

    def __init__(self, form: Form, language: Language) -> None:
        self._form = form
        self._paper: OwnPaper = open_own_paper(form, language)
        self._blank = read_fields(blank_pages(form, language).fill({}), self._paper.name)
        """As it is sent when nothing is filled in."""

    def read(self, fields: FormFields) -> FormFields:
        """The fields of a copy that somebody has filled in; those that the form's own PDF lacks keep their names."""
        ours = {one.name for one in self._paper.acroform.fields}
        found = _Found(self._form, fields)
        for bound in self._paper.bindings.bound:
            found.add(bound)
        signed = frozenset(self._signed(fields))
        values = {name: value for name, value in fields.values.items() if name not in ours} | found.values
        unclear = found.unclear | {name for name in fields.unclear if name not in ours}
        more = any(value and name not in {*ours, FIELD} for name, value in fields.values.items())
        beside = more or (fields.has_files and not self._blank.has_files) or self._is_beside(fields)
        return fields._replace(values=values, unclear=frozenset(unclear), signed=signed, beside=beside)

    def _signed(self, fields: FormFields) -> Iterator[str]:
        """The lines that are signed, with a signature, by hand or with a name where there is a box for it."""
        lines: defaultdict[str, int] = defaultdict(int)
        signed = fields.signed - self._blank.signed
        for one in self._paper.bindings.left:
            lines[one.name] += 1
            written = fields.values.get(one.field.name)
            if one.field.name in signed or (written and written != self._blank.values.get(one.field.name)):
                yield Slot(SIGNED, one.name, str(lines[one.name])).name

    def _is_beside(self, fields: FormFields) -> bool:
        """Whether something is written on the pages, or in a field that stands for no value of the form."""
        bound = {one.field.name for one in (*self._paper.bindings.bound, *self._paper.bindings.left)}
        loose = [one.name for one in self._paper.acroform.fields if one.name not in bound]
        changed = any(fields.values.get(one, "") != self._blank.values.get(one, "") for one in loose)
        return changed or (fields.beside and not self._blank.beside)


class _Found:
    """The values of a copy, by the names of slots; `unclear` are those that say two things at once."""

    def __init__(self, form: Form, fields: FormFields) -> None:
        self._form, self._fields = form, fields
        self._chosen: defaultdict[str, set[str]] = defaultdict(set)
        self._texts: dict[str, FieldValue] = {}
        self.unclear: set[str] = set()

    @property
    def values(self) -> dict[str, FieldValue]:
        return self._texts | {name: next(iter(sorted(chosen)), "") for name, chosen in self._chosen.items()}

    def add(self, bound: Bound) -> None:
        """Add what is written in a field of the copy."""
        name = bound.field.name
        if name not in self._fields.values:
            return
        got, is_unclear = self._fields.values[name], name in self._fields.unclear
        if bound.states:
            on = got if isinstance(got, str) else bound.field.states[0] if got else ""
            is_unclear = is_unclear or bool(on and on not in bound.states)
            self._boxes({box: state == on for state, box in bound.states.items()}, is_unclear=is_unclear)
        elif bound.chosen:
            chosen, options = str(got).split("\n"), bound.field.options
            picked = {box: options[at].export in chosen for at, boxes in bound.chosen.items() for box in boxes}
            ours = {options[at].export for at in bound.chosen}
            self._boxes(picked, is_unclear=is_unclear or not ours.issuperset(filter(None, chosen)))
        else:
            shown = (text for text, written in bound.written.items() if written.value == got)
            self._put(bound.name, next(shown, got), is_unclear=is_unclear)

    def _boxes(self, boxes: dict[str, bool], *, is_unclear: bool) -> None:
        """Add answers: each by itself where there may be several, else the one that is chosen."""
        for box, is_on in boxes.items():
            slot = Slot.parse(box, self._form)
            assert slot is not None
            whole = slot._replace(answer="")
            if field_at(self._form, whole).kind.has_answer_columns:
                self._put(box, is_on, is_unclear=is_unclear)
                continue
            chosen = self._chosen[whole.name]
            chosen.update([slot.answer] if is_on else [])
            if is_unclear or len(chosen) > 1:
                self.unclear.add(whole.name)

    def _put(self, name: str, value: FieldValue, *, is_unclear: bool) -> None:
        if is_unclear or self._texts.setdefault(name, value) != value:
            self.unclear.add(name)
