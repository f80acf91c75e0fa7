"""The fast reading of a sheet's rows by a pattern gives the same rows as an XML parser, and no others."""

import io
import zipfile
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.errors import InputError
from skjema.formats import office_package
from skjema.formats.office_package import Package
from skjema.formats.table import Row
from skjema.formats.xlsx import plain_rows
from skjema.formats.xlsx.cell_values import Cells
from skjema.formats.xlsx.sheet_rows import SheetReader

MORE = 'xmlns:y="urn:y" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:x14ac="x14ac"'
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {MORE}><dimension ref="A1:C9"/><sheetData>'
TAIL = '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
STRINGS = ("Čáhppes", "", "b & c")


def read(body: str, *, whole: bool, chunk: int = 1 << 16) -> tuple[list[Row], list[str], int]:
    """Rows and merged cells, and how many rows expat never saw."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("sheet", HEAD + body + TAIL)
    package = Package("a.xlsx", out.getvalue())
    reader = SheetReader(Cells(STRINGS, ["", "date", "percent"], date1904=False))
    parsed = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal parsed
        parsed += name.rpartition(" ")[2] == "row"
        reader.start(name, attributes)

    rows: list[Row] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(office_package, "_CHUNK", chunk)
        handlers = reader.handlers | {"StartElementHandler": start}
        for _ in package.parse("sheet", reader.sieve if whole else iter, **handlers):
            rows += reader.done
            reader.done.clear()
    return rows, reader.merged, parsed


def same(body: str, chunk: int = 1 << 16) -> int:
    """How many rows were left to expat, all being found either way."""
    taken, merged, parsed = read(body, whole=True, chunk=chunk)
    wanted, wanted_merged, _ = read(body, whole=False)
    assert (taken, merged) == (wanted, wanted_merged)
    return parsed


NUMBERS = st.sampled_from(["0", "12", "-3", "1.5", "44276", "1E+20", "0.1", "9007199254740993", "123456789012345678"])
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&\ufffe\uffff"), max_size=8)
FORMULAS = st.sampled_from(
    ["", "<f>A1+B1</f>", '<f t="shared" si="0"/>', '<f t="shared" ref="A1:A3" si="0">A1</f>', "<f>A1&amp;B1</f>"]
)


def attributes(kind: str) -> st.SearchStrategy[str]:
    written = f' t="{kind}"' if kind else ""
    return st.sampled_from(["", ' s="1"', ' s="2"', ' s="7"']).map(lambda style: style + written)


def a_cell(kind: str, value: st.SearchStrategy[str], shape: str = "<v>{}</v>") -> st.SearchStrategy[str]:
    return st.tuples(attributes(kind), FORMULAS, value).map(
        lambda parts: f"{parts[0]}>{parts[1]}{shape.format(parts[2]) if parts[2] else ''}</c>"
    )


CELLS = st.one_of(
    attributes("").map(lambda written: f"{written}/>"),
    a_cell("", NUMBERS),
    a_cell("n", NUMBERS),
    a_cell("s", st.sampled_from(["0", "1", "2"])),
    a_cell("b", st.sampled_from(["0", "1"])),
    a_cell("e", st.just("#N/A")),
    a_cell("str", st.one_of(st.just(""), TEXTS)),
    a_cell("d", st.just("2026-11-22T00:00:00")),
    a_cell("inlineStr", TEXTS.filter(bool), "<is><t>{}</t></is>"),
    a_cell("inlineStr", TEXTS.filter(bool), '<is><t xml:space="preserve">{}</t></is>'),
    a_cell("inlineStr", TEXTS.filter(bool), "<is><r><t>{}</t></r><rPh><t>x</t></rPh></is>"),
    a_cell("inlineStr", st.sampled_from(["a&lt;b", "&#268;", "<![CDATA[x]]>"]), "<is><t>{}</t></is>"),
)
ROWS = st.tuples(
    st.sampled_from(["", ' spans="1:3"', ' hidden="1"', ' hidden="0"', ' ht="15" hidden="true" customHeight="1"']),
    st.lists(CELLS, max_size=4),
)


def drawn(rows: Iterable[tuple[str, list[str]]]) -> str:
    lines = []
    for number, (more, cells) in enumerate(rows, start=1):
        inner = "".join(f'<c r="{"ABCD"[at]}{number}"{cell}' for at, cell in enumerate(cells))
        lines.append(f'<row r="{number}"{more}>{inner}</row>')
    return "".join(lines)


@given(st.lists(ROWS, max_size=5), st.integers(1, 300))
def test_rows_are_those_an_xml_parser_finds(rows: list[tuple[str, list[str]]], chunk: int) -> None:
    same(drawn(rows), chunk)


PLAIN = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (PLAIN * 3, 0),
        ('<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" s="1"><v>44276</v></c></row>' + PLAIN, 0),
        ('<row r="1"/>' + PLAIN, 2),
        ("<row><c><v>1</v></c></row>" + PLAIN, 1),
        ("<row r='1'><c r='A1'><v>1</v></c></row>" + PLAIN, 1),
        ('<row r="1"><c r="A1" cm="1"><v>1</v></c></row>' + PLAIN, 1),
        ('<row r="1"><c r="A1"><v>1</v></c><extLst/></row>' + PLAIN, 1),
        ('<row r="1"><c r="A1" t="str"><v>a&amp;b</v></c></row>' + PLAIN, 1),
        ('<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>' + PLAIN, 1),
        ("<!-- " + PLAIN + " -->" + PLAIN, 1),
        ("<!-- --><x/>" + PLAIN, 1),
        ("<?x " + PLAIN + " ?>" + PLAIN, 1),
        (PLAIN + "<!-- " + PLAIN + " -->" + PLAIN, 1),
        ('<row r="1"><!-- x --><c r="A1"><v>1</v></c></row>' + PLAIN, 2),
        ("<x><![CDATA[" + PLAIN + "]]></x>", 0),
        ('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>', 1),
    ],
)
@pytest.mark.parametrize("chunk", [1, 50, 1 << 16])
def test_what_is_written_in_another_way_is_left_to_the_parser(body: str, left: int, chunk: int) -> None:
    assert same(body, chunk) == left


@pytest.mark.parametrize(
    "body",
    [
        '<ext xmlns="urn:x"><row r="9"><c r="A9"><v>9</v></c></row></ext>' + PLAIN,
        '<row r="9" xmlns="urn:x"><c r="A9"><v>9</v></c></row>' + PLAIN,
        '<y:row r="9"><c r="A9"><v>9</v></c></y:row>' + PLAIN,
        '<row r="2"><c r="A2" t="s"><v>0</v><y:v>9</y:v></c><y:c r="B2"><v>9</v></y:c></row>',
        '<row r="2"><c r="A2" t="s"><v>0</v></c><extLst><ext><c r="B2"><v>9</v></c></ext></extLst></row>',
        f'<mc:AlternateContent><mc:Choice Requires="y"><row r="9"/></mc:Choice><mc:Fallback>{PLAIN}</mc:Fallback></mc:AlternateContent>',
        '<row r="2"><mc:AlternateContent><mc:Fallback><c r="A2" t="s"><v>0</v></c></mc:Fallback></mc:AlternateContent></row>',
    ],
)
def test_elements_are_known_by_their_namespace_and_by_where_they_stand(body: str) -> None:
    same(body)
    assert read(body, whole=True)[0] == [Row(2, {1: STRINGS[0]})]


def test_rows_are_done_before_the_next_piece_is_read() -> None:
    read = 0

    def pieces() -> Iterator[bytes]:
        nonlocal read
        for _ in range(9):
            read += 1
            yield PLAIN.encode()

    done: list[bytes] = []

    def taken(row: bytes) -> bool:
        done.append(row)
        return True

    for _ in plain_rows.sift_rows(pieces(), taken):
        assert len(done) == read


def test_an_element_without_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_rows, "_LONGEST", 1000)
    long = "".join(f'<c r="A1" t="str"><v>{"x" * 40}</v></c>' for _ in range(100))
    assert same(PLAIN + f'<row r="3">{long}</row>' + PLAIN, 100) == 2


@pytest.mark.parametrize(
    "body",
    [
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>1_0.5</v></c></row>',
        '<row r="1"><c r="A1"><v>nan</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="x"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><v>12</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><f>A2</f><v>12</v></c></row>',
        '<row r="1"><c r="A1" t="s"><is><t>Kari</t></is></c></row>',
        '<row r="1"><c r="A1"><is><t>Kari</t></is></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
        PLAIN + "</x>",
        '<!DOCTYPE x><row r="1"/>',
    ],
)
def test_damage_is_told_either_way(body: str) -> None:
    for whole in (True, False):
        with pytest.raises(InputError) as caught:
            read(body, whole=whole)
        assert [problem.code for problem in caught.value.problems] == ["file-damaged"]


def test_bytes_that_are_no_text_are_damage() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("sheet", (HEAD + PLAIN + TAIL).encode().replace(b"<v>0", b"<v>\xff"))
    reader = SheetReader(Cells(STRINGS, [], date1904=False))
    with pytest.raises(InputError):
        list(Package("a.xlsx", out.getvalue()).parse("sheet", reader.sieve, **reader.handlers))


@pytest.mark.parametrize("hidden", [" hidden='1'", ' hidden = "1"', '\thidden="1"', ' hidden="true"'])
def test_a_hidden_row_is_hidden_however_that_is_written(hidden: str) -> None:
    body = f'<row r="1"{hidden}><c r="A1"><v>1</v></c></row>'
    same(body)
    assert [row.hidden for row in read(body, whole=True)[0]] == [True]


def test_xml_in_another_encoding_is_left_to_the_parser() -> None:
    out = io.BytesIO()
    body = '<row r="1"><c r="A1" t="str"><v>Bjørn Ã¥</v></c></row>'
    worksheet = HEAD.partition("\n")[2]
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "sheet",
            f'<?xml version="1.0" encoding="ISO-8859-1"?>{worksheet}{body}</sheetData></worksheet>'.encode("latin-1"),
        )
    reader = SheetReader(Cells(STRINGS, [], date1904=False))
    package = Package("a.xlsx", out.getvalue())
    for _ in package.parse("sheet", reader.sieve, **reader.handlers):
        pass
    assert reader.done[0].cells == {1: "Bjørn Ã¥"}


def test_control_characters_are_damage_either_way() -> None:
    for whole in (True, False):
        with pytest.raises(InputError):
            read('<row r="1"><c r="A1" t="str"><v>a\1b</v></c></row>', whole=whole)
