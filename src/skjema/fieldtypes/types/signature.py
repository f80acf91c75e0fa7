"""The field type `signature`: a line to sign on, with a date; nobody types it."""

from skjema.fieldtypes.field_type import FieldType, PdfBox, TypedField
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.table import Value


class _Signature(FieldType):
    meaning = "linje å skrive under på, med dato"
    widget = "signature"
    fits_groups = False

    def read(self, written: Value) -> None:
        raise InvalidValue("signature-written")

    def pdf_box(self, field: TypedField) -> PdfBox:
        return "signature"


TYPE = _Signature()
