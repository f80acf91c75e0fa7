"""What stands at the top of the first page: the sender's lines, and the references beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from skjema.definition.model import Field, Form
from skjema.wording import Language
from skjema.wording.forms import paper_word

SENDER = (
    "kommune_navn", "enhet_navn", "enhet_adresse", "enhet_postnr", "enhet_poststed", "enhet_tlf", "enhet_epost",
)  # fmt: skip
"""The fields of the block `avsender` that make up the sender's lines."""


def sender(form: Form) -> list[Field]:
    """Fields whose values are printed under the municipality's name, as text."""
    return [field for field in _fields(form) if field.id in SENDER]


def references(form: Form) -> list[Field]:
    """Fields at the right, such as the case number."""
    return [field for field in _fields(form) if field.id not in SENDER]


def _fields(form: Form) -> list[Field]:
    """The printed fields of the head's sections."""
    fields: list[Field] = []
    for section in form.sections:
        if section.place == "head":
            fields += [item for item in section.items if isinstance(item, Field) and item.printed]
    return fields


def has_sender(form: Form) -> bool:
    """Whether the form says which municipality it is from."""
    return SENDER[0] in form.fields


LOGO_HEIGHT, LOGO_WIDTH = 14.0, 60.0
"""The room a logo has, in millimetres."""


def logo_size(logo: bytes) -> tuple[float, float]:
    """Width and height of a logo on paper, in millimetres."""
    from skjema.formats.png import pixels  # a form without a logo needs it not

    columns, rows = pixels(logo)
    width = min(LOGO_WIDTH, LOGO_HEIGHT * columns / rows)
    return width, width * rows / columns


def is_wide(logo: bytes | None) -> bool:
    """Whether a logo is no coat of arms but has words in it; it stands above the sender's lines, not before them."""
    return logo is not None and logo_size(logo)[0] > LOGO_HEIGHT


def sender_lines(form: Form, values: Mapping[str, str], language: Language) -> list[str]:
    """What stands under the municipality's name: the unit, and how to reach it."""
    texts = {field.id: values.get(field.id, "") for field in sender(form)}
    place = " ".join(filter(None, (texts.get("enhet_postnr"), texts.get("enhet_poststed"))))
    phone = texts.get("enhet_tlf")
    reached = ", ".join(filter(None, (texts.get("enhet_adresse"), place)))
    called = paper_word("telephone", language, number=phone) if phone else ""
    lines = (texts.get("enhet_navn"), " \u00b7 ".join(filter(None, (reached, called))), texts.get("enhet_epost"))
    return list(filter(None, lines))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reference:
    """A field beside the sender, such as the case number: a line to write on, whatever its type."""

    field: Field
    label: str

    @property
    def id(self) -> str:
        return self.field.id


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LetterParts:
    """What a letter has beside its text, with the names of values in it.

    Attributes:
        address: Lines; one whose values are all empty is left out.
        date: What stands before the date.
        day: Name of the date.
        closing: Lines, the first of them the greeting.
    """

    address: tuple[str, ...]
    date: str
    day: str
    closing: tuple[str, ...]
