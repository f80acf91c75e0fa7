"""Converts with Word on Windows, for offices without LibreOffice."""

import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar

from skjema.convert.converter import PATIENCE, run_program, windows_program
from skjema.output.whole_file import write_file

# Without double quotes, which PowerShell would take from the command line. A password that is wrong makes Word refuse
# where none would make it ask; 3 turns macros off; 17 is PDF. The last arguments are bookmarks, tags, bitmaps, PDF/A.
_SCRIPT = """
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  foreach ($line in Get-Content -LiteralPath $env:SKJEMA_JOBS -Encoding UTF8) {
    $from, $to = $line.Split([char]9)
    try {
      $document = $word.Documents.Open($from, $false, $true, $false, '-')
      $document.ExportAsFixedFormat($to, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, $true)
      $document.Close(0)
    } catch { }
  }
} finally {
  $word.Quit(0)
}
"""


@dataclass(frozen=True, slots=True)
class Word:
    """Word through PowerShell, set to make tagged PDF/A.

    Untested, since no Windows was at hand. If Word hangs, it stays behind when PowerShell is stopped, since it isn't
    PowerShell's child process; the next batch starts another.
    """

    patience: float = PATIENCE
    name: ClassVar[str] = "Word"
    is_offline: ClassVar[bool] = False

    def convert(self, files: Sequence[Path], folder: Path, stopped: Event) -> Generator[Path]:
        pdfs = [folder / f"{file.stem}.pdf" for file in files]
        lines = "".join(f"{file}\t{pdf}\n" for file, pdf in zip(files, pdfs, strict=True))
        jobs = folder / "jobs.txt"
        # names go through a file, since a command line on Windows has at most 32 767 characters
        write_file(jobs, lines.encode("utf-8-sig"))
        shell = windows_program("WindowsPowerShell", "v1.0", "powershell.exe")
        command = (shell, "-NoProfile", "-NonInteractive", "-Command", _SCRIPT)
        yield from run_program(command, pdfs, self.patience, stopped, {"SKJEMA_JOBS": str(jobs)})


def has_word() -> bool:
    """Whether this is Windows, and Word is installed."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID").Close()
    except OSError:
        return False
    return True
