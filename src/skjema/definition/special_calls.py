"""Calls in expressions that need more than values: literal dates, irrelevant values, signature lines, other rows."""

import ast
import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import repeat
from typing import Any

from skjema.definition.operators import EMPTY
from skjema.text_match import match_key

DROPPED, LINES, ROWS = " dropped", " lines", " rows"
"""Names in the scope, impossible for fields, of: what was written in fields and groups that aren't relevant; the names
under the lines of each signature field; and the rows of a group as they were written."""

_Evaluate = Callable[[Mapping[str, Any]], Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PROTECTED = (True, "fortrolig", "strengt_fortrolig")


class CallFault(Exception):
    """A call has wrong arguments; `code` and `params` are those of the problem to report."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def _day(node: ast.Call, names: dict[str, None]) -> _Evaluate:
    """The date of `date('2026-07-01')`."""
    written = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) else None
    if not isinstance(written, str) or not _DAY.fullmatch(written):  # `fromisoformat` takes weeks too
        raise CallFault("expression-date")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise CallFault("expression-date") from None
    return lambda scope: day


def _written(node: ast.Call, names: dict[str, None]) -> _Evaluate:
    """`written(…)`: whether any of these fields or groups is filled in, also where it isn't relevant."""
    asked = _names("written", node, names)
    return lambda scope: any(scope.get(DROPPED, scope).get(name, scope[name]) not in EMPTY for name in asked)


def _lines(node: ast.Call, names: dict[str, None]) -> _Evaluate:
    """`lines(…)`: the number of lines to sign on that these signature fields have together."""
    asked = _names("lines", node, names)
    return lambda scope: sum(map(len, map(scope[LINES].get, asked, repeat(()))))


def _lives_with_protected(node: ast.Call, names: dict[str, None]) -> _Evaluate:
    """`lives_with_protected(…)`: whether a row has the same address as another row with a protected address."""
    columns = _names("lives_with_protected", node, names)
    if len(columns) != len(("protection", "address", "postcode")):
        raise CallFault("expression-arguments", got="lives_with_protected", wanted=3)

    def lives_with(scope: Mapping[str, Any]) -> bool:
        rows = [(row["nr"], *(row[column] for column in columns)) for row in scope[ROWS]]
        own = [_home(address, postcode) for number, _, address, postcode in rows if number == scope["nr"]]
        others = (one for one in rows if one[0] != scope["nr"] and one[1] in _PROTECTED)
        return any(_is_same_home(home, _home(address, code)) for _, _, address, code in others for home in own)

    return lives_with


def _home(address: str | None, postcode: str | None) -> tuple[str, str]:
    # a postcode may have lost its leading zero
    return match_key(address or ""), str(postcode or "").lstrip("0")


def _is_same_home(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return bool(one[0]) and one[0] == other[0] and (one[1] == other[1] or not (one[1] and other[1]))


def _names(call: str, node: ast.Call, names: dict[str, None]) -> list[str]:
    asked = [one.id for one in node.args if isinstance(one, ast.Name)]
    if not asked or len(asked) < len(node.args):
        raise CallFault("expression-arguments", got=call, wanted=1)
    names.update(dict.fromkeys(asked))
    return asked


SPECIAL_CALLS: dict[str, Callable[[ast.Call, dict[str, None]], _Evaluate]] = {
    "date": _day,
    "written": _written,
    "lines": _lines,
    "lives_with_protected": _lives_with_protected,
}
"""Translates each call into a function; adds the names that the call reads to those of the expression."""
