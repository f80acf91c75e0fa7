"""A field of a form, and the answers that can be chosen for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from skjema.definition.profile import STRICT
from skjema.fieldtypes import TYPES
from skjema.wording import Text

# at run time a Literal, so that pydantic's errors list the types that exist; mypy can't read a computed one
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
    """Other words for this answer, in lists and registers."""
    pdf: str | None = None
    """Name of the answer in a foreign PDF: a state or option of its field, or a field of its own to tick."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Field:
    """One value of a record: a column in the workbook, a box on paper."""

    __pydantic_config__ = STRICT

    id: str
    """Name of the field in JSON, expressions, the Word template and the PDF form."""
    type: TypeName
    """How the value is read, checked and printed."""
    label: Text
    """Heading in the workbook and label on paper."""
    help: Text | None = None
    """What to write, shown where the value is typed."""
    required: Condition = False
    """Whether the value must be there, at the stage of whoever fills it in."""
    relevant: Condition = True
    """Whether the field concerns this record; one that doesn't is not printed."""
    constraint: str | None = None
    """An expression that must hold for a filled value."""
    message: Text | None = None
    """What to say when the constraint doesn't hold."""
    filled_by: Literal["office", "recipient"] = "office"
    """Who fills in the field: the office before printing, or the recipient afterwards."""
    width: Width = 12
    """Twelfths of a line; fields flow into lines."""
    lines: int = 1
    """Height of a long text on a fixed form, in lines."""
    choices: tuple[Choice, ...] = ()
    """The answers of a `choice` or `choices` field, in print order."""
    shares: str = ""
    """Name of the shared list that the answers come from; set by `form_reader`, and no key of the file."""
    size_mm: tuple[float, float] | None = None
    """Pictures: width and height in millimetres of the box to fit it into; 60 by 40 if not given."""
    alt: Text | None = None
    """Pictures: what a screen reader reads instead; the label if not given."""
    sensitive: bool = False
    """Whether the value must never be quoted in messages."""
    default: str | None = None
    """An expression for the value where the row has none."""
    profile: bool = False
    """Whether the value is the same in every row: from kommune.toml, or from the workbook's sheet «Felles»."""
    printed: bool = True
    """Whether the field stands on paper; other fields are still read and checked."""
    headers: tuple[str | tuple[str, ...], ...] = ()
    """Other column headings that registers use; a list is joined with spaces."""
    was: tuple[str, ...] = ()
    """Ids of the field in earlier editions, whose workbooks must still be readable."""
    roll: Literal["keep", "clear", "next"] = "keep"
    """What next year's workbook does with the value: keep it, clear it, or move a date or year on."""
    last_year: str | None = None
    """Id of the field whose value of this year goes into this field of next year's workbook."""
    for_each: str | None = None
    """Signatures: one line for each row of this group."""
    signer: str | None = None
    """Signatures: an expression that gives the name printed under the line."""
    pdf: str | tuple[str, ...] | None = None
    """Name of its field in a foreign PDF, or several names; for a column, with `{n}` for the row, or one for each
    row; an empty list where that PDF has no place for the value."""

    @property
    def recipient(self) -> bool:
        """Whether the recipient fills in the field, after it is printed."""
        return self.filled_by == "recipient"

    @property
    def kind(self) -> "FieldType":
        """The field's type as an object: how values are read, shown, sorted and laid out."""
        return TYPES[self.type]

    @property
    def is_signature(self) -> bool:
        """Whether the field is a line to sign on, which nobody types."""
        return self.kind.widget == "signature"

    @property
    def is_secret(self) -> bool:
        """Whether messages must never quote the value."""
        return self.sensitive or self.kind.is_secret
