"""Works out the text that Norwegian Excel displays for a number in a given number format.

Format codes are those of ECMA-376 part 1, 18.8.31: sections for positive, negative and zero numbers, placeholders for
required and optional digits, literals. For codes that can't be worked out the result is None rather than a guess.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 48: "##0.0E+0",
}  # fmt: skip
"""Built-in formats, which workbooks don't write out (18.8.30), except those for dates and texts."""

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[([^\]]*)\]|([0#?.,/])|(.)', re.DOTALL)
_CONDITION = re.compile(r"[<>=]+-?[\d.]+")
_THOUSANDS = "\u00a0"
_UNSURE = frozenset("eEgG@")
"""Letters of scientific notation, of `General`, and of texts."""


class _Piece(NamedTuple):
    """A piece of a format: a literal, or a placeholder: a digit (`0`, `#`, `?`), point, comma or slash."""

    text: str
    is_literal: bool


class _Section(NamedTuple):
    """One section of a format: the text before its digits, the pattern of digits, and the text after."""

    before: str
    digits: tuple[_Piece, ...]
    after: str
    is_percent: bool


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section | None, ...]:
    return tuple(map(_section, _split(code)))


def _split(code: str) -> list[str]:
    """The sections of a format, which are separated by semicolons outside of quotes."""
    return re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', code)[: code.count(";") + 1]


def _section(code: str) -> _Section | None:
    """A section in parts; None for one that can't be worked out."""
    pieces: list[_Piece] = []
    is_percent = False
    for quoted, escaped, space, _, currency, bracket, placeholder, other in _TOKEN.findall(code):
        if _CONDITION.fullmatch(bracket) or (other and other in _UNSURE):
            return None
        is_percent |= other == "%"
        if placeholder:
            pieces.append(_Piece(placeholder, is_literal=False))
        elif literal := quoted or escaped or (" " if space else "") or currency or other:
            pieces.append(_Piece(literal, is_literal=True))
    at = [number for number, piece in enumerate(pieces) if not piece.is_literal]
    first, last = (at[0], at[-1] + 1) if at else (len(pieces), len(pieces))
    if at and pieces[at[-1]].text == "/":  # fixed digits below the line, as in `# ?/4`
        while last < len(pieces) and pieces[last].text.isdigit():
            last += 1
    before, after = ("".join(piece.text for piece in part) for part in (pieces[:first], pieces[last:]))
    after = re.sub(r"\s*%", " %", after) if is_percent else after
    return _Section(before, tuple(pieces[first:last]), after, is_percent)


def is_plain(code: str) -> bool:
    """Whether a format displays a number unchanged."""
    return code.casefold() in ("", "general", "standard", "@")


def is_percent(code: str) -> bool:
    """Whether a format displays a number as a percentage."""
    section = _sections(code)[0]
    return section is not None and section.is_percent


def shown(number: float, code: str) -> str | None:
    """The text that is displayed for a number; None where it can't be worked out.

    Args:
        code: The format, such as `"2026/"00000` or `#,##0.00`.
    """
    sections = _sections(code)
    section, value, sign = _chosen(sections, number)
    if section is None or len(sections) > 3:
        return None
    if not section.digits:
        return f"{sign}{section.before}{section.after}".strip() or None
    value = value * 100 if section.is_percent else value
    is_fraction = any(piece == ("/", False) for piece in section.digits)
    body = _fraction(value, section.digits) if is_fraction else _digits(value, section.digits)
    return None if body is None else f"{sign}{section.before}{body}{section.after}".strip()


def _chosen(sections: Sequence[_Section | None], number: float) -> tuple[_Section | None, Decimal, str]:
    """The section that applies to a number, the number to display, and the sign before it."""
    value = Decimal(f"{number:.15g}")
    if value < 0 and len(sections) > 1:
        return sections[1], -value, ""
    if value == 0 and len(sections) > 2:
        return sections[2], value, ""
    return sections[0], abs(value), "-" if value < 0 else ""


def _digits(value: Decimal, pieces: tuple[_Piece, ...]) -> str | None:
    """A number formatted by a pattern such as `#,##0.00` or `000-00`."""
    point = pieces.index(_Piece(".", is_literal=False)) if (".", False) in pieces else len(pieces)
    whole_pieces, decimal_pieces = list(pieces[:point]), pieces[point + 1 :]
    while whole_pieces[-1:] == [(",", False)]:  # each trailing comma divides by a thousand
        whole_pieces.pop()
        value /= 1000
    if any(piece.is_literal or piece.text not in "0#?" for piece in decimal_pieces):
        return None
    rounded = value.quantize(Decimal(1).scaleb(-len(decimal_pieces)), ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    least = sum(piece.text == "0" for piece in decimal_pieces)
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    body = _into(whole.lstrip("0"), [piece for piece in whole_pieces if piece != (",", False)])
    if (",", False) in whole_pieces:
        body = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", _THOUSANDS, body)
    return f"{body},{decimals}" if decimals else body


def _into(digits: str, pieces: Sequence[_Piece]) -> str:
    """Digits put into a pattern from the right: `000-00` displays 1234 as 012-34."""
    places = sum(not piece.is_literal for piece in pieces)
    waiting, made = list(digits), list[str]()
    for piece in reversed(pieces):
        if piece.is_literal:
            if waiting or (places and any(one.text == "0" for one in pieces if not one.is_literal)):
                made.append(piece.text)
            continue
        places -= 1
        if waiting:
            made.append(waiting.pop())
        elif piece.text == "0":
            made.append("0")
        if not places:
            made += reversed(waiting)
            waiting.clear()
    return "".join(reversed(made))


def _fraction(value: Decimal, pieces: Sequence[_Piece]) -> str | None:
    """A fraction by a pattern such as `# ?/?`: the nearest one with that many digits below the line."""
    found = re.fullmatch(r"(?:([#0?]+) +)?[#?0]+/([#?]+|[1-9]\d*)", "".join(piece.text for piece in pieces))
    if not found:
        return None
    below, exact = found[2], Fraction(value)
    if below.isdigit():
        nearest = Fraction(round(exact * int(below)), int(below))
    else:
        nearest = exact.limit_denominator(10 ** len(below) - 1)
    whole = int(nearest) if found[1] else 0
    rest = nearest - whole
    parts = [str(whole)] * bool(whole or not rest) + [f"{rest.numerator}/{rest.denominator}"] * bool(rest)
    return " ".join(parts)
