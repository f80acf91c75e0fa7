"""What a definition says that can't be: names nobody defined, texts that are missing, keys at odds."""

import keyword
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from skjema.definition.check_profile import has_names, is_of_own_rows, is_printable, no_languages, repeated
from skjema.definition.expressions import ExpressionFault, parse
from skjema.definition.functions import FUNCTIONS
from skjema.definition.model import Choice, Field, Form, Group, Item, Note
from skjema.definition.note_names import HELPERS, ROW_NAMES, has_braces, note_names
from skjema.definition.shared_names import shared_headings, shared_titles
from skjema.definition.toml_file import TomlFile, near
from skjema.definition.toml_positions import Path
from skjema.definition.toml_tables import Setting
from skjema.text_match import normal
from skjema.wording import Text
from skjema.wording.problems import PROBLEMS

Origins = dict[tuple[str, ...], tuple[TomlFile, Path]]
"""Where each section, item, group column and rule stands, by kind and id."""

RESERVED = frozenset(
    {*HELPERS, *ROW_NAMES, *keyword.kwlist, "today", "linje", "loop", "docpr_id", "true", "false", "none"}
)
"""Names with a meaning of their own in expressions and Word templates."""

_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_TEXT = 20_000
"""Letters of a printed text: some ten pages of a note."""
_LONGEST_LABEL = 1_000
"""Letters of what names a column or an answer; a cell of a table can't break over pages."""
_LABELS = ("label", "title", "records", "choices", "row")
_MOST_LINES = 100
"""Lines of a text's box, and rows of a group on the blank form: more than stand on a page."""


def check_form(form: Form, settings: Iterable[Setting], origins: Origins, unreadable: Collection[str]) -> None:
    """Add a problem to the file concerned for each fault found across the whole form.

    Args:
        unreadable: Names of fields that have faults of their own already; they may be referred to.
    """
    _Check(form, origins, unreadable).run(settings)


