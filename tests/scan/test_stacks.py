"""Files of a stack that aren't as they should be: read where they can be, and named where they can't."""

import shutil
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageOps
from pypdf import PdfReader

from skjema import api
from skjema.definition.model import Form
from skjema.errors import FileError
from tests.cli.running import skjema
from tests.returning import saved_whole
from tests.scan.pen import DOTS, cross, scanned, stacked, word_beside
from tests.scan.test_scan import FIXED, FORM, LIST, Sent, rows, scan


def consent(sent: Sent) -> Path:
    """The two sheets of record 2 with a yes."""
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    return stacked([scanned(front, 1), scanned(back, 2)], Path("bunke.pdf"))


@pytest.mark.parametrize("ending", ["tif", "png"])
def test_black_and_white_alone_is_read(sent: Sent, ending: str) -> None:
    """Fax machines and most copiers scan with one bit a dot, in TIFF with the compression of faxes."""
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    first, second = (
        page.convert("L").point(lambda grey: 255 if grey > 150 else 0).convert("1") for page in (front, back)
    )
    if ending == "tif":
        first.save("bunke.tif", save_all=True, append_images=[second], compression="group4", dpi=(DOTS, DOTS))
        scan(Path("bunke.tif"))
    else:
        first.save("0.png")
        second.save("1.png")
        scan(Path("0.png"), Path("1.png"))
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]


def test_what_can_not_be_read_is_named_and_the_rest_is_read(sent: Sent) -> None:
    Path("inn").mkdir()
    consent(sent).rename("inn/b.pdf")
    Path("inn/a.pdf").write_bytes(b"")
    Path("inn/c.jpg").write_bytes(b"noe annet")
    Path("inn/IMG_0001.HEIC").write_bytes(b"et bilde fra en telefon")
    shutil.copy(LIST, "inn/liste.xlsx")
    done = scan(Path("inn"))
    assert done.code == 1
    assert all(f"{name}: " in done.out + done.said for name in ("a.pdf", "c.jpg", "IMG_0001.HEIC", "liste.xlsx"))
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]


@pytest.mark.parametrize("name", ["IMG_0001.HEIC", "IMG_0001.jpg"])
def test_a_picture_of_an_iphone_is_told_as_one_whatever_it_is_called(sent: Sent, name: str) -> None:
    Path(name).write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    done = scan(Path(name))
    assert "[returned-heic]" in done.said
    assert done.code > 1


def test_a_damaged_page_is_told_and_the_others_are_read(sent: Sent) -> None:
    with pikepdf.open(consent(sent)) as document:
        document.pages.append(document.pages[0])
        document.Root.Pages.Kids[2] = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
        document.save("skadd.pdf")
    done = scan(Path("skadd.pdf"))
    assert (done.code, "[scan-page]" in done.out + done.said) == (1, True)
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]


@pytest.mark.parametrize("name", ["borte.pdf", "borte.png"])
def test_a_file_that_is_not_there_is_missing(sent: Sent, overgang: Form, name: str) -> None:
    done = scan(Path(name))
    assert (done.code, "[file-missing]" in done.out + done.said) == (6, True)
    with pytest.raises(FileError):
        api.scan(overgang, [Path(name)], Path("sendt"))


def test_a_form_that_was_filled_in_on_a_screen_is_no_scan(sent: Sent) -> None:
    skjema("fill", FORM, LIST, "-o", "sendt", "--format", "pdf", "--rows", "1", "--resume", *FIXED)
    mailed = saved_whole(Path("sendt", f"{FORM}-0001.pdf").read_bytes(), {"samtykke": "/nei"})
    Path("svar.pdf").write_bytes(mailed)
    done = scan(Path("svar.pdf"))
    assert (done.code, "[scan-digital]" in done.out + done.said) == (6, True)


def test_a_file_of_a_stack_that_is_no_scan_is_in_the_workbook_and_counted(sent: Sent) -> None:
    skjema("fill", FORM, LIST, "-o", "sendt", "--format", "pdf", "--rows", "1", "--resume", *FIXED)
    Path("svar.pdf").write_bytes(saved_whole(Path("sendt", f"{FORM}-0001.pdf").read_bytes(), {"samtykke": "/nei"}))
    done = scan(consent(sent), Path("svar.pdf"))
    assert done.code == 1
    assert [(row["Fil"], row["Kode"]) for row in rows("Passer ikke")] == [("svar.pdf", "scan-digital")]
    assert "Filer som ikke passer: 1." in done.said


