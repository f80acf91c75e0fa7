"""Headings as registers and offices write them: every reading is found, and none is taken that isn't the only one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from skjema.definition.columns import main_columns
from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.problems import Severity
from skjema.records.headings import Headings
from tests.drawing import TEMPLATES, checked, first, lines, put, sheet

OWN = {"Fødselsdato": "21.03.2021", "Barnehage": "Granlia barnehage", "Skole": "Solbakken", "Skolestart": 2027}
REST = {"Frist": "15.01.2027", "Leveres til": "Granlia"}


def read(
    form: Form, folder: Path, *rows: dict[str, Any], above: Sequence[object] | None = None
) -> tuple[Any, list[str]]:
    """The values of the records in a list with these columns, and the codes of what is wrong or doubtful."""
    heads = [head.rstrip("*") for head in rows[0]]  # a star tells two columns of one heading apart
    table: list[Sequence[object]] = [heads, *([row.get(head) for head in rows[0]] for row in rows)]
    records, problems = checked(form, sheet(folder / "a.xlsx", [above, *table] if above else table))
    # most of these lists have one parent, which is no matter of headings
    told = [one for one in problems if one.code != "bare-en-forelder"]
    grave = [one.code for one in told if one.severity is not Severity.NOTE]
    return [record.values for record in records], grave


def guardians(values: dict[str, Any]) -> list[tuple[str | None, str | None, str | None]]:
    return [(one["navn"], one["rolle"], one["foreldreansvar"]) for one in values["foresatte"]]


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ({"Fornavn": "Kari", "Etternavn": "Nordmann"}, "Kari Nordmann"),
        ({"Etternavn": "Nordmann", "Mellomnavn": "Berg", "Fornavn": "Kari"}, "Kari Berg Nordmann"),
        ({"Fornavn": "Kari", "Mellomnavn": None, "Etternavn": "Nordmann"}, "Kari Nordmann"),
        ({"Førenamn": "Kari", "Etternamn": "Nordmann"}, "Kari Nordmann"),
        ({"Barnets fornavn": "Kari", "Barnets etternavn": "Nordmann"}, "Kari Nordmann"),
        ({"Fornavn barn": "Kari", "Etternavn barn": "Nordmann"}, "Kari Nordmann"),
        ({"Elevens fornavn": "Kari", "Elevens etternavn": "Nordmann"}, "Kari Nordmann"),
        ({"First name": "Kari", "Surname": "Nordmann"}, "Kari Nordmann"),
        ({"Fornavn": "Kari", "Etternavn": "Olsen, f. Berg"}, "Kari Olsen, f. Berg"),
        ({"Navn": "Nordmann, Kari", "Fornavn": "Kari", "Etternavn": "Nordmann"}, "Kari Nordmann"),
        ({"Navn": None, "Fornavn": "Kari", "Etternavn": "Nordmann"}, "Kari Nordmann"),
    ],
)
def test_the_parts_of_a_childs_name_are_joined_in_order(
    overgang: Form, tmp_path: Path, columns: dict[str, Any], name: str
) -> None:
    (values,), grave = read(overgang, tmp_path, {**columns, **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST})
    assert values["barn_navn"] == name
    assert not [code for code in grave if code.startswith("heading")]


@pytest.mark.parametrize(
    "columns",
    [
        {"Fornavn": "Kari", "Etternavn": "Nordmann", "Navn": "Eva Styrer"},
        {"Navn": "Kari Nordmann", "Elev": "Per Nordmann"},
        {"Fornavn": "Kari", "Etternavn": "Berg", "Fornavn*": "Eva", "Etternavn*": "Styrer"},
        {"Navn": "Kari", "Etternavn": "Nordmann"},
    ],
)
def test_two_readings_that_differ_are_an_error_at_the_heading(
    overgang: Form, tmp_path: Path, columns: dict[str, Any]
) -> None:
    _, grave = read(overgang, tmp_path, {**columns, **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST})
    assert {"heading-readings", "heading-part-beside", "heading-twice-records"} & set(grave)


def test_the_message_names_both_readings(overgang: Form, tmp_path: Path) -> None:
    heads = ["Fornavn", "Etternavn", "Navn", "Fødselsdato"]
    _, problems = checked(overgang, sheet(tmp_path / "a.xlsx", [heads, ["Kari", "Berg", "Eva", "21.03.2021"]]))
    assert (
        "a.xlsx:Ark!C1: «Barnets navn» kan leses på to måter som ikke er like: «Navn», «Fornavn» + «Etternavn» (rader: 1,"
        " den første er 2). Slett den kolonnen som ikke er Barnets navn, eller gi den en annen overskrift."
        " [heading-readings]"
    ) in lines(problems)


def test_a_part_without_the_other_is_no_name(overgang: Form, tmp_path: Path) -> None:
    (values,), grave = read(overgang, tmp_path, {"Fornavn": "Kari", **OWN, **REST})
    assert values["barn_navn"] is None
    assert "heading-part-alone" in grave


MARI, OLA = ("Mari Berg", "mor", "ja"), ("Ola Dal", "far", "nei")


@pytest.mark.parametrize(
    "columns",
    [
        {"Mor": "Mari Berg", "Mors foreldreansvar": "Ja", "Far": "Ola Dal", "Fars foreldreansvar": "Nei"},
        {"Mors navn": "Mari Berg", "Foreldreansvar": "Ja", "Fars navn": "Ola Dal", "Foreldreansvar*": "Nei"},
        {"Navn mor": "Mari Berg", "Foreldreansvar mor": "Ja", "Navn far": "Ola Dal", "Foreldreansvar far": "Nei"},
        {"Mors fornavn": "Mari", "Mors etternavn": "Berg", "Foreldreansvar": "Ja",
         "Fars etternavn": "Dal", "Fars fornavn": "Ola", "Foreldreansvar*": "Nei"},
        {"Forelder 1": "Mari Berg", "Relasjon": "Mor", "Foreldreansvar": "Ja",
         "Forelder 2": "Ola Dal", "Relasjon*": "Far", "Foreldreansvar*": "Nei"},
        {"Foresatt": "Mari Berg", "Rolle": "Mor", "Foreldreansvar": "Ja",
         "Foresatt*": "Ola Dal", "Rolle*": "Far", "Foreldreansvar*": "Nei"},
        {"Foresatt 1 fornavn": "Mari", "Foresatt 1 etternavn": "Berg", "Foresatt 1 rolle": "Mor", "Foreldreansvar": "Ja",
         "Foresatt 2 fornavn": "Ola", "Foresatt 2 etternavn": "Dal", "Foresatt 2 rolle": "Far", "Foreldreansvar*": "Nei"},
        {"Navn foresatt 1": "Mari Berg", "Rolle foresatt 1": "Mor", "Foreldreansvar foresatt 1": "Ja",
         "Navn foresatt 2": "Ola Dal", "Rolle foresatt 2": "Far", "Foreldreansvar foresatt 2": "Nei"},
        {"Føresett 1": "Mari Berg", "Relasjon føresett 1": "Mor", "Foreldreansvar føresett 1": "Ja",
         "Namn på føresett 2": "Ola Dal", "Relasjon føresett 2": "Far", "Foreldreansvar føresett 2": "Nei"},
        {"Foresatte 1": "Mari Berg", "Relasjon 1": "Mor", "Foreldreansvar 1": "Ja",
         "Foreldre 2": "Ola Dal", "Relasjon 2": "Far", "Foreldreansvar 2": "Nei"},
        {"1. foresatt": "Mari Berg", "Foresatt 1 relasjon": "Mor", "Foresatt 1 foreldreansvar": "Ja",
         "2. foresatt": "Ola Dal", "Foresatt 2 relasjon": "Far", "Foresatt 2 foreldreansvar": "Nei"},
    ],
)  # fmt: skip
def test_guardians_are_known_by_whatever_lists_call_them(
    overgang: Form, tmp_path: Path, columns: dict[str, Any]
) -> None:
    (values,), grave = read(overgang, tmp_path, {"Barnets navn": "Kari Berg", **OWN, **columns, **REST})
    assert guardians(values) == [MARI, OLA]
    assert grave == []


@pytest.mark.parametrize(
    ("above", "columns"),
    [
        (
            ["Barn", None, None, None, None, "Mor", None, "Far", None],
            {"Navn": "Kari Berg", **OWN, "Navn*": "Mari Berg", "Foreldreansvar": "Ja", "Navn**": "Ola Dal",
             "Foreldreansvar*": "Nei"},
        ),
        (
            [None, None, None, None, None, None, "Mor", None, None, "Far"],
            {"Fornavn": "Kari", "Etternavn": "Berg", **OWN, "Fornavn*": "Mari", "Etternavn*": "Berg",
             "Foreldreansvar": "Ja", "Fornavn**": "Ola", "Etternavn**": "Dal", "Foreldreansvar*": "Nei"},
        ),
        (
            ["Barnet", None, None, None, None, "Foresatt", None, None, "Foresatt"],
            {"Navn": "Kari Berg", **OWN, "Navn*": "Mari Berg", "Rolle": "Mor", "Foreldreansvar": "Ja",
             "Navn**": "Ola Dal", "Rolle*": "Far", "Foreldreansvar*": "Nei"},
        ),
    ],
)  # fmt: skip
def test_a_band_above_headings_says_whose_they_are(
    overgang: Form, tmp_path: Path, above: Sequence[object], columns: dict[str, Any]
) -> None:
    (values,), grave = read(overgang, tmp_path, {**columns, **REST}, above=above)
    assert values["barn_navn"] == "Kari Berg"
    assert guardians(values) == [MARI, OLA]
    assert grave == []


def test_a_name_below_somebody_elses_band_is_not_the_childs(overgang: Form, tmp_path: Path) -> None:
    columns = {
        "Elev": "Kari Berg",
        **OWN,
        "Mor": "Mari Berg",
        "Foreldreansvar": "Ja",
        "Navn": "Eva Lie",
        "Telefon": "1",
    }
    above = [None] * 7 + ["Kontaktlærer", None]
    (values,), grave = read(overgang, tmp_path, {**columns, **REST}, above=above)
    assert values["barn_navn"] == "Kari Berg"
    assert grave == []


def test_a_row_for_each_guardian_is_one_child_with_several(overgang: Form, tmp_path: Path) -> None:
    child = {"Barnets navn": "Kari Berg", **OWN, **REST}
    rows = [
        {**child, "Foresatt": "Mari Berg", "Relasjon": "Mor", "Foreldreansvar": "Ja"},
        {**child, "Barnets navn": "Per Lie", "Foresatt": "Eva Lie", "Relasjon": "Mor", "Foreldreansvar": "Ja"},
        {**child, "Foresatt": "Ola Dal", "Relasjon": "Far", "Foreldreansvar": "Nei"},
    ]
    records, grave = read(overgang, tmp_path, *rows)
    assert [(one["barn_navn"], guardians(one)) for one in records] == [
        ("Kari Berg", [MARI, OLA]),
        ("Per Lie", [("Eva Lie", "mor", "ja")]),
    ]
    assert grave == []


def test_rows_of_one_child_that_differ_in_its_own_fields_are_told_and_not_joined(
    overgang: Form, tmp_path: Path
) -> None:
    child = {
        "Barnets navn": "Kari Berg",
        **OWN,
        **REST,
        "Foresatt": "Mari Berg",
        "Relasjon": "Mor",
        "Foreldreansvar": "Ja",
    }
    records, grave = read(overgang, tmp_path, child, {**child, "Skole": "Vika skole", "Foresatt": "Ola Dal"})
    assert len(records) == 2
    assert grave == ["record-differs"]


def test_a_row_that_is_there_twice_is_told_and_only_then_may_one_be_removed(overgang: Form, tmp_path: Path) -> None:
    child = {
        "Barnets navn": "Kari Berg",
        **OWN,
        **REST,
        "Foresatt": "Mari Berg",
        "Relasjon": "Mor",
        "Foreldreansvar": "Ja",
    }
    assert read(overgang, tmp_path, child, child)[1] == ["record-twice"]
    assert read(overgang, tmp_path, {**child, "Merk": "a"}, {**child, "Merk": "b"})[1] == ["row-repeated"]


def test_children_whose_names_cannot_be_read_are_not_called_the_same(overgang: Form, tmp_path: Path) -> None:
    child = {"Barnets navn": "BjÃ¸rn Olsen", **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST}
    grave = read(overgang, tmp_path, child, {**child, "Barnets navn": "PÃ¥l Hansen"})[1]
    assert grave == ["letters-misread", "letters-misread"]


@given(data=st.data())
def test_the_order_of_columns_says_nothing_where_each_says_whose_it_is(
    overgang: Form, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    columns = {
        "Fornavn": "Kari", "Etternavn": "Berg", **OWN, "Mors fornavn": "Mari", "Mors etternavn": "Berg",
        "Mors foreldreansvar": "Ja", "Far": "Ola Dal", "Fars foreldreansvar": "Nei", **REST,
    }  # fmt: skip
    heads = data.draw(st.permutations(list(columns)))
    (values,), grave = read(overgang, tmp_path_factory.mktemp("order"), {head: columns[head] for head in heads})
    assert values["barn_navn"] == "Kari Berg"
    assert sorted(guardians(values)) == [MARI, OLA]
    assert grave == []


def test_a_column_that_says_not_whose_it_is_belongs_to_nobody_where_nobody_is_named(plan: Form, tmp_path: Path) -> None:
    """`Beskrivelse` is a column of a group's own sheet; in the sheet of units it may be anything."""
    rows: list[list[object]] = [["Enhet", "År", "Indikator"], ["Solbakken", 2027, "noe eget"]]
    (record,), problems = checked(plan, sheet(tmp_path / "a.xlsx", rows))
    assert not any(slot.group for slot in record.record.cells)
    assert "heading-unused" in [problem.code for problem in problems]


