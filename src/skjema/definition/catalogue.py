"""Which forms there are, and where: the user's own folders first, then those that come with skjema."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.wording import Text

PACKAGE = Path(__file__).resolve().parent.parent


class Entry(NamedTuple):
    """One form of the catalogue.

    Attributes:
        title: In every language it has; empty where the definition can't be read.
        folder: Where its `skjema.toml` lies.
    """

    id: str
    title: Text
    version: str
    layout: str
    languages: tuple[str, ...]
    folder: Path


def shelves(own: Path | None = None) -> list[Path]:
    """Folders of forms, the first to be searched first.

    Args:
        own: The folder named by `--templates`; without it, `templates/` in the working folder.

    Raises:
        UsageError: There is no such folder.
    """
    if own is not None and not own.is_dir():
        from skjema.errors import UsageError
        from skjema.problems import Problem

        raise UsageError(Problem("templates-missing", gaps={"got": own}))
    first = own or Path("templates")
    return [first, bundled()] if first.resolve() != bundled() else [bundled()]


def bundled() -> Path:
    """The folder of the forms that come with skjema."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


def is_bundled(name: str, content: bytes) -> bool:
    """Whether a template is one that comes with skjema, and as it came."""
    came = bundled() / name.partition(".")[0] / name
    return came.is_file() and came.read_bytes() == content


def entries(own: Path | None = None) -> Iterator[Entry]:
    """Every form, by id; one of the user's own hides a bundled one of the same id."""
    found: dict[str, Entry] = {}
    for shelf in shelves(own):
        for file in sorted(shelf.glob("*/skjema.toml")):
            found.setdefault(file.parent.name, _entry(file))
    yield from (found[name] for name in sorted(found))


def _entry(file: Path) -> Entry:
    """What the catalogue shows of a form, read without judging the rest of its definition."""
    import tomllib  # only for the list: `find` does without

    try:
        text = read_file(file).decode("utf-8-sig")
        head, _, _ = text.partition("\n[[")  # the form's own table stands first, before long lists
        form = tomllib.loads(head).get("form") or tomllib.loads(text).get("form", {})
        return Entry(
            id=file.parent.name,
            title=_texts(form.get("title", {})),
            version=str(form.get("version", "")),
            layout=str(form.get("layout", "")),
            languages=tuple(code for code in form.get("languages", ()) if isinstance(code, str)),
            folder=file.parent,
        )
    except (FileError, ValueError, TypeError, AttributeError, RecursionError):  # of whatever shape it is
        return Entry(id=file.parent.name, title={}, version="", layout="", languages=(), folder=file.parent)


def _texts(title: dict[str, object]) -> Text:
    return {code: text for code, text in title.items() if isinstance(text, str)}


def find(form_id: str, own: Path | None = None) -> Path:
    """The folder of a form.

    Raises:
        UsageError: There is no such form; the nearest name is offered.
    """
    for shelf in shelves(own):
        if (shelf / form_id / "skjema.toml").exists():
            return shelf / form_id
    from skjema.errors import UsageError
    from skjema.problems import Problem

    names = [entry.id for entry in entries(own)]
    from difflib import get_close_matches

    hint = get_close_matches(form_id, names, n=1) or names
    raise UsageError(Problem("form-unknown", gaps={"got": form_id, "hint": tuple(hint)}))
