"""Sheets that were photographed, or lay at an angle: what stands on them is read, and nothing is seen that doesn't."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import ImageDraw

from tests.scan.pen import DOTS, at_an_angle, cross, scanned, stacked, write
from tests.scan.test_scan import Sent, faults, rows, scan

Corners = list[tuple[float, float]]
NARROW_TOP: Corners = [(1.6, 0), (-1.6, 0), (0, 0), (0, 0)]
NARROW_LEFT: Corners = [(0, 1.6), (0, 0), (0, 0), (0, -1.6)]
ASKEW: Corners = [(1.5, 1), (-1.5, 0), (0, 0), (0, -1.5)]
SIGNED = [f"underskrift_foresatt.{number}.underskrift" for number in (1, 2)]


@pytest.mark.parametrize("corners", [NARROW_TOP, NARROW_LEFT, ASKEW], ids=["top", "left", "askew"])
def test_what_nobody_has_signed_is_not_signed_on_a_photograph_either(sent: Sent, corners: Corners) -> None:
    front, back = sent.sheets(2)
    for name in ("samtykke", "omfang.sprak.kan_gis", "omfang.helse.kan_gis"):
        sent.on(2, back, cross, name, "ja")
    scan(stacked([scanned(at_an_angle(page, corners), 1, 0.5) for page in (front, back)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert [row.get(name) for name in SIGNED] == [None, None]
    assert {row[name] for name in ("samtykke", "omfang.sprak.kan_gis", "omfang.helse.kan_gis")} == {"Ja"}
    assert {code for _, code in faults()} == {"signature-empty"}


def test_what_one_has_signed_is_signed_by_one(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "nei")
    sent.on(2, back, write, SIGNED[0])
    scan(stacked([scanned(at_an_angle(page, ASKEW), 1, 0.5) for page in (front, back)], Path("bunke.pdf")))
    (row,) = rows("Svar")
    assert [row.get(name) for name in SIGNED] == ["Ja", None]
    assert "scan-stray" not in [code for _, code in faults()]


@pytest.mark.thorough
@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1)])
@pytest.mark.parametrize("corners", [NARROW_TOP, NARROW_LEFT, ASKEW], ids=["top", "left", "askew"])
def test_where_a_corner_is_hidden_nothing_is_said_to_be_signed_that_may_be_printed(
    sent: Sent, corners: Corners, corner: tuple[int, int]
) -> None:
    """Three corners don't say at which angle a sheet is seen."""
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    side = round(22 * DOTS / 25.4)
    left, top = (at * (edge - side) for at, edge in zip(corner, back.size, strict=True))
    ImageDraw.Draw(back).rectangle((left, top, left + side, top + side), fill="white")
    scan(stacked([scanned(at_an_angle(page, corners), 1, 0.5) for page in (front, back)], Path("bunke.pdf")))
    assert not [row[name] for row in rows("Svar") for name in SIGNED if name in row]


def test_a_sheet_that_is_seen_at_a_great_angle_is_not_read_and_told(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    steep: Corners = [(8, 0), (-8, 0), (0, 0), (0, 0)]
    scan(stacked([scanned(front, 1), scanned(at_an_angle(back, steep), 1, 0.5)], Path("bunke.pdf")))
    assert (2, "scan-half") in faults()
    assert "samtykke" not in next(rows("Svar"))


@pytest.mark.thorough
@pytest.mark.parametrize("dots", [40, 72, 90, 240])
def test_a_page_is_as_large_as_its_code_says_whatever_its_file_says(sent: Sent, dots: int) -> None:
    """Telephones write PDFs of one point for each dot of a picture, which is 150 dots an inch here."""
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    sent.on(2, back, write, SIGNED[0])
    first, second = scanned(front, 1), scanned(back, 2)
    first.save("bunke.pdf", save_all=True, append_images=[second], resolution=dots)
    scan(Path("bunke.pdf"))
    (row,) = rows("Svar")
    assert [row.get(name) for name in ("samtykke", *SIGNED)] == ["Ja", "Ja", None]
    assert "scan-half" not in [code for _, code in faults()]
    sheet: Any = openpyxl.load_workbook("svar.xlsx")["Bilder"]
    assert max(picture.width for picture in sheet._images) < 1000
