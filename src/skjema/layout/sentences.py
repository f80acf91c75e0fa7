"""Sentences that hold values, and what stands there for a value that is missing."""

from collections.abc import Sequence

from skjema.definition.model import Form, Note
from skjema.definition.placeholders import placeholder_names
from skjema.layout.letterhead import sender
from skjema.wording import Language, Text
from skjema.wording.forms import paper_word

TO_FILL = "_" * 24
"""Stands in a text where a value would, on a blank form."""


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


def draft_text(missing: Sequence[Text | str], language: Language) -> str:
    """What stands at the top of a draft: the labels of what is missing, or that nothing is."""
    return paper_word("draft-missing" if missing else "draft-complete", language, missing=tuple(missing))


def missing_text(label: Text, language: Language) -> str:
    """What a draft of a flowing form says in the place of a value that must be filled in."""
    return paper_word("draft-to-fill", language, label=label)


def missing_in_sentence(form: Form, label: Text, language: Language) -> str:
    """What stands in a draft's sentences for a value that must be filled in: words where values are text, else room."""
    return missing_text(label, language) if form.is_flowing else TO_FILL
