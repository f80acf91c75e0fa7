"""The table of field types: the type that each module of `types/` defines, by name."""

import os
from collections.abc import Iterator, Mapping
from importlib import import_module

from skjema.fieldtypes import types
from skjema.fieldtypes.field_type import FieldType

_ENDING = ".py"


class _Types(Mapping[str, FieldType]):
    """Every field type by name; its module is imported when a form first needs it."""

    def __init__(self, folder: str) -> None:
        # only the names are read: importing all types for a form that needs a few would slow every command down
        files = os.listdir(folder)  # noqa: PTH208 - pathlib loads longer
        names = (name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING))
        self._names = sorted(name for name in names if not name.startswith("_"))
        self._loaded: dict[str, FieldType] = {}

    def __getitem__(self, name: str) -> FieldType:
        known = self._loaded.get(name)
        if known is None:
            if name not in self._names:
                raise KeyError(name)
            known = self._loaded[name] = import_module(f"{types.__name__}.{name}").TYPE
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


TYPES: Mapping[str, FieldType] = _Types(types.__path__[0])
