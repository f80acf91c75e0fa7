"""PyPDFForm, as its documentation shows it."""

from PyPDFForm import PdfWrapper

from contestants.common import Work

work = Work()
work.begin()
for at, record in enumerate(work.records):
    form = PdfWrapper(str(work.template), use_full_widget_name=True)
    form.fill(record)
    work.target(at, ".pdf").write_bytes(form.read())
work.done()
