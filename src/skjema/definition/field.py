"""A field of a form: one value of a record, and the answers that some of them give to choose from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from skjema.definition.profile import STRICT
from skjema.fieldtypes import TYPES
from skjema.wording import Text

# At run time pydantic is to refuse a type that doesn't exist and name those that do; mypy can't read such a Literal.
if TYPE_CHECKING:
    from skjema.fieldtypes.field_type import FieldType

    TypeName = str
else:
    TypeName = Literal[tuple(TYPES)]

Width = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

Condition = bool | str
"""True, false, or an expression over the record's own names."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Choice:
    """One answer of a `choice` or `choices` field."""

    __pydantic_config__ = STRICT

    id: str
    """The value in JSON and in expressions."""
    label: Text
    """The value as people read and write it."""
    words: tuple[str, ...] = ()
    """Other words by which lists and registers say it."""
    pdf: str | None = None
    """What a PDF of somebody else's calls it: a state or option of the field, or a field to tick for it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Field:
    """One value of a record: a column in the workbook, a box on paper."""

    __pydantic_config__ = STRICT

    id: str
    """Name in JSON, in expressions, in the Word template and in the PDF form."""
    type: TypeName
    """How the value is read, checked and printed."""
    label: Text
    """Heading in the workbook and label on paper."""
    help: Text | None = None
    """What to write, shown where the value is typed."""
    required: Condition = False
    """Whether it must be filled, at the stage where its part is filled in."""
    relevant: Condition = True
    """Whether it concerns this record; what doesn't is not printed."""
    constraint: str | None = None
    """An expression that must hold for a filled value."""
    message: Text | None = None
    """What to say when the constraint doesn't hold."""
    filled_by: Literal["office", "recipient"] = "office"
    """Who fills it in: the office before printing, or the recipient afterwards."""
    width: Width = 12
    """Twelfths of a line; fields flow into lines."""
    lines: int = 1
    """Height of a long text on a fixed form, in lines."""
    choices: tuple[Choice, ...] = ()
    """The answers of a `choice` or `choices` field, in print order."""
    shares: str = ""
    """Name of the shared list that they are from; set by where it is read, and never written."""
    size_mm: tuple[float, float] | None = None
    """Pictures: width and height of the box that it is fitted into, in millimetres; 60 by 40 without."""
    alt: Text | None = None
    """Pictures: what a screen reader says in its place; the label without."""
    sensitive: bool = False
    """Never quote the value in a message."""
    default: str | None = None
    """An expression that gives the value where the row has none."""
    profile: bool = False
    """The same in every row: from kommune.toml, or from the workbook's sheet for such values."""
    printed: bool = True
    """Whether it stands on paper; one that doesn't is read and checked all the same."""
    headers: tuple[str | tuple[str, ...], ...] = ()
    """Other column headings that registers use; a list is joined with spaces."""
    was: tuple[str, ...] = ()
    """Ids that it had in earlier editions, whose workbooks are still to be read."""
    roll: Literal["keep", "clear", "next"] = "keep"
    """What next year's workbook makes of its value: keep it, leave it out, or move a date or year on."""
    last_year: str | None = None
    """Id of a field of the record whose value of this year stands here in next year's workbook."""
    for_each: str | None = None
    """Signatures: one line for each row of this group."""
    signer: str | None = None
    """Signatures: an expression that gives the name printed under the line."""
    pdf: str | tuple[str, ...] | None = None
    """Its name in a PDF of somebody else's, or several; of a column with `{n}` for the row, or one for each row; an
    empty list where that PDF has no place for it."""

    @property
    def recipient(self) -> bool:
        """Whether it is filled in by who gets the form, after it is printed."""
        return self.filled_by == "recipient"

    @property
    def kind(self) -> "FieldType":
        """Its type: how its values are read, shown, ordered and laid out."""
        return TYPES[self.type]

    @property
    def is_signature(self) -> bool:
        """Whether it is a line to sign on, which nobody types."""
        return self.kind.widget == "signature"

    @property
    def is_secret(self) -> bool:
        """Whether no message may quote its value."""
        return self.sensitive or self.kind.is_secret
