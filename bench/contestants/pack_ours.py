"""skjema: checked records drawn into one file, page after page."""

from itertools import islice
from pathlib import Path

from skjema.render.pdf.pdf_pack import PdfPack  # the drawing alone, of records that are checked already

import ours
from contestants.common import Work

work = Work()
form = work.given["form"]
definition = ours.form(form)
records = list(islice(ours.checked(form, Path(work.given["json"])), work.count))
work.begin(idle=True)
with (work.out / "alle.pdf").open("wb") as out:
    pack = PdfPack(out, definition, "nb")
    pack.finish([pack.add(one) for one in records], [], duplex=False)
work.done()
