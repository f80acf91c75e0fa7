"""What the signatures in a PDF allow: no change, filling in all fields, or filling in some."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pypdf.generic import ArrayObject, DictionaryObject

from skjema.errors import TemplateError
from skjema.formats.pdf.acroform import FormField
from skjema.formats.pdf.objects import Document
from skjema.formats.pdf.values import resolved, text_of, whole
from skjema.problems import Place, Problem

_FILLING = 2
"""Least permission level of a certified document that allows filling in (ISO 32000-1, table 254)."""
Action = Literal["All", "Include", "Exclude"]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures of a document, and what they allow.

    Attributes:
        count: Number of signatures.
        level: Permission level of a certified document; from 2 on it may be filled in.
        locks: Fields that each signature locks: all, these, or all but these.
        is_hybrid: Whether the document also has an XFA form, which can't be removed without breaking a signature.
        is_encrypted: Whether appended objects would have to be encrypted.
    """

    count: int
    level: int
    locks: Sequence[tuple[str, frozenset[str]]]
    is_hybrid: bool
    is_encrypted: bool

    def check(self, fields: Iterable[str], file: str) -> None:
        """Check that these fields may be filled in without breaking a signature.

        Raises:
            TemplateError: They may not.
        """
        if not self.count:
            return
        if self.level < _FILLING or self.is_hybrid or self.is_encrypted:
            raise TemplateError(Problem("pdf-signed", Place(file)))
        locked = tuple(name for name in fields if any(_locks(action, names, name) for action, names in self.locks))
        if locked:
            raise TemplateError(Problem("pdf-signed-locked", Place(file), params={"names": locked[:20]}))


def _locks(action: str, names: frozenset[str], name: str) -> bool:
    is_named = any(name == one or name.startswith(f"{one}.") for one in names)
    return action == "All" or (action == "Include" and is_named) or (action == "Exclude" and not is_named)


def signatures_of(document: Document, fields: Iterable[FormField]) -> Signatures:
    """The signatures in a document; empty signature fields don't count."""
    signed = [one for one in fields if one.kind == "signature" and _value(one) is not None]
    locks, levels = [], [3]
    for one in signed:
        found = [resolved(one.entries.get("/Lock")), *_parameters(_value(one))]
        for parameters in found:
            if isinstance(parameters, DictionaryObject) and "/Action" in parameters:
                names = resolved(parameters.get("/Fields"))
                listed = frozenset(map(text_of, names)) if isinstance(names, ArrayObject) else frozenset[str]()
                locks.append((text_of(parameters["/Action"]), listed))
            if isinstance(parameters, DictionaryObject) and "/P" in parameters:
                levels.append(whole(parameters["/P"]))
    form = resolved(document.root.get("/AcroForm"))
    is_hybrid = isinstance(form, DictionaryObject) and "/XFA" in form
    return Signatures(len(signed), min(levels), locks, is_hybrid, document.is_encrypted)


def _value(one: FormField) -> DictionaryObject | None:
    value = resolved(one.entries.get("/V"))
    return value if isinstance(value, DictionaryObject) and "/ByteRange" in value else None


def _parameters(value: DictionaryObject | None) -> Iterator[object]:
    """The parameters by which a signature restricts later changes."""
    references = resolved(value.get("/Reference")) if value is not None else None
    for reference in references if isinstance(references, ArrayObject) else ():
        entry = resolved(reference)
        if isinstance(entry, DictionaryObject):
            yield resolved(entry.get("/TransformParams"))
