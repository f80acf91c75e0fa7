"""The floor below all others: the finished bytes written to files of their own."""

from pathlib import Path

from contestants.common import Work

work = Work()
sources = sorted(Path(work.given["finished"]).iterdir())[: work.count]
contents = [path.read_bytes() for path in sources]
work.begin(idle=True)
for at, content in enumerate(contents):
    work.target(at, sources[0].suffix).write_bytes(content)
work.done()
