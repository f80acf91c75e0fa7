"""What is done to a document by Word's own means is told when it comes back; what programs do by themselves isn't."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from skjema import api
from skjema.batch.beside import is_beside, lacks_pages
from skjema.definition.form_cache import load_form
from skjema.formats.docx.form_fields import read_fields
from skjema.formats.pdf.form_fields import read_fields as read_pdf
from tests.batch.test_collect import SAID, TYPED, back, collect, run, sent, told
from tests.drawing import SAMPLES, TEMPLATES
from tests.returning import Answers, saved_whole, typed_in_word, with_part
from tests.sample_files import TRIED

__all__ = ["back", "run"]  # fixtures
DOCUMENT = "word/document.xml"
COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:comments>'
Change = Callable[[bytes], bytes]


def _first_run(properties: bytes) -> Change:
    """The first words that have no properties, with some."""
    return lambda xml: re.sub(rb"<w:r>(?=<w:t[ >])", b"<w:r><w:rPr>%s</w:rPr>" % properties, xml, count=1)


def _before_first_run(added: bytes) -> Change:
    return lambda xml: re.sub(rb"<w:r>(?=<w:t[ >])", added + b"<w:r>", xml, count=1)


def _first_deleted(xml: bytes) -> bytes:
    return re.sub(rb"<w:r>(?=<w:t[ >])(.*?)</w:r>", _as_deleted, xml, count=1)


def _as_deleted(match: re.Match[bytes]) -> bytes:
    return b"<w:del><w:r>%s</w:r></w:del>" % match[1].replace(b"w:t>", b"w:delText>").replace(b"<w:t ", b"<w:delText ")


def _in_row_of_box(mark: bytes) -> Change:
    """The row of the first box to tick, with a mark of its own."""

    def changed(xml: bytes) -> bytes:
        start = xml.rindex(b"<w:tr>", 0, xml.index(b"w14:checkbox"))
        end = xml.index(b"<w:tc>", start)
        properties = xml[start + 6 : end].removeprefix(b"<w:trPr>").removesuffix(b"</w:trPr>")
        return b"%s<w:tr><w:trPr>%s%s</w:trPr>%s" % (xml[:start], properties, mark, xml[end:])

    return changed


DRAWING = b"<w:r><w:drawing/></w:r>"


def _before_first_run_of_margin(xml: bytes) -> bytes:
    return re.sub(rb"</w:p>", DRAWING + b"</w:p>", xml, count=1)


MEANS: dict[str, tuple[str, Change]] = {
    "struck": (DOCUMENT, _first_run(b"<w:strike/>")),
    "struck twice": (DOCUMENT, _first_run(b'<w:dstrike w:val="1"/>')),
    "highlighted": (DOCUMENT, _first_run(b'<w:highlight w:val="yellow"/>')),
    "shaded": (DOCUMENT, _first_run(b'<w:shd w:val="clear" w:fill="FFFF00"/>')),
    "underlined": (DOCUMENT, _first_run(b'<w:u w:val="single"/>')),
    "in red": (DOCUMENT, _first_run(b'<w:color w:val="FF0000"/>')),
    "words deleted": (DOCUMENT, _first_deleted),
    "row deleted": (DOCUMENT, _in_row_of_box(b'<w:del w:id="7"/>')),
    "row added": (DOCUMENT, _in_row_of_box(b'<w:ins w:id="7"/>')),
    "drawing": (DOCUMENT, _before_first_run(DRAWING)),
    "shape": (DOCUMENT, _before_first_run(b"<w:r><w:pict/></w:r>")),
    "head": ("word/header1.xml", lambda xml: re.sub(rb"</w:p>", b"<w:r><w:t>Nei!</w:t></w:r></w:p>", xml, count=1)),
    "drawn in the head": ("word/header1.xml", _before_first_run_of_margin),
    "drawn in the foot": ("word/footer1.xml", _before_first_run_of_margin),
    "foot": ("word/footer1.xml", lambda xml: re.sub(rb"</w:p>", b"<w:r><w:t>Nei!</w:t></w:r></w:p>", xml, count=1)),
}


@pytest.mark.parametrize("means", MEANS)
def test_what_is_done_by_words_own_means_is_told(run: Path, back: Path, means: str) -> None:
    part, changed = MEANS[means]
    filled = typed_in_word(sent(run, 1, "docx"), TYPED)
    done = with_part(filled, part, changed)
    assert done != with_part(filled, part, lambda xml: xml)
    (back / "svar.docx").write_bytes(done)
    collect(back, run)
    assert ("svar.docx", "returned-beside") in told(back, "Feil"), means


@pytest.mark.parametrize(("comments", "is_told"), [(b"", False), (b'<w:comment w:id="0"/>', True)])
def test_a_comment_is_told_though_no_list_says_what_was_sent(
    run: Path, back: Path, comments: bytes, is_told: bool
) -> None:
    (back / "svar.docx").write_bytes(_with_comments(typed_in_word(sent(run, 1, "docx"), TYPED), COMMENTS % comments))
    collect(back, run, listed=None)
    assert (("svar.docx", "returned-beside") in told(back, "Feil")) == is_told


def _with_comments(content: bytes, comments: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", comments)
    return out.getvalue()


@pytest.mark.parametrize("means", ["highlighted", "drawing", "struck"])
def test_a_form_with_nothing_but_a_mark_is_not_as_it_was_sent(run: Path, back: Path, means: str) -> None:
    (back / "svar.docx").write_bytes(with_part(sent(run, 1, "docx"), *MEANS[means]))
    collect(back, run)
    assert told(back, "Passer ikke") == []
    assert ("svar.docx", "returned-beside") in told(back, "Feil")


def test_a_picture_beside_the_line_may_be_a_signature(run: Path, back: Path) -> None:
    """Which isn't asked for as if it lacked: somebody looks at the file."""
    (back / "svar.docx").write_bytes(with_part(typed_in_word(sent(run, 1, "docx"), TYPED), *MEANS["drawing"]))
    collect(back, run)
    codes = {code for _, code in told(back, "Feil")}
    assert ("returned-beside" in codes, "signature-empty" in codes) == (True, False)


