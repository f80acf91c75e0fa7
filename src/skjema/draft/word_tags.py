"""Finds the names used in a Word file made for docxtpl: values, rows of loops, conditions; and rewrites its tags."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docxtpl.template import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from skjema.draft.box_answers import SHOWN_YES_NO, yes_no_words
from skjema.draft.guess import Guess, GuessedAnswer, guess_type, words_of
from skjema.draft.word_places import Place
from skjema.formats.docx.part_xml import W
from skjema.formats.docx.run_texts import own_texts, own_words, put

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_QUOTED = re.compile(r"('[^']*'|\"[^\"]*\"|[\u201c\u201d][^\u201c\u201d]*[\u201c\u201d])")
_KNOWN = frozenset({"loop", "range", "dict", "lipsum", "cycler", "joiner", "namespace", "today", "self", "caller"})
"""Names that a template may use and that are no fields."""


@dataclass(slots=True, eq=False)
class _Name:
    """The uses of one name in a template.

    Attributes:
        text: The name as written: `navn`, `barn.navn`; for a column, without the row's variable.
        group: For a column, the list that the loop goes over.
        row: For a column, the loop's variable.
        is_printed: Whether its value is used for anything but a condition.
        is_rich: Whether it is printed as rich text.
        compared: Texts that it is compared with.
        measured: Numbers that it is compared with.
    """

    text: str
    group: str = ""
    row: str = ""
    is_printed: bool = False
    is_tested: bool = False
    is_rich: bool = False
    compared: list[str] = field(default_factory=list)
    measured: list[int | float] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"tag {self.group}.{self.text}" if self.group else f"tag {self.text}"

    @property
    def written(self) -> str:
        return f"{self.row}.{self.text}" if self.row else self.text

    def guess(self, label: str) -> Guess:
        own = self.text.rpartition(".")[2]
        label = label or " ".join(words_of(self.text)).capitalize() or own
        kind, reason = guess_type(label, self.text)
        compared = [one for one in dict.fromkeys(self.compared) if one]
        answers = tuple(GuessedAnswer("", one) for one in yes_no_words(compared) or compared)
        if self.is_rich:
            kind, reason = "longtext", "kind"
        elif self.measured:
            kind = "integer" if all(isinstance(one, int) for one in self.measured) else "decimal"
            reason, answers = "kind", ()
        elif [one.label for one in answers] == SHOWN_YES_NO:
            kind, reason, answers = "yes_no", "kind", ()
        elif answers:
            kind, reason = "choice", "kind"
        elif self.is_tested and not self.is_printed:
            kind, reason = "yes_no", "kind"
        return Guess(
            id=self.text.replace(".", "_"), type=kind, label=label, answers=answers if kind == "choice" else (),
            group=self.group, sources=(self.written,), reason=reason,
        )  # fmt: skip


def tag_places(part: str, root: etree._Element) -> tuple[list[Place], list[str]]:
    """The places of a part with tags, and tags that can't be understood."""
    if not any("{" in own_words(one) for one in root.iter(f"{W}p")):
        return [], []
    source: str = DocxTemplate(part).patch_xml(etree.tostring(root, encoding="unicode"))  # type: ignore[no-untyped-call]
    try:
        tree = Environment().parse(source)  # noqa: S701 - parsed only
    except TemplateSyntaxError as error:
        return [], [str(error.message)]
    walk = _Walk()
    walk.through(tree, {})
    paragraphs = [one for one in root.iter(f"{W}p") if _TAG.search(own_words(one))]
    return list(_places(walk.names.values(), paragraphs)), walk.strange


