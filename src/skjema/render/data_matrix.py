"""The code of a page as a Data Matrix (ISO/IEC 16022, ECC 200): which of its squares are dark.

A library makes one. Each pair of digits is a codeword, and the words that correct errors are sums of those, bit by bit:
so the squares of any code are those of one code, turned over where a pair of digits differs. What each pair turns over
is asked of the library once, and the code of a page is made of it in a few millionths of a second.
"""

from dataclasses import dataclass
from functools import cache

from skjema.disk_cache import cached
from skjema.records.page_code import DIGITS

SIDE = 20
"""Squares of a side, with the frame: two lines to find it by, and two with every second square dark."""
INNER = SIDE - 2
"""Squares of a side within the frame, which differ from code to code."""
_LIBRARY = "ppf.datamatrix"
_PAIRS = (("00", "01", "08", "16", "32", "64"), ("02", "04"), ("06", "10"))
"""Pairs of digits whose codewords differ from the first one's in a single bit; together in each of seven."""


@dataclass(frozen=True, slots=True)
class _Squares:
    """The parts a code is composed of; each is a number with one bit for every square within the frame.

    Attributes:
        zeros: Those of a code of zeros.
        turned: What each pair of digits turns over, by its place.
    """

    zeros: int
    turned: tuple[tuple[int, ...], ...]


def squares(digits: str, first: int = 0) -> int:
    """The squares that some digits flip in the code of zeros.

    Args:
        digits: An even number of them.
        first: The place of the first among all, an even number too.
    """
    turned, result = _squares().turned, 0
    for at in range(0, len(digits), 2):
        result ^= turned[(first + at) // 2][int(digits[at : at + 2])]
    return result


def zeros() -> int:
    """The squares of a code of zeros."""
    return _squares().zeros


def rows(code: int) -> list[int]:
    """The rows within the frame from above, each a number whose highest bit is the square to the left."""
    mask = (1 << INNER) - 1
    return [code >> INNER * (INNER - 1 - row) & mask for row in range(INNER)]


@cache
def _squares() -> _Squares:
    return cached("code", (str(DIGITS).encode(),), _made, (_LIBRARY,))


def _made() -> _Squares:
    return _Squares(_matrix("0" * DIGITS), tuple(_turned(place) for place in range(0, DIGITS, 2)))


def _turned(place: int) -> tuple[int, ...]:
    """The squares that each pair of digits flips, by position."""
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
    """The squares within the frame, as the library has them."""
    from ppf.datamatrix import DataMatrix

    matrix = DataMatrix(digits, codecs=["ascii"]).matrix
    inner = [row[1:-1] for row in matrix[1:-1]]
    return int("".join(str(square) for row in inner for square in row), 2)