def test_text_that_is_struck_through_in_a_field_is_no_answer(run: Path, back: Path) -> None:
    def struck(xml: bytes) -> bytes:
        at = xml.index(b'w:val="unntak"')
        start = xml.index(b"<w:r>", at)
        return xml[:start] + b"<w:r><w:rPr><w:strike/></w:rPr>" + xml[start + 5 :]

    content = with_part(typed_in_word(sent(run, 1, "docx"), TYPED), DOCUMENT, struck)
    assert "unntak" in read_fields(content, "a.docx").unclear
    (back / "svar.docx").write_bytes(content)
    collect(back, run)
    assert ("svar.docx", "returned-unclear") in told(back, "Feil")


def test_an_answer_in_a_row_that_is_deleted_is_none(run: Path) -> None:
    fields = read_fields(with_part(sent(run, 1, "docx"), *MEANS["row deleted"]), "a.docx")
    whole = read_fields(sent(run, 1, "docx"), "a.docx")
    assert set(fields.values) < set(whole.values)


ORDINARY: dict[str, tuple[str, Change]] = {
    "typed while tracked": (
        DOCUMENT, lambda xml: re.sub(rb"(<w:sdtContent>)(<w:r>.*?</w:r>)(</w:sdtContent>)", rb'\1<w:ins w:id="1">\2</w:ins>\3', xml),
    ),
    "nothing struck": (DOCUMENT, _first_run(b'<w:strike w:val="false"/><w:highlight w:val="none"/>')),
    "white behind": (DOCUMENT, _first_run(b'<w:shd w:val="clear" w:fill="auto"/>')),
    "marks of spelling": (DOCUMENT, _before_first_run(b'<w:proofErr w:type="spellStart"/>')),
    "paragraph tracked": (DOCUMENT, lambda xml: xml.replace(b"<w:p><w:r>", b'<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:r>', 1)),
    "number of pages": ("word/footer1.xml", lambda xml: re.sub(rb"</w:p>", b"<w:r><w:t> 3 </w:t></w:r></w:p>", xml, count=1)),
}  # fmt: skip


