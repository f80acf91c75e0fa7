"""How a form lies on paper: what stands beside what, as tables, boxes and lines."""

from pathlib import Path

import pytest

from skjema.definition.model import Form
from skjema.layout.form_tree import form_tree
from skjema.layout.letterhead import references, sender
from skjema.layout.printed_numbers import section_numbers, signer_number
from skjema.layout.tree import Card, Line, Section, Table
from tests.drawing import HEAD, field, form_of


def sections(form: Form) -> tuple[Section, ...]:
    return form_tree(form, "nb").sections


def lines(form: Form) -> list[list[str]]:
    parts = [part for section in sections(form) for part in section.parts]
    return [[one.field.id for one in part.cells] for part in parts if isinstance(part, Line)]


def line_of(folder: Path, *fields: str) -> Line:
    """The last line of a form of such fields."""
    part = sections(form_of(folder, field("navn"), *fields))[0].parts[-1]
    assert isinstance(part, Line)
    return part


def test_fields_flow_into_lines_of_twelve_twelfths(tmp_path: Path) -> None:
    widths = {"a": "4", "b": "8", "c": "6", "d": "3", "e": "4"}
    form = form_of(tmp_path, field("navn"), *(field(name, width=width) for name, width in widths.items()))
    assert lines(form) == [["navn"], ["a", "b"], ["c", "d"], ["e"]]


def test_a_field_under_another_condition_begins_a_line(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn", width="4"), field("b", width="4", relevant="\"navn == 'x'\""),
        field("c", width="4", relevant="\"navn == 'x'\""),
    )  # fmt: skip
    assert lines(form) == [["navn"], ["b", "c"]]


