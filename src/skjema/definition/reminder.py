"""A form as somebody gets it again who hasn't answered: with a few words first."""

from dataclasses import replace

from skjema.definition.model import Form, Note, Section
from skjema.wording import Language, Text
from skjema.wording.forms import paper_word

_ID = "paminnelse"


def with_reminder(form: Form, language: Language) -> Form:
    """The form with its own words of reminder above all else in its body, or with those of every form."""
    text: Text = form.reminder or {language: paper_word("reminder", language)}
    section = Section(_ID, (Note(id=f"{_ID}_tekst", type="note", text=text),), None, True, "body", starts_page=False)
    # another digest: pages that have been set of the form are not those of its reminder
    return replace(form, sections=(section, *form.sections), digest=f"{form.digest}-{_ID}")
