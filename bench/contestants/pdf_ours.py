"""skjema: checked records rendered and written, as forms to fill in further or (`flat`) as paper."""

from itertools import islice
from pathlib import Path

from skjema import api
from skjema.output.whole_file import write_file  # as a run writes a file that is made already

import ours
from contestants.common import Work

work = Work()
form = work.given["form"]
definition = ours.form(form)
records = list(islice(ours.checked(form, Path(work.given["json"])), work.count))
render = api.renderer(definition, "pdf", flat=work.given["flat"]).render  # which compiles no page yet
work.begin(idle=True)
for at, record in enumerate(records):
    write_file(work.target(at, ".pdf"), render(record))
work.done()
