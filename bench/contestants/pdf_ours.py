"""skjema: checked records rendered and written, as forms to fill in further or (`flat`) as paper."""

from itertools import islice
from pathlib import Path

import ours
from contestants.common import Work

work = Work()
form = work.given["form"]
engine = ours.pdf_engine(form, flat=work.given["flat"])
records = list(islice(ours.checked(form, Path(work.given["json"])), work.count))
work.begin(idle=True)
render = engine()
for at, record in enumerate(records):
    ours.write(work.target(at, ".pdf"), render(record))
work.done()
