"""Binds each value of a form to a field of somebody else's PDF, as the definition says or by its names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as own

from skjema.definition.model import Field, Form, Group
from skjema.definition.slot import Slot
from skjema.fieldtypes.field_type import Answer
from skjema.formats.pdf.acroform import EDIT, AcroForm, FormField
from skjema.formats.pdf.field_names import MOST_LISTED, last_part, listed_names, plain_name
from skjema.problems import Place, Problem, Severity
from skjema.render.pdf.bind_answers import bind_answers
from skjema.render.pdf.written import Written
from skjema.text_match import match_key
from skjema.wording import Language, in_language

_MOST_ROWS = 500


@dataclass(slots=True)
class Bound:
    """A field of a PDF, and the values that are written in it.

    Attributes:
        name: Of the value that is written as text; empty for boxes to tick.
        states: Of buttons, the value that ticks each state.
        written: What stands in the file, and what is drawn, by the text of a value that is picked from a list.
        chosen: Of a list, the values that choose each of its options, by the option's place.
    """

    field: FormField
    name: str = ""
    states: Mapping[str, str] = own(default_factory=dict)
    written: Mapping[str, Written] = own(default_factory=dict)
    chosen: Mapping[int, list[str]] = own(default_factory=dict)


@dataclass(slots=True)
class Bindings:
    """The bindings of a PDF's fields to values.

    Attributes:
        problems: Values without a place, places with two values, and what else is wrong with either.
        left: Fields that are left to whoever signs, by the name of the signature.
    """

    bound: list[Bound]
    left: list[Bound]
    problems: list[Problem]


def bind(form: Form, acroform: AcroForm, language: Language, file: str) -> Bindings:
    """The bindings of a PDF's fields, with their problems.

    Args:
        file: Name of the PDF, for messages.
    """
    binder = _Binder(form, acroform, language, file)
    binder.run()
    return Bindings(list(binder.bound.values()), binder.left, binder.problems)


def unfilled(acroform: AcroForm, bindings: Bindings) -> list[FormField]:
    """Fields that somebody could fill in and that nothing is written in."""
    known = {id(one.field) for one in bindings.bound} | {id(one.field) for one in bindings.left}
    kinds = ("push", "signature", "unknown")
    return [one for one in acroform.in_order if id(one) not in known and one.kind not in kinds]


class _Binder:
    """One pass over a form; every method adds what it finds, and problems."""

    def __init__(self, form: Form, acroform: AcroForm, language: Language, file: str) -> None:
        self._form, self._language, self._file = form, language, file
        usable = [one for one in acroform.fields if one.kind not in ("push", "unknown")]
        self._by_name = {one.name: one for one in usable}
        self._by_plain = _grouped((plain_name(one.name), one) for one in usable)
        self._by_key = [
            _grouped((match_key(one.name), one) for one in usable),
            _grouped((match_key(last_part(one.name)), one) for one in usable),
            _grouped((match_key(one.tooltip), one) for one in usable if one.tooltip),
        ]
        self.bound: dict[str, Bound] = {}
        self.left: list[Bound] = []
        self.problems: list[Problem] = []

    def run(self) -> None:
        # names that the definition gives come first: what is named is nobody else's by its label
        items = [one for one in self._form.items if isinstance(one, Field | Group)]
        for is_named in (True, False):
            for item in items:
                if isinstance(item, Group):
                    self._group(item, is_named=is_named)
                elif item.printed and _is_named(item) == is_named:
                    self._field(item, item.id, names=_names(item.pdf))

    def _group(self, group: Group, *, is_named: bool) -> None:
        columns = [one for one in group.field if one.printed and _is_named(one) == is_named]
        if not group.printed or not columns:
            return
        rows = self._rows(group, columns)
        fixed = len(group.row)
        most = fixed or group.max
        if rows and (most is None or most > rows):
            self._problem("pdf-rows", label=group.label, rows=rows, id=group.id)
        for column in columns:
            for row in range(1, (rows or most or 1) + 1):
                name = Slot(column.id, group.id, group.row_name(row)).name
                self._field(column, name, names=_row_names(column, row), group=group, row=row)

    def _rows(self, group: Group, columns: Sequence[Field]) -> int:
        """How many rows the PDF has room for."""
        most = 0
        for column in columns:
            row = 1
            while row <= _MOST_ROWS and self._finds(column, group, row):
                row += 1
            most = max(most, row - 1)
        return most

    def _finds(self, column: Field, group: Group, row: int) -> bool:
        if column.pdf is not None:
            return any(self._named(name) for name in _row_names(column, row))
        return bool(self._found(self._wanted(column, Slot(column.id, group.id, str(row)).name, group, row)))

    # -- one value

    def _field(
        self, item: Field, name: str, *, names: Sequence[str], group: Group | None = None, row: int = 0
    ) -> None:  # fmt: skip
        """Bind a value to the fields that the definition names, or else to the one that is called as it is."""
        wanted = self._wanted(item, name, group, row)
        if item.pdf is not None:
            fields = [found for one in names if (found := self._known(one, item))]
            if len(fields) < len(names) or not names:
                return
        else:
            fields = self._found(wanted)
            if len(fields) > 1:
                self._problem("pdf-ambiguous", label=item.label, names=listed_names(fields), name=name)
                return
        if fields:
            for one in fields:
                self._bind(one, item, name)
        elif not self._answers_apart(item, name, wanted) and not item.is_signature:
            self._unmatched(item, name)

    def _wanted(self, item: Field, name: str, group: Group | None, row: int) -> list[str]:
        """The names that a field for a value may have, the surest first."""
        if group is None:
            return list(dict.fromkeys(map(match_key, (name, *item.label.values()))))
        labels = [*item.label.values(), item.id]
        number = f"{row}"
        own = [name, *(f"{group.id}{number}{one}" for one in labels), *(f"{group.id}{one}{number}" for one in labels)]
        for label in group.label.values():
            own += [f"{label}{number}{one}" for one in labels] + [f"{label}{one}{number}" for one in labels]
        return list(dict.fromkeys(map(match_key, [*own, *(f"{one}{number}" for one in labels)])))

    def _found(self, wanted: Sequence[str]) -> list[FormField]:
        """The fields that are called so: by name, else by the last part of it, else by what a screen reader says."""
        for names in self._by_key:
            for key in wanted:
                found = [one for one in names.get(key, ()) if one.name not in self.bound]
                if found and key:
                    return found
        return []

    def _named(self, name: str) -> FormField | None:
        """The field with a name, which may leave out what its program has added: `form1[0].navn[0]`."""
        if name in self._by_name:
            return self._by_name[name]
        plain = plain_name(name)
        found = self._by_plain.get(plain) or [
            one for called, several in self._by_plain.items() for one in several if called.endswith(f".{plain}")
        ]
        return found[0] if len(found) == 1 else None

    def _known(self, name: str, item: Field) -> FormField | None:
        found = self._named(name)
        if found is None:
            hint = _nearest(name, list(self._by_name))
            self._problem("pdf-name-unknown", label=item.label, got=name, hint=hint)
        return found

    def _answers_apart(self, item: Field, name: str, wanted: Sequence[str]) -> bool:
        """Bind each answer of a field to a box of its own; whether any has one."""
        found: list[tuple[Answer, FormField]] = []
        answers = item.kind.answers(item)
        if not answers:
            return False
        for answer in answers:
            named = getattr(answer, "pdf", None)
            called = [f"{name}{answer.id}", *(f"{one}{label}" for one in wanted for label in answer.label.values())]
            keys = [*map(match_key, called), *map(match_key, answer.label.values())]
            fields = [self._named(named)] if named else self._found(keys)
            boxes = [one for one in fields if one is not None and one.kind in ("tick", "radio")]
            if len(boxes) > 1:  # «Ja» may be the answer to any question
                self._problem("pdf-ambiguous", label=item.label, names=listed_names(boxes), name=f"{name}.{answer.id}")
                return True
            found += [(answer, one) for one in boxes]
        if len(found) < len(answers) and not (found and item.kind.is_truth):
            for answer in answers if found else ():
                if all(answer is not one for one, _ in found):
                    got = in_language(answer.label, self._language)
                    self._problem("pdf-answer-unmatched", label=item.label, got=got, known=())
            return bool(found)
        for answer, one in found:
            self._take(one, Bound(one, states=dict.fromkeys(one.states[:1], f"{name}.{answer.id}")), item)
        return True

    def _bind(self, one: FormField, item: Field, name: str) -> None:
        if item.is_signature:
            self.left.append(Bound(one, name))
            return
        answers = item.kind.answers(item)
        if one.kind == "text":
            self._take(one, Bound(one, name), item)
        elif one.kind == "signature" or (not answers and not (one.kind == "combo" and one.flags & EDIT)):
            self._problem("pdf-kind", label=item.label, name=one.name)
        elif not answers:
            self._take(one, Bound(one, name), item)
        else:
            self._bind_answers(one, item, name, answers)

    def _bind_answers(self, one: FormField, item: Field, name: str, answers: Sequence[Answer]) -> None:
        found = bind_answers(one, answers, is_truth=item.kind.is_truth)
        for answer in found.unmatched:
            got = in_language(answer.label, self._language)
            self._problem("pdf-answer-unmatched", label=item.label, got=got, known=tuple(found.known[:MOST_LISTED]))
        if found.unmatched:
            return
        boxes = {answer: f"{name}.{answer}" for answer in found.options}
        if one.kind in ("tick", "radio"):
            self._take(one, Bound(one, states={str(found.options[answer]): box for answer, box in boxes.items()}), item)
        elif one.kind == "combo":
            shown = {answer.id: in_language(answer.label, self._language) for answer in answers}
            options = one.options
            written = {shown[one_id]: Written(*options[int(place)]) for one_id, place in found.options.items()}
            self._take(one, Bound(one, name, written=written), item)
        else:
            chosen: dict[int, list[str]] = {}
            for one_id, place in found.options.items():
                chosen.setdefault(int(place), []).append(boxes[one_id])
            self._take(one, Bound(one, chosen=chosen), item)

    def _take(self, one: FormField, bound: Bound, item: Field) -> None:
        """Keep what is written in a field, unless something else is already."""
        before = self.bound.get(one.name)
        if before is None:
            self.bound[one.name] = bound
        elif bound.states and before.states and not set(bound.states) & set(before.states):
            before.states = {**before.states, **bound.states}
        else:
            self._problem("pdf-field-twice", label=item.label, name=one.name)

    # -- what is told

    def _unmatched(self, item: Field, name: str) -> None:
        names = [one for one in self._by_name if one not in self.bound]
        hint = _nearest(in_language(item.label, self._language), names)
        severity = Severity.WARNING if item.profile else Severity.ERROR
        self._problem("pdf-unmatched", severity, label=item.label, name=name, hint=hint)

    def _problem(self, code: str, severity: Severity = Severity.ERROR, /, **params: object) -> None:
        place = Place(f"{self._form.id}/skjema.toml")
        self.problems.append(Problem(code, place, severity, {"file": self._file, **params}))


def _nearest(got: str, known: list[str]) -> tuple[str, ...]:
    """The nearest of some names, or the first of them where none is near; a line where there are none."""
    from difflib import get_close_matches  # only for a fault

    return tuple(get_close_matches(got, known, n=3)) or tuple(known[:MOST_LISTED]) or ("-",)


def _is_named(item: Field) -> bool:
    return item.pdf is not None or any(choice.pdf for choice in item.choices)


def _names(pdf: str | tuple[str, ...] | None) -> Sequence[str]:
    return () if pdf is None else (pdf,) if isinstance(pdf, str) else pdf


def _row_names(column: Field, row: int) -> Sequence[str]:
    """What a column's field of one row is called, as the definition says."""
    if isinstance(column.pdf, str):
        return (column.pdf.replace("{n}", str(row)),) if "{n}" in column.pdf or row == 1 else ()
    return column.pdf[row - 1 : row] if column.pdf else ()


def _grouped(pairs: Iterable[tuple[str, FormField]]) -> dict[str, list[FormField]]:
    found: dict[str, list[FormField]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found
