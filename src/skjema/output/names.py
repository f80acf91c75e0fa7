"""File names: numbers by default, values only where a pattern asks for them."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from pathlib import Path

from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.problems import Problem
from skjema.render.display import display
from skjema.validation.checked import Checked
from skjema.wording import Language

_GAP = re.compile(r"\{([^{}]*)\}")
_LONGEST = 100
"""Letters of a name, so that the whole path stays within what Windows takes."""
NUMBER = "nr"
"""What a pattern calls the record's number."""

Namer = Callable[[Checked], str]


def namer(form: Form, language: Language, pattern: str | None) -> Namer:
    """Gives each record its file name, without ending.

    Args:
        pattern: Such as `{barnehage_navn}-{nr}`; without one, the form's id and a number.

    Raises:
        UsageError: The pattern asks for a field the form doesn't have, or is the same for every record.
    """
    if pattern is None:
        return lambda checked: f"{form.id}-{checked.record.number:04}"
    fields, asked = form.fields, _GAP.findall(pattern)
    for name in asked:
        if name != NUMBER and name not in fields:
            raise UsageError(Problem("pattern-name", gaps={"got": name, "known": (NUMBER, *fields)}))
    if not asked:
        raise UsageError(Problem("pattern-constant", gaps={"got": pattern}))

    def name_of(checked: Checked) -> str:
        def value(found: re.Match[str]) -> str:
            if found[1] == NUMBER:
                return f"{checked.record.number:04}"
            return display(fields[found[1]], checked.values[found[1]], language)

        return safe(_GAP.sub(value, pattern)) or f"{form.id}-{checked.record.number:04}"

    return name_of


def safe(name: str) -> str:
    """A name that every system takes, and no shell or printer queue stumbles over."""
    from pathvalidate import sanitize_filename

    plain = unicodedata.normalize("NFC", " ".join(name.split()))
    visible = "".join(one for one in plain if unicodedata.category(one)[0] != "C")
    return str(sanitize_filename(visible, platform="universal")).strip(" .-~")[:_LONGEST].rstrip(" .")


def fresh_folder(wanted: Path) -> Path:
    """`wanted`, or the first of `wanted-2`, `wanted-3` and so on that isn't there yet."""
    return next(folder for folder in _series(wanted) if not folder.exists())


def latest_folder(wanted: Path) -> Path:
    """The last of the folders that `fresh_folder` has given; `wanted` where it has given none."""
    there = list(takewhile(Path.exists, _series(wanted)))
    return there[-1] if there else wanted


def _series(wanted: Path) -> Iterator[Path]:
    yield wanted
    yield from (wanted.with_name(f"{wanted.name}-{at}") for at in count(2))
