"""Which documents are to become PDF, under which names, and what keeps one of them from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from skjema.errors import FileError, InputError, file_error
from skjema.formats.office_package import Package, local
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem, Severity

_TYPES = "[Content_Types].xml"
KINDS = {".docx": _TYPES, ".odt": "content.xml", ".doc": ""}
"""Endings of what can be converted, and what a file of that kind always holds."""
_MACROS = ".docm"
_NOT_THE_USERS = (".", "~$")
"""How names begin of what programs keep beside a document that is open."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document and the PDF to be made of it, by their whole paths."""

    source: Path
    target: Path

    @property
    def place(self) -> Place:
        return Place(self.source.name)


def documents(places: Iterable[Path], folder: Path | None = None) -> list[Document]:
    """Every document among files and folders (not the folders within them), each once, in the order given.

    Args:
        folder: Where the PDFs go; None for beside each document.

    Raises:
        FileError: A file or folder isn't there, or can't be read.
        InputError: A folder holds no documents, or two documents would become the same PDF.
    """
    sources: dict[Path, Path] = {}
    for place in places:
        for source in _sources(place):
            sources.setdefault(source.resolve(), source.absolute())
    found = [Document(one, (folder or one.parent).absolute() / f"{one.stem}.pdf") for one in sources.values()]
    first: dict[str, Document] = {}
    problems = []
    for document in found:
        other = first.setdefault(str(document.target).casefold(), document)
        if other is not document:
            gaps: dict[str, object] = {"got": other.source, "other": document.source}
            problems.append(Problem("documents-collide", gaps=gaps))
    if problems:
        raise InputError(*problems)
    return found


def _sources(place: Path) -> Sequence[Path]:
    name = place.absolute().name
    try:
        if not place.is_dir():
            place.stat()
            return (place,)
        found = sorted(one for one in place.iterdir() if one.suffix.lower() in (*KINDS, _MACROS) and one.is_file())
    except OSError as error:
        raise file_error(name, error) from None
    wanted = [one for one in found if not one.name.startswith(_NOT_THE_USERS)]
    if not wanted:
        raise InputError(Problem("documents-none", Place(name)))
    return wanted


def look(document: Document, *, offline: bool) -> list[Problem]:
    """What keeps a document from becoming PDF, or what the PDF will lack; nothing where all is well.

    Args:
        offline: Whether the program that converts leaves out what is on the net.
    """
    suffix = document.source.suffix.lower()
    if suffix == _MACROS:
        return [Problem("document-macros", document.place)]
    if suffix not in KINDS:
        return [Problem("document-kind", document.place)]
    try:
        return _within(document, KINDS[suffix], offline=offline)
    except (FileError, InputError) as error:
        problem = error.problems[0]
        return [Problem("document-kind", document.place) if problem.code == "file-not-office" else problem]


def _within(document: Document, held: str, *, offline: bool) -> list[Problem]:
    if not held:  # an old .doc may be anything that Word took: OLE2, RTF, HTML
        return [] if read_file(document.source) else [Problem("document-kind", document.place)]
    package = Package.at(document.source)
    try:
        if held not in package.names or (held == _TYPES and b"wordprocessingml" not in package.read(_TYPES)):
            return [Problem("document-kind", document.place)]
        if any(name.lower().endswith("vbaproject.bin") for name in package.names):
            return [Problem("document-macros", document.place)]
        count = _pictures_on_the_net(package) if offline else 0
    finally:
        package.close()
    return [Problem("document-pictures", document.place, Severity.WARNING, {"count": count})] if count else []


def _pictures_on_the_net(package: Package) -> int:
    count = 0

    def see(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        of_word = attributes.get("Target", "") if attributes.get("Type", "").endswith("/image") else ""
        link = attributes.get("http://www.w3.org/1999/xlink href", "") if local(name) == "image" else of_word
        count += link.lower().startswith(("http:", "https:"))

    for part in package.names:
        if part.endswith(".rels") or part in ("content.xml", "styles.xml"):
            for _ in package.parse(part, StartElementHandler=see):
                pass
    return count
