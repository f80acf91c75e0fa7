"""What is written, drawn or changed in a document outside of its fields."""

from collections.abc import Iterable, Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.form_fields import FormFields
from skjema.problems import Problem
from skjema.records.mark import FIELD


def is_beside(form: Form, fields: FormFields, original: FormFields | None) -> bool:
    """Whether something is written, drawn or changed outside of the form's own fields.

    Args:
        original: Those of a Word file as it was sent.
    """
    if fields.beside or (form.pdf != "own" and (fields.has_files or _has_others(form, fields))):
        return True
    if original is None:
        return False
    return original.words != fields.words or fields.aside.has_more(original.aside)


def _has_others(form: Form, fields: FormFields) -> bool:
    """Whether something stands in fields that the form doesn't have, as tools add them for what one types on a page."""
    return any(value and name != FIELD and Slot.parse(name, form) is None for name, value in fields.values.items())


def lacks_pages(form: Form, fields: FormFields) -> bool:
    """Whether a PDF has fields of the form that none of its pages shows any more."""
    return form.pdf != "own" and any(Slot.parse(name, form) is not None for name in fields.off_page)


def without_drawn_signatures(
    problems: Iterable[Problem], fields: FormFields, original: FormFields | None
) -> Iterator[Problem]:  # fmt: skip
    """The problems but for signatures that lack: a picture beside the line, which is told, may well be one."""
    has_picture = original is not None and fields.aside.drawn > original.aside.drawn
    yield from (one for one in problems if not has_picture or one.code != "signature-empty")
