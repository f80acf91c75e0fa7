"""JSON files: one object, a list of objects, or one object per line; ambiguous JSON is refused."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skjema.errors import InputError
from skjema.formats.table import ShownNumber
from skjema.problems import Place, Problem

_LINES = (".jsonl", ".ndjson")


class _Ambiguous(ValueError):
    """The text is JSON that programs read in different ways, such as an object with the same key twice."""

    def __init__(self, code: str, got: str) -> None:
        super().__init__(code)
        self.code, self.got = code, got


def read_json(content: bytes, name: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every object of the file with its place; a single object counts as a list of one.

    Args:
        content: Content of the file.
        name: Name of the file in messages.

    Raises:
        InputError: The file is no JSON, repeats a key, has NaN or an infinite number, or has other values than objects.
    """
    if Path(name).suffix.casefold() in _LINES:
        for number, line in enumerate(io.BytesIO(content), start=1):
            if line.strip():
                yield from _objects(_parse(name, line, number), Place(name, row=number))
    else:
        yield from _objects(_parse(name, content), Place(name))


def _objects(value: Any, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    listed = isinstance(value, list)
    for number, item in enumerate(value if listed else [value]):
        item_place = Place(place.file, row=place.row, path=f"$[{number}]" if listed else "$")
        if not isinstance(item, dict):
            raise InputError(Problem("json-not-object", item_place))
        yield item_place, item


def _parse(name: str, content: bytes, row: int = 0) -> Any:
    try:
        return json.loads(
            # Windows programs put a byte order mark before the text, which JSON itself refuses
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_refuse,
            parse_float=_finite,
        )
    except UnicodeDecodeError:
        problem = Problem("json-not-utf8", Place(name, row=row))
    except json.JSONDecodeError as error:
        place = Place(name, row=row or error.lineno, column=error.colno)
        problem = Problem("json-syntax", place)
    except _Ambiguous as error:
        problem = Problem(error.code, Place(name, row=row), params={"got": error.got})
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        problem = Problem("json-extreme", Place(name, row=row))
    raise InputError(problem)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; Python itself takes the last of two values with one key, others the first."""
    entries: dict[str, Any] = {}
    for key, value in pairs:
        if key in entries:
            raise _Ambiguous("json-key-twice", key)
        entries[key] = value
    return entries


def _refuse(constant: str) -> Any:
    raise _Ambiguous("json-number", constant)


def _finite(digits: str) -> float:
    number = float(digits)  # 1e400 is legal JSON, and infinite as a float
    if number in (float("inf"), float("-inf")):
        raise _Ambiguous("json-number", digits)
    # a number that names something has all its digits: 1.10 comes after 1.9
    has_lost_zero = digits.endswith("0") and not number.is_integer()
    return ShownNumber.of(number, digits.replace(".", ",")) if has_lost_zero else number