def test_a_row_for_each_goal_is_one_plan_with_several(plan: Form, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Enhet", "År", "Mål"],
        ["Solbakken", 2027, "Vennskap"],
        ["Solbakken", 2027, "Språk"],
        ["Vika", 2027, "Lek"],
    ]
    records, problems = checked(plan, sheet(tmp_path / "a.xlsx", rows))
    (goals,) = (group.id for group in plan.groups.values() if group.label["nb"] == "Mål")
    assert [[goal["mal"] for goal in one.values[goals]] for one in records] == [["Vennskap", "Språk"], ["Lek"]]
    assert "rows-of-one-record" in [problem.code for problem in problems]


@pytest.mark.parametrize("heading", ["Foresatt 5", "Foresatt 5 navn", "Forelder 6", "5. foresatt", "Foresatt 5 rolle"])
def test_a_person_that_the_form_has_no_room_for_is_told(overgang: Form, tmp_path: Path, heading: str) -> None:
    columns = {"Barnets navn": "Kari Berg", **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST}
    assert read(overgang, tmp_path, {**columns, heading: "Eva Lie"})[1] == ["heading-beyond"]
    assert read(overgang, tmp_path, columns)[1] == []


def test_a_part_of_a_guardians_name_beside_the_whole_is_no_person_too_many(overgang: Form, tmp_path: Path) -> None:
    columns = {"Barnets navn": "Kari Berg", **OWN, "Foresatt 1": "Mari", "Foresatt 1 etternavn": "Berg", **REST}
    grave = read(overgang, tmp_path, {**columns, "Foresatt 1 foreldreansvar": "Ja"})[1]
    assert "heading-part-beside" in grave
    assert "heading-beyond" not in grave


