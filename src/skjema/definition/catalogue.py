"""The catalogue of forms: those in the user's own folder first, then those that come with skjema."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from skjema.errors import FileError
from skjema.formats.open_input import read_file
from skjema.wording import Text

LAWS = "_lover.toml"
"""File with the laws that all forms of a folder share."""
RULES = "_regler.toml"
"""File with the rules of law that all forms of a folder share."""
Family = Literal["samtykke", "henvisning", "plan", "mote", "vurdering", "melding"]
FAMILIES: tuple[str, ...] = get_args(Family)
"""Kinds of forms, in the order of lists."""
PACKAGE = Path(__file__).resolve().parent.parent


class CatalogueEntry(NamedTuple):
    """One form of the catalogue; only its id and folder are set where the definition can't be read.

    Attributes:
        title: In every language it has.
        folder: Folder of its `skjema.toml`.
        family: Kind of form, as in its definition.
        purpose: What the form is for, in the languages that the definition gives.
        word: Who made the layout of its Word files, as in its definition: `made` or `own`.
        pdf: Who made the layout of its PDFs, as in its definition: `made`, `own` or `from-word`.
    """

    id: str
    title: Text
    version: str
    layout: str
    languages: tuple[str, ...]
    folder: Path
    family: str
    purpose: Text
    word: str = "made"
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
    # in an installed package the forms are inside it; in a working copy they lie beside `src`
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


def is_bundled(name: str, content: bytes) -> bool:
    """Whether a Word template is an unchanged copy of one that comes with skjema."""
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
    """The catalogue's entry of a form, from its `[form]` table; faults elsewhere in the definition don't matter."""
    import tomllib  # loaded for the list of forms alone: the other commands only call `find`

    try:
        text = read_file(file).decode("utf-8-sig")
        # `[form]` usually stands before the first list of tables; reading only that keeps `skjema list` quick
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
            word=str(form.get("word", "made")),
            pdf=str(form.get("pdf", "made")),
        )
    # the file is unchecked here: `form` may be a number, a list, or thousands of brackets
    except (FileError, ValueError, TypeError, AttributeError, RecursionError):
        return CatalogueEntry(file.parent.name, {}, "", "", (), file.parent, "", {})


def _texts(title: dict[str, object]) -> Text:
    """The texts of a title by language; values that aren't texts are left out."""
    return {code: text for code, text in title.items() if isinstance(text, str)}


def _called(name: str, entries: Sequence[CatalogueEntry]) -> list[CatalogueEntry]:
    """The forms that a name may mean: those with this id or whole title, else those that have it as a part."""
    from skjema.text_match import match_key

    wanted = match_key(name)
    names = [({match_key(entry.id), *map(match_key, entry.title.values())}, entry) for entry in entries]
    whole = [entry for called, entry in names if wanted in called]
    return whole or [entry for called, entry in names if wanted and any(wanted in one for one in called)]


def find_form(form_id: str, own: Path | None = None) -> Path:
    """The folder of a form, found by its id, its title in any language, or an unambiguous part of either.

    Raises:
        UsageError: No form, or more than one, has such a name; the nearest names are offered.
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
