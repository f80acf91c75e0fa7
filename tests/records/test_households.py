"""Lists of households: rows that are one child, rows that are two of one name, and rows that are nobody."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from tests.drawing import TEMPLATES, checked, first, put
from tests.sample_files import KOMMUNE

OWN = {"Navn": "Kari Berg", "Født": "21.03.2021"}
REST = {"Barnehage": "Sol", "Skole": "Vika", "Skolestart": 2027, "Frist": "15.01.2027", "Leveres til": "Sol"}
CHILD = {**OWN, **REST}
MARI = {"Foresatt": "Mari Berg", "Relasjon": "Mor", "Foreldreansvar": "Ja"}
OLA = {"Foresatt": "Ola Dal", "Relasjon": "Far", "Foreldreansvar": "Ja"}
NOT_ASKED = ("common-missing", "heading-unused", "rows-of-one-record", "bare-en-forelder")


@pytest.fixture(scope="module")
def overgang() -> Form:
    return load_form(TEMPLATES / "samtykke-overgang", None)


def read(form: Form, folder: Path, *rows: dict[str, Any], files: int = 1) -> tuple[list[list[str]], list[str]]:
    """The names of each record's guardians, and the codes of what is said of the list, but for the forms' own rules."""
    book = Workbook()
    page = book.worksheets[0]
    headings = list(dict.fromkeys(name for row in rows for name in row))
    page.append(headings)
    for row in rows:
        page.append([row.get(name) for name in headings])
    paths = [folder / f"{number}.xlsx" for number in range(files)]
    for path in paths:
        book.save(paths[0]) if path is paths[0] else path.write_bytes(paths[0].read_bytes())
    records, problems = checked(form, *paths)
    codes = [one.code for one in problems if one.code not in NOT_ASKED]
    return [[one["navn"] for one in record.values["foresatte"]] for record in records], codes


def test_children_of_one_name_whose_ids_differ_are_two(overgang: Form, tmp_path: Path) -> None:
    rows = ({"ElevID": number, **CHILD, **one} for number, one in ((1, MARI), (2, OLA)))
    assert read(overgang, tmp_path, *rows) == ([["Mari Berg"], ["Ola Dal"]], ["record-other-rows"])


def test_a_running_number_says_nothing_of_whom_a_row_is(overgang: Form, tmp_path: Path) -> None:
    rows = ({"Nr": number, **CHILD, **one} for number, one in ((1, MARI), (2, OLA)))
    assert read(overgang, tmp_path, *rows) == ([["Mari Berg", "Ola Dal"]], [])


def test_two_mothers_below_the_one_heading_are_of_two_children(overgang: Form, tmp_path: Path) -> None:
    rows = ({**CHILD, "Mor": name, "Mor foreldreansvar": "ja"} for name in ("Mari Berg", "Eva Lie"))
    assert read(overgang, tmp_path, *rows) == ([["Mari Berg"], ["Eva Lie"]], ["record-other-rows"])


def test_one_person_of_whom_two_rows_say_opposite_things_is_an_error(overgang: Form, tmp_path: Path) -> None:
    codes = read(overgang, tmp_path, {**CHILD, **MARI}, {**CHILD, **MARI, "Foreldreansvar": "Nei"})[1]
    assert codes == ["group-row-contradicts"]
    codes = read(overgang, tmp_path, {**CHILD, **MARI}, {**CHILD, **OLA, "Foresatt": "Mari Berg"})[1]
    assert codes == ["group-row-twice"]


def test_a_parent_on_a_row_that_names_no_child_goes_on_with_the_row_above(overgang: Form, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{**CHILD, **MARI}, OLA, {**CHILD, "Navn": "Per Lie", **MARI}, {}, OLA]
    guardians, codes = read(overgang, tmp_path, *rows)
    assert guardians == [["Mari Berg", "Ola Dal"], ["Mari Berg"], ["Ola Dal"]]
    assert codes.count("row-goes-on") == 1
    assert "required-empty" in codes  # of the one below an empty row, which is of nobody


def test_mother_and_father_on_rows_of_their_own_are_one_childs(overgang: Form, tmp_path: Path) -> None:
    mother, father = {"Mor": "Mari Berg", "Mor foreldreansvar": "ja"}, {"Far": "Ola Dal", "Far foreldreansvar": "nei"}
    assert read(overgang, tmp_path, {**CHILD, **mother}, {**CHILD, **father}) == ([["Mari Berg", "Ola Dal"]], [])
    both = {**mother, **father}
    guardians, codes = read(
        overgang, tmp_path, {**CHILD, **both}, {**CHILD, "Mor": "Eva Lie", "Mor foreldreansvar": "ja"}
    )
    assert (guardians, codes) == ([["Mari Berg", "Ola Dal"], ["Eva Lie"]], ["record-other-rows"])


def test_rows_that_say_nothing_the_form_reads_are_no_records(overgang: Form, tmp_path: Path) -> None:
    again = {name: name for name in ("Nr", *CHILD, *MARI)}
    rows = ({"Nr": 1, **CHILD, **MARI}, again, {"Nr": 2}, {"Nr": 3})
    assert read(overgang, tmp_path, *rows) == ([["Mari Berg"]], ["rows-heading-again", "rows-unread"])


@pytest.mark.parametrize("unticked", [False, "FALSE", "Usann", "Nei", "☐", "0"])
def test_a_box_that_nobody_has_ticked_is_no_guardian(overgang: Form, tmp_path: Path, unticked: object) -> None:
    """As Google Sheets saves a list with a column of boxes for the second one as CSV."""
    one = {"Mor": "Mari Berg", "Mor foreldreansvar": "Ja", "Far": "", "Far foreldreansvar": unticked}
    assert read(overgang, tmp_path, {**CHILD, **one}) == ([["Mari Berg"]], [])


@pytest.mark.parametrize("second", [("Født", "Navn"), ("Navn", "Født")])
def test_headings_in_another_order_are_a_list_of_their_own(
    overgang: Form, tmp_path: Path, second: Sequence[str]
) -> None:
    """Two lists below one another: nothing below the second headings is read by the first."""
    order = [*CHILD, *MARI]
    moved = dict(
        zip(order, [*order[2:], *order[:2]] if second[0] == "Født" else [order[1], order[0], *order[2:]], strict=True)
    )
    rows: list[dict[str, Any]] = [{**CHILD, **MARI}, {}, moved, {**CHILD, "Navn": "Per Lie", **OLA}]
    assert read(overgang, tmp_path, *rows) == ([["Mari Berg"]], ["rows-heading-other"])


def test_a_row_with_one_value_is_told_once(overgang: Form, tmp_path: Path) -> None:
    codes = read(overgang, tmp_path, {"Navn": "Avdeling Blå: 2"}, {**CHILD, **MARI})[1]
    assert codes == ["row-alone"]


def test_a_file_that_is_given_twice_is_read_once_and_said(overgang: Form, tmp_path: Path) -> None:
    assert read(overgang, tmp_path, {**CHILD, **MARI}, files=2) == ([["Mari Berg"]], ["file-again"])


def test_a_part_of_a_name_for_which_there_was_none_is_told(overgang: Form, tmp_path: Path) -> None:
    parts = {"Mors fornavn": "Anne", "Mors etternavn": "Null", "Mor foreldreansvar": "ja"}
    assert read(overgang, tmp_path, {**CHILD, **parts})[1] == ["value-placeholder"]


def test_a_guardian_of_the_childs_own_name_is_told(overgang: Form, tmp_path: Path) -> None:
    assert read(overgang, tmp_path, {**CHILD, **MARI, "Foresatt": "Kari Berg"})[1] == ["name-of-record"]


PARENTS = {"Mor": "Mari Berg", "Far": "Ola Dal", "Mor foreldreansvar": "ja", "Far foreldreansvar": "nei"}


def test_a_role_that_another_heading_has_contradicts_the_one_it_stands_below(overgang: Form, tmp_path: Path) -> None:
    assert read(overgang, tmp_path, {**CHILD, **PARENTS, "Relasjon": "Mor"})[1] == ["heading-contradicted"]
    for role in ("Far", "Medmor", "Verge", None):
        assert read(overgang, tmp_path, {**CHILD, **PARENTS, "Relasjon": role})[1] == []


def test_what_stands_before_somebody_is_named_is_theirs(overgang: Form, tmp_path: Path) -> None:
    rows = (
        [*CHILD, "Foreldreansvar", "Mor", "Foreldreansvar", "Far"],
        [*CHILD.values(), "ja", "Mari Berg", "nei", "Ola Dal"],
    )
    path = tmp_path / "a.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in rows), "utf-8")
    (record,), _ = checked(overgang, path)
    found = [(one["navn"], one["rolle"], one["foreldreansvar"]) for one in record.values["foresatte"]]
    assert found == [("Mari Berg", "mor", "ja"), ("Ola Dal", "far", "nei")]


@pytest.mark.parametrize(
    ("word", "role"), [("Mamma", "mor"), ("Pappa", "far"), ("Fostermor", "fosterforelder"), ("Verje", "verge")]
)
def test_what_a_heading_may_call_somebody_a_cell_may_too(word: str, role: str, overgang: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = {**CHILD, **MARI, "Relasjon": word}
    path.write_text(";".join(row) + "\n" + ";".join(map(str, row.values())), "utf-8")
    (record,), _ = checked(overgang, path)
    assert [one["rolle"] for one in record.values["foresatte"]] == [role]


def test_a_column_for_where_the_child_lives_is_not_the_sender_unsaid(tmp_path: Path) -> None:
    """«Kommune» is an ordinary column of a register, and the name of the field for the sender."""
    form = load_form(TEMPLATES / "samtykke-overgang", KOMMUNE)
    for municipality, told in (("Lier", 1), ("Eksempel kommune", 0), ("", 0)):
        codes = read(form, tmp_path, {**CHILD, **MARI, "Kommune": municipality})[1]
        assert codes.count("sender-differs") == told


def test_the_legal_basis_of_a_case_is_not_the_sender(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", KOMMUNE)
    assert form.common["unntatt_offentlighet"] != "offl. § 13, bvl. § 13-1"
    codes = read(form, tmp_path, {**CHILD, **MARI, "Unntatt offentlighet": "offl. § 13, bvl. § 13-1"})[1]
    assert "sender-differs" not in codes


@pytest.mark.parametrize(("title", "told"), [("Felles", 0), ("Common", 0), ("Barn", 2)])
def test_a_sender_on_our_own_sheet_for_all_rows_is_meant(title: str, told: int, tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang", KOMMUNE)
    own = {"Kommune": "Lier kommune", "Enhetens adresse": "Storgata 1"}
    row = {**CHILD, **MARI} | (own if told else {})
    book = Workbook()
    put(first(book), [list(row), list(row.values())])
    if not told:
        put(book.create_sheet(title), [list(line) for line in own.items()])
    book.save(tmp_path / "a.xlsx")
    (record,), problems = checked(form, tmp_path / "a.xlsx")
    assert [one.code for one in problems].count("sender-differs") == told
    assert record.values["enhet_adresse"] == "Storgata 1"


def test_parents_on_rows_of_their_own_with_their_own_addresses_are_asked_about(tmp_path: Path) -> None:
    """A form of one parent each would have one signature each, and nothing said of the other."""
    form = load_form(TEMPLATES / "samtykke-foto", KOMMUNE)
    year = {"Gjelder for året": "2026/2027", "Leveres innen": "15.12.2026", "Leveres til": "Rektor"}
    rest = {"Klasse": "5B", "Sosiale medier det gjelder": "Instagram", **OWN, **year, "Skole": "Vika"}
    near, far = {"Adresse": "Storgata 1", "Postnr": "0150"}, {"Adresse": "Lia 4", "Postnr": "3400"}
    guardians, codes = read(form, tmp_path, {**rest, **MARI, **near}, {**rest, **OLA, **far})
    assert (guardians, codes) == ([["Mari Berg"], ["Ola Dal"]], ["record-member-each"] * 2)
    as_told = [{**rest, **MARI, **near}, {**rest, **OLA, **near}]
    assert read(form, tmp_path, *as_told) == ([["Mari Berg", "Ola Dal"]], [])
    apart = [{**rest, **MARI, **near}, {**rest, **MARI, **far}]
    assert read(form, tmp_path, *apart)[1] == ["record-differs"]
