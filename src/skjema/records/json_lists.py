"""Which objects of a file of JSON are records: those of a list further in, or what each of a list holds."""

import re
from collections.abc import Iterator
from typing import Any

from skjema.errors import InputError
from skjema.problems import Place, Problem, Severity
from skjema.records.json_records import JsonRecords

_COUNT = re.compile(r"total(?!pages)|count$|antall$", re.IGNORECASE)
_MOST_TOLD = 6
"""Keys that a message names."""

_Objects = Iterator[tuple[Place, dict[str, Any]]]


def objects_of_records(json: JsonRecords, objects: _Objects, problems: list[Problem]) -> _Objects:
    """The objects that are records, each with its place.

    Args:
        problems: Where it is told that they are not the outermost of the file.

    Raises:
        InputError: One has keys, and none that means anything to the form.
    """
    for place, written in objects:
        within = json.unwrapped(place, written)
        if within is None:
            _check_known(json, place, written)
            yield place, written
            continue
        if not place.path.endswith("]"):  # of one among many there is nothing to say
            where = within[0][0].path
            got = where.rpartition("[" if where.endswith("]") else ".")[0]
            problems.append(Problem("json-list-within", place, Severity.NOTE, {"got": got, "count": len(within)}))
            if (said := _said_count(written)) > len(within):
                params: dict[str, object] = {"wanted": said, "count": len(within)}
                problems.append(Problem("json-part", place, Severity.WARNING, params))
        for inner_place, inner in within:
            # programs put a record under a key of its own, beside its number and its kind
            alone = json.unwrapped(inner_place, inner) or [(inner_place, inner)]
            for found_place, found in alone:
                _check_known(json, found_place, found)
                yield found_place, found


def _said_count(written: dict[str, Any]) -> int:
    """How many records there are in all, as an object says that holds one page of them; 0 where it doesn't."""
    counts = [_said_count(value) for value in written.values() if isinstance(value, dict)]
    own = [value for key, value in written.items() if type(value) is int and _COUNT.search(key)]
    return max([*counts, *own], default=0)


def _check_known(json: JsonRecords, place: Place, written: dict[str, Any]) -> None:
    """Refuse an object of something else, rather than tell of every field that it lacks.

    Raises:
        InputError: It is one.
    """
    if json.says_nothing(written):
        raise InputError(Problem("json-nothing", place, params={"known": tuple(written)[:_MOST_TOLD]}))