@pytest.mark.parametrize("child", ["Navn på barnet", "Navn på barn", "Navn på eleven"])
@pytest.mark.parametrize(
    "parents",
    [("Navn på foresatt 1", "Navn på foresatt 2"), ("Navn på mor", "Navn på far"), ("Navn til mor", "NAVN PÅ FAR")],
)
def test_the_name_of_somebody_is_theirs_whichever_comes_first(
    overgang: Form, tmp_path: Path, child: str, parents: tuple[str, str]
) -> None:
    row = {child: "Kari Berg", **OWN, **REST, parents[0]: "Mari Berg", "Foreldreansvar": "Ja", parents[1]: "Ola Dal"}
    row["Foreldreansvar*"] = "Ja"
    (values,), grave = read(overgang, tmp_path, row)
    assert values["barn_navn"] == "Kari Berg"
    assert [name for name, _, _ in guardians(values)] == ["Mari Berg", "Ola Dal"]
    assert not [code for code in grave if code.startswith(("heading", "column"))]


@pytest.mark.parametrize(
    "heading", ["Navn på lærer", "Navn til bruk på mor", "Navn på mor til barnet", "Svar på søknad"]
)
def test_the_name_of_somebody_else_is_nobodys_of_the_form(overgang: Form, tmp_path: Path, heading: str) -> None:
    row = {
        "Barnets navn": "Kari Berg",
        **OWN,
        **REST,
        "Foresatt": "Mari Berg",
        "Foreldreansvar": "Ja",
        heading: "Ida Lie",
    }
    (values,), _ = read(overgang, tmp_path, row)
    assert "Ida Lie" not in str(values)


