"""A part of the whole command, alone: reading and checking, or rendering in memory."""

from pathlib import Path

from skjema import api

import ours
from contestants.common import Work

work = Work()
form, book, kind = work.given["form"], Path(work.given["book"]), work.given["kind"]
if kind == "read":
    work.begin()
    seen = sum(1 for _ in ours.checked(form, book))
else:
    definition = ours.form(form)
    records = list(ours.checked(form, book))
    api.renderer(definition, kind)  # loads what it needs
    work.begin()
    render = api.renderer(definition, kind).render
    seen = sum(bool(render(record)) for record in records)
work.done(seen=seen)
