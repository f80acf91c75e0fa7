"""Which row is the heading, and which unknown heading is nearly a known one."""

from pathlib import Path

import pytest

from skjema.definition.model import Form
from skjema.errors import InputError
from tests.drawing import checked, field, form_of, lines, sheet


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(
        tmp_path,
        field("navn"),
        field("sted"),
        field("barnehagen"),
        field("skolefritidsordningen"),
        field("dato", "date"),
    )


def test_two_headings_make_a_heading_row_whatever_stands_beside_them(tmp_path: Path, form: Form) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Løpenr", "Navn", "Merknad", "Sted"], [1, "Kari", "x", "Bodø"]])
    records, problems = checked(form, path)
    assert [(record.values["navn"], record.values["sted"]) for record in records] == [("Kari", "Bodø")]
    assert lines(problems) == [
        "a.xlsx:Ark!A1: Kolonnen «Løpenr» hører ikke til skjemaet og er ikke brukt. [heading-unused]",
        "a.xlsx:Ark!C1: Kolonnen «Merknad» hører ikke til skjemaet og er ikke brukt. [heading-unused]",
    ]


@pytest.mark.parametrize("beside", [["Hei"], ["Hei", "på deg"]], ids=["one cell beside", "two cells beside"])
def test_one_heading_among_other_cells_makes_no_heading_row(tmp_path: Path, form: Form, beside: list[str]) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Navn", *beside], ["Kari", "x", "y"]])
    with pytest.raises(InputError) as caught:
        checked(form, path)
    assert [problem.code for problem in caught.value.problems] == ["heading-missing"]


def test_a_list_with_the_only_heading_of_the_office_is_read(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), *(field(one, filled_by='"recipient"') for one in ("grunn", "telefon")))
    path = sheet(tmp_path / "a.xlsx", [["Klasse", "Navn", "Gruppe"], ["5A", "Kari", "x"], ["5B", "Ola", "y"]])
    records, problems = checked(form, path)
    assert [record.values["navn"] for record in records] == ["Kari", "Ola"]
    assert {problem.code for problem in problems} == {"heading-unused"}


def test_headings_are_told_of_where_none_is_required(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), field("svar", filled_by='"recipient"'))
    path = sheet(tmp_path / "a.xlsx", [["Klasse", "Gruppe"], ["5A", "x"]])
    with pytest.raises(InputError) as caught:
        checked(form, path)
    assert "blant annet: Navn." in lines(caught.value.problems)[0]


def test_the_row_with_most_headings_is_the_heading_and_the_first_of_two_alike(tmp_path: Path, form: Form) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], ["Navn", "Sted", "Dato"], ["Kari", "Bodø", "1.2.2026"]])
    records, problems = checked(form, path)
    assert [record.values["navn"] for record in records] == ["Kari"]
    assert [problem.code for problem in problems] == ["heading-row"]
    path = sheet(tmp_path / "b.xlsx", [["Navn", "Sted"], ["Sted", "Navn"], ["Kari", "Bodø"]])
    records, _ = checked(form, path)
    assert [record.values["navn"] for record in records] == ["Sted", "Kari"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Barnehagene", "Kolonnen «Barnehagene» er ikke brukt. Mente du «Barnehagen»? [heading-near]"),
        ("Barnehagxy", "Kolonnen «Barnehagxy» er ikke brukt. Mente du «Barnehagen»? [heading-near]"),
        ("Barnehagxyz", "Kolonnen «Barnehagxyz» hører ikke til skjemaet og er ikke brukt. [heading-unused]"),
        (
            "Skolefritidsordnixyzxy",
            "Kolonnen «Skolefritidsordnixyzxy» hører ikke til skjemaet og er ikke brukt. [heading-unused]",
        ),
        ("Barnehage nr", "Kolonnen «Barnehage nr» hører ikke til skjemaet og er ikke brukt. [heading-unused]"),
    ],
)
def test_a_heading_with_four_letters_in_five_alike_is_nearly_the_one_meant(
    tmp_path: Path, form: Form, written: str, message: str
) -> None:
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Sted", written], ["Kari", "Bodø", None]]))
    assert lines(problems) == [f"a.xlsx:Ark!C1: {message}"]


def test_no_column_that_is_there_is_offered_for_another(tmp_path: Path, form: Form) -> None:
    heads = ["Navn", "Sted", "Barnehagen", "Barnehagene"]
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [heads, ["Kari", "Bodø", "x", "y"]]))
    assert [problem.code for problem in problems] == ["heading-unused"]


@pytest.mark.parametrize(
    ("heads", "cells", "name", "unused"),
    [
        (["Fornavn", "Etternavn", "Sted"], ["Kari", "Olsen", "x"], "Kari Olsen", []),
        (["Fornavn", "Sted", "By"], ["Kari", "x", "y"], None, ["A1"]),
        (["Navn", "Fornavn", "Etternavn"], ["Kari Olsen", "Kari", "Olsen"], "Kari Olsen", []),
    ],
)
def test_a_name_in_two_columns_is_joined_where_both_are_there_and_it_has_none_of_its_own(
    tmp_path: Path, heads: list[str], cells: list[str], name: str | None, unused: list[str]
) -> None:
    form = form_of(tmp_path, field("navn", headers='[["Fornavn", "Etternavn"]]'), field("sted"), field("by"))
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", [heads, cells]))
    assert record.values["navn"] == name
    assert [problem.place and problem.place.cell for problem in problems if problem.code == "heading-unused"] == unused