@pytest.mark.parametrize("name", ["Namn", "Elevens namn", "Eleven sitt namn", "Namn på eleven", "For- og etternavn"])
@pytest.mark.parametrize("born", ["Elevens fødselsdato", "Fødselsdato elev", "Fødd", "FOEDSELSDATO", "Fodt"])
def test_headings_in_nynorsk_and_of_pupils_mean_what_those_of_children_in_bokmaal_do(
    overgang: Form, tmp_path: Path, name: str, born: str
) -> None:
    own = {name: "Kari Berg", born: "21.03.2021", "Barnehagenamn": "Granlia", "Skule": "Solbakken", "Skolestart": 2027}
    row = {**own, "Mor": "Mari Berg", "Mor sitt foreldreansvar": "Ja", **REST}
    (values,), grave = read(overgang, tmp_path, row)
    assert (values["barn_navn"], str(values["barn_fodselsdato"]), values["barnehage_navn"], values["skole_navn"]) == (
        ("Kari Berg", "2021-03-21", "Granlia", "Solbakken")
    )
    assert guardians(values) == [MARI]
    assert grave == []


def test_a_column_that_names_a_group_and_not_whom_of_several_is_nobodys(overgang: Form, tmp_path: Path) -> None:
    whose = "Forelder eller foresatt: Foreldreansvar"  # as the message calls a column that isn't there
    row = {"Barnets navn": "Kari Berg", **OWN, "Foresatt 1": "Mari Berg", "Foresatt 2": "Ola Dal", whose: "Ja", **REST}
    (values,), grave = read(overgang, tmp_path, row)
    assert guardians(values) == [("Mari Berg", None, None), ("Ola Dal", None, None)]
    assert grave == ["heading-whose"]


