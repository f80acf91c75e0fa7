"""Warns of entries of kommune.toml that no form reads, and of files beside templates that skjema doesn't use."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path as File

from skjema.definition.catalogue import RULES, bundled_folder
from skjema.definition.model import Form
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem, Severity
from skjema.wording import Language, in_language

_PAPERS = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot", ".odt", ".pdf", ".rtf")
"""Endings of files that somebody may have put there for a form."""

_MOST_TOLD = 5
"""How many texts a note lists."""
_OURS = b"Typst"
"""Appears in the metadata of every PDF that skjema has set."""


def unread_names(form: Form) -> Iterator[Problem]:
    """A warning for each name in kommune.toml that no form has; one file serves all, so a form ignores the others'."""
    profile = form.profile
    own = {*form.fields, *form.groups, *form.settings}
    lists = {field.shares for field in form.all_fields}
    names = [name for name in (*profile.values, *profile.settings, *profile.rows) if name not in own]
    names += [name for name in profile.choices if name not in lists]
    shelves = {form.folder.parent, bundled_folder(), *(folder.parent for folder in form.template_folders)}
    for name in _names_in_no_definition(names, shelves):
        yield Problem("profile-name-unread", Place(form.profile_name), Severity.WARNING, {"got": name})


def _names_in_no_definition(names: Sequence[str], shelves: Collection[File]) -> Sequence[str]:
    """The names that no form, block or rule has, in any folder of forms."""
    # a pattern for these names only, since reading all forms as TOML takes long
    for pattern in ("_blocks/*.toml", RULES, "*/skjema.toml"):  # where most names are found comes first
        for path in chain(*(shelf.glob(pattern) for shelf in shelves)):
            if not names:
                return names
            known = set(_ids_of_items(names, read_file(path)))
            names = [name for name in names if name not in known]
    return names


def _ids_of_items(names: Sequence[str], definition: bytes) -> Iterator[str]:
    """Those of some names that are fields, groups or settings, and not columns, which a profile can't set."""
    if not any(name.encode() in definition for name in names):
        return
    wanted = "|".join(map(re.escape, names)).encode()
    ids = re.compile(rb'^\s*(?:\[\[(.+)\]\]|id\s*=\s*"(%s)")' % wanted, re.MULTILINE)
    is_column = False
    for table, name in ids.findall(definition):
        if table:
            is_column = table.endswith((b".with", b"field.field"))
        elif not is_column:
            yield name.decode()


def unspoken_texts(form: Form, language: Language) -> Iterator[Problem]:
    """A note where texts of kommune.toml are printed in another language than the paper's."""
    profile, shared = form.profile, {field.shares for field in form.all_fields}
    printed = form.groups.keys() | (shared - profile.choices.keys())
    labels = [row.label for name, rows in profile.rows.items() if name in printed for row in rows]
    labels += [one.label for name, answers in profile.choices.items() if name in shared for one in answers]
    unspoken = [in_language(label, language) for label in labels if language not in label]
    values = [(name, text) for name, text in profile.values.items() if name in form.fields and isinstance(text, dict)]
    unspoken += [name for name, text in values if text and language not in text]
    if unspoken:
        told = (*unspoken[:_MOST_TOLD], *["..."] * (len(unspoken) > _MOST_TOLD))
        params: dict[str, object] = {"language": language, "got": told}
        yield Problem("profile-language", Place(form.profile_name), Severity.NOTE, params)


def unread_files(form: Form) -> Iterator[Problem]:
    """A warning for each paper in a template folder that is ignored, since its name fits no template of the form."""
    used = {f"{form.id}.{language}{ending}" for language in form.languages for ending in (".docx", ".pdf")}
    used |= {name for name, _ in form.own_pdfs.values()}
    for folder in form.template_folders:
        if folder.parent == bundled_folder() or not folder.is_dir():
            continue
        for path in sorted(folder.iterdir()):
            if form.pdf == "made" and path.name in used and path.suffix == ".pdf" and _OURS not in read_file(path):
                yield Problem("pdf-unclaimed", Place(path.name), Severity.WARNING)
            if path.suffix.casefold() in _PAPERS and path.name not in used and not path.name.startswith("~$"):
                wanted = tuple(f"{form.id}.{language}.docx" for language in form.languages)
                yield Problem("template-unread", Place(path.name), Severity.WARNING, {"known": wanted})
