"""A record's problems: all of them, in the order of its columns, in words that say what to do."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from skjema.errors import DefinitionError
from skjema.problems import Severity
from skjema.validation.check import RecordChecker
from tests.drawing import TODAY, checked, field, form_of, is_sound, lines, sheet

ROWS = (
    '[[section.field]]\nid = "rader"\ntype = "group"\nmax = 2\nlabel = { nb = "Rad" }\n'
    '[[section.field.field]]\nid = "hva"\ntype = "text"\nlabel = { nb = "Hva" }\n'
)
PARENTS = (
    '[[section.field]]\nid = "foresatte"\ntype = "group"\nlabel = { nb = "Foresatt" }\nmin = 1\nmax = 2\nblank = 2\n'
    '[[section.field.field]]\nid = "navn"\ntype = "name"\nlabel = { nb = "Navn" }\nrequired = true\n'
    '[[section.field.field]]\nid = "ansvar"\ntype = "yes_no"\nlabel = { nb = "Ansvar" }\n'
    '[[section.field.field]]\nid = "tlf"\ntype = "phone"\nlabel = { nb = "Telefon" }\nrelevant = "ansvar"\n'
)


def test_problems_point_at_the_cell(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn", required="true"), field("konto", "kontonummer", label='{ nb = "Kontonummer" }')
    )
    path = sheet(
        tmp_path / "ansatte.xlsx",
        """
        | Navn | Kontonummer   |
        | Kari | 1234.56.78903 |
        |      | 1234.56.78930 |
        """,
    )
    _, problems = checked(form, path)
    assert lines(problems) == [
        "ansatte.xlsx:Ark!A3: «Navn» må fylles ut. [required-empty]",
        "ansatte.xlsx:Ark!B3: «Kontonummer» er '1234.56.78930', og kontrollsifferet stemmer ikke. Se etter tastefeil. "
        "[kontonummer-checksum]",
    ]


def test_identity_numbers_and_sensitive_values_are_never_quoted(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("fnr", "fodselsnummer"), field("fodt", "date", sensitive="true"))
    path = sheet(
        tmp_path / "a.xlsx", [["Navn", "Fnr", "Fodt"], ["Kari", "14832075037", "31.02.2019"], ["Per", "1,48E+10", "x"]]
    )
    _, problems = checked(form, path)
    assert len(problems) == 4
    for line in lines(problems):
        assert not [secret for secret in ("14832075037", "31.02", "1,48", "'x'") if secret in line]
    assert lines(problems)[0] == (
        "a.xlsx:Ark!B2: «Fnr» kan ikke være riktig: kontrollsifrene eller datoen stemmer ikke. Se etter tastefeil. "
        "[fodselsnummer-checksum]"
    )


def test_what_is_mended_of_a_sensitive_value_is_not_quoted(tmp_path: Path) -> None:
    kinds = ("name", "date", "phone")
    form = form_of(tmp_path, field("navn"), *(field(f"x{kind}", kind, sensitive="true") for kind in kinds))
    heads = ["Navn", *(f"X{kind}" for kind in kinds)]
    path = sheet(tmp_path / "a.xlsx", [heads, ["Kari", "Olsen, Mari", "010219", "4722222222"]])
    _, problems = checked(form, path)
    assert [problem.code for problem in problems] == ["name-turned", "date-unpacked", "phone-plus"]
    for line in lines(problems):
        assert not [secret for secret in ("Mari", "Olsen", "02", "22222222") if secret in line.partition(": ")[2]]


def test_answers_of_kommune_toml_are_kept_where_no_row_has_any(tmp_path: Path) -> None:
    choices = '[{ id = "a", label = { nb = "A" } }, { id = "b", label = { nb = "B" } }]'
    form = form_of(tmp_path, field("navn"), field("x", "choices", choices=choices), kommune='[values]\nx = "B"\n')
    records, _ = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "X: A"], ["Kari", "ja"], ["Per", None]]))
    assert [record.values["x"] for record in records] == [("a",), ("b",)]


def test_long_values_are_quoted_in_part(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("fodt", "date"))
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Fodt"], ["Kari", "x" * 40_000]]))
    assert len(lines(problems)[0]) < 200


def test_what_is_required_when_something_else_holds(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("tolk", "yes_no"),
        field("sprak", required='"tolk"', relevant='"tolk"', label='{ nb = "Språk" }'),
    )  # fmt: skip
    path = sheet(
        tmp_path / "a.xlsx", [["Navn", "Tolk", "Språk"], ["A", "ja", None], ["B", "nei", "polsk"], ["C", None, None]]
    )
    records, problems = checked(form, path)
    assert lines(problems) == [
        "a.xlsx:Ark!C2: «Språk» må fylles ut. [required-empty]",
        "a.xlsx:Ark!C3: «Språk» er fylt ut, men gjelder ikke her og blir ikke skrevet på skjemaet. Se etter om noe annet er "
        "feil. [not-relevant]",
    ]
    assert [("sprak" in record.hidden, is_sound(record)) for record in records] == [
        (False, False),
        (True, True),
        (True, True),
    ]


def test_a_recipients_field_is_no_fault_before_printing(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("svar", "yes_no", required="true", filled_by='"recipient"'))
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Svar"], ["A", None]]))
    assert problems == []
    assert records[0].missing == {}


def test_constraints_speak_in_their_own_words_and_wait_for_values(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("fra", "date"),
        field("til", "date", constraint='"til > fra"', message='{ nb = "Sluttdatoen må være etter startdatoen." }'),
    )  # fmt: skip
    rows: list[list[Any]] = [
        ["Navn", "Fra", "Til"],
        ["A", "2.1.2027", "1.1.2027"],
        ["B", None, "1.1.2027"],
        ["C", "1.1.2027", "2.1.2027"],
    ]
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert lines(problems) == ["a.xlsx:Ark!C2: «Til»: Sluttdatoen må være etter startdatoen. [constraint]"]


def test_groups_have_limits_and_conditions_of_their_own(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), PARENTS)
    heads = ["Navn", *(f"Foresatt {at}: {label}" for at in (1, 2) for label in ("Navn", "Ansvar", "Telefon"))]
    rows: list[list[Any]] = [
        heads,
        ["A", "Kari", "ja", "22334455", None, None, None],
        ["B", None, None, None, "Per", "nei", "22334455"],
        ["C", None, None, None, None, None, None],
        ["D", None, "ja", None, None, None, None],
    ]
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert [[row["navn"] for row in record.values["foresatte"]] for record in records] == [
        ["Kari"],
        ["Per"],
        [],
        [None],
    ]
    assert lines(problems) == [
        "a.xlsx:Ark!G3: «Foresatt 2: Telefon» er fylt ut, men gjelder ikke her og blir ikke skrevet på skjemaet. Se etter om "
        "noe annet er feil. [not-relevant]",
        "a.xlsx:Ark, rad 4: Antall rader i «Foresatt» er 0, men skal være minst 1. Fyll ut kolonnene eller arket for dem («Foresatt 1: Navn»). [group-too-few]",
        "a.xlsx:Ark!B5: «Foresatt 1: Navn» må fylles ut. [required-empty]",
    ]


def test_rules_apply_while_they_are_in_force(tmp_path: Path) -> None:
    def rule(name: str, more: str) -> str:
        return f'[[rule]]\nid = "{name}"\ntest = "navn != \'A\'"\nmessage = {{ nb = "Regelen {name}." }}\n{more}\n'

    form = form_of(
        tmp_path, field("navn"), field("sted"),
        more=rule("gjelder", 'severity = "warning"') + rule("opphevet", "valid_to = 2026-11-21")
        + rule("kommer", "valid_from = 2026-11-23") + rule("i-dag", "valid_from = 2026-11-22\nvalid_to = 2026-11-22"),
    )  # fmt: skip
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Sted"], ["A", "x"]]))
    assert lines(problems) == ["a.xlsx:Ark!A2: Regelen gjelder. [gjelder]", "a.xlsx:Ark!A2: Regelen i-dag. [i-dag]"]
    assert [problem.severity for problem in problems] == [Severity.WARNING, Severity.ERROR]
    assert not is_sound(records[0])


def test_defaults_fill_what_is_empty_and_may_be_written_over(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, field("navn"), field("dato", "date", default='"today"'), field("tall", "integer", default='"1 + 1"')
    )
    records, _ = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Dato"], ["A", None], ["B", "1.2.2027"]]))
    assert [(str(record.values["dato"]), record.values["tall"]) for record in records] == [
        ("2026-11-22", 2),
        ("2027-02-01", 2),
    ]


def test_lines_to_sign_follow_the_rows_of_a_group(tmp_path: Path) -> None:
    signature = field(
        "underskrift",
        "signature",
        filled_by='"recipient"',
        for_each='"foresatte"',
        relevant='"ansvar != false"',
        signer='"navn"',
    )
    form = form_of(tmp_path, field("navn"), PARENTS, signature)
    heads = ["Navn", "Foresatt 1: Navn", "Foresatt 1: Ansvar", "Foresatt 2: Navn", "Foresatt 2: Ansvar"]
    rows: list[list[Any]] = [
        heads,
        ["A", "Kari", "ja", "Per", "ja"],
        ["B", "Kari", "ja", "Per", "nei"],
        ["C", "Kari", "nei", None, None],
        ["D"],
    ]
    records, _ = checked(form, sheet(tmp_path / "a.xlsx", rows))
    assert [record.signers["underskrift"] for record in records] == [("Kari", "Per"), ("Kari",), (), ("", "")]
    assert ["underskrift" in record.hidden for record in records] == [False, False, True, False]


def test_a_value_in_kommune_toml_is_checked_like_any_other(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("postnr", "postnummer"), kommune='[values]\npostnr = "15000"\n')
    with pytest.raises(DefinitionError) as caught:
        RecordChecker(form, TODAY)
    assert lines(caught.value.problems) == [
        "kommune.toml: «Postnr» er '15000', men skal ha 4 sifre. Se etter tastefeil. [digits-length]"
    ]


def test_cells_that_hold_no_value_say_so(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"), field("tall", "integer"))
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Tall"], ["A", "=1+1"]]))
    assert lines(problems) == [
        "a.xlsx:Ark!B2: «Tall» er en formel som ikke er beregnet. Åpne filen i Excel og lagre den. [cell-not-calculated]"
    ]


def test_a_rule_over_rows_points_at_the_first_row_that_breaks_it(tmp_path: Path) -> None:
    more = '[[rule]]\nid = "opphevet"\ntest = "count(foresatte.navn, \'Per\') == 0"\nmessage = { nb = "Per er opphevet." }\n'
    form = form_of(tmp_path, field("navn"), PARENTS, more=more)
    drawn = """
        | Navn   | Foresatt 1: Navn | Foresatt 2: Navn |
        | a      | Kari             | Per              |
        | b      | Per              | Kari             |
    """
    _, problems = checked(form, sheet(tmp_path / "a.xlsx", drawn))
    assert lines(problems) == [
        "a.xlsx:Ark!C2: Per er opphevet. [opphevet]",
        "a.xlsx:Ark!B3: Per er opphevet. [opphevet]",
    ]


def test_what_is_shown_of_a_record_tells_no_value(tmp_path: Path) -> None:
    """Python prints arguments in tracebacks of debuggers, and clusters in their logs."""
    form = form_of(tmp_path, field("navn"), field("tlf", "phone"))
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", "| Navn | tlf |\n| Kari | 123 |"))
    assert problems
    assert not {"Kari", "123"} & set(
        re.findall(r"\w+", repr((records, [record.record for record in records], problems)))
    )


@pytest.mark.parametrize(
    ("definition", "code"),
    [
        (field("x", "integer", default='"year(navn)"'), "expression-mixes"),
        (field("x", "integer", default='"age(navn, today)"'), "expression-mixes"),
        (field("x", default='"[1, 2][-3]"'), "expression-mixes"),
    ],
)
def test_a_default_that_is_no_value_is_a_fault_of_the_definition(tmp_path: Path, definition: str, code: str) -> None:
    form = form_of(tmp_path, field("navn"), definition)
    with pytest.raises(DefinitionError) as caught:
        checked(form, sheet(tmp_path / "a.xlsx", [["Navn"], ["Kari"]]))
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    "definition",
    [
        field("x", "choice", choices='[{ id = "mor", label = { nb = "Mor" } }]', default="\"'moor'\""),
        field("x", "date", default='"navn"'),
        field("x", "choices", choices='[{ id = "mor", label = { nb = "Mor" } }]', default="\"('mor', 'moor')\""),
        field("x", default='"(1, 2)"'),
        field("x", default='"rader.hva"') + ROWS,
        field("x", default='"rader"') + ROWS,
    ],
)
def test_a_default_that_does_not_fit_is_a_fault_of_the_record(tmp_path: Path, definition: str) -> None:
    form = form_of(tmp_path, field("navn"), definition)
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "X"], ["Kari", None]]))
    assert records[0].values["x"] is None
    assert [(problem.code, problem.place and problem.place.cell) for problem in problems] == [("default-unfit", "B2")]


def test_answers_are_a_default_too(tmp_path: Path) -> None:
    choices = '[{ id = "mor", label = { nb = "Mor" } }, { id = "far", label = { nb = "Far" } }]'
    form = form_of(tmp_path, field("navn"), field("x", "choices", choices=choices, default="\"('far', 'mor')\""))
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "X"], ["Kari", None]]))
    assert (records[0].values["x"], problems) == (("mor", "far"), [])


def test_a_default_is_read_as_what_is_written_is(tmp_path: Path) -> None:
    kinds = {
        "x": ("decimal", "1.5"),
        "y": ("text", "1 + 1"),
        "z": ("text", "tall"),
        "small": ("decimal", "tall * tall * tall"),
    }
    more = [field(name, kind, default=f'"{source}"') for name, (kind, source) in kinds.items()]
    form = form_of(
        tmp_path, field("navn"), field("tall", "decimal"), *more, field("tom", default="\"''\"", required="true")
    )
    records, problems = checked(form, sheet(tmp_path / "a.xlsx", [["Navn", "Tall", "Tom"], ["Kari", "0,001", None]]))
    values = [records[0].values[name] for name in kinds]
    assert values == [Decimal("1.5"), "2", "0,001", Decimal("0.000000001")]
    assert [problem.code for problem in problems] == ["required-empty"], "an empty text is nothing"
