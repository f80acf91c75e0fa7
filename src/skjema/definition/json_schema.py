"""JSON Schema of the TOML files, by which editors help whoever writes them; made from the classes that read them."""

from typing import Any

from pydantic import TypeAdapter

from skjema.definition.profile import Profile
from skjema.definition.toml_tables import Block, Definition

SCHEMAS: dict[str, type] = {"skjema": Definition, "blokk": Block, "kommune": Profile}
"""What can be described: a form's definition, a shared block, a municipality's profile."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of `SCHEMAS`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(SCHEMAS[name]).json_schema()}
