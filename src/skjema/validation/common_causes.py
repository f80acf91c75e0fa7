"""Replaces many problems of one record by their common cause."""

from skjema.problems import Problem, Severity
from skjema.records.places import TablePlaces
from skjema.validation.checked import CheckedRecord

_MISSING = ("required-empty", "group-too-few")
_MANY = 3
"""How many problems are told as one."""


def gather_irrelevant(checked: CheckedRecord) -> None:
    """Report several values that are not relevant as one problem, since one wrong answer may be the cause."""
    found = [one for one in checked.problems if one.code == "not-relevant" and one.severity is Severity.WARNING]
    if len(found) >= _MANY:
        items = tuple(one.params["label"] for one in found)
        told = Problem("not-relevant-many", found[0].place, Severity.WARNING, {"items": items})
        checked.problems = [told, *(one for one in checked.problems if one not in found)]


def tell_lone_row(checked: CheckedRecord) -> None:
    """Report a row with a single value as perhaps no record, instead of each missing value."""
    record, places = checked.record, checked.record.places
    own = [slot for slot in record.cells if slot not in record.shared]
    missing = [problem for problem in checked.problems if problem.code in _MISSING]
    is_row = isinstance(places, TablePlaces) and not places.value_column
    if not is_row or len(own) != 1 or len(missing) < _MANY:
        return
    items = tuple(problem.params["label"] for problem in missing)
    told = Problem("row-alone", places.place(own[0]), Severity.ERROR, {"items": items})
    rest = [problem for problem in checked.problems if problem not in missing and problem.place != told.place]
    checked.problems = [told, *rest]
