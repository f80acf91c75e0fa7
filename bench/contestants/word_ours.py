"""skjema: the template compiled once, then each record rendered and written."""

from skjema.output.whole_file import write_file  # as a run writes a file that is made already
from skjema.render.word.template import WordTemplate  # a letter that is no form, without the checks

from contestants.common import Work

work = Work()
work.begin()
make = WordTemplate("brev.docx", work.template.read_bytes()).render
for at, record in enumerate(work.records):
    write_file(work.target(at, ".docx"), make(record))
work.done()
