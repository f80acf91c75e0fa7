"""The field type `image`: the name of a picture in the folder of the data."""

from skjema.fieldtypes.cell_text import cell_text
from skjema.fieldtypes.field_type import FieldType
from skjema.fieldtypes.reading_results import Repaired
from skjema.fieldtypes.texts import clean_line
from skjema.formats.table import Value
from skjema.wording import Wording


class _Image(FieldType):
    meaning = "navnet på et bilde, PNG eller JPEG, som ligger i mappen til dataene: `foto/kari.jpg`"
    help = Wording(
        nb="Navnet på et bilde i mappen til listen: foto/kari.jpg",
        nn="Namnet på eit bilete i mappa til lista: foto/kari.jpg",
        en="The name of a picture in the folder of the list: foto/kari.jpg",
    )
    names_file = "image"

    def read(self, written: Value) -> str | Repaired:
        return clean_line(cell_text(written))


TYPE = _Image()