def test_measures_are_not_read_as_the_goals_they_are_for(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "individuell-plan", None)
    record, *_ = checked(
        form, sheet(tmp_path / "a.xlsx", [["Plan nr.", "Navn", "Tiltak"], [1, "Kari Berg", "Avlastning"]])
    )[0]
    assert [row["tiltak"] for row in record.values["tiltak"]] == ["Avlastning"]


def test_several_people_in_a_cell_are_to_have_rows_or_columns_as_the_form_has_them(
    overgang: Form, tmp_path: Path
) -> None:
    """A brother in a further column of the child's own row would get no form."""
    row = {"Barnets navn": "Kari og Ola Berg", **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST}
    assert read(overgang, tmp_path, row)[1] == ["name-several-rows"]
    assert read(overgang, tmp_path, row | {"Barnets navn": "Kari Berg", "Mor": "Mari og Eva Berg"})[1] == [
        "name-several"
    ]
    form = load_form(TEMPLATES / "moteinnkalling", None)
    rows: list[list[object]] = [["Møte nr.", "Deltakere"], [1, "Kari Berg, Ola Dal"]]
    codes = [one.code for one in checked(form, sheet(tmp_path / "a.xlsx", rows))[1]]
    assert "name-several-rows" in codes


@pytest.mark.parametrize("names", [("Kari Berg", "Berg"), ("Kari", "Berg, Kari"), ("Kari", "Kari Berg")])
def test_a_part_of_a_name_that_holds_all_of_it_is_told(overgang: Form, tmp_path: Path, names: tuple[str, str]) -> None:
    """Of `Kari Lie` and `Lie` the form became Kari Lie Lie's; a register writes `Lie, Kari` for the surname."""
    row = {"Fornavn": names[0], "Etternavn": names[1], **OWN, "Mor": "Mari Berg", "Foreldreansvar": "Ja", **REST}
    assert read(overgang, tmp_path, row)[1] == ["name-repeats"]


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in TEMPLATES.glob("*/skjema.toml")))
def test_the_headings_of_every_form_are_known_without_the_letters_that_programs_avoid(folder: str) -> None:
    form = load_form(TEMPLATES / folder, None)
    headings = Headings(form, main_columns(form))
    for column in headings.columns:
        plain = column.heading["nb"].translate(
            {ord("æ"): "ae", ord("ø"): "o", ord("å"): "a", ord("Å"): "A", ord("Ø"): "O"}
        )
        meaning = headings.meaning(plain)
        assert meaning is not None, plain
        assert meaning.column.slot == headings.meaning(column.heading["nb"]).column.slot  # type: ignore[union-attr]


