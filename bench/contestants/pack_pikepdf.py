"""pikepdf: each form filled in and flattened, its pages added to one file."""

from pikepdf import Pdf

from contestants.common import Work
from contestants.pikepdf_filling import fill

work = Work()
work.begin()
pack = Pdf.new()
for record in work.records:
    with Pdf.open(work.template) as pdf:
        fill(pdf, record)
        pdf.flatten_annotations("print")
        pack.pages.extend(pdf.pages)
pack.save(work.out / "alle.pdf")
work.done()
