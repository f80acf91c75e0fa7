"""What a document says of itself, so that it is known when it comes back: form, edition, language and whose it is."""

import re
from typing import NamedTuple, Self

from skjema.definition.model import Form
from skjema.wording import Language

NO_TOKEN = "-" * 24
"""Stands where a document of no run has its token; as long as one, so that files can be laid out before it is known."""
FIELD = "@skjema"
"""Name of the field of a PDF form that holds it; no box of a form has such a name."""
NAME = "skjema"
"""Name of the property of a Word file that holds it."""
_MARK = re.compile(r"(?a:([\w-]{1,80}) (\d{4}-\d\d-\d\d) ([a-z]{2,8}) ([0-9a-f]{24}|-{24}))")


class Mark(NamedTuple):
    """Which document a file is. It holds no value of a record, and tells nothing to whoever lacks the run's key.

    Attributes:
        form: Id of the form.
        edition: The form's version.
        token: What the run calls whom it concerns, see `batch.identity`; empty for a document of no run.
    """

    form: str
    edition: str
    language: str
    token: str = ""

    @classmethod
    def of(cls, form: Form, language: Language, token: str = "") -> Self:
        return cls(form.id, form.version, language, token)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The mark that a text is, or holds among other words; None where there is none."""
        found = _MARK.search(text)
        return cls(*found.groups())._replace(token=found[4].strip("-")) if found else None

    @staticmethod
    def without(text: str) -> str:
        """A text without the marks among its words."""
        return " ".join(_MARK.sub("", text).split())

    def __str__(self) -> str:
        return f"{self.form} {self.edition} {self.language} {self.token or NO_TOKEN}"
