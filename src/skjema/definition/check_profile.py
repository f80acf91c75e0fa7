"""Checks of a municipality's profile, kommune.toml, against the form it is used with."""

from collections.abc import Iterable
from difflib import get_close_matches

from skjema.definition.check_texts import invalid_language_codes, is_printable, is_snake_case, repeated_names
from skjema.definition.model import Form
from skjema.definition.profile import FixedRow, OwnAnswer
from skjema.definition.shared_names import has_names, is_of_own_rows, shared_headings
from skjema.definition.toml_file import TomlFile
from skjema.definition.toml_tables import Setting

_NEAR_MISS = 0.85
"""How similar a name must be to one of the form's to count as a typing error; 1 is equal."""


def check_profile(form: Form, settings: Iterable[Setting], file: TomlFile) -> None:
    """Add a problem for each entry of kommune.toml that is faulty, or whose name is nearly one of this form's.

    Very different names are those of other forms, since one kommune.toml serves all. Labels of its own rows and answers
    may lack a language.
    """
    profile = form.profile
    for setting in settings:
        given = profile.settings.get(setting.id, setting.default)
        # the types themselves are compared, since `isinstance(True, int)` holds
        if type(given) is not type(setting.default):
            file.fault(("settings", setting.id), "setting-type", got=given, default=setting.default)
    for name, value in profile.values.items():
        for code in invalid_language_codes(value if isinstance(value, dict) else ()):
            file.fault(("values", name), "language-code", got=code)
    _check_own_rows(form, file)
    _check_own_answers(form, file)
    _check_names(file, "values", profile.values, list(form.fields))
    _check_names(file, "settings", profile.settings, list(form.settings))
    _check_names(file, "rows", profile.rows, [group.id for group in form.groups.values() if group.row])


def _check_names(file: TomlFile, table: str, names: Iterable[str], of_form: list[str]) -> None:
    """Add a problem for each misspelt name of a table; a very different name belongs to another form."""
    for name in names:
        if name in of_form:
            continue
        close = get_close_matches(name, of_form, n=1, cutoff=_NEAR_MISS)
        if close:
            file.fault((table, name), "name-unknown", got=name, hint=f"«{close[0]}»")


def _check_own_rows(form: Form, file: TomlFile) -> None:
    """Add a problem for each of the municipality's own rows whose label or id is faulty or used twice."""
    for group, rows in form.profile.rows.items():
        for index, row in enumerate(rows):
            _check_row_label(file, ("rows", group, index, "label"), row)
        for twice in repeated_names(row.id for row in rows):
            file.fault(("rows", group), "id-twice", got=twice)
    for shared in shared_headings(form) if has_names(form) else ():
        if is_of_own_rows(form, shared):
            file.fault(("rows", shared.owner[1]), shared.code, got=shared.name, other=shared.other)


def _check_own_answers(form: Form, file: TomlFile) -> None:
    """Add a problem for each of the municipality's own answers that is faulty or used twice, and for empty lists."""
    lists = {field.shares for field in form.all_fields if field.shares}
    for name, answers in form.profile.choices.items():
        for index, answer in enumerate(answers):
            path = ("choices", name, index, "label")
            _check_row_label(file, path, answer)
            if not is_snake_case(answer.id):
                file.fault(("choices", name, index, "id"), "id-form", got=answer.id)
        for twice in repeated_names(answer.id for answer in answers):
            file.fault(("choices", name), "id-twice", got=twice)
        if not answers:
            file.fault(("choices", name), "key-missing", got=name)
    _check_names(file, "choices", form.profile.choices, sorted(lists))


def _check_row_label(file: TomlFile, path: tuple[str | int, ...], row: FixedRow | OwnAnswer) -> None:
    for code in invalid_language_codes(row.label):
        file.fault(path, "language-code", got=code)
    if not row.label or not all(map(str.strip, row.label.values())):
        file.fault(path, "text-empty", got="label")
    elif not all(map(is_printable, row.label.values())):
        file.fault(path, "text-control", got="label")