def test_a_name_in_other_letters_is_another_file(sent: Sent) -> None:
    """On a disk that doesn't tell them apart, writing the one would write over the other."""
    Path("sendt/skannet").mkdir()
    Path("sendt/skannet", f"{FORM.upper()}-0002.PDF").write_bytes(b"noe annet")
    assert scan(consent(sent)).code == 1
    assert Path("sendt/skannet", f"{FORM}-0002-2.pdf").exists()


def test_a_picture_that_says_nothing_likely_of_its_size_is_a_sheet(sent: Sent) -> None:
    for at, page in enumerate(sent.sheets(3)):
        scanned(page, 1).save(f"{at}.png", dpi=(600, 600))
    scan(Path("0.png"), Path("1.png"))
    for sheet in PdfReader(Path("sendt", "skannet", f"{FORM}-0003.pdf")).pages:
        assert float(sheet.mediabox.height) == pytest.approx(841.9, abs=2)


def test_pages_are_named_by_the_files_they_lie_in(sent: Sent) -> None:
    front, back = sent.sheets(3)
    for name, page in (("a", front), ("b", back), ("c", back)):
        scanned(page, 1).save(f"{name}.jpg", dpi=(DOTS, DOTS))
    scan(*(Path(f"{name}.jpg") for name in "abc"))
    told = [str(row["Hva som er galt, og hva du gjør"]) for row in rows("Feil") if row["Kode"] == "scan-double"]
    assert [one.split(" er ")[0] for one in told] == ["Side 1 i b.jpg", "Side 1 i c.jpg"]


def test_a_short_note_on_a_back_is_kept(sent: Sent) -> None:
    """«Ring meg» in the corner of the back of a sheet: no answer, and not for the bin."""
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    empty = Image.new("RGB", back.size, "white")
    noted = empty.copy()
    word_beside(noted, (60, 100, 64, 104))
    pages = [front, empty, back, noted]
    done = scan(stacked([scanned(page, at) for at, page in enumerate(pages)], Path("bunke.pdf")))
    assert "tomme baksider: 1" in done.said
    assert [row["Kode"] for row in rows("Passer ikke")] == ["scan-no-code"]
    assert len(PdfReader(Path("sendt/skannet/uten-eier-bunke.pdf")).pages) == 1


def test_a_negative_is_not_empty(sent: Sent) -> None:
    scan(stacked([ImageOps.invert(page) for page in sent.sheets(2)], Path("bunke.pdf")))
    assert {row["Kode"] for row in rows("Passer ikke")} == {"scan-no-code"}


def test_a_stack_of_empty_pages_is_told(sent: Sent) -> None:
    empty = [Image.new("L", page.size, 250) for page in sent.sheets(2)]
    done = scan(stacked(empty, Path("bunke.pdf")))
    assert (done.code, "[scan-all-blank]" in done.out + done.said) == (1, True)


def test_a_fax_has_more_dots_across_than_down(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    first, second = (
        page.convert("L").resize((round(page.width * 204 / DOTS), round(page.height * 98 / DOTS)))
        .point(lambda grey: 255 if grey > 150 else 0).convert("1")
        for page in (front, back)
    )  # fmt: skip
    first.save("fax.tif", save_all=True, append_images=[second], compression="group4", dpi=(204, 98))
    scan(Path("fax.tif"))
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]
    for sheet in PdfReader(Path("sendt/skannet", f"{FORM}-0002.pdf")).pages:
        assert float(sheet.mediabox.height) == pytest.approx(841.9, abs=3)


def test_greys_of_two_bytes_are_read(sent: Sent) -> None:
    front, back = sent.sheets(2)
    sent.on(2, back, cross, "samtykke", "ja")
    for name, page in (("a", front), ("b", back)):
        deep = np.asarray(page.convert("L"), np.uint16) * 257
        Image.fromarray(deep).save(f"{name}.tif", dpi=(DOTS, DOTS))
    scan(Path("a.tif"), Path("b.tif"))
    assert [row["samtykke"] for row in rows("Svar")] == ["Ja"]


@pytest.mark.thorough
def test_a_large_picture_is_read_without_a_word_of_pillows(sent: Sent) -> None:
    """Of more dots than Pillow warns of, in English and with a path; that warning would be an error here."""
    page = Image.new("1", (9_500, 9_500), 1)
    page.paste(0, (3_000, 3_000, 5_000, 3_300))  # a stroke, so that it is kept among the pages of nobody
    page.save("stor.png")
    scan(Path("stor.png"))
    assert [row["Kode"] for row in rows("Passer ikke")] == ["scan-no-code"]
    assert len(PdfReader(Path("sendt/skannet/uten-eier-stor.pdf")).pages) == 1