@pytest.mark.parametrize("child", ["Name", "Student name", "Pupil's name", "Child name"])
def test_headings_of_an_english_list_are_known(overgang: Form, tmp_path: Path, child: str) -> None:
    own = {
        child: "Kari Berg",
        "Birthdate": "2021-03-21",
        "School": "Solbakken",
        "Barnehage": "Granlia",
        "Skolestart": 2027,
    }
    parents = {"Parent 1": "Mari Berg", "Foreldreansvar parent 1": "Ja", "Guardian 2 name": "Ola Dal"}
    (values,), grave = read(overgang, tmp_path, {**own, **parents, "Foreldreansvar guardian 2": "Nei", **REST})
    assert (values["barn_navn"], values["skole_navn"]) == ("Kari Berg", "Solbakken")
    assert guardians(values) == [("Mari Berg", None, "ja"), ("Ola Dal", None, "nei")]
    assert grave == []


def test_how_a_column_is_to_be_filled_in_is_no_part_of_its_name(overgang: Form, tmp_path: Path) -> None:
    own = {
        "Barnets navn (fornavn og etternavn)": "Kari Berg",
        "Født (dag, måned, år)": "21.03.2021",
        "Barnehage": "Granlia",
    }
    parents = {
        "Foresatt 1 (fullt navn)": "Mari Berg",
        "Foreldreansvar foresatt 1 (ja/nei)": "Ja",
        "Mor (fornavn)": "Eva",
    }
    row = {**own, "Skole": "Solbakken", "Skolestart": 2027, **parents, **REST, "Svar (ja/nei)": "Ja"}
    (values,), grave = read(overgang, tmp_path, row)
    assert (values["barn_navn"], str(values["barn_fodselsdato"])) == ("Kari Berg", "2021-03-21")
    assert guardians(values) == [("Mari Berg", None, "ja")]
    assert grave == ["heading-part-alone"]  # a given name is no name


@pytest.mark.parametrize("heading", ["Navn", "Fag eller område", "Fag", "Navn på fag"])
def test_the_column_of_a_groups_own_sheet_may_be_called_as_the_group_is(tmp_path: Path, heading: str) -> None:
    form = load_form(TEMPLATES / "iop", None)
    book = Workbook()
    put(first(book), [["Plan nr.", "Elev"], ["1", "Kari Berg"]])
    put(
        book.create_sheet("Fag eller område"),
        [["Plan nr.", heading, "Omfang"], ["1", "Norsk", "2 t"], ["1", "Musikk", "1 t"]],
    )
    book.save(tmp_path / "a.xlsx")
    (record,), _ = checked(form, tmp_path / "a.xlsx")
    assert [row["navn"] for row in record.values["fag"]] == ["Norsk", "Musikk"]


