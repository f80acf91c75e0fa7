"""skjema: the same documents into one zip file."""

from skjema.formats.zip_writer import Growing  # what a run into a zip file adds documents to
from skjema.render.word.template import WordTemplate  # a letter that is no form, without the checks

from contestants.common import Work

work = Work()
work.begin()
make = WordTemplate("brev.docx", work.template.read_bytes()).render
with (work.out / "alle.zip").open("w+b") as out:
    archive = Growing(out)
    for at in range(work.count):
        archive.add(f"{at:05}.docx", make(work.records[at % len(work.records)]))
    archive.end()
work.done()
