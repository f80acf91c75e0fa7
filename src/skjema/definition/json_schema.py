"""JSON Schema of the TOML files, for completion and checks in editors; made from the classes that read the files."""

from typing import Any

from pydantic import TypeAdapter

from skjema.definition.profile import Profile
from skjema.definition.toml_tables import MORE, Block, Definition

SCHEMAS: dict[str, type] = {"skjema": Definition, "blokk": Block, "kommune": Profile}
"""The files that have a schema: a form's definition, a shared block, a municipality's profile."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of `SCHEMAS`."""
    schema = TypeAdapter(SCHEMAS[name]).json_schema()
    parts = schema.get("$defs", {})
    if "Field" in parts:  # keys that `form_reader` takes besides those of the classes
        choices = parts["Field"]["properties"]["choices"]
        del parts["Field"]["properties"]["shares"]
        choices["anyOf"] = [{"type": choices.pop("type"), "items": choices.pop("items")}, {"type": "string"}]
    if "Group" in parts:
        group = parts["Group"]["properties"]
        group["field"]["items"] = {"anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in ("Field", "Group")]}
        del group["parent"]
    if "Use" in parts:
        items = {"anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in ("Field", "Note", "Group")]}
        parts["Use"]["properties"][MORE] = {"type": "array", "items": items}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
