"""A part of the whole command, alone: reading and checking, or rendering in memory."""

from pathlib import Path

import ours
from contestants.common import Work

work = Work()
form, book, kind = work.given["form"], Path(work.given["book"]), work.given["kind"]
if kind == "read":
    work.begin()
    seen = sum(1 for _ in ours.checked(form, book))
else:
    engine = ours.docx_engine(form) if kind == "docx" else ours.pdf_engine(form, flat=False)
    records = list(ours.checked(form, book))
    work.begin()
    render = engine()
    seen = sum(bool(render(record)) for record in records)
work.done(seen=seen)
