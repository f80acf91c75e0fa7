"""Parses Word's IF fields: the comparison, and the texts for either outcome.

As ECMA-376 part 1, 17.16.5.26 has them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from skjema.formats.docx.field_tree import ComplexField, Words

Atoms = Sequence[Words | ComplexField]
"""Single letters, each with its run, and fields among them."""

_QUOTES = {'"': '"', "\u201c": "\u201d"}
"""Opening and closing quotes in an instruction; Word itself turns straight quotes into curved ones."""
_AFTER = re.compile(r"(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*", re.IGNORECASE)
"""What may follow the texts without changing the result."""


class IfField(NamedTuple):
    """The parts of an IF field; `otherwise` may be empty."""

    left: Atoms
    operator: str
    right: Atoms
    printed: Atoms
    otherwise: Atoms


def if_field(field: ComplexField) -> IfField | None:
    """The parts of an IF field; None for other fields, and for IF fields that don't have the documented form."""
    if not field.is_plain:
        return None
    reader = _Reader(field)
    if reader.letters("IFif").upper() != "IF":
        return None
    left, operator = reader.argument(), reader.letters("=<>")
    parts = IfField(left, operator, reader.argument(), reader.argument(), reader.argument())
    rest = plain_text(reader.rest())
    return parts if reader.is_whole and rest is not None and _AFTER.fullmatch(rest) else None


def plain_text(atoms: Atoms) -> str | None:
    """The text of some atoms; None where there is a field among them."""
    words = [atom.text for atom in atoms if isinstance(atom, Words)]
    return "".join(words) if len(words) == len(atoms) else None


class _Reader:
    """Reads an instruction from the start, part by part.

    Attributes:
        is_whole: Whether every opening quote so far had a closing one.
    """

    def __init__(self, field: ComplexField) -> None:
        self.is_whole = True
        self._atoms: list[Words | ComplexField] = []
        self._at = 0
        for piece in field.instruction:
            self._atoms += [Words(letter, piece.run) for letter in piece.text] if isinstance(piece, Words) else [piece]

    def letters(self, among: str) -> str:
        """The next letters, after spaces, as long as they are among these."""
        self._skip_spaces()
        start = self._at
        while self._next() and self._next() in among:
            self._at += 1
        return plain_text(self._atoms[start : self._at]) or ""

    def argument(self) -> Atoms:
        """The next argument: a quoted text, a word or a field; empty at the end."""
        self._skip_spaces()
        start = self._at
        if (closing := _QUOTES.get(self._next())) is not None:
            self._at += 1
            while self._at < len(self._atoms) and self._next() != closing:
                self._at += 1
            self.is_whole &= self._at < len(self._atoms)
            self._at += 1
            return self._atoms[start + 1 : self._at - 1]
        if not self._next():
            self._at += 1
        else:
            while self._next().strip() and self._next() not in (*_QUOTES, "\\"):
                self._at += 1
        return self._atoms[start : self._at]

    def rest(self) -> Atoms:
        return self._atoms[self._at :]

    def _next(self) -> str:
        """The next letter; empty for a field, and at the end."""
        atom = self._atoms[self._at] if self._at < len(self._atoms) else None
        return atom.text if isinstance(atom, Words) else ""

    def _skip_spaces(self) -> None:
        while self._next().isspace():
            self._at += 1
