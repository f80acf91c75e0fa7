"""Remembers on which line of which file each part of a form stands, so that faults are reported there."""

from skjema.definition.toml_file import TomlFile
from skjema.definition.toml_positions import Path

Owner = tuple[str, ...]
"""A part of a form, by kind and id: `("form",)`, `("section", id)`, `("rule", id)`, `("column", group, id)`, or
`("item", id)` for a field, note or group of the record, and for a setting, since expressions name them alike."""

_SAME_NAMESPACE = {"section": "item", "item": "section"}
"""Kinds whose ids must differ from each other's: what isn't relevant for a record is remembered by id alone."""


class Origins:
    """The file and table of every part of a form; faults of a part are added to its file."""

    def __init__(self) -> None:
        self._tables: dict[Owner, tuple[TomlFile, Path]] = {}
        self._keys: dict[tuple[Owner, str], tuple[TomlFile, Path]] = {}

    def add(self, owner: Owner, file: TomlFile, path: Path) -> None:
        """Remember where a part stands; add a problem where an earlier part has the same id."""
        kind, *ids = owner
        if owner in self._tables or (_SAME_NAMESPACE.get(kind, kind), *ids) in self._tables:
            file.fault((*path, "id"), "id-twice", got=owner[-1])
        self._tables[owner] = (file, path)

    def put_otherwise(self, owner: Owner, key: str, file: TomlFile, path: Path) -> None:
        """Remember that one key of a part stands elsewhere than the rest of it."""
        self._keys[owner, key] = (file, path)

    def fault(self, owner: Owner, key: str, code: str, **params: object) -> None:
        """Add a problem to the file of `owner`, on the line of one of its keys."""
        file, path = self._tables[owner]
        at, where = self._keys.get((owner, key), (file, (*path, key)))
        at.fault(where, code, **params)
