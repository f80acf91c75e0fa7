"""Makes the pictures of `docs/andres-pdf.md` by running its commands: `python -m tests.guide_pictures`."""

import contextlib
import os
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from tests.cli.running import skjema
from tests.draft.guide_run import GUIDE, KINDERGARTEN, SFO, commands, fill_workbook, put_papers

FOLDER = GUIDE.with_suffix("")
_FONT = Path(__file__).parent.parent / "src/skjema/fonts/NotoSans-Regular.ttf"
_COLORS = 24
_LINES = 14


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ["SKJEMA_CACHE"] = str(Path(folder) / "minne")
        put_papers(Path(folder))
        said: dict[str, list[str]] = {}
        for command in commands():
            for name, columns in (("soknad", KINDERGARTEN), ("sfo", SFO)):
                if command.split()[1:3] == ["sheet", name]:
                    said[command] = skjema(*command.split()[1:]).lines
                    fill_workbook(Path(f"{name}.xlsx"), columns)
            if command not in said:
                said[command] = skjema(*command.split()[1:]).lines
        first = next(command for command in said if " draft soknad" in command)
        _save(_screen([f"> {first}", *said[first][:_LINES], "…"]), "draft")
        _save(_page(Path("ferdige/soknad-0003.pdf"), 0.62), "soknad")
        _save(_page(Path("ferdige-sfo/sfo-0003.pdf"), 0.6), "sfo")


def _page(pdf: Path, height: float) -> Image.Image:
    """The upper part of the first page."""
    page = pypdfium2.PdfDocument(pdf)
    page.init_forms()
    picture: Image.Image = page[0].render(scale=1.3).to_pil().convert("RGB")
    return picture.crop((0, 0, picture.width, int(picture.height * height)))


def _screen(lines: list[str]) -> Image.Image:
    """What a window shows that a command was typed in."""
    font = ImageFont.truetype(str(_FONT), 15)
    width = max(int(font.getlength(line)) for line in lines) + 40
    picture = Image.new("RGB", (width, 24 * len(lines) + 30), "#14202b")
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        draw.text((20, 15 + 24 * at), line, font=font, fill="#7fd1ff" if not at else "#e8eef3")
    return picture


def _save(picture: Image.Image, name: str) -> None:
    picture.quantize(_COLORS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
