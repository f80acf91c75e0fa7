"""Whether a template gives well-formed XML whatever its tags leave out, repeat and put in, seen before any record."""

import re
from collections.abc import Iterable

from jinja2 import nodes

from skjema.formats.docx.runs import FLAT

_TOKENS = re.compile(r"<!--.*?-->|<(/?)([\w:.-]+)|(/?)>", re.DOTALL)
_RUN_TEXT = "w:t"


class CrossedTagsError(Exception):
    """A tag begins and ends on two sides of one of Word's elements."""


def is_always_well_formed(tree: nodes.Template) -> bool:
    """Whether the part is well-formed for every record; values that stand in no run are made to pass through `FLAT`.

    False where that can't be told: macros and the like.

    Raises:
        CrossedTagsError: There is a record for which it wouldn't be well-formed.
    """
    return _Walk().through(tree.body)


class _Walk:
    """Goes through a part's syntax tree, and keeps count of the elements that are open.

    Attributes:
        open: Names of the elements, outermost first; the last is a tag that isn't closed yet if `in_tag`.
    """

    def __init__(self) -> None:
        self.open: list[str] = []
        self._texts: set[str] = set()
        """Macros that print a run's text."""
        self._is_sure = True
        # a tag of the template may stand within an XML tag: in the value of an attribute
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
        """Whether a branch can be told to end where it began; then it may be left out, or repeated, at will."""
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
            self._is_sure = False  # what a macro prints has the elements of a run's text
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
    """Whether a piece of a macro has any of Word's elements in it, or more than values and conditions."""
    return any(
        "<" in one.data if isinstance(one, nodes.TemplateData) else isinstance(one, nodes.CallBlock | nodes.FilterBlock)
        for one in (node, *node.find_all((nodes.TemplateData, nodes.CallBlock, nodes.FilterBlock)))
        if not isinstance(one, nodes.Output)
    )


def _flat(node: nodes.Expr) -> nodes.Expr:
    """The value without line breaks; words of the template's own are left as they are."""
    # `a if b else c`, as a tick box's sign is written
    choices = [node.expr1, node.expr2] if isinstance(node, nodes.CondExpr) else [node]
    if all(isinstance(choice, nodes.Const | nodes.Call) for choice in choices):
        return node
    flattened = nodes.Filter(node, FLAT, [], [], None, None, lineno=node.lineno)
    flattened.environment = node.environment
    return flattened
