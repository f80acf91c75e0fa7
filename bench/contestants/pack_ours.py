"""skjema: checked records drawn into one file, page after page."""

from itertools import islice
from pathlib import Path

import ours
from contestants.common import Work

work = Work()
form = work.given["form"]
write_pack = ours.pack_engine(form)
records = list(islice(ours.checked(form, Path(work.given["json"])), work.count))
work.begin(idle=True)
write_pack(records, work.out / "alle.pdf")
work.done()
