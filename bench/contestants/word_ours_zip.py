"""skjema: the same documents into one zip file."""

import zipfile

import ours
from contestants.common import Work

work = Work()
render = ours.word_engine()
work.begin()
make = render(work.template.read_bytes())
with zipfile.ZipFile(work.out / "alle.zip", "w", zipfile.ZIP_STORED) as archive:
    for at in range(work.count):
        archive.writestr(f"{at:05}.docx", make(work.records[at % len(work.records)]))
work.done()
