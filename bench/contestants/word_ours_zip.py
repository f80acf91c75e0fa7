"""skjema: the same documents into one zip file."""

from zipfile import ZipFile

import ours
from contestants.common import Work

work = Work()
render = ours.word_engine()
work.begin()
make = render(work.template.read_bytes())
store = ours.store_in_zip()
with ZipFile(work.out / "alle.zip", "w") as archive:
    for at in range(work.count):
        store(archive, f"{at:05}.docx", make(work.records[at % len(work.records)]))
work.done()
