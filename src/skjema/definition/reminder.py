"""A form as a reminder, for those who haven't answered."""

from dataclasses import replace

from skjema.definition.model import Form, Note, Section
from skjema.wording import Language, Text
from skjema.wording.forms import paper_word

_ID = "paminnelse"


def with_reminder(form: Form, language: Language) -> Form:
    """The form with a reminder as its first section: its own text, or the common one."""
    text: Text = form.reminder or {language: paper_word("reminder", language)}
    section = Section(_ID, (Note(id=f"{_ID}_tekst", type="note", text=text),), None, True, "body", starts_page=False)
    # a digest of its own, since cached pages of the form must not be used for the reminder
    return replace(form, sections=(section, *form.sections), digest=f"{form.digest}-{_ID}")
