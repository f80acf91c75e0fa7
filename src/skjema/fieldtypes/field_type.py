"""What a field type is: how its values are read, shown, ordered, laid on paper and typed into a workbook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Literal, Protocol

from skjema.formats.table import Value
from skjema.wording import Language, Text, Wording

Reader = Callable[[Value], Any]
"""Takes what a cell holds; gives a value or a `Repaired`, or raises `InvalidValue`."""

Widget = Literal["text", "longtext", "ticks", "signature"]
"""What stands on paper: one line, several lines, boxes to tick, or a line to sign on."""

Plausibility = Literal["", "text", "name", "prose"]
"""What kind of text a value is, for the rules of `skjema.validation.plausibility`: a line, a person's name, or several
lines; nothing where the type itself refuses whatever looks wrong."""

PdfBox = Literal["text", "longtext", "tick", "radio", "combo", "signature"]
"""The form field of a PDF."""

SortKey = tuple[int, Any, str]
"""Orders values of one field; what is empty comes last."""

FULL_LINE = 12
"""Twelfths of a line."""


class Answer(Protocol):
    """One of the answers of a field, as the definition gives it."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> Text: ...
    @property
    def words(self) -> Sequence[str]: ...


class TypedField(Protocol):
    """What a type needs to know of the field it is the type of."""

    @property
    def choices(self) -> Sequence[Answer]: ...


class FieldType:
    """One type of field. A plain type sets a few attributes and writes `read` and `show`.

    A type is a module of `skjema.fieldtypes.types` with an object `TYPE`; its name is the module's.
    """

    meaning: ClassVar[str]
    """What a value is, for the table of types in docs/definisjon.md; Norwegian."""
    examples: ClassVar[tuple[Value, ...]] = ()
    """Values as a clerk may write them, each right, for tests of forms with a field of this type; none with answers."""
    help: ClassVar[Wording | None] = None
    """What to type, shown in the workbook."""

    column_width: ClassVar[int] = 24
    """Width of its column in the workbook, in letters."""
    number_format: ClassVar[str] = "@"
    """Excel's format of its cells in the workbook; `@` is text, so that Excel changes nothing that is typed."""
    validation: ClassVar[Literal["", "list", "suggestions", "date"]] = ""
    """What Excel checks while one types: one of the answers, a date, or nothing; suggestions may be passed over."""

    widget: ClassVar[Widget] = "text"
    """What stands on paper, where that isn't up to the field; see `widget_of`."""
    takes_choices: ClassVar[bool] = False
    """Whether the definition gives its answers."""
    has_answer_columns: ClassVar[bool] = False
    """Whether each answer has a column of its own in the workbook."""
    fits_groups: ClassVar[bool] = True
    """Whether a group may have it as a column."""
    is_truth: ClassVar[bool] = False
    """Whether its value is true or false in expressions."""
    is_secret: ClassVar[bool] = False
    """Whether no message may quote its values."""
    plausibility: ClassVar[Plausibility] = ""
    """Which rules say whether a value looks wrong."""
    names_file: ClassVar[Literal["", "image", "document"]] = ""
    """What kind of file its values name, of those that lie in the folder of the data; nothing for all other types."""
    may_name_people: ClassVar[bool] = False
    """Whether aa in its values is an old way of writing å."""

    def reader(self, field: TypedField, today: date) -> Reader:
        """A reader of a field's cells; a two-digit year is completed as seen from `today`."""
        return self.read

    def read(self, written: Value) -> Any:
        """A value, or a `Repaired` one.

        Raises:
            InvalidValue: What is written is no value of this type.
        """
        raise NotImplementedError

    def shower(self, field: TypedField, language: Language) -> Callable[[Any], str]:
        """A function that gives the text of a field's values, as it stands on paper."""
        return self.show

    def show(self, value: Any) -> str:
        """The text of a value, as it stands on paper in every language."""
        return str(value)

    def sort_key(self, field: TypedField, value: Any, language: Language) -> SortKey:
        """The place of a value among others of its field: as words, unless the type says otherwise.

        Texts that differ in capitals and spaces alone have the same place.
        """
        from skjema.fieldtypes.collation import sort_words  # only for packs that are sorted

        text = self.shower(field, language)(value)
        return 0, sort_words(text, is_name=self.may_name_people), " ".join(text.casefold().split())

    # -- on paper

    def widget_of(self, field: TypedField) -> Widget:
        """What stands on paper for a field."""
        return self.widget

    def pdf_box(self, field: TypedField) -> PdfBox:
        """The form field of a PDF; boxes to tick are one each, or one group of which one is ticked."""
        return "text"

    def answers(self, field: TypedField) -> Sequence[Answer]:
        """What can be ticked or chosen; nothing for most types."""
        return ()

    def chosen(self, value: Any) -> frozenset[str]:
        """Ids of the answers that a value ticks."""
        return frozenset()

    def box_values(self, name: str, value: Any, text: str) -> Mapping[str, str | bool]:
        """What goes into the PDF boxes of a value that isn't empty, by their names.

        Args:
            name: Name of the field's box; those of its answers begin with it and a point.
            text: The value as it is shown.
        """
        return {name: text}

    # -- in the workbook

    def cell_value(self, field: TypedField, value: Any, language: Language) -> Any:
        """What a clerk would have typed into a cell for a value, which is given as it stands in JSON."""
        return value


class OrderedType(FieldType):
    """A type whose values are ordered by their size: dates, times and numbers."""

    def sort_key(self, field: TypedField, value: Any, language: Language) -> SortKey:
        return 0, value, ""


class DigitType(FieldType):
    """A number that is a name: its digits stay as they are, in groups on paper."""

    groups: ClassVar[tuple[int, ...]] = ()
    """Digits of each group on paper; between them stands a space that does not break."""

    def show(self, value: str) -> str:
        return grouped(value, self.groups)


def grouped(digits: str, lengths: Sequence[int]) -> str:
    """Digits in groups, with a space between them that does not break; as they are without lengths."""
    parts, start = [], 0
    for length in lengths:
        parts.append(digits[start : start + length])
        start += length
    return "\u00a0".join(parts) or digits
