"""Finds what a PDF does by itself: run scripts, start programs, send data, play media."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from skjema.formats.pdf.acroform import FormField
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.values import annotations, resolved, text_of

_REACHING = frozenset(
    {"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound"}
)
"""Actions that run a program or reach outside of the file (ISO 32000-1, table 198); links to a page don't."""
_MEDIA = frozenset({"RichMedia", "Movie", "Screen", "Sound", "FileAttachment", "3D"})
"""Annotations that contain or play files."""
_MOST = 200


def document_actions(document: Document) -> list[tuple[int, str]]:
    """Each action and medium of a document: number of the page, from 0, and kind, without repetition.

    Actions on opening, printing or closing the document count as those of its first page.
    """
    root = document.root
    found = [(0, kind) for kind in _of_whole(root)]
    for number, page in enumerate(document.pages):
        found += [(number, kind) for kind in _triggered(page.get("/AA"))]
    for number, entry, _ in annotations(document):
        kind = text_of(entry.get("/Subtype"))
        if kind in _MEDIA:
            found.append((number, kind))
        elif kind != "Widget":
            found += [(number, kind) for kind in _kinds(entry.get("/A"))]
    return list(dict.fromkeys(found))


def _of_whole(root: DictionaryObject) -> list[str]:
    found = [*_kinds(root.get("/OpenAction")), *_triggered(root.get("/AA"))]
    names = resolved(root.get("/Names"))
    if isinstance(names, DictionaryObject):
        found += ["JavaScript"] * ("/JavaScript" in names) + ["EmbeddedFiles"] * ("/EmbeddedFiles" in names)
    return found


def field_actions(one: FormField) -> set[str]:
    """The kinds of actions that a field triggers."""
    found = {*_triggered(one.entries.get("/AA"))}
    for place in one.places:
        found |= {*_kinds(place.entry.get("/A")), *_triggered(place.entry.get("/AA"))}
    return found


def _triggered(actions: Any) -> Iterator[str]:
    """The kinds of the actions in a dictionary of events."""
    events = resolved(actions)
    for event in events.values() if isinstance(events, DictionaryObject) else ():
        yield from _kinds(event)


def _kinds(action: Any) -> Iterator[str]:
    """The kinds of an action and of the actions that follow it."""
    waiting, visited = [action], 0
    while waiting and visited < _MOST:
        visited += 1
        one = resolved(waiting.pop())
        if isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))
        elif isinstance(one, DictionaryObject):
            kind = text_of(one.get("/S"))
            if kind in _REACHING:
                yield kind
            if "/Next" in one:
                waiting.append(one.raw_get("/Next"))