@pytest.mark.parametrize(
    "heading", ["Etternavn, fornavn", "Navn (etternavn, fornavn)", "Etternavn og fornavn", "Etternamn, førenamn"]
)
def test_names_with_the_surname_first_have_a_comma_after_it(overgang: Form, tmp_path: Path, heading: str) -> None:
    row = {heading: "Berg, Kari", **OWN, "Mor (etternavn, fornavn)": "Lie, Mari", "Foreldreansvar": "Ja", **REST}
    (values,), grave = read(overgang, tmp_path, row)
    assert values["barn_navn"] == "Kari Berg"
    assert guardians(values) == [("Mari Lie", "mor", "ja")]
    assert grave == []
    assert read(overgang, tmp_path, row | {heading: "Berg Kari"})[1] == ["name-order"]
    (values,), grave = read(overgang, tmp_path, row | {heading: "Berg Dal, Kari Anne"})
    assert (values["barn_navn"], grave) == ("Kari Anne Berg Dal", [])


@pytest.mark.parametrize(
    ("columns", "phones", "told"),
    [
        ("Telefon 1 | Foresatt 1 | Foresatt 2", [None, None], 1),
        ("Telefon 1 | Skole | Mor | Far", [None, None], 1),
        ("Telefon 1 | Foresatt 1 | Telefon 2 | Foresatt 2 | Telefon 3", ["91111112", "91111113"], 1),
        # those of the people may stand before their names here, or behind
        ("Telefon 1 | Foresatt 1 | Telefon 2 | Foresatt 2", [None, None], 2),
        ("Foresatt 1 | Telefon 1 | Foresatt 2 | Telefon 2", ["91111111", "91111112"], 0),
    ],
)
def test_a_telephone_before_the_first_guardian_is_not_theirs(
    tmp_path: Path, columns: str, phones: list[str | None], told: int
) -> None:
    form = load_form(TEMPLATES / "henvisning-ppt", None)
    names = columns.split(" | ")
    row = [f"9111111{name[-1]}" if name.startswith("Telefon") else "Anne Nes" for name in names]
    heads = ["Telefon" if name.startswith("Telefon") else name for name in names]
    path = sheet(
        tmp_path / "a.xlsx",
        [["Nr.", "Henvisningen gjelder", "Navn", *heads], ["P-1", "Elev i grunnskolen", "Kari Berg", *row]],
    )
    (record,), problems = checked(form, path)
    assert [one["telefon"] for one in record.values["foresatte"]] == phones
    assert [one.code for one in problems].count("heading-whose") == told


@pytest.mark.parametrize(
    ("phone", "mail"),
    [
        ("Foresatt 1 mobilnr", "Foresatt 1 e-postadresse"),
        ("Mobiltelefon foresatt 1", "Mail foresatt 1"),
        ("Telefonnummer til foresatt 1", "E-mail foresatt 1"),
        ("Mors mobil", "Mors mail"),
        ("Morens telefonnr.", "Morens e-post"),
        ("Mob. mor", "Epostadresse mor"),
        ("Foresatte 1 tlf.nr.", "Foresatte 1 epost"),
    ],
)
def test_other_words_for_a_telephone_and_an_address_are_known(tmp_path: Path, phone: str, mail: str) -> None:
    form = load_form(TEMPLATES / "henvisning-ppt", None)
    who = "Mor" if "mor" in phone.casefold() else "Foresatt 1"
    heads = ["Nr.", "Henvisningen gjelder", "Navn", who, phone, mail]
    row = ["P-1", "Elev i grunnskolen", "Kari Berg", "Mari Berg", "91111111", "mari@eksempel.no"]
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", [heads, row]))
    assert [(one["telefon"], one["epost"]) for one in record.values["foresatte"]] == [("91111111", "mari@eksempel.no")]
    assert not [one for one in problems if one.code.startswith("heading")]


def test_a_mobile_beside_a_telephone_is_another_and_not_used(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "henvisning-ppt", None)
    heads = ["Nr.", "Henvisningen gjelder", "Navn", "Foresatt 1", "Telefon", "Mobil", "Foresatt 2", "Telefon", "Mobil"]
    row = ["P-1", "Elev i grunnskolen", "Kari Berg", "Mari Berg", "91111111", "1", "Ola Dal", "91111112", "2"]
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", [heads, row]))
    assert [one["telefon"] for one in record.values["foresatte"]] == ["91111111", "91111112"]
    assert [one.params["got"] for one in problems if one.code == "heading-unused"] == ["Mobil", "Mobil"]


