"""Jinja as Word templates use it: sandboxed, escaped, and strict about every missing name at once."""

import re
import sys
from collections.abc import Iterator
from types import CodeType, FrameType
from typing import Any, ClassVar, NamedTuple

from jinja2 import Template, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

_TEMPLATE_FILE = "<template>"
"""What Jinja calls the file of a template that came as a string."""
_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


class MissingName(NamedTuple):
    """A name that a template asks for and the data don't have; `line` counts from 1 in the template's source."""

    name: str
    line: int


class FailedTag(Exception):
    """A tag that can't be worked out; `reason` is the kind of error, whose message may quote a value."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class _Missing(Undefined):
    """Stands for a missing name: noted when used, then empty, so that one rendering finds all of them."""

    noted: ClassVar[list[MissingName]]

    def _note(self) -> None:
        self.noted.append(MissingName(self._undefined_name or "?", _template_line()))

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        self._note()
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._note()
        return ""


def _template_line() -> int:
    """The line of the template's source that is being rendered."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 0


def _raised_at(error: Exception) -> int:
    """The line of the template's source that raised an error; Jinja has put it into the traceback."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _WordCode(CodeGenerator):
    """Generates code that escapes a value in one step with breaking it into lines, and only where it must be."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class WordEnvironment(ImmutableSandboxedEnvironment):
    """Compiles parts of Word templates; they can read the values they are given and nothing else."""

    code_generator_class = _WordCode

    def __init__(self) -> None:
        self._noted: list[MissingName] = []
        undefined = type("Missing", (_Missing,), {"noted": self._noted})
        super().__init__(autoescape=True, undefined=undefined, finalize=_in_a_run)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A row's value before a dictionary's method of that name; all else as the sandbox allows."""
        if obj.__class__ is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def loaded(self, code: CodeType) -> Template:
        """The template that `compile` has made the code of."""
        return Template.from_code(self, code, self.make_globals(None))

    def render_part(self, template: Template, context: dict[str, Any]) -> tuple[str, list[MissingName]]:
        """The rendered text, and the names that were missing.

        Raises:
            FailedTag: A tag can't be worked out, or reaches for what it may not.
        """
        self._noted.clear()
        try:
            text = template.render(context)
        except Exception as error:  # noqa: BLE001 - an expression in a template may raise anything
            raise FailedTag(type(error).__name__, _raised_at(error)) from None
        return text, list(self._noted)


_SPECIAL = re.compile("[&<>\"'\n\t]").search


def _in_a_run(value: Any) -> Any:
    """A value as it goes into the text of a run: escaped, and with elements for line breaks and tabs."""
    if value.__class__ is not str:
        return escape(value)
    return escape(value).replace("\n", _BREAK).replace("\t", _TAB) if _SPECIAL(value) else value
