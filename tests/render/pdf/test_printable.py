"""A file for a print service: each rule broken by a hair and just kept, with the record named."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfWriter

from skjema.definition.form_cache import load_form
from skjema.printing.measured_page import Box, MeasuredPdf
from skjema.printing.print_check import SERVICES, Letter, Service, find_print_problems, not_checked
from skjema.printing.services import EmbeddedFonts, NoPassword
from skjema.problems import Place
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.wording import LANGUAGES
from skjema.wording.messages import MESSAGES, say
from tests.drawing import SAMPLES, TEMPLATES, example
from tests.sample_files import FORMS, THOROUGH

SVARUT, DIGIPOST = SERVICES["svarut"], SERVICES["digipost"]
STRICT = Service("Streng", (EmbeddedFonts(source="", save=()),), "")
"""A service that accepts no font from outside the file."""
A4 = (210.0, 297.0)
SOURCES = Path(__file__).parents[3] / "docs" / "sources.md"


def pt(mm: float) -> float:
    return mm * 72 / 25.4


def ink(left: float, top: float, wide: float = 5, high: float = 5, page_height: float = 297) -> str:
    """A black rectangle, its upper left corner in millimetres from the page's."""
    return f"{pt(left):.4f} {pt(page_height - top - high):.4f} {pt(wide):.4f} {pt(high):.4f} re f "


def page(content: str = "", size: tuple[float, float] = A4, keys: str = "") -> str:
    """A page's entries and what it draws."""
    return f"/MediaBox[0 0 {pt(size[0]):.4f} {pt(size[1]):.4f}]{keys}\n{content}"


def pdf(*pages: str, head: str = "%PDF-1.7", root: str = "", tree: str = "", more: Sequence[str] = ()) -> io.BytesIO:
    """A file with these pages; objects of `more` are numbered from 10, `root` and `tree` are further keys."""
    kids = [100 + 2 * at for at in range(len(pages))]
    objects = {1: f"<</Type/Catalog/Pages 2 0 R{root}>>", **dict(enumerate(more, start=10))}
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]{tree}>>"
    for kid, one in zip(kids, pages, strict=True):
        keys, _, content = one.partition("\n")
        objects[kid] = f"<</Type/Page/Parent 2 0 R/Contents {kid + 1} 0 R{keys}>>"
        objects[kid + 1] = stream(content)
    data, places = f"{head}\n", {}
    for number, body in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n"
    size = max(objects) + 1
    table = "".join(f"{places[at]:010d} 00000 n \n" if at in places else "0000000000 65535 f \n" for at in range(size))
    data += f"xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return io.BytesIO(data.encode("latin-1"))


def stream(content: str, keys: str = "") -> str:
    return f"<<{keys}/Length {len(content)}>>\nstream\n{content}\nendstream"


def letters(*counts: int, first: int = 1, blank_backs: bool = False) -> list[Letter]:
    """Letters of so many pages, one after another; record 1 is on row 2."""
    made = []
    for number, count in enumerate(counts, start=1):
        made.append(Letter(number, Place("barn.xlsx", "Barn", number + 1), first, count))
        first += count + (count % 2 if blank_backs else 0)
    return made


def codes(file: io.BytesIO, service: Service, counts: Sequence[int] = (1,)) -> list[str]:
    return [problem.code for problem in find_print_problems(file, letters(*counts), service)]


def told(file: io.BytesIO, service: Service, found: list[Letter] | None = None) -> list[str]:
    return [problem.text("nb") for problem in find_print_problems(file, found or letters(1), service)]


MARGINS = [
    # where, just kept, broken by a hair, what is measured
    pytest.param((10, 100), (9.85, 100), "9,9 mm til venstre", id="left"),
    pytest.param((195, 100), (195.15, 100), "9,9 mm til høyre", id="right"),
    pytest.param((100, 3), (100, 2.85), "2,9 mm øverst", id="top"),
    pytest.param((100, 289), (100, 289.15), "2,9 mm nederst", id="bottom"),
]


@pytest.mark.parametrize(("kept", "broken", "measured"), MARGINS)
def test_svarut_wants_1_cm_on_the_long_sides_and_3_mm_on_the_short(
    kept: tuple[float, float], broken: tuple[float, float], measured: str
) -> None:
    assert told(pdf(page(ink(*kept))), SVARUT) == []
    assert told(pdf(page(ink(*broken))), SVARUT) == [
        f"barn.xlsx:Barn, rad 2: Post 1, side 1 (side 1 i filen), har for liten marg: {measured}. SvarUt krever minst"
        " 10 mm på langsidene og 3 mm på kortsidene. Flytt innholdet inn fra kanten. [print-margin]"
    ]