@pytest.mark.parametrize("heading", ["Foreldre", "Foreldre/foresatte", "Foresatte 1"])
def test_a_column_for_parents_is_that_of_guardians(overgang: Form, tmp_path: Path, heading: str) -> None:
    (values,), grave = read(
        overgang, tmp_path, {"Navn": "Kari Berg", **OWN, heading: "Mari Berg", "Foreldreansvar": "Ja", **REST}
    )
    assert guardians(values) == [("Mari Berg", None, "ja")]
    assert grave == []


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Nr. | Plan nr. | Barn | Mål | Tiltak", (None, None)),
        ("Nr. | Mål | Plan nr. | Tiltak", ("1", None)),
        ("Plan nr. | Ansvarlig | Barn | Mål | Tiltak | Ansvarlig", (None, "6")),
        ("Plan nr. | Mål | Ansvarlig | Tiltak | Ansvarlig", (None, "5")),
        ("Plan nr. | Mål | Ansvarlig | Tiltak", (None, "3")),
    ],
)
def test_a_heading_left_of_something_else_is_not_of_the_rows_that_come_later(
    tmp_path: Path, headings: str, expected: tuple[str | None, str | None]
) -> None:
    form = load_form(TEMPLATES / "handlingsplan", None)
    names = headings.split(" | ")
    row = [str(number) for number, _ in enumerate(names, start=1)]
    (record,), _ = checked(form, sheet(tmp_path / "a.xlsx", [names, row]))
    cells = {slot.name: value for slot, value in record.record.cells.items()}
    assert (cells.get("maal.1.mal_nr"), cells.get("tiltak.1.ansvarlig")) == expected


@pytest.mark.parametrize(
    ("grade", "group", "expected"),
    [("1", "1A", "1A"), ("1. trinn", "1A", "1A"), (1, "1 A", "1 A"), ("10", "10B", "10B")],
)
def test_a_class_that_says_its_grade_as_well_is_taken(tmp_path: Path, grade: object, group: str, expected: str) -> None:
    form = load_form(TEMPLATES / "pedagogisk-rapport", None)
    rows: list[list[object]] = [["Navn", "Trinn", "Klasse"], ["Kari Berg", grade, group]]
    (record,), problems = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert record.values["barn_avdeling_trinn"] == expected
    assert "heading-readings" not in [one.code for one in problems]


@pytest.mark.parametrize(("grade", "group"), [("1", "10A"), ("2", "1A"), ("Granlia", "1A")])
def test_a_class_of_another_grade_is_told(tmp_path: Path, grade: object, group: str) -> None:
    form = load_form(TEMPLATES / "pedagogisk-rapport", None)
    rows: list[list[object]] = [["Navn", "Trinn", "Klasse"], ["Kari Berg", grade, group]]
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert "heading-readings" in [one.code for one in problems]


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (("Barnets navn", "Født", "Barnets navn 2", "Født 2"), "row-of-another"), (("Barnets navn", "Født", "Barn 2", ""), "row-of-another"),
        (("Barnets navn", "Født", "Barnets navn", "Født"), "heading-twice-records"), (("Barn 1", "Født barn 1", "Barn 2", "Født barn 2"), "row-of-another"),
    ],
)  # fmt: skip
def test_a_second_child_in_a_row_does_not_go_without_a_paper(
    headings: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", None)
    rows = [("Skole", "Barnehage", *headings), ("Vika", "Sol", "Kari Nes", "12.03.2021", "Per Nes", "14.05.2022")]
    (tmp_path / "a.csv").write_text("\n".join(map(";".join, rows)), "utf-8")
    records, problems = checked(form, tmp_path / "a.csv")
    assert code in [one.code for one in (*problems, *records[0].problems)]
    (tmp_path / "a.csv").write_text("\n".join(map(";".join, [rows[0], (*rows[1][:4], "", "")])), "utf-8")
    records, problems = checked(form, tmp_path / "a.csv")
    assert code not in [one.code for one in (*problems, *records[0].problems)]
