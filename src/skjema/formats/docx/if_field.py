"""Word's IF fields taken apart: what is compared, and what is printed then and otherwise.

As ECMA-376 part 1, 17.16.5.26 has them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from skjema.formats.docx.field_tree import ComplexField, Words

Atoms = Sequence[Words | ComplexField]
"""Letters, each with the run it is written in, and fields among them."""

_QUOTES = {'"': '"', "\u201c": "\u201d"}
"""What begins and ends a text within an instruction; Word itself makes the curved ones of the straight."""
_AFTER = re.compile(r"(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT))?\s*", re.IGNORECASE)
"""What may stand after the texts and changes nothing of what is printed."""


class IfField(NamedTuple):
    """An IF field; `otherwise` is empty where it prints nothing then."""

    left: Atoms
    operator: str
    right: Atoms
    printed: Atoms
    otherwise: Atoms


def if_field(field: ComplexField) -> IfField | None:
    """The parts of an IF field; None for another, and for one that is written otherwise than Word describes it."""
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
    """What letters say; None where there is a field among them."""
    words = [atom.text for atom in atoms if isinstance(atom, Words)]
    return "".join(words) if len(words) == len(atoms) else None


class _Reader:
    """Reads an instruction from its beginning, part by part.

    Attributes:
        is_whole: Whether every text that begins with a quote has ended with one.
    """

    def __init__(self, field: ComplexField) -> None:
        self.is_whole = True
        self._atoms: list[Words | ComplexField] = []
        self._at = 0
        for piece in field.instruction:
            self._atoms += [Words(letter, piece.run) for letter in piece.text] if isinstance(piece, Words) else [piece]

    def letters(self, among: str) -> str:
        """Those of some letters that come next, after spaces."""
        self._skip_spaces()
        start = self._at
        while self._next() and self._next() in among:
            self._at += 1
        return plain_text(self._atoms[start : self._at]) or ""

    def argument(self) -> Atoms:
        """A text in quotes, or a word or a field without; empty where there is none."""
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
        """The letter that comes next; empty for a field, and at the end."""
        atom = self._atoms[self._at] if self._at < len(self._atoms) else None
        return atom.text if isinstance(atom, Words) else ""

    def _skip_spaces(self) -> None:
        while self._next().isspace():
            self._at += 1
