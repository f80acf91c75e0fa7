"""The table of field types in `docs/definisjon.md`, made from the types by `python -m tests.type_page`."""

from collections.abc import Iterator
from pathlib import Path

from skjema.fieldtypes import TYPES
from skjema.fieldtypes.field_type import FieldType

PAGE = Path(__file__).parent.parent / "docs" / "definisjon.md"
BEGIN = "<!-- python -m tests.type_page -->\n"
END = "<!-- slutt -->\n"
_TEXT_FORMAT = "@"
_DATE_LETTERS = "dmy"
_ROWS_BY_HAND = (
    ("note", "trykt tekst: `{{ navn }}` setter inn en verdi, `**ord**` er fet, `- ` er et punkt", "ingen"),
    (
        "group",
        "rader med egne felt: `min` (også et uttrykk), `max`, eller faste rader i `row`",
        "kolonner (høyst fire rader) eller eget ark",
    ),
)
"""What stands among the fields of a section and is no field: no module holds it."""


def page() -> str:
    """The whole page with its table as the types say."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(table()) + "\n" + END + after


def table() -> Iterator[str]:
    """The lines of the table."""
    yield "| type | verdi | i arbeidsboken |"
    yield "|---|---|---|"
    for name, kind in TYPES.items():
        yield f"| `{name}` | {kind.meaning} | {cells_of(kind)} |"
    for name, meaning, cells in _ROWS_BY_HAND:
        yield f"| `{name}` | {meaning} | {cells} |"


def cells_of(kind: FieldType) -> str:
    """What a clerk meets in the column of a field."""
    if kind.widget == "signature":
        return "ingen"
    if kind.has_answer_columns:
        return "en kolonne for hvert svar"
    if kind.validation in ("list", "suggestions"):
        return "liste"
    if kind.number_format == _TEXT_FORMAT:
        return "tekst"
    return "dato" if set(_DATE_LETTERS) <= set(kind.number_format) else "tall"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
