"""The field type `name`: a person's name."""

import re

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of
from skjema.fieldtypes.texts import clean_line
from skjema.formats.table import Joined, Value
from skjema.problems import quoted
from skjema.wording import Wording

_LETTER = re.compile(r"[^\W\d_]")
# Patterns that are compiled when a name with a comma first needs them, which few have.
_NAME_WORDS = r"[^\W\d_][\w\u0300-\u036f.'’ʼʻ`´-]*(?: [^\W\d_][\w\u0300-\u036f.'’ʼʻ`´-]*)*"
_REMARK = (
    r"(?i)(?<!\w)(?:f|født|fødd|jr|sr|dr|mor|far|medmor|verge|verje|mamma|pappa|foresatt|føresett"
    r"|og|and|samt|eller)(?!\w)"
)
"""What stands after a name, or between several, and is no given name."""


class _Name(FieldType):
    meaning = "et personnavn; «Olsen, Mari» blir Mari Olsen"
    examples = ("Máret Ærlig", "Åse")
    help = Wording(nb="Fornavn først.", nn="Førenamn først.", en="Given name first.")
    column_width = 28
    may_name_people = True
    plausibility = "name"

    def read(self, written: Value) -> str | Repaired:
        """The name; `Olsen, Mari` from a register becomes `Mari Olsen`."""
        cleaned = clean_line(cell_text(written))
        name = value_of(cleaned)
        if not _LETTER.search(name):
            raise InvalidValue("name-form")
        if "," not in name or isinstance(written, Joined):
            return cleaned
        family, _, given = map(str.strip, name.partition(","))
        if not _is_turned(family, given):
            return cleaned
        turned = f"{given} {family}"
        return Repaired(turned, "name-turned", {"value": quoted(turned)})


def _is_turned(family: str, given: str) -> bool:
    """Whether the parts of a name at a comma are family and given name, and not two people, or a name and a remark."""
    if not re.fullmatch(_NAME_WORDS, family) or not re.fullmatch(_NAME_WORDS, given) or re.search(_REMARK, given):
        return False
    return " " not in family or " " not in given


TYPE = _Name()
