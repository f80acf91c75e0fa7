"""A part of a template as a plain Python function, where it asks for no more than most templates do.

Jinja can do much more than put in names, go through rows and leave things out, and pays for it with each value. What
does hardly more than that is translated here into a function that takes a quarter of the time, without Jinja loaded.
It gives up (None, or a KeyError or TypeError) where Jinja has to say what to do.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count

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
_LOOP = " loop"
"""Key of the innermost loop's number among the rows; no name has a space in it."""


class _BeyondUs(Exception):
    """Something only Jinja knows."""


def translated(tree: nodes.Template) -> str | None:
    """Source of the function, which finds `joined` and `flat` under their names; None where it takes Jinja."""
    try:
        lines = [
            f"def {PROGRAM}(values):",
            f" out = [{DECLARATION!r}, '']",
            *_Translation().statements(tree.body, {}, " "),
        ]
    except _BeyondUs:
        return None
    return "\n".join((*lines, " return joined(out)\n"))


class _Translation:
    def __init__(self) -> None:
        self._numbers = count()
        self._loops = 0

    def statements(self, body: list[nodes.Node], rows: Mapping[str, str], indent: str) -> Iterator[str]:
        """Lines of Python.

        Args:
            rows: Names of the rows of loops around, and the variables that hold them.
        """
        for node in body:
            match node:
                case nodes.Output():
                    # XML and values in turn, so that `joined` can escape all values of a part as one text
                    yield f"{indent}out += ({''.join(f'{one}, ' for one in self._pieces(node, rows))})"
                case nodes.If():
                    yield f"{indent}if {self._value(node.test, rows)}:"
                    yield from self._block(node.body, rows, indent)
                    for branch in node.elif_:
                        yield f"{indent}elif {self._value(branch.test, rows)}:"
                        yield from self._block(branch.body, rows, indent)
                    if node.else_:
                        yield f"{indent}else:"
                        yield from self._block(node.else_, rows, indent)
                # rows of a record in rows of a record in rows of it: only Jinja does that, and within limits
                case nodes.For(iter=nodes.Name(name=listed)) if listed not in rows and self._loops > 1:
                    raise _BeyondUs
                case nodes.For(target=nodes.Name(name=name), else_=[], test=None, recursive=False):
                    number = next(self._numbers)
                    row, place = f"row{number}", f"at{number}"
                    yield f"{indent}for {place}, {row} in enumerate(list{number} := {self._value(node.iter, rows)}):"
                    self._loops += 1
                    yield from self._block(node.body, {**rows, name: row, _LOOP: str(number)}, indent)
                    self._loops -= 1
                case _:
                    raise _BeyondUs

    def _block(self, body: list[nodes.Node], rows: Mapping[str, str], indent: str) -> Iterator[str]:
        yield from self.statements(body, rows, f"{indent} ")
        # a branch may be empty
        yield f"{indent} pass"

    def _pieces(self, output: nodes.Output, rows: Mapping[str, str]) -> Iterator[str]:
        """XML and values in turn."""
        xml: list[str] = []
        for node in output.nodes:
            match node:
                case nodes.TemplateData():
                    xml.append(repr(node.data.encode()))
                # a value that is XML stands among the XML, and is not escaped with the others
                case nodes.Call(node=nodes.Name(name=called), args=[value, nodes.Const(value=int() as number)]) if (
                    called in (RUNS, PARAGRAPHS)
                ):
                    xml.append(f"values[{called!r}]({self._value(value, rows)}, {number}).encode()")
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
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="index") if _LOOP in rows:
                return f"str(at{rows[_LOOP]} + 1)"
            case nodes.Filter(name="length"):
                return f"str({self._value(node, rows)})"
            case _:
                return self._value(node, rows)

    def _value(self, node: nodes.Node, rows: Mapping[str, str]) -> str:
        match node:
            case nodes.Name(name=name) if name != "loop":  # which Jinja counts along in every loop
                return rows.get(name) or f"values[{name!r}]"
            case nodes.Filter() | nodes.Compare() | nodes.Getitem():
                return self._worked_out(node, rows)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="first" | "last") if _LOOP in rows:
                last = f"len(list{rows[_LOOP]}) - 1" if node.attr == "last" else "0"
                return f"(at{rows[_LOOP]} == {last})"
            # rows and tables of ticks are dictionaries; what is missing is a KeyError, and Jinja's to tell
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
        """What filters make of a value, which raise TypeError where it is no text, comparisons, and rows by number."""
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
            case nodes.Filter(node=nodes.Expr() as inner, name="join", args=[nodes.Const(value=str() as between)]):
                return f"{between!r}.join({self._value(inner, rows)})"
            case nodes.Filter(node=nodes.Expr() as inner, name="default", args=[other, nodes.Const(value=True)]):
                return f"({self._value(inner, rows)} or {self._value(other, rows)})"
            case _:
                raise _BeyondUs

    def _side(self, node: nodes.Node, rows: Mapping[str, str]) -> str:
        """One side of a comparison: a number, or a value."""
        match node:
            case nodes.Const(value=int() as number):
                return repr(number)
            case _:
                return self._value(node, rows)
