"""What `skjema scan` reads of paper: consents ticked with a pen, scanned badly, and counted by class.

`python bench/scan_trial.py` prints the table of README.md. The pen is Pillow's, and where the boxes stand is what pypdf
finds in the forms as they are filled in on a screen: nothing of what reads is used to write.
"""

import argparse
import io
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from openpyxl import load_workbook
from PIL import Image, ImageDraw, ImageFilter
from PIL.Image import Image as Picture
from pypdf import PdfReader

import ours

Points = list[tuple[float, float]]
Edges = tuple[float, ...]
"""Left, top, right and bottom, in millimetres."""
FORM = "samtykke-overgang"
FIRST = 3
"""Row of the first answer."""
PENS = {"blue pen": (40, 60, 150), "black pen": (25, 25, 28), "pencil": (105, 105, 108), "felt pen": (20, 20, 20)}
WIDTHS = {"blue pen": 0.45, "black pen": 0.35, "pencil": 0.5, "felt pen": 1.0}
CLEAR = ("tick", "cross", "slash", "long tick", "shaded", "scrawl")
UNCLEAR = ("dot", "faint line", "filled", "crossed out")
"""What may as well be a slip of the pen, or taken back: to be looked at, or nothing."""


STATES = ("right", "wrong", "left to look at")


class Stroke:
    """Draws on a page as a pen does.

    Args:
        dots: Of the page, an inch.
    """

    def __init__(self, page: Picture, dots: int, chance: random.Random) -> None:
        self._draw, self._mm, self._chance = ImageDraw.Draw(page), dots / 25.4, chance

    def line(self, points: Points, pen: str, width: float = 0) -> None:
        """A line through points in millimetres, a little unsteady."""
        width = max(1, round((width or WIDTHS[pen]) * self._mm))
        wobbled = [(x + self._chance.gauss(0, 0.08), y + self._chance.gauss(0, 0.08)) for x, y in points]
        self._draw.line([(x * self._mm, y * self._mm) for x, y in wobbled], fill=PENS[pen], width=width, joint="curve")

    def mark(self, kind: str, box: Edges, pen: str) -> None:
        """A mark in a box, off its middle."""
        left, top, right, bottom = box
        x, y = (middle + self._chance.uniform(-0.5, 0.5) for middle in ((left + right) / 2, (top + bottom) / 2))
        r = (right - left) * self._chance.uniform(0.32, 0.55)
        if kind in ("dot", "faint line", "crossed out"):
            for points, width in _slips(kind, box, x, y):
                self.line(points, pen, width)
        else:
            for points in _drawn(kind, x, y, r):
                self.line(points, pen)

    def words(self, box: Edges, pen: str) -> None:
        """Something like handwriting in a place."""
        left, top, right, bottom = box
        x, y = left + 3, min(bottom - 2, top + 6)
        points = []
        while x < min(right - 4, left + self._chance.uniform(18, 60)):
            points.append((x, y + self._chance.uniform(-2.2, 1.2)))
            x += self._chance.uniform(0.5, 1.3)
        self.line(points, pen)


def _drawn(kind: str, x: float, y: float, r: float) -> Iterator[Points]:
    """The strokes of a mark that means what it says, round a point."""
    tick = [(x - r, y - r * 0.1), (x - r * 0.3, y + r * 0.8)]
    if kind == "tick":
        yield [*tick, (x + r, y - r)]
    elif kind == "long tick":
        yield [*tick, (x + r * 2.0, y - r * 1.6)]
    elif kind == "scrawl":
        yield [(x + r * math.cos(a / 3) * 0.8, y + r * math.sin(a / 3 * 1.7) * 0.8) for a in range(27)]
    elif kind in ("shaded", "filled"):
        for step in range(5):
            at = x - r + step * r / 2
            yield [(at, y + r * 0.8), (at + r * 0.3, y - r * 0.8)]
    else:
        yield [(x - r, y + r), (x + r, y - r)]
        if kind == "cross":
            yield [(x - r, y - r), (x + r, y + r)]


def _slips(kind: str, box: Edges, x: float, y: float) -> Iterator[tuple[Points, float]]:
    """Strokes, and their widths, of what may mean nothing, or the opposite."""
    left, top, right, bottom = box
    side = right - left
    if kind == "dot":
        yield [(x, y), (x + 0.25, y)], 0.3
    elif kind == "faint line":
        yield [(left + side * 0.2, bottom - side * 0.18), (left + side * 0.35, bottom - side * 0.2)], 0.2
    else:
        for step in range(14):
            across = left - 0.4 + (side + 0.8) * step / 13
            yield [(across, top - 0.3), (across + 0.3, bottom + 0.3)], 0.5
        yield [(left - 0.6, top), (right + 0.6, bottom), (left - 0.5, bottom), (right + 0.5, top)], 0.6


