"""The catalogue of forms: those in the user's own folder first, then those that come with skjema."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.wording import Text

LAWS = "_lover.toml"
"""The file of laws that the forms of a folder share."""
RULES = "_regler.toml"
"""The file of rules of law that the forms of a folder share."""
Family = Literal["samtykke", "henvisning", "plan", "mote", "vurdering", "melding"]
FAMILIES: tuple[str, ...] = get_args(Family)
"""Kinds of forms, in the order of lists."""
PACKAGE = Path(__file__).resolve().parent.parent


class CatalogueEntry(NamedTuple):
    """One form of the catalogue; all but its id and folder are empty where the definition can't be read.

    Attributes:
        title: In every language it has.
        folder: Where its `skjema.toml` lies.
        family: What kind of form it is, as in its definition.
        purpose: What it is for, in every language it says so in.
        pdf: Whose paper its PDFs are, as in its definition.
    """

    id: str
    title: Text
    version: str
    layout: str
    languages: tuple[str, ...]
    folder: Path
    family: str
    purpose: Text
    pdf: str = "made"


def form_folders(own: Path | None = None) -> list[Path]:
    """The folders that hold forms, in the order in which they are searched.

    Args:
        own: The folder named by `--templates`; without it, `templates/` in the working folder.

    Raises:
        UsageError: There is no such folder.
    """
    if own is not None and not own.is_dir():
        from skjema.errors import UsageError
        from skjema.problems import Problem

        raise UsageError(Problem("templates-missing", params={"got": own}))
    first = own or Path("templates")
    return [first, bundled_folder()] if first.resolve() != bundled_folder() else [bundled_folder()]


def bundled_folder() -> Path:
    """The folder of the forms that come with skjema."""
    # An installed package holds them; in a working copy they stand beside `src`.
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


def is_bundled(name: str, content: bytes) -> bool:
    """Whether a Word template is one that comes with skjema, and unchanged."""
    original = bundled_folder() / name.partition(".")[0] / name
    return original.is_file() and original.read_bytes() == content


def list_forms(own: Path | None = None) -> Iterator[CatalogueEntry]:
    """Every form, by id; one of the user's own hides a bundled one of the same id."""
    by_id: dict[str, CatalogueEntry] = {}
    for shelf in form_folders(own):
        for file in sorted(shelf.glob("*/skjema.toml")):
            by_id.setdefault(file.parent.name, _entry(file))
    for form_id in sorted(by_id):
        yield by_id[form_id]


def _entry(file: Path) -> CatalogueEntry:
    """What the catalogue shows of a form; faults in the rest of its definition don't matter."""
    import tomllib  # loaded for the list of forms alone: the other commands only call `find`

    try:
        text = read_file(file).decode("utf-8-sig")
        # `[form]` usually stands before the first list of tables; to read no further is what makes the list quick.
        head, _, _ = text.partition("\n[[")
        form = tomllib.loads(head).get("form") or tomllib.loads(text).get("form", {})
        return CatalogueEntry(
            id=file.parent.name,
            title=_texts(form.get("title", {})),
            version=str(form.get("version", "")),
            layout=str(form.get("layout", "")),
            languages=tuple(code for code in form.get("languages", ()) if isinstance(code, str)),
            folder=file.parent,
            family=str(form.get("family", "")),
            purpose=_texts(form.get("purpose", {})),
            pdf=str(form.get("pdf", "made")),
        )
    # Nothing has checked the file yet: `form` may be a number, a list, or brackets without end.
    except (FileError, ValueError, TypeError, AttributeError, RecursionError):
        return CatalogueEntry(file.parent.name, {}, "", "", (), file.parent, "", {})


def _texts(title: dict[str, object]) -> Text:
    """The languages of a title that are texts; whatever else the file gives is left out."""
    return {code: text for code, text in title.items() if isinstance(text, str)}


def _called(name: str, entries: Sequence[CatalogueEntry]) -> list[CatalogueEntry]:
    """The forms that a name may mean: by their whole title in any language, or else by a part of it or of their id."""
    from skjema.text_match import match_key

    wanted = match_key(name)
    names = [({match_key(entry.id), *map(match_key, entry.title.values())}, entry) for entry in entries]
    whole = [entry for called, entry in names if wanted in called]
    return whole or [entry for called, entry in names if wanted and any(wanted in one for one in called)]


def find_form(form_id: str, own: Path | None = None) -> Path:
    """The folder of a form, by its id, its title in any language, or a part of one that no other has.

    Raises:
        UsageError: There is no such form, or several; the nearest name is offered.
    """
    for shelf in form_folders(own):
        if (shelf / form_id / "skjema.toml").exists():
            return shelf / form_id
    from difflib import get_close_matches

    from skjema.errors import UsageError
    from skjema.problems import Problem

    entries = list(list_forms(own))
    found = _called(form_id, entries)
    if len(found) == 1:
        return found[0].folder
    if found:
        raise UsageError(Problem("form-ambiguous", params={"got": form_id, "hint": tuple(one.id for one in found)}))
    ids = [entry.id for entry in entries]
    hint = get_close_matches(form_id, ids, n=1) or ids
    raise UsageError(Problem("form-unknown", params={"got": form_id, "hint": tuple(hint)}))
