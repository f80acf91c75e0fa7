"""What the recipient has yet to fill in: room for it on the paper, and no rule that fails for want of it."""

from pathlib import Path

from skjema.definition.model import Form
from skjema.render.pdf.pdf_renderer import PdfRenderer
from skjema.render.word.static_parts import build_template
from skjema.render.word.word_renderer import WordRenderer
from tests.drawing import HEAD, field, form_of, from_json
from tests.reading_back import docx_text, pdf_fields, pdf_text

FLOWING = HEAD.replace('"fixed"', '"flowing"')
AGREED = (
    '[[section.field]]\nid = "avtaler"\ntype = "group"\nlabel = { nb = "Avtale" }\nblank = 3\nmin = 1\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nfilled_by = "recipient"\n'
    '[[section.field.field]]\nid = "hvem"\ntype = "text"\nlabel = { nb = "Hvem" }\nfilled_by = "recipient"\n'
)


def rule(test: str) -> str:
    return f'[[rule]]\nid = "regel"\ntest = "{test}"\nmessage = {{ nb = "Feil" }}\nseverity = "error"\n'


def codes(form: Form, folder: Path, **values: object) -> list[str]:
    return [one.code for one in from_json(form, folder, {"navn": "Kari", **values})[0].problems]


def test_a_table_that_the_recipient_alone_fills_in_has_rows_to_write_in(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), AGREED, head=FLOWING)
    (form.folder / "prove.nb.docx").write_bytes(build_template(form, "nb"))
    (record,) = from_json(form, tmp_path, {"navn": "Kari"})
    assert record.problems == []
    pdf = PdfRenderer(form, "nb").render(record)
    assert {name for name in pdf_fields(pdf) if name.startswith("avtaler")} == {
        f"avtaler.{row}.{column}" for row in (1, 2, 3) for column in ("hva", "hvem")
    }
    for text in (pdf_text(pdf), docx_text(WordRenderer(form, "nb").render(record))):
        assert "Ingen" not in text


def test_a_rule_is_judged_when_what_it_reads_is_there(tmp_path: Path) -> None:
    answers = field("svar", "yes_no", filled_by='"recipient"')
    form = form_of(tmp_path, field("navn"), answers, AGREED, more=rule("svar and avtaler.hva != ''"))
    assert codes(form, tmp_path) == []
    given = {"avtaler": [{"hva": "Ringe"}]}
    assert codes(form, tmp_path, svar="nei", **given) == ["recipient-answered", "regel"]
    assert codes(form, tmp_path, svar="ja", **given) == ["recipient-answered"]


def test_who_is_not_on_the_paper_has_no_line_to_sign_on(tmp_path: Path) -> None:
    group = (
        '[[section]]\nid = "hjemme"\nrelevant = "sak == \'barn\'"\n[[section.field]]\nid = "foresatte"\ntype = "group"\n'
        'label = { nb = "Foresatt" }\nblank = 2\n'
        '[[section.field.field]]\nid = "fulltnavn"\ntype = "name"\nlabel = { nb = "Fullt navn" }\n'
        '[[section]]\nid = "slutt"\n'
    )
    signature = field("underskrift", "signature", filled_by='"recipient"', for_each='"foresatte"', signer='"fulltnavn"')
    form = form_of(tmp_path, field("navn"), field("sak"), group, signature)
    assert from_json(form, tmp_path, {"navn": "Kari", "sak": "system"})[0].signers == {"underskrift": ()}
    assert from_json(form, tmp_path, {"navn": "Kari", "sak": "barn"})[0].signers == {"underskrift": ("", "")}


def test_what_is_empty_in_a_sentence_is_told_where_it_should_stand(tmp_path: Path) -> None:
    sentence = '[[section.field]]\nid = "setning"\ntype = "note"\ntext = { nb = "Møt {{ hvem }} i {{ hvor }}." }\n'
    form = form_of(tmp_path, field("navn"), field("hvem"), field("hvor", required="true"), sentence)
    told = from_json(form, tmp_path, {"navn": "Kari", "hvor": "Bodø"})[0].problems
    assert [(one.code, one.place and one.place.path) for one in told] == [("sentence-empty", "$[0].hvem")]
    assert codes(form, tmp_path) == ["required-empty", "sentence-empty"]
    assert codes(form, tmp_path, hvem="rektor", hvor="Bodø") == []


def test_a_number_that_cannot_be_read_is_told_and_not_also_what_refers_to_it(tmp_path: Path) -> None:
    goals = (
        '[[section.field]]\nid = "maal"\ntype = "group"\nlabel = { nb = "Mål" }\n'
        '[[section.field.field]]\nid = "maal_nr"\ntype = "integer"\nlabel = { nb = "Nr." }\n'
        '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
        '[[section.field.field]]\nid = "tiltak"\ntype = "group"\nlabel = { nb = "Tiltak" }\n'
        '[[section.field.field.field]]\nid = "gjor"\ntype = "text"\nlabel = { nb = "Gjør" }\n'
    )
    form = form_of(tmp_path, field("navn"), goals)
    link = form.groups["tiltak"].link
    rows = [{"maal_nr": "Mål 1", "hva": "Lese"}, {"maal_nr": "2", "hva": "Sove"}]
    found = codes(form, tmp_path, maal=rows, tiltak=[{link: "1", "gjor": "Øve"}, {link: "2", "gjor": "Hvile"}])
    assert len(found) == 1, found
