"""The example of a form: records of invented people, as in a JSON file of records."""

import json
from typing import Any

from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.problems import Problem

EXAMPLE = "eksempel.json"


def example_records(form: Form) -> list[dict[str, Any]]:
    """The records of the form's example.

    Raises:
        UsageError: The form has no example.
    """
    path = form.folder / EXAMPLE
    if not path.exists():
        raise UsageError(Problem("example-missing", params={"form": form.id, "file": EXAMPLE}))
    records: list[dict[str, Any]] = json.loads(path.read_bytes())
    return records


def example_common(form: Form) -> dict[str, Any]:
    """Example values, by field id, for fields of shared blocks that have the same value in every row."""
    path = form.folder.parent / "_blocks" / EXAMPLE
    return dict(json.loads(path.read_bytes())) if path.exists() else {}
