"""Checks the expressions and placeholders of a definition against the names that the form has."""

from collections.abc import Collection

from skjema.definition.expressions import ROW, ROW_AREA, ROW_ID, Expression, ExpressionFault, parse_expression
from skjema.definition.model import Choice, Field, Form
from skjema.definition.origins import Origins, Owner
from skjema.definition.placeholders import dated_names, placeholder_names
from skjema.definition.toml_file import nearest_names
from skjema.wording import Text

_Names = dict[str, tuple[Choice, ...] | None]
"""Every name that an expression may use, with the answers it can be compared with; None for names without answers."""


class ExpressionCheck:
    """Checks the expressions and placeholders of one form; every method adds problems and goes on."""

    def __init__(self, form: Form, origins: Origins, unreadable: Collection[str]) -> None:
        """Collect the names of a form; those of `unreadable` fields, which have a fault reported, may be used too."""
        self._origins = origins
        # the form's own names come last, since they win over an unreadable field of the same name
        self._names: _Names = {"today": None, **dict.fromkeys(unreadable), **_own_names(form)}
        self._yes_no = {field.id for field in form.all_fields if field.kind.is_truth}
        signatures = [field.id for field in form.fields.values() if field.is_signature]
        self._fixed = {group.id for group in form.groups.values() if group.row}
        self._rows = {*form.groups, *signatures}
        dates = {field.id for field in form.fields.values() if field.type == "date"}
        columns = form.addressed.field if form.addressed else ()
        # an unreadable field may be a date
        self._dates = {"today", *unreadable, *dates, *(f"{ROW}.{one.id}" for one in columns if one.type == "date")}

    def check_expression(self, owner: Owner, key: str, source: bool | str | None, *, group: str = "") -> None:
        """Check an expression; with a `group`, it may also name the group's columns, meaning those of its own row."""
        if not isinstance(source, str):
            return
        try:
            expression = parse_expression(source)
        except ExpressionFault as fault:
            self._origins.fault(owner, key, fault.code, **fault.params)
            return
        names = self._names_in(group)
        for name in expression.names:
            if name not in names:
                self._origins.fault(owner, key, "name-unknown", got=name, hint=nearest_names(name, list(names)))
        self._check_literals(owner, key, expression, names)

    def _names_in(self, group: str) -> _Names:
        names = dict(self._names)
        if group:
            for name, choices in self._names.items():
                if name.startswith(f"{group}."):
                    names[name.removeprefix(f"{group}.")] = choices
            if group in self._fixed:
                names[ROW_ID] = names[ROW_AREA] = None
        return names

    def _check_literals(self, owner: Owner, key: str, expression: Expression, names: _Names) -> None:
        """Check that names are compared only with answers they can have; other comparisons would never be true."""
        for name, literal in sorted(expression.literals):  # sorted, since the order of a set changes from run to run
            choices = names.get(name)
            if name.split(".")[-1] in self._yes_no and name in names and choices is None:
                self._origins.fault(owner, key, "literal-yes-no", name=name, got=literal)
            elif choices and literal not in (ids := [choice.id for choice in choices]):
                self._origins.fault(
                    owner, key, "literal-unknown", name=name, got=literal, hint=nearest_names(literal, ids)
                )

    def check_placeholders(self, owner: Owner, key: str, text: Text) -> None:
        """Check every `{{ name }}` of a text; groups and their columns have many values, so no text may name them."""
        try:
            names = placeholder_names(text)
        except ExpressionFault as fault:
            self._origins.fault(owner, key, fault.code, **fault.params)
            return
        one_value = [name for name in self._names if "." not in name or name.startswith(f"{ROW}.")]
        usable = [name for name in one_value if name not in self._rows]
        for name in sorted(names.difference(usable)):
            self._origins.fault(owner, key, "name-unknown", got=name, hint=nearest_names(name, usable))
        for name in sorted(dated_names(text) - self._dates):
            if name in usable:
                self._origins.fault(owner, key, "placeholder-not-date", got=name)


def _own_names(form: Form) -> _Names:
    """The names of a form's fields, groups, columns (`foresatte.navn`) and settings, with the answers of each."""
    names: _Names = {}
    for item in form.items:
        if isinstance(item, Field):
            names[item.id] = item.choices or None
        elif item.id in form.groups:
            names[item.id] = None
            for column in form.groups[item.id].field:
                names[f"{item.id}.{column.id}"] = column.choices or None
    if form.addressed:
        names |= {f"{ROW}.{column.id}": column.choices or None for column in form.addressed.field}
    return {**names, **dict.fromkeys(form.settings)}
