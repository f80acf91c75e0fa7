"""Makes the pictures of what comes back in the user guide, by running its commands: `python -m tests.circle_pictures`."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.cli.running import skjema
from tests.guide_pictures import _COLORS, _page
from tests.scan.pen import cross, scanned, stacked, struck_tick, tick, write
from tests.scan.test_scan import FIXED, LIST, Sent

FOLDER = Path(__file__).parent.parent / "docs" / "brukerveiledning"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ["SKJEMA_CACHE"] = str(Path(folder) / "minne")
        sent = Sent(Path(folder))
        answered = _answered(sent)
        paper = answered[3].crop((0, 0, answered[3].width, int(answered[3].height * 0.24)))
        _save(paper.resize((paper.width * 2 // 3, paper.height * 2 // 3)), "papir")
        stacked(answered, Path("bunke.pdf"))
        skjema("scan", "bunke.pdf", "--run", "sendt", "--list", LIST, "-o", "svar.xlsx", *FIXED)
        _save(_sheet(Path("svar.xlsx"), "Bilder"), "bilder")
        asked = (LIST, "--run", "sendt", "--answers", "svar.xlsx", *FIXED)
        skjema("remind", *asked, "-o", "paminnelse.pdf")
        _save(_page(Path("paminnelse.pdf"), 0.5), "paminnelse")


def _answered(sent: Sent) -> list[Image.Image]:
    """The sheets of two consents: one that is clear, and one with a stroke through a tick."""
    pages = []
    for record, pen in ((1, cross), (2, struck_tick)):
        front, back = sent.sheets(record)
        sent.on(record, back, pen, "samtykke", "ja")
        for name in ("overgangsskjema", "sprak", "sosialt"):
            sent.on(record, back, tick, f"omfang.{name}.kan_gis", "ja")
        sent.on(record, back, write, "underskrift_foresatt.1.underskrift")
        pages += [scanned(front, record, 1), scanned(back, record, -1).convert("RGB")]
    return pages


def _sheet(workbook: Path, title: str) -> Image.Image:
    """A sheet as LibreOffice prints it, from its upper edge down to where nothing stands any more."""
    import openpyxl

    book = openpyxl.load_workbook(workbook)
    for name in book.sheetnames:
        if name != title:
            del book[name]
    book.save("ett-ark.xlsx")
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "ett-ark.xlsx"], check=True, capture_output=True, timeout=120
    )
    picture = pypdfium2.PdfDocument("ett-ark.pdf")[0].render(scale=1.5).to_pil().convert("RGB")
    edges = picture.convert("L").point(lambda grey: 255 if grey < 245 else 0).getbbox()
    assert edges is not None
    shown: Image.Image = picture.crop(
        (edges[0] - 10, edges[1] - 10, edges[2] + 10, min(edges[3], int(picture.height * 0.5)) + 10)
    )
    return shown


def _save(picture: Image.Image, name: str) -> None:
    picture.convert("RGB").quantize(_COLORS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
