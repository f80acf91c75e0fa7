"""skjema: the same documents into one zip file."""

from zipfile import ZipFile

from skjema.output.zip_folder import store  # how a run into a zip file adds a document
from skjema.render.word.template import WordTemplate  # a letter that is no form, without the checks

from contestants.common import Work

work = Work()
work.begin()
make = WordTemplate("brev.docx", work.template.read_bytes()).render
with ZipFile(work.out / "alle.zip", "w") as archive:
    for at in range(work.count):
        store(archive, f"{at:05}.docx", make(work.records[at % len(work.records)]))
work.done()
