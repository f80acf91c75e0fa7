"""CSV as registers and Excel write it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.errors import InputError
from skjema.formats.csv_table import CsvTable
from skjema.records.input import Input
from tests.drawing import checked, field, form_of, lines, sheet

NAMES = ("navn", "sted", "dato")


def count_headings(cells: list[str]) -> int:
    return sum(cell.casefold() in NAMES for cell in cells)


def table(folder: Path, content: bytes) -> CsvTable:
    path = folder / "liste.csv"
    path.write_bytes(content)
    return CsvTable(content, path.name, count_headings)


def cells(read: CsvTable) -> list[list[object]]:
    return [list(row.cells.values()) for row in read.rows()]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encoding_and_delimiter_are_found(tmp_path: Path, encoding: str, expected: str, delimiter: str) -> None:
    text = "\r\n".join(
        delimiter.join(row) for row in (["Navn", "Sted"], ["Bjørn Åge", "Ås; ved sjøen" if delimiter != ";" else "Ås"])
    )
    read = table(tmp_path, text.encode(encoding))
    assert read.encoding == expected
    assert cells(read)[0] == ["Navn", "Sted"]
    assert cells(read)[1][0] == "Bjørn Åge"


def test_a_comma_in_a_name_does_not_make_it_the_delimiter(tmp_path: Path) -> None:
    read = table(tmp_path, 'Navn;Sted\n"Olsen, Mari";Bodø\n"Hansen, Per, jr.";Ås\n'.encode())
    assert cells(read)[1:] == [["Olsen, Mari", "Bodø"], ["Hansen, Per, jr.", "Ås"]]


def test_sami_letters_need_utf8_and_keep_their_shape(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "Navn;Sted\nČáhppes Đuŋŋá;Kárášjohka\n".encode()))[1] == [
        "Čáhppes Đuŋŋá",
        "Kárášjohka",
    ]


def test_excels_own_hint_about_the_delimiter_is_passed_over(tmp_path: Path) -> None:
    read = table(tmp_path, b"sep=;\r\nNavn;Sted\r\nKari;Bod\xf8\r\n")
    assert [row.number for row in read.rows()] == [2, 3]
    assert cells(read)[0] == ["Navn", "Sted"]


def test_rows_are_numbered_by_the_line_they_begin_on(tmp_path: Path) -> None:
    read = table(tmp_path, b'Navn;Sted\n"Kari\nmed to linjer";Bergen\n\nPer;Oslo\n')
    assert [(row.number, row.cells[1]) for row in read.rows()] == [(1, "Navn"), (2, "Kari\nmed to linjer"), (5, "Per")]


def test_a_stray_quotation_mark_is_named_and_not_swallowed(tmp_path: Path) -> None:
    read = table(tmp_path, b'Navn;Sted\nKari;"Bergen\nPer;Oslo\n')
    with pytest.raises(InputError) as caught:
        list(read.rows())
    assert lines(caught.value.problems)[0].startswith("liste.csv: linje 2: Et anførselstegn på denne linjen")


@pytest.mark.parametrize("content", [b"Navn;Sted\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00", b"\x81\x8d\x8f;x"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        table(tmp_path, content)
    assert caught.value.problems[0].code == "csv-not-text"


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([("Navn", "Sted"), *rows])
    read = table(tmp_path_factory.mktemp("csv"), out.getvalue().encode())
    assert cells(read)[1:] == [list(row) for row in rows]


@pytest.mark.parametrize(
    "content",
    [
        "Navn;Sted\nÅse;Bodø\n".encode() + "Kåre;Ås\n".encode("cp1252"),
        "Navn;Sted\nKåre;Bodø\nPer;Br\xf8".encode()[:-1],
        "\ufeffNavn;Sted\n".encode() + "Kåre;Ås\n".encode("cp1252"),
        "Navn;Sted\nKari;Ås\n".encode("utf-16") + b"\0",
        b"Navn;Sted\nKa\0ri;Bodo\n",
    ],
    ids=["both", "cut", "marked", "odd", "nul"],
)
def test_a_file_in_two_encodings_is_refused_at_the_line(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        cells(table(tmp_path, content))
    assert [problem.code for problem in caught.value.problems] == ["csv-not-text"]
    place = caught.value.problems[0].place
    assert place is not None
    assert place.row > 0


def test_how_programs_keep_a_zero_from_excel_is_undone(tmp_path: Path) -> None:
    assert cells(table(tmp_path, b'Navn;Sted\n"=""Kari""";"=""0150"""\n="Per";="0151"\n'))[1:] == [
        ["Kari", "0150"], ["Per", "0151"],
    ]  # fmt: skip


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    assert len(str(cells(table(tmp_path, b"Navn;Sted\nKari;" + b"x" * 200_000))[1][1])) == 200_000


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_file_whose_lines_stand_in_one_cell_each_is_told_so(tmp_path: Path, delimiter: str) -> None:
    """Norwegian Excel opens a file with commas as one column, and saves it as such."""
    rows = [delimiter.join(row) for row in (["Navn", "Født"], ["Kari", "21.03.2019"])]
    form = form_of(tmp_path, field("navn", "name"), field("fodt", "date", headers='["Født"]'))
    book = sheet(tmp_path / "a.xlsx", [["Elever"], *([row] for row in rows)])
    (tmp_path / "b.csv").write_text("\r\n".join(f'"{row}"' for row in rows), "utf-8")
    for file, place in ((book, "a.xlsx:Ark!A2"), (tmp_path / "b.csv", "b.csv: linje 1, kolonne 1")):
        with pytest.raises(InputError) as caught:
            Input(form, [file])
        assert lines(caught.value.problems) == [
            f"{place}: Alle overskriftene står i én celle, og radene likeså. Bruk CSV-filen slik fagsystemet laget den, eller del"
            " kolonnen i Excel med Data, Tekst til kolonner. [rows-in-one-cell]"
        ]


@pytest.mark.parametrize(("line", "told"), [('"----"; "----"', []), ('"===="; "----"', ["rows-of-signs"])])
def test_quoted_cells_may_have_a_space_before_them_and_lines_be_ruled(
    tmp_path: Path, line: str, told: list[str]
) -> None:
    form = form_of(tmp_path, field("navn", "name"), field("fodt", "date", headers='["Født"]'))
    (tmp_path / "a.csv").write_text(f'"Navn"; "Født"\n{line}\n"Lie; Kari"; "21.03.2019"\n', "utf-8")
    records, problems = checked(form, tmp_path / "a.csv")
    assert [one.values["navn"] for one in records] == ["Lie; Kari"]
    assert [one.code for one in problems] == ["name-several-rows", *told]