class _Walk:
    """Walks through a part's syntax tree, and records the uses of each name."""

    def __init__(self) -> None:
        self.names: dict[str, _Name] = {}
        self.strange: list[str] = []
        self._own: set[str] = set(_KNOWN)

    def through(  # noqa: C901 - a kind of node a line
        self, node: nodes.Node, rows: Mapping[str, str], *, test: bool = False
    ) -> None:
        """Record the names in a node.

        Args:
            rows: For each enclosing loop, the list it goes over, by the loop's variable.
            test: Whether the node is in a condition.
        """
        match node:
            case nodes.For(target=nodes.Name(name=row), iter=nodes.Name(name=listed)) if listed not in rows:
                for child in (*node.body, *node.else_):
                    self.through(child, {**rows, row: listed})
            case nodes.For():
                self.strange.append("for")
            case nodes.If() | nodes.CondExpr():
                self.through(node.test, rows, test=True)
                self._below(node, rows, "test")
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str() as text))]):
                if name := self._name(node.expr, rows):
                    name.compared.append(text)
            case nodes.Compare(expr=left, ops=[nodes.Operand(expr=right)]) if _is_number(left) or _is_number(right):
                self._measured(*((right, left) if _is_number(left) else (left, right)), rows)
            case nodes.Not() | nodes.And() | nodes.Or():
                for child in node.iter_child_nodes():
                    self.through(child, rows, test=test)
            case nodes.Assign(target=nodes.Name(name=own)) | nodes.Macro(name=own):
                self._own.add(own)
                self._below(node, rows, "target")
            case nodes.Name(ctx="load") | nodes.Getattr():
                if name := self._name(node, rows):
                    name.is_tested |= test
                    name.is_printed |= not test
            case _:
                self._below(node, rows)

    def _measured(self, node: nodes.Node, number: nodes.Node, rows: Mapping[str, str]) -> None:
        """Record that a name, possibly converted to a number, is compared with a number."""
        while isinstance(node, nodes.Filter) and node.node is not None and node.name in ("int", "float", "default"):
            node = node.node
        if isinstance(number, nodes.Const) and (name := self._name(node, rows)):
            name.measured.append(number.value)

    def _below(self, node: nodes.Node, rows: Mapping[str, str], *but: str) -> None:
        for child in node.iter_child_nodes(exclude=but):
            self.through(child, rows)

    def _name(self, node: nodes.Node, rows: Mapping[str, str]) -> _Name | None:
        """The record of a name or attribute; None for other nodes."""
        parts: list[str] = []
        while isinstance(node, nodes.Getattr):
            parts.insert(0, node.attr)
            node = node.node
        if not isinstance(node, nodes.Name):
            self.through(node, rows)
            return None
        if node.name in self._own:
            return None
        if node.name not in rows:
            return self._noted(_Name(".".join((node.name, *parts))))
        if not parts:
            self.strange.append(node.name)
            return None
        return self._noted(_Name(".".join(parts), rows[node.name], node.name))

    def _noted(self, name: _Name) -> _Name:
        return self.names.setdefault(name.key, name)


def _is_number(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


def _places(names: Iterable[_Name], paragraphs: list[etree._Element]) -> Iterator[Place]:
    rewritten: dict[etree._Element, None] = dict.fromkeys(paragraphs)
    for name in names:
        word = re.compile(rf"(?<![\w.]){re.escape(name.written)}(?!\w|\.\w)")
        holders = [one for one in rewritten if any(word.search(tag[0]) for tag in _TAG.finditer(own_words(one)))]
        if not holders:
            continue
        first = own_words(holders[0])
        name.is_rich = re.search(rf"\{{\{{[rp]\s+{re.escape(name.written)}\W", first) is not None
        guess = name.guess(_label_before(first, word))
        yield Place(holders[0], "tag", name.key, guess, _rewrite(holders, word, name))


def _label_before(words: str, word: re.Pattern[str]) -> str:
    """The words before the first tag with a name, if they end with a colon."""
    tag = next(one for one in _TAG.finditer(words) if word.search(one[0]))
    before = re.split(r"[\t]|\}\}|%\}", words[: tag.start()])[-1].strip()
    return before[:-1].strip() if before.endswith(":") and len(before) <= 80 else ""


def _rewrite(paragraphs: list[etree._Element], word: re.Pattern[str], name: _Name) -> Callable[[Guess], None]:
    """A function that renames a name in the tags of some paragraphs to the definition's id."""

    def fill(guess: Guess) -> None:
        own = f"{name.row}.{guess.id}" if name.row else guess.id
        tick = f"{name.row}.valgt.{guess.id}.ja" if name.row else f"valgt.{guess.id}.ja"
        in_test = tick if guess.type == "yes_no" and not name.compared else own
        if name.measured:  # a template has texts
            in_test = f"{own}|int" if guess.type == "integer" else f"{own}|replace(',', '.')|float"
        if own == name.written and in_test == own and not name.group:
            return
        for paragraph in paragraphs:
            for tag in reversed(list(_TAG.finditer(own_words(paragraph)))):
                new = _renamed(tag[0], word, own, in_test)
                if name.group and guess.group != name.group and tag[0].startswith("{%"):
                    new = re.sub(rf"(\sin\s+){re.escape(name.group)}\b", rf"\1{guess.group}", new)
                if new != tag[0]:
                    put(list(own_texts(paragraph)), *tag.span(), new)

    return fill


def _renamed(tag: str, word: re.Pattern[str], own: str, in_test: str) -> str:
    """A tag with a name replaced, except in quotes."""
    to = in_test if re.match(r"\{%\w*\s*(el)?if\b", tag) or re.search(r"\bif\b", tag) else own
    # in `a if b else c`, what is printed is no condition
    parts = _QUOTED.split(tag)
    return "".join(part if number % 2 else word.sub(to, part) for number, part in enumerate(parts))
