"""Programs that stand for LibreOffice: they make PDFs of a kind, and do badly on chosen files."""

import json
import stat
import sys
import time
from pathlib import Path
from typing import Any

_CALL = """#!{python}
import json, os, subprocess, sys, time
from pathlib import Path

here = Path(__file__)
arguments = sys.argv[1:]
at = arguments.index("--outdir")
folder, files = Path(arguments[at + 1]), [Path(one) for one in arguments[at + 2:]]
profile = next(one for one in arguments if one.startswith("-env:UserInstallation=")).partition("=")[2]
own = Path(os.environ["TMPDIR"])
call = {{"arguments": arguments[:at], "files": [one.name for one in files], "profile": profile, "pid": os.getpid(),
         "settings": (own / "user" / "registrymodifications.xcu").read_text()}}
with here.with_suffix(".calls").open("a") as log:
    log.write(json.dumps(call) + "\\n")
for file in files:
    name, pdf = file.name, folder / (file.stem + ".pdf")
    if "henger" in name:
        ticks = "import time, pathlib\\nwhile True: open({ticks!r}, 'a').write('.'); time.sleep(0.02)"
        subprocess.Popen([sys.executable, "-c", ticks])
        time.sleep(600)
    if "krasjer" in name:
        pdf.write_bytes(b"%PDF-1.7 halv")
        os.abort()
    if "halv" in name:
        pdf.write_bytes(b"%PDF-1.7 halv")
    elif "tull" in name:
        pdf.write_bytes(b"tull %%EOF")
    elif "nektes" not in name:
        pdf.write_bytes(b"%PDF-1.7\\n" + file.read_bytes()[-40:].hex().encode() + b"\\n%%EOF\\n")
"""


class Program:
    """A program on disk, and what it was asked to do."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "soffice"
        self._ticks = folder / "ticks"
        self._calls = folder / "soffice.calls"
        self.path.write_text(_CALL.format(python=sys.executable, ticks=str(self._ticks)), "utf-8")
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    @property
    def calls(self) -> list[dict[str, Any]]:
        """One entry a process, in the order they were started."""
        return [json.loads(line) for line in self._calls.read_text("utf-8").splitlines()]

    def has_children(self) -> bool:
        """Whether anything that a hanging program started is still at work."""
        before = self._ticks.stat().st_size
        time.sleep(0.3)
        return self._ticks.stat().st_size > before

    def is_hanging(self) -> bool:
        return self._ticks.exists()


def release(program: Path, text: str) -> None:
    """Put the file beside a program that says which release it is."""
    (program.parent / "bootstraprc").write_text(f"[Bootstrap]\nProductKey={text}\n", "utf-8")
