"""A letter that was made for mail merge is filled like one with tags; what can't be is named."""

from pathlib import Path

import pytest

from tests.cli.running import Result, skjema
from tests.drawing import field, sheet, write_form
from tests.reading_back import docx_text
from tests.render.word.documents import docx, with_part

FORM = '[[section]]\nid = "del"\n' + field("navn", "name", headers='["Barnets navn"]') + field("sted")


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
    sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], ["Kari Berg", "Bodø"]])
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


def test_one_within_another_field_is_named(folder: Path) -> None:
    inner = whole(" MERGEFIELD navn ").removeprefix("<w:p>").removesuffix("</w:p>")
    mark = {kind: run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
    question = run('<w:instrText xml:space="preserve"> IF </w:instrText>')
    answer = run('<w:instrText xml:space="preserve"> = "Kari" "ja" "nei" </w:instrText>')
    found = filled(folder, f"<w:p>{mark['begin']}{question}{inner}{answer}{mark['separate']}{mark['end']}</w:p>")
    assert (found.code, "[template-merge-field]" in found.said) == (5, True)
