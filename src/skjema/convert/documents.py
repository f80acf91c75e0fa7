"""Finds the documents to convert and names their PDFs, and inspects whether each can be converted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from skjema.errors import FileError, InputError, file_error
from skjema.formats.office_package import Package, local
from skjema.formats.open_input import read_file
from skjema.problems import Place, Problem, Severity

_TYPES = "[Content_Types].xml"
KINDS = {".docx": _TYPES, ".odt": "content.xml", ".doc": ""}
"""Endings of documents that can be converted, and a member that every package of that kind has."""
_MACROS = ".docm"
_LOCK_FILE_STARTS = (".", "~$")
"""Prefixes of the lock files that Word and LibreOffice keep beside open documents."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document and the PDF to make of it, by absolute paths."""

    source: Path
    target: Path

    @property
    def place(self) -> Place:
        return Place(self.source.name)


def find_documents(places: Iterable[Path], folder: Path | None = None) -> list[Document]:
    """Every document among files and folders (without subfolders), each once, in the given order.

    Args:
        folder: Folder for the PDFs; None to put each beside its document.

    Raises:
        FileError: A file or folder doesn't exist, or can't be read.
        InputError: A folder has no documents, or two documents would get the same PDF.
    """
    sources: dict[Path, Path] = {}
    for place in places:
        for source in _sources(place):
            sources.setdefault(source.resolve(), source.absolute())
    chosen = [Document(source, _pdf_path(source, folder or source.parent)) for source in sources.values()]
    if problems := list(_collisions(chosen)):
        raise InputError(*problems)
    return chosen


def _pdf_path(source: Path, folder: Path) -> Path:
    return folder.absolute() / f"{source.stem}.pdf"


def _collisions(chosen: Iterable[Document]) -> Iterator[Problem]:
    """A problem for each document whose PDF would have the same path as an earlier one's."""
    first_of: dict[str, Document] = {}
    for document in chosen:
        # ignoring case, as the file systems of Windows and macOS do
        first = first_of.setdefault(str(document.target).casefold(), document)
        if first is not document:
            params: dict[str, object] = {"got": first.source, "other": document.source}
            yield Problem("documents-collide", params=params)


def _sources(place: Path) -> Sequence[Path]:
    """The file itself, or the documents in a folder, by name."""
    name = place.absolute().name
    try:
        if not place.is_dir():
            place.stat()
            return (place,)
        files = sorted(filter(_is_document, place.iterdir()))
    except OSError as error:
        raise file_error(name, error) from None
    if not files:
        raise InputError(Problem("documents-none", Place(name)))
    return files


def _is_document(path: Path) -> bool:
    is_known = path.suffix.lower() in (*KINDS, _MACROS)
    return is_known and not path.name.startswith(_LOCK_FILE_STARTS) and path.is_file()


def inspect_document(document: Document, *, offline: bool) -> list[Problem]:
    """The problems that prevent a document from becoming a PDF, or that its PDF will have.

    Args:
        offline: Whether the converting program leaves out what is on the net.
    """
    suffix = document.source.suffix.lower()
    if suffix == _MACROS:
        return [Problem("document-macros", document.place)]
    if suffix not in KINDS:
        return [Problem("document-kind", document.place)]
    try:
        return _content_problems(document, KINDS[suffix], offline=offline)
    except (FileError, InputError) as error:
        problem = error.problems[0]
        return [Problem("document-kind", document.place) if problem.code == "file-not-office" else problem]


def _content_problems(document: Document, member: str, *, offline: bool) -> list[Problem]:
    """Problems with the content of a document; `member` is one that every package of its kind has, or empty."""
    # checked since LibreOffice makes an empty page of an empty file, and a PDF of any text named .docx
    if not member:  # an old .doc may be anything that Word accepts: OLE2, RTF, HTML
        return [] if read_file(document.source) else [Problem("document-kind", document.place)]
    package = Package.at(document.source)
    try:
        if member not in package.names or (member == _TYPES and b"wordprocessingml" not in package.read(_TYPES)):
            return [Problem("document-kind", document.place)]
        if any(name.lower().endswith("vbaproject.bin") for name in package.names):
            return [Problem("document-macros", document.place)]
        count = _pictures_on_the_net(package) if offline else 0
    finally:
        package.close()
    return [Problem("document-pictures", document.place, Severity.WARNING, {"count": count})] if count else []


def _pictures_on_the_net(package: Package) -> int:
    """How many pictures a document only links to: in Word's relationships, or in OpenDocument's content."""
    count = 0

    def see(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        if local(name) == "image":
            link = attributes.get("http://www.w3.org/1999/xlink href", "")
        else:
            link = attributes.get("Target", "") if attributes.get("Type", "").endswith("/image") else ""
        count += link.lower().startswith(("http:", "https:"))

    for part in package.names:
        if part.endswith(".rels") or part in ("content.xml", "styles.xml"):
            for _ in package.parse(part, StartElementHandler=see):
                pass
    return count
