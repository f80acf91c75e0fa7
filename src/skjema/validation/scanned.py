"""What is told of a paper that was scanned: what somebody must look at, type, or look for."""

from collections.abc import Iterable, Iterator

from skjema.definition.model import Form
from skjema.definition.slot import Slot
from skjema.formats.form_fields import FormFields, SheetProblem
from skjema.problems import Place, Problem, Severity
from skjema.validation.replies import place_label

_EMPTY = frozenset({"required-empty", "signature-empty"})
"""Codes of what is said of a place where nothing has been typed yet."""


def judged_as_scanned(form: Form, name: str, fields: FormFields, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a document as they are told where it came on paper.

    A place where somebody has written, or that nobody can be sure of, isn't told to be empty.

    Args:
        name: What messages call the file.
        problems: Of its values.
    """
    doubtful, written, unread = (_slots(form, names) for names in (fields.doubtful, fields.handwritten, fields.unread))
    to_see = {slot.name for slot in (*doubtful, *written, *unread)}
    yield from (one for one in problems if one.code not in _EMPTY or not one.place or one.place.path not in to_see)
    for slot in doubtful:
        yield Problem("scan-look", Place(name, path=slot.name), params={"label": place_label(form, slot)})
    for slot in written:
        params: dict[str, object] = {"label": place_label(form, slot)}
        yield Problem("scan-written", Place(name, path=slot.name), Severity.WARNING, params)
    yield from (problem_of_sheets(one, name) for one in fields.sheet_problems)


def problem_of_sheets(sheets: SheetProblem, name: str) -> Problem:
    """The problem with a file for a problem with its sheets."""
    # a stamp isn't wrong, nor is what an earlier version has printed
    severity = Severity.WARNING if sheets.code in ("scan-stray", "scan-not-compared") else Severity.ERROR
    return Problem(sheets.code, Place(name), severity, {"file": sheets.file, "page_list": sheets.pages})


def _slots(form: Form, names: Iterable[str]) -> list[Slot]:
    """The places with these names, each once: of several answers, the field."""
    found = (Slot.parse(one, form) for one in sorted(names))
    return list(dict.fromkeys(slot._replace(answer="") for slot in found if slot is not None))
