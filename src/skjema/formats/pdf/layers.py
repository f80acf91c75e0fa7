"""The layers of a PDF that are switched off when it is opened (ISO 32000-1, 8.11)."""

from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.values import resolved


class Layers:
    """Tells which objects are in layers that are switched off."""

    def __init__(self, document: Document) -> None:
        properties = resolved(document.root.get("/OCProperties"))
        told = resolved(properties.get("/D")) if isinstance(properties, DictionaryObject) else None
        own: Any = told if isinstance(told, DictionaryObject) else DictionaryObject()
        every = _numbers(properties, "/OCGs") if own.get("/BaseState") == "/OFF" else set()
        self._off = (every - _numbers(own, "/ON")) | _numbers(own, "/OFF")

    def hide(self, entry: DictionaryObject) -> bool:
        """Whether an object is in a layer that is off, or in several that are all off."""
        if not self._off or "/OC" not in entry:
            return False
        layer, group = entry.raw_get("/OC"), resolved(entry.get("/OC"))
        if isinstance(group, DictionaryObject) and "/OCGs" in group:
            own = group.raw_get("/OCGs")
            numbers = {own.idnum} if _is_group(own) else _numbers(group, "/OCGs")
            return bool(numbers) and numbers <= self._off
        return isinstance(layer, IndirectObject) and layer.idnum in self._off


def _is_group(layer: object) -> bool:
    return isinstance(layer, IndirectObject) and isinstance(layer.get_object(), DictionaryObject)


def _numbers(holder: object, key: str) -> set[int]:
    listed = resolved(holder.get(key)) if isinstance(holder, DictionaryObject) else None
    found = list.__iter__(listed) if isinstance(listed, ArrayObject) else ()
    return {one.idnum for one in found if isinstance(one, IndirectObject)}
