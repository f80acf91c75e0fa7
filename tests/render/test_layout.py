"""How a form lies on paper: what stands beside what, as tables, boxes and lines."""

from pathlib import Path

import pytest

from skjema.definition.model import Field, Form
from skjema.layout.letterhead import references, sender
from skjema.layout.parts import Line, Rows, blocks, height_in_lines, is_question, section_numbers, tick_columns, widget
from tests.drawing import HEAD, choices_of, field, field_of, form_of


def lines(form: Form) -> list[list[str]]:
    return [[one.id for one in part.fields] for block in blocks(form) for part in block.parts if isinstance(part, Line)]


def choice(count: int, width: int = 12) -> Field:
    return field_of("choice", choices=choices_of(*"abcdefgh"[:count]), width=width)


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
    assert [(block.id, block.boxed) for block in blocks(form)] == [("del", False), ("to", False), ("tre", True)]
    assert section_numbers(form, ()) == {"to": "1", "tre": "2"}
    assert section_numbers(form, {"to"}) == {"tre": "1"}


@pytest.mark.parametrize(("width", "is_table"), [(6, True), (7, False)])
def test_a_group_that_fits_a_line_is_a_table(tmp_path: Path, width: int, is_table: bool) -> None:
    group = '[[section.field]]\nid = "rekker"\ntype = "group"\nlabel = { nb = "Rekker" }\n' + "".join(
        f'[[section.field.field]]\nid = "{name}"\ntype = "text"\nwidth = {width}\nlabel = {{ nb = "{name}" }}\n'
        for name in ("en", "to")
    )
    part = next(iter(blocks(form_of(tmp_path, field("navn"), group)))).parts[1]
    assert isinstance(part, Rows)
    assert part.is_table is is_table
    assert len(part.lines) == (0 if is_table else 2)


def test_fields_notes_groups_and_signatures_keep_their_order(overgang: Form) -> None:
    order = {block.id: [part.__class__.__name__ for part in block.parts] for block in blocks(overgang)}
    assert order == {
        "innledning": ["Note"],
        "hvem": ["Line", "Line", "Line", "Line", "Rows"],
        "informasjon": ["Note"],
        "svar": ["Line", "Rows", "Line", "Line", "Line"],
        "underskrift": ["Line", "Signature"],
    }


def test_the_sender_is_apart_from_the_references(overgang: Form) -> None:
    assert [one.id for one in sender(overgang)][:2] == ["kommune_navn", "enhet_navn"]
    assert [one.id for one in references(overgang)] == ["saksnummer", "unntatt_offentlighet"]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (field_of("longtext"), "longtext"), (field_of("yes_no"), "ticks"),
        (choice(4), "ticks"), (choice(5), "text"), (field_of("date"), "text"),
    ],
)  # fmt: skip
def test_few_answers_are_ticked_and_many_are_written(one: Field, expected: str) -> None:
    assert widget(one) == expected


@pytest.mark.parametrize(
    ("one", "label", "columns"),
    [
        (choice(4), "x" * 21, 4), (choice(4), "x" * 22, 3), (choice(4), "x" * 31, 2), (choice(2), "x" * 60, 0),
        (choice(4, width=6), "x", 0),
    ],
)  # fmt: skip
def test_answers_stand_in_as_many_columns_as_their_words_allow(one: Field, label: str, columns: int) -> None:
    assert tick_columns(one, [label] * len(one.choices)) == columns


def test_one_question_with_two_answers_is_set_on_a_line() -> None:
    assert is_question(Line((field_of("yes_no"),)))
    assert is_question(Line((choice(2),)))
    assert not is_question(Line((choice(3),)))
    assert not is_question(Line((field_of("yes_no", width=6),)))


def test_a_long_text_has_at_least_two_lines() -> None:
    assert height_in_lines(field_of("longtext", lines=1)) == 2
    assert height_in_lines(field_of("longtext", lines=5)) == 5
    assert height_in_lines(field_of("text")) == 1


def test_head_of_a_form_without_sender(tmp_path: Path) -> None:
    assert sender(form_of(tmp_path, field("navn"), head=HEAD)) == []
