"""Reads the value that a PDF field already has."""

from pypdf.generic import ArrayObject

from skjema.draft.own_values import is_prompt
from skjema.fieldtypes.answers import YES_NO
from skjema.formats.pdf.acroform import FormField
from skjema.formats.pdf.syntax import is_off
from skjema.formats.pdf.values import resolved, text_of
from skjema.render.pdf.bind_answers import bind_answers
from skjema.render.pdf.own_paper import calculates


def said_in(one: FormField, kind: str) -> tuple[str, ...]:
    """A field's text, or its chosen states or options as named in the file; for a `yes_no` field, an answer."""
    value = resolved(one.values[0] if one.values else one.entries.get("/V"))
    if calculates(one) or one.kind in ("push", "signature", "unknown"):
        return ()
    if one.kind not in ("tick", "radio"):
        listed = list(map(text_of, value)) if isinstance(value, ArrayObject) else [text_of(value)]
        return tuple(words for words in listed if not is_prompt(words))
    state = text_of(value)
    if not state or is_off(state):
        return ()
    if kind != "yes_no":
        return (state,)
    options = bind_answers(one, YES_NO, is_truth=True).options
    return tuple(answer for answer, option in options.items() if option == state)
