"""Lists that stand in a document: the message says how to make a list of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from skjema.errors import InputError
from skjema.records.input import Input
from tests.drawing import field, form_of, lines


def _word(file: Path) -> None:
    document = Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "Navn", "Kari Lie"
    document.save(str(file))


def _pdf(file: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(file)


@pytest.mark.parametrize(("name", "make"), [("liste.docx", _word), ("liste.pdf", _pdf)])
def test_a_list_in_a_document_is_told_how_to_be_one(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    make(tmp_path / name)
    with pytest.raises(InputError) as caught:
        Input(form_of(tmp_path, field("navn", "name")), [tmp_path / name])
    assert lines(caught.value.problems) == [
        f"{name}: Et dokument i Word eller PDF er ingen liste, og dette har ingen felt. Kopier tabellen inn i Excel og lagre"
        " den som .xlsx; er det et svar på et skjema, les det selv. [document-no-list]"
    ]
