"""Checks one field of a definition: its texts, answers, height, files and signature."""

from collections.abc import Iterable, Iterator

from skjema.definition.check_expressions import ExpressionCheck
from skjema.definition.check_texts import TextCheck, repeated_names
from skjema.definition.model import Choice, Field, Form
from skjema.definition.origins import Origins, Owner
from skjema.definition.toml_file import nearest_names
from skjema.text_match import match_key

MOST_LINES = 100
"""Most lines of a text's box, and most rows of a group on the blank form: more than fit on a page."""
MOST_MM = 500
"""Longest side of a picture in millimetres: more than a page has."""
MOST_LABEL = 24
"""Largest `label_width` of a group."""


class FieldCheck:
    """Checks fields, of the record itself and of groups; every method adds problems and goes on."""

    def __init__(self, form: Form, origins: Origins, texts: TextCheck, expressions: ExpressionCheck) -> None:
        self._fields = list(form.fields)
        self._shows_files = form.word == "own" and form.pdf == "from-word"
        self._groups = list(form.groups)
        self._origins = origins
        self._texts = texts
        self._expressions = expressions

    def check_field(self, owner: Owner, field: Field, *, group: str = "") -> None:
        """Check a field, or a column of a `group`."""
        for key in ("label", "help", "message", "alt"):
            self._texts.check_text(owner, key, getattr(field, key))
        for key in ("required", "constraint", "default"):
            self._expressions.check_expression(owner, key, getattr(field, key), group=group)
        if (field.constraint is None) != (field.message is None):
            self._origins.fault(owner, "constraint", "constraint-message")
        self._check_choices(owner, field)
        self._check_lines(owner, field)
        self._check_signature(owner, field)
        self._check_file(owner, field)
        self._check_last_year(owner, field)
        if field.roll == "next" and field.type not in ("date", "integer"):
            self._origins.fault(owner, "roll", "roll-unfit", got=field.type)

    def _check_last_year(self, owner: Owner, field: Field) -> None:
        known = self._fields
        if field.last_year is not None and field.last_year not in known:
            hint = nearest_names(field.last_year, known)
            self._origins.fault(owner, "last_year", "name-unknown", got=field.last_year, hint=hint)

    def _check_choices(self, owner: Owner, field: Field) -> None:
        if field.kind.takes_choices != bool(field.choices):
            code = "choices-needed" if field.kind.takes_choices else "choices-misplaced"
            self._origins.fault(owner, "choices", code)
        for choice in field.choices:
            self._texts.check_text(owner, "choices", choice.label)
        for twice in repeated_names(choice.id for choice in field.choices):
            self._origins.fault(owner, "choices", "id-twice", got=twice)
        for choice in field.choices:
            # «+» and «-» have an empty `match_key`, so that cells couldn't tell them apart
            if not all(map(match_key, (choice.id, *choice.label.values()))):
                self._origins.fault(owner, "choices", "choice-unnamed", got=choice.label)
        for choice, earlier in _confusable(field.choices):
            self._origins.fault(owner, "choices", "choices-alike", got=choice.label, other=earlier.label)

    def _check_lines(self, owner: Owner, field: Field) -> None:
        if field.lines < 1 or (field.lines > 1 and field.kind.widget != "longtext"):
            self._origins.fault(owner, "lines", "lines-misplaced")
        elif field.lines > MOST_LINES:
            self._origins.fault(owner, "lines", "number-large", got="lines", value=field.lines, most=MOST_LINES)

    def _check_signature(self, owner: Owner, field: Field) -> None:
        if not field.is_signature and (field.for_each or field.signer):
            self._origins.fault(owner, "for_each", "signature-keys")
        if field.is_signature and not field.recipient:
            self._origins.fault(owner, "filled_by", "signature-recipient")
        group = field.for_each or ""
        if group and group not in self._groups:
            self._origins.fault(owner, "for_each", "name-unknown", got=group, hint=nearest_names(group, self._groups))
        self._expressions.check_expression(owner, "signer", field.signer, group=group)

    def _check_file(self, owner: Owner, field: Field) -> None:
        """Check that only pictures have a size and `alt`, and that attached files have a paper to stand on."""
        if field.kind.names_file != "image":
            key = "size_mm" if field.size_mm else "alt"
            is_unfit = field.size_mm is not None or field.alt is not None
        else:
            key, is_unfit = "size_mm", not all(1 <= length <= MOST_MM for length in field.size_mm or ())
        if is_unfit:
            self._origins.fault(owner, key, "image-keys")
        if field.kind.names_file and field.printed and not self._shows_files:
            self._origins.fault(owner, "type", "attached-made", got=field.type)


def _confusable(choices: Iterable[Choice]) -> Iterator[tuple[Choice, Choice]]:
    """Answers that would be read as an earlier answer, each paired with that one."""
    earlier: dict[str, Choice] = {}
    for choice in choices:
        names = sorted({match_key(choice.id), *map(match_key, (*choice.label.values(), *choice.words))} - {""})
        for name in names:
            # a repeated id is reported elsewhere
            if name in earlier and earlier[name].id != choice.id:
                yield choice, earlier[name]
                break
        earlier |= dict.fromkeys(names, choice)
