"""pypdf: the form read once, cloned for each record."""

from pypdf import PdfReader, PdfWriter

from contestants.common import Work

work = Work()
work.begin()
reader = PdfReader(work.template)
for at, record in enumerate(work.records):
    writer = PdfWriter(clone_from=reader)
    values = {
        name: ("/Ja" if value else "/Off") if isinstance(value, bool) else value for name, value in record.items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(work.target(at, ".pdf"))
work.done()
