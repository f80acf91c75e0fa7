"""File names: numbers by default, values only where a pattern asks for them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import count, takewhile
from pathlib import Path

from skjema.definition.model import Field, Form
from skjema.errors import UsageError
from skjema.problems import Problem
from skjema.records.columns import field_called
from skjema.render.display import display
from skjema.validation.checked import Checked
from skjema.wording import Language

_GAP = re.compile(r"\{([^{}]*)\}")
_LONGEST = 100
"""Letters of a name, so that the whole path stays within what Windows takes."""
_ROOM = (_LONGEST, 40, 20, 10)
"""Letters of one value in a name, the first with which the whole fits: what stands after a long one stays."""
_MOST_BYTES = 200
"""Of a name, so that with what is put before and after it no file system finds it too long."""
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
    fields: dict[str, Field] = {}
    for name in _GAP.findall(pattern):
        if name != NUMBER:
            found = field_called(form, name)
            if found is None:
                raise UsageError(Problem("pattern-name", gaps={"got": name, "known": (NUMBER, *form.fields)}))
            fields[name] = found
    if not _GAP.search(pattern):
        raise UsageError(Problem("pattern-constant", gaps={"got": pattern}))

    def name_of(checked: Checked) -> str:
        texts = {name: display(one, checked.values[one.id], language) for name, one in fields.items()}
        texts[NUMBER] = f"{checked.record.number:04}"
        for most in _ROOM:
            made = _clean(filled({name: text[:most] for name, text in texts.items()}))
            if _cut(made) == made:
                return made or f"{form.id}-{texts[NUMBER]}"
        return f"{_cut(made, spare=len(texts[NUMBER]) + 1)}-{texts[NUMBER]}"

    def filled(texts: Mapping[str, str]) -> str:
        return _GAP.sub(lambda gap: texts[gap[1]], pattern)

    return name_of


def safe(name: str) -> str:
    """A name that every system takes, and no shell or printer queue stumbles over."""
    return _cut(_clean(name))


def _clean(name: str) -> str:
    """The name without what somewhere means something."""
    from pathvalidate import sanitize_filename

    plain = unicodedata.normalize("NFC", " ".join(name.split()))
    visible = "".join(one for one in plain if unicodedata.category(one)[0] != "C").strip(" .-~")
    return str(sanitize_filename(visible, platform="universal")).strip(" .-~")


def _cut(name: str, spare: int = 0) -> str:
    """As much of the name as there is room for, with `spare` letters less."""
    room = name[: _LONGEST - spare].encode()[: _MOST_BYTES - spare]
    return room.decode(errors="ignore").rstrip(" .-~")


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
