"""What the values of JSON objects hold: rows, names in parts, lists of objects."""

from collections.abc import Mapping
from typing import Any

from skjema.definition.model import Field
from skjema.formats.table import Joined
from skjema.records.heading_names import PARTS, part_of_name
from skjema.text_match import match_key


def rows_of_object(written: dict[str, Any], columns: Mapping[str, Field]) -> Any:
    """The rows that an object holds: itself, or the objects under its numbers; the object where it is neither."""
    if any(match_key(key) in columns for key in written):
        return [written]
    is_numbered = all(key.isdecimal() and isinstance(row, dict) for key, row in written.items())
    return [written[key] for key in sorted(written, key=int)] if is_numbered and written else written


def is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def joined_name(written: dict[str, Any]) -> Any:
    """A name whose parts are written apart, as one text; what holds anything else stays as it is."""
    parts = {part_of_name(key): value for key, value in written.items()}
    if len(parts) < len(written) or not all(isinstance(value, str | None) for value in parts.values()) or None in parts:
        return written
    return Joined(" ".join(filter(None, (parts.get(part) for part in PARTS))))