@pytest.mark.parametrize(
    ("kept", "broken"),
    [((3, 100), (2.85, 100)), ((289, 100), (289.15, 100)), ((100, 10), (100, 9.85)), ((100, 195), (100, 195.15))],
)
def test_the_long_sides_of_a_lying_page_are_above_and_below(
    kept: tuple[float, float], broken: tuple[float, float]
) -> None:
    lying = (297.0, 210.0)
    assert codes(pdf(page(ink(*kept, page_height=210), lying)), SVARUT) == []
    assert codes(pdf(page(ink(*broken, page_height=210), lying)), SVARUT) == ["print-margin"]


def test_a_page_is_judged_as_it_is_shown_turned_and_cut() -> None:
    high_up = ink(100, 5)  # on the right when turned: 5 mm from a short side
    assert codes(pdf(page(high_up, keys="/Rotate 90")), SVARUT) == []
    assert codes(pdf(page(ink(100, 2.5), keys="/Rotate 90")), SVARUT) == ["print-margin"]
    outside = f"/CropBox[{pt(20):.4f} {pt(20):.4f} {pt(230):.4f} {pt(317):.4f}]"
    wide = (250.0, 337.0)
    assert codes(pdf(page(ink(5, 100, page_height=337), wide, outside)), SVARUT) == []
    assert codes(pdf(page(ink(29.8, 100, page_height=337), wide, outside)), SVARUT) == ["print-margin"]


def test_several_narrow_margins_are_one_problem() -> None:
    (problem,) = find_print_problems(pdf(page(ink(4, 1) + ink(100, 294, high=2.5))), letters(1), SVARUT)
    assert "4 mm til venstre, 1 mm øverst, 0.5 mm nederst".replace(".", ",") in problem.text("nb")
    assert "4 mm on the left, 1 mm at the top, 0.5 mm at the bottom" in problem.text("en")


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("1 g " + ink(0, 0, 210, 297), id="white paint"),
        pytest.param("0.99 g " + ink(0, 0, 210, 297), id="paint too pale to see"),
        pytest.param("q 100 100 100 100 re W n " + ink(0, 0, 210, 297) + "Q", id="cut away"),
        pytest.param(f"0.1 w {pt(10):.4f} 100 m {pt(10):.4f} 700 l S", id="a hairline on the limit"),
        pytest.param(f"0.1 w {pt(200):.4f} 100 m {pt(200):.4f} 700 l S", id="a hairline on the limit to the right"),
        pytest.param(f"BT /H 10 Tf {pt(10):.4f} 400 Td (Mot venstre) Tj ET", id="letters at the limit"),
    ],
)
def test_what_leaves_no_ink_in_the_margin_is_no_fault(drawn: str) -> None:
    assert codes(pdf(page(drawn, keys=HELVETICA)), SVARUT) == []


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("0.9 g " + ink(0, 0, 210, 297), id="a tint"),
        pytest.param(f"0.1 w {pt(9):.4f} 100 m {pt(9):.4f} 700 l S", id="a hairline"),
        pytest.param(f"BT /H 10 Tf {pt(9):.4f} 400 Td (Mot venstre) Tj ET", id="letters"),
    ],
)
def test_whatever_is_printed_in_the_margin_is_found(drawn: str) -> None:
    assert codes(pdf(page(drawn, keys=HELVETICA)), SVARUT) == ["print-margin"]


@pytest.mark.parametrize(
    ("kind", "is_printed"),
    [("/Stamp/F 4", True), ("/Stamp/F 0", False), ("/Widget/FT/Tx/T(felt)/F 4", True)],
)
def test_annotations_and_form_fields_count_if_they_are_printed(kind: str, is_printed: bool) -> None:
    drawn = stream("0 0 20 20 re f", "/Type/XObject/Subtype/Form/BBox[0 0 20 20]")
    note = f"<</Type/Annot/Subtype{kind}/Rect[0 100 20 120]/AP<</N 10 0 R>>>>"
    file = pdf(page(keys="/Annots[11 0 R]"), root="/AcroForm<</Fields[11 0 R]>>", more=[drawn, note])
    assert codes(file, SVARUT) == ["print-margin"] * is_printed


