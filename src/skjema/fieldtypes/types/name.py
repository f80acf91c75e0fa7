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
# text, not compiled patterns: few names have a comma, and the first that does compiles them
_NAME_WORDS = r"[^\W\d_][\w\u0300-\u036f.'’ʼʻ`´-]*(?: [^\W\d_][\w\u0300-\u036f.'’ʼʻ`´-]*)*"
_REMARK = (
    r"(?i)(?<!\w)(?:f|født|fødd|jr|sr|dr|mor|far|medmor|verge|verje|mamma|pappa|foresatt|føresett"
    r"|og|and|samt|eller|rektor|styrer|styrar|ppt|bup|nav|sfo|\w*(?:lærer|lærar|leder|leiar|pleier|pleiar|terapeut"
    r"|veileder|rettleiar|giver|gjevar|konsulent|koordinator|assistent|arbeider|arbeidar|psykolog|lege|pedagog"
    r"|spesialist|sekretær|representant|behandler|behandlar))(?!\w)"
)
"""Words after the comma which show that the text isn't surname, given name: a relation, a job, a service."""
_SERVICE = r"(?i)(?<!\w)(?:ppt|bup|nav|sfo)(?!\w)"
"""Words before the comma which are a service, and so no surname."""


class _Name(FieldType):
    meaning = "et personnavn; «Olsen, Mari» blir Mari Olsen"
    examples = ("Máret Ærlig", "Åse")
    help = Wording(nb="Fornavn først.", nn="Førenamn først.", en="Given name first.")
    column_width = 28
    may_name_people = True
    plausibility = "name"

    def read(self, written: Value) -> str | Repaired:
        """The name; `Olsen, Mari`, as registers have it, becomes `Mari Olsen`."""
        cleaned = clean_line(cell_text(written))
        name = value_of(cleaned)
        if not _LETTER.search(name):
            raise InvalidValue("name-form")
        if "," not in name or isinstance(written, Joined):
            return cleaned
        if not is_turned(name):
            return cleaned
        family, _, given = map(str.strip, name.partition(","))
        turned = f"{given} {family}"
        return Repaired(turned, "name-turned", {"value": quoted(turned)})


def is_turned(name: str) -> bool:
    """Whether a name is written surname first, and its comma doesn't separate two people, or a name and a remark."""
    family, _, given = map(str.strip, name.partition(","))
    if not re.fullmatch(_NAME_WORDS, family) or not re.fullmatch(_NAME_WORDS, given) or re.search(_REMARK, given):
        return False
    if re.search(_SERVICE, family):
        return False
    return " " not in family or " " not in given


TYPE = _Name()
