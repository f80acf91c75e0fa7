"""Says in a few words who made the layout of a form's papers."""

from typing import Protocol

from skjema.cli.language import current
from skjema.wording.messages import say


class _Papers(Protocol):
    @property
    def word(self) -> str: ...
    @property
    def pdf(self) -> str: ...


def papers_of(form: _Papers) -> str:
    """A remark at the end of a line on a form whose papers skjema doesn't lay out; empty for other forms."""
    told = [say(f"papers-{kind}-{whose}", current()) for kind, whose in _told(form)]
    return f" \u2013 {', '.join(told)}" if told else ""


def _told(form: _Papers) -> list[tuple[str, str]]:
    return [(kind, whose) for kind, whose in (("word", form.word), ("pdf", form.pdf)) if whose in ("own", "from-word")]
