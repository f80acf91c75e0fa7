"""skjema: the template compiled once, then each record rendered and written."""

import ours
from contestants.common import Work

work = Work()
render = ours.word_engine()
work.begin()
make = render(work.template.read_bytes())
for at, record in enumerate(work.records):
    ours.write(work.target(at, ".docx"), make(record))
work.done()
