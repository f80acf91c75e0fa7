"""What `skjema scan` sees of what a pen has left outside of the boxes: rings, strokes, notes, and nothing, by class.

`python bench/stray_trial.py` prints a table. The pen and the worn scanner are those of scan_trial.py; where the words
stand is what pdfium finds on the printed page.
"""

import argparse
import math
import random
import re
import tempfile
from collections import Counter
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook
from PIL.Image import Image as Picture

import ours
from scan_trial import CLEAR, FORM, PENS, Edges, Stroke, boxes_of, scanned, skjema

KINDS = ("nothing", "boxes filled in", "ring", "line struck", "paragraph struck", "note in the margin", "page struck")
_MM = 25.4 / 72


def words_of(page: pypdfium2.PdfPage) -> list[Edges]:
    """Places of the longer words on a page, away from its head and foot."""
    height, text, found = page.get_height(), page.get_textpage(), []
    for word in re.finditer(r"\w{5,}", text.get_text_range()):
        first, last = (text.get_charbox(at) for at in (word.start(), word.end() - 1))
        top, bottom = height - max(first[3], last[3]), height - min(first[1], last[1])
        found.append(tuple(edge * _MM for edge in (first[0], top, last[2], bottom)))
    return [one for one in found if 22 < one[1] < 255]


def draw(
    kind: str, stroke: Stroke, page: pypdfium2.PdfPage, boxes: list[tuple[str, Edges]], chance: random.Random
) -> None:
    """Leave on a page what a kind says."""
    pen, (left, top, right, bottom) = chance.choice([*PENS]), chance.choice(words_of(page))
    x, y = (left + right) / 2, (top + bottom) / 2
    if kind == "boxes filled in":
        for answer, box in boxes:
            if answer and chance.random() < 0.5:
                stroke.mark(chance.choice(CLEAR), box, pen)
            elif not answer:
                stroke.words(box, pen)
    elif kind == "ring":
        wide, high = (right - left) / 2 + 2, (bottom - top) / 2 + 1.6
        stroke.line([(x + wide * math.cos(at / 4), y + high * math.sin(at / 4)) for at in range(26)], pen)
    elif kind == "line struck":
        stroke.line([(20 + at * 10, y) for at in range(17)], pen)
    elif kind == "paragraph struck":
        stroke.line([(25, top - 4), (180, bottom + 8)], pen)
    elif kind == "note in the margin":
        stroke.words((8, chance.uniform(30, 250), 70, 290), pen)
    elif kind == "page struck":
        stroke.line([(30, 40), (180, 260)], pen)
        stroke.line([(180, 40), (30, 260)], pen)


def trial(dots: int, count: int, seed: int) -> dict[str, Counter[str]]:
    """How many sheets of each kind were told of, of so many."""
    chance, found = random.Random(seed), {kind: Counter() for kind in KINDS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run, sample = folder / "kjoring", ours._ROOT / "samples" / FORM / "barn.json"
        skjema("fill", FORM, sample, "-o", run, "--format", "pdf", *ours._SETTINGS)
        skjema("pack", FORM, sample, "-o", folder / "pakke.pdf", "--run", run, *ours._SETTINGS)
        pack, stack, kinds = pypdfium2.PdfDocument(folder / "pakke.pdf"), list[Picture](), {}
        for at in range(count):
            places, number = boxes_of(run / f"{FORM}-{at % 12 + 1:04}.pdf"), at % 12
            kind = kinds[at] = KINDS[at % len(KINDS)]
            for side, page in enumerate((pack[2 * number], pack[2 * number + 1])):
                picture = page.render(scale=dots / 72).to_pil().convert("RGB")
                here = [(answer, box) for (_, answer), (on, box) in places.items() if on == side]
                draw(kind, Stroke(picture, dots, chance), page, here, chance)
                stack.append(scanned(picture, dots, chance, turned=False))
        for at in range(0, count, 12):  # each twelve are one stack: a child has one paper in it
            first, *others = stack[2 * at : 2 * at + 24]
            first.save(folder / f"bunke{at}.pdf", save_all=True, append_images=others, resolution=dots, quality=85)
            out, told = folder / f"svar{at}.xlsx", Counter()
            split = folder / f"delt{at}"
            skjema("scan", folder / f"bunke{at}.pdf", "--run", run, "-o", out, "--split", split, *ours._SETTINGS)
            for row in load_workbook(out)["Feil"].iter_rows(min_row=2, values_only=True):
                if row[4] == "scan-stray":
                    told[int(row[0])] += len(re.findall(r"\d+", str(row[3]).split(" i ")[0]))
            for one in range(at, min(at + 12, count)):
                found[kinds[one]].update(sheets=2, told=told[one % 12 + 1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=84)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total = {kind: Counter() for kind in KINDS}
    for dots in (150, 200, 300):
        for kind, counts in trial(dots, options.papers, options.seed + dots).items():
            total[kind].update(counts)
    print("| on the sheet | sheets | told |\n|---|---|---|")
    for kind, counts in total.items():
        print(f"| {kind} | {counts['sheets']} | {counts['told']} |")


if __name__ == "__main__":
    main()
