"""skjema: the same documents into one zip file."""

import ours
from contestants.common import Work

work = Work()
render = ours.word_engine()
work.begin()
make = render(work.template.read_bytes())
with (work.out / "alle.zip").open("w+b") as out:
    archive = ours.growing_archive(out)
    for at in range(work.count):
        archive.add(f"{at:05}.docx", make(work.records[at % len(work.records)]))
    archive.end()
work.done()
