"""Values inside sentences, and what is printed in their place when they are missing."""

from collections.abc import Sequence
from itertools import chain

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form, Note
from skjema.definition.placeholders import placeholder_names
from skjema.layout.letterhead import SENDER, sender
from skjema.wording import Language, Text, in_language
from skjema.wording.forms import paper_word
from skjema.wording.running_text import in_sentence

TO_FILL = "_" * 24
"""Stands in a text where a value would, on a blank form."""
_SHORT, _NARROW, _BESIDE = 6, 12, 16
"""What one writes on in a letter: for a column narrower than that, and at most beside another in an address."""


def names_in_text(form: Form) -> list[str]:
    """Names whose values are printed as text rather than in a box."""
    names = [field.id for field in sender(form)]
    for item in form.items:
        if isinstance(item, Note):
            names += sorted(placeholder_names(item.text))
    names += sorted(placeholder_names(form.subtitle or {}))
    if form.letter:
        names += sorted(placeholder_names(form.letter.address) | placeholder_names(form.letter.closing))
        names += [form.letter.date, "today"]
    return list(dict.fromkeys(names))  # each once, in print order


def to_fill(form: Form, name: str, language: Language) -> str:
    """Room for a value in a sentence of a blank form; in a letter, which has no labels, with a prompt."""
    field = _named(form, name)
    if form.letter is None or field is None or name in (*SENDER, form.letter.date):
        return TO_FILL
    label = in_sentence("lower", in_language(field.label, language), language)
    column = field.kind.column_width
    room = _SHORT if column < _NARROW else min(_BESIDE, column) if _is_beside_another(form, name) else column
    # what is to be written stays with the line to write on, and a short one whole
    return f"{'_' * room} ({label})".replace(" ", "\u00a0")


def _is_beside_another(form: Form, name: str) -> bool:
    """Whether a name shares a line of the address of a letter."""
    lines = chain.from_iterable(text.splitlines() for text in (form.letter.address if form.letter else {}).values())
    return any(f"{{{{ {name} }}}}" in line and line.count("{{") > 1 for line in lines)


def _named(form: Form, name: str) -> Field | None:
    """The field that a sentence calls by a name."""
    group, _, column = name.rpartition(".")
    return form.addressed.column(column) if group == ROW and form.addressed else form.fields.get(name)


def draft_text(missing: Sequence[Text | str], language: Language) -> str:
    """The text at the top of a draft: the labels of missing values, or that none is missing."""
    return paper_word("draft-missing" if missing else "draft-complete", language, missing=tuple(missing))


def missing_text(label: Text, language: Language, field: Field | None = None) -> str:
    """The placeholder that a draft of a flowing form prints for a missing value.

    Args:
        field: Whose place it is; where there is room for it, its help says what to write.
    """
    if field is None or field.help is None or field.kind.widget != "longtext":
        return paper_word("draft-to-fill", language, label=label)
    return paper_word("draft-to-fill-so", language, label=label, what=field.help)


def missing_in_sentence(form: Form, label: Text, language: Language) -> str:
    """What stands in a draft's sentences for a value that must be filled in: words where values are text, else room."""
    return missing_text(label, language) if form.is_flowing else TO_FILL