def test_what_is_not_printed_takes_no_room(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", width="6"), field("b", printed="false"), field("c", width="6"))
    assert lines(form) == [["navn", "c"]]


def test_sections_are_numbered_past_those_without_a_title(tmp_path: Path) -> None:
    more = (
        '[[section]]\nid = "to"\ntitle = { nb = "To" }\n' + field("b")
        + '[[section]]\nid = "tre"\ntitle = { nb = "Tre" }\n[[section.field]]\nid = "tekst"\ntype = "note"\ntext = { nb = "Hei" }\n'
    )  # fmt: skip
    form = form_of(tmp_path, field("navn"), more=more)
    assert [(one.id, one.is_boxed) for one in sections(form)] == [("del", False), ("to", False), ("tre", True)]
    assert [one.heading("7") for one in sections(form)] == ["", "7 To", "7 Tre"]
    assert section_numbers(form, ()) == {"to": "1", "tre": "2"}
    assert section_numbers(form, {"to"}) == {"tre": "1"}


@pytest.mark.parametrize(("width", "is_table"), [(6, True), (7, False)])
def test_a_group_that_fits_a_line_is_a_table(tmp_path: Path, width: int, is_table: bool) -> None:
    group = '[[section.field]]\nid = "rekker"\ntype = "group"\nlabel = { nb = "Rekker" }\n' + "".join(
        f'[[section.field.field]]\nid = "{name}"\ntype = "text"\nwidth = {width}\nlabel = {{ nb = "{name}" }}\n'
        for name in ("en", "to")
    )
    part = sections(form_of(tmp_path, field("navn"), group))[0].parts[1]
    assert isinstance(part, Table if is_table else Card)
    if isinstance(part, Card):
        assert len(part.lines) == 2


def test_fields_notes_groups_and_signatures_keep_their_order(overgang: Form) -> None:
    order = {one.id: [part.__class__.__name__ for part in one.parts] for one in sections(overgang)}
    assert order == {
        "innledning": ["NoteText"],
        "hvem": ["Line", "Line", "Line", "Line", "Table"],
        "informasjon": ["NoteText"],
        "svar": ["Line", "Table", "Line", "Line", "Line", "Line"],
        "underskrift": ["Line", "Signature"],
    }


def test_the_sender_is_apart_from_the_references(overgang: Form) -> None:
    assert [one.id for one in sender(overgang)][:2] == ["kommune_navn", "enhet_navn"]
    assert [one.id for one in references(overgang)] == ["saksnummer", "unntatt_offentlighet"]


def answers(*labels: str) -> str:
    listed = (f'{{ id = "s{at}", label = {{ nb = "{label}" }} }}' for at, label in enumerate(labels))
    return f"[{', '.join(listed)}]"


FOUR, FIVE = answers(*"abcd"), answers(*"abcde")


@pytest.mark.parametrize(
    ("one", "look", "is_long"),
    [
        (field("b", "longtext"), "blank", True), (field("b", "yes_no"), "ticks", False),
        (field("b", "choice", choices=FOUR), "ticks", False), (field("b", "choice", choices=FIVE), "blank", False),
        (field("b", "date"), "blank", False),
    ],
)  # fmt: skip
def test_few_answers_are_ticked_and_many_are_written(tmp_path: Path, one: str, look: str, is_long: bool) -> None:
    cell = line_of(tmp_path, one).cells[0]
    assert (cell.look, cell.long, cell.has_ticks) == (look, is_long, look == "ticks")


def test_a_flowing_form_shows_every_value_as_text(tmp_path: Path) -> None:
    head = HEAD.replace('"fixed"', '"flowing"')
    line = sections(form_of(tmp_path, field("navn"), field("b", "yes_no", required="true"), head=head))[0].parts[1]
    assert isinstance(line, Line)
    assert (line.cells[0].look, line.cells[0].star, line.is_question) == ("value", False, False)


@pytest.mark.parametrize(
    ("count", "letters", "width", "columns"),
    [(4, 21, 12, 4), (4, 22, 12, 3), (4, 31, 12, 2), (2, 60, 12, 0), (4, 2, 6, 0)],
)
def test_answers_stand_in_as_many_columns_as_their_words_allow(
    tmp_path: Path, count: int, letters: int, width: int, columns: int
) -> None:
    labels = [f"{at}".ljust(letters, "x") for at in range(count)]
    cell = line_of(tmp_path, field("b", "choice", choices=answers(*labels), width=str(width))).cells[0]
    assert cell.columns == columns


@pytest.mark.parametrize(
    ("one", "is_question"),
    [
        (field("b", "yes_no"), True), (field("b", "choice", choices=answers("ja", "nei")), True),
        (field("b", "choice", choices=answers("ja", "nei", "ubesvart")), False), (field("b", "yes_no", width="6"), False),
    ],
)  # fmt: skip
def test_one_question_with_two_answers_is_set_on_a_line(tmp_path: Path, one: str, is_question: bool) -> None:
    assert line_of(tmp_path, one).is_question is is_question


@pytest.mark.parametrize(
    ("one", "height"),
    [(field("b", "longtext", lines="1"), 2), (field("b", "longtext", lines="5"), 5), (field("b"), 1)],
)
def test_a_long_text_has_at_least_two_lines(tmp_path: Path, one: str, height: int) -> None:
    assert line_of(tmp_path, one).cells[0].height == height


def test_a_label_that_is_the_title_of_its_section_is_left_out_where_it_stands_alone(tmp_path: Path) -> None:
    for fields, label in ((field("svar"), ""), (field("svar", width="6") + field("b", width="6"), "Svar")):
        more = '[[section]]\nid = "to"\ntitle = { nb = "Svar" }\n' + fields
        line = sections(form_of(tmp_path, field("navn"), more=more))[1].parts[0]
        assert isinstance(line, Line)
        assert (line.cells[0].label, line.cells[0].name) == (label, "Svar")


def test_a_card_says_which_row_it_is_and_a_table_what_its_rows_are(tmp_path: Path) -> None:
    for label, first in (("Rad", "Rad 2: A"), ("a", "a 2")):
        columns = field("a", width="12") + field("b", width="12")
        part = sections(form_of(tmp_path, field("navn"), group(label, columns)))[0].parts[1]
        assert isinstance(part, Card)
        assert part.first_label("2") == first
    part = sections(form_of(tmp_path, field("navn"), group("Rad", field("a", width="6") + field("b", width="6"))))[
        0
    ].parts[1]
    assert isinstance(part, Table)
    assert [one.heading for one in part.columns] == ["Rad", "B"]


def group(label: str, columns: str) -> str:
    inner = columns.replace("[[section.field]]", "[[section.field.field]]")
    return f'[[section.field]]\nid = "rekker"\ntype = "group"\nlabel = {{ nb = "{label}" }}\n{inner}'


def test_the_labels_of_fixed_rows_stand_after_the_offices_tick(overgang: Form) -> None:
    tables = [part for one in sections(overgang) for part in one.parts if isinstance(part, Table) and part.rows]
    assert tables
    for table in tables:
        at = next(at for at, one in enumerate(table.columns) if one.cell is None)
        assert at == (1 if table.columns[0].has_ticks else 0)
        assert table.columns[at].heading == table.label


def test_one_who_signs_has_no_number() -> None:
    assert [signer_number(1, 1), signer_number(1, 2), signer_number(2, 2)] == ["", "1", "2"]


def test_head_of_a_form_without_sender(tmp_path: Path) -> None:
    assert sender(form_of(tmp_path, field("navn"), head=HEAD)) == []
