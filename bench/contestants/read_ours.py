"""skjema: every record read and checked, nothing rendered."""

from pathlib import Path

import ours
from contestants.common import Work

work = Work()
work.begin()
seen = problems = 0
for record in ours.checked(work.given["form"], Path(work.given["book"])):
    seen += 1
    problems += len(record.problems)
work.done(seen=seen, problems=problems)
