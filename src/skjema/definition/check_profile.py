"""What a municipality's profile says that can't be, and what is asked of its names and of a form's alike."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from skjema.definition.model import Choice, Field, FixedRow, Form, Group
from skjema.definition.shared_names import SharedName, shared_headings
from skjema.definition.toml_file import TomlFile
from skjema.definition.toml_tables import Setting

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def check_profile(form: Form, settings: Iterable[Setting], file: TomlFile) -> None:
    """Add a problem for each key of kommune.toml that is nearly, but not quite, a name of this form, or can't be so.

    Other names belong to other forms: one kommune.toml serves them all. Its own rows needn't be in all their languages.
    """
    profile = form.profile
    for one in settings:
        given = profile.settings.get(one.id, one.default)
        if type(given) is not type(one.default):
            file.fault(("settings", one.id), "setting-type", got=given, default=one.default)
    for name, value in profile.values.items():
        for code in no_languages(value if isinstance(value, dict) else ()):
            file.fault(("values", name), "language-code", got=code)
    _check_own_rows(form, file)
    kinds: dict[str, tuple[Iterable[str], list[str]]] = {
        "values": (profile.values, list(form.fields)),
        "settings": (profile.settings, list(form.settings)),
        "rows": (profile.rows, [group.id for group in form.groups.values() if group.row]),
    }
    for table, (names, known) in kinds.items():
        for name in names:
            if name not in known and (close := get_close_matches(name, known, n=1, cutoff=0.85)):
                file.fault((table, name), "name-unknown", got=name, hint=f"«{close[0]}»")


def _check_own_rows(form: Form, file: TomlFile) -> None:
    """Add a problem for each row of the municipality's own that has no name to itself."""
    for group, rows in form.profile.rows.items():
        for at, row in enumerate(rows):
            for code in no_languages(row.label):
                file.fault(("rows", group, at, "label"), "language-code", got=code)
            if not row.label or not all(map(str.strip, row.label.values())):
                file.fault(("rows", group, at, "label"), "text-empty", got="label")
            elif not all(map(is_printable, row.label.values())):
                file.fault(("rows", group, at, "label"), "text-control", got="label")
        for twice in repeated(row.id for row in rows):
            file.fault(("rows", group), "id-twice", got=twice)
    for shared in shared_headings(form) if has_names(form) else ():
        if is_of_own_rows(form, shared):
            file.fault(("rows", shared.owner[1]), shared.code, got=shared.name, other=shared.other)


def is_of_own_rows(form: Form, shared: SharedName) -> bool:
    """Whether a name comes from a row that the municipality has given."""
    kind, name = shared.owner[:2]
    return kind == "item" and name in form.groups and bool(form.groups[name].row) and name in form.profile.rows


def has_names(form: Form) -> bool:
    """Whether the fields of its key are there, and every column has a label; else there are other faults to mend."""
    groups = form.groups.values()
    fields = [*form.fields.values(), *(one for group in groups for one in group.field)]
    labelled: list[Field | Group | FixedRow | Choice] = [
        *fields,
        *groups,
        *(row for group in groups for row in group.row),
    ]
    labelled += [answer for one in fields for answer in one.choices]
    return all(one in form.fields for one in form.key) and all(one.label for one in labelled)


def no_languages(codes: Iterable[str]) -> Iterator[str]:
    """Those of some codes that say no language; `no` says Norwegian, and not which of its two written languages."""
    return (code for code in codes if not _LANGUAGE.fullmatch(code) or code == "no")


def is_printable(text: str) -> bool:
    """Whether every letter of a text can be printed."""
    return text.replace("\n", "").isprintable()


def repeated(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
