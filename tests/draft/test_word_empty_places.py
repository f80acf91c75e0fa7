"""Where nothing is given, the paper has the room to write that the office drew: its lines, and its rows."""

import io
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document

from skjema.formats.docx.part_xml import W
from skjema.render.word.compiled_part import translate
from skjema.render.word.jinja_environment import WordEnvironment
from tests.draft.filling import drafted, filled, texts
from tests.draft.test_draft_word import UNDERLINED, grid, in_body, run, written
from tests.render.word.documents import docx

NAME = "Barnets navn: ________"
LINES = {
    "underscores": "Begrunnelse: ____________",
    "points": "Begrunnelse: ..................",
    "dots of one letter": "Begrunnelse: ……………",
    "hyphens": "Begrunnelse: ----------",
    "a date": "Begrunnelse: __.__.____",
    "cells": "Begrunnelse: |_|_|_|_|_|_|",
    "glued": "Begrunnelse:____________",
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("recipient", [False, True])
def test_a_line_stays_where_nothing_is_written(tmp_path: Path, name: str, recipient: bool) -> None:
    recipients = ("begrunnelse",) if recipient else ()
    made = filled(tmp_path, written(NAME, LINES[name]), *recipients, barnets_navn="Ŋábá")
    shown = LINES[name].replace(":_", ": _")  # as a value would stand
    assert texts(made) == ["Barnets navn: Ŋábá", shown]


def test_a_value_stands_in_the_place_of_its_lines(tmp_path: Path) -> None:
    lines = (NAME, "Begrunnelse:", "_______________", "_______________", "Antall: ____ dager, fra ____ til ____")
    full = filled(tmp_path, written(*lines), barnets_navn="Ola", begrunnelse="Bryllup", antall="3", fra="1", til="2")
    assert texts(full) == ["Barnets navn: Ola", "Begrunnelse:", "Bryllup", "", "Antall: 3 dager, fra 1 til 2"]
    assert texts(filled(tmp_path, written(*lines), barnets_navn="Ola")) == ["Barnets navn: Ola", *lines[1:]]


def test_lines_of_a_text_that_is_the_recipients_all_stay(tmp_path: Path) -> None:
    lines = (NAME, "Svar:", "_______________", "_______________")
    assert texts(filled(tmp_path, written(*lines), "svar", barnets_navn="Ola"))[1:] == [*lines[1:]]


def test_words_that_are_written_over_are_no_line(tmp_path: Path) -> None:
    made = filled(tmp_path, written(NAME, "Møtet er [dato] i [sted]."), barnets_navn="Ola", sted="Åsen")
    assert texts(made)[1] == "Møtet er  i Åsen."


def test_underlined_spaces_stay(tmp_path: Path) -> None:
    spaces = f"<w:p>{run('Skole: ')}{run(' ' * 12, UNDERLINED)}</w:p>"
    content = in_body(f"<w:p>{run(NAME)}</w:p>", spaces)
    assert texts(filled(tmp_path, content, barnets_navn="Ola"))[1] == "Skole: " + " " * 12
    assert texts(filled(tmp_path, content, barnets_navn="Ola", skole="Å"))[1] == "Skole: Å"


ROWS = grid(("Legemiddel", "Styrke"), ("", ""), ("", ""), ("", ""))
NUMBERED = grid(("", "Legemiddel", "Styrke"), ("1.", "", ""), ("2.", "", ""), ("3.", "", ""))


@pytest.mark.parametrize(
    ("content", "count", "rows"),
    [
        (ROWS, 0, [" | "] * 3),
        (ROWS, 1, ["A | 1", " | ", " | "]),
        (ROWS, 3, ["A | 1", "A | 2", "A | 3"]),
        (ROWS, 4, ["A | 1", "A | 2", "A | 3", "A | 4"]),
        (NUMBERED, 0, ["1. |  | ", "2. |  | ", "3. |  | "]),
        (NUMBERED, 2, ["1. | A | 1", "2. | A | 2", "3. |  | "]),
    ],
)
def test_a_table_has_as_many_rows_as_it_had(tmp_path: Path, content: bytes, count: int, rows: list[str]) -> None:
    given = [{"legemiddel": "A", "styrke": str(number)} for number in range(1, count + 1)]
    document = with_name(content)
    made = texts(filled(tmp_path, document, barnets_navn="Ola", tabell=given))
    assert made[-len(rows) :] == rows
    assert len(made) == 2 + len(rows)


def test_rows_of_the_recipients_all_stay(tmp_path: Path) -> None:
    made = texts(filled(tmp_path, with_name(ROWS), "legemiddel", "styrke", barnets_navn="Ola"))
    assert made[-3:] == [" | "] * 3
    assert len(made) == 5


def test_no_tag_of_a_draft_takes_jinja() -> None:
    """What takes it is filled a quarter as fast."""
    lines = written(NAME, "Begrunnelse:", "______", "______")
    copies = [python_docx.Document(io.BytesIO(drafted(one).docx)) for one in (lines, with_name(NUMBERED))]
    listed = [one.text for copy in copies for one in copy.element.body.iter(f"{W}t")]
    tags = "".join(one for one in listed if one and "{" in one).replace("{%tr", "{%")
    assert (tags.count(" or "), tags.count(" if "), tags.count("length")) == (3, 4, 3)
    assert translate(WordEnvironment().parse(tags)) is not None


def with_name(content: bytes) -> bytes:
    document = python_docx.Document(io.BytesIO(content))
    document.add_paragraph(NAME)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("columns", [2, 3])
def test_a_row_over_all_columns_at_the_top_of_a_table_is_its_title_also_with_lines_that_merging_left(
    columns: int,
) -> None:
    def draw(document: Document) -> None:
        table = document.add_table(rows=3, cols=columns)
        table.cell(0, 0).merge(table.cell(0, columns - 1)).paragraphs[0].text = "1. Eleven"
        for _ in range(columns - 1):
            table.cell(0, 0).add_paragraph()
        for row, words in enumerate(("Elevens navn:", "Grunn"), start=1):
            table.cell(row, 0).text = words

    found = drafted(docx(draw=draw)).guesses
    assert [(one.label, one.section) for one in found] == [("Elevens navn", "1. Eleven"), ("Grunn", "1. Eleven")]


def test_cells_that_ask_behind_what_their_row_is_about_are_places(tmp_path: Path) -> None:
    form = grid(("Navn", "", ""), ("Når skjedde skaden?", "Dato:", "Klokkeslett:"))
    values = {"navn": "Kari", "dato": "01.02.2027", "klokkeslett": "10.30"}
    assert texts(filled(tmp_path, form, **values))[-1] == "Når skjedde skaden? | Dato: 01.02.2027 | Klokkeslett: 10.30"
