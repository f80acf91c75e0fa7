"""What a control of an office's own Word file says of how it is filled in, when it comes back."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import skjema
from tests.drawing import HEAD, field, write_form
from tests.render.word.documents import docx, with_part
from tests.render.word.test_own_fields import control

PROMPT = "<w:r><w:t>Klikk eller trykk her for å skrive inn tekst.</w:t></w:r>"


@pytest.mark.parametrize("style", ["", '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'])
def test_a_prompt_that_is_as_it_was_sent_is_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = "".join(field(name, filled_by='"recipient"') for name in ("grunn", "journalnr"))
    body = f'[[section]]\nid = "del"\n{field("navn")}{asked}'
    form = write_form(tmp_path, body, HEAD + 'word = "own"\n')
    shown = "<w:showingPlcHdr/><w:text/>"
    prompt = PROMPT.replace("<w:t>", f"{style}<w:t>")
    places = "".join(control(shown, prompt, tag=name) for name in ("grunn", "journalnr")) + "<w:sectPr"
    template = with_part(docx("{{ navn }}"), "word/document.xml", lambda xml: xml.replace("<w:sectPr", places, 1))
    (form / "prove.nb.docx").write_bytes(template)
    Path("liste.csv").write_text("Navn\nKari Nordli\n", "utf-8")
    made = skjema("fill", "prove", "liste.csv", "--format", "docx", "-o", "ut")
    assert made.code in (0, 1), made.said
    (sent,) = Path("ut").glob("*.docx")
    typed = with_part(
        sent.read_bytes(), "word/document.xml",
        lambda xml: xml.replace("<w:showingPlcHdr/>", "", 1).replace("Klikk eller trykk her for å skrive inn tekst.", "Ferie", 1),
    )  # fmt: skip
    Path("svar").mkdir()
    Path("svar/a.docx").write_bytes(typed)
    done = skjema("collect", "svar", "--run", "ut", "--list", "liste.csv", "-o", "svar.xlsx")
    assert done.code in (0, 1), done.said
    _, ids, row = openpyxl.load_workbook("svar.xlsx")["Svar"].iter_rows(values_only=True)
    said = dict(zip(ids, row, strict=True))
    assert (said["grunn"], said["journalnr"]) == ("Ferie", None)