@pytest.mark.parametrize("what", ORDINARY)
def test_what_programs_do_by_themselves_is_not_told(run: Path, back: Path, what: str) -> None:
    (back / "svar.docx").write_bytes(with_part(typed_in_word(sent(run, 1, "docx"), TYPED), *ORDINARY[what]))
    collect(back, run)
    assert "returned-beside" not in {code for _, code in told(back, "Feil")}


# -- PDF


def _with_field(content: bytes) -> bytes:
    """As tools that let one type anywhere on a page add a field for it."""
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("fill_1"),
        NameObject("/V"): TextStringObject("Men ikke portalen!"),
        NameObject("/Rect"): ArrayObject([NumberObject(at) for at in (50, 50, 250, 70)]),
    })  # fmt: skip
    reference = writer._add_object(field)
    notes: Any = writer.pages[-1]["/Annots"]
    notes.append(reference)
    form: Any = writer.root_object["/AcroForm"]
    form["/Fields"].append(reference)
    return _written(writer)


def _with_file(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.add_attachment("brev.txt", b"Vi vil ikke")
    return _written(writer)


def _without_page(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    del writer.root_object["/Pages"]["/Kids"][0]  # type: ignore[index]
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("changed", "code"),
    [(_with_field, "returned-beside"), (_with_file, "returned-beside"), (_without_page, "returned-pages")],
)
@pytest.mark.parametrize("answered", [SAID, {}])
def test_what_is_added_to_a_pdf_or_taken_away_is_told(
    run: Path, back: Path, changed: Callable[[bytes], bytes], code: str, answered: Answers
) -> None:
    (back / "svar.pdf").write_bytes(changed(saved_whole(sent(run), answered)))
    collect(back, run)
    assert [one for _, one in told(back, "Feil")].count(code) == 1
    assert told(back, "Passer ikke") == []


@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize("answered", [SAID, {}])
def test_a_page_kept_alone_with_its_fields_lacks_the_others(
    run: Path, back: Path, page: int, answered: Answers
) -> None:
    """As programs save it that take along the fields of its page, and the keywords."""
    reader, writer = PdfReader(io.BytesIO(saved_whole(sent(run), answered))), PdfWriter()
    writer.append(reader, pages=[page])
    assert reader.metadata is not None
    writer.add_metadata({"/Keywords": str(reader.metadata["/Keywords"])})
    (back / "svar.pdf").write_bytes(_written(writer))
    collect(back, run)
    assert [one for _, one in told(back, "Feil")].count("returned-pages") == 1
    assert told(back, "Passer ikke") == []


@pytest.mark.parametrize("answered", [SAID, {}])
def test_a_page_that_somebody_has_put_behind_the_form_is_told(run: Path, back: Path, answered: Answers) -> None:
    """As who merges a letter that was scanned with the form; also where nothing is filled in."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(saved_whole(sent(run), answered))))
    writer.add_blank_page(595, 842)
    (back / "svar.pdf").write_bytes(_written(writer))
    collect(back, run)
    assert [one for _, one in told(back, "Feil")].count("returned-more-pages") == 1
    assert told(back, "Passer ikke") == []


def test_a_note_that_somebody_ticks_in_a_blank_form_is_its_own() -> None:
    form = load_form(TEMPLATES / "henvisning-niva2", SAMPLES / "kommune.toml")
    fields = read_pdf(saved_whole(api.blank_pdf(form), {"anonym_tekst": "/Ja"}), "a.pdf")
    assert fields.values["anonym_tekst"] is True
    assert not is_beside(form, fields, None)


@pytest.mark.parametrize("name", TRIED)
def test_no_form_of_ours_has_fields_of_others(name: str) -> None:
    form = load_form(TEMPLATES / name, SAMPLES / "kommune.toml")
    if form.pdf == "flowing":
        return
    fields = read_pdf(api.blank_pdf(form), "a.pdf")
    assert (is_beside(form, fields, None), lacks_pages(form, fields)) == (False, False)
