"""Reads the notes (comments) on cells of a workbook."""

from typing import Any

from skjema.formats.xlsx.position import SPREADSHEET, Position

_OURSELVES = "skjema"
"""The author of notes in a copy made by `skjema check --annotate`."""
_COMMENT = "comments/commentList/comment"
_TEXTS = frozenset({f"{_COMMENT}/text/t", f"{_COMMENT}/text/r/t"})


class NoteReader:
    """Parser handlers that read the notes of a sheet.

    Attributes:
        notes: Text of each note, without skjema's own, by the reference of the cell.
    """

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self._authors: list[str] = []
        self._reference = ""
        """Cell of the note that is being read; empty for skjema's own notes."""
        self._position = Position(SPREADSHEET)
        self._path = ""
        self.handlers: dict[str, Any] = {
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path = self._position.enter(name)
        if self._path == "comments/authors/author":
            self._authors.append("")
        elif self._path == _COMMENT:
            author = int(attributes.get("authorId", "0"))
            is_ours = author < len(self._authors) and self._authors[author] == _OURSELVES
            self._reference = "" if is_ours else attributes.get("ref", "")
            if not is_ours:
                self.notes[self._reference] = ""

    def _end(self, _: str) -> None:
        self._position.leave()
        self._path = ""

    def _text(self, data: str) -> None:
        if self._path == "comments/authors/author":
            self._authors[-1] += data
        elif self._path in _TEXTS and self._reference:
            self.notes[self._reference] += data
