"""docxtpl as its documentation shows it: open, render, save."""

from docxtpl import DocxTemplate

from contestants.common import Work

work = Work()
work.begin()
for at, record in enumerate(work.records):
    template = DocxTemplate(work.template)
    template.render(record, autoescape=True)
    template.save(work.target(at, ".docx"))
work.done()
