"""skjema: somebody else's form, by a definition that names each of its fields; what doesn't fit has a sheet."""

from pathlib import Path

from skjema import api

from contestants.common import Work

work = Work()
work.begin()
form = api.load_form(Path(work.given["form"]))
api.fill(form, [Path(work.given["json"])], work.out, formats=["pdf"])
work.done()
