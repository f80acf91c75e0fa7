"""Finds what a recipient wrote, drew or changed outside the fields of a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.form_fields import Control, FieldValue, FormFields
from skjema.problems import Problem
from skjema.records.mark import FIELD
from skjema.records.returned import is_recipients
from skjema.validation.replies import same_words


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
    items = {FIELD, *(one.id for one in form.items)}  # a blank form has boxes for the notes that concern not everybody
    names = (name for name, value in fields.values.items() if value and name.partition(".")[0] not in items)
    return any(Slot.parse(name, form) is None for name in names)


def lacks_pages(form: Form, fields: FormFields) -> bool:
    """Whether a PDF has fields of the form that none of its pages shows any more."""
    return form.pdf != "own" and any(Slot.parse(name, form) is not None for name in fields.off_page)


FieldNames = dict[frozenset[str], frozenset[str]]
"""Names of the fields of PDFs as they are sent, by the names of their boxes."""


def lacks_fields(
    fields: FormFields, was: Iterable[str], made: Callable[[], FormFields | None], known: FieldNames
) -> bool:  # fmt: skip
    """Whether a PDF lacks fields that it had: some programs leave those of pages out that are taken away.

    Args:
        was: Names of the boxes it had when it was sent.
        made: Gives its fields as it was sent, since not every box has one; asked for where fields may lack.
        known: Names of fields, as they were found for documents before, and are noted for this one.
    """
    boxes = frozenset(was)
    if fields.controls or fields.values.keys() >= known.get(boxes, boxes):
        return False
    original = made()
    if original is None:
        return False
    known[boxes] = frozenset(original.values.keys() - {FIELD})
    return not fields.values.keys() >= known[boxes]


def has_more_pages(fields: FormFields, made: Callable[[], FormFields | None]) -> bool:
    """Whether a PDF has pages that it was sent without: somebody may have scanned a letter, and put it behind.

    Args:
        made: As for `lacks_fields`; asked for only where a page shows no field.
    """
    original = made() if fields.bare_pages else None
    if original is None or fields.bare_pages <= original.bare_pages:
        return False
    return len(fields.pages) > len(original.pages)  # a page of which a program has drawn the fields is no other


def without_drawn_signatures(
    problems: Iterable[Problem], fields: FormFields, original: FormFields | None
) -> Iterator[Problem]:  # fmt: skip
    """The problems without those of missing signatures, where a picture beside the line may be the signature."""
    has_picture = original is not None and fields.aside.drawn > original.aside.drawn
    yield from (one for one in problems if not has_picture or one.code != "signature-empty")


def differing_fields(form: Form, fields: FormFields, wanted: Mapping[str, FieldValue]) -> dict[Slot, str]:
    """The office's fields whose values were changed, each with the value that was sent."""
    differing: dict[Slot, str] = {}
    for name, value in fields.values.items():
        slot = Slot.parse(name, form)
        if name == FIELD or slot is None or slot.group in form.fields or is_recipients(form, slot):
            continue
        should = wanted.get(name)
        if same_words(value) != same_words(should):
            differing[slot] = str(should or "")
    return differing


def without_prompts(fields: FormFields, original: FormFields | None) -> FormFields:
    """The fields of a Word file, empty where they still say how they are to be filled in, as they did when sent."""
    prompts = {(one.name, one.value) for one in (original.controls if original else ()) if one.is_prompt}
    return fields._replace(
        values={name: "" if (name, said) in prompts else said for name, said in fields.values.items()}
    )


def with_names(fields: FormFields, original: FormFields | None) -> FormFields | None:
    """The fields with the names that a program has lost: those of the document as it was sent, in its order.

    None where it can't be told which is which.
    """
    if all(one.name for one in fields.controls):
        return fields
    sent = original.controls if original else ()
    if len(sent) != len(fields.controls):
        return None
    pairs = [*zip(sent, fields.controls, strict=True)]
    # a name that is left shows whether the others are in their places; where it isn't in its own, none can be told
    if any(type(known.value) is not type(one.value) or one.name not in ("", known.name) for known, one in pairs):
        return None
    controls = tuple(Control(known.name, one.value) for known, one in pairs)
    return fields._replace(values={one.name: one.value for one in controls}, controls=controls)
