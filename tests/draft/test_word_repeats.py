"""Sections that people can repeat in Word become groups, with an item for each row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.draft.filling import drafted, filled, texts
from tests.draft.test_draft_word import in_body, paragraph
from tests.draft.test_word_kinds import NAME, sdt

_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
SECTION, ITEM = f"<w15:repeatingSection {_W15}/>", f"<w15:repeatingSectionItem {_W15}/>"
TEXT, DAY = "<w:showingPlcHdr/><w:text/>", '<w:showingPlcHdr/><w:date><w:dateFormat w:val="dd.MM.yyyy"/></w:date>'


def in_rows(*texts: str) -> str:
    """A table whose row is repeated."""
    cells = "".join(f"<w:tc>{sdt(title, kind)}</w:tc>" for title, kind in zip(texts, (TEXT, DAY), strict=True))
    items = sdt("", ITEM, f"<w:tr>{cells}</w:tr>") * 2
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>{sdt("Barn", SECTION, items)}</w:tbl>'


def in_paragraphs(*texts: str) -> str:
    return sdt("Barn", SECTION, sdt("", ITEM, "".join(map(sdt, texts, (TEXT, DAY)))))


@pytest.mark.parametrize("section", [in_rows, in_paragraphs])
def test_each_row_has_an_item_and_no_rows_leave_an_empty_one(tmp_path: Path, section: Callable[..., str]) -> None:
    content = in_body(paragraph(NAME), section("Barnets navn", "Barnet er født"))
    found = drafted(content)
    assert [(one.group, one.type) for one in found.guesses] == [("", "name"), ("barn", "name"), ("barn", "date")]
    assert "draft-control-repeated" not in [one.code for one in found.problems]
    name, day = (one.id for one in found.guesses[1:])
    rows = [{name: "Ola Lie", day: "14.03.2020"}, {name: "Anna Lie", day: "15.04.2021"}]
    for given in (rows, []):
        document = filled(tmp_path / str(len(given)), content, navn="Kari Lie", barn=given)
        xml = str(document.element.xml)
        assert xml.count("repeatingSectionItem") == max(len(given), 1)
        assert [xml.count(str(value)) for row in rows for value in row.values()] == [bool(given)] * 4
        assert ">x<" not in xml
        assert texts(document)[0] == "Navn: Kari Lie"


def test_a_section_in_which_somebody_has_written_is_left_and_told() -> None:
    section = sdt("Barn", SECTION, sdt("", ITEM, sdt("Barnets navn", "<w:text/>", paragraph("Ola Lie"))))
    assert "draft-control-repeated" in [one.code for one in drafted(in_body(paragraph(NAME), section)).problems]
