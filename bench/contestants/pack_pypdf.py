"""pypdf: each form filled in and flattened, its pages added to one file."""

import io

from pypdf import PdfReader, PdfWriter

from contestants.common import Work

work = Work()
work.begin()
reader = PdfReader(work.template)
pack = PdfWriter()
for record in work.records:
    writer = PdfWriter(clone_from=reader)
    values = {
        name: ("/Ja" if value else "/Off") if isinstance(value, bool) else value for name, value in record.items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False, flatten=True)
    writer.remove_annotations("/Widget")
    filled = io.BytesIO()  # pages taken over from the writer itself come without their letters
    writer.write(filled)
    pack.append(filled)
pack.write(work.out / "alle.pdf")
work.done()
