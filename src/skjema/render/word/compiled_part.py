"""Translates a part of a template into a plain Python function, if it only uses what most templates use.

Jinja can do much more than insert values, loop over rows and leave things out, and each value pays for that. The
function takes a quarter of the time, and Jinja needn't be loaded. It gives up (None, or a KeyError or TypeError) where
Jinja has to decide.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from jinja2 import nodes

from skjema.formats.docx.members import DECLARATION
from skjema.formats.docx.runs import FLAT
from skjema.render.word.compiled_template import PARAGRAPHS, PICTURE_ID, PROGRAM, RUNS

_OPERATORS: Mapping[type[nodes.Expr], str] = {nodes.Or: "or", nodes.And: "and"}
_COMPARED: Mapping[str, str] = {"eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<="}
_FILTERS: Mapping[str, str] = {
    "upper": "str.upper", "lower": "str.lower", "trim": "str.strip", "capitalize": "str.capitalize", "length": "len",
    FLAT: FLAT,
}  # fmt: skip
_COUNTS: Mapping[str, str] = {
    "index": "at{0} + 1", "index0": "at{0}", "length": "len(list{0})", "revindex": "len(list{0}) - at{0}",
    "revindex0": "len(list{0}) - at{0} - 1",
}  # fmt: skip
"""Python expressions for loop counters, by number of the loop."""
_LOOP = " loop"
"""Key for the number of the innermost loop among the rows; no name has a space."""


class _BeyondUs(Exception):
    """A template uses something that only Jinja can do."""


def translated(tree: nodes.Template) -> str | None:
    """Source of the function, which uses `joined` and `flat` by these names; None where Jinja is needed."""
    try:
        lines = [
            f"def {PROGRAM}(values):",
            f" out = [{DECLARATION!r}, '']",
            *_Translation(tree).program(tree.body),
        ]
    except _BeyondUs:
        return None
    return "\n".join((*lines, " return joined(out)\n"))


_SETS = frozenset({
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Not,
    nodes.And, nodes.Or, nodes.Slice, nodes.Filter,
})  # fmt: skip
"""Nodes allowed in `set`: none makes a value longer than its parts, so that few lines can't fill the memory."""
_KEEP_LENGTH = frozenset({"upper", "lower", "trim", "capitalize", "length", "default", FLAT})


class _Macro(NamedTuple):
    """A macro in the function: its Python name, and its number of arguments."""

    called: str
    takes: int


