"""What has come back and isn't what it seems: drawn over, put together, cut off, or showing otherwise than it says."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pikepdf import Array, Dictionary, Name

from tests.batch.test_collect import SAID, answers, back, collect, run, sent, told
from tests.reading_back import W
from tests.returning import saved_as_revision, saved_whole, typed_in_word, with_part

__all__ = ["back", "run"]
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
Rectangle = tuple[float, float, float, float]


def lines_of(document: pikepdf.Pdf) -> list[tuple[int, Rectangle]]:
    """Page and place of the lines to sign on."""
    widgets = ((number, one) for number, page in enumerate(document.pages) for one in page.obj.get("/Annots", ()))
    edges = ((number, [float(edge) for edge in one.Rect]) for number, one in widgets if one.get("/FT") == Name.Sig)
    return [(number, (left, bottom, right, top)) for number, (left, bottom, right, top) in edges]


def drawn_on(content: bytes, kind: str, place: Callable[[Rectangle], Rectangle], line: int = 0) -> bytes:
    """The PDF with an annotation, somewhere by one of its lines to sign on."""
    with pikepdf.open(io.BytesIO(content)) as document:
        number, rectangle = lines_of(document)[line]
        drawn = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(place(rectangle)), F=4)
        page = document.pages[number].obj
        page.Annots.append(document.make_indirect(drawn))
        document.save(out := io.BytesIO())
    return out.getvalue()


def large(line: Rectangle) -> Rectangle:
    """From the line down onto the next one's upper edge."""
    left, bottom, _, top = line
    return left + 10, bottom - (top - bottom), left + 110, top


def across(line: Rectangle) -> Rectangle:
    return 60, 60, 540, 780


SIGNED = [f"underskrift_foresatt.{number}.underskrift" for number in (1, 2)]


def test_a_signature_that_reaches_the_next_line_signs_its_own_alone(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(drawn_on(saved_whole(sent(run), SAID), "Ink", large))
    collect(back, run)
    (answer,) = answers(back)
    assert [answer.get(name) for name in SIGNED] == ["Ja", None]
    assert ("a.pdf", "returned-beside") not in told(back, "Feil")


def test_a_stroke_over_the_page_signs_nothing_and_is_told(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(drawn_on(saved_whole(sent(run), SAID), "Ink", across))
    collect(back, run)
    (answer,) = answers(back)
    assert not [name for name in SIGNED if name in answer]
    assert ("a.pdf", "returned-beside") in told(back, "Feil")


@pytest.mark.parametrize("kind", ["Text", "StrikeOut", "Highlight", "FileAttachment"])
def test_a_remark_is_told_and_signs_nothing(run: Path, back: Path, kind: str) -> None:
    (back / "a.pdf").write_bytes(drawn_on(saved_whole(sent(run), SAID), kind, lambda line: line))
    collect(back, run)
    assert not [name for name in SIGNED if name in answers(back)[0]]
    assert ("a.pdf", "returned-beside") in told(back, "Feil")


def test_what_is_written_beside_the_boxes_alone_is_not_nothing(run: Path, back: Path) -> None:
    (back / "a.pdf").write_bytes(drawn_on(sent(run), "FreeText", lambda line: (50, 700, 200, 720)))
    collect(back, run)
    assert told(back, "Passer ikke") == []
    assert {"returned-beside", "returned-undecided"} <= {code for _, code in told(back, "Feil")}


def test_several_forms_in_one_file_are_refused(run: Path, back: Path) -> None:
    first, second = (pikepdf.open(io.BytesIO(saved_whole(sent(run, number), SAID))) for number in (1, 2))
    first.add_pages_from(second)
    first.save(back / "to.pdf")
    collect(back, run)
    assert told(back, "Passer ikke") == [("to.pdf", "returned-merged")]


def test_a_file_that_is_cut_off_says_nothing_rather_than_what_it_said_before(run: Path, back: Path) -> None:
    content = saved_as_revision(saved_whole(sent(run), SAID), {"bruk.vegg.svar": "/nei"})
    (back / "a.pdf").write_bytes(content[:-40])
    collect(back, run)
    assert told(back, "Passer ikke") == [("a.pdf", "pdf-damaged")]


@pytest.mark.parametrize(("state", "shown"), [("1", "\u2610"), ("0", "\u2612"), ("0", "x")])
def test_a_box_in_word_that_shows_otherwise_than_it_says_is_unclear(
    run: Path, back: Path, state: str, shown: str
) -> None:
    def contradict(part: bytes) -> bytes:
        root = etree.fromstring(part)
        for control in root.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            if tag is not None and tag.get(f"{W}val") == "bruk.vegg.svar.ja":
                control.find(f".//{_W14}checked").set(f"{_W14}val", state)  # type: ignore[union-attr]
                control.find(f".//{W}t").text = shown  # type: ignore[union-attr]
        return etree.tostring(root)

    content = typed_in_word(sent(run, ending="docx"), {"bruk.nettside.svar.nei": True})
    (back / "a.docx").write_bytes(with_part(content, "word/document.xml", contradict))
    collect(back, run)
    (answer,) = answers(back)
    assert answer["bruk.vegg.svar"] == "må ses på"
    assert answer["bruk.nettside.svar"] == "Nei"
    assert ("a.docx", "returned-unclear") in told(back, "Feil")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 noe annet"])
def test_what_is_named_as_a_word_file_and_is_none_is_told(run: Path, back: Path, content: bytes) -> None:
    (back / "a.docx").write_bytes(content)
    collect(back, run)
    assert told(back, "Passer ikke") == [("a.docx", "returned-not-word")]
