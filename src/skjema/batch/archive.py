"""Makes an archive package: the documents of a run and the replies to them, each with its metadata."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.batch.collect import collect_files
from skjema.batch.returned_files import read_all, returned_files
from skjema.batch.sent import SentList, sent_list
from skjema.definition.model import Form
from skjema.formats.arkivmelding import ArchiveFile, Entry, arkivmelding
from skjema.formats.open_input import read_file
from skjema.formats.zip_writer import Archive, Member, compress_member
from skjema.output.previous import SCANNED, Previous
from skjema.problems import Place, Problem, Severity
from skjema.validation.replies import Sent
from skjema.wording import Language, in_language

MESSAGE = "arkivmelding.xml"
_CASE = re.compile(r"\s*(\d{4})\s*[/-]\s*(\d{1,9})\s*", re.ASCII)
_CASE_FIELD, _BASIS_FIELD = "saksnummer", "unntatt_offentlighet"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MACROS = "application/vnd.ms-word.document.macroEnabled.12"
_KINDS = {".pdf": ("PDF", "application/pdf"), ".docx": ("DOCX", _WORD), ".docm": ("DOCM", _MACROS)}
"""Names of file formats in archives, by ending."""


class Package(NamedTuple):
    """The package, and what to report about it.

    Attributes:
        content: A zip file with a folder for each document: the document, and the message about it.
        sent: Number of documents of the run.
        returned: Number of returned documents.
        problems: Files that fit no record, documents whose rows are gone, and case numbers that can't be read.
    """

    content: bytes
    sent: int
    returned: int
    problems: list[Problem]


class _Document(NamedTuple):
    sent: Sent
    path: Path
    is_incoming: bool


def make_package(
    form: Form, run: Path, previous: Previous, listed: Sequence[Path], returned: Sequence[Path], language: Language,
    today: date, restriction: str,
) -> Package:  # fmt: skip
    """The package of a run's documents and of the returned ones; see `skjema.cli.archive_command`.

    Args:
        run: The run's folder.
        previous: What the run's report says.
        listed: The office's own list, which has the case numbers.
        returned: Returned files, and folders of such; papers scanned into the run's folder are added.
        restriction: The archive's name for the restriction of documents that are exempt from public disclosure.
    """
    day = previous.day or today
    sent = sent_list(form, listed, previous, day)
    problems = sent.problems
    returned = [*returned, *filter(Path.is_dir, [run / SCANNED])]
    documents = [*_sent(run, previous, sent, problems), *_returned(form, returned, sent, today, problems)]
    title = in_language(form.title, language)
    members = [
        member
        for name, one in _numbered(form, documents)
        for member in _members(form, name, one, title, today if one.is_incoming else day, restriction)
    ]
    if numbers := sorted({one.sent.number for one in documents if _case(form, one.sent) is None}):
        problems.append(Problem("archive-case", None, Severity.WARNING, {"numbers": (*numbers,)}))
    incoming = sum(one.is_incoming for one in documents)
    return Package(Archive(members).build(), len(documents) - incoming, incoming, problems)


def _numbered(form: Form, documents: Iterable[_Document]) -> Iterator[tuple[str, _Document]]:
    """Each document with the name of its folder in the package."""
    counts: Counter[tuple[int, bool]] = Counter()
    for one in documents:
        counts[one.sent.number, one.is_incoming] += 1
        again = counts[one.sent.number, one.is_incoming]
        yield (
            f"{form.id}-{one.sent.number:04}{'-svar' if one.is_incoming else ''}{f'-{again}' if again > 1 else ''}",
            one,
        )


def _members(form: Form, name: str, one: _Document, title: str, day: date, restriction: str) -> Iterator[Member]:
    """The message about a document, with the day it was sent or received, and its file."""
    content = read_file(one.path)
    is_archival = not one.is_incoming and form.pdf != "own"  # others may no longer meet PDF/A
    file = _file(f"{name}{one.path.suffix.casefold()}", content, is_archival=is_archival)
    case, basis = _case(form, one.sent), _basis(form, one.sent)
    entry = Entry(title, one.is_incoming, day, case, basis, restriction, one.sent.token, file)
    yield compress_member(f"{name}/{MESSAGE}", arkivmelding(entry))
    yield compress_member(f"{name}/{file.name}", content)


def _sent(run: Path, previous: Previous, sent: SentList, problems: list[Problem]) -> Iterator[_Document]:
    """The PDF of each record of the run, else its Word file; a problem is added where there is neither."""
    for one in sent.everyone:
        files = sorted(previous.outcomes[one.number].files, key=lambda name: not name.endswith(".pdf"))
        papers = [run / name for name in files if Path(name).suffix in _KINDS and (run / name).exists()]
        if papers:
            yield _Document(one, papers[0], is_incoming=False)
        else:
            problems.append(Problem("archive-no-paper", Place(one.place), Severity.WARNING))


def _returned(
    form: Form, given: Iterable[Path], sent: SentList, today: date, problems: list[Problem]
) -> Iterator[_Document]:
    files = [*dict.fromkeys(path.resolve() for path in returned_files(given))]
    read = read_all(files)
    paths = {one.name: path for one, path in zip(read, files, strict=True)}
    collection = collect_files(form, read, sent, today)
    problems.extend(collection.odd)
    for reply in collection.replies:
        yield _Document(reply.sent, paths[reply.file], is_incoming=True)


def _file(name: str, content: bytes, *, is_archival: bool) -> ArchiveFile:
    kind, mime = _KINDS[Path(name).suffix]
    is_archival = is_archival and kind == "PDF"
    digest = hashlib.sha256(content).hexdigest()
    return ArchiveFile(name, is_archival, "PDF/A" if is_archival else kind, mime, len(content), digest)


def _case(form: Form, sent: Sent) -> tuple[int, int] | None:
    """Year and number of a record's case; None where it has none that can be read."""
    found = _CASE.fullmatch(_value(form, sent, _CASE_FIELD))
    return (int(found[1]), int(found[2])) if found else None


def _basis(form: Form, sent: Sent) -> str:
    return _value(form, sent, _BASIS_FIELD)


def _value(form: Form, sent: Sent, name: str) -> str:
    """The record's value in one of the fields beside the sender's name."""
    value = sent.checked.values.get(name) if sent.checked and name in form.fields else None
    return str(value or "")
