"""The field type `name`: a person's name."""

import re

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import InvalidValue, Repaired, value_of
from skjema.fieldtypes.texts import clean_line
from skjema.formats.table import Value
from skjema.problems import Severity, quoted
from skjema.wording import Wording

_LETTER = re.compile(r"[^\W\d_]")


class _Name(FieldType):
    meaning = "et personnavn; «Olsen, Mari» blir Mari Olsen"
    examples = ("Máret Ærlig", "Åse")
    help = Wording(nb="Fornavn først.", nn="Førenamn først.", en="Given name first.")
    column_width = 28
    may_name_people = True

    def read(self, written: Value) -> str | Repaired:
        """The name; `Olsen, Mari` from a register becomes `Mari Olsen`."""
        cleaned = clean_line(cell_text(written))
        name = value_of(cleaned)
        if not _LETTER.search(name):
            raise InvalidValue("name-form")
        # What some programs write for a letter that their encoding lacks: `?ase` was `Čase`.
        if "?" in name:
            return Repaired(name, "name-question-mark", {}, Severity.WARNING)
        family, _, given = map(str.strip, name.partition(","))
        # More commas than one are no family and given name; who knows what they part.
        if not given or not family or "," in given:
            return cleaned
        turned = f"{given} {family}"
        return Repaired(turned, "name-turned", {"value": quoted(turned)})


TYPE = _Name()
