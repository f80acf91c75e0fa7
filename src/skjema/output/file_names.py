"""File names: numbers by default, values only where a pattern asks for them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form
from skjema.errors import UsageError
from skjema.fieldtypes.show import show
from skjema.hashing import blake2b
from skjema.problems import Problem
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language

_GAP = re.compile(r"\{([^{}]*)\}")
_LONGEST = 100
"""Letters of a name, so that the whole path stays within what Windows takes."""
_ROOM = (_LONGEST, 40, 20, 10)
"""Letters of one value in a name, the first with which the whole fits: what stands after a long one stays."""
_MOST_BYTES = 200
"""Of a name, so that with what is put before and after it no file system finds it too long."""
_TELLING = ("name", "phone", "email", "postnummer")
"""Types of fields whose values tell who somebody is, or where."""
NUMBER = "nr"
"""What a pattern calls the record's number."""

Namer = Callable[[CheckedRecord], str]


def namer(form: Form, language: Language, pattern: str | None) -> Namer:
    """Gives each record its file name, without ending.

    Args:
        pattern: Such as `{barnehage_navn}-{nr}`; without one, the form's id and a number.

    Raises:
        UsageError: The pattern asks for a field the form doesn't have or for one that is nobody's business outside of
            the form, or is the same for every record.
    """
    if pattern is None:
        return lambda checked: f"{form.id}-{checked.record.document:04}"
    fields = _fields_named(form, pattern)

    def name_of(checked: CheckedRecord) -> str:
        texts = {name: show(one, _value(checked, name, one), language) for name, one in fields.items()}
        texts[NUMBER] = f"{checked.record.document:04}"
        for most in _ROOM:
            file_name = _clean(filled({name: text[:most] for name, text in texts.items()}))
            if _cut(file_name) == file_name:
                return file_name or f"{form.id}-{texts[NUMBER]}"
        return f"{_cut(file_name, spare=len(texts[NUMBER]) + 1)}-{texts[NUMBER]}"

    def filled(texts: Mapping[str, str]) -> str:
        return _GAP.sub(lambda gap: texts[gap[1]], pattern)

    return name_of


def telling_fields(form: Form, pattern: str | None) -> list[Field]:
    """The fields of a pattern that tell who somebody is: names, birthdays, and where people are reached."""
    found = dict.fromkeys(_fields_named(form, pattern).values()) if pattern else {}
    return [one for one in found if one.type in _TELLING or (one.type == "date" and one.id in form.key)]


def _fields_named(form: Form, pattern: str) -> dict[str, Field]:
    """The fields that a pattern asks for, by what it calls them; see `namer`."""
    from skjema.records.headings import find_field  # slow to load, and most files are named by number

    fields: dict[str, Field] = {}
    for name in _GAP.findall(pattern):
        if name != NUMBER:
            field = _column(form, name) or find_field(form, name)
            if field is None:
                raise UsageError(Problem("pattern-name", params={"got": name, "known": (NUMBER, *form.fields)}))
            fields[name] = open_field(field, "--name")
    if not _GAP.search(pattern):
        raise UsageError(Problem("pattern-constant", params={"got": pattern}))
    return fields


def _column(form: Form, name: str) -> Field | None:
    """The column of the row a document is for that a pattern calls `rad.navn`."""
    columns = form.addressed.field if form.addressed else ()
    return next((column for column in columns if name == f"{ROW}.{column.id}"), None)


def _value(checked: CheckedRecord, name: str, field: Field) -> Any:
    return (checked.values[ROW] if name.startswith(f"{ROW}.") else checked.values)[field.id]


def open_field(field: Field, option: str) -> Field:
    """The field, where its values may stand outside of the form: in names of files, bookmarks, covers and lists.

    Raises:
        UsageError: It is an identity number, or the definition says that it is sensitive.
    """
    if field.is_secret:
        raise UsageError(Problem("field-secret", params={"label": field.label, "option": option}))
    return field


def reported_name(file: str, form_id: str, key: bytes, number: int | None = None) -> str:
    """The name of a file in a run's report: its own where it is a number, else a hash, since it holds values.

    Args:
        key: What hashes are made with.
        number: Of the record it was made of, where that is known.
    """
    numbered = re.fullmatch(rf"{re.escape(form_id)}-(\d{{4,6}})\.\w+", file)
    is_plain = numbered is not None and number in (None, int(numbered[1]))
    return file if is_plain else hashed_name(file, key)


def hashed_name(file: str, key: bytes) -> str:
    """A keyed hash of a file's name, with its ending."""
    return blake2b(file.encode(errors="backslashreplace"), key=key, digest_size=12).hexdigest() + Path(file).suffix


def safe(name: str) -> str:
    """A name that every system takes, and no shell or printer queue stumbles over."""
    return _cut(_clean(name))


def _clean(name: str) -> str:
    """The name without characters that have a meaning on some system."""
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
