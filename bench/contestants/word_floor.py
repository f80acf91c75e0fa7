"""The floor: texts that are rendered already, deflated and packed as skjema does it, and written."""

import zipfile
from pathlib import Path

import ours
from contestants.common import Work

work = Work()
archive, pack = ours.archive_tools()
sources = sorted(Path(work.given["finished"]).iterdir())[: work.count]
changing = set(work.given["changing"])
texts: list[list[tuple[str, bytes]]] = []
static: list[tuple[str, bytes]] = []
for path in sources:
    with zipfile.ZipFile(path) as docx:
        texts.append([(name, docx.read(name)) for name in docx.namelist() if name in changing])
        static = static or [(name, docx.read(name)) for name in docx.namelist() if name not in changing]
whole = archive(static)
work.begin(idle=True)
for at, parts in enumerate(texts):
    work.target(at, ".docx").write_bytes(whole([pack(name, text) for name, text in parts]))
work.done()