class _Translation:
    """The translation of one part.

    Attributes:
        set_later: Variables for names that may be set in a condition outside of loops, by name.
    """

    def __init__(self, tree: nodes.Template) -> None:
        self._numbers = count()
        self._loops = self._branches = 0
        self._macros: dict[str, _Macro] = {}
        self._is_in_macro = False
        self._ever_set = {one.target.name for one in tree.find_all(nodes.Assign) if isinstance(one.target, nodes.Name)}
        self.set_later = {name: f"set{next(self._numbers)}" for name in dict.fromkeys(_set_in_branches(tree.body))}

    def program(self, body: list[nodes.Node]) -> Iterator[str]:
        """Python lines for the whole part."""
        for name, variable in self.set_later.items():
            yield f" if {name!r} in values:"
            yield f"  {variable} = values[{name!r}]"
        yield from self.statements(body, self.set_later, " ")

    def statements(self, body: list[nodes.Node], around: Mapping[str, str], indent: str) -> Iterator[str]:
        """Python lines for some statements.

        Args:
            around: Python variables by name, for rows of enclosing loops and names that have been set.
        """
        rows = dict(around)
        for node in body:
            match node:
                case nodes.Output():
                    # XML and values alternately, so that `joined` can escape all values of a part as one text
                    yield f"{indent}out += ({''.join(f'{one}, ' for one in self._pieces(node, rows))})"
                case nodes.If():
                    yield from self._if(node, rows, indent)
                case nodes.For():
                    yield from self._for(node, rows, indent)
                case nodes.Assign(target=nodes.Name(name=name), node=nodes.Expr() as value):
                    # the value may use the name's earlier value
                    worked_out = self._set_value(value, rows)
                    yield f"{indent}{self._set(name, rows)} = {worked_out}"
                case nodes.Macro() if not self._loops and not self._branches and not self._is_in_macro:
                    yield from self._macro(node, indent)
                case _:
                    raise _BeyondUs

    def _if(self, node: nodes.If, rows: Mapping[str, str], indent: str) -> Iterator[str]:
        self._branches += 1
        yield f"{indent}if {self._value(node.test, rows)}:"
        yield from self._block(node.body, rows, indent)
        for branch in node.elif_:
            yield f"{indent}elif {self._value(branch.test, rows)}:"
            yield from self._block(branch.body, rows, indent)
        if node.else_:
            yield f"{indent}else:"
            yield from self._block(node.else_, rows, indent)
        self._branches -= 1

    def _for(self, node: nodes.For, rows: Mapping[str, str], indent: str) -> Iterator[str]:
        match node:
            # three nested loops over a record's rows are left to Jinja, which has limits
            case nodes.For(iter=nodes.Name(name=listed)) if self._loops > 1 and not _is_row(rows.get(listed)):
                raise _BeyondUs
            case nodes.For(target=nodes.Name(name=name), recursive=False):
                number = next(self._numbers)
                row, listed = f"row{number}", self._value(node.iter, rows)
                if node.test is not None:
                    listed = f"[{row} for {row} in {listed} if {self._value(node.test, {**rows, name: row})}]"
                yield f"{indent}for at{number}, {row} in enumerate(list{number} := {listed}):"
                branches, self._branches = self._branches, 0
                self._loops += 1
                yield from self._block(node.body, {**rows, name: row, _LOOP: str(number)}, indent)
                self._loops, self._branches = self._loops - 1, branches
                if node.else_:
                    yield f"{indent}if not list{number}:"
                    self._branches += 1
                    yield from self._block(node.else_, rows, indent)
                    self._branches -= 1
            case _:
                raise _BeyondUs

    def _set(self, name: str, rows: dict[str, str]) -> str:
        """The variable for a name that is set; names set in a loop exist only within its row."""
        if self._is_in_macro:
            raise _BeyondUs
        if not self._loops and name in self.set_later:
            return self.set_later[name]
        if self._branches or name in self._macros:
            raise _BeyondUs
        rows[name] = f"set{next(self._numbers)}"
        return rows[name]

    def _set_value(self, node: nodes.Expr, rows: Mapping[str, str]) -> str:
        within = (node, *node.find_all(nodes.Node))
        filters = {one.name for one in within if isinstance(one, nodes.Filter)}
        if not _SETS.issuperset(map(type, within)) or not filters <= _KEEP_LENGTH:
            raise _BeyondUs
        return self._value(node, rows)

    def _macro(self, node: nodes.Macro, indent: str) -> Iterator[str]:
        """Python lines for a macro; it may use only its own arguments and the record's values, and no other macro."""
        names = [one.name for one in node.args]
        is_plain = not node.defaults and not next(node.find_all((nodes.For, nodes.Call)), None)
        asked = {one.name for one in node.find_all(nodes.Name)} - {*names}
        if not is_plain or node.name in self._macros or {node.name, *asked} & self._ever_set:
            raise _BeyondUs
        called = f"macro{next(self._numbers)}"
        variables = {name: f"given{next(self._numbers)}" for name in names}
        yield f"{indent}def {called}({', '.join(variables.values())}):"
        yield f"{indent} out = [b'', '']"
        self._is_in_macro = True
        yield from self.statements(node.body, variables, f"{indent} ")
        self._is_in_macro = False
        yield f"{indent} return joined(out)"
        self._macros[node.name] = _Macro(called, len(names))

    def _block(self, body: list[nodes.Node], rows: Mapping[str, str], indent: str) -> Iterator[str]:
        yield from self.statements(body, rows, f"{indent} ")
        # a branch may be empty
        yield f"{indent} pass"

    def _pieces(self, output: nodes.Output, rows: Mapping[str, str]) -> Iterator[str]:
        """Python expressions for XML and values, alternately."""
        xml: list[str] = []
        for node in output.nodes:
            match node:
                case nodes.TemplateData():
                    xml.append(repr(node.data.encode()))
                # values that are XML are put among the XML, and not escaped
                case nodes.Call(node=nodes.Name(name=called), args=[value, nodes.Const(value=int() as number)]) if (
                    called in (RUNS, PARAGRAPHS)
                ):
                    xml.append(f"values[{called!r}]({self._value(value, rows)}, {number}).encode()")
                case nodes.Call(node=nodes.Name(name=called), args=given, kwargs=[]) if (
                    called in self._macros and len(given) == self._macros[called].takes
                ):
                    values = ", ".join(self._value(one, rows) for one in given)
                    xml.append(f"{self._macros[called].called}({values})")
                case _:
                    yield " + ".join(xml) or "b''"
                    yield self._text(node, rows)
                    xml = []
        if xml:
            yield " + ".join(xml)
            yield "''"

    def _text(self, node: nodes.Node, rows: Mapping[str, str]) -> str:
        match node:
            case nodes.Call(node=nodes.Name(name=called), args=[], kwargs=[]) if called == PICTURE_ID:
                return f"str(values[{PICTURE_ID!r}]())"
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr) if _LOOP in rows and attr in _COUNTS:
                return f"str({_COUNTS[attr].format(rows[_LOOP])})"
            case nodes.Filter(name="length"):
                return f"str({self._value(node, rows)})"
            case nodes.Concat():
                return f"''.join(({''.join(f'{self._value(one, rows)}, ' for one in node.nodes)}))"
            case _:
                return self._value(node, rows)

    def _value(self, node: nodes.Node, rows: Mapping[str, str]) -> str:
        match node:
            # Jinja counts `loop` in every loop
            case nodes.Name(name=name) if name != "loop" and name not in self._macros:
                return rows.get(name) or f"values[{name!r}]"
            case nodes.Filter() | nodes.Compare() | nodes.Getitem():
                return self._worked_out(node, rows)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="first" | "last") if _LOOP in rows:
                last = f"len(list{rows[_LOOP]}) - 1" if node.attr == "last" else "0"
                return f"(at{rows[_LOOP]} == {last})"
            # rows and tables of ticks are dictionaries; a missing key raises KeyError, and Jinja then reports it
            case nodes.Getattr(node=nodes.Name() | nodes.Getattr() | nodes.Getitem()):
                return f"{self._value(node.node, rows)}[{node.attr!r}]"
            case nodes.Const(value=str() as words) if not re.search(r"[\n\t]", words):
                return repr(words)
            case nodes.Not():
                return f"(not {self._value(node.node, rows)})"
            case nodes.Or() | nodes.And():
                left, right = self._value(node.left, rows), self._value(node.right, rows)
                return f"({left} {_OPERATORS[type(node)]} {right})"
            case nodes.CondExpr(expr2=nodes.Expr() as alternative):
                then, test = self._value(node.expr1, rows), self._value(node.test, rows)
                return f"({then} if {test} else {self._value(alternative, rows)})"
            case _:
                raise _BeyondUs

    def _worked_out(self, node: nodes.Filter | nodes.Compare | nodes.Getitem, rows: Mapping[str, str]) -> str:
        """Filters, which raise TypeError where the value is no text; comparisons; and rows by number."""
        match node:
            case nodes.Getitem(node=nodes.Name(), arg=nodes.Const(value=int() as number)):
                return f"{self._value(node.node, rows)}[{number}]"
            case nodes.Getitem(
                node=nodes.Name(), arg=nodes.Slice(start=nodes.Const(value=int() as number), stop=None, step=None)
            ):
                return f"{self._value(node.node, rows)}[{number}:]"
            case nodes.Compare(ops=[nodes.Operand(op=op, expr=right)]) if op in _COMPARED:
                return f"({self._side(node.expr, rows)} {_COMPARED[op]} {self._side(right, rows)})"
            case nodes.Filter(node=nodes.Expr() as inner, name=name, args=[], kwargs=[]) if name in _FILTERS:
                return f"{_FILTERS[name]}({self._value(inner, rows)})"
            case nodes.Filter(
                node=nodes.Name() | nodes.Getattr() as inner, name="join", args=[nodes.Const(value=str() as between)]
            ):
                return f"{between!r}.join({self._value(inner, rows)})"
            case nodes.Filter(node=nodes.Expr() as inner, name="default", args=[other, nodes.Const(value=True)]):
                return f"({self._value(inner, rows)} or {self._value(other, rows)})"
            case _:
                raise _BeyondUs

    def _side(self, node: nodes.Node, rows: Mapping[str, str]) -> str:
        """One side of a comparison: a number or a value."""
        match node:
            case nodes.Const(value=int() as number):
                return repr(number)
            case _:
                return self._value(node, rows)


def _is_row(variable: str | None) -> bool:
    return variable is not None and variable.startswith("row")


def _set_in_branches(body: list[nodes.Node], *, is_branch: bool = False) -> Iterator[str]:
    """Names that are set in conditions outside of loops and macros."""
    for node in body:
        match node:
            case nodes.Assign(target=nodes.Name(name=name)) if is_branch:
                yield name
            case nodes.If():
                for branch in (node.body, *(one.body for one in node.elif_), node.else_):
                    yield from _set_in_branches(branch, is_branch=True)
