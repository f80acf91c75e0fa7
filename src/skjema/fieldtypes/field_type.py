"""What a field type decides: how its values are read, shown, sorted, printed and typed into a workbook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Literal, Protocol

from skjema.formats.table import Value
from skjema.wording import Language, Text, Wording

Reader = Callable[[Value], Any]
"""Reads what a cell holds: returns a value or a `Repaired`, or raises `InvalidValue`."""

Widget = Literal["text", "longtext", "ticks", "signature"]
"""How a field looks on paper: one line, several lines, boxes to tick, or a line to sign on."""

Plausibility = Literal["", "text", "name", "prose"]
"""What kind of text a value is, for the checks in `skjema.validation.plausibility`: a line, a person's name, or
several lines; empty where `read` itself refuses all that looks wrong."""

PdfBox = Literal["text", "longtext", "tick", "radio", "combo", "signature"]
"""The kind of form field that a value has in a PDF."""

SortKey = tuple[int, Any, str]
"""Sorts values of one field; empty values come last."""

FULL_LINE = 12
"""The width of a line on paper, in twelfths."""


class Answer(Protocol):
    """One answer that can be chosen for a field."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> Text: ...
    @property
    def words(self) -> Sequence[str]: ...


class TypedField(Protocol):
    """What a field type needs to know about a field of that type."""

    @property
    def choices(self) -> Sequence[Answer]: ...


class FieldType:
    """A type of field. A plain type sets a few attributes and overrides `read` and `show`.

    Each module of `skjema.fieldtypes.types` has one type as its object `TYPE`; the type is named after the module.
    """

    meaning: ClassVar[str]
    """What a value is, for the table of types in docs/definisjon.md; Norwegian."""
    examples: ClassVar[tuple[Value, ...]] = ()
    """Valid values as a clerk may write them, put into random forms by tests; none for types with answers."""
    help: ClassVar[Wording | None] = None
    """What to type, as a hint in the workbook."""

    column_width: ClassVar[int] = 24
    """Width of the field's column in the workbook, in characters."""
    number_format: ClassVar[str] = "@"
    """Excel's format of the field's cells in the workbook; `@` is text, so that Excel changes nothing that is typed."""
    validation: ClassVar[Literal["", "list", "suggestions", "date"]] = ""
    """What Excel checks while somebody types: an answer from the list or a date; `suggestions` may be ignored."""

    widget: ClassVar[Widget] = "text"
    """How the field looks on paper, unless that depends on the field; see `widget_of`."""
    takes_choices: ClassVar[bool] = False
    """Whether the definition lists the answers of such a field."""
    has_answer_columns: ClassVar[bool] = False
    """Whether each answer has a column of its own in the workbook."""
    fits_groups: ClassVar[bool] = True
    """Whether a field of this type may be a column of a group."""
    is_truth: ClassVar[bool] = False
    """Whether the value is true or false in expressions."""
    is_secret: ClassVar[bool] = False
    """Whether messages must never quote a value."""
    plausibility: ClassVar[Plausibility] = ""
    """Which checks decide whether a value looks wrong."""
    names_file: ClassVar[Literal["", "image", "document"]] = ""
    """The kind of attached file that the values name; empty for types whose values name no file."""
    may_name_people: ClassVar[bool] = False
    """Whether values may hold names, in which aa is an old spelling of å."""

    def reader(self, field: TypedField, today: date) -> Reader:
        """A function that reads the field's cells; a two-digit year is completed as seen from `today`."""
        return self.read

    def read(self, written: Value) -> Any:
        """The value that a cell holds, or a `Repaired` one.

        Raises:
            InvalidValue: What is written is no value of this type.
        """
        raise NotImplementedError

    def shower(self, field: TypedField, language: Language) -> Callable[[Any], str]:
        """A function that returns the printed text of the field's values."""
        return self.show

    def show(self, value: Any) -> str:
        """The printed text of a value, for types where it is the same in every language."""
        return str(value)

    def sort_key(self, field: TypedField, value: Any, language: Language) -> SortKey:
        """The key that sorts a value among others of its field: as words, unless the type overrides this.

        Texts that differ only in capitals and spaces have equal keys.
        """
        from skjema.fieldtypes.collation import sort_words  # only for packs that are sorted

        text = self.shower(field, language)(value)
        return 0, sort_words(text, is_name=self.may_name_people), " ".join(text.casefold().split())

    # -- on paper

    def widget_of(self, field: TypedField) -> Widget:
        """How a field of this type looks on paper."""
        return self.widget

    def pdf_box(self, field: TypedField) -> PdfBox:
        """The form field of the value in a PDF; a `tick` is one per answer, a `radio` one group for all answers."""
        return "text"

    def answers(self, field: TypedField) -> Sequence[Answer]:
        """The answers that can be ticked or chosen; none for most types."""
        return ()

    def chosen(self, value: Any) -> frozenset[str]:
        """Ids of the answers that are ticked for a value."""
        return frozenset()

    def box_values(self, name: str, value: Any, text: str) -> Mapping[str, str | bool]:
        """Contents of the PDF boxes for a value that isn't empty, by the names of the boxes.

        Args:
            name: Name of the field's box; the boxes of its answers are named `<name>.<answer>`.
            text: The value as it is printed.
        """
        return {name: text}

    # -- in the workbook

    def cell_value(self, field: TypedField, value: Any, language: Language) -> Any:
        """What a clerk would have typed into a cell for a value given as in JSON."""
        return value


class OrderedType(FieldType):
    """A type whose values are sorted by size: dates, times and numbers."""

    def sort_key(self, field: TypedField, value: Any, language: Language) -> SortKey:
        return 0, value, ""


class DigitType(FieldType):
    """A type whose values are digits that identify something: kept as they are, and printed in groups."""

    groups: ClassVar[tuple[int, ...]] = ()
    """Number of digits in each printed group; a space that does not break separates the groups."""

    def show(self, value: str) -> str:
        return grouped(value, self.groups)


def grouped(digits: str, lengths: Sequence[int]) -> str:
    """Digits in groups of these lengths, separated by non-breaking spaces; unchanged if there are no lengths."""
    parts, start = [], 0
    for length in lengths:
        parts.append(digits[start : start + length])
        start += length
    return "\u00a0".join(parts) or digits
