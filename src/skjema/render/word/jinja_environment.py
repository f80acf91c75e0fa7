"""Jinja for Word templates: sandboxed, escaping, and reporting all missing names at once."""

import marshal
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import FrameType
from typing import Any, ClassVar, NamedTuple

from jinja2 import Template, Undefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from skjema.formats.docx.runs import FLAT, caps, first_cap, flat, in_a_run
from skjema.render.word.compiled_template import Look
from skjema.render.word.part_values import part_values

_TEMPLATE_FILE = "<template>"
"""Jinja's file name for templates compiled from a string."""

_MAKE_XML = ("safe", "indent", "urlize", "xmlattr")
"""Filters whose result counts as XML: with them, a template could put values into addresses and fields."""


class MissingName(NamedTuple):
    """A name that a template uses and the data lack; `line` counts from 1 in the template's source."""

    name: str
    line: int


class FailedTag(NamedTuple):
    """A tag that can't be evaluated; `reason` is the kind of error only, since its message may quote a value."""

    reason: str
    line: int


class _Missing(Undefined):
    """Stands for a missing name: its use is recorded, and it is empty, so that one rendering finds all of them."""

    found: ClassVar[list[MissingName]]

    def _record(self) -> None:
        self.found.append(MissingName(self._undefined_name or "?", _template_line()))

    def __str__(self) -> str:
        self._record()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._record()
        return iter(())

    def __bool__(self) -> bool:
        self._record()
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling look these up, templates don't
            raise AttributeError(name)
        self._record()
        return ""


def _template_line() -> int:
    """The line of the template's source that is being rendered."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:  # the nearest frame up the stack that Jinja has compiled is the template's
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 0


def _raised_at(error: Exception) -> int:
    """The line of the template's source that raised an error, from Jinja's traceback."""
    # the innermost frame of a template counts, since macros call each other
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


# without a sandbox, `{{ cycler.__init__.__globals__.os.popen('…') }}` in a template would run a program
class WordEnvironment(ImmutableSandboxedEnvironment):
    """Compiles parts of Word templates, which can only read the values that they are given."""

    def __init__(self) -> None:
        self.missing_names: list[MissingName] = []
        # a class for each environment: Jinja creates the instances, and can't pass a list to them
        undefined = type("Missing", (_Missing,), {"found": self.missing_names})
        # escaped: unescaped, `Hansen & Sønn` would print as `Hansen  Sønn`, and all text after a `<` would be lost
        # not optimized: expressions are evaluated when a record is rendered, never during compilation
        super().__init__(autoescape=True, undefined=undefined, finalize=_in_a_run, optimized=False)
        for name in _MAKE_XML:
            del self.filters[name]
        self.filters |= {FLAT: flat, "firstcap": first_cap, "caps": caps}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A row's value wins over a dictionary's method of the same name; otherwise as in the sandbox."""
        if obj.__class__ is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Rendered(NamedTuple):
    """The result of rendering a part.

    Attributes:
        missing: The missing names.
        failed: The tag that couldn't be evaluated, if any; `text` is empty then.
    """

    text: str
    missing: list[MissingName]
    failed: FailedTag | None = None


class JinjaTemplates:
    """Renders the parts of one template with Jinja.

    Args:
        parts: For each part, its marshalled code from `WordEnvironment.compile`, and the formatting of its rich tags.
    """

    def __init__(self, parts: Iterable[tuple[bytes, tuple[Look, ...]]]) -> None:
        self._environment = environment = WordEnvironment()
        codes, self._looks = zip(*parts, strict=True)
        names = environment.make_globals(None)
        self._templates = [Template.from_code(environment, marshal.loads(code), names) for code in codes]  # noqa: S302

    def render(self, number: int, context: Mapping[str, Any], first_picture: int) -> Rendered:
        """Render the part with this number, from 0."""
        values = part_values(context, self._looks[number], first_picture)
        missing = self._environment.missing_names
        missing.clear()
        try:
            text = self._templates[number].render(values)
        except Exception as error:  # noqa: BLE001 - an expression in a template may raise anything
            return Rendered("", [], FailedTag(type(error).__name__, _raised_at(error)))
        return Rendered(text, list(missing))


@pass_context  # keeps Jinja from evaluating constants during compilation
def _in_a_run(_: Context, value: Any) -> Any:
    """A text escaped for a run; Jinja escapes all other values."""
    return Markup(in_a_run(value)) if value.__class__ is str else value  # noqa: S704 - it has been escaped