PEOPLE = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\nmax = 3\n'
    'member = [{ words = ["Mor"], sets = {} }, { words = ["Far"], sets = {} }]\n'
    '[[section.field.field]]\nid = "hvem"\ntype = "name"\nlabel = { nb = "Hvem" }\nrequired = true\n'
    '[[section.field.field]]\nid = "ansvar"\ntype = "yes_no"\nlabel = { nb = "Ansvar" }\nrequired = true\n'
    '[[section.field.field]]\nid = "tlf"\ntype = "phone"\nlabel = { nb = "Tlf" }\n'
)


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("Mor | Far | Ansvar", ["heading-whose"]),
        ("Foresatt 1: Hvem | Foresatt 2: Hvem | Ansvar", ["heading-whose"]),
        ("Mor | Mors ansvar | Far | Ansvar", []),
        ("Mor | Ansvar | Far | Ansvar", []),
    ],
)
def test_one_heading_after_several_people_is_for_none_of_them(tmp_path: Path, headings: str, told: list[str]) -> None:
    form = form_of(tmp_path, field("navn"), PEOPLE)
    path = tmp_path / "a.xlsx"
    people = ("Mor", "Far", "Foresatt 1: Hvem", "Foresatt 2: Hvem")
    names = headings.split(" | ")
    sheet(path, [["Navn", *names], ["Kari Lie", *("Ida Lie" if name in people else "ja" for name in names)]])
    (record,), problems = checked(form, path)
    assert [one.code for one in problems if one.code != "group-row-twice"] == told
    found = [row["ansvar"] for row in record.values["foresatte"]]
    assert found == ([None, None] if told else [True, True])


BLOCKS = [
    ["Navn", "Barnehagen", "Sted"],
    ["Kari Berg", "Lia", "Bodø"],
    ["Navn", "Sted", "Barnehagen", "Dato"],
    ["Ola Lie", "Oslo", "Solbakken", "1.2.2026"],
]


def test_the_first_of_two_blocks_is_read_though_the_second_has_more_headings(tmp_path: Path, form: Form) -> None:
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", BLOCKS))
    assert [one.values["barnehagen"] for one in records] == ["Lia"]
    assert [(one.code, one.place and one.place.row) for one in problems] == [("rows-heading-other", 3)]


def test_a_groups_own_table_is_read_by_its_first_headings_alone(tmp_path: Path) -> None:
    columns = "".join(
        f'[[section.field.field]]\nid = "{name}"\ntype = "text"\nlabel = {{ nb = "{name.capitalize()}" }}\n'
        for name in ("hva", "hvem", "hvor")
    )
    group = '[[section.field]]\nid = "tiltak"\ntype = "group"\nlabel = { nb = "Tiltak" }\n' + columns
    form = form_of(tmp_path, field("navn"), field("sted"), group)
    own = sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], ["Kari", "Bodø"]])
    rows = [
        ["Navn", "Hva", "Hvem", "Hvor"],
        ["Kari", "Lese", "Ida", "Rom 1"],
        ["Navn", "Hva", "Hvem", "Hvor"],
        ["Kari", "Skrive", "Per", "Rom 2"],
        ["Navn", "Hvem", "Hva", "Hvor"],
        ["Kari", "Ola", "Regne", "Rom 3"],
    ]
    records, problems = checked(form, own, sheet(tmp_path / "b.xlsx", rows, "Tiltak"))
    assert [row["hva"] for row in records[0].values["tiltak"]] == ["Lese", "Skrive"]
    assert [one.code for one in problems] == ["rows-heading-other", "rows-heading-again"]


MEASURES = (
    '[[section.field]]\nid = "tiltak"\ntype = "group"\nlabel = { nb = "Tiltak" }\n'
    '[[section.field.field]]\nid = "gjelder"\ntype = "text"\nlabel = { nb = "Gjelder" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Tiltak" }\nrequired = true\n'
    '[[section.field.field]]\nid = "hvor"\ntype = "text"\nlabel = { nb = "Arena" }\n'
)


@pytest.mark.parametrize("heads", ["Tiltak | Arena", "Arena | Tiltak", "Tiltak: Gjelder | Tiltak | Arena"])
def test_a_groups_own_word_means_its_field_that_is_called_so(tmp_path: Path, heads: str) -> None:
    names = heads.split(" | ")
    cells = {"Tiltak": "Rutine", "Arena": "Skole", "Tiltak: Gjelder": "Ute"}
    form = form_of(tmp_path, field("navn"), MEASURES)
    (record,), problems = checked(
        form, sheet(tmp_path / "a.xlsx", [["Navn", *names], ["Kari", *map(cells.__getitem__, names)]])
    )
    (row,) = record.values["tiltak"]
    assert (row["hva"], row["hvor"], row["gjelder"]) == ("Rutine", "Skole", "Ute" if len(names) > 2 else None)
    assert problems == []


def test_where_no_field_is_called_as_the_group_is_its_word_means_the_first(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), MEASURES.replace('"Tiltak" }\nreq', '"Hva" }\nreq'))
    (record,), _ = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Tiltak"], ["Kari", "Rutine"]]))
    assert [row["gjelder"] for row in record.values["tiltak"]] == ["Rutine"]
