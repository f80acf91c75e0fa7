"""Checks a whole form: its head, sections, groups, fields, rules and settings, and the names that they refer to."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from skjema.definition.check_expressions import ExpressionCheck
from skjema.definition.check_fields import FieldCheck
from skjema.definition.check_groups import GroupCheck
from skjema.definition.check_texts import (
    TextCheck,
    invalid_language_codes,
    is_kebab_case,
    is_snake_case,
    repeated_names,
)
from skjema.definition.model import Field, Form, Group, Item, Note, Rule, Section, YearWheel
from skjema.definition.origins import Origins, Owner
from skjema.definition.shared_names import has_names, is_of_own_rows, shared_headings, shared_titles
from skjema.definition.toml_file import nearest_names
from skjema.definition.toml_tables import Setting
from skjema.wording.problems import PROBLEMS

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FORM: Owner = ("form",)


def check_form(form: Form, settings: Iterable[Setting], origins: Origins, unreadable: Collection[str]) -> None:
    """Add a problem, to the file that it stands in, for each fault of the form.

    Args:
        settings: Settings as the definition's files declare them; the form has only their values.
        unreadable: Names of fields that already have a fault reported; expressions may refer to them.
    """
    _FormCheck(form, origins, unreadable).run(settings)


class _FormCheck:
    """One pass over a form; every method adds problems and goes on."""

    def __init__(self, form: Form, origins: Origins, unreadable: Collection[str]) -> None:
        self._form = form
        self._origins = origins
        self._texts = TextCheck(form.languages, origins)
        self._expressions = ExpressionCheck(form, origins, unreadable)
        self._fields = FieldCheck(form, origins, self._texts, self._expressions)
        self._groups = GroupCheck(form, origins, self._texts, self._expressions)
        self._key_names = {*form.fields, *unreadable}

    def run(self, settings: Iterable[Setting]) -> None:
        """Check every part of the form, and the declared `settings`."""
        self._check_head()
        self._check_key()
        for section in self._form.sections:
            self._check_section(section)
        for item in self._form.items:
            self._check_item(item)
        for rule in {(rule.id, rule.test): rule for rule in self._form.rules}.values():
            self._check_rule(rule)
        for setting in settings:
            self._texts.check_name(("item", setting.id), setting.id)
            self._texts.check_text(("item", setting.id), "label", setting.label)
        self._check_shared_names()

    def _check_head(self) -> None:
        form, fault = self._form, self._origins.fault
        if form.id != form.folder.name or not is_kebab_case(form.id):
            fault(_FORM, "id", "form-id", got=form.id, wanted=form.folder.name)
        if not _is_day(form.version):
            fault(_FORM, "version", "form-version", got=form.version)
        if not form.languages:
            fault(_FORM, "languages", "key-missing", got="languages")
        for code in invalid_language_codes(form.languages):
            fault(_FORM, "languages", "language-code", got=code)
        self._texts.check_text(_FORM, "title", form.title)
        self._texts.check_text(_FORM, "records", form.records)
        self._texts.check_text(_FORM, "purpose", form.purpose)
        self._texts.check_text(_FORM, "subtitle", form.subtitle, placeholders=True)
        self._expressions.check_placeholders(_FORM, "subtitle", form.subtitle or {})
        self._texts.check_text(_FORM, "reminder", form.reminder)
        self._check_letter()
        self._check_calendar()
        self._check_taken()
        self._check_answer()
        if form.for_each and form.addressed is None:
            known = list(form.groups)
            fault(_FORM, "for_each", "name-unknown", got=form.for_each, hint=nearest_names(form.for_each, known))

    def _check_calendar(self) -> None:
        """Check that the calendar's group exists, and has columns of the right types."""
        table = self._form.calendar
        if table is None:
            return
        kinds = {"date": ("date",), "start": ("time",), "end": ("time",), "what": (), "place": ()}
        self._check_columns(_FORM, "calendar", table.of, {key: (getattr(table, key), kinds[key]) for key in kinds})

    def _check_taken(self) -> None:
        """Check that every name that `taken_from` gives a value to is a field or column of this form."""
        taken = self._form.taken_from
        columns = [f"{group.id}.{one.id}" for group in self._form.groups.values() for one in group.field]
        known = [*self._form.fields, *columns]
        for name in taken.values if taken else ():
            if name not in known:
                self._origins.fault(_FORM, "taken_from", "name-unknown", got=name, hint=nearest_names(name, known))
        if taken:
            self._expressions.check_expression(_FORM, "taken_from", taken.relevant)
            self._texts.check_text(_FORM, "taken_from", taken.message)

    def _check_columns(
        self, owner: Owner, key: str, group_id: str, wanted: Mapping[str, tuple[str | None, tuple[str, ...]]]
    ) -> None:
        """Check that a group exists, and has each named column, of one of the given types if there are any."""
        group = self._form.groups.get(group_id)
        if group is None:
            hint = nearest_names(group_id, list(self._form.groups))
            self._origins.fault(owner, key, "name-unknown", got=group_id, hint=hint)
            return
        for name, types in wanted.values():
            known = [column.id for column in group.field if not types or column.type in types]
            if name is not None and name not in known:
                self._origins.fault(owner, key, "name-unknown", got=name, hint=nearest_names(name, known))

    def _check_letter(self) -> None:
        """Check that a form has a `letter` table if and only if its layout is a letter, and check that table."""
        form, letter = self._form, self._form.letter
        if (form.layout == "letter") != (letter is not None):
            self._origins.fault(_FORM, "layout" if letter else "letter", "letter-needed")
        if letter is None:
            self._check_address()
            return
        if form.is_landscape:  # no envelope window would show the address of a landscape page
            self._origins.fault(_FORM, "landscape", "letter-landscape")
        if form.address is not letter.address:
            self._origins.fault(_FORM, "address", "letter-address")
        owner = ("letter",)
        for key, text in (("address", letter.address), ("closing", letter.closing)):
            self._texts.check_text(owner, key, text, placeholders=True)
            self._expressions.check_placeholders(owner, key, text)
        dates = ["today", *(name for name, field in form.fields.items() if field.type == "date")]
        if letter.date not in dates:
            hint = nearest_names(letter.date, dates)
            self._origins.fault(owner, "date", "name-unknown", got=letter.date, hint=hint)

    def _check_address(self) -> None:
        """Check the address lines, used for labels, of a form that isn't a letter."""
        self._texts.check_text(_FORM, "address", self._form.address, placeholders=True)
        if self._form.address:
            self._expressions.check_placeholders(_FORM, "address", self._form.address)

    def _check_answer(self) -> None:
        """Check that the fields that `answer`, `expires` and `withdrawn` name are of a kind that can say so."""
        form = self._form
        columns = {f"{group.id}.{one.id}": one for group in form.groups.values() if group.row for one in group.field}
        wanted = {
            "answer": [name for name, one in {**form.fields, **columns}.items() if one.recipient and one.kind.is_truth],
            "expires": [name for name, one in form.fields.items() if one.type == "date"],
            "withdrawn": [name for name, one in form.fields.items() if one.recipient and not one.is_signature],
        }
        for key, known in wanted.items():
            got = getattr(form, key)
            if got and got not in known:
                self._origins.fault(_FORM, key, "name-unfit", got=got, name=key)

    def _check_key(self) -> None:
        """Check the key, the fields that tell rows apart; every form must have one."""
        form = self._form
        # a form without sections has no fields to name, which is already reported
        for name in (form.key or ("",)) if form.sections else ():
            if name not in self._key_names:
                self._origins.fault(_FORM, "key", "name-unknown", got=name, hint=nearest_names(name, list(form.fields)))
            elif name in form.fields and not _tells_rows_apart(form.fields[name]):
                self._origins.fault(_FORM, "key", "key-unfit", got=name)
        for twice in repeated_names(form.key):
            self._origins.fault(_FORM, "key", "id-twice", got=twice)

    def _check_section(self, section: Section) -> None:
        owner = ("section", section.id)
        if not is_snake_case(section.id):
            self._origins.fault(owner, "id", "id-form", got=section.id)
        self._texts.check_text(owner, "title", section.title)
        self._expressions.check_expression(owner, "relevant", section.relevant)
        for item in section.items if section.place == "head" else ():
            if not isinstance(item, Field) or item.is_signature:  # which nobody would find in the page head
                self._origins.fault(("item", item.id), "id", "head-item", got=item.id)

    def _check_rule(self, rule: Rule) -> None:
        owner = ("rule", rule.id)
        # a rule's id becomes a problem code, so it must not be one of skjema's own
        if not is_kebab_case(rule.id) or rule.id in PROBLEMS:
            self._origins.fault(owner, "id", "rule-id", got=rule.id)
        self._expressions.check_expression(owner, "test", rule.test)
        self._texts.check_text(owner, "message", rule.message)

    def _check_item(self, item: Item) -> None:
        owner = ("item", item.id)
        self._texts.check_name(owner, item.id)
        for_each = (isinstance(item, Field) and item.for_each) or ""
        self._expressions.check_expression(owner, "relevant", item.relevant, group=for_each)
        match item:
            case Field():
                self._fields.check_field(owner, item)
            case Note():
                self._texts.check_text(owner, "text", item.text, placeholders=True)
                self._expressions.check_placeholders(owner, "text", item.text)
                self._check_year_wheel(owner, item.year_wheel)
            case Group():
                self._groups.check_group(owner, item)
                for column in item.field:
                    self._check_column(item.id, column)

    def _check_year_wheel(self, owner: Owner, wheel: YearWheel | None) -> None:
        if wheel is not None:
            wanted = {"date": (wheel.date, ("date",)), "who": (wheel.who, ())}
            self._check_columns(owner, "year_wheel", wheel.of, wanted)
            years = [field.id for field in self._form.fields.values() if field.type == "integer"]
            if wheel.year is not None and wheel.year not in years:
                self._origins.fault(
                    owner, "year_wheel", "name-unknown", got=wheel.year, hint=nearest_names(wheel.year, years)
                )

    def _check_column(self, group: str, column: Field) -> None:
        owner = ("column", group, column.id)
        self._texts.check_name(owner, column.id)
        self._expressions.check_expression(owner, "relevant", column.relevant, group=group)
        self._fields.check_field(owner, column, group=group)
        if not column.kind.fits_groups:
            self._origins.fault(owner, "type", "type-in-group", got=column.type)

    def _check_shared_names(self) -> None:
        """Check that no two columns share a heading and no two sheets a title, since they couldn't be told apart."""
        reported = set()
        if has_names(self._form):
            for shared in shared_headings(self._form):
                if not is_of_own_rows(self._form, shared):
                    self._origins.fault(shared.owner, shared.key, shared.code, got=shared.name, other=shared.other)
                    reported.add(shared.owner)
        for shared in shared_titles(self._form):
            if shared.owner not in reported:
                self._origins.fault(shared.owner, shared.key, "sheet-twice", got=shared.name)


def _tells_rows_apart(field: Field) -> bool:
    """Whether the office writes the field in each row, as one value, so that it can be part of a key."""
    return field.kind.fits_groups and not field.recipient and not field.profile


def _is_day(text: str) -> bool:
    # `date.fromisoformat` alone would also take 20261121 and 2026-W47-6.
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
