"""A letter that was made for mail merge is filled like one with tags; what can't be is named."""

from pathlib import Path

import pytest
from docx import Document

from skjema.formats.docx.members import members_of
from tests.cli.running import Result, skjema
from tests.drawing import field, sheet, write_form
from tests.reading_back import docx_text
from tests.render.word.documents import docx, with_part

FORM = (
    '[[section]]\nid = "del"\n'
    + field("navn", "name", headers='["Barnets navn"]')
    + field("sted")
    + field("tolk", "yes_no")
)


def run(inner: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr>{inner}</w:r>"


def simple(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}">{run("<w:t>«Navn»</w:t>")}</w:fldSimple></w:p>'


def whole(instruction: str) -> str:
    """A field as Word itself writes it, its instruction in two runs."""
    half = len(instruction) // 2
    texts = [
        f'<w:instrText xml:space="preserve">{part}</w:instrText>' for part in (instruction[:half], instruction[half:])
    ]
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    return f"<w:p>{''.join(map(run, (marks[0], *texts, marks[1], '<w:t>«Navn»</w:t>', marks[2])))}</w:p>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_form(tmp_path, FORM)
    sheet(tmp_path / "a.xlsx", [["Navn", "Sted", "Tolk"], ["Kari Berg", "Bodø", "Ja"]])
    return tmp_path


def filled(folder: Path, *paragraphs: str) -> Result:
    letter = with_part(
        docx("Til {{ sted }}"),
        "word/document.xml",
        lambda xml: xml.replace("<w:sectPr", "".join(paragraphs) + "<w:sectPr", 1),
    )
    (form,) = folder.rglob("skjema.toml")
    (form.parent / "prove.nb.docx").write_bytes(letter)
    return skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx", "--overwrite")


@pytest.mark.parametrize("draw", [simple, whole])
@pytest.mark.parametrize(
    "name", ["Barnets_navn", "&quot;Barnets navn&quot;", "navn", "NAVN \\* MERGEFORMAT", "Navn  \\* CHARFORMAT"]
)
def test_a_merge_field_that_names_a_field_is_filled_like_a_tag(folder: Path, draw: object, name: str) -> None:
    assert callable(draw)
    instruction = f" MERGEFIELD {name} " if draw is simple else f" MERGEFIELD {name.replace('&quot;', chr(34))} "
    found = filled(folder, draw(instruction))
    assert found.code == 1, found.said  # for what python-docx puts into every file
    text = docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    assert ("Kari Berg" in text, "«Navn»" in text, "Bodø" in text) == (True, False, True)


@pytest.mark.parametrize(
    "instruction", [" MERGEFIELD Ukjent ", " MERGEFIELD navn \\* Upper ", " MERGEFIELD navn \\b x "]
)
@pytest.mark.parametrize("draw", [simple, whole])
def test_one_that_would_be_filled_otherwise_is_named(folder: Path, draw: object, instruction: str) -> None:
    assert callable(draw)
    found = filled(folder, draw(instruction))
    assert (found.code, "[template-merge-field]" in found.said) == (5, True)


# -- IF fields


def part_of_field(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def words(text: str, looks: str = "<w:b/>") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:rPr>{looks}</w:rPr><w:instrText xml:space="preserve">{escaped}</w:instrText></w:r>'


def nested(*parts: str) -> str:
    """A field as Word writes it, with its last result."""
    return f"{part_of_field('begin')}{''.join(parts)}{part_of_field('separate')}{run('<w:t>gammelt</w:t>')}{part_of_field('end')}"


def merge(name: str) -> str:
    return nested(words(f" MERGEFIELD {name} "))


def paragraph_of(folder: Path, *parts: str) -> str:
    """What stands in the letter for a paragraph with a field."""
    found = filled(folder, f"<w:p>{run('<w:t>[</w:t>')}{nested(*parts)}{run('<w:t>]</w:t>')}</w:p>")
    assert found.code == 1, found.said
    whole = docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    assert "gammelt" not in whole
    return whole.partition("[")[2].partition("]")[0]


@pytest.mark.parametrize(
    ("condition", "printed"),
    [
        (' = "Kari Berg" "ja" "nei" ', "ja"),
        (' = "Ola" "ja" "nei" ', "nei"),
        (' = "kari berg" "ja" "nei" ', "nei"),  # to Word, capitals are other letters
        ('<>"Ola""ja""nei"', "ja"),
        (' <> "" "ja" ', "ja"),
        (' = "" "ja" ', ""),
        (" = Ola ja nei ", "nei"),
        (" = \u201cKari Berg\u201d \u201cja, takk?\u201d \u201cnei\u201d ", "ja, takk?"),
        (' = "Kari Berg" "ja & «jo»" "nei" \\* MERGEFORMAT ', "ja & «jo»"),
        (' = "Kari Berg" "" "nei" ', ""),
    ],
)
def test_an_if_field_prints_what_word_would(folder: Path, condition: str, printed: str) -> None:
    assert paragraph_of(folder, words(" IF "), merge("navn"), words(condition)) == printed


def test_what_an_if_field_prints_may_hold_fields(folder: Path) -> None:
    inner = nested(words("IF "), merge("Sted"), words(' = "Bodø" "fra Bodø" "utenbys fra" '))
    parts = (words(' IF "'), merge("navn"), words('" = "Ola" "Ola" "'), merge("Navn"), words(" "), inner, words('" '))
    assert paragraph_of(folder, *parts) == "Kari Berg fra Bodø"


def test_an_if_field_that_word_has_half_as_a_simple_one_is_read(folder: Path) -> None:
    simple_field = f'<w:fldSimple w:instr=" MERGEFIELD navn ">{run("<w:t>«Navn»</w:t>")}</w:fldSimple>'
    assert paragraph_of(folder, words(" IF "), simple_field, words(' = "Kari Berg" "ja" "nei" ')) == "ja"


def test_each_side_keeps_its_looks(folder: Path) -> None:
    text = (words(' = "Kari Berg" "'), words("skrått", "<w:i/>"), words('" "nei"'))
    paragraph_of(folder, words(" IF "), merge("navn"), *text)
    paragraphs = Document(str(folder / "ut" / "prove-0001.docx")).paragraphs
    (run_found,) = [one for paragraph in paragraphs for one in paragraph.runs if one.text == "skrått"]
    assert (run_found.italic, run_found.bold) == (True, None)


def test_an_answer_is_compared_as_it_is_called(folder: Path) -> None:
    assert paragraph_of(folder, words(" IF "), merge("tolk"), words(' = "Ja" "med tolk" "uten"')) == "med tolk"


@pytest.mark.parametrize(
    "parts",
    [
        (words(" IF "), merge("navn"), words(' > "Kari" "ja" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari*" "ja" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "ja {{ navn }}" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "ja {'), words('{ navn }}" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "C:\\\\mappe" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "ja" "nei" "kanskje" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "ja ')),
        (words(" IF "), merge("Ukjent"), words(' = "Kari" "ja" "nei" ')),
        (words(" IF "), merge("navn \\* Upper"), words(' = "KARI" "ja" "nei" ')),
        (words(" IF "), merge("navn"), words(" = "), merge("sted"), words(' "ja" "nei" ')),
        (words(" IF "), merge("navn"), words(' = "Kari" "'), merge("Ukjent"), words('" "nei" ')),
        (words(" IF "), merge("tolk"), words(' = "x" "med tolk" "uten" ')),  # which no answer is called
        (words(" IF "), merge("navn"), run("<w:t>ja</w:t>"), words(' = "Kari" "ja" "nei" ')),
        (words(" COMPARE "), merge("navn"), words(' = "Kari" ')),
        (words(" REF "), merge("navn")),
    ],
)  # fmt: skip
def test_an_if_field_that_would_be_filled_otherwise_is_named(folder: Path, parts: tuple[str, ...]) -> None:
    found = filled(folder, f"<w:p>{nested(*parts)}</w:p>")
    assert found.code == 5, found.said
    assert "[template-merge-field]" in found.said


@pytest.mark.parametrize("kept", range(4, 11))  # from where its merge field stands there, up to its end
def test_a_field_that_is_cut_off_is_named(folder: Path, kept: int) -> None:
    whole_field = nested(words(" IF "), merge("navn"), words(' = "Kari Berg" "ja" "nei" '))
    runs = [f"<w:r>{one}" for one in whole_field.split("<w:r>")[1:]]
    found = filled(folder, f"<w:p>{''.join(runs[:kept])}</w:p>")
    assert (found.code, "[template-merge-field]" in found.said) == (5, True)


@pytest.mark.parametrize("half", ["bookmarkStart", "bookmarkEnd"])
def test_a_bookmark_of_which_half_stands_in_a_field_stays_whole(folder: Path, half: str) -> None:
    first, last = (f'<w:bookmark{end} w:id="7"{more}/>' for end, more in (("Start", ' w:name="m"'), ("End", "")))
    before, within, after = ("", first, last) if half == "bookmarkStart" else (first, last, "")
    code = f"{part_of_field('begin')}{words(' MERGEFIELD navn ')}{part_of_field('separate')}"
    field_with_mark = f"{before}{code}{within}{run('<w:t>gammelt</w:t>')}{part_of_field('end')}{after}"
    assert filled(folder, f"<w:p>{field_with_mark}</w:p>").code == 1
    written = members_of((folder / "ut" / "prove-0001.docx").read_bytes(), "a.docx")["word/document.xml"]
    assert (written.count(b"<w:bookmarkStart"), written.count(b"<w:bookmarkEnd")) == (1, 1)
    assert b"gammelt" not in written


@pytest.mark.parametrize(
    "place", ["A & B", "O\u2019Hara", "O'Hara", "A > B", "Bodø \u2013 Nord", "Café", 'den "nye" byen']
)
def test_a_text_is_compared_letter_by_letter(folder: Path, place: str) -> None:
    sheet(folder / "a.xlsx", [["Navn", "Sted", "Tolk"], ["Kari Berg", place, "Ja"]])
    quotes = ("\u201c", "\u201d") if '"' in place else ('"', '"')
    parts = (words(" IF "), merge("sted"), words(f' = {quotes[0]}{place}{quotes[1]} "likt" "ulikt" '))
    assert paragraph_of(folder, *parts) == "likt"


def test_what_shares_a_run_with_a_field_stays(folder: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:fldChar w:fldCharType="{kind}"/>'

    def one(name: str) -> str:
        code = f"<w:instrText> MERGEFIELD {name} </w:instrText>"
        return f"{mark('begin')}{code}{mark('separate')}<w:t>gammelt</w:t>{mark('end')}"

    inner = f"<w:t>[Hei </w:t>{one('navn')}<w:t> i </w:t>{one('sted')}<w:tab/><w:t>takk]</w:t>"
    found = filled(folder, f"<w:p>{run(inner)}</w:p>")
    assert found.code == 1, found.said
    text = docx_text((folder / "ut" / "prove-0001.docx").read_bytes())
    assert text.partition("[")[2].partition("]")[0].split() == ["Hei", "Kari", "Berg", "i", "Bodø", "takk"]


@pytest.mark.parametrize("holder", ["w:smartTag", "w:hyperlink", "w:ins"])
def test_what_is_not_read_of_an_instruction_keeps_the_field(folder: Path, holder: str) -> None:
    inside = f"<{holder}>{words('Bergen')}</{holder}>"
    found = filled(folder, f"<w:p>{nested(words(' IF '), merge('navn'), words(' = &quot;Ola&quot; '), inside)}</w:p>")
    assert found.code == 5, found.said
    switch = f"<{holder}>{words(chr(92) + '* Upper')}</{holder}>"
    assert filled(folder, f"<w:p>{nested(words(' MERGEFIELD navn '), switch)}</w:p>").code == 5
