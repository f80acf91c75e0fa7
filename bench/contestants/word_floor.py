"""The floor: texts that are rendered already, deflated and packed as skjema does it, and written."""

import zipfile
from pathlib import Path

from skjema.formats.zip_writer import Archive, compress_member  # how Word files are packed

from contestants.common import Work

work = Work()
sources = sorted(Path(work.given["finished"]).iterdir())[: work.count]
changing = set(work.given["changing"])
texts: list[list[tuple[str, bytes]]] = []
static: list[tuple[str, bytes]] = []
for path in sources:
    with zipfile.ZipFile(path) as docx:
        texts.append([(name, docx.read(name)) for name in docx.namelist() if name in changing])
        static = static or [(name, docx.read(name)) for name in docx.namelist() if name not in changing]
build = Archive(compress_member(name, content) for name, content in static).build
work.begin(idle=True)
for at, parts in enumerate(texts):
    work.target(at, ".docx").write_bytes(build([compress_member(name, text, fast=True) for name, text in parts]))
work.done()
