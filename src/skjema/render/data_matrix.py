"""Composes the code of a page as a Data Matrix (ISO/IEC 16022, ECC 200): which of its squares are dark.

A library can draw one, but slowly. Each pair of digits is a codeword, and the error-correcting codewords are bitwise
sums of those: so any code is the code of zeros with the squares flipped for each pair of digits that isn't zero. Which
squares each pair flips is asked of the library once; then a code takes some millionths of a second.
"""

from dataclasses import dataclass
from functools import cache

from skjema.disk_cache import cached
from skjema.records.page_code import DIGITS

SIDE = 20
"""Squares per side, frame included: two solid edges, and two edges of alternating squares."""
INNER = SIDE - 2
"""Squares per side within the frame, which differ from code to code."""
_LIBRARY = "ppf.datamatrix"
_PAIRS = (("00", "01", "08", "16", "32", "64"), ("02", "04"), ("06", "10"))
"""Pairs of digits whose codewords each differ from the first one's in a single bit; all seven bits are covered."""


@dataclass(frozen=True, slots=True)
class _Squares:
    """The parts that a code is composed of, each an integer with one bit for every square within the frame.

    Attributes:
        zeros: The squares of the code of zeros.
        turned: The squares that each pair of digits flips, by its position.
    """

    zeros: int
    turned: tuple[tuple[int, ...], ...]


def squares(digits: str, first: int = 0) -> int:
    """The squares that some digits flip in the code of zeros.

    Args:
        digits: An even number of digits.
        first: Position of the first of them in the code, also even.
    """
    turned, result = _squares().turned, 0
    for at in range(0, len(digits), 2):
        result ^= turned[(first + at) // 2][int(digits[at : at + 2])]
    return result


def zeros() -> int:
    """The squares of the code of zeros."""
    return _squares().zeros


def rows(code: int) -> list[int]:
    """The rows within the frame from top to bottom, each an integer whose highest bit is the leftmost square."""
    mask = (1 << INNER) - 1
    return [code >> INNER * (INNER - 1 - row) & mask for row in range(INNER)]


@cache
def _squares() -> _Squares:
    return cached("code", (str(DIGITS).encode(),), _made, (_LIBRARY,))


def _made() -> _Squares:
    return _Squares(_matrix("0" * DIGITS), tuple(_turned(place) for place in range(0, DIGITS, 2)))


def _turned(place: int) -> tuple[int, ...]:
    """The squares that each pair of digits flips at a position."""
    code = f"{'0' * place}{{}}{'0' * (DIGITS - place - 2)}"
    alone = {one: _matrix(code.format(one)) for pairs in _PAIRS for one in pairs}
    bits = {_word(one) ^ _word(first): alone[one] ^ alone[first] for first, *others in _PAIRS for one in others}
    return tuple(_sum(_word(f"{pair:02}") ^ _word("00"), bits) for pair in range(100))


def _word(pair: str) -> int:
    """The codeword of two digits (ISO/IEC 16022, 5.2.3)."""
    return 130 + int(pair)


def _sum(difference: int, bits: dict[int, int]) -> int:
    result = 0
    for bit, turned in bits.items():
        if difference & bit:
            result ^= turned
    return result


def _matrix(digits: str) -> int:
    """The squares within the frame, as drawn by the library."""
    from ppf.datamatrix import DataMatrix

    matrix = DataMatrix(digits, codecs=["ascii"]).matrix
    inner = [row[1:-1] for row in matrix[1:-1]]
    return int("".join(str(square) for row in inner for square in row), 2)
