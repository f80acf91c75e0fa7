"""Checks before rendering whether a template gives well-formed XML whatever its tags leave out or repeat."""

import re
from collections.abc import Iterable

from jinja2 import nodes

from skjema.formats.docx.runs import FLAT

_TOKENS = re.compile(r"<!--.*?-->|<(/?)([\w:.-]+)|(/?)>", re.DOTALL)
_RUN_TEXT = "w:t"


class CrossedTagsError(Exception):
    """A block's tags stand on both sides of the edge of an XML element."""


def is_always_well_formed(tree: nodes.Template) -> bool:
    """Whether the part is well-formed for every record; values outside of runs are passed through the filter `FLAT`.

    False where that can't be decided, as for some macros.

    Raises:
        CrossedTagsError: There is a record for which it wouldn't be well-formed.
    """
    return _Walk().through(tree.body)


class _Walk:
    """Walks through a part's syntax tree, and keeps track of open elements.

    Attributes:
        open: Names of open elements, outermost first; if `in_tag`, the last one's tag isn't closed yet.
    """

    def __init__(self) -> None:
        self.open: list[str] = []
        self._texts: set[str] = set()
        """Macros that print the text of a run."""
        self._is_sure = True
        # a template tag may stand within an XML tag, in the value of an attribute
        self.in_tag = self.closing = False

    def through(self, body: Iterable[nodes.Node]) -> bool:
        for node in body:
            match node:
                case nodes.Output():
                    node.nodes = [self._piece(piece) for piece in node.nodes]
                    if not self._is_sure:
                        return False
                case nodes.If():
                    branches = (node.body, *(branch.body for branch in node.elif_), node.else_)
                    if not all(map(self._leaves_all_open, branches)):
                        return False
                case nodes.For():
                    if not all(map(self._leaves_all_open, (node.body, node.else_))):
                        return False
                case nodes.Assign():
                    pass
                case nodes.Macro() if not self.in_tag and not any(map(_holds_xml, node.body)):
                    self._texts.add(node.name)
                case _:
                    return False
        return True

    def _leaves_all_open(self, body: list[nodes.Node]) -> bool:
        """Whether a branch provably ends with the same open elements, so that it can be left out or repeated."""
        before = [*self.open], self.in_tag
        can_be_told = self.through(body)
        if can_be_told and (self.open, self.in_tag) != before:
            raise CrossedTagsError
        return can_be_told

    def _piece(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            self._read(node.data)
            return node
        is_in_run = not self.in_tag and self.open[-1:] == [_RUN_TEXT]
        if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in self._texts and not is_in_run:
            self._is_sure = False  # a macro may print elements that belong in a run's text
        if not is_in_run:
            return _flat(node)
        return node

    def _read(self, xml: str) -> None:
        for token in _TOKENS.finditer(xml):
            slash, name, ends_alone = token.groups()
            if name is not None:
                self._begin(name, closing=bool(slash))
            elif ends_alone is not None and self.in_tag:
                self.in_tag = False
                if self.closing or ends_alone:
                    self.open.pop()

    def _begin(self, name: str, *, closing: bool) -> None:
        if self.in_tag or (closing and self.open[-1:] != [name]):
            raise CrossedTagsError
        self.in_tag, self.closing = True, closing
        if not closing:
            self.open.append(name)


def _holds_xml(node: nodes.Node) -> bool:
    """Whether a piece of a macro has XML elements, or more than values and conditions."""
    return any(
        "<" in one.data if isinstance(one, nodes.TemplateData) else isinstance(one, nodes.CallBlock | nodes.FilterBlock)
        for one in (node, *node.find_all((nodes.TemplateData, nodes.CallBlock, nodes.FilterBlock)))
        if not isinstance(one, nodes.Output)
    )


def _flat(node: nodes.Expr) -> nodes.Expr:
    """The value passed through `FLAT`; literal texts are left as they are."""
    # `a if b else c`, as for the sign of a tick box
    choices = [node.expr1, node.expr2] if isinstance(node, nodes.CondExpr) else [node]
    if all(isinstance(choice, nodes.Const | nodes.Call) for choice in choices):
        return node
    flattened = nodes.Filter(node, FLAT, [], [], None, None, lineno=node.lineno)
    flattened.environment = node.environment
    return flattened
