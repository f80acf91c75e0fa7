"""Field types: each an object that knows how its values are read, shown, ordered, laid on paper and typed in."""

from skjema.fieldtypes.registry import TYPES

__all__ = ["TYPES"]
