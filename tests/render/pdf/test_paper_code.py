"""The code at the foot of a page: read back by another program, in every kind of PDF, and where it may stand."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from skjema import api
from skjema.definition.model import Form
from skjema.records.page_code import DIGITS, MOST_PAGES, PageCode, reference
from skjema.render.data_matrix import INNER, SIDE, rows, squares, zeros
from tests.cli.running import skjema
from tests.drawing import SAMPLES, TEMPLATES, TODAY

FORM = "samtykke-overgang"
CHILDREN = SAMPLES / FORM / "barn.xlsx"
FIXED = ("--kommune", SAMPLES / "kommune.toml", "--date", "2026-11-22")
KIND = zxingcpp.barcode_formats_from_str("DataMatrix")
TOKEN = "c0ffee0123456789abcdef01"
HEX = st.text("0123456789abcdef", min_size=24, max_size=24)


def read(pdf: bytes, dots: int = 300) -> Iterator[list[PageCode | None]]:
    """The codes on each page, as they are found in a picture of it."""
    for page in pypdfium2.PdfDocument(pdf):
        drawn = np.asarray(page.render(scale=dots / 72, grayscale=True).to_pil())
        found = zxingcpp.read_barcodes(drawn, formats=KIND)
        yield [PageCode.read(one.text) for one in found]


@given(HEX, st.integers(0, 99_999), st.dates(date(2000, 1, 1), date(2200, 1, 1)), st.integers(1, MOST_PAGES))
def test_what_a_code_says_is_read_back(token: str, paper: int, day: date, page: int) -> None:
    code = PageCode(paper, day, token, page, MOST_PAGES)
    found = PageCode.read(code.digits)
    assert found == (code._replace(token="") if not int(token, 16) else code)
    assert len(code.digits) == DIGITS


@pytest.mark.parametrize("digits", ["", "7" * 43, "8" + "0" * 43, "7" + "9" * 43, "https://eksempel.no"])
def test_what_others_codes_say_is_nothing(digits: str) -> None:
    assert PageCode.read(digits) is None


def test_a_paper_of_too_many_pages_says_of_none_which_it_is() -> None:
    assert PageCode(1, date(2026, 1, 1)).at(3, MOST_PAGES + 1)[3:] == (0, 0)


def test_the_squares_are_those_that_another_program_draws() -> None:
    """Made of parts here, and in one piece by zxing, whose code it reads back too."""
    chance = random.Random(1)
    for _ in range(40):
        digits = "".join(chance.choices("0123456789", k=DIGITS))
        other = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.DataMatrix)
        drawn = np.asarray(zxingcpp.write_barcode_to_image(other, scale=1, add_quiet_zones=False)) == 0
        assert drawn.shape == (SIDE, SIDE)
        inner = [[row >> (INNER - 1 - at) & 1 for at in range(INNER)] for row in rows(zeros() ^ squares(digits))]
        assert (drawn[1:-1, 1:-1] == np.array(inner, bool)).all()


def test_a_reference_is_short_and_easily_said() -> None:
    chance = random.Random(2)
    made = [reference(f"{chance.getrandbits(96):024x}") for _ in range(2000)]
    assert len(set(made)) == 2000
    assert {len(one) for one in made} == {7}
    assert set("".join(made)) == set("23456789CDFHJKLMNPRTVX-"), "no 0 or O, no 1 or I, and no vowel for a word"
    assert reference("") == ""


@pytest.mark.parametrize("name", [FORM, "moteinnkalling", "individuell-plan"])
@pytest.mark.parametrize("flat", [True, False])
def test_every_page_says_whose_it_is_and_which(name: str, flat: bool) -> None:
    form = api.load_form(name, kommune=SAMPLES / "kommune.toml")
    one = next(iter(api.checked_records(form, [TEMPLATES / name / "eksempel.json"], today=TODAY)))
    one.record.token = TOKEN
    renderer = api.renderer(form, "pdf", flat=flat)
    found = [*read(renderer.render(one))]
    assert renderer.layout is not None
    code = PageCode.of(form, "nb", renderer.layout.token)._replace(token=TOKEN)
    assert found == [[code.at(page, len(found))] for page in range(1, len(found) + 1)]


def test_a_blank_form_says_what_it_is_and_not_whose(overgang: Form) -> None:
    codes = [one for (one,) in read(api.blank_pdf(overgang))]
    assert [(one and one.token, one and one.edition.isoformat()) for one in codes] == [("", overgang.version)] * 2


def test_a_definition_may_do_without(overgang: Form) -> None:
    assert [*read(api.blank_pdf(replace(overgang, code=False)))] == [[], []]


def test_a_form_that_nobody_answers_has_none() -> None:
    assert not any(read(api.blank_pdf(api.load_form("iop", kommune=SAMPLES / "kommune.toml"))))


@pytest.mark.thorough
@pytest.mark.parametrize("service", ["svarut", "digipost"])
def test_print_services_print_it(service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = skjema("pack", FORM, CHILDREN, "-o", "p.pdf", "--duplex", "--for", service, "--run", "sendt", *FIXED)
    assert done.code == 1, done.said
    pages = [*read(Path("p.pdf").read_bytes())]
    assert all(len(one) == 1 for one in pages)


@pytest.mark.thorough
def test_a_pack_is_noted_in_a_run_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert skjema("pack", FORM, CHILDREN, "-o", "a.pdf", "--run", "sendt", *FIXED).code == 1
    assert skjema("pack", FORM, CHILDREN, "-o", "b.pdf", "--run", "sendt", *FIXED).code == 1
    first, second = ([*read(Path(name).read_bytes())] for name in ("a.pdf", "b.pdf"))
    assert first == second, "the run knows them again"
    assert skjema("fill", FORM, CHILDREN, "-o", "sendt", "--format", "pdf", "--flat", "--resume", *FIXED).code == 1
    alone = [*read(Path("sendt", f"{FORM}-0001.pdf").read_bytes())]
    assert alone == first[:2], "and the same papers made one by one say the same"


@pytest.mark.thorough
def test_without_a_run_a_pack_says_not_whose_its_papers_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    skjema("pack", FORM, CHILDREN, "-o", "a.pdf", *FIXED)
    assert {code and code.token for (code,) in read(Path("a.pdf").read_bytes())} == {""}
