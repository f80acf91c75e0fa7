"""pikepdf: values set through its form interface, appearances made by its own generator."""

from pikepdf import Pdf

from contestants.common import Work
from contestants.pikepdf_filling import fill

work = Work()
work.begin()
for at, record in enumerate(work.records):
    with Pdf.open(work.template) as pdf:
        fill(pdf, record)
        pdf.save(work.target(at, ".pdf"))
work.done()