class _Check:
    """One pass over a form; every method adds faults and goes on."""

    def __init__(self, form: Form, origins: Origins, unreadable: Collection[str]) -> None:
        self._form = form
        self._origins = origins
        self._names: dict[str, tuple[Choice, ...] | None] = {"today": None, **dict.fromkeys(unreadable)}
        self._keys = [*form.fields, *unreadable]
        for item in form.items:
            if isinstance(item, Field):
                self._names[item.id] = item.choices or None
            elif isinstance(item, Group):
                self._names[item.id] = None
                self._names |= {f"{item.id}.{column.id}": column.choices or None for column in item.field}
        self._names |= dict.fromkeys(form.settings)
        every = [*form.fields.values(), *(one for group in form.groups.values() for one in group.field)]
        self._truths = {one.id for one in every if one.kind.is_truth}

    def run(self, settings: Iterable[Setting]) -> None:
        self._head()
        for section in self._form.sections:
            key = ("section", section.id)
            if not _SNAKE.fullmatch(section.id):
                self._fault(key, "id", "id-form", got=section.id)
            self._text(key, "title", section.title)
            self._expression(key, "relevant", section.relevant)
        for item in self._form.items:
            self._item(item)
        for rule in self._form.rules:
            key = ("rule", rule.id)
            if not _KEBAB.fullmatch(rule.id) or rule.id in PROBLEMS:
                self._fault(key, "id", "rule-id", got=rule.id)
            self._expression(key, "test", rule.test)
            self._text(key, "message", rule.message)
        for setting in settings:
            self._id(("item", setting.id), setting.id)
            self._text(("item", setting.id), "label", setting.label)
        self._headings()

    def _fault(self, key: tuple[str, ...], attribute: str, code: str, **gaps: object) -> None:
        file, path = self._origins[key]
        file.fault((*path, attribute), code, **gaps)

    def _head(self) -> None:
        form, key = self._form, ("form",)
        if form.id != form.folder.name or not _KEBAB.fullmatch(form.id):
            self._fault(key, "id", "form-id", got=form.id, wanted=form.folder.name)
        if not _is_day(form.version):
            self._fault(key, "version", "form-version", got=form.version)
        if not form.languages:
            self._fault(key, "languages", "key-missing", got="languages")
        for code in no_languages(form.languages):
            self._fault(key, "languages", "language-code", got=code)
        self._text(key, "title", form.title)
        self._text(key, "records", form.records)
        self._text(key, "subtitle", form.subtitle, braces=True)
        self._placeholders(key, "subtitle", form.subtitle or {})
        for name in (form.key or ("",)) if form.sections else ():
            if name not in self._keys:
                self._fault(key, "key", "name-unknown", got=name, hint=near(name, list(form.fields)))
            elif name in form.fields and not _tells_rows_apart(form.fields[name]):
                self._fault(key, "key", "key-unfit", got=name)
        for twice in repeated(form.key):
            self._fault(key, "key", "id-twice", got=twice)

    def _item(self, item: Item) -> None:
        key = ("item", item.id)
        self._id(key, item.id)
        for_each = item.for_each if isinstance(item, Field) else None
        self._expression(key, "relevant", item.relevant, f"{for_each}." if for_each else "")
        match item:
            case Field():
                self._field(key, item, prefix="")
            case Note():
                self._text(key, "text", item.text, braces=True)
                self._placeholders(key, "text", item.text)
            case Group():
                self._group(key, item)

    def _group(self, key: tuple[str, ...], group: Group) -> None:
        self._text(key, "label", group.label)
        self._text(key, "help", group.help)
        if not group.field:
            self._fault(key, "field", "key-missing", got="field")
        if group.max is not None and group.min > group.max:
            self._fault(key, "min", "group-limits", min=group.min, max=group.max)
        if group.blank > _MOST_LINES:
            self._fault(key, "blank", "number-large", got="blank", value=group.blank, most=_MOST_LINES)
        if group.row and (group.max is not None or group.min):
            self._fault(key, "row", "group-fixed-limits")
        if group.id not in self._form.profile.rows:
            for row in group.row:
                self._text(key, "row", row.label)
            for twice in repeated(row.id for row in group.row):
                self._fault(key, "row", "id-twice", got=twice)
        for column in group.field:
            place = ("column", group.id, column.id)
            self._id(place, column.id)
            self._expression(place, "relevant", column.relevant, f"{group.id}.")
            self._field(place, column, prefix=f"{group.id}.")
            if not column.kind.fits_groups:
                self._fault(place, "type", "type-in-group", got=column.type)

    def _field(self, key: tuple[str, ...], field: Field, prefix: str) -> None:
        self._text(key, "label", field.label)
        self._text(key, "help", field.help)
        self._text(key, "message", field.message)
        for attribute in ("required", "constraint", "default"):
            self._expression(key, attribute, getattr(field, attribute), prefix)
        if (field.constraint is None) != (field.message is None):
            self._fault(key, "constraint", "constraint-message")
        self._choices(key, field)
        if field.lines < 1 or (field.lines > 1 and field.kind.widget != "longtext"):
            self._fault(key, "lines", "lines-misplaced")
        elif field.lines > _MOST_LINES:
            self._fault(key, "lines", "number-large", got="lines", value=field.lines, most=_MOST_LINES)
        self._signature(key, field)

    def _choices(self, key: tuple[str, ...], field: Field) -> None:
        if field.kind.takes_choices != bool(field.choices):
            self._fault(key, "choices", "choices-needed" if field.kind.takes_choices else "choices-misplaced")
        for choice in field.choices:
            self._text(key, "choices", choice.label)
        for twice in repeated(choice.id for choice in field.choices):
            self._fault(key, "choices", "id-twice", got=twice)
        for one in field.choices:
            if not all(map(normal, (one.id, *one.label.values()))):
                self._fault(key, "choices", "choice-unnamed", got=one.label)
        for one, other in _confused(field.choices):
            self._fault(key, "choices", "choices-alike", got=one.label, other=other.label)

    def _signature(self, key: tuple[str, ...], field: Field) -> None:
        if not field.is_signature and (field.for_each or field.signer):
            self._fault(key, "for_each", "signature-keys")
        if field.is_signature and not field.recipient:
            self._fault(key, "filled_by", "signature-recipient")
        if field.for_each and field.for_each not in self._form.groups:
            self._fault(
                key, "for_each", "name-unknown", got=field.for_each, hint=near(field.for_each, list(self._form.groups))
            )
        self._expression(key, "signer", field.signer, f"{field.for_each}." if field.for_each else "")

    def _placeholders(self, key: tuple[str, ...], attribute: str, text: Text) -> None:
        try:
            names = note_names(text)
        except ExpressionFault as fault:
            self._fault(key, attribute, fault.code, **fault.gaps)
            return
        rows = {*self._form.groups, *(one.id for one in self._form.fields.values() if one.is_signature)}
        known = [name for name in self._names if name not in rows and "." not in name]
        for name in sorted(names.difference(known)):
            self._fault(key, attribute, "name-unknown", got=name, hint=near(name, known))

    def _id(self, key: tuple[str, ...], name: str) -> None:
        if not _SNAKE.fullmatch(name) or name in RESERVED or name in FUNCTIONS:
            self._fault(key, "id", "id-form", got=name)

    def _text(self, key: tuple[str, ...], attribute: str, text: Text | None, *, braces: bool = False) -> None:
        for code in no_languages(text or ()):
            self._fault(key, attribute, "language-code", got=code)
        for language in self._form.languages if text is not None else ():
            words = text.get(language, "") if text else ""
            if not words.strip():
                self._fault(key, attribute, "text-missing", got=attribute, language=language)
            elif not is_printable(words):
                self._fault(key, attribute, "text-control", got=attribute)
            elif not braces and has_braces(words):
                self._fault(key, attribute, "placeholder-form", got=words)
            elif attribute in ("label", "records") and not normal(words):
                self._fault(key, attribute, "label-unnamed", got=words)
            most = _LONGEST_LABEL if attribute in _LABELS else _LONGEST_TEXT
            if len(words) > most:
                self._fault(key, attribute, "text-long", got=attribute, count=len(words), most=most)

    def _expression(self, key: tuple[str, ...], attribute: str, source: bool | str | None, prefix: str = "") -> None:
        """Faults of an expression; in a group its columns may be named without the group (`prefix`)."""
        if not isinstance(source, str):
            return
        try:
            expression = parse(source)
        except ExpressionFault as fault:
            self._fault(key, attribute, fault.code, **fault.gaps)
            return
        known = dict(self._names)
        if prefix:
            known |= {one.removeprefix(prefix): choices for one, choices in known.items() if one.startswith(prefix)}
        for name in (name for name in expression.names if name not in known):
            self._fault(key, attribute, "name-unknown", got=name, hint=near(name, list(known)))
        for name, literal in sorted(expression.literals):
            choices = known.get(name)
            if name.split(".")[-1] in self._truths and known.get(name, ()) is None:
                self._fault(key, attribute, "literal-yes-no", name=name, got=literal)
            elif choices and literal not in (ids := [choice.id for choice in choices]):
                self._fault(key, attribute, "literal-unknown", name=name, got=literal, hint=near(literal, ids))

    def _headings(self) -> None:
        """Columns with the same heading could not be told apart, nor sheets with the same title."""
        reported = set()
        if has_names(self._form):
            for one in shared_headings(self._form):
                if not is_of_own_rows(self._form, one):
                    self._fault(one.owner, one.key, one.code, got=one.name, other=one.other)
                    reported.add(one.owner)
        for one in (one for one in shared_titles(self._form) if one.owner not in reported):
            self._fault(one.owner, one.key, "sheet-twice", got=one.name)


def _tells_rows_apart(field: Field) -> bool:
    """Whether the office writes it in each row, as one value."""
    return field.kind.fits_groups and not field.recipient and not field.profile


def _confused(choices: Iterable[Choice]) -> Iterator[tuple[Choice, Choice]]:
    """Answers that whoever reads a cell would take for one another."""
    seen: dict[str, Choice] = {}
    for one in choices:
        names = {normal(one.id), *map(normal, one.label.values())} - {""}
        if alike := [seen[name] for name in sorted(names) if name in seen and seen[name].id != one.id]:
            yield one, alike[0]
        seen |= dict.fromkeys(names, one)


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