ZONE = [
    # left, top, width, height of the ink, and whether it is in the way of the bar code
    pytest.param((15, 130, 5, 5), False, id="right of it"),
    pytest.param((14.85, 130, 5, 5), True, id="a hair into it from the right"),
    pytest.param((0, 90, 10, 5), False, id="above it"),
    pytest.param((0, 90, 10, 5.15), True, id="a hair into it from above"),
    pytest.param((0, 175, 10, 5), False, id="below it"),
    pytest.param((0, 174.85, 10, 5), True, id="a hair into it from below"),
]


@pytest.mark.parametrize(("drawn", "found"), ZONE)
def test_digipost_wants_room_for_a_bar_code(drawn: tuple[float, float, float, float], found: bool) -> None:
    assert codes(pdf(page(ink(*drawn))), DIGIPOST) == ["print-zone"] * found
    left, top, wide, high = drawn
    lying = ink(top, 210 - left - wide, high, wide, page_height=210)
    assert codes(pdf(page(lying, (297, 210))), DIGIPOST) == ["print-zone"] * found


def test_a_problem_with_the_bar_code_says_how_far_the_print_is_out() -> None:
    assert told(pdf(page(ink(14.5, 130))), DIGIPOST) == [
        "barn.xlsx:Barn, rad 2: Post 1, side 1 (side 1 i filen), har trykk 14,5 mm fra venstre kant. Digipost krever 15 mm"
        " blankt til strekkode der, fra 95 til 175 mm nedover (på en liggende side: langs nedre kant)."
        " Flytt innholdet inn fra kanten. [print-zone]"
    ]


@pytest.mark.parametrize(
    ("size", "suits"),
    [
        ((210, 297), True),
        ((297, 210), True),
        ((210.4, 297.4), True),
        ((210.6, 297), False),
        ((210, 297.6), False),
        ((199.6, 286.6), True),
        ((199.4, 297), False),
        ((210, 286.4), False),
        ((215.9, 279.4), False),
        ((148, 210), False),
    ],
)
def test_digipost_wants_a4_give_or_take(size: tuple[float, float], suits: bool) -> None:
    assert codes(pdf(page(size=size)), DIGIPOST) == ["print-size"] * (not suits)


def test_a_problem_with_the_size_names_both() -> None:
    (text,) = told(pdf(page(), page(size=(215.9, 279.4))), DIGIPOST, letters(2))
    assert text == (
        "barn.xlsx:Barn, rad 2: Post 1, side 2 (side 2 i filen), er 215,9 × 279,4 mm. Digipost krever A4:"
        " 200-210 × 287-297 mm, stående eller liggende. Lag siden i A4. [print-size]"
    )
    cropped = page(size=(250, 337), keys=f"/CropBox[0 0 {pt(210):.4f} {pt(297):.4f}]")
    assert codes(pdf(cropped), DIGIPOST) == []


def test_digipost_prints_20_pages() -> None:
    assert codes(pdf(*[page()] * 20), DIGIPOST, [20]) == []
    assert told(pdf(*[page()] * 21), DIGIPOST, letters(21)) == [
        "barn.xlsx:Barn, rad 2: Post 1 har 21 sider, og Digipost skriver ikke ut mer enn 20 for hvert brev. Kort ned"
        " teksten, eller send brevet på en annen måte. [print-pages-many]"
    ]


