"""The fields of a PDF form as a viewer has left them: saved whole, in another program's way, or as a revision."""

import io
import logging
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, cast

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from skjema.errors import InputError
from skjema.formats.form_fields import FieldValue, FormFields
from skjema.formats.pdf.syntax import OFF
from skjema.formats.scanned import READING, reading_of
from skjema.problems import Place, Problem

_DAMAGED = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError,
    NotImplementedError, EOFError, OSError, zlib.error, struct.error,
)  # fmt: skip
"""What pypdf raises for files that aren't as they should be."""
_DEEPEST = 32
"""Levels of a tree of fields; ours has three."""
_DRAWN = frozenset({"/Ink", "/Stamp", "/FreeText", "/Line", "/Polygon", "/PolyLine", "/Square", "/Circle"})
"""Annotations by which one writes on a page rather than in a field."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it tells what it mends of a file, in a stranger's words
logging.getLogger("pypdf").propagate = False


def read_fields(content: bytes, name: str) -> FormFields:
    """The fields of a PDF, with what it says of itself.

    Args:
        name: What messages call the file.

    Raises:
        InputError: It has no fields, is damaged, or is protected by a password.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):  # one that may be read, and only not changed, has none
            raise _refused("returned-password", name)
        return _Fields(reader).read(name)
    except (FileNotDecryptedError, DependencyError):
        raise _refused("returned-password", name) from None
    except _DAMAGED:
        raise _refused("pdf-damaged", name) from None


def _refused(code: str, name: str) -> InputError:
    return InputError(Problem(code, Place(name)))


def keywords(content: bytes) -> str:
    """The keywords of a PDF; empty where it has none, or can't be read."""
    try:
        return _keywords(PdfReader(io.BytesIO(content)))
    except (FileNotDecryptedError, DependencyError, *_DAMAGED):
        return ""


def _keywords(reader: PdfReader) -> str:
    metadata = reader.metadata
    return str(metadata.get("/Keywords", "") if metadata else "")


class _Fields:
    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._values: dict[str, FieldValue] = {}
        self._unclear: set[str] = set()
        self._signed: set[str] = set()
        self._places: dict[str, list[DictionaryObject]] = {}
        """Lines to sign on, by name: their widgets."""
        self._visited: set[int] = set()

    def read(self, name: str) -> FormFields:
        form = cast(DictionaryObject, self._reader.trailer["/Root"]).get("/AcroForm")
        fields = _dictionary(form).get("/Fields", ArrayObject()).get_object()
        for field in fields if isinstance(fields, ArrayObject) else ():
            self._add(field.get_object(), "", DictionaryObject(), 0)
        if not self._values and not self._places:
            raise _refused("pdf-no-fields", name)
        if READING in self._values:
            return reading_of(str(self._values[READING])).fields(_keywords(self._reader))
        drawn = list(self._drawn())
        for signature, widgets in self._places.items():
            if any(_overlap(widget, one) for widget in widgets for one in drawn):
                self._signed.add(signature)
        over = [one for one in drawn if not any(_overlap(widget, one) for widget in self._lines())]
        return FormFields(
            (_keywords(self._reader),), self._values, frozenset(self._unclear), frozenset(self._signed), bool(over)
        )

    def _lines(self) -> Iterator[DictionaryObject]:
        for widgets in self._places.values():
            yield from widgets

    def _add(self, field: Any, above: str, inherited: DictionaryObject, level: int) -> None:
        """Add a field, or those below it.

        Args:
            above: Full name of the node above.
            inherited: What is said there of kind and value.
        """
        if not isinstance(field, DictionaryObject) or level > _DEEPEST or id(field) in self._visited:
            return
        self._visited.add(id(field))
        own = _text(field.get("/T"))
        full = f"{above}.{own}" if above and own else own or above
        said = DictionaryObject(inherited)
        said.update({NameObject(key): field[key] for key in ("/FT", "/V", "/Ff") if key in field})
        kids = [kid.get_object() for kid in cast(Iterable[Any], field.get("/Kids", ()))]
        below = [kid for kid in kids if isinstance(kid, DictionaryObject) and "/T" in kid]
        for kid in below:
            self._add(kid, full, said, level + 1)
        if not below and full and "/FT" in said:
            widgets = [kid for kid in kids if isinstance(kid, DictionaryObject)] or [field]
            self._put(full, said, widgets)

    def _put(self, name: str, said: DictionaryObject, widgets: list[DictionaryObject]) -> None:
        kind = str(said["/FT"].get_object())
        if kind == "/Sig":
            self._places.setdefault(name, []).extend(widgets)
            if isinstance(said.get("/V"), DictionaryObject):
                self._signed.add(name)
            return
        value = self._button(name, said, widgets) if kind == "/Btn" else _text(said.get("/V"))
        if self._values.setdefault(name, value) != value:
            self._unclear.add(name)

    def _button(self, name: str, said: DictionaryObject, widgets: list[DictionaryObject]) -> FieldValue:
        """Which answer is chosen, or whether a box is ticked; what is shown and what is told may differ."""
        chosen = _state(said.get("/V"))
        shown = {state for widget in widgets if (state := _state(widget.get("/AS")))}
        if shown != ({chosen} if chosen else set()):
            self._unclear.add(name)
        # boxes of one name whose states differ are a group as well, were they no radio buttons
        is_group = int(cast(int, said.get("/Ff", 0))) & 1 << 15 or len({*_states(widgets)}) > 1
        return chosen if is_group else bool(chosen)

    def _drawn(self) -> Iterator[DictionaryObject]:
        """What is written or drawn on the pages, beside the fields."""
        for page in self._reader.pages:
            for one in cast(Iterable[Any], page.get("/Annots", ArrayObject()).get_object()):
                annotation = _dictionary(one)
                if annotation.get("/Subtype") in _DRAWN:
                    yield annotation


def _dictionary(item: Any) -> DictionaryObject:
    found = item.get_object() if item is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _state(value: Any) -> str:
    """The name of a state; empty for a box that isn't ticked."""
    text = str(value.get_object()).removeprefix("/") if value is not None else ""
    return "" if text == OFF else text


def _states(widgets: Iterable[DictionaryObject]) -> Iterator[str]:
    """The names of what buttons are when they are ticked."""
    for widget in widgets:
        yield from filter(None, map(_state, _dictionary(_dictionary(widget.get("/AP")).get("/N"))))


def _text(value: Any) -> str:
    """A text as one types it; several answers on lines of their own."""
    value = value.get_object() if value is not None else None
    match value:
        case None:
            return ""
        case StreamObject():
            return _lines(value.get_data().decode("utf-8", "replace"))
        case ArrayObject():
            return "\n".join(map(_text, value))
        case NameObject():
            return _state(value)
        case bytes():
            return _lines(value.decode("latin-1"))
        case _:
            return _lines(str(value))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _overlap(first: DictionaryObject, second: DictionaryObject) -> bool:
    """Whether two annotations lie over each other; on which pages isn't asked."""
    one, other = (_edges(item) for item in (first, second))
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _edges(annotation: DictionaryObject) -> tuple[float, float, float, float]:
    edges = [float(edge) for edge in cast(Iterable[Any], annotation.get("/Rect", ArrayObject()))] or [0.0] * 4
    (left, right), (bottom, top) = sorted(edges[0::2]), sorted(edges[1::2])
    return left, bottom, right, top
