"""What is written, drawn or changed in a document outside of its fields."""

from collections.abc import Iterable, Iterator

from skjema.formats.form_fields import FormFields
from skjema.problems import Problem


def is_beside(fields: FormFields, original: FormFields | None) -> bool:
    """Whether something is written, drawn or changed outside of the fields.

    Args:
        original: Those of a Word file as it was sent.
    """
    if fields.beside or original is None:
        return fields.beside
    return original.words != fields.words or fields.aside.has_more(original.aside)


def without_drawn_signatures(
    problems: Iterable[Problem], fields: FormFields, original: FormFields | None
) -> Iterator[Problem]:  # fmt: skip
    """The problems but for signatures that lack: a picture beside the line, which is told, may well be one."""
    has_picture = original is not None and fields.aside.drawn > original.aside.drawn
    yield from (one for one in problems if not has_picture or one.code != "signature-empty")
