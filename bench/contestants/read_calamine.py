"""python-calamine: the sheet as a list of lists."""

from python_calamine import CalamineWorkbook

from contestants.common import Work

work = Work()
work.begin()
rows = CalamineWorkbook.from_path(work.given["book"]).get_sheet_by_index(0).to_python()
work.done(seen=len(rows))