def scanned(page: Picture, dots: int, chance: random.Random, *, turned: bool) -> Picture:
    """A page as a worn office scanner gives it back: skewed, soft, noisy, grey, squeezed by JPEG."""
    grey = page.convert("L").rotate(chance.uniform(-3, 3), Image.Resampling.BICUBIC, fillcolor=250)
    scale = chance.uniform(0.99, 1.01)
    grey = grey.resize((round(grey.width * scale), round(grey.height * chance.uniform(0.995, 1.005) * scale)))
    grey = grey.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.5) * dots / 150))
    dark = np.asarray(grey, np.float32)
    dark = chance.uniform(15, 45) + dark * chance.uniform(0.78, 0.86)
    dark += np.linspace(0, chance.uniform(-14, 14), dark.shape[1], dtype=np.float32)
    rng = np.random.default_rng(chance.getrandbits(32))
    dark += rng.normal(0, chance.uniform(3, 9), dark.shape)
    for _ in range(12):  # dust on the glass
        row, column = rng.integers(0, dark.shape[0] - 3), rng.integers(0, dark.shape[1] - 3)
        dark[row : row + 2, column : column + 2] = 60
    out = Image.fromarray(dark.clip(0, 255).astype(np.uint8))
    out = out.rotate(180) if turned else out
    squeezed = io.BytesIO()
    out.save(squeezed, "JPEG", quality=chance.choice((45, 60, 75)))
    return Image.open(squeezed)


def boxes_of(pdf: Path) -> dict[tuple[str, str], tuple[int, Edges]]:
    """Page, and places in millimetres by name and answer, of a form that is filled in on a screen."""
    found = {}
    for number, page in enumerate(PdfReader(pdf).pages):
        height = float(page.mediabox.height)
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
            names, node = [], widget
            while node is not None:
                names.insert(0, str(node.get("/T", "")))
                node = node["/Parent"].get_object() if "/Parent" in node else None
            states = [str(key)[1:] for key in widget.get("/AP", {}).get("/N", {}) if key != "/Off"]
            if int(widget.get("/Ff", widget["/Parent"].get_object().get("/Ff", 0) if "/Parent" in widget else 0)) & 1:
                continue  # the office's part, which is locked
            is_button = (widget.get("/FT") or widget["/Parent"].get_object().get("/FT")) == "/Btn"
            key = ".".join(filter(None, names)), states[0] if is_button and states else ""
            edges = (left, height - top, right, height - bottom)
            found[key] = number, tuple(edge * 25.4 / 72 for edge in edges)
    return found


