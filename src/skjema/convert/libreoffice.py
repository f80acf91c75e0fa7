"""Converts with LibreOffice: one process for each batch, with a temporary profile of its own."""

import json
import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar

from skjema.convert.converter import PATIENCE, run_program
from skjema.output.whole_file import make_folder, write_file

_BOTH_SINCE = (25, 2)
"""The first release whose PDFs were seen to pass as PDF/A and PDF/UA at once."""

_PROFILE = "profile"
"""Folder of the profile beside the unfinished PDFs; removed with them, or by the next run after a kill."""

_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS = {
    # a proxy that doesn't exist: pictures on the net are not fetched, while linked files on this machine are
    (_INTERNET, "ooInetProxyType"): "1",
    (_INTERNET, "ooInetHTTPProxyName"): "127.0.0.1",
    (_INTERNET, "ooInetHTTPProxyPort"): "9",
    (_INTERNET, "ooInetHTTPSProxyName"): "127.0.0.1",
    (_INTERNET, "ooInetHTTPSProxyPort"): "9",
    (_INTERNET, "ooInetNoProxy"): "",
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution"): "true",
}


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice, set to make tagged PDF/A-2, and PDF/UA too in releases that can do both.

    Measured with veraPDF on skjema's three forms and seven small Word documents. LibreOffice 25.2.3, both asked
    for: all pass PDF/A-2b, and PDF/UA-1 but for a picture without alternative text. LibreOffice 7.4.7, both asked
    for: none passes PDF/A (6.6.2.3.1, the PDF/UA mark isn't declared), and forms with ruled lines don't pass
    PDF/UA either (7.1-3); PDF/A alone: all pass PDF/A-2b. Neither writes level A, so none passes PDF/A-2a (6.6.4-3).

    Attributes:
        version: Such as (25, 2); (0, 0) where it isn't known.
    """

    program: Path
    version: tuple[int, int] = (0, 0)
    patience: float = PATIENCE
    name: ClassVar[str] = "LibreOffice"
    is_offline: ClassVar[bool] = True

    @property
    def export(self) -> str:
        """The value of `--convert-to`: the kind of PDF, with its options."""
        both = "true" if self.version >= _BOTH_SINCE else "false"
        options = {
            "SelectPdfVersion": {"type": "long", "value": "2"},
            "PDFUACompliance": {"type": "boolean", "value": both},
            "UseTaggedPDF": {"type": "boolean", "value": "true"},
            "ExportFormFields": {"type": "boolean", "value": "false"},
        }
        return f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}"

    def convert(self, files: Sequence[Path], folder: Path, stopped: Event) -> Generator[Path]:
        profile = folder / _PROFILE
        make_folder(profile / "user")
        write_file(profile / "user" / "registrymodifications.xcu", _registry())
        command = (
            str(self.program), f"-env:UserInstallation={profile.absolute().as_uri()}", "--headless", "--norestore",
            "--convert-to", self.export, "--outdir", str(folder), *map(str, files),
        )  # fmt: skip
        pdfs = [folder / f"{file.stem}.pdf" for file in files]
        # its temporary files hold the documents' contents, and are removed with the profile
        environment = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(profile.absolute()))
        yield from run_program(command, pdfs, self.patience, stopped, environment)


def _registry() -> bytes:
    """The settings file of a profile."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (path, name), value in _SETTINGS.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f"{head}{items}</oor:items>".encode()


def version_of(program: Path) -> tuple[int, int]:
    """The release of a LibreOffice program, from a file beside it; (0, 0) where there is none.

    The program itself isn't asked: on Windows it may answer in a window, and wait until somebody closes it.
    """
    folder = program.resolve().parent
    for path in (folder / "bootstraprc", folder / "bootstrap.ini", folder.parent / "Resources" / "bootstraprc"):
        if path.is_file():
            release = re.search(r"^ProductKey=\D*(\d+)\.(\d+)", path.read_text("utf-8", "replace"), re.MULTILINE)
            return (int(release[1]), int(release[2])) if release else (0, 0)
    return (0, 0)
