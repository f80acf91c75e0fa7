"""Which words belong to which box of a line, in Word files."""

import io

import docx as python_docx
import pytest

from skjema.draft.draft_word import draft_word

TICKED = "{{ '☒' if valgt.%s.%s else '☐' }}"


def drafted(*rows: tuple[str, ...]) -> tuple[dict[str, str], str]:
    """The types of a paper's fields, and its words with the tags; a row of one text is a paragraph."""
    document = python_docx.Document()
    document.add_paragraph("Navn: ________")
    for row in rows:
        if len(row) == 1:
            document.add_paragraph(row[0])
            continue
        for cell, text in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    found = draft_word("a.docx", out.getvalue())
    copy = python_docx.Document(io.BytesIO(found.docx))
    words = [cell.text for table in copy.tables for cell in table.rows[0].cells]
    words += [one.text for one in copy.paragraphs]
    fields = {f"{one.id}{'' if one.reason == 'kind' else '?'}": one.type for one in found.guesses if one.id != "navn"}
    return fields, "|".join(one for one in words if "valgt" in one)


@pytest.mark.parametrize(
    ("rows", "field", "kind", "line"),
    [
        ([("Samtykker du?", "Ja ☐   Nei ☐")], "samtykker_du", "yes_no", "Ja {ja}   Nei {nei}"),
        ([("Samtykker du?", "Nei ☐   Ja ☐")], "samtykker_du", "yes_no", "Nei {nei}   Ja {ja}"),
        ([("Samtykker du?", "☐ Ja   ☐ Nei")], "samtykker_du", "yes_no", "{ja} Ja   {nei} Nei"),
        ([("Samtykker du?", "Ja ☐ ☐ Nei")], "samtykker_du", "yes_no", "Ja {ja} {nei} Nei"),
        ([("Samtykker du?", "Ja ☐ Nei ☐ (sett kryss)")], "samtykker_du", "yes_no", "Ja {ja} Nei {nei} (sett kryss)"),
        ([("Samtykker du?", "Ja ☐", "Nei ☐")], "samtykker_du", "yes_no", "Ja {ja}|Nei {nei}"),
        ([("Samtykker du?", "☐ Ja", "☐ Nei")], "samtykker_du", "yes_no", "{ja} Ja|{nei} Nei"),
        ([("Kjønn", "Jente ☐ Gutt ☐")], "kjonn", "choice", "Jente {jente} Gutt {gutt}"),
        ([("Plass", "Hel plass ☐ Halv plass ☐")], "plass", "choice", "Hel plass {hel_plass} Halv plass {halv_plass}"),
        ([("Samtykker du?",), ("Ja ☐  Nei ☐",)], "samtykker_du", "yes_no", "Ja {ja}  Nei {nei}"),
        ([("Samtykker du?",), ("Ja ☐",), ("Nei ☐",)], "samtykker_du", "yes_no", "Ja {ja}|Nei {nei}"),
        ([("Samtykker du Ja ☐ Nei ☐",)], "samtykker_du", "yes_no", "Samtykker du Ja {ja} Nei {nei}"),
        ([("Reise: buss ☐ taxi ☐ går ☐",)], "reise", "choice", "Reise: buss {buss} taxi {taxi} går {gar}"),
        ([("Reise: ☐ buss ☐ taxi",)], "reise", "choice", "Reise: {buss} buss {taxi} taxi"),
        ([("Reise ☐ buss ☐ taxi",)], "reise", "choice", "Reise {buss} buss {taxi} taxi"),
        # not to be told for sure, and marked
        ([("Reise: buss ☐   taxi ☐   sett ett kryss",)], "reise?", "choice", "Reise: buss {buss}   taxi {taxi}   sett ett kryss"),
        ([("Reise: buss ☐ taxi ☐ (sett ett kryss)",)], "reise?", "choice", "Reise: buss {buss} taxi {taxi} (sett ett kryss)"),
    ],
)  # fmt: skip
def test_a_box_gets_the_words_that_are_its_own(rows: list[tuple[str, ...]], field: str, kind: str, line: str) -> None:
    fields, words = drafted(*rows)
    assert fields == {field: kind}
    own = field.rstrip("?")
    for answer in ("ja", "nei", "jente", "gutt", "hel_plass", "halv_plass", "buss", "taxi", "gar"):
        line = line.replace(f"{{{answer}}}", TICKED % (own, answer))
    assert words == line