@pytest.mark.parametrize(
    ("head", "root", "got"),
    [
        ("%PDF-1.7", "", None),
        ("%PDF-1.4", "/Version/1.7", None),
        ("%PDF-2.0", "", "2.0"),
        ("%PDF-1.4", "/Version/2.0", "2.0"),
        ("%PDF-2.0", "/Version/1.4", "2.0"),
    ],
)
def test_digipost_takes_pdf_1_7_and_older(head: str, root: str, got: str | None) -> None:
    expected = f"Filen er PDF {got}, og Digipost tar ikke imot nyere enn 1.7. Lagre den som PDF 1.7. [print-version]"
    assert told(pdf(page(), head=head, root=root), DIGIPOST) == ([expected] if got else [])


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
@pytest.mark.parametrize("password", ["", "hemmelig"])
def test_a_protected_file_is_the_only_problem_since_nothing_else_can_be_seen(service: Service, password: str) -> None:
    writer = PdfWriter(clone_from=pdf(page(ink(0, 130))))
    writer.encrypt(user_password=password, owner_password="eier", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert told(file, service) == [
        f"Filen er beskyttet med passord, og det tar ikke {service.name} imot. Lagre den uten."
        " Resten er ikke sjekket. [print-password]"
    ]


def test_every_service_refuses_a_protected_file() -> None:
    """`find_print_problems` says so without asking."""
    assert all(isinstance(service.rules[0], NoPassword) for service in SERVICES.values())


def font(name: str, descriptor: str = "", kind: str = "TrueType") -> str:
    return f"<</Type/Font/Subtype/{kind}/BaseFont/{name}{descriptor}>>"


HELVETICA = f"/Resources<</Font<</H {font('Helvetica', kind='Type1')}>>>>"
EMPTY = "/FontDescriptor<</Type/FontDescriptor/FontName/Verdana>>"
FILLED = "/FontDescriptor<</Type/FontDescriptor/FontName/Verdana/FontFile2 12 0 R>>"
VERDANA = font("Verdana", EMPTY)
COMPOSITE = f"<</Type/Font/Subtype/Type0/BaseFont/Verdana/DescendantFonts[{font('Verdana', '{}', 'CIDFontType2')}]>>"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
SELF = "/Resources<</Font<</V 11 0 R>>/XObject<</X 10 0 R>>>>"
"""Resources that lead to font 11, and back to object 10."""
HIDING_PLACES = [
    pytest.param("/Resources<</Font<</V 11 0 R>>>>", "null", id="page"),
    pytest.param("/Resources 10 0 R", "<</Font<</V 11 0 R>>>>", id="shared resources"),
    pytest.param("/Resources<</XObject<</X 10 0 R>>>>", stream("", FORM + SELF), id="picture"),
    pytest.param("/Resources<</Pattern<</P 10 0 R>>>>", stream("", "/Type/Pattern/PatternType 1" + SELF), id="pattern"),
    pytest.param("/Resources<</ExtGState<</G<</Font[11 0 R 10]>>>>>>", "null", id="graphics state"),
    pytest.param("/Resources<</Font<</T 10 0 R>>>>", f"<</Type/Font/Subtype/Type3{SELF}>>", id="drawn font"),
    pytest.param("/Annots[<</Subtype/Stamp/AP<</N 10 0 R>>>>]", stream("", FORM + SELF), id="annotation"),
    pytest.param("/Annots[<</Subtype/Widget/AP<</N<</Ja 10 0 R>>>>>>]", stream("", FORM + SELF), id="field"),
]


@pytest.mark.parametrize(("keys", "between"), HIDING_PLACES)
def test_a_font_that_the_file_does_not_hold_is_found_wherever_it_is_used(keys: str, between: str) -> None:
    assert told(pdf(page(keys=keys), more=[between, VERDANA]), DIGIPOST) == [
        "barn.xlsx:Barn, rad 2: Post 1, side 1 (side 1 i filen), bruker skrifter som filen ikke inneholder: Verdana."
        " Digipost krever at de følger med. Lag PDF-en på nytt med skriftene innebygd. [print-font]"
    ]
    held = font("Verdana", FILLED)
    assert codes(pdf(page(keys=keys), more=[between, held, stream("")]), DIGIPOST) == []


def test_the_font_of_a_composite_font_is_what_counts() -> None:
    keys = "/Resources<</Font<</V 11 0 R>>>>"
    assert codes(pdf(page(keys=keys), more=["null", COMPOSITE.format(EMPTY)]), DIGIPOST) == ["print-font"]
    assert codes(pdf(page(keys=keys), more=["null", COMPOSITE.format(FILLED), stream("")]), DIGIPOST) == []


def test_resources_may_come_from_the_tree_of_pages() -> None:
    file = pdf(page(), tree="/Resources<</Font<</V 11 0 R>>>>", more=["null", VERDANA])
    assert codes(file, DIGIPOST) == ["print-font"]


@pytest.mark.parametrize("name", ["Helvetica", "Times-Roman", "Courier-BoldOblique", "ZapfDingbats", "Arial,Bold"])
def test_digipost_has_the_standard_fonts_itself_and_another_service_may_not(name: str) -> None:
    file = pdf(page(keys=f"/Resources<</Font<</H {font(name, kind='Type1')}>>>>"))
    assert codes(file, DIGIPOST) == []
    assert codes(file, STRICT) == ["print-font"]


def test_svarut_wants_equally_many_pages_in_every_letter() -> None:
    assert codes(pdf(*[page()] * 6), SVARUT, (2, 2, 2)) == []
    assert told(pdf(*[page()] * 7), SVARUT, letters(2, 3, 2)) == [
        "barn.xlsx:Barn, rad 3: Antall sider for post 2 i filen er 3, og for de fleste 2. SvarUt krever at alle brev i en fil har like"
        " mange sider. Lag en fil for hvert sidetall. [print-pages-unequal]"
    ]


def test_a_blank_back_is_a_page_of_the_file() -> None:
    """3 pages and a blank back are as long as 4; the last letter may lack its back."""
    assert list(find_print_problems(pdf(*[page()] * 8), letters(3, 4, blank_backs=True), SVARUT)) == []
    (problem,) = find_print_problems(pdf(*[page()] * 7), letters(4, 3, blank_backs=True), SVARUT)
    assert (problem.params["number"], problem.params["pages"], problem.params["usual"]) == (2, 3, 4)


def test_pages_of_no_record_would_be_sent_as_letters() -> None:
    """They are not looked at: the first has ink to its very edge."""
    file = pdf(page(ink(0, 0)), *[page()] * 7)
    assert told(file, SVARUT, letters(2, 2, first=3)) == [
        "Filen har forsider, som SvarUt ville sende som brev: side 1-2, 7-8. Kjør på nytt uten --cover."
        " [print-pages-outside]"
    ]


def test_all_faults_of_a_pack_come_at_once_in_the_order_of_its_pages() -> None:
    """Given out of order; a rule tells once of a record, at its first page."""
    small, low, sound = page(size=(148, 210)), page(ink(0, 130)), page()
    pages = [sound, low, low, small, sound, sound, page(keys=f"/Resources<</Font<</V {VERDANA}>>>>"), small]
    found = find_print_problems(pdf(*pages, head="%PDF-2.0"), reversed(letters(2, 2, 2, 2)), DIGIPOST)
    assert [(one.code, one.params.get("number"), one.params.get("page"), one.params.get("sheet")) for one in found] == [
        ("print-version", None, None, None),
        ("print-zone", 1, 2, 2),
        ("print-zone", 2, 1, 3),
        ("print-size", 2, 2, 4),
        ("print-font", 4, 1, 7),
        ("print-size", 4, 2, 8),
    ]


def test_letters_that_overlap_or_go_beyond_the_file_are_refused() -> None:
    for wrong in (letters(3), [*letters(2), Letter(2, Place("a"), 2, 1)]):
        with pytest.raises(ValueError, match="room for"):
            list(find_print_problems(pdf(page(), page()), wrong, SVARUT))


def test_a_file_is_read_from_a_path_as_well(tmp_path: Path) -> None:
    path = tmp_path / "pakke.pdf"
    path.write_bytes(pdf(page(ink(0, 130))).getvalue())
    assert [problem.code for problem in find_print_problems(path, letters(1), DIGIPOST)] == ["print-zone"]
    path.unlink()


@pytest.mark.thorough
@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
@pytest.mark.parametrize("form_id", FORMS if THOROUGH else ["samtykke-samarbeid"])
def test_our_own_forms_suit_every_service(form_id: str, service: Service, tmp_path: Path) -> None:
    form = load_form(TEMPLATES / form_id, SAMPLES / "kommune.toml")
    for made in (PdfRenderer(form, "nb", flat=True).render(example(form, tmp_path)), blank_pdf(form, "nb")):
        with MeasuredPdf(io.BytesIO(made)) as paper:
            whole = letters(len(paper))
            assert all(sheet.ink(Box(0, 0, *A4)) for sheet in paper.pages())
        assert list(find_print_problems(io.BytesIO(made), whole, service)) == []


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_every_rule_has_its_source_in_the_list(service: Service) -> None:
    text = SOURCES.read_text("utf-8")
    for rule in service.rules:
        entry = re.search(rf"^## {rule.source}\n\n(.+?)(?=\n## |\Z)", text, re.MULTILINE | re.DOTALL)
        assert entry, rule.source
        assert f"read {rule.read.isoformat()}" in entry[1].replace("\n", " ")


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_what_is_not_checked_can_be_said_in_every_language(service: Service) -> None:
    keys = not_checked(service)
    assert keys[0] == f"unchecked-{service.name.lower()}"
    for language in LANGUAGES:
        said = [say(key, language, service=service.name, read=service.read) for key in keys]
        assert len(set(said)) == len(keys)
        assert "24.11.2026" in said[-1]
    assert {key for key in MESSAGES if key.startswith("unchecked-")} == {
        key for one in SERVICES.values() for key in not_checked(one)
    }
