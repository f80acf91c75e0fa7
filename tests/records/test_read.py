"""Records read from files: which table is recognised as what, which rows belong together, what is reported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import InputError
from skjema.problems import Severity
from skjema.records.input import Input
from skjema.render.workbook.input_sheet import input_workbook
from tests.drawing import HEAD, TEMPLATES, checked, field, first, form_of, lines, put, rows_of, sheet

GROUP = (
    '[[section.field]]\nid = "tiltak"\ntype = "group"\nlabel = { nb = "Tiltak" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\nrequired = true\n'
    '[[section.field.field]]\nid = "frist"\ntype = "date"\nlabel = { nb = "Frist" }\n'
)


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(
        tmp_path,
        field("navn", "name", required="true", headers='[["Fornavn", "Etternavn"], "Elev"]'),
        field("fodt", "date", label='{ nb = "Fødselsdato" }', required="true"),
        field("postnr", "postnummer", label='{ nb = "Postnummer" }'),
    )


def csv(folder: Path, drawn: str, name: str = "liste.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(";".join(row) for row in rows_of(drawn)).encode(encoding))
    return path


def test_titles_above_the_heading_are_skipped_and_reported(tmp_path: Path, form: Form) -> None:
    path = sheet(
        tmp_path / "barn.xlsx",
        """
        | Skolestartere 2027 |             |
        | Skrevet ut 1.11.   |             |
        | NAVN *             | fødselsdato |
        | Kari               | 21.03.2019  |
        """,
    )
    records, problems = checked(form, path)
    assert [record.values["navn"] for record in records] == ["Kari"]
    assert lines(problems) == [
        "barn.xlsx:Ark, rad 3: Overskriftene er funnet på denne linjen; linjene over er ikke lest. [heading-row]"
    ]


def test_headings_are_known_by_id_label_and_the_words_registers_use(tmp_path: Path, form: Form) -> None:
    drawn = """
        | Etternavn | Fornavn | FODT       | Post-nummer |
        | Olsen     | Kari    | 21.03.2019 | 0150        |
        |           | Per     | 22.03.2019 |             |
        """
    records, problems = checked(form, csv(tmp_path, drawn))
    assert [(record.values["navn"], record.values["postnr"]) for record in records] == [
        ("Kari Olsen", "0150"),
        ("Per", None),
    ]
    assert lines(problems) == [
        "liste.csv: linje 3, kolonne 1: Cellen er tom, så bare en del av «Navn» er med. Fyll den ut, hvis det mangler noe. [part-empty]"
    ]


def test_a_joined_value_keeps_what_is_wrong_with_its_parts(tmp_path: Path, form: Form) -> None:
    book = Workbook()
    page = book.create_sheet(index=0)
    for row in (
        ["Etternavn", "Fornavn", "Fødselsdato"], ["#N/A", "Kari", "21.03.2019"], ["=A2", "Per", "21.03.2019"],
        [True, "Ola", "21.03.2019"], [15.0, "Liv", "21.03.2019"],
    ):  # fmt: skip
        page.append(row)
    book.save(tmp_path / "barn.xlsx")
    records, problems = checked(form, tmp_path / "barn.xlsx")
    assert [problem.code for problem in problems] == [
        "cell-error",
        "cell-not-calculated",
        "text-changed",
        "name-ornament",
    ]
    assert [record.values["navn"] for record in records] == [None, None, None, "Liv 15"]


def test_headings_match_however_their_accents_are_written(tmp_path: Path, form: Form) -> None:
    import unicodedata

    heading = unicodedata.normalize("NFD", "Fødselsdato")
    records, problems = checked(form, csv(tmp_path, f"| Navn | {heading} |\n| Åse | 21.03.2019 |"))
    assert len(records) == 1
    assert problems == []


def test_unknown_near_double_and_missing_columns(tmp_path: Path, form: Form) -> None:
    drawn = """
        | Navn | Fødselsdatto | Kjønn | Elev |
        | Kari | 21.03.2019   | J     | X    |
        """
    _, problems = checked(form, csv(tmp_path, drawn))
    assert lines(problems) == [
        "liste.csv: linje 1, kolonne 2: Kolonnen «Fødselsdatto» er ikke brukt. Mente du «Fødselsdato»? [heading-near]",
        "liste.csv: linje 1, kolonne 3: Kolonnen «Kjønn» hører ikke til skjemaet og er ikke brukt. [heading-unused]",
        "liste.csv: linje 1: Kolonnen «Fødselsdato» mangler. Den må fylles ut i hver rad. [column-missing]",
        "liste.csv: linje 1, kolonne 1: «Navn» kan leses på to måter som ikke er like: «Navn», «Elev» (rader: 1,"
        " den første er 2). Slett den kolonnen som ikke er Navn, eller gi den en annen overskrift."
        " [heading-readings]",
    ]


def test_a_file_without_headings_says_which_are_wanted(tmp_path: Path, form: Form) -> None:
    with pytest.raises(InputError) as caught:
        Input(form, [csv(tmp_path, "| Hei | på deg |\n| 1 | 2 |")])
    assert lines(caught.value.problems) == [
        "liste.csv: Fant ingen overskrifter som hører til skjemaet. Øverst skal det stå blant annet: Navn, Fødselsdato. Lag "
        "en tom arbeidsbok med «skjema sheet». [heading-missing]"
    ]


def test_a_file_among_others_that_is_not_understood_is_a_fault(tmp_path: Path, form: Form) -> None:
    good = csv(tmp_path, "| Navn | Fødselsdato |\n| Kari | 21.03.2019 |", "en.csv")
    bad = csv(tmp_path, "| Hei | på deg |\n| 1 | 2 |", "to.csv")
    records, problems = checked(form, good, bad)
    assert len(records) == 1
    assert [(problem.code, problem.severity, problem.place and problem.place.file) for problem in problems] == [
        ("heading-missing", Severity.ERROR, "to.csv")
    ]


def test_a_table_of_one_column_is_understood(tmp_path: Path) -> None:
    records, problems = checked(form_of(tmp_path, field("navn"), field("sted")), csv(tmp_path, "| Navn |\n| Kari |"))
    assert [record.values["navn"] for record in records] == ["Kari"]
    assert problems == []


def test_a_sheet_that_is_not_used_is_said(tmp_path: Path, form: Form) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Fødselsdato"], ["Kari", "21.03.2019"]])
    put(book.create_sheet("Notater"), [["Husk å ringe"]])
    book.create_sheet("Tomt")
    book.save(tmp_path / "a.xlsx")
    records, problems = checked(form, tmp_path / "a.xlsx")
    assert len(records) == 1
    assert lines(problems) == ["a.xlsx:Notater: Arket hører ikke til skjemaet og er ikke brukt. [sheet-unused]"]


def test_no_rows_is_never_success(tmp_path: Path, form: Form) -> None:
    _, problems = checked(form, csv(tmp_path, "| Navn | Fødselsdato |"))
    assert [(problem.code, problem.severity) for problem in problems] == [("no-rows", Severity.ERROR)]


def test_rows_of_spaces_are_no_records(tmp_path: Path, form: Form) -> None:
    path = sheet(tmp_path / "barn.xlsx", [["Navn", "Fødselsdato"], [" ", "\u00a0"], ["Kari", "21.03.2019"], ["", " "]])
    records, problems = checked(form, path)
    assert [record.record.number for record in records] == [1]
    assert problems == []


def test_a_line_of_totals_at_the_end_is_left_out_and_said(tmp_path: Path, form: Form) -> None:
    drawn = """
        | Navn | Fødselsdato |
        | Kari | 21.03.2019  |
        | Sum  |             |
        """
    # «Sum» stands in the key's own column: it could be a name, and is judged as a row
    _, problems = checked(form, csv(tmp_path, drawn))
    assert [problem.code for problem in problems] == ["required-empty"]
    drawn = """
        | Fødselsdato    | Navn |
        | 21.03.2019     | Kari |
        | Antall barn: 1 |      |
        """
    records, problems = checked(form, csv(tmp_path, drawn))
    assert len(records) == 1
    assert lines(problems) == ["liste.csv: linje 3: Raden ser ut som en sumlinje og er ikke med. [totals-row]"]


@pytest.mark.parametrize(("row", "is_found"), [(20, True), (21, False)])
def test_a_heading_stands_among_the_first_rows(tmp_path: Path, form: Form, row: int, is_found: bool) -> None:
    above = [["Notat", "x"]] * (row - 1)
    path = sheet(tmp_path / "barn.xlsx", [*above, ["Navn", "Fødselsdato"], ["Kari", "01.02.2019"]])
    if is_found:
        assert len(checked(form, path)[0]) == 1
    else:
        with pytest.raises(InputError) as caught:
            checked(form, path)
        assert [problem.code for problem in caught.value.problems] == ["heading-missing"]


@pytest.mark.parametrize(
    "word", ["Sum", "sum:", "Total", "Totalt", "Antall barn: 1", "antal", "Til sammen", "tilsammen"]
)
def test_lines_of_totals_begin_in_one_of_these_ways(tmp_path: Path, form: Form, word: str) -> None:
    path = sheet(
        tmp_path / "barn.xlsx", [["Navn", "Fødselsdato", "Postnummer"], ["Kari", "01.02.2019", "0150"], [None, word, 1]]
    )
    assert len(checked(form, path)[0]) == 1


def test_totals_and_a_remark_below_a_table_are_no_records(tmp_path: Path, form: Form) -> None:
    path = csv(
        tmp_path,
        """
        | Fødselsdato | Elev                 | Postnummer |
        | 21.03.2019  | Kari Berg            | 0150       |
        | Sum         |                      | 1          |
        | Totalt      |                      | 1          |
        |             | Skrevet ut av Kontor |            |
        """,
    )
    records, problems = checked(form, path)
    assert [record.values["navn"] for record in records] == ["Kari Berg"]
    assert [one.code for one in problems if one.code != "required-empty"] == ["totals-row", "totals-row", "row-remark"]


@pytest.mark.parametrize(
    ("remark", "is_one"),
    [
        (["Underskrift:", "__________"], True), (["* gjelder bare vårhalvåret", None], True), (["Dato: ", None], True),
        (["Kilde: Visma", "Side 1 av 2"], True), (["Sist oppdatert 1.12.2026", None], True), (["NB! Ring", None], True),
        (["*Ola Dal", "21.03.2019"], False), (["Merk Dato", "21.03.2019"], False), (["Kilde, Anne", None], False),
    ],
)  # fmt: skip
def test_a_line_below_a_table_is_a_remark_or_a_record(
    tmp_path: Path, form: Form, remark: list[str | None], is_one: bool
) -> None:
    path = sheet(tmp_path / "barn.xlsx", [["Navn", "Fødselsdato"], ["Kari Berg", "01.02.2019"], remark])
    records, problems = checked(form, path)
    assert (len(records), [one.code for one in problems].count("row-remark")) == ((1, 1) if is_one else (2, 0))


def test_a_remark_between_records_is_a_row_with_faults(tmp_path: Path, form: Form) -> None:
    path = sheet(tmp_path / "a.xlsx", [["Navn", "Fødselsdato"], ["NB! Ring", None], ["Kari Berg", "01.02.2019"]])
    records, problems = checked(form, path)
    assert (len(records), [one.code for one in problems]) == (2, ["name-ornament", "required-empty"])


def test_what_looks_like_totals_in_the_middle_is_a_row_with_faults(tmp_path: Path, form: Form) -> None:
    drawn = """
        | Fødselsdato | Navn |
        | Antall: 1   |      |
        | 21.03.2019  | Kari |
        """
    records, problems = checked(form, csv(tmp_path, drawn))
    assert len(records) == 2
    assert [problem.code for problem in problems] == ["date-form", "required-empty"]


@pytest.mark.parametrize(
    ("hidden", "count", "code", "severity"),
    [
        ("ask", 3, "rows-hidden", Severity.ERROR),
        ("use", 3, "rows-hidden-used", Severity.NOTE),
        ("skip", 1, "rows-hidden-skipped", Severity.NOTE),
    ],
)
def test_hidden_rows_are_counted_and_asked_about(
    tmp_path: Path, form: Form, hidden: str, count: int, code: str, severity: Severity
) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Fødselsdato"], ["A", "21.03.2019"], ["B", "22.03.2019"], ["C", "23.03.2019"]])
    for row in (3, 4):
        first(book).row_dimensions[row].hidden = True
    book.save(tmp_path / "barn.xlsx")
    records, problems = checked(form, tmp_path / "barn.xlsx", hidden=hidden)  # type: ignore[arg-type]
    assert len(records) == count
    assert [(problem.code, problem.severity, problem.params) for problem in problems] == [
        (code, severity, {"count": 2})
    ]


def test_hidden_columns_are_read_and_told(tmp_path: Path, form: Form) -> None:
    book = Workbook()
    put(first(book), [["Navn", "Fødselsdato", "Postnummer"], ["A", "21.03.2019", "0150"]])
    first(book)["E2"].font = Font(bold=True)  # a cell of no value
    for letter in ("B", "E", "X"):
        first(book).column_dimensions[letter].hidden = True
    book.save(tmp_path / "barn.xlsx")
    records, problems = checked(form, tmp_path / "barn.xlsx")
    assert len(records[0].record.cells) == 3
    assert lines(problems) == [
        "barn.xlsx:Sheet: Arket har skjulte kolonner, og de regnes som de andre: B. [columns-hidden]"
    ]


def test_merged_cells_among_the_rows_are_a_fault_and_in_a_title_are_not(tmp_path: Path, form: Form) -> None:
    book = Workbook()
    put(first(book), [["Barn 2027", None], ["Navn", "Fødselsdato"], ["A", "21.03.2019"], ["B", None]])
    first(book).merge_cells("A1:B1")
    first(book).merge_cells("B3:B4")
    book.save(tmp_path / "barn.xlsx")
    _, problems = checked(form, tmp_path / "barn.xlsx")
    assert [problem.code for problem in problems] == ["heading-row", "required-empty", "cells-merged"]


def test_group_sheets_are_joined_on_the_key(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"), field("ar", "integer"), GROUP)
    book = Workbook()
    put(first(book), [["Navn", "Ar"], ["Vika", 2027], ["Solbakken ", 2027]])
    first(book).title = "Enheter"
    tiltak = book.create_sheet("Tiltak")
    put(
        tiltak,
        [
            ["Navn", "Hva", "Frist"],
            ["solbakken", "Lek", "01.02.2027"],
            ["alle", "Møte", "05.02.2027"],
            ["Vika", "Lesing", "x"],
            ["Vikka", "Borte", None],
        ],
    )
    book.save(tmp_path / "plan.xlsx")
    records, problems = checked(form, tmp_path / "plan.xlsx")
    assert [[row["hva"] for row in record.values["tiltak"]] for record in records] == [
        ["Møte", "Lesing"],
        ["Lek", "Møte"],
    ]
    assert lines(problems) == [
        "plan.xlsx:Tiltak!C4: «Tiltak 2: Frist» er 'x', som ikke er en dato. Skriv dag, måned og år, for eksempel 21.03.2019. "
        "[date-form]",
        "plan.xlsx:Tiltak, rad 5: «Navn» er 'Vikka', som ingen rad i arket «Enheter» har. Skriv det likt begge steder. [row-orphan]",
    ]


def test_groups_may_come_as_files_of_their_own(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", required="true"), field("ar", "integer"), GROUP)
    main = csv(tmp_path, "| Navn | Ar |\n| Vika | 2027 |", "enheter.csv")
    tiltak = csv(tmp_path, "| Navn | Hva | Frist |\n| Vika | Lek | 01.02.2027 |", "tiltak.csv")
    records, problems = checked(form, tiltak, main)
    assert records[0].values["tiltak"][0]["hva"] == "Lek"
    assert problems == []


def test_every_field_a_twin_differs_in_is_named(tmp_path: Path) -> None:
    ids = [f"a{number}" for number in range(1, 7)]
    form = form_of(tmp_path, field("navn", required="true"), *(field(one) for one in ids))
    head = " | ".join(["Navn", *(one.upper() for one in ids)])
    rows = [" | ".join(["Vika", *([text] * len(ids))]) for text in ("x", "y")]
    _records, problems = checked(form, csv(tmp_path, f"| {head} |\n| {rows[0]} |\n| {rows[1]} |", "a.csv"))
    assert "ulik i A1, A2, A3, A4, A5, A6. " in lines(problems)[0]


def test_several_files_are_one_list_and_twins_are_seen_across_them(tmp_path: Path, form: Form) -> None:
    first = csv(tmp_path, "| Navn | Fødselsdato |\n| Kari | 21.03.2019 |", "a.csv")
    second = sheet(tmp_path / "b.xlsx", "| Navn | Fødselsdato |\n| Per | 21.03.2019 |\n| Kari | 1.1.2020 |")
    records, problems = checked(form, first, second)
    assert [record.record.number for record in records] == [1, 2, 3]
    assert lines(problems) == [
        "b.xlsx:Ark, rad 3: Raden har samme Navn som post 1, men er ulik i Fødselsdato. Begge er med. Rett den som"
        " er feil. [record-differs]"
    ]


def test_the_common_sheet_gives_every_row_what_it_lacks(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), field("kommune", profile="true", required="true"))
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["Kari", "Bodø"], ["Per", None]])
    felles = book.create_sheet("Felles")
    put(felles, [["Felt", "Verdi"], ["Kommune *", "Eksempel"], ["sted", "Ås"], ["Kommunne", "x"], ["Noe", "y"]])
    book.save(tmp_path / "a.xlsx")
    records, problems = checked(form, tmp_path / "a.xlsx")
    assert [(record.values["sted"], record.values["kommune"]) for record in records] == [
        ("Bodø", "Eksempel"),
        ("Ås", "Eksempel"),
    ]
    assert lines(problems) == [
        "a.xlsx:Felles!B4: Kolonnen «Kommunne» er ikke brukt. Mente du «Kommune»? [heading-near]",
        "a.xlsx:Felles!B5: «Noe» er ikke et felt i skjemaet, så verdien er ikke lest. Skriv ledeteksten slik den står i en ny arbeidsbok, eller slett linjen. [common-unused]",
    ]
    felles["B2"] = None
    book.save(tmp_path / "a.xlsx")
    _, problems = checked(form, tmp_path / "a.xlsx")
    assert lines(problems)[-1] == (
        "a.xlsx:Felles!B2: «Kommune» mangler. Fyll det ut i kommune.toml, eller i arket «Felles» i arbeidsboken. [common-missing]"
    )


def test_a_fault_in_a_common_value_points_at_the_common_sheet(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("sted"), field("postnr", "postnummer", profile="true"))
    book = Workbook()
    put(first(book), [["Navn", "Sted"], ["Kari", "Bodø"]])
    put(book.create_sheet("Felles"), [["Postnr", "12345"]])
    book.save(tmp_path / "a.xlsx")
    _, problems = checked(form, tmp_path / "a.xlsx")
    assert lines(problems) == [
        "a.xlsx:Felles!B1: «Postnr» er '12345', men skal ha 4 sifre. Se etter tastefeil. [digits-length]"
    ]


def test_values_of_kommune_toml_stand_in_for_columns(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("sted", required="true"), field("dato", "date", required="true"),
        kommune='[values]\nsted = "Ås"\ndato = 2027-01-15\n',
    )  # fmt: skip
    records, problems = checked(form, csv(tmp_path, "| Navn | Dato |\n| Kari | |\n| Per | 1.2.2027 |"))
    assert [(record.values["sted"], str(record.values["dato"])) for record in records] == [
        ("Ås", "2027-01-15"),
        ("Ås", "2027-02-01"),
    ]
    assert problems == []


def test_reading_again_gives_the_same(tmp_path: Path, form: Form) -> None:
    data = Input(form, [csv(tmp_path, "| Navn | Fødselsdato |\n| Kari | 21.03.2019 |\n| Per | 22.03.2019 |")])
    assert [record.cells for record in data] == [record.cells for record in data]
    assert data.count == 2


def test_the_language_of_the_headings_does_not_matter(tmp_path: Path) -> None:
    head = (
        HEAD.replace('["nb"]', '["nb", "nn"]')
        .replace('"Prøve" }', '"Prøve", nn = "Prøve" }')
        .replace('"Rader" }', '"Rader", nn = "Rader" }')
    )
    form = form_of(
        tmp_path, field("navn", label='{ nb = "Barnets navn", nn = "Namnet på barnet" }'),
        field("sted", label='{ nb = "Hvor", nn = "Kvar" }'), head=head,
    )  # fmt: skip
    records, _ = checked(form, csv(tmp_path, "| Namnet på barnet | Hvor |\n| Kari | Ås |"))
    assert records[0].values["navn"] == "Kari"


def test_the_workbook_of_another_form_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    plan = load_form(TEMPLATES / "virksomhetsplan")
    (tmp_path / "plan.xlsx").write_bytes(input_workbook(plan, "nb"))
    with pytest.raises(InputError) as caught:
        Input(load_form(TEMPLATES / "samtykke-overgang"), [tmp_path / "plan.xlsx"])
    assert lines(caught.value.problems) == [
        "plan.xlsx: Arbeidsboken er laget for skjemaet virksomhetsplan. Bruk den med det, eller lag en ny med: skjema sheet samtykke-overgang [workbook-of-other]"
    ]


def test_a_line_of_more_values_than_headings_is_a_fault(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Navn;Fødselsdato\nKari;21.03.2019\nOlsen; Mari;22.03.2019\nPer;23.03.2019;;\n", "utf-8")
    assert lines(checked(form, path)[1])[-1].startswith("liste.csv: linje 3, kolonne 3: Linjen har flere verdier")


def test_what_stands_beside_the_headings_is_told_of_once(tmp_path: Path, form: Form) -> None:
    path = sheet(
        tmp_path / "barn.xlsx",
        """
        | Navn | Fødselsdato |  |
        | Kari | 21.03.2019  | husk |
        | Per  | 22.03.2019  | ringt |
        """,
    )
    assert [line.split("[")[-1] for line in lines(checked(form, path)[1])] == ["cell-unheaded]"]


@pytest.mark.parametrize("title", ["Ark", "Felles"])
def test_a_hidden_sheet_of_the_form_is_a_fault(tmp_path: Path, form: Form, title: str) -> None:
    book = Workbook()
    put(first(book), "| Navn | Fødselsdato |\n| Kari | 21.03.2019  |")
    hidden = book.create_sheet(title)
    hidden.sheet_state = "hidden"
    put(hidden, "| Navn | Fødselsdato |\n| Per | 21.03.2019  |")
    book.create_sheet("Kladd").sheet_state = "hidden"
    book.save(tmp_path / "barn.xlsx")
    assert [problem.code for problem in checked(form, tmp_path / "barn.xlsx")[1]] == ["sheet-hidden"]


def test_one_empty_file_among_others_is_told_of(tmp_path: Path, form: Form) -> None:
    full = csv(tmp_path, "| Navn | Fødselsdato |\n| Kari | 21.03.2019 |")
    empty = csv(tmp_path, "| Navn | Fødselsdato |", "tom.csv")
    (tmp_path / "tom.json").write_text("[]", "utf-8")
    _, problems = checked(form, full, empty, tmp_path / "tom.json")
    assert [(problem.place and problem.place.file, problem.severity) for problem in problems] == [
        ("tom.csv", Severity.WARNING), ("tom.json", Severity.WARNING),
    ]  # fmt: skip
    assert checked(form, empty)[1][0].severity is Severity.ERROR


def test_a_common_value_given_twice_is_a_fault(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "samtykke-overgang")
    book = Workbook()
    put(first(book), "| Barnets navn | Fødselsdato |\n| Kari | 21.03.2019 |")
    put(book.create_sheet("Felles"), "| Kommune | En |\n| Kommune | To |")
    book.save(tmp_path / "barn.xlsx")
    assert "heading-twice" in [problem.code for problem in checked(form, tmp_path / "barn.xlsx")[1]]


def test_a_column_headed_by_a_sign_or_by_nothing_stops_no_text_file(tmp_path: Path, form: Form) -> None:
    for heading in ("#", ""):
        path = tmp_path / "liste.csv"
        path.write_text(f"{heading};Navn;Fødselsdato\n1;Kari;21.03.2019\n2;Per;22.03.2019\n", "utf-8")
        records, problems = checked(form, path)
        assert len(records) == 2
        assert [problem.severity for problem in problems if problem.severity is Severity.ERROR] == []
        assert [problem.code for problem in problems] == ["cell-unheaded"] * (not heading)


def common_book(path: Path, rows: str, common: str) -> Path:
    book = Workbook()
    put(first(book), rows)
    put(book.create_sheet("Felles"), common)
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def test_workbooks_of_one_name_keep_their_own_common_values(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("enhet", profile="true"), field("dato", "date"))
    first_book, second_book = (
        common_book(tmp_path / unit / "barn.xlsx", "| Navn | Dato |\n| Kari | x |", f"| Enhet | {unit} |")
        for unit in ("Solsikken", "Bjerka")
    )
    records, problems = checked(form, first_book, second_book)
    assert [record.values["enhet"] for record in records] == ["Solsikken", "Bjerka"]
    faults = [problem for problem in problems if problem.code == "date-form"]
    assert [problem.place and problem.place.file for problem in faults] == [
        first_book.as_posix(),
        second_book.as_posix(),
    ]


def test_only_the_first_line_of_the_common_sheet_may_be_its_heading(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("enhet", profile="true"))
    drawn = "| Felt | Verdi |\n| Enhet | Verdi |\n| | Solbakken |\n| Enhet | Bjerka |"
    path = common_book(tmp_path / "barn.xlsx", "| Navn |\n| Kari |", drawn)
    records, problems = checked(form, path)
    assert records[0].values["enhet"] == "Verdi"
    assert [(problem.code, problem.place and problem.place.cell) for problem in problems] == [
        ("common-nameless", "B3"),
        ("heading-twice", "A4"),
    ]


def test_a_last_row_without_a_key_that_begins_as_a_total_does_is_a_row_with_faults(tmp_path: Path, form: Form) -> None:
    for row in ("| | 01.02.2019 | Sumaya Ali |", "| | Sum | Bodø |"):
        records, _ = checked(
            form, csv(tmp_path, f"| Navn | Fødselsdato | Postnummer |\n| Kari | 01.02.2019 | 0150 |\n{row}")
        )
        assert len(records) == 2
    records, problems = checked(
        form, csv(tmp_path, "| Navn | Fødselsdato |\n| Kari | 01.02.2019 |\n| | Antall barn: 1 |")
    )
    assert len(records) == 1
    assert problems[-1].code == "totals-row"
    assert problems[-1].severity is Severity.WARNING


def test_a_row_of_a_group_that_fits_two_records_is_a_fault(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GROUP)
    book = Workbook()
    put(first(book), "| Navn |\n| Kari |\n| Kari |\n| Alle |")
    put(book.create_sheet("Tiltak"), "| Navn | Hva |\n| Kari | Tur |\n| alle | Møte |")
    book.save(tmp_path / "plan.xlsx")
    records, problems = checked(form, tmp_path / "plan.xlsx")
    assert [len(record.values["tiltak"]) for record in records] == [2, 2, 1], "what is for all comes once to each"
    assert [line for line in lines(problems) if "several" in line] == [
        "plan.xlsx:Tiltak, rad 2: Raden hører til flere rader (2) i arket «Sheet», som er like i «Navn». Gjør dem ulike der, eller "
        "ta bort den ene. [row-of-several]"
    ]


def test_rows_for_all_stand_before_rows_for_one_whatever_file_they_are_in(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), GROUP)
    main = csv(tmp_path, "| Navn |\n| Kari |", "rader.csv")
    own = csv(tmp_path, "| Navn | Hva |\n| Kari | Tur |", "tiltak.csv")
    (tmp_path / "b").mkdir()
    every = csv(tmp_path / "b", "| Navn | Hva |\n| alle | Møte |", "tiltak.csv")
    script = (
        "import sys; from pathlib import Path; from skjema.definition.form_cache import load_form;"
        "from skjema.records.input import Input; form = load_form(Path(sys.argv[1]));"
        "print(*[v for r in Input(form, [Path(one) for one in sys.argv[2:]]) for v in r.cells.values()])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, form.folder, main, own, every],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"},
            capture_output=True, check=True, timeout=60,
        ).stdout.decode()
        for seed in range(1, 5)
    }  # fmt: skip
    assert outputs == {f"Kari Møte Tur{os.linesep}"}


def test_a_row_that_belongs_nowhere_tells_no_secret(tmp_path: Path) -> None:
    head = HEAD.replace('key = ["navn"]', 'key = ["fnr", "navn"]')
    form = form_of(tmp_path, field("fnr", "fodselsnummer"), field("navn", sensitive="true"), GROUP, head=head)
    book = Workbook()
    put(first(book), "| Fnr | Navn |\n| 14832075036 | Kari |")
    put(book.create_sheet("Tiltak"), "| Fnr | Navn | Hva |\n| 14832075037 | Ola | Tur |")
    book.save(tmp_path / "plan.xlsx")
    _, problems = checked(form, tmp_path / "plan.xlsx")
    orphan = next(line for line in lines(problems) if "orphan" in line)
    assert orphan.startswith("plan.xlsx:Tiltak, rad 2: «Fnr, Navn» er (vises ikke her), som ingen rad")
