"""Field types: each is an object that knows how values of its type are read, shown, sorted, printed and typed in."""

from skjema.fieldtypes.registry import TYPES

__all__ = ["TYPES"]
