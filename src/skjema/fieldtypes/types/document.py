"""The field type `document`: the name of a Word file in the folder of the data, whose text is inserted."""

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.texts import clean_line
from skjema.formats.table import Value
from skjema.wording import Wording


class _Document(FieldType):
    meaning = "navnet på en Word-fil som ligger i mappen til dataene, og som settes inn: `tekst/vedtak.docx`"
    help = Wording(
        nb="Navnet på en Word-fil i mappen til listen: tekst/vedtak.docx",
        nn="Namnet på ei Word-fil i mappa til lista: tekst/vedtak.docx",
        en="The name of a Word file in the folder of the list: tekst/vedtak.docx",
    )
    names_file = "document"

    def read(self, written: Value) -> str | Repaired:
        return clean_line(cell_text(written))


TYPE = _Document()
