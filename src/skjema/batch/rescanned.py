"""Papers that were scanned a second time, since the first scan lacked sheets."""

from skjema.formats.form_fields import FormFields
from skjema.problems import Place, Problem, Severity
from skjema.validation.replies import Collection

_INCOMPLETE = frozenset({"scan-missing", "scan-half", "scan-double"})
"""Codes that say that a paper lacked a sheet, had it twice, or had part of it."""


def replace_incomplete(collection: Collection) -> None:
    """Let a paper that was scanned again with all its sheets stand alone, instead of beside its first scan."""
    scanned = [reply for reply in collection.replies if reply.fields.on_paper]
    incomplete = [reply for reply in scanned if any(one.code in _INCOMPLETE for one in reply.fields.sheet_problems)]
    complete = [reply for reply in scanned if reply not in incomplete]
    for reply in incomplete:
        if any(one.sent is reply.sent and _says_as_much(one.fields, reply.fields) for one in complete):
            collection.replies.remove(reply)
            collection.odd.append(Problem("scan-replaced", Place(reply.file), Severity.NOTE))


def _says_as_much(whole: FormFields, part: FormFields) -> bool:
    """Whether all that could be read of a paper stands on another too: else somebody else may have written on it."""
    said = {name: value for name, value in part.values.items() if value}
    return all(whole.values.get(name) == value for name, value in said.items()) and whole.signed >= part.signed