class Trial:
    """One stack of so many dots an inch."""

    def __init__(self, folder: Path, dots: int, count: int, seed: int) -> None:
        self._folder, self._dots, self._chance = folder, dots, random.Random(seed)
        self._run, self._data = folder / "kjoring", folder / "barn.json"
        self.count, self.expected, self.odd = count, {}, Counter()
        self.classes = {}

    def make(self) -> int:
        """The forms, filled in by a pen and scanned; what each record's answers should be."""
        people = json.loads((ours._ROOT / "samples" / FORM / "barn.json").read_text("utf-8"))
        children = [people[at % len(people)] | {"barn_navn": f"Barn {at + 1}"} for at in range(self.count)]
        self._data.write_text(json.dumps(children), "utf-8")
        skjema("fill", FORM, self._data, "-o", self._run, "--format", "pdf", *ours._SETTINGS)
        skjema("pack", FORM, self._data, "-o", self._folder / "pakke.pdf", "--run", self._run, *ours._SETTINGS)
        drawn = [
            page.render(scale=self._dots / 72).to_pil() for page in pypdfium2.PdfDocument(self._folder / "pakke.pdf")
        ]
        stack = []
        for number in range(1, self.count + 1):
            places = boxes_of(self._run / f"{FORM}-{number:04}.pdf")
            pages = drawn[2 * number - 2 : 2 * number]
            self._answer(number, places, pages)
            turned = self._chance.random() < 0.1
            stack += self._sheets(number, [scanned(page, self._dots, self._chance, turned=turned) for page in pages])
        first, *others = stack
        first.save(self._folder / "bunke.pdf", save_all=True, append_images=others, resolution=self._dots, quality=85)
        return len(stack)

    def _answer(self, number: int, places: dict[tuple[str, str], tuple[int, Edges]], pages: list[Picture]) -> None:
        chance = self._chance
        groups = {}
        for (name, answer), (page, box) in places.items():
            if answer:
                groups.setdefault(name, []).append((answer, page, box))
            elif chance.random() < 0.5:
                Stroke(pages[page], self._dots, chance).words(box, chance.choice([*PENS]))
        for name, answers in groups.items():
            kind = chance.choice((*CLEAR, *CLEAR, *CLEAR, *UNCLEAR, "none"))
            pen = chance.choice([*PENS])
            if pen == "felt pen" and kind in ("shaded", "scrawl"):
                kind = "filled"  # nothing is left to see of the box
            answer, page, box = chance.choice(answers)
            if kind != "none":
                Stroke(pages[page], self._dots, chance).mark(kind, box, pen)
            wanted = {answer} if kind in CLEAR else {None} if kind in ("none", "crossed out") else {answer, None}
            self.expected[number, name] = wanted, kind, pen

    def _sheets(self, number: int, pages: list[Picture]) -> list[Picture]:
        """The sheets of a record as they lie in the stack, some of them badly."""
        kind = {1: "missing", 2: "double", 3: "half, code off", 4: "half, code on", 5: "two at once", 6: "foreign"}.get(
            number % 12 if self.count >= 12 else 0
        )
        if kind is None or number > 24:
            return pages
        self.odd[kind] += 1
        front, back = pages
        for key in [key for key in self.expected if key[0] == number]:
            if kind not in ("foreign",):
                self.expected[key] = {None}, kind, ""
        if kind == "missing":
            return [front]
        if kind == "double":
            return [front, back, back]
        width, height = back.size
        if kind == "half, code off":
            return [front, back.crop((0, 0, width, height * 6 // 10))]
        if kind == "half, code on":
            return [front, back.crop((0, height * 4 // 10, width, height))]
        if kind == "two at once":
            both = front.convert("L").resize((width, height))
            both.paste(back.convert("L"), (0, -height // 2 if number < 12 else height // 4))
            return [both]
        other = Image.new("L", (width, height), 240)
        ImageDraw.Draw(other).text((width // 5, height // 5), "Helt andre ord " * 4, fill=30, font_size=height // 40)
        return [*pages, other]

    def read(self) -> tuple[float, dict[int, list[dict[str, Any]]], Counter[Any], str]:
        """Seconds, and the answers of each record as they stand in the workbook."""
        began = _worked()
        out = self._folder / "svar.xlsx"
        told = skjema(
            "scan", self._folder / "bunke.pdf", "--run", self._run, "--list", self._data, "-o", out, *ours._SETTINGS
        )
        seconds = _worked() - began
        book = load_workbook(out)
        rows = [[cell.value for cell in row] for row in book["Svar"].iter_rows()]
        names = [str(one) for one in rows[1]]
        answers = {}
        for row in rows[FIRST - 1 :]:
            answers.setdefault(int(row[0]), []).append(dict(zip(names, row, strict=True)))
        odd = Counter(row[2] for row in book["Passer ikke"].iter_rows(min_row=2, values_only=True))
        return seconds, answers, odd, told


def compare(trial: Trial, answers: dict[int, list[dict[str, Any]]]) -> dict[tuple[str, str], Counter[str]]:
    """Counts by class of what was read right, wrong, and left to look at."""
    counts = {}
    for (number, name), (wanted, kind, pen) in trial.expected.items():
        rows = answers.get(number, [])
        got = rows[0].get(name) if len(rows) == 1 else None
        read = {"Ja": "ja", "Nei": "nei", "må ses på": None}.get(got, got)
        if read is None:
            state = "right" if kind == "none" else "left to look at"
        else:
            state = "right" if read in wanted else "wrong"
        counts.setdefault((kind, pen if kind in CLEAR else ""), Counter())[state] += 1
    return counts


def _worked() -> float:
    """Seconds of one core that commands have taken so far: a machine at other work doesn't count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def skjema(*arguments: object) -> str:
    done = subprocess.run([str(one) for one in (ours.PROGRAM, *arguments)], capture_output=True, text=True)
    if done.returncode not in ours.DONE:
        sys.exit(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stderr


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=36)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dots", type=int, nargs="*", default=[150, 200, 300])
    options = parser.parse_args()
    print("| dots an inch | pages | ms a page | clear: right | wrong | to look at |", end="")
    print(" unclear: right | wrong | to look at | odd sheets |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    by_class = {}
    for dots in options.dots:
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), dots, options.records, options.seed + dots)
            pages = trial.make()
            seconds, answers, odd, told = trial.read()
            total = Counter()
            for (kind, pen), counts in compare(trial, answers).items():
                by_class.setdefault((kind, pen), Counter()).update(counts)
                group = "clear" if kind in (*CLEAR, "none") else "unclear" if kind in UNCLEAR else "odd"
                total.update({(group, state): count for state, count in counts.items()})
            numbers = [total[group, state] for group in ("clear", "unclear") for state in STATES]
            sheets = f"{sum(trial.odd.values())}: {total['odd', 'wrong']} answers read off them"
            print(f"| {dots} | {pages} | {seconds / pages * 1000:.0f} | {' | '.join(map(str, numbers))} | {sheets} |")
            print(dict(trial.odd), dict(odd), told, file=sys.stderr)
    print("\n| mark | pen | right | wrong | to look at |\n|---|---|---|---|---|")
    for (kind, pen), counts in sorted(by_class.items()):
        print(f"| {kind} | {pen} | {' | '.join(str(counts[state]) for state in STATES)} |")


if __name__ == "__main__":
    main()
