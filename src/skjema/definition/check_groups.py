"""Checks one group of a definition: its limits, fixed rows, and suggested rows."""

from datetime import date

from skjema.definition.check_expressions import ExpressionCheck
from skjema.definition.check_fields import MOST_LABEL, MOST_LINES
from skjema.definition.check_texts import TextCheck, repeated_names
from skjema.definition.model import Field, Form, Group
from skjema.definition.origins import Origins, Owner
from skjema.definition.toml_file import nearest_names
from skjema.fieldtypes.reading_results import InvalidValue


class GroupCheck:
    """Checks groups; every method adds problems and goes on."""

    def __init__(self, form: Form, origins: Origins, texts: TextCheck, expressions: ExpressionCheck) -> None:
        self._form, self._origins = form, origins
        self._texts, self._expressions = texts, expressions

    def check_group(self, owner: Owner, group: Group) -> None:
        """Check a group, apart from its columns."""
        fault = self._origins.fault
        self._texts.check_text(owner, "label", group.label)
        self._texts.check_text(owner, "help", group.help)
        self._texts.check_text(owner, "heading", group.heading)
        self._texts.check_text(owner, "empty", group.empty)
        if not group.field:
            fault(owner, "field", "key-missing", got="field")
        self._expressions.check_expression(owner, "min", group.min if isinstance(group.min, str) else None)
        self._check_numbers(owner, group)
        if group.row and (group.max is not None or group.min):
            fault(owner, "row", "group-fixed-limits")
        self._check_members(owner, group)
        self._check_suggestions(owner, group)
        # the municipality's own rows stand in kommune.toml, where check_profile reports their faults
        if group.id not in self._form.profile.rows:
            for row in group.row:
                self._texts.check_text(owner, "row", row.label)
            for twice in repeated_names(row.id for row in group.row):
                fault(owner, "row", "id-twice", got=twice)

    def _check_suggestions(self, owner: Owner, group: Group) -> None:
        """Check that the values of suggested rows can be read by their columns."""
        columns = {column.id: column for column in group.field}
        for suggestion in group.suggest:
            self._expressions.check_expression(owner, "relevant", suggestion.relevant)
            for name, given in suggestion.values.items():
                if name not in columns:
                    hint = nearest_names(name, list(columns))
                    self._origins.fault(owner, "suggest", "name-unknown", got=name, hint=hint)
                    continue
                if isinstance(given, dict):
                    self._texts.check_text(owner, "suggest", given)
                for text in given.values() if isinstance(given, dict) else [given]:
                    if not _can_read(columns[name], text):
                        self._origins.fault(owner, "suggest", "suggestion-unfit", got=text, label=columns[name].label)

    def _check_numbers(self, owner: Owner, group: Group) -> None:
        fault = self._origins.fault
        if group.max is not None and 0 < group.max < group.always_min:
            fault(owner, "min", "group-limits", min=group.min, max=group.max)
        for key, least in (("min", 0), ("max", 1), ("blank", 0), ("label_width", 1)):
            value = getattr(group, key)
            if isinstance(value, int) and value < least:
                fault(owner, key, "number-small", got=key, value=value, least=least)
        if group.blank > MOST_LINES:
            fault(owner, "blank", "number-large", got="blank", value=group.blank, most=MOST_LINES)
        if group.label_width > MOST_LABEL:
            fault(owner, "label_width", "number-large", got="label_width", value=group.label_width, most=MOST_LABEL)

    def _check_members(self, owner: Owner, group: Group) -> None:
        """Check that each `member` sets only values that the columns can have."""
        fields = {field.id: field for field in group.field}
        for member in group.member:
            for name, value in member.sets.items():
                known = list(fields) if name not in fields else [choice.id for choice in fields[name].choices]
                got = name if name not in fields else value
                if known and got not in known:
                    self._origins.fault(owner, "member", "name-unknown", got=got, hint=nearest_names(got, known))


def _can_read(column: Field, text: str) -> bool:
    try:
        column.kind.reader(column, date.min)(text)
    except InvalidValue:
        return False
    return True
